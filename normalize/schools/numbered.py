"""Schools with numbers in a text: typed lists, single schools. Those with a name only: named.py.

«Средних школ №№ 2, 7, Основных школ № 27, 39», «МБОУ «СОШ № 5»», «Лицей 44», «№№ 30–32» (names.md §3).
Numbers that follow no word for a school are not schools («лот 2.2», «Педсовет 66»).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ingest.expressions import expression
from normalize.fold import fold, read_cyrillic
from normalize.named_after import HONOUR
from normalize.schools.legal_forms import place_of_form, short_forms
from normalize.schools.lists import (
    LIST,
    NUMBER,
    NUMERO,
    ROW_BEHIND_COLON,
    SchoolRef,
    plain_list,
    read_list,
    split_at,
    with_numeros,
)
from normalize.schools.numbers_apart import close_bracket, join_numbers, place_before
from normalize.schools.said_numbers import are_pairs, is_list
from normalize.schools.shared_word import SHARED_TYPE, TAIL, mark_shared, shared_type
from normalize.settlements import DISTRICT, MUNICIPALITY, PLACE, district_of
from normalize.vocabulary import load_entries


@dataclass(frozen=True, slots=True)
class SchoolList:
    """A type with its numbers, or one named school. The span runs from the type word to the last number.

    `type` is None where only «школа», «ОУ» … is printed; `status` is «опорная», «школа-лидер», «с низкими
    результатами» where printed; `open` = «и других».
    `slips`: separators read as a comma that were none («17. 20»).
    `body`: «Музыкальная школа», for what has numbers of its own and is no school of v_schools.
    """

    start: int
    end: int  # exclusive
    type: str | None
    kindergarten: bool
    schools: tuple[SchoolRef, ...]
    status: str | None = None
    open: bool = False
    place: str | None = None  # «г. Конаково», «Озёрного района»
    plural: bool = False
    body: str | None = None


def _patterns(section: str) -> list[tuple[str, str]]:
    return [
        (form, entry.value) for entry in load_entries("schools") if entry.section == section for form in entry.forms
    ]


def _union(section: str) -> str:
    return "|".join(form for form, _ in sorted(_patterns(section), key=lambda pair: -len(pair[0])))


# Schools of these types share one row of numbers in a town; a «Школа-интернат № 27» may stand beside its № 27.
ONE_ROW = frozenset({"средняя", "основная", "начальная", "лицей", "гимназия", "прогимназия", "гимназия-лицей"})
CANONICAL = {entry.value: entry.note for entry in load_entries("schools") if entry.section == "type"}
_LEGAL = (
    r"(?:(?:муниципальн\w+\s+(?:бюджетн\w+|автономн\w+|казенн\w+)\s+)?"
    rf"(?:обще)?образовательн\w+\s+(?:учреждени\w+|организаци\w+)|{_union('legal')}|оо"
    rf"|(?:{_union('legal_of_any')})(?!\s+[«\"“„]?\s*(?:до|сш)(?!\w)))"
)
_STATUS = rf"[«\"“„]?(?P<status>{_union('status')})[»\"”“]?\s+"
_STATUS_AFTER = rf"(?P<status_after>{_union('status_after')})"  # «школ-лидеров №№», «школ с низкими результатами №№»
_TYPE = rf"(?P<type>{_union('type')})"
_UNTYPED = rf"(?P<untyped>{_union('untyped')})"
_KINDERGARTEN = rf"(?P<kindergarten>{_union('kindergarten')})"
_BODY = rf"(?P<body>{_union('other_school')})"
# a hyphen may follow where more is said of them than `_STATUS_AFTER`: «школ-ППЭ (№ 22, 34)»
_WORD = expression(
    rf"(?<![\w-])(?P<set>{_union('other_school')}|{_union('type')}|{SHARED_TYPE}|{_union('kindergarten')}|{_union('untyped')}|школ(?:ы|ам|ами|ах)?(?=-))"
    rf"(?:{_STATUS_AFTER.replace('?P<status_after>', '?:')})?"
)
_QUOTE_IN, _QUOTE_OUT = r"[«\"“„]\s*", r"\s*[»\"”“]"
_NUMBERED = expression(
    rf"(?<!\w)(?<!\w-)(?:{_STATUS})?(?:{_LEGAL}\s+(?:{_QUOTE_IN})?)?(?:{_QUOTE_IN})?"
    rf"(?:{_BODY}|{_TYPE}|{SHARED_TYPE}|{_KINDERGARTEN}|{_UNTYPED})"
    rf"(?:{_STATUS_AFTER})?(?:\s+с\s+(?:уиоп|углубл[а-я]+\s+изучением(?:\s+[а-я]+){{1,5}}?(?=\s*№)))?"
    rf"(?:\s*\((?:полного\s+)?[а-я ]+\))?\s*(?:{_QUOTE_OUT})?\s*(?P<colon>:\s*(?=№|{ROW_BEHIND_COLON}))?"
    rf"(?P<numero>{NUMERO})?\s*(?P<list>{LIST})"
)
# «4, 6, 8 школы», «директора 2 и 7 школ»: at least two numbers, for «5 школ» counts them
_NUMBERS_FIRST = expression(
    rf"(?<![\w№.,-])(?<!\d\s)(?<!\d,\s)(?P<list>{NUMBER}(?:(?:\s*,\s*|\s+и\s+){NUMBER})+)\s+"
    r"(?:(?P<untyped>школ(?:ы|ам|ами|ах)?)|(?P<type>сош|сш|оош|ош|лице(?:и|ев|ям|ями|ях)|гимнази(?:и|й|ям|ями|ях)))"
    r"(?![а-я-]|\s*(?:№|\d|[«\"]))(?:\s+(?:города|района|округа)(?![а-я]))?"
)
_TAIL_NAME = expression(r"\s*[«\"“„][^«»\"“”„,;]{2,40}[»\"”“]+")
_TAIL_DEPTH = expression(r"\s+(?:с\s+углубл[её]нным\s+изучением\s+[а-яё]+(?:\s+[а-яё]+)?|с\s+УИОП)")
_TAIL_KIND = expression(r"\s+[а-яё]+(?:\s+и\s+[а-яё]+)?\s+вида(?![а-яё])")  # «Детский сад № 5 комбинированного вида»
_TAIL_CLOSE = expression(r"\s*[»\"”]+")
_TAIL_PLACE = expression(
    rf"\s*\(\s*(?P<inside>{PLACE}|{MUNICIPALITY})\s*\)|\s*(?P<municipality>{MUNICIPALITY})"
    rf"|\s*(?:(?:МО|ГО)\s+)?(?P<place>{PLACE})(?:{DISTRICT})?|(?:\s+МО)?(?P<district>{DISTRICT})"
)
PLACE_IN_LIST = expression(rf"\s*\(\s*(?P<place>{PLACE})\s*,\s*")  # «СОШ № 1 (с. Лесное, Вязов А.К.)»
_TAIL_HONOUR = expression(rf"\s*{HONOUR}")
_TAIL_OPEN = expression(r"\s*(?:и\s+друг(?:их|ие)|и\s+др\.)")


_DIGIT = expression(r"\d")  # most cells have none


def find_schools(text: str) -> tuple[SchoolList, ...]:
    """All schools that a text names by number, left to right, with their spans."""
    if not _DIGIT.search(text):
        return ()
    printed = with_numeros(read_cyrillic(text))
    plain = short_forms(printed)
    lower, cuts = plain_list(small_letters(plain))
    lower = join_numbers(mark_shared(lower), _WORD)
    found: list[SchoolList] = []
    for match in _NUMBERED.finditer(lower):
        if is_list(match) and not _is_of_sports(lower, match):
            found += _cut(_read_numbered(match, plain), cuts, plain)
    for match in _NUMBERS_FIRST.finditer(lower):
        one = _read_numbered(match, plain)
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    return tuple(sorted((_of_place(one, printed) for one in found), key=lambda one: one.start))


def _is_of_sports(lower: str, match: re.Match[str]) -> bool:
    before = _FORM_BEFORE.search(lower, 0, match.start())
    return before is not None and (before["more"] == "до" or match.groupdict().get("type") == "сш")


def _of_place(found: SchoolList, printed: str) -> SchoolList:
    """«МБОУ г. Ельца «СОШ № 5»»: of that town."""
    if found.place is not None or len(found.schools) != 1:
        return found
    return replace(found, place=place_of_form(printed, found.start, True))


def small_letters(plain: str) -> str:
    """The text as the patterns want it, at equal length."""
    return re.sub("[‐‑‒–—−]", "-", plain.lower().replace("ё", "е").replace("\n", " "))


# «МБУ ДО СШ № 1», «МБУ СШ № 1»: of sports, a body of additional education
_FORM_BEFORE = expression(rf"(?<!\w)(?P<more>до|{_union('legal_of_any')})\s+[«\"“„]?$")


def _read_numbered(match: re.Match[str], plain: str) -> SchoolList:
    said = match.groupdict()
    schools = tuple(read_list(match["list"], match.start("list"), are_pairs(match, plain)))
    end = close_bracket(plain, match.start(), _close_quote(plain, match.start(), match.end()))
    inside = _TAIL_PLACE.search(plain, match.end(), end)  # «МКОУ «СОШ № 1 с. Лесное»»
    is_named = _TAIL_NAME.search(plain, match.start("list"), match.end("list")) is not None
    is_garden = said.get("kindergarten") is not None  # «ДОУ №№ 1, 5 «Сказка»»: the name is the last one's
    end, place, is_open = read_tail(plain, end, len(schools) == 1 or is_named or is_garden)
    shared = said.get("shared")
    tail = TAIL.match(plain, end) if shared is not None else None
    return SchoolList(
        start=match.start(),
        end=tail.end() if tail is not None else end,
        type=_meaning("type", said.get("type")) if shared is None else shared_type(shared),
        kindergarten=is_garden,
        schools=schools,
        status=_meaning("status_after", said.get("status_after")) or _meaning("status", said.get("status")),
        open=is_open,
        place=place or (inside and inside["place"]) or place_before(plain, match.start(), match.start("list")),
        plural=len(schools) > 1 or (said.get("numero") or "").count("№") > 1,
        body=_meaning("other_school", said.get("body")),
    )


def _cut(found: SchoolList, cuts: Mapping[int, int], plain: str) -> list[SchoolList]:
    """«Школ №№ 4 (Зуев Л.П.), 6 (Котова А.А.)»: a list for each school about which somebody is named."""
    parts = split_at(found.schools, cuts)
    starts = [found.start, *(_with_numero(plain, part[0].start) for part in parts[1:])]
    ends = [*(cuts.get(part[-1].end, part[-1].end) for part in parts[:-1]), found.end]
    return [replace(found, start=starts[at], end=ends[at], schools=part) for at, part in enumerate(parts)]


def _with_numero(plain: str, at: int) -> int:
    """Where the «№» before the number at `at` begins."""
    printed = re.search(r"(?:№\s*)+$", plain[max(0, at - 8) : at])
    return at - len(printed.group()) if printed else at


def is_general(found: SchoolList) -> bool:
    """Whether these are schools of v_schools; not kindergartens, nor schools of music, arts, sports."""
    return not found.kindergarten and found.body is None


def _meaning(section: str, printed: str | None) -> str | None:
    if printed is None:
        return None
    return next(value for form, value in _patterns(section) if re.fullmatch(form, printed))


# In the order in which they may stand behind one school's number, and behind a list of numbers.
_TAIL_OF_LIST = (_TAIL_CLOSE, _TAIL_PLACE)
_TAIL_OF_ONE = (
    *(_TAIL_CLOSE, _TAIL_KIND, _TAIL_NAME, _TAIL_CLOSE, _TAIL_DEPTH),
    *(_TAIL_CLOSE, _TAIL_PLACE, _TAIL_HONOUR, _TAIL_CLOSE, _TAIL_PLACE),
)


def read_tail(plain: str, end: int, single: bool) -> tuple[int, str | None, bool]:
    """Where the school ends: its closing quote, proper name, town, honour; «и других»."""
    place = None
    opened = _TAIL_OPEN.match(plain, end)
    if opened:
        return opened.end(), None, True
    for pattern in _TAIL_OF_ONE if single else _TAIL_OF_LIST:
        match = pattern.match(plain, end)
        if match:
            end = match.end() - (len(match.group()) - len(match.group().rstrip()))
            place = _place_of(match) or place if pattern is _TAIL_PLACE else place
    in_list = PLACE_IN_LIST.match(plain, end)
    return end, place or (in_list and in_list["place"]), False


def _place_of(tail: re.Match[str]) -> str | None:
    """«г. Конаково»; without a town its district, «Озёрного района»."""
    printed = tail["inside"] or tail["municipality"] or tail["place"] or (tail["district"] or "").strip() or None
    return printed and district_of(printed)


def _close_quote(plain: str, start: int, end: int) -> int:
    """«МАОУ «СОШ № 8 с УИОП»»: what stands between the number and the closing quote belongs to the school."""
    printed = plain[start:end]
    if printed.count("«") <= printed.count("»"):
        return end
    rest = re.match(r"(?:[^«»,;\n]{0,60}|,\s*реализующ[^«»;\n]{0,150})»", plain[end:])
    return end + rest.end() if rest else end


def school_type_of(printed: str) -> str | None:
    """The type that a printed word says: «СОШ» → «средняя»; None for «школа» alone."""
    plain = " ".join(printed.lower().replace("ё", "е").split())
    return next((value for form, value in _patterns("type") if re.fullmatch(form, plain)), None)


def school_key(type_: str | None, number: str | None, name: str | None) -> str:
    """Spelling key of a school: «school|средняя|7», «school||7» without a type, «school|каменск уральская гимназия»."""
    if number is None or name:
        return f"school|{re.sub(r'(?<= )имени(?= )', 'им', fold(name or ''))}"
    return f"school|{type_ or ''}|{number.lower()}"


def school_name(type_: str | None, number: str | None, name: str | None) -> str:
    """Canonical name: «Средняя школа № 7», «Школа № 60» while no type is known."""
    if number is None or name:
        return name or ""
    return f"{CANONICAL.get(type_ or '', 'Школа')} № {number}"
