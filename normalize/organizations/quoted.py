"""Organizations by a legal form, an acronym or a head before a quoted name: «МБУ ДО «Центр …»», «ДЮСШ «Олимп»»."""

import re

from ingest.expressions import expression
from normalize.fold import fold, squeeze
from normalize.morphology import inflect, is_word, noun_cases
from normalize.organization_heads import HEADS, head_of
from normalize.organization_names import IS_TERRITORIAL, OrganizationRef, organization_kind
from normalize.organizations.declined import find_bare_quoted, in_nominative
from normalize.organizations.whereabouts import district_of_letters, place_of_quoted, region_of_letters
from normalize.quotes import OPENING, closing_quote, inner_quotes, unquoted
from normalize.settlements import PLACE
from normalize.vocabulary import alternatives, forms_of

_LEGAL = forms_of("organizations", "legal")
_LEGAL_MORE = forms_of("organizations", "legal_more")
# «отряд ЮИД «Светофор»»: the group's name; «ответственный за ФГИС «Моя школа»»: what he answers for
_NO_BODIES = frozenset(forms_of("organizations", "movement")) | frozenset(forms_of("organizations", "system"))
_OF_PLACE = frozenset(form for form, value in forms_of("organizations", "of_place").items() if value == "hospital")
_DIRECTORATES = frozenset(forms_of("organizations", "directorate")) | frozenset(
    forms_of("organizations", "prison_unit")
)

_ONE_FORM, _MORE_FORMS = alternatives("organizations", "legal"), alternatives("organizations", "legal_more")
FORM = rf"(?P<legal>(?:{_ONE_FORM})(?:\s+(?:{_MORE_FORMS}))*)"
# «АО», «ОО» are a company's form, but behind another form a region's letters: «ГБУЗ АО «Районная больница»»
_REGIONS = rf"[А-ЯЁ]О|[АЗКПСХ]К|Р[А-ЯЁ]|[УЧ]Р|{'|'.join(forms_of('organizations', 'region_letters')).upper()}"
_TAILS = "|".join(form.upper().replace(" И ", r"\s+и\s+") for form in forms_of("organizations", "institute_tail"))
_NO_REGION = "|".join(form for form in _LEGAL if form not in ("ао", "оо"))
_LEGAL_RUN = expression(
    rf"(?<![\w-]){FORM}(?!\w)\s*(?:(?P<more>(?-i:РС\s?\(Я\))(?:\s+(?:{_MORE_FORMS}))*|(?!(?:{_NO_REGION})(?!\w))(?-i:[А-ЯЁ]{{2,6}}))\s*)?(?=[{OPENING}])",
    re.IGNORECASE,
)
# «ДЮСШ «Олимп»»: any acronym right before a quoted name; «МБУ ДО ЦДО»: a legal form before an acronym
_ACRONYM_QUOTED = expression(r"(?<![\w-])(?P<legal>[А-ЯЁ]{2,8})\s*(?=[«\"“])")
_LEGAL_ACRONYM = expression(
    rf"(?<![\w-]){FORM}"
    rf"(?:\s+(?P<region>(?-i:{_REGIONS}))(?!\s+ГО\s))?"  # «ГБУЗ ОО ЦРБ», «ГАУ ДПО ПО ИРО»
    r"\s+(?P<whose>(?-i:[А-ЯЁ][а-яё-]+(?:ая|[иыо]й))\s+)?"  # «МБУК Липовская ЦБС»
    r"(?P<letters>(?-i:[А-ЯЁ]{2,10}(?:-[Цц]ентр(?:а|у|ом|е)?)?))(?![\w«])"  # «МБУ ППМС-центр»
    rf"(?P<tail>\s+(?-i:{_TAILS})(?!\w))?"  # «ГАУ ДПО СКИРО ПК и ПРО»
    r"(?!\s*[№«\"“„]|\s?\(Я\))"
    r"(?!\s*[-–—]\s*детск)",  # «МДОУ ЦРР – детский сад «Тополёк»»
    re.IGNORECASE,
)
# «ДШИ № 3», «МАУ ДО ДЮСШ № 1», «ПЧ-62»: letters that a number tells apart; «СШ» is of sports behind such a form only
_LISTED = ("of sports or arts",)
_NUMBERED = expression(
    rf"(?<![\w-])(?:{FORM}\s+)?(?P<letters>{alternatives('organizations', 'numbered')}"
    r"|(?:(?<=(?-i:[БАК]У)\s)(?<!О[БАКбак][Уу]\s)|(?<=(?-i:ДО)\s))(?-i:СШ))"
    r"\s?[№-]\s?(?P<number>\d+)(?!\w)(?P<list>\s*(?:,|и(?=[\s№]))\s*(?:№\s*)?\d{1,3}(?![\w.]))?",
    re.IGNORECASE,
)
_IN_LISTS = frozenset(form for form, value in forms_of("organizations", "numbered").items() if value in _LISTED)
_LEGAL_WORDS = expression(
    r"(?<![\w-])(?P<legal>(?:муниципальн|государственн|федеральн|краев|областн|автономн|бюджетн|казенн|казённ)\w+\s+(?:[а-яё]+\s+){0,8}?(?:учреждени|организаци)\w+(?:\s+[а-яё]+){0,4}?)\s*(?=[«\"“„])",
    re.IGNORECASE,
)


