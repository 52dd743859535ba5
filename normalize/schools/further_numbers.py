"""Further numbers of a list of schools that have «№» and no word of their own: «…, № 27 – КУГ, № 32»."""

from dataclasses import replace

from ingest.expressions import expression
from normalize.schools.lists import LIST, NUMERO, plain_list, read_list
from normalize.schools.numbered import SchoolList, read_tail, small_letters

_BARE_LIST = expression(rf"\s*[,;]?\s*(?P<whole>(?:{NUMERO})\s*(?P<list>{LIST}))")
# «№ 2, 7 – октябрь, № 11 – ноябрь», «№ 2 – 1 четверть; № 11, 37 – 2 четверть»: a remark that names nobody
_BEHIND_REMARK = expression(rf"\s*-\s*[^№,;:()]{{1,40}}[,;]\s*(?P<whole>№[№\s]*(?P<list>{LIST}))")
_CAPITAL = expression(r"[А-ЯЁ]")


def find_bare_numbers(text: str, at: int, before: SchoolList | None = None) -> SchoolList | None:
    """A list of numbers with «№» but without a word, right at `at`: «…, № 27 – КУГ, № 32 – № 40» goes on after КУГ.

    It is of the type of those `before` it behind what is said of them, and with a village of its own as they have:
    «СОШ № 2 – октябрь, № 11 – ноябрь», «СОШ № 2 с. Ключи, № 1 с. Лесное».
    """
    lower = plain_list(small_letters(text))[0]
    bare = _BARE_LIST.match(lower, at)
    match = bare or _BEHIND_REMARK.match(lower, at)
    if match is None or _CAPITAL.search(text, at, match.start("whole")) is not None:
        return None
    schools = tuple(read_list(match["list"], match.start("list")))
    found = SchoolList(match.start("whole"), match.end(), None, False, schools, plural=True)
    if before is None:
        return found
    end, place, _ = read_tail(text, match.end(), len(schools) == 1) if bare is not None else (match.end(), None, False)
    if place is not None and before.place is not None:
        found = replace(found, end=end, place=place)
    elif bare is not None:
        return found
    return replace(found, type=before.type, kindergarten=before.kindergarten, body=before.body)
