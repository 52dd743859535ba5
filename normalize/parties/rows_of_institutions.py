"""Plurals in a row that are of one set of institutions: «Директора и завучи школ района», «Руководители РМО, ШМО»."""

import re
from dataclasses import replace
from itertools import pairwise

from normalize.fold import fold
from normalize.morphology import adjective_cases, names_person, noun_cases
from normalize.parties.drafts import Draft
from normalize.parties.rows_of_posts import is_post_of_school
from normalize.parties.sets import INSTITUTIONS, KINDERGARTENS, OTHER_INSTITUTIONS, SCHOOLS, UNIONS
from normalize.parties.walk import Walk
from normalize.titles.roles import singular_role
from normalize.vocabulary import forms_of

_SETS = SCHOOLS | KINDERGARTENS | OTHER_INSTITUTIONS
_WORDS_OF_SET = 2  # «образовательных организаций»
_TERRITORY = re.compile(r"(?:\s(?:города|района|округа|г\.|муниципальн\w+|городск\w+|[А-ЯЁ][\w-]+))*")
_OF_GARDEN = tuple(post for post, of in forms_of("roles", "post_at").items() if "garden" in of.split())
_GARDEN_POST = re.compile(rf"(?:{'|'.join(map(re.escape, _OF_GARDEN))}|заведующий)(?![\w-])")
_OF_OTHER_BODIES = frozenset(
    post for post, of in forms_of("roles", "post_at").items() if {"school", "garden"}.isdisjoint(of.split())
)
_BESIDE = re.compile(r"\s*(?P<mark>,?\s*и\s|,)\s*")
_HEADS = frozenset(forms_of("roles", "heads"))


def share_institutions(walk: Walk) -> None:
    """Gives the institutions of the last plural to the bare ones before it, and a plural to bare letters behind it."""
    _give_titles(walk)
    for at in reversed(range(len(walk.drafts) - 1)):
        first, last = walk.drafts[at], walk.drafts[at + 1]
        between = _BESIDE.fullmatch(walk.text, first.end, last.start)
        whose = institutions_of(last.role or "")
        if between is None or whose is None or not (_is_plural_group(first) and _is_plural_group(last)):
            continue
        if _is_of_them(first, whose, linked=between["mark"].strip(" ,") == "и"):
            walk.drafts[at] = replace(first, role=f"{first.role} {whose}", plural=True)


def institutions_of(role: str) -> str | None:
    """«школ района» of «завучи школ района», «сельских школ» of «учителя сельских школ»; None for other titles."""
    words = role.split(" ")
    for at in range(1, len(words)):
        for end in range(min(len(words), at + _WORDS_OF_SET), at, -1):
            territory = " ".join(["", *words[end:]])
            if fold(" ".join(words[at:end])) in _SETS and _TERRITORY.fullmatch(territory):
                while at > 1 and ("gent", "plur") in adjective_cases(words[at - 1]):
                    at -= 1
                return " ".join(words[at:])
    return None


def _is_plural_group(draft: Draft) -> bool:
    role = draft.role or ""
    return draft.kind == "group" and draft.target is None and singular_role(role) != role


def _is_of_them(post: Draft, whose: str, *, linked: bool) -> bool:
    """Whether a plural before «завучи школ» is of schools too: «Директора, …», «Директора и …»; not «Методисты, …».

    «и» links any bare plural; not «Методисты и педагоги школ», nor «Директора школ», who have their own.
    """
    role = post.role or ""
    one = singular_role(role)
    if linked and " " not in role:
        return one not in _OF_OTHER_BODIES
    of_gardens = not KINDERGARTENS.isdisjoint(fold(word) for word in whose.split(" "))
    if of_gardens:
        return _GARDEN_POST.fullmatch(one) is not None
    return is_post_of_school(one) and institutions_of(role) is None and not _has_own(role)


def _has_own(role: str) -> bool:
    """«директора лагерей», «учителя начальных классов»: of things of their own; not «заместители директоров»."""
    behind = role.split(" ")[1:]
    return any(("gent", "plur") in noun_cases(word) and not names_person(word) for word in behind)


def _give_titles(walk: Walk) -> None:
    """«Руководители РМО, ШМО», «Руководители ОУ, ДОУ»: heads of both; not «Руководители ОО, ШМО», «Учителя, ШМО»."""
    for at, (before, draft) in enumerate(pairwise(walk.drafts), start=1):
        head, _, of = (walk.drafts[at - 1].role or "").partition(" ")
        beside = _BESIDE.fullmatch(walk.text, before.end, draft.start)
        letters = _bare_letters(draft)
        same = any({fold(of), fold(letters)} <= letters_of for letters_of in (UNIONS, INSTITUTIONS))
        if head in _HEADS and same and beside is not None:
            walk.drafts[at] = replace(
                draft, kind="group", role=f"{head} {letters}", target=None, rule="title goes on", plural=True
            )


def _bare_letters(draft: Draft) -> str:
    """«ШМО», «УДО» as a party of their own; "" for any other."""
    if draft.kind == "organization" and draft.target is not None and draft.role is None:
        return draft.target.name
    return (draft.role or "") if draft.kind == "group" and draft.target is None else ""