def find_quoted(plain: str) -> list[OrganizationRef]:
    refs = _legal_letters(plain)
    refs += _apart(_numbered(plain), refs)
    for pattern in (_LEGAL_RUN, _LEGAL_WORDS, _ACRONYM_QUOTED):
        for match in pattern.finditer(plain):
            if any(one.start < match.end() and match.start() < one.end for one in refs):
                continue
            if pattern is _ACRONYM_QUOTED and match["legal"].lower() in _NO_BODIES:
                continue
            if pattern is _ACRONYM_QUOTED and _is_field_of_deputy(match, plain):
                continue
            if pattern is _LEGAL_WORDS and _names_body(match["legal"]):
                continue  # «учреждение дополнительного образования Дом творчества «Лад»»: read by its head
            refs += _quoted(plain, match, in_words=pattern is _LEGAL_WORDS)
    refs += _apart(_companies(plain), refs)
    refs += _apart(_kindergartens(plain), refs)
    return refs + _apart(find_bare_quoted(plain), refs)


_FIELDS = frozenset(forms_of("roles", "area"))


def _is_field_of_deputy(match: re.Match[str], plain: str) -> bool:
    """«заместитель директора по УВР «Лицей № 9»»: what she answers for, and then where."""
    return fold(match["legal"]) in _FIELDS and _FOR.search(plain, 0, match.start()) is not None


_FOR = expression(r"(?<![\w-])(?:[Пп]о|и)\s+$")


def _names_body(legal: str) -> bool:
    words = re.findall(r"[А-ЯЁ][а-яё]+", legal)
    return any(head is not None and HEADS[head] in ("center", "institute", "other") for head in map(head_of, words))


def _apart(found: list[OrganizationRef], refs: list[OrganizationRef]) -> list[OrganizationRef]:
    """Those that no other overlaps."""
    return [ref for ref in found if not any(ref.start < one.end and one.start < ref.end for one in refs)]


def _legal_letters(plain: str) -> list[OrganizationRef]:
    """«МБУ ДО ЦДО», «МБУК Липовская ЦБС»."""
    refs = []
    for match in _LEGAL_ACRONYM.finditer(plain):
        letters, legal = match["letters"], squeeze(match["legal"]).upper()
        is_hospital = match["whose"] and letters.lower() in _OF_PLACE  # «Лужская РБ»; «РБ» alone may be a region
        if len(letters) > _LONGEST and is_word(letters):
            continue  # «МБОУ ГИМНАЗИЯ»: a text in capitals
        letters = squeeze(f"{_CENTRE_CASE.sub('-центр', letters)} {match['tail'] or ''}")
        more_of_form = not is_hospital and letters.lower() in (_LEGAL.keys() | _LEGAL_MORE.keys() | _DIRECTORATES)
        if more_of_form or _NOT_ACRONYM.fullmatch(letters):
            continue
        if match["region"] is not None:
            if not is_state(legal):
                continue
            legal = f"{legal} {match['region']}"
        whose = squeeze(match["whose"] or "")
        whose = f"{whose[:-2]}ая" if is_hospital and whose.endswith("ой") else whose
        name = f"{legal} «{whose} {letters}»" if whose and not IS_TERRITORIAL.fullmatch(whose) else f"{legal} {letters}"
        bare = not whose and match["region"] is None
        district = district_of_letters(plain, match.end()) if bare else None
        district = region_of_letters(plain, match.end()) if bare and district is None and is_state(legal) else district
        if district is not None:
            name = f"{legal} «{letters} {district[0]}»"
        end = district[1] if district else match.end()
        refs.append(OrganizationRef(match.start(), end, name, organization_kind(name), is_state(name), True))
    return refs


