"""A head right before the deputy of the same body: «Начальник, заместитель начальника Управления образования»."""

import re
from dataclasses import replace
from itertools import pairwise

from normalize.morphology import inflect
from normalize.parties.drafts import Draft
from normalize.parties.walk import Walk
from normalize.titles.post_of_one import heads_a_body
from normalize.titles.roles import singular_role

_BESIDE = re.compile(r"\s*(?:,\s*(?:и\s)?|и\s)\s*")


def place_heads(walk: Walk) -> None:
    """Gives the body that is printed behind its deputy to the head before: whose deputy that is says so.

    Not «Начальник, методист ЦДО», nor «Начальник, заместитель начальника отдела качества УО», who is the department's.
    """
    for at, (first, last) in enumerate(pairwise(walk.drafts)):
        if _are_of_one(first, last) and _BESIDE.fullmatch(walk.text, first.end, last.start):
            walk.drafts[at] = replace(first, target=last.target, rule="head before the deputy")


def _are_of_one(head: Draft, deputy: Draft) -> bool:
    if head.kind != "group" or head.target is not None or deputy.kind != "group" or deputy.target is None:
        return False
    post = singular_role(head.role or "")
    whose = inflect(post, "gent", "sing") if " " not in post and heads_a_body(post) else None
    of = re.escape(whose or "")
    return bool(of) and re.fullmatch(rf"заместитель {of}(?: по .+)?", singular_role(deputy.role or "")) is not None
