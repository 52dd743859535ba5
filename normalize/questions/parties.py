"""Doubts about who answers: cells, titles, offices, abbreviations, namesakes.

Each rule's docstring has an example and, after «not», a counter-example.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from normalize.fold import fingerprint, fold, squeeze
from normalize.names.resolve import NAMESAKES, WORKS_THERE
from normalize.parties.drafts import CellDoubt, Draft, doubt_key
from normalize.questions.doubt import OrderDoubt, ReadRow, choices, positions_of
from normalize.questions.verdict_effects import CELL_CHOICES
from normalize.roles import find_head, singular_role
from normalize.vocabulary import forms_of

_ALL_SCHOOLS = forms_of("roles", "all_schools")
_SCHOOL_HEADS = frozenset({"руководители", "директора", "руководитель", "директор"})
_IN_WORDS = {"школ": "школы"}  # what stands in the genitive behind a post

_KNOWN_ABBREVIATIONS = frozenset(forms_of("roles", "known")) | frozenset(forms_of("organizations", "known"))
_AMBIGUOUS = forms_of("roles", "ambiguous")
_VAGUE = forms_of("roles", "vague")
_LEGAL_FORMS = frozenset(forms_of("organizations", "legal")) | frozenset(forms_of("organizations", "legal_more"))
_ABBREVIATION = re.compile(r"(?<![\w-])[А-ЯЁ]{2,6}(?![\w])")
_SCHOOLS_WITH = re.compile(r"\bшкол[\s-]+(?P<property>лидер\w+|участни\w+|партн[её]р\w+|наставни\w+|куратор\w+)")


def ask_cell_readings(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """What the cell rules were not sure of: «Методисты руководители ШМО». Not: «Инспектор ОДН Соц. педагог»."""
    found: dict[str, list[tuple[ReadRow, CellDoubt]]] = defaultdict(list)
    sure = _sure_titles(rows)
    for row in rows:
        for doubt in row.cell_doubts:
            if doubt.kind in _OF_PEOPLE and _is_settled(row, doubt, sure):
                continue
            if doubt.kind == "abbreviation" and _is_explained(row, doubt):
                continue
            found[doubt_key(doubt, row.responsible)].append((row, doubt))
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
            choices(*CELL_CHOICES.get(first.kind, ())),
        )


def ask_other_titles(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«Вязова А.К., директор» where another row says «Зам. директора Вязова А.К.»: her second title, or another party?

    Not: «Вязова А.К., директор» in an order that names no other title of hers.
    """
    found: dict[tuple[str, str], list[tuple[int, Draft]]] = defaultdict(list)
    first: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for draft in row.drafts:
            if draft.person is None or draft.role is None:
                continue
            if draft.rule == "title first":
                first[draft.person.key].add(draft.role)
            elif draft.rule == "title behind the name" and draft.target is None:
                found[draft.person.key, draft.role].append((row.position, draft))
    for (person, role), touched in found.items():
        if first[person] and role not in first[person]:
            name = touched[0][1].person.name if touched[0][1].person else ""
            others = ", ".join(sorted(first[person]))
            yield OrderDoubt(
                f"title_order|{person}|{fold(role)}", "title_order",
                f"«{name}, {role}», а в других строках — {others}: обе должности одного лица?",
                name, positions_of(touched), tuple(touched), choices("обе"),
            )  # fmt: skip


def _is_explained(row: ReadRow, doubt: CellDoubt) -> bool:
    """«ИРО» where the order, or another one, names «ГАОУ ДПО СО «ИРО»»: the letters are its name."""
    targets = [draft.target for draft in row.drafts if (draft.start, draft.end) == (doubt.start, doubt.end)]
    return any(target is not None and _ABBREVIATION.fullmatch(target.name) is None for target in targets)


_OF_PEOPLE = frozenset({"title_order", "place_or_party"})


def _sure_titles(rows: tuple[ReadRow, ...]) -> dict[str, set[str]]:
    """Person key → the titles that cells without such a doubt give them."""
    sure: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        doubtful = [doubt for doubt in row.cell_doubts if doubt.kind in _OF_PEOPLE]
        for draft in row.drafts:
            beside = any(draft.start < doubt.end and doubt.start < draft.end for doubt in doubtful)
            if draft.person is not None and draft.role and not beside:
                sure[draft.person.key].add(draft.role)
    return sure