_LONGEST = 6  # letters of a body that are surely no word
_CENTRE_CASE = expression(r"-[Цц]ентр(?:а|у|ом|е)?$")


def _quoted(plain: str, match: re.Match[str], in_words: bool) -> list[OrganizationRef]:
    """The name that begins with the match, and those of the same form behind it. `in_words`: its form is no letters."""
    end = closing_quote(plain, match.end())
    proper = unquoted(plain[match.end() : end])
    where, end = place_of_quoted(plain, end)
    legal = squeeze(f"{match['legal']} {match.groupdict().get('more') or ''}")
    legal = form_in_nominative(legal) if in_words else legal.upper()
    name = f"{legal} «{in_nominative(inner_quotes(proper))}»{where}"
    ref = OrganizationRef(match.start(), end, name, organization_kind(name), is_state(legal), True)
    return [ref, *names_of_one_form(plain, end, legal)]


def form_in_nominative(legal: str) -> str:
    """«муниципального бюджетного учреждения дополнительного образования» → «Муниципальное бюджетное учреждение …»."""
    words = legal.split(" ")
    at = next(index for index, word in enumerate(words) if _BODY.match(word))
    if {number for _, number in noun_cases(words[at])} & {"sing"} and ("nomn", "sing") not in noun_cases(words[at]):
        gender = "neut" if words[at].lower().startswith("учрежд") else "femn"
        words[:at] = [inflect(word, "nomn", "sing", gender) or word for word in words[:at]]
        words[at] = inflect(words[at], "nomn", "sing") or words[at]
    return (first := " ".join(words))[0].upper() + first[1:]


_BODY = expression(r"(?:учреждени|организаци)", re.IGNORECASE)


# A surname goes on with initials: «ООО Вязова А.К.» lost something
_COMPANY = expression(
    r"(?<![\w-])(?P<legal>ПАО|ООО|ОАО|ЗАО)\s+(?P<name>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ]?[а-яё]+)?)(?![\w-])(?!\s*[А-ЯЁ]\.)"
)


def _companies(plain: str) -> list[OrganizationRef]:
    """«ПАО Сбербанк»: a company's name of one word needs no quotes."""
    return [
        OrganizationRef(match.start(), match.end(), name, organization_kind(name), False, True)
        for match in _COMPANY.finditer(plain)
        for name in [f"{match['legal']} «{match['name']}»"]
    ]


def _numbered(plain: str) -> list[OrganizationRef]:
    """«МАУ ДО ДЮСШ № 1», «пожарная часть № 4»; a fire brigade's number stands behind a hyphen as well."""
    refs = []
    for match in _NUMBERED.finditer(plain):
        if _FORM_AND_QUOTE.search(plain, max(0, match.start() - 40), match.start()):
            continue  # «МБУ ДО «ДШИ № 1»»: the name of the form
        legal, letters = squeeze(match["legal"] or "").upper(), match["letters"]
        if match["list"] and letters.lower() in _IN_LISTS:
            continue  # «ДЮСШ № 1 и № 2»: read in schools/
        short = " " not in squeeze(letters)
        head = letters.upper() if short else squeeze(letters).capitalize()
        sign = "-" if "-" in match.group()[len(match["legal"] or "") :] else " № "
        name = squeeze(f"{legal} {head}{sign}{match['number']}")
        end, kind = match.end("number"), organization_kind(name)
        refs.append(OrganizationRef(match.start(), end, name, kind, is_state(name), True))
    return refs


