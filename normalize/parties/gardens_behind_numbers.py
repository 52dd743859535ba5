"""Kindergartens with which a list of numbers ends by name: «ДОУ №№ 1, 5, «Сказка»», «д/с № 3 и «Теремок»»."""

from collections.abc import Iterator

from ingest.expressions import expression
from normalize.fold import read_cyrillic
from normalize.organization_heads import head_of
from normalize.organization_names import OrganizationRef
from normalize.parties.units import Unit
from normalize.titles.heads import find_head

# Up to the end of a party: «ДОУ № 5, «Сказка» для родителей» is a play
_NAME = expression(
    r"\s*(?:,\s*(?:и\s+)?|\bи\s+)(?P<quoted>[«\"“„](?P<name>[^«»\"“”„,;\n]{3,40})[»\"”“])"
    r"(?=\s*(?:[,;.()\n]|и\s|$|[А-ЯЁ][а-яё-]+\s[А-ЯЁ]\.))"
)


def find_named_gardens(text: str, lists: list[Unit]) -> Iterator[OrganizationRef]:
    """Those behind each list of kindergartens; `lists`: the numbered schools and kindergartens of the text."""
    plain = read_cyrillic(text)
    for unit in lists:
        at = unit.end if unit.schools is not None and unit.schools.kindergarten else len(plain)
        while (named := _NAME.match(plain, at)) is not None and _is_proper(named["name"]):
            at = named.end()
            yield OrganizationRef(
                named.start("quoted"), at, f"Детский сад «{named['name'].strip()}»", "other", False, True
            )


def _is_proper(name: str) -> bool:
    """«Сказка», «Золотой ключик»; not «Центр развития ребёнка», which is read by its first word, nor «СОШ»."""
    first = name.split()[0]
    return not first.isupper() and head_of(first) is None and find_head([first]) is None
