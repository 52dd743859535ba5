"""Departments of federal services: «ТО Роспотребнадзора», «Управление Росгвардии», «Отдел полиции № 3»."""

import re

from ingest.expressions import expression
from normalize.fold import squeeze
from normalize.organization_names import OrganizationRef, organization_kind
from normalize.organizations.service_bodies import is_free
from normalize.regions import OF_FEDERAL, SECOND_NAME
from normalize.vocabulary import alternatives

_ADJECTIVE = r"[А-ЯЁ][\w-]+(?:ом|ем|ой|их|ых|ему|ому|им|ым)"
_AREA = r"(?:районе|р-не|районах|округе|округах|городе|области|крае|району|районам|округу|округам|краю)(?![а-яё])"
_WHERE = (
    rf"(?:г\.\s?[А-ЯЁ][\w-]+|город[еу]\s+[А-ЯЁ][\w-]+|Республике\s+[А-ЯЁ][\w-]+|"
    rf"(?:{_ADJECTIVE}(?:,\s*|\s+и\s+))*(?:{_ADJECTIVE}\s+)?(?:муниципальн\w+\s+|городск\w+\s+|автономн\w+\s+)?{_AREA})(?:{SECOND_NAME})?"
)
_DEPARTMENT = expression(
    r"(?<![\w-])(?:(?P<letters>ТОУ?)|(?P<words>(?:[А-ЯЁ][а-яё-]+(?:ый|ий)\s+)?[Тт]ерриториальн(?P<ending>ый|ого|ому|ым|ом)\s+отдел(?:а|у|ом|е)?))"
    r"(?P<whose>\s+(?:Управления\s+)?"
    rf"(?i:{alternatives('organizations', 'inspectorate')})(?![а-яё])"
    rf"(?:\s+по\s+(?:{OF_FEDERAL}|{_WHERE}))?(?:\s+в\s+{_WHERE})?)"
)


# «Управление Росгвардии», «Управление ГИБДД», «Отдел полиции № 3»; under a post the unit is the post's
_OFFICE = expression(
    r"(?<![\w-])(?P<name>(?:[А-ЯЁа-яё][А-ЯЁа-яё-]+(?:ый|ий|ое)\s+){0,3}"
    r"(?:[Уу]правление|[Оо]тдел|[Оо]тделение)"
    rf"(?:\s+(?i:{alternatives('organizations', 'inspectorate')})(?![\w-])"
    r"|\s+(?:ГИБДД(?![\w-])|полиции(?!\w)(?:\s*№\s*\d+(?!\d|\s*,\s*(?:№\s*)?\d))?))"
    rf"(?:\s+(?:России|РФ)(?!\w))?(?:\s+по\s+(?:{_WHERE}|{OF_FEDERAL}|[А-ЯЁ]{{2,4}}(?!\w)(?:{SECOND_NAME})?))?(?:\s+в\s+{_WHERE})?)"
    r"(?!\s+(?:О?МВД|УМВД|России|№|[Аа]дминистрации|города\s|[А-ЯЁ][\w-]+(?:ой|ого)\s+(?:области|края|района|округа|муниц)))"
)


def find_inspectorates(plain: str) -> list[OrganizationRef]:
    """The departments that a text names: of a district, of several together, of a region."""
    refs = []
    for match in _OFFICE.finditer(plain):
        name = squeeze(match["name"])
        if is_free(plain[: match.start()]) and re.match(r"(?i)территориальный отдел", name) is None:
            name = name[0].upper() + name[1:]
            refs.append(OrganizationRef(match.start(), match.end(), name, organization_kind(name), False, True))
    for match in _DEPARTMENT.finditer(plain):
        head = match["letters"] or "Территориальный отдел"
        if match["ending"] == "ый" and match["words"][0].isupper():
            head = squeeze(match["words"])  # «Западный территориальный отдел Роспотребнадзора»
        name = f"{head} {squeeze(match['whose'])}"
        nominative = is_free(plain[: match.start()]) if match["letters"] else match["ending"] == "ый"
        refs.append(OrganizationRef(match.start(), match.end(), name, organization_kind(name), False, nominative))
    return refs
