"""What an order leaves open, beyond single names: an ordered list of small rules over the whole order.

Each rule says one kind of question; its docstring has an example and, after «not», a counter-example. Doubts of
one kind about one thing are one question, however many cells it touches (clerk.md C4).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from normalize.deadlines import Reading as DeadlineReading
from normalize.fold import fingerprint, fold, squeeze
from normalize.lexer import Target
from normalize.model import Candidate
from normalize.parties import CellDoubt, Draft
from normalize.roles import find_head, singular_role
from normalize.vocabulary import forms_of

_KNOWN_ABBREVIATIONS = frozenset(forms_of("roles", "known")) | frozenset(forms_of("organizations", "known"))
_AMBIGUOUS = forms_of("roles", "ambiguous")
_VAGUE = forms_of("roles", "vague")
_ALL_SCHOOLS = forms_of("roles", "all_schools")
_SCHOOL_HEADS = frozenset({"руководители", "директора", "руководитель", "директор"})
_LEGAL_FORMS = frozenset(forms_of("organizations", "legal")) | frozenset(forms_of("organizations", "legal_more"))
_ABBREVIATION = re.compile(r"(?<![\w-])[А-ЯЁ]{2,6}(?![\w])")
_SCHOOLS_WITH = re.compile(r"\bшкол[\s-]+(?P<property>лидер\w+|участни\w+|партн[её]р\w+|наставни\w+|куратор\w+)")


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A measure after its cells were read and its names resolved; `drafts` are those of the responsible column."""

    position: int
    section: str | None
    plan: int
    number: str | None
    measure: str
    deadline_text: str
    responsible: str
    deadlines: DeadlineReading
    drafts: tuple[Draft, ...]
    in_measure: tuple[Draft, ...]
    cell_doubts: tuple[CellDoubt, ...]

    @property
    def label(self) -> str:
        """«34», or what stands for a number."""
        return self.number or f"без номера, {self.position}-е по порядку"


@dataclass(frozen=True, slots=True)
class OrderDoubt:
    """A doubt of the order; `touched` are (position, draft) pairs, `positions` the measures without a draft."""

    key: str
    kind: str
    text: str
    surface: str
    positions: tuple[int, ...]
    touched: tuple[tuple[int, Draft], ...] = ()
    candidates: tuple[Candidate, ...] = ()


DoubtRule = Callable[[tuple[ReadRow, ...]], Iterator[OrderDoubt]]


def find_doubts(rows: tuple[ReadRow, ...]) -> tuple[OrderDoubt, ...]:
    """All doubts of an order, rule by rule; keys are unique."""
    found: dict[str, OrderDoubt] = {}
    for rule in RULES:
        for doubt in rule(rows):
            found.setdefault(doubt.key, doubt)
    return tuple(found.values())


def _choices(*labels: str) -> tuple[Candidate, ...]:
    return tuple(Candidate(label, label) for label in labels)


def _positions(touched: Iterable[tuple[int, Draft]]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(position for position, _ in touched))


# --- deadlines -------------------------------------------------------------------------------------------


