"""One line for what a text says, so that a table of tests reads like a list of examples.

In printed texts ⏎ stands for a line end. What a reader is not sure of follows after " ? ".

    deadlines   «by ..2020-11-01», «~period 2020-09-01..2020-10-31» (~ = inferred), «recurring FREQ=DAILY»; & joins
    people      «Вязова А.К.», «Вязова А.К. (Анна Кирилловна)», joined by commas
    schools     «средняя 2, 7; основная 27», «опорная школа 3», «гимназия «Каменск-Уральская гимназия»», «сад 12»
    parties     «<Вязова А.К.> директор @ Средняя школа № 2» a person, «руководители # Школа № 7» a school,
                «@ Управление образования» an organization, «методисты @ МБУ …» a group; + adds a further title
"""

from normalize.calendar_year import PlanYear
from normalize.deadlines.read import Reading, parse_deadlines
from normalize.measures.text import read_measure
from normalize.model import Deadline, Measure, Order, Party
from normalize.organization_names import OrganizationRef
from normalize.organizations.spans import find_organizations
from normalize.parties.drafts import CellReading, Draft
from normalize.parties.read import read_cell
from normalize.people.spans import PersonName, find_people
from normalize.schools.named import find_named_schools
from normalize.schools.numbered import SchoolList, find_schools

YEAR = PlanYear(school_start=2020)


def printed(text: str) -> str:
    return text.replace("⏎", "\n")


def deadlines(text: str, hint: str | None = None, year: PlanYear = YEAR) -> str:
    """What a deadline cell says."""
    return deadline_line(parse_deadlines(printed(text), year, hint))


def deadline_line(reading: Reading) -> str:
    return with_doubts(
        " & ".join(one_deadline(deadline) for deadline in reading.deadlines), [doubt.kind for doubt in reading.doubts]
    )


def one_deadline(deadline: Deadline) -> str:
    dated = deadline.starts_on is not None or deadline.ends_on is not None
    days = f"{deadline.starts_on or ''}..{deadline.ends_on or ''}" if dated else ""
    return " ".join(filter(None, (f"{'~' * deadline.inferred}{deadline.kind}", days, deadline.rrule)))


def people(text: str) -> str:
    """The people that a text names."""
    return ", ".join(one_person(name) for name in find_people(printed(text)))


def one_person(name: PersonName) -> str:
    return name.name + (f" ({name.given_names})" if name.given_names else "")


def schools(text: str) -> str:
    """The schools that a text names; those of music and sports are none."""
    found = [one for one in find_schools(printed(text)) if one.body is None] + [*find_named_schools(printed(text))]
    return "; ".join(one_school_list(one) for one in sorted(found, key=lambda one: one.start))


def one_school_list(found: SchoolList) -> str:
    numbers = ", ".join(school.number or f"«{school.name}»" for school in found.schools)
    kind = "сад" if found.kindergarten else found.type or "школа"
    return " ".join(filter(None, (found.status, kind, numbers, "и другие" if found.open else "")))


def organizations(text: str) -> str:
    """The organizations that a text names: «name (kind)», ^ before one above a territory."""
    return "; ".join(one_organization(ref) for ref in find_organizations(printed(text)))


def one_organization(ref: OrganizationRef) -> str:
    return f"{'^' * ref.above_territory}{ref.name} ({ref.kind})"


def parties(text: str) -> str:
    """The parties of a responsible cell, before any name is resolved."""
    return reading_line(read_cell(printed(text)))


def in_measure(text: str) -> str:
    """The parties of a measure's own text."""
    return reading_line(read_measure(printed(text), {}))


def reading_line(reading: CellReading) -> str:
    return with_doubts(
        "; ".join(one_draft(draft) for draft in reading.drafts), [doubt.kind for doubt in reading.doubts]
    )


def one_draft(draft: Draft) -> str:
    return one_party(
        draft.kind,
        draft.person.name if draft.person else None,
        draft.role,
        draft.target.name if draft.target else None,
        [(role, target.name if target else None) for role, target in draft.other_roles],
    )


def resolved(order: Order, measure: Measure, field: str = "responsible") -> str:
    """The parties of a measure after names were resolved."""
    return "; ".join(one_resolved(order, party) for party in measure.parties if party.field == field)


def one_resolved(order: Order, party: Party) -> str:
    names = {person.key: person.name for person in order.people}
    titles = {organization.key: organization.name for organization in order.organizations}
    return one_party(
        party.kind,
        names[party.person] if party.person else None,
        party.role,
        titles[party.organization] if party.organization else None,
        [(role, titles[key] if key else None) for role, key in party.other_roles],
    )


def one_party(
    kind: str, person: str | None, role: str | None, organization: str | None, more: list[tuple[str, str | None]]
) -> str:
    place = ("# " if kind == "school" else "@ ") + organization if organization else ""
    first = " ".join(filter(None, (f"<{person}>" if person else "", role or "", place)))
    return " + ".join([first, *(f"{title} @ {where}" if where else title for title, where in more)])


def with_doubts(line: str, kinds: list[str]) -> str:
    return " ? ".join([line, ", ".join(kinds)]).strip() if kinds else line
