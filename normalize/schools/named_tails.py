"""What stands behind a school's name and belongs to it: its number, its closing quote, an honour, its district."""

import re

from ingest.expressions import expression
from normalize.named_after import HONOUR
from normalize.schools.lists import SchoolRef
from normalize.schools.numbered import SchoolList, school_type_of
from normalize.settlements import DISTRICT, MUNICIPALITY, PLACE, district_of

_CLOSING = expression(r"(?:\s*№\s*(?P<number>\d{1,3})(?!\d))?\s*[»\"”]?")
_DISTRICT = expression(
    rf"{DISTRICT}|\s*(?P<municipality>{MUNICIPALITY})|\s*{PLACE}|,\s*{PLACE}(?=\s*(?:[,;()]|\n|$))"
)  # «СОШ им. А.К. Вязова, с. Луговое»
# «ГБОУ СО «Лесная школа № 2, реализующая адаптированные основные общеобразовательные программы»»
_ADAPTED = expression(
    r",\s*реализующ(?:ая|ей|ую)\s+(?:адаптирован|АООП)[^«»\"“”;]{0,120}?\s*(?:[»\"”]|(?=\s*$|\s+[А-ЯЁ][а-яё-]+\s+[А-ЯЁ]\.))"
)
_HONOUR = expression(rf"\s*{HONOUR}\s*[»\"”]?")


def school_named(match: re.Match[str], name: str, printed_type: str, plain: str) -> SchoolList:
    """«Берёзовская СОШ № 1» has a number too, but of its village: another village has a school № 1 of its own."""
    end, number, place = match.end(), None, None
    closing = _CLOSING.match(plain, end)
    clause = _ADAPTED.match(plain, closing.end("number") if closing is not None and closing["number"] else end)
    if closing is not None and (closing["number"] or re.search(r"[«\"“„]", match.group())):
        end, number = closing.end(), closing["number"]
    if clause is not None and re.search(r"[«\"“„]", match.group()):
        end, printed_type = clause.end(), "коррекционная школа"
    for tail in (_HONOUR, _DISTRICT):
        more = tail.match(plain, end)
        end = more.end() if more else end
        place = district_of(more.group().strip()) if more and tail is _DISTRICT else place
    ref = SchoolRef(match.start(), end, number, f"{name} № {number}" if number else name)
    return SchoolList(match.start(), end, school_type_of(printed_type), False, (ref,), place=place)
