"""Departments of federal services: «ТО Роспотребнадзора», «ТО Управления Роспотребнадзора в Лесном районе»."""

from ingest.expressions import expression
from normalize.fold import squeeze
from normalize.organization_names import OrganizationRef, organization_kind
from normalize.organizations.service_bodies import is_free
from normalize.vocabulary import alternatives

_ADJECTIVE = r"[А-ЯЁ][\w-]+(?:ом|ем|ой|их|ых|ему|ому|им|ым)"
_AREA = r"(?:районе|р-не|районах|округе|округах|городе|области|крае|району|районам|округу|округам|краю)(?![а-яё])"
_WHERE = (
    rf"(?:г\.\s?[А-ЯЁ][\w-]+|город[еу]\s+[А-ЯЁ][\w-]+|Республике\s+[А-ЯЁ][\w-]+|"
    rf"(?:{_ADJECTIVE}(?:,\s*|\s+и\s+))*(?:{_ADJECTIVE}\s+)?(?:муниципальн\w+\s+|городск\w+\s+)?{_AREA})"
)
_DEPARTMENT = expression(
    r"(?<![\w-])(?:(?P<letters>ТОУ?)|(?P<words>[Тт]ерриториальн(?P<ending>ый|ого|ому|ым|ом)\s+отдел(?:а|у|ом|е)?))"
    r"(?P<whose>\s+(?:Управления\s+)?"
    rf"(?i:{alternatives('organizations', 'inspectorate')})(?![а-яё])(?:\s+по\s+{_WHERE})?(?:\s+в\s+{_WHERE})?)"
)


def find_inspectorates(plain: str) -> list[OrganizationRef]:
    """The territorial departments that a text names: of a district, or of several together."""
    refs = []
    for match in _DEPARTMENT.finditer(plain):
        head = match["letters"] or "Территориальный отдел"
        name = f"{head} {squeeze(match['whose'])}"
        nominative = is_free(plain[: match.start()]) if match["letters"] else match["ending"] == "ый"
        refs.append(OrganizationRef(match.start(), match.end(), name, organization_kind(name), False, nominative))
    return refs
