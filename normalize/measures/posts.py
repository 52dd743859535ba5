"""Titles behind several names of a measure's own text, against what the responsible cells say of those people."""

from collections.abc import Mapping
from dataclasses import replace

from normalize.measures.titles import BEHIND
from normalize.other_rows.posts_elsewhere import (
    NOTHING,
    Posts,
    is_above,
    posts_elsewhere,
    stands_against,
    works_elsewhere,
)
from normalize.parties.drafts import SHARED, CellReading, Draft


def without_others_titles(
    measures: Mapping[int, CellReading], responsible: Mapping[int, CellReading]
) -> dict[int, CellReading]:
    """The measures' readings, by position, without such a title for whom a cell shows in another post.

    «Вязова А.К., Лосева П.И., специалисты УО» of a head of the department and a specialist: nobody can be asked here,
    and the title may be of others beside them. A plural title before its names is theirs.
    """
    posts = posts_elsewhere(responsible.values())
    return {
        at: replace(reading, drafts=tuple(_kept(draft, posts) for draft in reading.drafts))
        for at, reading in measures.items()
    }


def _kept(draft: Draft, posts: Posts) -> Draft:
    behind_several = draft.rule == SHARED or (draft.rule == BEHIND and draft.plural)
    if not behind_several or not stands_against(draft, posts):
        return draft
    if not works_elsewhere(draft, posts) and not any(is_above(title) for title in _titles(draft, posts)):
        return draft  # «школьный координатор» of another row is a teacher too
    return replace(draft, role=None, target=None, rule="name in the measure", plural=False)


def _titles(draft: Draft, posts: Posts) -> set[str]:
    return posts.get(draft.person.key, NOTHING).titles if draft.person is not None else set()
