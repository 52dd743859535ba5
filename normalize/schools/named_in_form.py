"""Schools whose whole name stands behind a legal form: «МБОУ «Православная гимназия»», «МБОУ «Лицей»»."""

import re
from collections.abc import Iterator

from ingest.expressions import expression
from normalize.fold import squeeze
from normalize.schools.lists import SchoolRef
from normalize.schools.named_tails import school_named
from normalize.schools.numbered import SchoolList, school_type_of
from normalize.schools.words import LETTERS
from normalize.settlements import PLACE
from normalize.vocabulary import alternatives

_LEGAL_FORM = rf"{LETTERS}\s*[«\"“„]?\s*"
# «МБОУ «Православная гимназия»», «ГБОУ «Областной лицей-интернат»»: the quotes behind a legal form hold the whole name
_ONE_ADJECTIVE = r"[А-ЯЁа-яё][А-ЯЁа-яё-]+(?:ая|яя|ий|ый|ой)"
_WHOLE_NAME = expression(
    rf"(?<![\w-]){LETTERS}\s*[«\"“„]\s*(?P<adjectives>{_ONE_ADJECTIVE}(?:\s+{_ONE_ADJECTIVE}){{0,2}})\s+"
    r"(?P<kind>(?:[Пп]рог|[Гг])имназия|[Лл]ицей|[Шш]кола|[Кк]орпус)(?P<boarding>\s?[-–]\s?интернат)?"
    r"(?=\s*(?:[»\"”]|№|им\.|имени))"
)
_NO_NAME = expression(rf"(?:{alternatives('schools', 'says_the_kind')})[а-яё]*$", re.IGNORECASE)
_NO_SCHOOL = expression(rf"(?:{alternatives('schools', 'no_school')})[а-яё]*$", re.IGNORECASE)
# «МБОУ «Лицей»»: the town's only one; its legal form tells it from lyceums in general
_ONLY_ONE = expression(
    rf"(?<![\w-]){_LEGAL_FORM}(?P<kind>[Лл]ицей(?:-интернат)?|(?:[Пп]рог|[Гг])имназия|(?:[Кк]адетская\s)?[Шш]кола-интернат"
    r"|[Кк]адетский\sкорпус|[Кк]адетская\sшкола(?!-)"
    r"|[Вв]ечерняя\s(?:\(сменная\)\s)?школа)(?![\w-])"
    rf"\s*[»\"”]?(?:\s*(?P<place>{PLACE}))?(?!\s*(?:№|\d|[«\"“„]|им\.|имени))"
)
# «МБОУ ВСОШ», «МКОУ «ВСОШ»», «директор ВСОШ»; else it is the olympiad («координатор ВСОШ»), with a number see named.py
_EVENING = expression(
    rf"(?<![\w-])(?P<form>{_LEGAL_FORM})?(?P<name>ВСОШ)(?![\w-])(?(form)\s*+[»\"”]?+)"
    rf"(?!\s*(?:№|\d|[«\"“„]|им\.|имени|{PLACE}))"
)
_OF_SCHOOL = expression(r"(?i)(?<![а-яё])(?:директор|учител|педагог|завуч)[а-яё]*\s+$")

# «МБОУ «Школа-интернат среднего общего образования с. Ныда»», «МКОУ «Липовская начальная школа – детский сад»», «МБОУ
# «Открытая (сменная) школа»»: what stands behind the noun, or in a bracket before it, is no end of the name
_DASH = r"\s?[-–—]\s?"
_SPELT_OUT = expression(
    rf"(?<![\w-]){LETTERS}\s*[«\"“„]\s*(?P<name>(?P<adjectives>(?:{_ONE_ADJECTIVE}\s+){{0,2}}?)"
    r"(?P<bracket>\((?:сменная|коррекционная|полная)\)\s+)?(?P<general>общеобразовательная\s+)?"
    r"(?P<noun>(?:[Пп]рог|[Гг])имназия|[Лл]ицей|[Шш]кола|СОШ|НШ|Центр\s+образования)"
    rf"(?P<second>{_DASH}(?:интернат|(?:детский\s)?сад|лицей|гимназия|школа))?"
    r"(?P<level>\s+(?P<which>среднего|основного|начального)\s+(?:\(?полного\)?\s+)?общего\s+образования)?"
    rf"(?P<whose>\s+для\s[^«»\"“”„\n]{{3,60}}?)?(?P<place>\s+{PLACE})?)\s*[»\"”]"
)
_LEVELS = {"среднего": "средняя", "основного": "основная", "начального": "начальная"}


