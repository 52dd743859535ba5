"""An Order as rows of the tables."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from ingest.model import Place
from normalize.fold import fold
from normalize.model import Measure, Order, Organization, Party
from store import ids
from store.bulk import Row
from store.errors import BadOrder
from store.raw_json import encode_places


@dataclass(frozen=True, slots=True)
class OrderRows:
    """The rows of one order, by table."""

    measures: list[Row] = field(default_factory=list)
    deadlines: list[Row] = field(default_factory=list)
    parties: list[Row] = field(default_factory=list)
    people: list[Row] = field(default_factory=list)
    organizations: list[Row] = field(default_factory=list)
    aliases: list[Row] = field(default_factory=list)
    appointments: dict[str, Row] = field(default_factory=dict)  # by id: one post, however many cells
    school_claims: list[Row] = field(default_factory=list)
    questions: list[Row] = field(default_factory=list)
    question_measures: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Names:
    """Ids of what the order names, by key or position."""

    people: dict[str, str]
    organizations: dict[str, str]
    measures: dict[int, str]


def order_rows(order_id: str, order: Order, decided: frozenset[str]) -> OrderRows:
    """All rows of the order; questions still lack their `opened_at`.

    `decided`: spelling keys that a decision in force explains.

    Raises BadOrder when a party, claim or question refers to something that the order does not hold.
    """
    names = _name(order_id, order)
    rows = OrderRows()
    _add_registry(rows, names, order_id, order, decided)
    for measure in order.measures:
        _add_measure(rows, names, order_id, measure)
    _add_claims(rows, names, order)
    _add_questions(rows, names, order_id, order)
    return rows


def _name(order_id: str, order: Order) -> _Names:
    seen = Counter[str]()
    measures = {}
    for measure in order.measures:
        measures[measure.position] = ids.measure_id(order_id, measure.fingerprint, seen[measure.fingerprint])
        seen[measure.fingerprint] += 1
    return _Names(
        {one.key: ids.person_id(order.territory, one.key) for one in order.people},
        {one.key: _organization_id(order.territory, one) for one in order.organizations},
        measures,
    )


def _organization_id(territory: str, one: Organization) -> str:
    return ids.organization_id(None if one.above_territory else territory, one.key)


def _add_registry(rows: OrderRows, names: _Names, order_id: str, order: Order, decided: frozenset[str]) -> None:
    for person in order.people:
        rows.people.append(
            {
                "person_id": names.people[person.key],
                "territory": order.territory or None,
                "key": person.key,
                "person": person.name,
                "surname": person.surname,
                "initials": person.initials,
                "given_names": person.given_names,
            }
        )
    for one in order.organizations:
        entity = names.organizations[one.key]
        rows.organizations.append(
            {
                "organization_id": entity,
                "territory": None if one.above_territory else order.territory or None,
                "above_territory": one.above_territory,
                "key": one.key,
                "organization": one.name,
                "kind": one.kind,
                "school_number": one.school_number,
                "school_type": one.school_type,
            }
        )
        for alias in sorted({*one.aliases} - {one.name}):
            source = "decision" if fold(alias) in decided else "order"
            rows.aliases.append(
                {
                    "alias_id": ids.alias_id(entity, alias, source, order_id),
                    "person_id": None,
                    "organization_id": entity,
                    "alias": alias,
                    "key": fold(alias),
                    "source": source,
                    "order_id": order_id,
                }
            )


def _add_measure(rows: OrderRows, names: _Names, order_id: str, measure: Measure) -> None:
    measure_id = names.measures[measure.position]
    rows.measures.append(
        {
            "measure_id": measure_id,
            "order_id": order_id,
            "position": measure.position,
            "plan": measure.plan,
            "section": measure.section or None,
            "number": measure.number or None,
            "measure": measure.measure or None,
            "deadline_text": measure.deadline_text or None,
            "responsible_text": measure.responsible_text or None,
            "extra": _extra(measure.extra),
            "source_page": measure.places[0].page if measure.places else None,
            "source_place": _source_place(measure.places),
            "places": encode_places(measure.places),
            "fingerprint": measure.fingerprint,
        }
    )
    for seq, deadline in enumerate(measure.deadlines, start=1):
        rows.deadlines.append({"measure_id": measure_id, "seq": seq, **asdict(deadline)})
    _add_parties(rows, names, order_id, measure_id, measure)


def _add_parties(rows: OrderRows, names: _Names, order_id: str, measure_id: str, measure: Measure) -> None:
    seqs, anchors = Counter[str](), Counter[str]()
    for party in measure.parties:
        seqs[party.field] += 1
        rows.parties.append(
            {
                "party_id": ids.party_id(measure_id, party.anchor, anchors[party.anchor]),
                "measure_id": measure_id,
                "field": party.field,
                "seq": seqs[party.field],
                "starts_at": party.start,
                "ends_at": party.end,
                "surface": party.surface,
                "kind": party.kind,
                "person_id": _find(names.people, party.person, "person"),
                "role": party.role,
                "organization_id": _find(names.organizations, party.organization, "organization"),
                "status": party.status,
                "rule": party.rule,
                "score": party.score,
                "anchor": party.anchor,
            }
        )
        anchors[party.anchor] += 1
        _add_appointments(rows, names, order_id, party)


def _add_appointments(rows: OrderRows, names: _Names, order_id: str, party: Party) -> None:
    person = _find(names.people, party.person, "person")
    if person is None:
        return
    first = ((party.role, party.organization),) if party.role is not None else ()
    for role, key in (*first, *party.other_roles):
        organization = _find(names.organizations, key, "organization")
        appointment = ids.appointment_id(order_id, person, role, organization)
        rows.appointments[appointment] = {
            "appointment_id": appointment,
            "order_id": order_id,
            "person_id": person,
            "role": role,
            "organization_id": organization,
        }


def _add_claims(rows: OrderRows, names: _Names, order: Order) -> None:
    seqs = Counter[str]()
    for claim in order.claims:
        measure_id = _measure(names, claim.position)
        seqs[measure_id] += 1
        rows.school_claims.append(
            {
                "measure_id": measure_id,
                "seq": seqs[measure_id],
                "organization_id": _find(names.organizations, claim.organization, "organization"),
                "claim": claim.claim,
                "value": claim.value,
                "surface": claim.surface,
            }
        )


def _add_questions(rows: OrderRows, names: _Names, order_id: str, order: Order) -> None:
    for question in order.questions:
        question_id = ids.question_id(order_id, question.key)
        rows.questions.append(
            {
                "question_id": question_id,
                "order_id": order_id,
                "key": question.key,
                "kind": question.kind,
                "text": question.text,
                "surface": question.surface or None,
                "candidates": [asdict(candidate) for candidate in question.candidates],
                "anchors": list(question.anchors),
            }
        )
        for position in sorted({*question.measures}):
            touched = {"question_id": question_id, "measure_id": _measure(names, position)}
            rows.question_measures.append(touched)


def _find(known: dict[str, str], key: str | None, what: str) -> str | None:
    if key is None:
        return None
    if key not in known:
        raise BadOrder(f"{what} «{key}» is referred to, but the order holds no such {what}")
    return known[key]


def _measure(names: _Names, position: int) -> str:
    if position not in names.measures:
        raise BadOrder(f"measure at position {position} is referred to, but the order holds none there")
    return names.measures[position]


def _extra(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Header → text; a header that comes again gets its count («Примечание (2)»), so that no text is lost."""
    cells: dict[str, str] = {}
    for header, text in pairs:
        name, count = header, 1
        while name in cells:
            count += 1
            name = f"{header} ({count})"
        cells[name] = text
    return cells


def _source_place(places: tuple[Place, ...]) -> str | None:
    """«таблица 1, строка 34»; rows continued overleaf: «таблица 1, строка 34; таблица 2, строка 1»."""
    return "; ".join(f"таблица {place.table}, строка {place.row}" for place in places) or None