def ask_empty_deadlines(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """A measure without a deadline: unknown, not «постоянно». Not: a plan that has no deadline at all, asked once."""
    empty = [row for row in rows if not row.deadline_text.strip()]
    if len(empty) > max(5, len(rows) // 4):
        numbers = ", ".join(row.label for row in empty[:10])
        yield OrderDoubt(
            "empty_deadlines|" + fingerprint(numbers),
            "empty_deadline",
            f"Срок не указан у {len(empty)} мероприятий ({numbers}…): какой он?",
            "",
            tuple(row.position for row in empty),
        )
        return
    for row in empty:
        yield OrderDoubt(
            f"empty_deadline|{fingerprint(row.measure)}",
            "empty_deadline",
            f"Срок мероприятия {row.label} не указан: какой он?",
            "",
            (row.position,),
        )


def ask_deadline_readings(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """What the deadline rules were not sure of, each text once: «3 неделя сентября». Not: «до 1 ноября»."""
    found: dict[tuple[str, str], list[ReadRow]] = defaultdict(list)
    texts: dict[tuple[str, str], str] = {}
    for row in rows:
        for doubt in row.deadlines.doubts:
            if doubt.kind != "empty_deadline":
                found[doubt.kind, fold(row.deadline_text)].append(row)
                texts[doubt.kind, fold(row.deadline_text)] = doubt.text
    for (kind, folded), touched in found.items():
        yield OrderDoubt(
            f"{kind}|{folded}",
            kind,
            texts[kind, folded],
            squeeze(touched[0].deadline_text),
            tuple(row.position for row in touched),
        )


def ask_month_out_of_order(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«октябрь, ноябрь, …, январь, февраль, декабрь, апрель, май»: one month against the run. Not: plans in no order."""
    runs: list[list[tuple[ReadRow, str]]] = [[]]
    for row in rows:
        deadlines = row.deadlines.deadlines
        single = len(deadlines) == 1 and deadlines[0].kind == "period" and deadlines[0].starts_on is not None
        month = single and re.fullmatch(r"[а-яё]+\.?", row.deadline_text.strip().lower()) is not None
        if month and runs[-1] and runs[-1][-1][0].section != row.section:
            runs.append([])
        if month:
            runs[-1].append((row, deadlines[0].starts_on or ""))
        elif runs[-1]:
            runs.append([])
    for run in runs:
        yield from _odd_month(run)


def _odd_month(run: list[tuple[ReadRow, str]]) -> Iterator[OrderDoubt]:
    dates = [day for _, day in run]
    if len(run) < 6 or dates == sorted(dates):
        return
    odd = [index for index in range(len(dates)) if (rest := dates[:index] + dates[index + 1 :]) == sorted(rest)]
    if len(odd) == 1 and 0 < odd[0] < len(run) - 1:
        row = run[odd[0]][0]
        months = ", ".join(squeeze(one.deadline_text) for one, _ in run)
        yield OrderDoubt(
            f"month_out_of_order|{fingerprint(row.measure)}", "month_out_of_order",
            f"Сроки идут подряд ({months}), и только у мероприятия {row.label} — «{squeeze(row.deadline_text)}»: это описка?",
            squeeze(row.deadline_text), (row.position,), candidates=_choices("как напечатано", "описка"),
        )  # fmt: skip


# --- cells -----------------------------------------------------------------------------------------------


def ask_cell_readings(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """What the cell rules were not sure of: «Методисты руководители ШМО». Not: «Инспектор ОДН Соц. педагог»."""
    found: dict[str, list[tuple[ReadRow, CellDoubt]]] = defaultdict(list)
    for row in rows:
        for doubt in row.cell_doubts:
            found[f"{doubt.kind}|{fold(row.responsible[doubt.start : doubt.end])}"].append((row, doubt))
    for key, cases in found.items():
        row, first = cases[0]
        touched = tuple(
            (one.position, draft)
            for one, doubt in cases
            for draft in one.drafts
            if draft.start < doubt.end and doubt.start < draft.end
        )
        yield OrderDoubt(
            key,
            first.kind,
            first.text,
            squeeze(row.responsible[first.start : first.end]),
            tuple(one.position for one, _ in cases),
            touched,
        )


def ask_empty_responsible(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """A measure for which nobody is responsible. Not: a plan without such a column at all, asked once."""
    empty = [row for row in rows if not row.drafts]
    if empty and len(empty) > max(5, len(rows) // 4):
        yield OrderDoubt(
            "empty_responsible|all",
            "empty_responsible",
            f"Ответственные не указаны у {len(empty)} мероприятий из {len(rows)}: кто они?",
            "",
            tuple(row.position for row in empty),
        )
        return
    for row in empty:
        yield OrderDoubt(
            f"empty_responsible|{fingerprint(row.measure)}",
            "empty_responsible",
            f"Ответственный за мероприятие {row.label} не указан: кто он?",
            squeeze(row.responsible),
            (row.position,),
        )


# --- roles -----------------------------------------------------------------------------------------------


def _roles(rows: tuple[ReadRow, ...]) -> Iterator[tuple[int, Draft, str]]:
    for row in rows:
        for draft in row.drafts:
            if draft.role:
                yield row.position, draft, draft.role


def ask_abbreviations(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """An abbreviation that the order never spells out and not every reader knows: «ШМО», «ПК». Not: «УВР»."""
    found: dict[str, list[tuple[int, Draft]]] = defaultdict(list)
    for position, draft, role in _roles(rows):
        for match in _ABBREVIATION.finditer(role):
            letters = match.group()
            if fold(letters) in _AMBIGUOUS or fold(letters) not in _KNOWN_ABBREVIATIONS | _LEGAL_FORMS:
                found[letters].append((position, draft))
    for letters, touched in found.items():
        readings = _AMBIGUOUS.get(fold(letters), "").split("|") if fold(letters) in _AMBIGUOUS else []
        yield OrderDoubt(
            f"abbreviation|{fold(letters)}",
            "abbreviation",
            f"Что значит «{letters}»?",
            letters,
            _positions(touched),
            tuple(touched),
            _choices(*readings),
        )


def ask_vague_sets(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«лучшие педагоги школ города»: nobody can say who is meant. Not: «педагоги школ города»."""
    for position, draft, role in _roles(rows):
        if draft.kind == "group" and role.split()[0] in _VAGUE:
            yield OrderDoubt(
                f"vague|{fold(role)}", "open_set", f"«{role}»: кто именно?", role, (position,), ((position, draft),)
            )


def ask_schools_with_property(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«руководители школ-лидеров»: which schools? Not: «руководители школ № 2, 7»."""
    found: dict[str, list[tuple[int, Draft]]] = defaultdict(list)
    for position, draft, role in _roles(rows):
        match = _SCHOOLS_WITH.search(role) if draft.kind == "group" else None
        if match:
            found[match["property"]].append((position, draft))
    for word, touched in found.items():
        yield OrderDoubt(
            f"school_set|{fold(word)}",
            "open_set",
            f"Какие школы имеются в виду: «школ-{word}»?",
            f"школ-{word}",
            _positions(touched),
            tuple(touched),
        )


def ask_all_schools(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«Руководители МОУ», «Руководители ОО», «Руководители школ» in one order: one set? Not: one of them alone."""
    found: dict[str, list[tuple[int, Draft]]] = defaultdict(list)
    for position, draft, role in _roles(rows):
        words = role.split(" ", 1)
        meaning = (
            _ALL_SCHOOLS.get(fold(words[1]))
            if len(words) == 2 and words[0] in _SCHOOL_HEADS and draft.kind == "group" and draft.target is None
            else None
        )
        if meaning:
            found[meaning].append((position, draft))
    if len(found) > 1:
        touched = tuple(one for cases in found.values() for one in cases)
        names = ", ".join(f"«{name}»" for name in sorted(found))
        yield OrderDoubt(
            f"all_schools|{fold(names)}",
            "role_synonyms",
            f"{names}: это одни и те же учреждения?",
            names,
            _positions(touched),
            touched,
            _choices("одни и те же", "разные"),
        )


def ask_offices(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«методист по курсовой подготовке МБУ ДО …» without a name, and nobody in the order holds the post.

    Not: «начальник Управления образования» where another row names her; not an order that names nobody.
    """
    held = {
        (draft.role, draft.target.key)
        for row in rows
        for draft in row.drafts
        if draft.kind == "person" and draft.role and draft.target
    }
    if not held:
        return
    found: dict[tuple[str, str], list[tuple[int, Draft]]] = defaultdict(list)
    for position, draft, role in _roles(rows):
        single = draft.kind in ("group", "school") and not draft.plural and draft.target is not None
        head = find_head(role.split(" "))
        if (
            single
            and draft.target
            and head is not None
            and not head.body
            and not head.plural
            and (role, draft.target.key) not in held
        ):
            found[role, draft.target.key].append((position, draft))
    for (role, key), touched in found.items():
        target = touched[0][1].target
        name = target.name if target else ""
        yield OrderDoubt(
            f"office|{fold(role)}|{key}",
            "office",
            f"Кто занимает должность «{role}» ({name})? В приказе имя не названо.",
            role,
            _positions(touched),
            tuple(touched),
            _choices("оставить без имени"),
        )


def ask_employers(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«ГАОУ ДО СО «ИРО», Скрипниченко П.В., куратор исследования»: does he work there? Not: a title with its own organization."""
    for row in rows:
        for before, draft in zip(row.drafts, row.drafts[1:], strict=False):
            beside = (
                before.kind == "organization"
                and draft.kind == "person"
                and draft.role is not None
                and draft.target is None
            )
            if (
                beside
                and draft.person is not None
                and before.target is not None
                and re.fullmatch(r"[\s,]*", row.responsible[before.end : draft.start])
            ):
                yield OrderDoubt(
                    f"employer|{draft.person.key}|{before.target.key}", "employer",
                    f"{draft.person.name} ({draft.role}) работает в «{before.target.name}» или назван рядом?",
                    draft.person.name, (row.position,), ((row.position, draft),), _choices("работает там", "назван рядом"),
                )  # fmt: skip


def ask_namesakes(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«Иванова О.В., директор Средней школы № 21» and «Иванова О.В., учитель Средней школы № 14» in one order:
    one person or two? Not: one person with two posts in one organization.
    """
    found: dict[str, dict[str, list[tuple[int, Draft]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        for draft in row.drafts:
            if draft.person is not None and draft.target is not None:
                found[draft.person.key][draft.target.key].append((row.position, draft))
    for key, places in found.items():
        if len(places) > 1 and any(place.startswith("school|") for place in places):
            touched = tuple(one for cases in places.values() for one in cases)
            posts = "; ".join(f"{draft.role or '—'}, {draft.target.name}" for cases in places.values() for _, draft in cases[:1] if draft.target)
            name = touched[0][1].person.name if touched[0][1].person else ""
            yield OrderDoubt(f"namesakes|{key}", "namesakes", f"{name}: {posts}. Это один человек или однофамильцы?", name, _positions(touched), touched, _choices("один человек", "однофамильцы"))


def ask_similar_roles(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«тьюторы» and «учителя-тьюторы», «экспертная группа» and «экспертная консультационная группа»,
    «заместитель директора» and «заместитель руководителя» of schools: one role? Not: «методисты» and «старший методист».
    """
    found: dict[str, list[tuple[int, Draft]]] = defaultdict(list)
    for position, draft, role in _roles(rows):
        if draft.kind in ("group", "person"):
            found[role].append((position, draft))
    clusters: dict[str, set[str]] = defaultdict(set)
    roles = sorted(found, key=lambda role: (len(role), role))
    for index, short in enumerate(roles):
        for long in roles[index + 1 :]:
            if _may_be_one(short, long, found):
                root = next((name for name, members in clusters.items() if short in members), short)
                clusters[root] |= {short, long}
    for root, members in clusters.items():
        touched = tuple(one for role in sorted(members) for one in found[role])
        names = ", ".join(f"«{role}»" for role in sorted(members))
        yield OrderDoubt(
            f"similar_roles|{fold(root)}",
            "role_synonyms",
            f"{names}: это одно и то же?",
            root,
            _positions(touched),
            touched,
            _choices("одно и то же", "разные"),
        )


def _may_be_one(short: str, long: str, found: dict[str, list[tuple[int, Draft]]]) -> bool:
    if short == long:
        return False
    people = all(draft.kind == "person" for role in (short, long) for _, draft in found[role])
    if people and re.sub(r"\bруководителя\b", "директора", short) == re.sub(r"\bруководителя\b", "директора", long):
        return True
    left, right = singular_role(short), singular_role(long)
    if " " not in left and " " not in right:
        return right.endswith(f"-{left}")
    words, more = left.split(), right.split()
    head = find_head(words)
    return (
        head is not None and head.body and len(words) == 2 and len(more) == 3
        and words[0] == more[0] and words[-1] == more[-1]
    )  # fmt: skip


# --- lists of schools ------------------------------------------------------------------------------------


def _school_lists(drafts: tuple[Draft, ...]) -> dict[str, dict[str, Draft]]:
    """Role → {school key: draft} of a cell."""
    lists: dict[str, dict[str, Draft]] = defaultdict(dict)
    for draft in drafts:
        if draft.kind == "school" and draft.target is not None:
            lists[draft.role or ""][draft.target.key] = draft
    return lists


def ask_lists_within_measure(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """A measure «Корректировка программ школ №№ 2, 7, 11, 38» whose responsible list lacks 11 and 38.

    Not: a measure that names one host school; not lists that have little in common.
    """
    for row in rows:
        named = {draft.target.key: draft for draft in row.in_measure if draft.target is not None}
        answering = {key: draft for members in _school_lists(row.drafts).values() for key, draft in members.items()}
        missing = [draft for key, draft in named.items() if key not in answering]
        common = len(named) - len(missing)
        if len(named) > 3 and missing and common * 2 >= len(named) and answering:
            names = ", ".join(draft.target.name for draft in missing if draft.target is not None)
            yield OrderDoubt(
                f"lists_differ|{fingerprint(row.measure)}", "lists_differ",
                f"В тексте мероприятия {row.label} названы школы, которых нет среди ответственных: {names}. Они не отвечают?",
                names, (row.position,), candidates=_choices("не отвечают, как напечатано", "пропущены"),
            )  # fmt: skip


def ask_lists_almost_equal(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """Lists of ten schools or more that differ in one or two: one list with slips, or several? Not: equal lists."""
    lists = [
        (row, frozenset(members))
        for row in rows
        for members in _school_lists(row.drafts).values()
        if len(members) >= 10
    ]
    near = [(a, b) for index, a in enumerate(lists) for b in lists[index + 1 :] if 0 < len(a[1] ^ b[1]) <= 2]
    rows_touched = sorted({row.position for pair in near for row, _ in pair})
    if near:
        labels = {row.position: row.label for row, _ in lists}
        names = ", ".join(labels[position] for position in rows_touched)
        shared = frozenset.union(*(members for pair in near for _, members in pair))
        yield OrderDoubt(
            "lists_almost_equal|" + fingerprint(" ".join(sorted(shared))), "lists_differ",
            f"Списки школ в мероприятиях {names} почти совпадают: это один список?",
            names, tuple(rows_touched), candidates=_choices("разные, как напечатано", "один список"),
        )  # fmt: skip


def ask_status_scope(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """««опорных» Средних школ №№ 3, 15, Лицеев №№ 9, 10»: does the word cover the lyceums too? Not: one type."""
    for row in rows:
        types = {
            draft.target.school_type for draft in row.drafts if draft.kind == "school" and draft.target is not None
        }
        match = re.search(
            r"[«\"“](?P<status>[а-яё]+(?:ых|их))[»\"”]\s+[А-ЯЁа-яё]+\s+(?:школ|лице|гимнази)", row.responsible
        )
        if match and len(types) > 1:
            yield OrderDoubt(
                f"status_scope|{fold(match['status'])}|{fingerprint(row.measure)}",
                "status_scope",
                f"«{match['status']}» относится ко всем перечисленным школам или только к первым?",
                match["status"],
                (row.position,),
                candidates=_choices("ко всем", "только к первым"),
            )


RULES: tuple[DoubtRule, ...] = (
    ask_empty_deadlines,
    ask_deadline_readings,
    ask_month_out_of_order,
    ask_cell_readings,
    ask_empty_responsible,
    ask_abbreviations,
    ask_vague_sets,
    ask_schools_with_property,
    ask_all_schools,
    ask_offices,
    ask_employers,
    ask_namesakes,
    ask_similar_roles,
    ask_lists_within_measure,
    ask_lists_almost_equal,
    ask_status_scope,
)


def count_targets(drafts: Iterable[Draft]) -> Counter[str]:
    """How often each school or organization is pointed at."""
    return Counter(draft.target.key for draft in drafts if isinstance(draft.target, Target))
