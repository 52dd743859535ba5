"""Commissions of a territory that are spelt out: «Комиссия по делам несовершеннолетних и защите их прав», in any case.

In letters they are known bodies («КДН и ЗП», «ТПМПК»), and the same ones (`organization_identity.py`).
"""

import re

from ingest.expressions import expression
from normalize.fold import squeeze
from normalize.organization_names import IS_TERRITORIAL, OrganizationRef
from normalize.settlements import UNIT

_BEFORE = r"(?P<before>[А-ЯЁа-яё]+(?:ая|ой|ую)\s+)?"
_COMMISSION = r"[Кк]омисси(?P<ending>я|и|ю|ей)"
_TAIL = (
    rf"(?P<tail>\s+(?:при\s+)?[Аа]дминистрации\s+{UNIT}\s*«[^«»\n]+»|(?:\s+(?:при\s+)?[Аа]дминистрации)?"
    r"(?:\s+(?:(?:города(?!\s[А-ЯЁ])|района|округа|области|края)(?!\w)|(?:города|г\.)\s?[А-ЯЁ][\w-]+"
    r"|[А-ЯЁ][\w-]+(?:ого|его|ой)\s+(?:муниципального\s+|городского\s+)?(?:района|округа|области|края)))?)"
)
_MINORS = expression(
    rf"(?<![\w-]){_BEFORE}{_COMMISSION}\s+по\s+делам\s+несовершеннолетних(?:\s+и\s+защит[еы]\s+их\s+прав)?{_TAIL}"
)
_PEDAGOGIC = expression(
    rf"(?<![\w-]){_BEFORE}[Пп]сихолого\s?[-–]\s?медико\s?[-–]\s?педагогическ(?:ая|ой|ую)\s+{_COMMISSION}{_TAIL}"
)
_NAMES = (
    (_MINORS, "Комиссия по делам несовершеннолетних и защите их прав"),
    (_PEDAGOGIC, "Психолого-медико-педагогическая комиссия"),
)


def find_commissions(plain: str) -> list[OrganizationRef]:
    """The spelt commissions of a text; an adjective that says whose one it is belongs to the name."""
    refs = []
    for pattern, name in _NAMES:
        for match in pattern.finditer(plain):
            before = match["before"] or ""
            whose = squeeze(before) if IS_TERRITORIAL.fullmatch(before.strip()) else ""
            start = match.start() if whose else match.start() + len(before)
            first = f"{re.sub('(?:ой|ую)$', 'ая', whose)} {name[0].lower()}{name[1:]}" if whose else name
            tail = squeeze(match["tail"]).removeprefix("при ")
            full = squeeze(f"{first[0].upper()}{first[1:]} {tail}")
            refs.append(OrganizationRef(start, match.end(), full, "other", False, match["ending"] == "я"))
    return refs
