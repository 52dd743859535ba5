"""The municipal unit at the end of an authority's name, in letters: «администрация МО «Озёрский район»»."""

from ingest.expressions import expression
from normalize.organization_names import OrganizationRef
from normalize.quotes import OPENING, closing_quote
from normalize.settlements import BARE_DISTRICT, MUNICIPALITY, UNIT

_MUNICIPALITY = expression(rf"\s+{MUNICIPALITY}")
_LETTERS = expression(rf"(?P<gap>\s+){UNIT}\s*(?=[{OPENING}])")
_QUOTED = expression(rf"{UNIT}\s*[{OPENING}]")
_OF_UNITS = ("администрация", "мэрия", "дума")  # each unit has its own: nothing else needs to stand behind the noun
_BARE = expression(rf"\s+{BARE_DISTRICT}")
_OF_DISTRICT = expression(r"\s+[А-ЯЁ]{1,3}ГО(?![\w-])")  # «Управление образования КУГО»
_ADMINISTRATION = expression(r"(?i)администраци(?:я|и|ю|ей)\Z")


def unit_end(plain: str, at: int, head: str, has_words: bool, authority: bool) -> int | None:
    """Where the unit ends that begins at `at`, behind a name that may have one; None for none.

    «МО «Учитель»» may be a union of teachers, and on a line of its own another party; not behind «администрация».
    """
    if not has_words and head not in _OF_UNITS:
        return None
    letters = _LETTERS.match(plain, at) if authority else None
    is_one = letters is not None and ("\n" not in letters["gap"] or _ADMINISTRATION.search(plain, 0, at) is not None)
    if letters is not None and is_one:
        return closing_quote(plain, letters.end())
    found = _MUNICIPALITY.match(plain, at)
    if found is None and authority:  # «Управление образования Администрации ГО Сухой Лог»
        found = _BARE.match(plain, at) or _OF_DISTRICT.match(plain, at)
    return found.end() if found else None


def is_unit(name: str) -> bool:
    """True for «МО «Озёрский район»», «ГО «Речной»»; for «МО «Лингвист»» too."""
    return _QUOTED.match(name) is not None


def without_inner(refs: list[OrganizationRef], whole: list[OrganizationRef]) -> list[OrganizationRef]:
    """`refs` but for «МО «Озёрский район»» inside the `whole` «администрация МО «Озёрский район»»."""
    return [ref for ref in refs if not any(one.start < ref.start and ref.end <= one.end for one in whole)]
