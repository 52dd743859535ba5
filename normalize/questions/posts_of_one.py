"""Doubts about posts of which there is one: two people in it, or one person in two ranks of it.

Each rule's docstring has an example and, after «not», a counter-example.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from normalize.fold import fold
from normalize.match import one_edit
from normalize.names.surnames import share_half
from normalize.parties.drafts import Draft
from normalize.posts import post_key
from normalize.questions.doubt import OrderDoubt, ReadRow, choices, positions_of
from normalize.titles.roles import singular_role
from normalize.vocabulary import forms_of

AS_PRINTED = "Так напечатано"
_Touched = list[tuple[int, Draft]]
_Posts = Mapping[tuple[str, str], Mapping[str, _Touched]]


def ask_posts_of_one(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«Вязов А.К., директор СОШ № 27» and «Лосева П.И., директор СОШ № 27» in one order: a slip in a number, in a name?

    Not: «и.о. директора СОШ № 27 Лосева П.И.», nor deputies, of whom a school has several; not «Вязова А.К.» and
    «Вязов А.К.», of whom it is asked whether they are one.
    """
    for (_, place), holders in _heads(rows).items():
        several = [who for who in holders if not any(_alike(who, other) for other in holders if other != who)]
        touched = [one for who in several for one in holders[who]]
        if len(several) < 2:
            continue
        draft = touched[0][1]
        named = [first.person.name for _, first in (holders[who][0] for who in several) if first.person is not None]
        role, where = draft.role or "", draft.target.name if draft.target is not None else ""
        yield OrderDoubt(
            f"one_post|{fold(role)}|{place}", "one_post",
            f"Верно ли напечатано: «{role}, {where}» — {' и '.join(named)}?",
            named[0], positions_of(touched), tuple(touched), choices(AS_PRINTED),
        )  # fmt: skip


def ask_two_ranks(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«Вязова А.К., главный специалист УО» and «Вязова А.К., ведущий специалист УО»: which is she?

    Not: «специалист» beside «главный специалист», which only says less.
    """
    for (who, place), ranks in _ranks(rows).items():
        if len(ranks) < 2:
            continue
        touched = [one for cases in ranks.values() for one in cases]
        draft = touched[0][1]
        name = draft.person.name if draft.person is not None else ""
        roles = " и ".join(f"«{cases[0][1].role}»" for cases in ranks.values())
        where = draft.target.name if draft.target is not None else ""
        yield OrderDoubt(
            f"two_ranks|{who}|{place}", "two_ranks",
            f"{name} ({where}): в одном приказе — {roles}. Верно ли напечатано?",
            name, positions_of(touched), tuple(touched), choices(AS_PRINTED),
        )  # fmt: skip


def _heads(rows: tuple[ReadRow, ...]) -> _Posts:
    """(post, place) of those who head a school or body → person → where the order says so, and asks nothing there."""
    found: dict[tuple[str, str], dict[str, _Touched]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        for draft in row.drafts:
            asked = any(doubt.start < draft.end and draft.start < doubt.end for doubt in row.cell_doubts)
            if draft.person is None or draft.target is None or draft.role is None or asked:
                continue
            post = post_key(singular_role(draft.role))
            post = _FEMININE.get(post, post)
            if draft.target.kind in _HEADS.get(post, "").split():
                found[post, draft.target.spelling][row.means.get(draft.person.key, draft.person.key)].append(
                    (row.position, draft)
                )
    return found


def _ranks(rows: tuple[ReadRow, ...]) -> _Posts:
    """(person, place) → rank and post, «главный специалист» → where the order says so; of one post only."""
    found: dict[tuple[str, str, str], dict[str, _Touched]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        for draft in row.drafts:
            rank, _, rest = fold(draft.role or "").partition(" ")
            if draft.person is not None and draft.target is not None and rank in _RANKS and rest:
                who = row.means.get(draft.person.key, draft.person.key)
                post = who, draft.target.spelling, rest.partition(" ")[0]
                found[post][rank].append((row.position, draft))
    return {(who, place): ranks for (who, place, _), ranks in found.items() if len(ranks) > 1}


def _alike(one: str, other: str) -> bool:
    """Whether two name keys are asked about as such: a letter, initials the other way round or left out."""
    left, right = one.split("|"), other.split("|")
    if left[0] == right[0]:
        return len(left) != len(right) or sorted(left) == sorted(right)
    return left[1:] == right[1:] and (one_edit(one, other) or share_half(left[0], right[0]))


_HEADS = forms_of("roles", "head_post")
_FEMININE = {"заведующая": "заведующий"}
_RANKS = frozenset(forms_of("posts", "rank"))
