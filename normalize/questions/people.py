"""Doubts about people and posts: offices without a name, where somebody works, namesakes within an order.

Each rule's docstring has an example and, after «not», a counter-example.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from normalize.fold import fold
from normalize.names.resolve import NAMESAKES, WORKS_THERE
from normalize.parties.drafts import Draft
from normalize.parties.units import Target
from normalize.questions.doubt import OrderDoubt, ReadRow, choices, positions_of
from normalize.roles import singular_role
from normalize.title_heads import find_head

_OF_A_SCHOOL = re.compile(r"директор\b|заместитель директора|завуч|учитель|педагог|социальный педагог|преподаватель")


def ask_offices(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«методист по курсовой подготовке МБУ ДО …» without a name, and nobody in the order holds the post.

    Not: «начальник Управления образования» where another row names her; not «врач ГБУЗ «Центр»» of a body whose people
    the order nowhere names; not a post behind words that were not read: «Петрова-мл. А.А., методист МБУ ДО …» is asked
    about as words, the name is there.
    """
    held = _held_posts(rows)
    named = {place for _, place in held}
    found: dict[tuple[str, str], list[tuple[int, Draft]]] = defaultdict(list)
    for row in rows:
        for before, draft in zip((None, *row.drafts), row.drafts, strict=False):
            behind_words = before is not None and before.rule == "unknown phrase"
            if draft.role and draft.target is not None and _is_office(draft) and not behind_words:
                post = singular_role(draft.role)
                known = (post, draft.target.key) in held or (post, None) in held
                theirs = draft.target.key in named or _may_be_anothers(before, draft, row.responsible)
                if theirs and not known:
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


def _may_be_anothers(before: Draft | None, draft: Draft, text: str) -> bool:
    """Whether the post may be read wrong: right beside a name, «Вязов А.К. (директор СОШ № 9)»."""
    return before is not None and before.kind == "person" and not re.search(r"[,;\n]", text[before.end : draft.start])


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
            placeless = draft.person is not None and draft.role is not None and draft.target is None
            if not placeless or before.kind != "organization" or before.target is None:
                continue
            if draft.person is not None and re.fullmatch(r"[\s,]*", row.responsible[before.end : draft.start]):
                yield _ask_employer(row.position, draft, draft.person.name, before.target)


def ask_colleagues(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«Вязов А.К., директор СОШ № 17, Лосева П.И., заместитель директора по УВР»: of the same school?

    So «начальник отдела образования Вязов А.К., ведущий специалист Лосева П.И.». Not: one whose place stands elsewhere
    in the order; not beside people of two schools, nor of two organizations.
    """
    for row in rows:
        schools = _places_of(row.drafts, of_school=True)
        bodies = _places_of([draft for draft in row.drafts if draft.kind == "person"], of_school=False)
        for at, draft in enumerate(row.drafts):
            if draft.kind != "person" or draft.person is None or draft.role is None or draft.target is not None:
                continue
            before, behind = row.drafts[max(at - 1, 0) : at], row.drafts[at + 1 : at + 2]
            school = next(iter(_places_of([*before, *behind], of_school=True, people=True).values()), None)
            body = next(iter(_places_of(before, of_school=False, people=True).values()), None)
            if school is not None and len(schools) == 1 and _OF_A_SCHOOL.match(draft.role):
                yield _ask_employer(row.position, draft, draft.person.name, school)
            elif body is not None and len(bodies) == 1 and _may_work_in(draft.role, body):
                yield _ask_employer(row.position, draft, draft.person.name, body)


def _places_of(drafts: Sequence[Draft], of_school: bool, people: bool = False) -> dict[str, Target]:
    """Key → school, or organization, that the drafts point at; with `people` those of people only."""
    return {
        draft.target.key: draft.target
        for draft in drafts
        if draft.target is not None
        and (draft.target.kind == "school") == of_school
        and (draft.kind == "person" or not people)
    }


_OF_AUTHORITY = re.compile(  # nothing more: «специалист группы оценки качества» says what she is of
    r"(?:ведущий |главный |старший )?(?:специалист|инспектор|консультант)$|заместитель начальника$"
)
_OF_GARDEN = re.compile(r"(?:старший )?воспитатель\b|заместитель заведующего\b|музыкальный руководитель\b")
_OF_CENTER = re.compile(r"заместитель директора\b|(?:старший )?методист\b|педагог дополнительного образования\b")


def _may_work_in(role: str, place: Target) -> bool:
    """A post that a body of the kind has, beside its head: «ведущий специалист» of a department."""
    if place.kind in ("authority", "ministry"):
        return _OF_AUTHORITY.match(role) is not None
    if place.name.startswith("Детский сад") or re.match(r"М\w?ДОУ\b", place.name):
        return _OF_GARDEN.match(role) is not None
    return _OF_CENTER.match(role) is not None


def _ask_employer(position: int, draft: Draft, name: str, place: Target) -> OrderDoubt:
    return OrderDoubt(
        f"employer|{draft.person.key if draft.person else ''}|{place.spelling}", "employer",
        f"{name} ({draft.role}) работает в «{place.name}» или назван рядом?",
        name, (position,), ((position, draft),), choices(WORKS_THERE, "назван рядом"),
    )  # fmt: skip


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
