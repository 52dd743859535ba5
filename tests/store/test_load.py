"""Import twice = import once; a changed file replaces the order and keeps the ids of what did not change."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine, text

from ingest.model import RawOrder, RawRow
from normalize.model import Order
from store.audit import record_refusal
from store.db import reading
from store.decisions import append_decision
from store.differences import sentence
from store.errors import BadOrder
from store.load import load_order
from store.model import ImportStamp, LoadReport, NewDecision, PartyCounts
from tests.store.dumps import dump
from tests.store.factory import LATER, PERSON, ROWS, STAMP, make_order, make_raw


def load(
    engine: Engine,
    raw: RawOrder | None = None,
    order: Order | None = None,
    stamp: ImportStamp = STAMP,
    *,
    reread: bool = False,
    current: bool = False,
) -> LoadReport:
    raw = make_raw() if raw is None else raw
    order = make_order(raw) if order is None else order
    with engine.begin() as connection:
        return load_order(connection, order, raw, stamp, reread=reread, current=current)


def column(engine: Engine, query: str) -> list[object]:
    with reading(engine) as connection:
        return list(connection.execute(text(query)).scalars())


def changed(row: RawRow, **cells: str) -> tuple[RawRow, ...]:
    return tuple(replace(one, **cells) if one == row else one for one in ROWS)


def test_new_order_is_counted(engine: Engine) -> None:
    report = load(engine)
    assert (report.outcome, report.number, report.date) == ("new", "306", "2020-10-09")
    assert (report.measures, report.sections, report.open_questions) == (3, 2, 1)
    assert report.parties == PartyCounts(persons=1, schools=3, organizations=1, groups=1)


def test_same_file_again_changes_nothing(engine: Engine) -> None:
    first = load(engine)
    before = dump(engine)
    second = load(engine, stamp=LATER)
    assert second == replace(first, outcome="unchanged")
    assert dump(engine) == before


def test_another_form_of_the_same_order_is_a_source(engine: Engine) -> None:
    load(engine)
    before = dump(engine, "sources", "imports")
    wrapped = tuple(replace(row, measure=row.measure.replace(" ", "\n")) for row in ROWS)
    report = load(engine, make_raw(wrapped, sha="b", file="306.pdf"), stamp=LATER)
    assert (report.outcome, report.differences) == ("same_order", ())
    assert dump(engine, "sources", "imports") == before
    assert column(engine, "SELECT file FROM sources ORDER BY file") == ["306.docx", "306.pdf"]
    assert column(engine, "SELECT source_file FROM v_orders") == ["306.docx"]
    assert load(engine, make_raw(wrapped, sha="b", file="306.pdf")).outcome == "unchanged"


def test_a_changed_file_replaces_the_order(engine: Engine) -> None:
    load(engine)
    ids = "SELECT {} FROM {} JOIN measures USING (measure_id) WHERE number = '2' ORDER BY 1"
    kept = [column(engine, ids.format("party_id", "parties")), column(engine, ids.format("seq", "deadlines"))]
    measures = column(engine, "SELECT measure_id FROM measures ORDER BY position")
    rows = changed(ROWS[0], deadline="до 2 ноября")
    report = load(engine, make_raw(rows, sha="b", file="new.docx"), stamp=LATER)
    assert report.outcome == "replaced"
    assert [sentence(one) for one in report.differences] == [
        "мероприятие 1, срок: было «до 1 ноября», стало «до 2 ноября»"
    ]
    assert column(engine, "SELECT measure_id FROM measures ORDER BY position") == measures
    assert kept == [
        column(engine, ids.format("party_id", "parties")),
        column(engine, ids.format("seq", "deadlines")),
    ]
    assert column(engine, "SELECT source_file FROM v_orders") == ["new.docx"]


def test_an_older_form_is_made_current_again(engine: Engine) -> None:
    """The same ids as when it was new; then the other one is the older form."""
    load(engine)
    ids = column(engine, "SELECT party_id FROM parties ORDER BY 1")
    newer = make_raw(changed(ROWS[0], deadline="до 2 ноября"), sha="b", file="new.docx")
    load(engine, newer, stamp=LATER)
    report = load(engine, stamp=LATER, current=True)
    assert report.outcome == "replaced"
    assert [(one.before, one.after) for one in report.differences] == [("до 2 ноября", "до 1 ноября")]
    assert column(engine, "SELECT party_id FROM parties ORDER BY 1") == ids
    assert column(engine, "SELECT source_file FROM v_orders") == ["306.docx"]
    before = dump(engine)
    assert load(engine, stamp=LATER, current=True).outcome == "unchanged"
    assert load(engine, newer, stamp=LATER).outcome == "unchanged"
    assert dump(engine) == before


def test_an_older_form_does_not_come_back(engine: Engine) -> None:
    load(engine)
    rows = changed(ROWS[0], deadline="до 2 ноября")
    load(engine, make_raw(rows, sha="b"), stamp=LATER)
    before = dump(engine)
    report = load(engine, stamp=LATER)
    assert report.outcome == "unchanged"
    assert [(one.before, one.after) for one in report.differences] == [("до 2 ноября", "до 1 ноября")]
    assert dump(engine) == before


def test_inserted_and_removed_rows_keep_the_other_ids(engine: Engine) -> None:
    load(engine)
    old = column(engine, "SELECT measure_id FROM measures ORDER BY position")
    first = replace(ROWS[0], number="1", measure="Назначить ответственных")
    rows = (first, replace(ROWS[0], number="2"), ROWS[2])
    report = load(engine, make_raw(rows, sha="b"), stamp=LATER)
    assert [one.kind for one in report.differences] == ["added", "changed", "removed"]
    new = column(engine, "SELECT measure_id FROM measures ORDER BY position")
    assert new[1:] == [old[0], old[2]]
    assert new[0] not in old


def test_a_plan_without_a_measure_in_common_is_named_first(engine: Engine) -> None:
    """Another town's order, or another appendix, with the same number and date: replaced, but not in silence."""
    load(engine)
    rows = tuple(replace(row, measure=f"{row.measure} и ещё") for row in ROWS)
    first, *rest = load(engine, make_raw(rows, sha="b"), stamp=LATER).differences
    assert sentence(first).startswith("ни одно мероприятие не совпадает с прежними (было 3, стало 3)")
    assert "strangers" not in {one.kind for one in rest}


