"""Doubts about people and posts: offices without a name, namesakes within an order.

Each rule's docstring has an example and, after «not», a counter-example.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from normalize.fold import fold
from normalize.names.resolve import NAMESAKES
from normalize.parties.drafts import Draft
from normalize.questions.doubt import OrderDoubt, ReadRow, choices, positions_of
from normalize.titles.heads import find_head
from normalize.titles.roles import singular_role
from normalize.vocabulary import forms_of


def ask_offices(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«методист по курсовой подготовке МБУ ДО …» without a name, and nobody in the order holds the post.

    Not: «начальник Управления образования» where another row names her; not «врач ГБУЗ «Центр»» of a body whose people
    the order nowhere names; not a post behind words that were not read: «Петрова-мл. А.А., методист МБУ ДО …» is asked
    about as words, the name is there.
    """
    for (role, _), touched in _nameless_offices(rows).items():
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


def _nameless_offices(rows: tuple[ReadRow, ...]) -> Mapping[tuple[str, str], list[tuple[int, Draft]]]:
    """(role, place) that the order gives to nobody, of places that it names people of → where it stands."""
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
    return found


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


def ask_namesakes(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«Иванова О.В., директор Средней школы № 21» and «Иванова О.В., учитель Средней школы № 14» in one order:
    one person or two? Not: one person with two posts in one organization; not people whom given names tell apart; not
    «кураторы: Иванова О.В. – СОШ № 14», which she only looks after.
    """
    given = _given_names(rows)
    for key, places in _places_of_people(rows).items():
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


def _given_names(rows: tuple[ReadRow, ...]) -> defaultdict[str, set[str]]:
    """Person key → the given names that the order prints."""
    given: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        for draft in (*row.drafts, *row.in_measure):
            if draft.person is not None and draft.person.given_names is not None:
                given[draft.person.key].add(fold(draft.person.given_names))
    return given


def _places_of_people(rows: tuple[ReadRow, ...]) -> Mapping[str, Mapping[str, list[tuple[int, Draft]]]]:
    """Person key → place key → where the order shows the person there."""
    found: dict[str, dict[str, list[tuple[int, Draft]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        for draft in row.drafts:
            if draft.person is not None and draft.target is not None and not _looks_after(draft):
                found[draft.person.key][draft.target.key].append((row.position, draft))
    return found


def _looks_after(draft: Draft) -> bool:
    """«кураторы: Вязова А.К. – СОШ № 2»: the school is whom she looks after, and says nothing of where she works."""
    words = (draft.role or "").split(" ")
    head = find_head(words)
    at_school = draft.target is not None and draft.target.kind == "school"
    return at_school and head is not None and fold(words[head.index]) in _OVER_SCHOOLS


_OVER_SCHOOLS = frozenset(forms_of("roles", "over_schools"))
