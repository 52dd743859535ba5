"""Schools that are told by a proper name, not by a number: «Каменск-Уральская гимназия», «СОШ с.Целинный»."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.expressions import expression
from normalize.fold import read_cyrillic, squeeze
from normalize.named_after import HONOUR
from normalize.schools.corps import find_corps
from normalize.schools.hyphens import join_hyphens
from normalize.schools.kinds_of_places import find_kinds_of_places
from normalize.schools.legal_forms import place_of_form, short_forms
from normalize.schools.lists import SchoolRef, with_numeros
from normalize.schools.named_by_place import find_bare_places
from normalize.schools.named_in_form import find_only_ones, find_spelt_out, find_whole_names
from normalize.schools.named_tails import school_named
from normalize.schools.numbered import SchoolList
from normalize.schools.profiles import find_profiles
from normalize.schools.words import ADJECTIVE, GARDEN, KIND, LETTERS, MIDDLE, adjective_of, nominative_of, noun_of
from normalize.settlements import DISTRICT, PLACE
from normalize.vocabulary import alternatives, forms_of

_FORM = rf"(?:{LETTERS}\s*(?:[«\"“„]\s*)?)?"  # a legal form is no post: «МКОУ «Кедровская ООШ»»
_SHORT = rf"{_FORM}(?P<kind>СОШ|СШ|ООШ|ОШ|НОШ|НШ)"
_NAME_OF_PLACE = expression(rf"(?<!\w)(?<!\w-){_FORM}{ADJECTIVE}\s+{MIDDLE}{KIND}")
_CLOSED = r"(?:\s*[»\"”]\s*|\s+)"
# «МБОУ «СОШ» с. Ключи»: the quotes may hold nothing but the type
_NAMED_IN = expression(rf"(?<![\w-]){_SHORT}{_CLOSED}(?P<place>(?:{HONOUR}\s*)?{PLACE}|{HONOUR})")
_LEGAL_FORM = rf"{LETTERS}\s*[«\"“„]?\s*"
# «МБОУ «Лицей им. А.С. Пушкина»», «МБОУ «Средняя общеобразовательная школа д. Большие Горки»»
_WHOLE_KIND = (
    r"(?P<kind>[Лл]ицей|[Гг]имназия|(?:[Сс]редняя|[Оо]сновная|[Нн]ачальная)\s+(?:общеобразовательная\s+)?школа)"
)
_WHOLE_IN = expression(rf"(?<![\w-]){_LEGAL_FORM}{_WHOLE_KIND}{_CLOSED}(?P<place>(?:{HONOUR}\s*)?{PLACE}|{HONOUR})")
# «директор гимназии им. А.С. Пушкина», «МКОУ «СОШ» им. Н.Ф. Гастелло»: whose name it bears tells the school
_HONOURED = expression(rf"(?<!\w)(?<!\w-){_FORM}[«\"“„]?(?i:{MIDDLE}{KIND})\s*[»\"”]?\s*(?P<honour>{HONOUR})")
# «МОУ «ЛСОШ № 2»», «директор ТСОШ № 1»: a letter of the place; «КСШ» without a legal form may be of sports
_LOCAL = expression(
    rf"(?<![\w-])(?:{LETTERS}\s*[«\"“„]?\s*(?P<letters>[А-ЯЁ]{{1,2}})(?P<kind>(?:СОШ|ООШ|НОШ|СШ)(?:{GARDEN})?)"
    rf"|(?P<bare_letters>[А-ЯЁ]{{1,2}})(?P<bare_kind>(?:СОШ|ООШ|НОШ)(?:{GARDEN})?))(?=\s*№\s*\d)"
)
_NOT_LOCAL = frozenset(forms_of("organizations", "numbered")) | {"скош", "скш"}
_OWN_NAME = expression(r"\s*[«\"“„][^«»\"“”„,;\n]{2,60}[»\"”“]+")
_OF_ARTS = expression(r"[а-яё](?:ая|яя|ой|ей|ую|юю)\s+$")  # «музыкальной школы им. М.И. Глинки»: no school of v_schools
_QUOTED = expression(
    rf"(?<![\w-]){_FORM}(?P<kind>[Гг]имнази(?:я|и|ю|ей)|[Лл]ице(?:й|я|ю|ем|е))"
    r"\s+[«\"“](?P<proper>[^«»\"“”\d]{3,40})[»\"”]"
)
# «МБУ СШ «Олимп»» and «СШ «Олимп»» are of sports, «МБОУ СШ «Арктика»» is a school
# «МБОУ «Школа «Перспектива»»: behind a legal form only, for «Школа «Лидер»» may be a course; «СОШ «Радуга»» is a school
# «СОШ – ДС «Сказка»»; «Лесновская СОШ - ДС «Сказка»» is two, the school has its name
_WITH_GARDEN = r"(?:\s?[-–]?\s?Д/?С(?!\w))?"
_QUOTED_SCHOOL = expression(
    rf"(?<![\w-])(?:{_LEGAL_FORM}(?i:{MIDDLE})(?P<kind>[Шш]кола)|{_LEGAL_FORM}(?P<sh>СШ)|{_FORM}(?P<letters>(?:СОШ|ООШ|НОШ){_WITH_GARDEN}))"
    r"\s+[«\"“](?P<proper>[^«»\"“”\d]{3,40})[»\"”]"
)
# «Шопшинская», «Каменск-Уральской»: of a place; not «Каникулярная», «Педагогическая»
_OF_PLACE = expression(r"(?<!че)[сц]к(?:ая|ой|ую|ие|их|ий|ого|ому|им|ом)$|-")
# An adjective of these stems and an ending; «Новотроицкая» and «Среднекаменская» only begin like them
_COMMON = expression(rf"(?:{alternatives('schools', 'not_a_name')})[а-яё]{{0,3}}$", re.IGNORECASE)
_ONE_MORE = ADJECTIVE.replace("?P<adjective>", "?:")
_MORE_BEFORE = expression(rf"(?<![\w-])(?:{_ONE_MORE}\s*,\s*)*{_ONE_MORE}(?:\s+и\s+|\s*,\s*)$")
_ENDINGS = ("ая яя", "ой ей", "ую юю", "ые ие", "ых их", "ым им", "ый ий ой", "ого его", "ому ему", "ом ем")
_SEVERAL = ("школ", "школы", "школами", "школам", "школах", "ев", "ий", "и", "ам")


def find_named_schools(text: str) -> tuple[SchoolList, ...]:
    """All schools that a text names without a number, left to right; each is a list of one."""
    printed = with_numeros(read_cyrillic(text))
    plain = join_hyphens(short_forms(printed))
    found = [
        *find_spelt_out(plain),
        *_local(plain),
        *_of_places(plain),
        *_of_bare_places(plain),
        *_before_places(plain),
        *find_profiles(plain),
        *find_kinds_of_places(plain),
        *find_corps(plain),
        *find_whole_names(plain),
        *_honoured(plain),
        *_behind_kinds(plain),
        *find_only_ones(plain),
    ]
    found += _with_quotes(plain)
    kept: list[SchoolList] = []
    for one in found:  # «Краснополянская СОШ им. …» holds a «СОШ им. …»
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(_in_quotes(replace(one, place=one.place or place_of_form(printed, one.start, False)), plain))
    return tuple(sorted(kept, key=lambda one: one.start))


_QUOTE_BEFORE = expression(r"[«\"“„]\s*$")
_QUOTE_BEHIND = expression(r"\s*[»\"”]")


def _in_quotes(found: SchoolList, plain: str) -> SchoolList:
    """«Директор «Липовская СОШ» Вязов А.К.»: the quotes around the whole name are the school's, not the post's."""
    opening, closing = _QUOTE_BEFORE.search(plain, 0, found.start), _QUOTE_BEHIND.match(plain, found.end)
    is_closed = closing is not None or plain[found.end - 1] in '»"”'  # «Гимназия «Радуга»»
    if opening is None or not is_closed or len(found.schools) != 1:
        return found
    ref = replace(found.schools[0], start=opening.start(), end=closing.end() if closing else found.end)
    return replace(found, start=ref.start, end=ref.end, schools=(ref,))


def _of_places(plain: str) -> Iterator[SchoolList]:
    """«Шопшинская СОШ», «Каменск-Уральская гимназия»."""
    for match in _NAME_OF_PLACE.finditer(plain):
        of_place = match["kind"].isupper() or _OF_PLACE.search(match["adjective"])  # «Речная СОШ» too
        of_place = of_place or _is_capital_name(match, plain)
        if of_place and not _COMMON.match(match["adjective"].lower().replace("ё", "е")):
            name = f"{adjective_of(match['adjective'], match['kind'])} {nominative_of(match)}"
            school = school_named(match, name, f"{match['middle'] or ''}{match['kind']}", plain)
            yield _with_more(school, match, plain)


def _of_bare_places(plain: str) -> Iterator[SchoolList]:
    """«МБОУ «Ытык-Эбэ СОШ № 1»», «Сунтар СОШ № 3»."""
    for match in find_bare_places(plain):
        yield school_named(
            match, f"{match['name']} {nominative_of(match)}", f"{match['middle'] or ''}{match['kind']}", plain
        )


def _local(plain: str) -> Iterator[SchoolList]:
    """«ЛСОШ № 2», «МБОУ «ШСОШ № 3 «Образовательный центр»»»: the order says whose letter it is."""
    for match in _LOCAL.finditer(plain):
        letters, kind = match["letters"] or match["bare_letters"], match["kind"] or match["bare_kind"]
        name = letters + noun_of(kind)
        if name.lower() in _NOT_LOCAL:
            continue
        found = school_named(match, name, kind, plain)
        own = _OWN_NAME.match(plain, found.end)
        end = own.end() if own is not None else found.end
        type_ = None if name in ("ОСОШ", "ВСОШ") else found.type  # they may be evening schools
        yield replace(found, end=end, type=type_, schools=(replace(found.schools[0], end=end),))


def _before_places(plain: str) -> Iterator[SchoolList]:
    """«СОШ с. Ключи», «МБОУ «Лицей им. А.С. Пушкина»»."""
    for pattern in (_NAMED_IN, _WHOLE_IN):
        for match in pattern.finditer(plain):
            kind = match["kind"][0].upper() + match["kind"][1:]
            school = school_named(match, f"{kind} {squeeze(match['place'])}", match["kind"], plain)
            yield _with_villages(school, match, kind, plain)


_ONE_MORE_VILLAGE = expression(
    rf"(?:\s*,\s*|\s+и\s+)(?P<village>{PLACE})(?![\w-])(?:{DISTRICT})?(?=\s*(?:[,;.()]|\n|$)|\s+и\s)"
)


def _with_villages(school: SchoolList, match: re.Match[str], kind: str, plain: str) -> SchoolList:
    """«СОШ с. Ключи, д. Горки»: two schools, each of its village; not «СОШ им. А.К. Вязова, с. Луговое»."""
    if re.fullmatch(PLACE, match["place"]) is None:
        return school
    refs = [replace(school.schools[0], end=match.end())]
    while (more := _ONE_MORE_VILLAGE.match(plain, refs[-1].end)) is not None:
        refs.append(SchoolRef(more.start("village"), more.end(), None, f"{kind} {squeeze(more['village'])}"))
    if len(refs) == 1:
        return school
    return replace(school, end=refs[-1].end, schools=tuple(refs), place=None, plural=True)


def _with_quotes(plain: str) -> Iterator[SchoolList]:
    """«гимназия «Радуга»», «МБОУ «Школа «Перспектива»»»."""
    for match in _QUOTED_SCHOOL.finditer(plain):
        kind = noun_of(match["letters"] or "") or match["sh"] or nominative_of(match)
        name = f"{kind[0].upper()}{kind[1:]} «{match['proper'].strip()}»"
        yield school_named(match, name, kind, plain)
    for match in _QUOTED.finditer(plain):
        name = f"{noun_of(match['kind']).capitalize()} «{match['proper'].strip()}»"
        yield school_named(match, name, match["kind"], plain)


def _honoured(plain: str) -> list[SchoolList]:
    """Schools that are told by whose name they bear: «Руководители гимназии им. Н.И. Лобачевского»."""
    found = []
    for match in _HONOURED.finditer(plain):
        bare = not match["middle"] and match["kind"].lower().startswith("школ") and "интернат" not in match["kind"]
        if not (bare and _OF_ARTS.search(plain[: match.start()])):
            name = nominative_of(match)
            name = f"{name[0].upper()}{name[1:]} {squeeze(match['honour'])}"
            found.append(school_named(match, name, f"{match['middle'] or ''}{match['kind']}", plain))
    return found


# «Директор Гимназии Каменск-Уральской Рымова Н.В.»: not «гимназии Ханты-Мансийского округа»
_BEHIND_KIND = expression(
    r"(?<![\w-])(?P<kind>[Гг]имнази(?:я|и|ю)|[Шш]кол(?:а|ы|е|у))\s+"
    r"(?P<adjective>[А-ЯЁ][а-яё]+-[А-ЯЁ][а-яё]+[сц]к(?:ая|ой|ую))(?![\w-])(?!\s+[а-яё]|\s+[А-ЯЁ]\.)"
)


def _behind_kinds(plain: str) -> Iterator[SchoolList]:
    for match in _BEHIND_KIND.finditer(plain):
        yield school_named(
            match, f"{adjective_of(match['adjective'], match['kind'])} {noun_of(match['kind'])}", match["kind"], plain
        )


# A capital inside a sentence, or of a list of schools: «директор Северной гимназии», «№№ 4, 6, «Северная гимназия»»;
# not «конкурс «Лучшая гимназия»»
_INSIDE = expression(r"[а-яё]\s+$|\d\s*(?:,|\sи)\s*[«\"“„]?$")


def _is_capital_name(match: re.Match[str], plain: str) -> bool:
    """«… и Северной гимназии»; not «Педагогическая гимназия» at a start, nor «Летней школы»: those may be no names."""
    named = match["kind"].lower().startswith(("гимн", "лице")) or "интернат" in match["kind"].lower()
    is_whole = _QUOTE_BEFORE.search(plain, 0, match.start()) is None or _QUOTE_BEHIND.match(plain, match.end())
    return named and bool(is_whole) and _INSIDE.search(plain[: match.start()]) is not None


def _with_more(school: SchoolList, match: re.Match[str], plain: str) -> SchoolList:
    """«Ольховской, Берёзовской и Ключевской школ»: the schools of the adjectives before belong to the list."""
    before = _MORE_BEFORE.search(plain[: match.start()])
    kind = match["kind"]
    several = not kind.islower() or kind.split("-")[0].endswith(_SEVERAL)
    if before is None or not several:
        return school
    adjectives = list(re.finditer(_ONE_MORE, plain[before.start() : before.end()]))
    if not all(_is_of_the_list(one.group(), match["adjective"]) for one in adjectives):
        return school
    refs = [
        SchoolRef(
            one.start() + before.start(),
            one.end() + before.start(),
            None,
            f"{adjective_of(one.group(), kind)} {nominative_of(match)}",
        )
        for one in adjectives
    ]
    return replace(school, start=refs[0].start, schools=(*refs, *school.schools), plural=True)


def _is_of_the_list(adjective: str, last: str) -> bool:
    """«Берёзовскую» beside «Покровскую школы»; an adjective of another case is of something else."""
    agree = any(adjective.endswith(tuple(one.split())) and last.endswith(tuple(one.split())) for one in _ENDINGS)
    return agree and not _COMMON.match(adjective.lower().replace("ё", "е"))
