"""A territory in words between a legal form and the name: «ГАОУ ДПО Лесной области «ИРО»», «МБУ ДО г. Ключи «ЦДТ»»."""

import re

from ingest.expressions import expression
from normalize.fold import squeeze
from normalize.organization_names import OrganizationRef, organization_kind
from normalize.organizations.declined import in_nominative
from normalize.organizations.quoted import FORM, is_state, names_of_one_form
from normalize.organizations.whereabouts import place_of_quoted
from normalize.quotes import OPENING, closing_quote, inner_quotes, unquoted
from normalize.regions import SPELT

_DISTRICT = r"[А-ЯЁ][\w-]+(?:ого|его)\s+(?:(?:городского|муниципального)\s+)?(?:округа|района)(?!\w)"
_TOWN = r"(?:г\.|гор\.|города)\s?[А-ЯЁ][\w-]+"
_WHOSE = rf"(?P<whose>(?-i:(?P<region>{SPELT})|{_DISTRICT}|{_TOWN}))"
_LETTERS = r"(?P<letters>(?-i:[А-ЯЁ]{2,6})(?![\w-])(?!\s*№))"
_FORM_AND_WHOSE = expression(
    rf"(?<![\w-]){FORM}\s+{_WHOSE}\s*(?:(?=[{OPENING}])|(?<=\s){_LETTERS}(?!\s*[{OPENING}]))", re.IGNORECASE
)


def find_with_territory(plain: str) -> list[OrganizationRef]:
    """A region stays with the form, as its letters do («ГАОУ ДПО СО «ИРО»»); a town or district goes behind."""
    return [ref for match in _FORM_AND_WHOSE.finditer(plain) if _is_one_name(match) for ref in _named(plain, match)]


# «МБУ города Озёрска «Гимназия № 2»»: read in schools/
_SCHOOL = expression(
    rf"[{OPENING}]\s*(?i:лице|гимнази|СОШ|ООШ|(?:средняя|основная|начальная)\s+(?:общеобразовательная\s+)?школа)"
)


def _is_one_name(match: re.Match[str]) -> bool:
    """Letters without quotes only behind the state's form and a region: «Руководители ОО Лесного района УО» are two."""
    if match["letters"] is None:
        return match["region"] is not None or not _SCHOOL.match(match.string, match.end())
    return match["region"] is not None and is_state(match["legal"])


def _named(plain: str, match: re.Match[str]) -> list[OrganizationRef]:
    end = match.end() if match["letters"] else closing_quote(plain, match.end())
    proper = match["letters"] or in_nominative(inner_quotes(unquoted(plain[match.end() : end])))
    legal, whose = squeeze(match["legal"]).upper(), squeeze(match["whose"])
    legal = f"{legal} {whose}" if match["region"] else legal
    where, end = place_of_quoted(plain, end) if match["region"] else (f" {whose}", end)
    name = f"{legal} «{proper}»{where}"
    ref = OrganizationRef(match.start(), end, name, organization_kind(name), is_state(legal), True)
    return [ref, *(() if match["letters"] else names_of_one_form(plain, end, legal))]


_BEFORE = expression(rf"(?<![\w-])(?i:{FORM})(?:\s+(?P<region>{SPELT}))?\s+$")


def form_before(plain: str, at: int) -> tuple[int, str] | None:
    """Where a legal form that ends right before `at` begins, and what it says: «ГАОУ ДПО Лесной области»."""
    form = _BEFORE.search(plain, 0, at)
    if form is None:
        return None
    return form.start(), squeeze(f"{form['legal'].upper()} {form['region'] or ''}")
