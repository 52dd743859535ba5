"""Police, rescuers and hospitals by their letters: «МО МВД России «Приозёрский»», «ОМВД», «Приозёрской ЦРБ»; and what
else is told by the adjective of its place: «Чернавский СК».

Units of theirs («ПДН», «ГИБДД») are no bodies here: «инспектор ПДН» is a post of the police.
"""

import re

from ingest.expressions import expression
from normalize.fold import fold
from normalize.organization_names import OrganizationRef, organization_kind
from normalize.people.spans import find_people
from normalize.quotes import closing_quote, inner_quotes
from normalize.regions import OF_FEDERAL, SECOND_NAME
from normalize.settlements import DOTTED_PLACE
from normalize.vocabulary import alternatives, forms_of


def _letters(section: str) -> str:
    """Only in capitals: «ГУ» is a body's, «гу» none."""
    return "|".join(form.upper().replace(" ", r"\s+") for form in forms_of("organizations", section))


_IN_WORDS = r"(?:[Оо]тдел(?:а|у|ом|е)?|[Оо]тделени(?:е|я|ю|ем|и))\s+полиции"
# The nominative is in inspectorates.py, with more places
_OBLIQUE_OF_PLACE = r"(?:отдел(?:а|у|ом|е)|отделени(?:я|ю|ем|и))\s+полиции(?=\s+по\s+(?:г\.|городу|району|[А-ЯЁ]))"
# «ОП № 3 УМВД России по г. Реж», «отдел полиции «Южный» УМВД …»
_DEPARTMENT = rf"(?:ОП|{_IN_WORDS})\s*(?:№\s*\d+|[«\"][^«»\"\n]+[»\"])"
_BODY = expression(
    r"(?<![\w«\"“„-])(?:(?P<adjective>[А-ЯЁ][а-яё-]+[сц]к(?:ая|ой|ую|ий|ого|ому|ом|им|ое))\s+)?"
    rf"(?P<body>(?:(?:{_letters('service_part')}|{_DEPARTMENT})\s+)*"
    rf"(?:{_letters('service')}|СК(?=\s+(?:РФ|России)(?!\w))|ОП\s*№\s*\d+|{_IN_WORDS}(?:\s*№\s*\d+|(?=\s*[«\"“„]))|{_OBLIQUE_OF_PLACE}|(?P<hospital>{_letters('hospital')})"
    rf"|(?P<placed>(?(adjective)(?:{_letters('of_place')})|(?!)))))"
    r"(?![\w-])(?:\s+(?:России|РФ)(?!\w))?"
)
_QUOTED = expression(r"\s*(?=[«\"“„])")
_NUMBER = expression(r"\s*№\s*\d+")
_IS_DEPARTMENT = expression(r"(?:^|\s)(?P<kind>ОП|(?:Отдел|Отделение)\s+полиции)\s*№\s*\d+$")
_FIRST_WORD = expression(rf"(?={_IN_WORDS})[Оо]тдел(?P<neuter>ени)?[а-яё]*")
_FURTHER = expression(r"\s*(?:,|и(?=\s))\s*(?P<which>№\s*(?P<number>\d+))(?!\d)")
_NUMBERED = expression(r"№\s*\d+$")
_PLACE = expression(
    rf"\s+(?:по\s+)?{DOTTED_PLACE}"
    r"|\s+(?:г|с|п|д|пос|дер)\.\s?[А-ЯЁ][\w-]+|\s+по\s+(?:(?:городу|г\.?|району|округу)\s*[А-ЯЁ][\w-]+"
    rf"|[А-ЯЁ][\w-]+(?:ому|ему|ой)\s+(?:[а-яё]+ому\s+)?(?:району|р-ну|(?:округу|области|краю)(?:{SECOND_NAME})?)|(?:району|округу|области|краю)(?!\w)"
    rf"|{OF_FEDERAL}|[А-ЯЁ]{{2,4}}(?!\w)(?:{SECOND_NAME})?)"
)
_LIST_BEFORE = expression(r"(?:[А-ЯЁ]{2,}|[А-ЯЁ][а-яё-]+ой)\s+и\s+$")
_MORE_LETTERS = expression(r"\s+и\s+[А-ЯЁ]{2,}(?!\w)")
_UNIT_BEFORE = expression(
    rf"(?<![\w-])(?:(?:(?:{_letters('service_unit')}|{_letters('prison_unit')})(?:\s+и)?|ОП\s№\s?\d+)\s+)+$"
)
# «63 ПСЧ 9 ПСО ФПС ГПС ГУ МЧС России по Лесной области»: a fire brigade, by the units above it
_BRIGADE_BEFORE = expression(
    r"(?<![\w-])\d{1,3}\s*-?\s*(?:ПСЧ|СПСЧ|ПЧ|ПСО)\s+(?:(?:\d{1,3}\s*-?\s*)?(?:ПСО|ОФПС|ФПС|ГПС)\s+)*$"
)
# «Управление МВД», «Отдел надзорной деятельности МЧС», «Линейный отдел МВД»; not «Отдел образования⏎МЧС»
_OFFICE_BEFORE = expression(
    r"(?<![\w-])(?:[А-ЯЁа-яё][А-ЯЁа-яё-]+(?:ый|ий|ое)[ \t]+){0,2}(?:[Уу]правление|[Оо]тдел|[Оо]тделение)\s+"
    r"(?:(?!(?:образован|культур|спорт|опек))(?:(?:по|и)[ \t]+)?[а-яё]+(?:ой|ей|ого|ых|их|и|ы|я|ам)[ \t]+){0,4}"
    r"(?:ГИБДД[ \t]+)?$"
)
# «ГБУЗ Лужская ЦРБ», «ГБУЗ РБ Лужская ЦРБ»: quoted.py reads these
_LEGAL_BEFORE = expression(
    rf"(?i)(?<!\w)(?:{alternatives('organizations', 'legal')})"
    rf"(?:\s+(?:{alternatives('organizations', 'legal_more')}|{alternatives('organizations', 'region')}))*\s+$"
)


