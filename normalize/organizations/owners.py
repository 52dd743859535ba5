"""Whose a body is, in the genitive right behind its name: «ГБУЗ «Майинская ЦРБ» Минздрава РС(Я)» is the hospital."""

from collections.abc import Iterable
from dataclasses import replace

from ingest.expressions import expression
from normalize.organization_names import OrganizationRef
from normalize.vocabulary import alternatives, forms_of

_FORM = expression(rf"(?i)(?:{alternatives('organizations', 'legal')})(?!\w)")
_BLANK = expression(r"[^\S\n]+")
# «Минпросвещения», «Минобрнауки»: they have no cases, and behind a body a nominative has a comma before it
_WITHOUT_CASES = tuple(form for form in forms_of("organizations", "ministry") if form[-1] in "яиы")


# «МЗ КК», «МТСР КК»: a ministry's letters and its region's
_LETTERS = expression(
    rf"[^\S\n]+М[А-ЯЁи]{{0,5}}[А-ЯЁ]\s+(?:{alternatives('organizations', 'region').upper()}"
    rf"|{alternatives('organizations', 'owner_region').upper()})(?![\w-])"
)
_STATE = tuple(f"{form.upper()} " for form, value in forms_of("organizations", "legal").items() if value == "state")


def _with_letters(ref: OrganizationRef, plain: str) -> OrganizationRef:
    """«ГБУЗ «ЦРБ» МЗ КК»: the ministry that a body of the region is of; «МБУ «ЦРБ» МЗ КК» is asked."""
    owner = _LETTERS.match(plain, ref.end) if ref.name.startswith(_STATE) and "«" in ref.name else None
    return ref if owner is None else replace(ref, end=owner.end())


def without_owners(refs: Iterable[OrganizationRef], plain: str) -> tuple[OrganizationRef, ...]:
    """The bodies, left to right, each with the authority that it is of in its span.

    Not «ГАОУ ДПО «ИРО» Управление образования»: a nominative is the next party.
    """
    kept: list[OrganizationRef] = []
    for ref in refs:
        if kept and _is_owner(ref, kept[-1], plain):
            kept[-1] = replace(kept[-1], end=ref.end)
        else:
            kept.append(_with_letters(ref, plain))
    return tuple(kept)


def _is_owner(ref: OrganizationRef, body: OrganizationRef, plain: str) -> bool:
    if ref.kind not in ("authority", "ministry") or body.kind in ("authority", "ministry"):
        return False
    in_genitive = not ref.nominative or ref.name.lower().startswith(_WITHOUT_CASES)
    return in_genitive and _BLANK.fullmatch(plain, body.end, ref.start) is not None and bool(_FORM.match(body.name))