def find_spelt_out(plain: str) -> Iterator[SchoolList]:
    """Schools whose quoted name goes on behind its noun or has brackets; the others' names are read by their nouns."""
    for match in _SPELT_OUT.finditer(plain):
        words = f"{match['adjectives']}{match['general'] or ''}".split()
        is_boarding = (match["second"] or "").endswith("интернат")
        joined = match["second"] and (not is_boarding or match["place"] or not words)
        says_more = (
            match["level"] or match["whose"] or joined or (match["bracket"] and not _says_the_kind(match, words))
        )
        if not says_more or any(_NO_SCHOOL.match(word) for word in words):
            continue
        yield school_named(match, _spelt(match["name"]), _type_in(match), plain)


def _says_the_kind(match: re.Match[str], words: list[str]) -> bool:
    """«МБОУ «Средняя (полная) общеобразовательная школа»»: any may be that."""
    return match["bracket"].startswith("(полная") and all(_NO_NAME.match(word) for word in words)


def _spelt(name: str) -> str:
    """«Начальная школа-детский сад» → «Начальная школа – детский сад»; «Школа – интернат» → «Школа-интернат»."""
    name = re.sub(rf"{_DASH}(?=интернат|сад)", "-", squeeze(name))
    return re.sub(rf"(?<=[а-яШ]){_DASH}(?=детский|лицей|гимназия|школа)", " – ", name[0].upper() + name[1:])


def _type_in(match: re.Match[str]) -> str:
    """The words that say the type: «школа-интернат», «начальная школа - детский сад», «средняя школа»."""
    noun = f"{match['noun']}{re.sub(_DASH, '-', match['second'] or '')}"
    if match["level"] and not match["second"]:
        return f"{_LEVELS[match['which']]} {noun}"
    before = f"{match['adjectives']}{match['bracket'] or ''}{match['general'] or ''}"
    last = match["adjectives"].split()[-1:] if not match["bracket"] else [before.strip()]
    return next(
        (said for said in (f"{before}{noun}", *(f"{one} {noun}" for one in last)) if school_type_of(said)), noun
    )


def find_only_ones(plain: str) -> Iterator[SchoolList]:
    """«МБОУ «Лицей»», «МБОУ «Школа-интернат» г. Лесогорска»: a legal form, and neither number nor name."""
    for match in _ONLY_ONE.finditer(plain):
        name = " ".join(part for part in (match["kind"].capitalize(), match["place"]) if part)
        ref = SchoolRef(match.start(), match.end(), None, name)
        yield SchoolList(match.start(), match.end(), school_type_of(match["kind"]), False, (ref,))
    for match in _EVENING.finditer(plain):  # the order says whether it is the evening school
        if match["form"] or _OF_SCHOOL.search(plain[: match.start()]):
            ref = SchoolRef(match.start(), match.end(), None, match["name"])
            yield SchoolList(match.start(), match.end(), None, False, (ref,))


def find_whole_names(plain: str) -> Iterator[SchoolList]:
    """«МБОУ «Технический лицей»», «ГКОУ «Озёрная школа-интернат»»; not «МОУ «Детская музыкальная школа»»."""
    for match in _WHOLE_NAME.finditer(plain):
        adjectives = match["adjectives"].split()
        if all(_NO_NAME.match(one) for one in adjectives) or any(_NO_SCHOOL.match(one) for one in adjectives):
            continue
        kind = f"{match['kind'].lower()}{'-интернат' if match['boarding'] else ''}"
        last = f"{adjectives[-1]} {kind}"  # «кадетский корпус» is a type of its own
        printed = last if school_type_of(last) else kind
        if school_type_of(printed) is not None or not kind.startswith("корпус"):
            yield school_named(match, f"{' '.join(adjectives)} {kind}", printed, plain)
