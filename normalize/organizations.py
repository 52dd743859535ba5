"""Organizations in a text, but numbered schools: legal form with a quoted name, authorities, heads with a name.

«МБУ ДО «Центр дополнительного образования»», «ГАОУ ДПО СО "ИРО"», «Управления образования», «Министерство
образования и молодёжной политики Свердловской области» (notes/names.md §3, tricky.md §3).
"""

import re
from dataclasses import replace

from normalize.fold import read_cyrillic, squeeze
from normalize.headed_organizations import find_headed
from normalize.organization_names import OrganizationRef, organization_kind
from normalize.quoted_organizations import FORM, find_quoted
from normalize.service_bodies import find_service_bodies


def find_organizations(text: str) -> tuple[OrganizationRef, ...]:
    """All organizations that a text names, left to right; nested and numbered schools are not looked for."""
    plain = read_cyrillic(text)
    found: list[OrganizationRef] = []
    for reader in (find_service_bodies, find_quoted, _arts_schools, _find_headed):
        for ref in reader(plain):
            if not any(one.start < ref.end and ref.start < one.end for one in found):
                found.append(ref)
    return tuple(sorted(found, key=lambda ref: ref.start))


_FORM_BEFORE = re.compile(rf"(?<![\w-]){FORM}\s+$", re.IGNORECASE)


def _find_headed(plain: str) -> list[OrganizationRef]:
    """Names by their head noun; a legal form before one belongs to it: «МБУ ДО Центр детского творчества»."""
    refs = []
    for ref in find_headed(plain):
        form = _FORM_BEFORE.search(plain[: ref.start]) if ref.nominative and "«" not in ref.name else None
        if form is not None:
            name = f"{squeeze(form['legal']).upper()} «{ref.name}»"
            ref = replace(ref, start=form.start(), name=name, kind=organization_kind(name))
        refs.append(ref)
    return refs


_ARTS_SCHOOL = re.compile(
    r"(?<![\w-])(?P<child>[Дд]етск)(?:ая|ой|ую)\s+(?P<kind>(?:музыкальн|художественн|спортивн)(?:ая|ой|ую)\s+)?"
    r"школ(?:а|ы|е|у|ой)(?P<tail>\s+искусств)?(?P<number>\s*№\s*\d+)?(?![а-яё])"
)


def _arts_schools(plain: str) -> list[OrganizationRef]:
    """«Детская школа искусств», «Детской музыкальной школы № 1»: no schools in the sense of v_schools."""
    refs = []
    for match in _ARTS_SCHOOL.finditer(plain):
        kind = f"{re.sub('(?:ой|ую)$', 'ая', match['kind'].strip())} " if match["kind"] else ""
        name = squeeze(
            f"Детская {kind}школа{match['tail'] or ''} {re.sub(r'№ ?', '№ ', (match['number'] or '').strip())}"
        )
        nominative = match.group().split()[0].endswith("ая")
        if match["kind"] or match["tail"]:
            refs.append(OrganizationRef(match.start(), match.end(), name, "other", False, nominative))
    return refs