_FORM_AND_QUOTE = expression(rf"(?<![\w-]){FORM}\s*[{OPENING}]\s*\Z", re.IGNORECASE)
_ONE_MORE = expression(rf"\s*(?:,|\bи\b)\s*(?=[{OPENING}])")


def names_of_one_form(plain: str, at: int, legal: str) -> list[OrganizationRef]:
    """«МБДОУ «Тополёк», «Ласточка»»: the second name has the legal form of the first."""
    more = _ONE_MORE.match(plain, at)
    if more is None:
        return []
    end = closing_quote(plain, more.end())
    name = f"{legal} «{in_nominative(inner_quotes(unquoted(plain[more.end() : end])))}»"
    ref = OrganizationRef(more.end(), end, name, organization_kind(name), is_state(legal), True)
    return [ref, *names_of_one_form(plain, end, legal)]


_NOT_ACRONYM = expression(r"СОШ|ООШ|НОШ|СШ|ОШ|НШ")  # «МБОУ СОШ № 5»: a school, read in schools/


_KINDERGARTEN = expression(
    rf"(?<![\w-])(?:(?:{_ONE_FORM}|доу)\s+)?(?:(?:црр|центр\w*\s+развития\s+реб[её]нка)\s*[-–—]\s*)?"
    r"(?:(?:д/с(?:ад\w{0,3})?|детск\w{2,3}\s+сад\w{0,3}|детсад\w{0,3})(?:\s+[а-яё]+\s+вида)?"
    # «Заведующие дошкольными учреждениями «Сказка», «Теремок»»; «… учреждение «Центр развития …»» is read by its name
    rf"|дошкольн\w+\s+(?:образовательн\w+\s+)?(?:учреждени|организаци)\w+(?!\s*[{OPENING}]\s*(?:центр|црр|№)))"
    rf"\s*(?=[{OPENING}])",
    re.IGNORECASE,
)
# «МКДОУ детский сад п. Лесной»: the village's only one
_GARDEN_OF_PLACE = expression(
    rf"(?<![\w-])(?:(?i:{_ONE_FORM}|доу)\s+)?(?i:детск\w{{2,3}}\s+(?P<noun>сад(?:а|у|ом|е)?))(?![\w-])"
    rf"\s+(?P<place>(?!г){PLACE})"
)
_SAYS_GARDEN = expression(
    r"^\s*(?:детск\w{2,3}\s+сад\w{0,3}|детсад|д/с)\s*", re.IGNORECASE
)  # «… «Детский сад «Сказка»»»
_GARDEN_PLACE = expression(rf"\s*{PLACE}")


def _kindergartens(plain: str) -> list[OrganizationRef]:
    """«д/с «Сказка»», «МКДОУ детский сад «Тополёк» с. Ключи», «детсадами «Солнышко», «Колосок»»: known by their names
    alone; the village belongs to one, for another village has a «Колосок» of its own.
    """
    refs = []
    for match in _KINDERGARTEN.finditer(plain):
        end = closing_quote(plain, match.end())
        own = _SAYS_GARDEN.sub("", unquoted(plain[match.end() : end]))
        name = f"Детский сад «{inner_quotes(unquoted(own) if own[:1] in OPENING else own)}»"
        place = _GARDEN_PLACE.match(plain, end)
        if place is not None:
            name, end = f"{name} {re.sub(r'[.] ?', '. ', squeeze(place.group()))}", place.end()
        refs.append(OrganizationRef(match.start(), end, name, "other", False, True))
        refs += names_of_one_form(plain, end, "Детский сад")
    for match in _GARDEN_OF_PLACE.finditer(plain):
        name = f"Детский сад {re.sub('[.] ?', '. ', squeeze(match['place']))}"
        refs.append(OrganizationRef(match.start(), match.end(), name, "other", False, match["noun"] == "сад"))
    return refs


def is_state(legal: str) -> bool:
    """True for a name or legal form of a body of the state: «ГАОУ ДПО», «Государственное …»."""
    first = fold(legal).partition(" ")[0]
    return _LEGAL.get(first) == "state" or first.startswith(("государственн", "федеральн", "областн", "краев"))
