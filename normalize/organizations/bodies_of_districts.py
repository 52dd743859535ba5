"""Bodies of several districts under one noun: «Управления образования Бережковского и Новотырского районов» are two."""

import re

from ingest.expressions import expression
from normalize.fold import squeeze
from normalize.organization_names import OrganizationRef, organization_kind

_JOIN = r"(?:\s*,\s*|\s+и\s+)"
_ADJECTIVE = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ]?[а-яё]+)*(?:ого|его)"
_TOWN = r"(?:г\.|гор\.|города)\s?[А-ЯЁ][\w-]+"
_MANY_SORTS = r"(?:муниципальных|городских|сельских)"
_ONE_SORT = r"(?:муниципального|городского|сельского)"
_DISTRICT = rf"(?:{_ADJECTIVE}\s+(?:{_ONE_SORT}\s+)?(?:района|округа|поселения)(?!\w)|{_TOWN})"
_FIELD = r"(?P<field>(?:\s+[а-яё]+){0,3}?)"
# In the nominative, or what may be one: nothing stands before it that governs it
_PLURAL = r"(?P<head>[Уу]правления|[Аа]дминистрации|[Кк]омитеты|[Оо]тделы|[Дд]епартаменты|МОУО|МУО)"
_SINGULAR = r"(?P<head>[Уу]правлени[ея]|[Аа]дминистраци[яи]|[Кк]омитеты?|[Оо]тделы?|[Дд]епартаменты?|МОУО|МУО)"
_BEGINS = r"(?:(?<=[,;\n(•–-])|(?<=[,;(•–-]\s)|^)"
_OF_DISTRICTS = expression(
    rf"{_BEGINS}{_PLURAL}{_FIELD}\s+(?P<list>{_ADJECTIVE}(?:{_JOIN}{_ADJECTIVE})+)\s+"
    rf"(?P<sort>{_MANY_SORTS}\s+)?(?P<noun>районов|округов|поселений)(?!\w)(?P<towns>(?:{_JOIN}{_TOWN})*)"
)
_OF_EACH = expression(rf"{_BEGINS}{_SINGULAR}{_FIELD}\s+(?P<list>{_DISTRICT}(?:{_JOIN}{_DISTRICT})+)")
_HEADS = {"упр": "Управление", "адм": "Администрация", "ком": "Комитет", "отд": "Отдел", "деп": "Департамент"}
_NOUNS = {"районов": "района", "округов": "округа", "поселений": "поселения"}


def find_district_bodies(plain: str) -> list[OrganizationRef]:
    """One for each district; the first has the span from the noun on, the others that of their own words.

    Not «Управление образования Лужского и Заозёрского районов», nor behind a post: one office may be of both.
    """
    refs: list[OrganizationRef] = []
    for match in _OF_DISTRICTS.finditer(plain):
        sort = (match["sort"] or "").strip()
        noun = " ".join(filter(None, (sort and f"{sort[:-2]}ого", _NOUNS[match["noun"]])))
        refs += _of_list(match, plain, _ADJECTIVE, f" {noun}", match.end("noun"))
    for match in _OF_EACH.finditer(plain):
        if not any(one.start <= match.start() < one.end for one in refs):
            refs += _of_list(match, plain, _DISTRICT, "", match.end("list"))
    return refs


def _of_list(match: re.Match[str], plain: str, district: str, noun: str, end: int) -> list[OrganizationRef]:
    """`noun`: what all districts share; `end`: where it stands, or the list ends."""
    head = _HEADS.get(match["head"][:3].lower(), match["head"])
    what = squeeze(f"{head}{match['field']}").replace("администраций", "администрации")
    found = [(one.span(), f"{squeeze(one.group())}{noun}") for one in _each(plain, district, *match.span("list"))]
    found[-1] = ((found[-1][0][0], end), found[-1][1])
    if match.groupdict().get("towns"):
        found += [(one.span(), squeeze(one.group())) for one in _each(plain, _TOWN, *match.span("towns"))]
    found[0] = ((match.start(), found[0][0][1]), found[0][1])
    kind = organization_kind(what) if head in _HEADS.values() else "authority"
    return [OrganizationRef(*span, f"{what} {name}", kind, False, True) for span, name in found]


def _each(plain: str, pattern: str, start: int, end: int) -> list[re.Match[str]]:
    return list(re.compile(pattern).finditer(plain, start, end))
