"""A centre by its letters right before the institution that it is of: «ЦНППМ ГАОУ ДПО СО «ИРО»»."""

from collections.abc import Iterable
from dataclasses import replace

from ingest.expressions import expression
from normalize.fold import fold
from normalize.organization_names import CENTRE_OF_BODY, OrganizationRef
from normalize.vocabulary import forms_of

_BEFORE = expression(r"(?<![\w-])(?P<letters>[А-ЯЁ]{2,4}Ц|[А-ЯЁ]{0,3}Ц[А-ЯЁ]{2,4})[^\S\n]+$")
_NO_CENTRE = frozenset(forms_of("roles", "area")) | frozenset(forms_of("organizations", "legal_more"))


def with_centres(refs: Iterable[OrganizationRef], plain: str) -> list[OrganizationRef]:
    """The bodies, each with the letters of its centre before its legal form; not «директор ЦДТ, ГАОУ «ИРО»»."""
    return [_with_centre(ref, plain) for ref in refs]


def _with_centre(ref: OrganizationRef, plain: str) -> OrganizationRef:
    found = _BEFORE.search(plain, 0, ref.start)
    if found is None or fold(found["letters"]) in _NO_CENTRE:
        return ref
    name = f"{found['letters']} {ref.name}"
    if CENTRE_OF_BODY.match(name) is None:
        return ref
    return replace(ref, start=found.start(), name=name, kind="center", nominative=True)
