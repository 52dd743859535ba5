"""«кл.», «гр.» behind an adjective, and titles of all of them: «кл. рук. выпускных кл.», «восп. всех гр.»."""

import re

from ingest.expressions import expression
from normalize.fold import fold
from normalize.titles.heads import ABBREVIATIONS

_NOUN = expression(
    r"(?P<before>[а-яё]{3}.*\s(?:[а-яё]+(?:(?P<many>ых|их)|(?P<one>ого|его|ой|ей))|(?P<all>всех))\s)"
    r"(?P<noun>кл|гр)(?![\w-])\.?(?=\s*(?:$|[,;)]|и\s))",
    re.IGNORECASE,
)
_FORMS = {("кл", True): "классов", ("кл", False): "класса", ("гр", True): "групп", ("гр", False): "группы"}
_OF_ALL = expression(r"(?P<post>\S.{1,15}?)\s*(?<![а-яё])всех\s", re.IGNORECASE)


def write_out_nouns(text: str) -> str:
    """«… выпускных кл.» → «… выпускных классов», «… старшей гр.» → «… старшей группы»; behind a title alone."""
    return _NOUN.sub(lambda found: found["before"] + _FORMS[found["noun"].lower(), found["one"] is None], text)


def is_short_of_all(text: str) -> bool:
    """«воспит. всех групп», «рук. всех ШМО»: an abbreviated post of all of them is several people's.

    Not «восп-ль всех групп», «воспитатель всех групп», which say one.
    """
    found = _OF_ALL.match(text)
    return found is not None and "-" not in found["post"] and fold(found["post"]) in ABBREVIATIONS
