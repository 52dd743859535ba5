"""The body that stands right before a person in the cell, where the title ends in a noun: «ЦНППМ, Вязова А.К., директор
центра» is director of the ЦНППМ, whatever other centre the order knows."""

from collections.abc import Sequence

from ingest.expressions import expression
from normalize.model import Organization
from normalize.names.bare_bodies import Bodies, head_noun
from normalize.organization_heads import HEADS, head_of
from normalize.parties.drafts import Draft

_LETTERS = expression(r"(?<![\w-])[А-ЯЁ]{3,8}(?![\w-])")


def noun_at_end(role: str) -> str | None:
    """«центр» of «методист центра»: a centre's or an institute's noun, of which an order may name several."""
    noun = head_of(role.rpartition(" ")[2]) if " " in role else None
    return noun if noun is not None and HEADS[noun] in ("center", "institute") else None


def body_before(draft: Draft, cell: Sequence[Draft], bodies: Bodies) -> Organization | None:
    """The institution that is a party by itself right before the person; None for none, and for an authority."""
    at = next(index for index, one in enumerate(cell) if one is draft)
    before = cell[at - 1] if at > 0 and draft.person is not None else None
    if before is None or before.kind != "organization" or before.target is None:
        return None
    body = bodies.by_key.get(before.target.key)
    return body if body is not None and body.kind not in ("authority", "ministry", "school") else None


def is_surely(body: Organization, noun: str) -> bool:
    """«Центр …», «ИМЦ», «ЦНППМ ГАОУ ДПО «ИРО»»: its noun or a letter for it says so; «МБУ «Доверие»» may be one."""
    letters = _LETTERS.search(body.name)
    return (
        head_noun(body.name) == noun
        or f"-{noun}" in body.name.lower()
        or (letters is not None and noun[0].upper() in letters.group())
    )