def test_equal_measures_have_ids_of_their_own(engine: Engine) -> None:
    load(engine, make_raw((ROWS[0], ROWS[0], ROWS[0])))
    assert len(set(column(engine, "SELECT measure_id FROM measures"))) == 3
    assert len(set(column(engine, "SELECT party_id FROM parties"))) == 3


def test_moved_rows_are_told(engine: Engine) -> None:
    load(engine)
    report = load(engine, make_raw((ROWS[1], ROWS[0], ROWS[2]), sha="b"), stamp=LATER)
    assert [one.field for one in report.differences] == ["порядок строк"]


def test_new_rules_read_again(engine: Engine) -> None:
    load(engine)
    order = make_order()
    other = replace(order, questions=())
    newer = replace(LATER, rules_version="rules-2")
    assert load(engine, order=order, stamp=newer).outcome == "unchanged"
    report = load(engine, order=other, stamp=replace(newer, rules_version="rules-3"))
    assert (report.outcome, report.open_questions) == ("replaced", 0)
    assert column(engine, "SELECT rules_version FROM orders") == ["rules-3"]
    assert str(column(engine, "SELECT imported_at FROM orders")[0]).startswith("2020-10-12")


def test_new_decisions_are_read_on_request(engine: Engine) -> None:
    load(engine)
    order = make_order()
    party = replace(order.measures[2].parties[0], status="resolved", score=1.0)
    last = replace(order.measures[2], parties=(party, *order.measures[2].parties[1:]))
    settled = replace(order, measures=(*order.measures[:2], last))
    assert load(engine, order=settled).outcome == "unchanged"
    report = load(engine, order=settled, reread=True)
    assert report.outcome == "replaced"
    assert [(one.kind, one.place, one.field) for one in report.differences] == [("reading", "строка 3", "стороны")]


