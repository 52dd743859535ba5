"""What an order's cells say, as rows: measures, deadlines, parties, claims and questions."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from ingest.model import Place
from normalize.model import Measure, Order, Party
from store import ids
from store.bulk import Row
from store.order_ids import OrderIds, find_id, find_measure
from store.raw_json import encode_places


def measure_rows(order: Order, named: OrderIds) -> Iterator[Row]:
    for measure in order.measures:
        yield {
            "measure_id": named.measures[measure.position],
            "order_id": named.order,
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


def deadline_rows(order: Order, named: OrderIds) -> Iterator[Row]:
    for measure in order.measures:
        for seq, deadline in enumerate(measure.deadlines, start=1):
            key = {"measure_id": named.measures[measure.position], "seq": seq, "order_id": named.order}
            yield {**key, **asdict(deadline), "text": deadline.text or None}  # a person's word on an empty cell


def party_rows(order: Order, named: OrderIds) -> Iterator[Row]:
    for measure in order.measures:
        yield from _parties(measure, named)


def claim_rows(order: Order, named: OrderIds) -> Iterator[Row]:
    seqs = Counter[str]()
    for claim in order.claims:
        measure_id = find_measure(named, claim.position)
        seqs[measure_id] += 1
        yield {
            "measure_id": measure_id,
            "seq": seqs[measure_id],
            "organization_id": find_id(named.organizations, claim.organization),
            "claim": claim.claim,
            "value": claim.value,
            "surface": claim.surface,
        }


def question_rows(order: Order, named: OrderIds) -> Iterator[Row]:
    """Without `opened_at`: whether a question is new, the database knows."""
    for question in order.questions:
        yield {
            "question_id": ids.question_id(named.order, question.key),
            "order_id": named.order,
            "key": question.key,
            "kind": question.kind,
            "text": question.text,
            "surface": question.surface or None,
            "candidates": [asdict(candidate) for candidate in question.candidates],
            "anchors": list(question.anchors),
        }


def question_measure_rows(order: Order, named: OrderIds) -> Iterator[Row]:
    for question in order.questions:
        question_id = ids.question_id(named.order, question.key)
        for position in sorted({*question.measures}):
            yield {"question_id": question_id, "measure_id": find_measure(named, position)}


def _parties(measure: Measure, named: OrderIds) -> Iterator[Row]:
    measure_id, seqs, anchors = named.measures[measure.position], Counter[str](), Counter[str]()
    for party in measure.parties:
        seqs[party.field] += 1
        party_id = ids.party_id(measure_id, party.anchor, anchors[party.anchor])
        anchors[party.anchor] += 1
        key = {"party_id": party_id, "measure_id": measure_id, "order_id": named.order}
        yield {**key, "seq": seqs[party.field], **_party(party, named)}


def _party(party: Party, named: OrderIds) -> Row:
    return {
        "field": party.field,
        "starts_at": party.start,
        "ends_at": party.end,
        "surface": party.surface,
        "kind": party.kind,
        "person_id": find_id(named.people, party.person),
        "role": party.role,
        "organization_id": find_id(named.organizations, party.organization),
        "status": party.status,
        "rule": party.rule,
        "score": party.score,
        "anchor": party.anchor,
    }


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
    """«таблица 1, строка 34»; a row continued overleaf: «таблица 1, строка 34; таблица 2, строка 1»."""
    return "; ".join(f"таблица {place.table}, строка {place.row}" for place in places) or None