def _is_settled(row: ReadRow, doubt: CellDoubt, sure: dict[str, set[str]]) -> bool:
    """«Вязова А.К., педагог Лосев П.И.» where another row says whose title it is: hers is another, or it is his."""
    people = [draft for draft in row.drafts if draft.person and draft.start < doubt.end and doubt.start < draft.end]
    if not people or people[0].person is None:
        return False
    left, right = people[0].person.key, people[-1]
    if doubt.kind == "place_or_party":
        return bool(sure[left])
    has_it = right.person is not None and right.role in sure[right.person.key]
    return right.role not in sure[left] and (bool(sure[left]) or has_it)


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


def _roles(rows: tuple[ReadRow, ...]) -> Iterator[tuple[int, Draft, str]]:
    for row in rows:
        for draft in row.drafts:
            if draft.role:
                yield row.position, draft, draft.role


def _roles_and_places(rows: tuple[ReadRow, ...]) -> Iterator[tuple[int, Draft, str]]:
    """Titles, and organizations of which only the letters are printed."""
    yield from _roles(rows)
    for row in rows:
        for draft in row.drafts:
            if draft.target is not None and draft.rule != "acronym" and _ABBREVIATION.fullmatch(draft.target.name):
                yield row.position, draft, draft.target.name


def ask_abbreviations(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """An abbreviation that the order never spells out and not every reader knows: «ШМО», «ПК». Not: «УВР»."""
    found: dict[str, list[tuple[int, Draft]]] = defaultdict(list)
    for position, draft, printed in _roles_and_places(rows):
        for match in _ABBREVIATION.finditer(printed):
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
            positions_of(touched),
            tuple(touched),
            choices(*readings),
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
            positions_of(touched),
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
        names = ", ".join(f"«{_IN_WORDS.get(name, name)}»" for name in sorted(found))
        yield OrderDoubt(
            f"all_schools|{fold(', '.join(sorted(found)))}",
            "role_synonyms",
            f"{names}: имеются в виду одни и те же учреждения?",
            names,
            positions_of(touched),
            touched,
            choices("одни и те же", "разные"),
        )


def ask_offices(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«методист по курсовой подготовке МБУ ДО …» without a name, and nobody in the order holds the post.

    Not: «начальник Управления образования» where another row names her; not an order that names nobody; not a post
    behind words that were not read: «Петрова-мл. А.А., методист МБУ ДО …» is asked about as words, the name is there.
    """
    held = _held_posts(rows)
    if not any(place for _, place in held):
        return
    found: dict[tuple[str, str], list[tuple[int, Draft]]] = defaultdict(list)
    for row in rows:
        for before, draft in zip((None, *row.drafts), row.drafts, strict=False):
            behind_words = before is not None and before.rule == "unknown phrase"
            if draft.role and draft.target is not None and _is_office(draft) and not behind_words:
                post = singular_role(draft.role)
                if (post, draft.target.key) not in held and (post, None) not in held:
                    found[draft.role, draft.target.key].append((row.position, draft))
    for (role, _), touched in found.items():
        target = touched[0][1].target
        name, spelling = (target.name, target.spelling) if target else ("", "")
        yield OrderDoubt(
            f"office|{fold(role)}|{spelling}",
            "office",
            f"Кто занимает должность «{role}» ({name})? Имя при ней не напечатано.",
            role,
            positions_of(touched),
            tuple(touched),
            choices("оставить без имени"),
        )


def _held_posts(rows: tuple[ReadRow, ...]) -> set[tuple[str, str | None]]:
    """(post, organization) that people of the order hold, further titles included; None where no place is printed."""
    return {
        (singular_role(role), target.key if target is not None else None)
        for row in rows
        for draft in row.drafts
        if draft.person is not None
        for role, target in ((draft.role, draft.target), *draft.other_roles)
        if role
    }


def _is_office(draft: Draft) -> bool:
    """A post of one person in one place: not «методисты», not «экспертная группа»."""
    head = find_head((draft.role or "").split(" "))
    single = draft.kind in ("group", "school") and not draft.plural
    return single and head is not None and not head.body and not head.plural


def ask_employers(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«ГАОУ ДО СО «ИРО», Скрипниченко П.В., куратор исследования»: does he work there?

    Not: a title with an organization of its own.
    """
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
                    f"employer|{draft.person.key}|{before.target.spelling}", "employer",
                    f"{draft.person.name} ({draft.role}) работает в «{before.target.name}» или назван рядом?",
                    draft.person.name, (row.position,), ((row.position, draft),), choices(WORKS_THERE, "назван рядом"),
                )  # fmt: skip


def ask_colleagues(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«Вязов А.К., директор СОШ № 17, Лосева П.И., заместитель директора по УВР»: of the same school?

    Not: one whose school stands elsewhere in the order; not beside people of two schools.
    """
    for row in rows:
        schools = {draft.target.key for draft in row.drafts if draft.target is not None}
        for at, draft in enumerate(row.drafts):
            beside = [*row.drafts[max(at - 1, 0) : at], *row.drafts[at + 1 : at + 2]]
            place = next((one.target for one in beside if one.kind == "person" and one.target is not None), None)
            if draft.kind != "person" or draft.person is None or draft.role is None or draft.target is not None:
                continue
            if place is None or place.kind != "school" or len(schools) > 1 or not _OF_A_SCHOOL.match(draft.role):
                continue
            yield OrderDoubt(
                f"employer|{draft.person.key}|{place.spelling}", "employer",
                f"{draft.person.name} ({draft.role}) работает в «{place.name}» или назван рядом?",
                draft.person.name, (row.position,), ((row.position, draft),), choices(WORKS_THERE, "назван рядом"),
            )  # fmt: skip


_OF_A_SCHOOL = re.compile(r"директор\b|заместитель директора|завуч|учитель|педагог|социальный педагог|преподаватель")


def ask_namesakes(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«Иванова О.В., директор Средней школы № 21» and «Иванова О.В., учитель Средней школы № 14» in one order:
    one person or two? Not: one person with two posts in one organization; not people whom given names tell apart.
    """
    given: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for draft in (*row.drafts, *row.in_measure):
            if draft.person is not None and draft.person.given_names is not None:
                given[draft.person.key].add(fold(draft.person.given_names))
    found: dict[str, dict[str, list[tuple[int, Draft]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        for draft in row.drafts:
            if draft.person is not None and draft.target is not None:
                found[draft.person.key][draft.target.key].append((row.position, draft))
    for key, places in found.items():
        if len(places) > 1 and len(given[key]) < 2 and any(place.startswith("school|") for place in places):
            touched = tuple(one for cases in places.values() for one in cases)
            posts = "; ".join(
                f"{draft.role or '—'}, {draft.target.name}"
                for cases in places.values()
                for _, draft in cases[:1]
                if draft.target
            )
            name = touched[0][1].person.name if touched[0][1].person else ""
            yield OrderDoubt(
                f"namesakes|{key}",
                "namesakes",
                f"{name}: {posts}. Это один человек или однофамильцы?",
                name,
                positions_of(touched),
                touched,
                choices("один человек", NAMESAKES),
            )


def ask_similar_roles(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«тьюторы» and «учителя-тьюторы», «экспертная группа» and «экспертная консультационная группа»,
    «заместитель директора» and «заместитель руководителя» of schools: one role?

    Not: «методисты» and «старший методист».
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
            positions_of(touched),
            touched,
            choices("одно и то же", "разные"),
        )


def _may_be_one(short: str, long: str, found: dict[str, list[tuple[int, Draft]]]) -> bool:
    if short == long:
        return False
    people = all(draft.kind == "person" for role in (short, long) for _, draft in found[role])
    if people and re.sub(r"\bруководителя\b", "директора", short) == re.sub(r"\bруководителя\b", "директора", long):
        return True
    left, right = singular_role(short), singular_role(long)
    if " " not in left and " " not in right:
        groups = all(draft.kind == "group" for role in (short, long) for _, draft in found[role])
        return groups and right.endswith(f"-{left}")
    words, more = left.split(), right.split()
    head = find_head(words)
    return (
        head is not None and head.body and len(words) == 2 and len(more) == 3
        and words[0] == more[0] and words[-1] == more[-1]
    )  # fmt: skip
