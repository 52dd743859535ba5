"""Branches of schools that have a name: of an adjective, «Заречный филиал», or of a village, «филиал в с. Липовка».

Such a branch is a school by itself, not its mother; «филиал СОШ № 8» alone has no name, and stays in the title.
"""

from dataclasses import replace

from ingest.expressions import expression
from normalize.morphology import inflect
from normalize.organization_names import OrganizationRef
from normalize.schools.lists import SchoolRef
from normalize.schools.numbered import SchoolList, is_general, school_name
from normalize.settlements import PLACE

_NOUN = r"[Фф]илиал(?:а|у|ом|е)?"
_WORD = rf"(?<![\w-]){_NOUN}"
# An adjective in the case of its noun: «Заречного филиала»; not «Заведующий филиалом»
_AGREEING = (
    r"(?<![\w-])(?P<which>[А-ЯЁ][\w-]+(?:(?:ий|ый|ой)(?=\s+[Фф]илиал\s)|(?:ого|его)(?=\s+[Фф]илиала\s)"
    r"|(?:ому|ему)(?=\s+[Фф]илиалу\s)|(?:ым|им)(?=\s+[Фф]илиалом\s)|(?:ом|ем)(?=\s+[Фф]илиале\s)))\s+"
)
_ADJECTIVE = expression(rf"{_AGREEING}филиал(?:а|у|ом|е)?\s+$")
_CLOSING = expression(r"\s*\)")
_IN = rf"во?\s+(?P<place>{PLACE}|(?:городе|селе|пос[её]лке|деревне|хуторе|станице)\s+[А-ЯЁ][\w-]+)"
_BEFORE_SCHOOL = expression(rf"{_WORD}\s+(?:{_IN}\s+)?$")
_BEHIND_SCHOOL = expression(rf"\s+(?!во?\s+г)({_IN})")  # «семинар филиала СОШ № 5 в г. Лесногорске»: where it is held
_IN_PLACE = expression(rf"\s+{_IN}")
_IN_BRACKET = expression(rf"\s*\(\s*(?:(?P<which>[А-ЯЁ][\w-]+(?:ий|ый|ой))\s+филиал|[Фф]илиал\s+{_IN})\s*\)")
_BRANCH_IN = expression(rf"(?:с\s+)?{_WORD}\s+{_IN}")


def named_branch(found: SchoolList, text: str) -> SchoolList:
    """The branch of the school that the text names around it; the school itself where it names none.

    «Заречного филиала СОШ № 11», «филиал МБОУ «Липовская СОШ» в с. Вязовка», «филиал в с. Вязовка Липовской СОШ».
    """
    if len(found.schools) != 1 or not is_general(found):
        return found
    adjective = _ADJECTIVE.search(text[: found.start])
    if adjective is not None:
        which = inflect(adjective["which"], "nomn", "sing", "masc") or adjective["which"]
        return _branch(found, adjective.start(), found.end, f"{which[0].upper()}{which[1:]} филиал")
    bracket = _IN_BRACKET.match(text, found.end)
    if bracket is not None:  # «Липовская СОШ (филиал в с. Вязовка)», «Липовская СОШ (Заречный филиал)»
        which = bracket["which"]
        return _branch(found, found.start, bracket.end(), f"{which} филиал" if which else branch_in(bracket["place"]))
    before = _BEFORE_SCHOOL.search(text[: found.start])
    if before is None:
        return found
    behind = None if before["place"] else _BEHIND_SCHOOL.match(text, found.end)
    place = behind["place"] if behind else before["place"]
    if place is None:
        return found
    return _branch(found, before.start(), behind.end() if behind else found.end, branch_in(place))


def without_mothers(found: list[SchoolList], text: str) -> list[SchoolList]:
    """«филиал МБОУ СОШ № 3 – ООШ с. Дубки»: the branch by its own name, not the school that it is a branch of.

    «ООШ с. Дубки – филиал МБОУ СОШ № 3», «ООШ с. Дубки (филиал МБОУ СОШ № 3)» too.
    """
    kept: list[SchoolList] = []
    for one in sorted(found, key=lambda one: one.start):
        mother = kept[-1] if kept else None
        if mother is not None and _is_of_mother(one, mother, text):
            before = _BEFORE_SCHOOL.search(text[: mother.start])
            kept[-1] = replace(one, start=before.start() if before else one.start)
        elif mother is not None and (end := _end_of_apposition(mother, one, text)) is not None:
            kept[-1] = replace(mother, end=end, schools=(replace(mother.schools[0], end=end),))
        else:
            kept.append(one)
    return kept


