"""Clubs, schools of arts and libraries by their own names, as parties: «Туристический клуб «Азимут»».

In the nominative with nothing that governs it or goes on: «руководитель клуба «Азимут»» leads it wherever it is.
"""

from ingest.expressions import expression
from normalize.fold import squeeze
from normalize.organization_names import OrganizationRef
from normalize.organizations.service_bodies import is_free
from normalize.quotes import CLOSING, closing_quote, inner_quotes
from normalize.settlements import PLACE

# «школьный клуб «Азимут»», «классный клуб …»: a circle inside the school, no body of its own
_ADJECTIVES = r"(?:(?!(?i:школьн|классн|дискуссионн|родительск|семейн))[А-ЯЁа-яё][а-яё-]+(?:ий|ый|ой|ая)\s+){0,3}"
_KIND = r"(?:[Мм]узыкальная|[Хх]удожественная|[Сс]портивная|[Хх]ореографическая)"
_NAMED = expression(
    rf"(?<![\w«\"“„-]){_ADJECTIVES}(?:[Кк]луб|{_KIND}\s+школа|[Шш]кола\s+искусств|[Бб]иблиотека(?:-филиал)?)"
    rf"\s+(?:(?P<quote>[«\"“„])|{PLACE}(?![\w-]))"
)
_CLOSED = expression(r"\s*(?:$|[,;.()\n–—-]|и\s)")


def find_by_themselves(plain: str) -> list[OrganizationRef]:
    """Those that a text names by a name in quotes, or by their village: «Библиотека с. Лесное»."""
    refs = []
    for match in _NAMED.finditer(plain):
        end = closing_quote(plain, match.start("quote")) if match["quote"] else match.end()
        if match["quote"] and plain[end - 1] not in CLOSING:
            continue  # «Клуб "Искра, директор»
        before = plain[: match.start()]
        if is_free(before) and not before.rstrip().endswith("(") and _CLOSED.match(plain, end):
            name = squeeze(inner_quotes(plain[match.start() : end]))
            refs.append(OrganizationRef(match.start(), end, name[0].upper() + name[1:], "other", False, True))
    return refs
