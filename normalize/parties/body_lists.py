"""Lists of bodies by their numbers, as lists of schools are read: «Заведующие сельскими библиотеками № 14, 15»."""

from collections.abc import Sequence

from normalize.fold import read_cyrillic
from normalize.organization_names import OrganizationRef
from normalize.organizations.numbered import Numbered, find_numbered_lists
from normalize.schools.lists import SchoolRef
from normalize.schools.numbered import SchoolList, read_tail


def with_body_lists(
    organizations: Sequence[OrganizationRef], schools: Sequence[SchoolList], text: str
) -> tuple[list[OrganizationRef], list[SchoolList]]:
    """The organizations and schools of a text with those lists among the schools, in place of what they hold."""
    found = [one for one in find_body_lists(text) if not _is_inside(one, organizations, schools)]
    kept = [ref for ref in organizations if not any(ref.start < one.end and one.start < ref.end for one in found)]
    return kept, [*schools, *found]


def _is_inside(found: SchoolList, organizations: Sequence[OrganizationRef], schools: Sequence[SchoolList]) -> bool:
    """«полиции № 2 и № 4» of «отдел полиции № 2 и № 4»: what begins before it holds it; so does any school."""
    if any(one.start < found.end and found.start < one.end for one in schools):
        return True
    return any(ref.start < found.start < ref.end for ref in organizations)


def find_body_lists(text: str) -> list[SchoolList]:
    """Those of several numbers; `body` is what each is called."""
    plain, found = read_cyrillic(text), list[SchoolList]()
    for one in find_numbered_lists(plain):
        if len(one.numbers) == 1:
            continue
        end, place, is_open = read_tail(plain, one.end, False)  # «библиотеки № 1, 2 г. Лесной», «… № 1, 2 и др.»
        found.append(_list(one, end, place, is_open))
    return found


def _list(one: Numbered, end: int, place: str | None, is_open: bool) -> SchoolList:
    return SchoolList(
        start=one.start,
        end=end,
        type=None,
        kindergarten=False,
        schools=tuple(SchoolRef(start, end, number, None) for start, end, number in one.numbers),
        plural=True,
        body=one.name,
        place=place,
        open=is_open,
    )