def find_service_bodies(plain: str) -> list[OrganizationRef]:
    """The bodies that a text names by known letters, left to right.

    Not in a list, «сотрудники ГИБДД и МЧС», «Лесной и Ольховской ЦРБ», nor behind a legal form or inside a quoted name.
    """
    refs = []
    for match in _BODY.finditer(plain):
        of_place = bool(match["adjective"] and (match["hospital"] or match["placed"]))
        start = match.start() if of_place else match.start("body")
        end = _end(plain, match.end())
        before = plain[:start]
        is_bare = _NUMBERED.search(plain, match.start("body"), end) is None  # «ОП № 3 и ОП № 4»: two bodies
        if _LIST_BEFORE.search(before) or (is_bare and _MORE_LETTERS.match(plain, end)) or _LEGAL_BEFORE.search(before):
            continue
        if match["placed"] and any(person.start == start for person in find_people(plain)):
            continue  # «директор Чернавский СК»
        if before.count("«") > before.count("»"):  # «ГБУЗ «Приозёрская ЦРБ»»
            continue
        unit = _UNIT_BEFORE.search(before)
        if unit is not None and is_free(before[: unit.start()]):
            start, before = unit.start(), before[: unit.start()]  # «ОГИБДД МО МВД «Приозёрский»» alone
        brigade = _BRIGADE_BEFORE.search(before)
        if brigade is not None and is_free(before[: brigade.start()]):
            start, before = brigade.start(), before[: brigade.start()]
        office = _OFFICE_BEFORE.search(before) if not of_place else None
        if office is not None and is_free(before[: office.start()]):
            start, before = office.start(), before[: office.start()]  # «Управление МВД по г. Лесногорску»
        name = inner_quotes(plain[start : start + 1].upper() + plain[start + 1 : end])
        in_words = _FIRST_WORD.match(name)
        if in_words is not None:
            name = f"{'Отделение' if in_words['neuter'] else 'Отдел'}{name[in_words.end() :]}"
        is_subject = is_free(before) and (in_words is None or name.startswith(in_words.group()))
        if of_place:
            name = f"{_nominative(match['adjective'])} {inner_quotes(plain[match.start('body') : end])}"
        refs.append(OrganizationRef(start, end, name, organization_kind(name), False, is_subject))
        refs += _further_departments(plain, refs[-1])
    return refs


def _further_departments(plain: str, first: OrganizationRef) -> list[OrganizationRef]:
    """«ОП № 23 и № 24», «ОП № 23, № 24»: those of the further numbers."""
    refs: list[OrganizationRef] = []
    department = _IS_DEPARTMENT.search(first.name)
    at = first.end if department is not None else len(plain)
    while department is not None and (further := _FURTHER.match(plain, at)) is not None:
        name = f"{department['kind']} № {further['number']}"
        refs.append(OrganizationRef(further.start("which"), further.end(), name, first.kind, False, True))
        at = further.end()
    return refs


def is_service_body(name: str) -> bool:
    """Whether a name begins with such letters."""
    return _BODY.match(name) is not None


def is_police(name: str) -> bool:
    """«ОМВД по г. Лесногорску», «МО МВД России «Приозёрский»», «ОП № 3»; not «ЦРБ», «МЧС»."""
    body = _BODY.match(name)
    return body is not None and (
        body["body"].startswith(("ОП", "Отдел")) or fold(body["body"]).split(" ")[-1] in _POLICE
    )


_POLICE = frozenset(form for form, value in forms_of("organizations", "service").items() if value == "police")


def _end(plain: str, end: int) -> int:
    """Behind the body's quoted name, number and territory, those that are printed."""
    if (quoted := _QUOTED.match(plain, end)) is not None:
        end = closing_quote(plain, quoted.end())
    for tail in (_NUMBER, _PLACE):
        found = tail.match(plain, end)
        end = found.end() if found is not None else end
    return end


def _nominative(adjective: str) -> str:
    """«Приозёрской» → «Приозёрская», «Чернавского» → «Чернавский»: towns are in no dictionary, but end alike."""
    return re.sub("(?:ого|ому|им|ом)$", "ий", re.sub("(?:ой|ую)$", "ая", adjective))


_GOVERNING = expression(r"[\w»\"”)]\.?[ \t]*$")


def is_free(before: str) -> bool:
    """Nothing stands before that it may belong to: «инспектор ПДН ОМВД» is one phrase, «Директор, ОМВД» are two."""
    return _GOVERNING.search(before) is None or before.rstrip().endswith(" и")