def _is_of_mother(one: SchoolList, mother: SchoolList, text: str) -> bool:
    singles = len(one.schools) == len(mother.schools) == 1 and one.schools[0].name is not None
    joined = _DASH.fullmatch(text, mother.end, one.start) is not None
    return singles and joined and _BEFORE_SCHOOL.search(text[: mother.start]) is not None


_DASH = expression(r"\s*[-–—]\s*[«\"]?")
_APPOSITION = expression(
    rf"[^\S\n]*(?:[-–—]|(?P<comma>,)|(?P<bracket>\())\s*(?:{_NOUN}|структурн(?:ое|ого|ому|ым|ом)\s+подразделени(?:е|я|ю|ем|и))\s+"
)


def _end_of_apposition(branch: SchoolList, mother: SchoolList, text: str) -> int | None:
    """Where «– филиала МКОУ «Липовская СОШ»» behind a school ends; None for «– филиал СОШ № 5 в с. Вязовка»."""
    joint = _APPOSITION.fullmatch(text, branch.end, mother.start)
    if joint is None or len(branch.schools) > 1 or len(mother.schools) > 1 or named_branch(mother, text) is not mother:
        return None
    if joint["comma"] and branch.schools[0].name is None:  # «СОШ № 1, филиал СОШ № 4»: two
        return None
    if not joint["bracket"]:
        return mother.end
    closing = _CLOSING.match(text, mother.end)
    return closing and closing.end()


_BRANCH_OF = expression(rf"(?:{_AGREEING})?{_WORD}\s+$")


_NUMBER_BEHIND = expression(rf"\s*,?\s*{_WORD}\s*№\s*(?P<number>\d{{1,3}})(?!\d|\s*(?:,|и)\s*(?:№\s*)?\d)")
_NUMBER_BEFORE = expression(rf"(?P<noun>{_WORD})\s*№\s*(?P<number>\d{{1,3}})\s+$")


def _numbered_branch(ref: OrganizationRef, text: str) -> OrganizationRef | None:
    """«МБУК ЦБС филиал № 4», «филиала № 4 МБУК ЦБС»: only its body and its number together tell a branch."""
    behind = _NUMBER_BEHIND.match(text, ref.end)
    before = _NUMBER_BEFORE.search(text[: ref.start]) if behind is None else None
    found = behind or before
    if found is None:
        return None
    start, end = (ref.start, found.end()) if behind else (found.start(), ref.end)
    nominative = ref.nominative if before is None else before["noun"].endswith("филиал")
    return replace(ref, start=start, end=end, name=f"Филиал № {found['number']} {ref.name}", nominative=nominative)


def branch_of_body(ref: OrganizationRef, text: str) -> OrganizationRef:
    """«филиал ПАО «Ростелеком»», «Боровский филиал ГАПОУ «ПМК»»: the branch, a body by itself; else the body."""
    if (numbered := _numbered_branch(ref, text)) is not None:
        return numbered
    before = _BRANCH_OF.search(text[: ref.start])
    if before is None:
        return ref
    which = before["which"] and (inflect(before["which"], "nomn", "sing", "masc") or before["which"])
    name = f"{which[0].upper()}{which[1:]} филиал {ref.name}" if which else f"Филиал {ref.name}"
    place = None if which else _IN_PLACE.match(text, ref.end)
    if place is not None:  # «филиал РАНХиГС в г. Борске»
        name, ref = f"{name} в {' '.join(place['place'].split())}", replace(ref, end=place.end())
    nominative = before.group().rstrip().endswith("филиал")
    return replace(ref, start=before.start(), name=name, nominative=nominative)


def _branch(found: SchoolList, start: int, end: int, name: str) -> SchoolList:
    ref = found.schools[0]
    named = branch_name(name, school_name(found.type, ref.number, ref.name))
    return SchoolList(start, end, None, False, (SchoolRef(start, end, None, named),))


def branch_in(place: str) -> str:
    """«с. Вязовка» → «Филиал в с. Вязовка»."""
    return f"Филиал в {' '.join(place.split())}"


def branch_name(name: str, mother: str) -> str:
    """Canonical name of a branch: «Заречный филиал (Средняя школа № 11)»."""
    return f"{name} ({mother})"


def branch_of_village(printed: str) -> str | None:
    """«филиала в с. Вязовка» → «Филиал в с. Вязовка»; None for other words, and for a branch without a name."""
    match = _BRANCH_IN.fullmatch(printed)
    return None if match is None else branch_in(match["place"])