def test_a_question_keeps_its_age(engine: Engine) -> None:
    load(engine)
    before = column(engine, "SELECT opened_at FROM v_open_questions")
    load(engine, make_raw(changed(ROWS[0], deadline="до 2 ноября"), sha="b"), stamp=LATER)
    assert column(engine, "SELECT opened_at FROM v_open_questions") == before


def test_forgotten_people_go(engine: Engine) -> None:
    load(engine)
    load(engine, make_raw(ROWS[1:], sha="b"), stamp=LATER)
    assert column(engine, "SELECT person FROM v_people") == []
    assert "Управление образования" not in column(engine, "SELECT organization FROM v_organizations")


def test_people_of_a_decision_stay(engine: Engine) -> None:
    load(engine)
    decision = NewDecision(STAMP.imported_at, "clerk", "same", "плотниковой|т|а", PERSON.key, "rules-1")
    with engine.begin() as connection:
        append_decision(connection, decision)
    load(engine, make_raw(ROWS[1:], sha="b"), stamp=LATER)
    assert column(engine, "SELECT person FROM v_people") == ["Плотникова Т.А."]


def test_orders_without_a_number_are_never_the_same(engine: Engine) -> None:
    head = replace(make_raw().head, number=None)
    for sha in "ab":
        raw = replace(make_raw(sha=sha), head=head)
        assert load(engine, raw).outcome == "new"
    assert len(column(engine, "SELECT order_id FROM v_orders")) == 2


def test_territories_share_ministries_but_no_school(engine: Engine) -> None:
    load(engine)
    other = replace(make_raw(sha="b"), head=replace(make_raw().head, number="7"))
    load(engine, other, replace(make_order(other), territory="г. Конаково"))
    assert len(column(engine, "SELECT 1 FROM v_schools WHERE school_number = '27'")) == 2
    assert len(column(engine, "SELECT 1 FROM v_organizations WHERE kind = 'ministry'")) == 1
    assert column(engine, "SELECT territory FROM v_organizations WHERE kind = 'ministry'") == [None]


@pytest.mark.parametrize("gone", ["people", "organizations"])
def test_a_party_that_means_nobody_is_refused(engine: Engine, gone: str) -> None:
    with pytest.raises(BadOrder):
        load(engine, order=replace(make_order(), **{gone: ()}))
    assert column(engine, "SELECT order_id FROM orders") == []


def test_audit_holds_changes_and_refusals(engine: Engine) -> None:
    load(engine)
    load(engine)
    with engine.begin() as connection:
        record_refusal(connection, LATER, "broken.docx", None, "не файл Word")
    assert column(engine, "SELECT outcome FROM imports ORDER BY imported_at") == ["new", "refused"]


@pytest.mark.parametrize("surnames", [("Плетникова", "Плётникова"), ("Плётникова", "Плетникова")])
def test_of_two_spellings_the_one_with_dots_stays(engine: Engine, surnames: tuple[str, str]) -> None:
    for number, surname in enumerate(surnames):
        raw = make_raw()
        raw = replace(raw, head=replace(raw.head, number=str(number)), sha256=str(number) * 64)
        person = replace(PERSON, name=f"{surname} Т.А.", surname=surname)
        load(engine, raw, replace(make_order(raw), people=(person,)))
    assert column(engine, "SELECT person FROM people") == ["Плётникова Т.А."]
    assert column(engine, "SELECT surname FROM people") == ["Плётникова"]
