"""Two towns that name bodies above both: ids and contents come from what each town prints, and decisions hold."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, select

from ingest.model import Explained, RawOrder
from normalize.fold import fingerprint, fold
from normalize.plan_year import order_identity
from pipeline.rereading import reread_orders
from store.check import check
from store.db import open_engine
from store.decisions import append_decision
from store.decisions_file import export_decisions, import_decisions
from store.model import Evidence, NewDecision
from store.tables import orders, organizations, parties, questions
from store.unmet import unmet_decisions
from tests.normalize.orders import make_order
from tests.pipeline.test_order_of_imports import import_all, result, seen
from tests.store.factory import STAMP

LONG = "МБУ «Центр медицинской и социальной помощи «Радуга»»"
INSTITUTE = "ГАОУ ДПО СО «Институт развития образования»"
INSTITUTE_KEY = "org|гаоу дпо со институт развития образования"


def order(town: str, number: str, *cells: str, explained: tuple[tuple[str, str], ...] = ()) -> RawOrder:
    raw = make_order([(f"Мероприятие {cell}", "май", cell) for cell in cells])
    head = replace(
        raw.head, number=number, date=f"20{number}-09-01", issuer=f"Управление образования {town}", territory=town
    )
    glossary = tuple(Explained(letters, name, whole=False) for letters, name in explained)
    name = f"{number}-{town}"
    return replace(raw, head=head, sha256=sha256(name.encode()).hexdigest(), file=f"{name}.docx", glossary=glossary)


FIRST = order("Реж", "20", INSTITUTE, LONG, "Центр «Радуга»", "методисты ЦРО", "МБУ ДО «Центр развития образования»",
              explained=(("ИРО", INSTITUTE),))  # fmt: skip
SECOND = order("Реж", "21", "ИРО", "Центр «Радуга»", "методисты ЦРО", "специалисты ЦРО и ИРО")
THIRD = order("Реж", "22", "ИРО, Войтов Г.Ф., методист ЦРО", "Центр «Радуга»")
OTHER = order("Лесной", "21", "ГАОУ ДПО СО «ИРО»", "ИРО", "методисты ЦРО", "МКУ «Центр развития образования»")
TOWNS = (FIRST, SECOND, THIRD, OTHER)
HERE = orders.c.territory == "Реж"
RADUGA = f"org|{fold(LONG)}"
LETTERS_ANEW = order("Реж", "23", "ЦРО", "МКУ «Центр региональных олимпиад»",
                     explained=(("ЦРО", "МКУ «Центр региональных олимпиад»"),))  # fmt: skip
CONTRARY = order("Реж", "23", "Центр «Радуга»", "МАУ «Центр детского досуга «Радуга»»", "ЦРО")


@pytest.fixture
def fresh(sqlite_template: Path, tmp_path: Path) -> Iterator[Callable[[str], Engine]]:
    opened: list[Engine] = []

    def make(name: str) -> Engine:
        shutil.copyfile(sqlite_template, tmp_path / name)
        opened.append(open_engine(f"sqlite:///{tmp_path / name}"))
        return opened[-1]

    yield make
    for engine in opened:
        engine.dispose()


def shown(connection: Connection, number: str, town: str = "Реж") -> list[tuple[str, str | None, str, str]]:
    """(surface, organization, rule, status) of an order's parties."""
    p, o = parties.c, orders.c
    columns = (p.surface, organizations.c.organization, p.rule, p.status)
    query = select(*columns).select_from(parties.join(orders, p.order_id == o.order_id).outerjoin(organizations))
    rows = connection.execute(query.where(o.order_number == number, o.territory == town).order_by(p.measure_id, p.seq))
    return [tuple(row) for row in rows]


def anchor_of(connection: Connection, number: str, surface: str) -> str:
    p, o = parties.c, orders.c
    here = select(p.anchor).join_from(parties, orders, p.order_id == o.order_id).where(HERE, o.order_number == number)
    return str(connection.execute(here.where(p.surface == surface)).scalars().first())


def decided(subject: str, answer: str | None, **fields: str | None) -> NewDecision:
    """A clerk's «same» in Реж."""
    said = NewDecision(STAMP.imported_at, "Клерк", "same", subject, answer, "rules-1", "Реж")
    return replace(said, **fields)  # type: ignore[arg-type]


def meanings(connection: Connection, number: str, surface: str, town: str = "Реж") -> set[str | None]:
    return {body for printed, body, _, _ in shown(connection, number, town) if printed == surface}


@pytest.fixture(scope="module")
def by_date(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    return result(sqlite_template, tmp_path_factory.mktemp("by-date") / "x.db", [[one] for one in TOWNS])


@pytest.mark.parametrize("sequence", list(permutations(TOWNS))[1::2])
def test_any_order_of_imports(
    sequence: tuple[RawOrder, ...], sqlite_template: Path, tmp_path: Path, by_date: dict[str, list[str]]
) -> None:
    assert result(sqlite_template, tmp_path / "x.db", [[one] for one in sequence]) == by_date


@pytest.mark.parametrize("last", [CONTRARY, LETTERS_ANEW])
def test_what_two_orders_prove_otherwise_is_asked_in_any_order_of_imports(
    last: RawOrder, fresh: Callable[[str], Engine], tmp_path: Path
) -> None:
    town = (FIRST, SECOND, last)
    for name, sequence in enumerate(permutations(town)):
        import_all(fresh(f"{name}.db"), [[one] for one in sequence])
        assert seen(tmp_path / f"{name}.db") == seen(tmp_path / "0.db")


def test_another_town_explains_nothing(engine: Engine) -> None:
    """Its «ИРО» may be another region's."""
    import_all(engine, [[OTHER], [THIRD]])
    with engine.connect() as connection:
        asked = connection.execute(select(questions.c.key).join_from(questions, orders).where(HERE)).scalars().all()
        assert "abbreviation|иро" in asked
        assert meanings(connection, "22", "ИРО") == {"ИРО"}
        assert meanings(connection, "21", "ИРО", "Лесной") == {"ГАОУ ДПО СО «ИРО»"}


def test_a_name_of_its_own_means_what_another_order_shows_that_it_is(engine: Engine) -> None:
    import_all(engine, [[SECOND], [THIRD], [FIRST]])
    with engine.connect() as connection:
        assert [meanings(connection, number, "Центр «Радуга»") for number in ("20", "21", "22")] == [{LONG}] * 3
        known = connection.execute(select(organizations.c.organization)).scalars().all()
        assert "Центр «Радуга»" not in known


def test_of_two_that_it_was_shown_to_be_it_is_asked(engine: Engine) -> None:
    import_all(engine, [[FIRST], [CONTRARY], [SECOND]])
    with engine.begin() as connection:
        asked = select(questions.c.key, questions.c.text).where(questions.c.kind == "legal_form")
        [(key, text)] = connection.execute(asked).all()
        assert LONG in text
        assert "МАУ «Центр детского досуга «Радуга»»" in text
        append_decision(connection, decided(key, f"org|{fold(LONG)}"))
        reread_orders(connection)
        assert meanings(connection, "21", "Центр «Радуга»") == {LONG}
        assert connection.execute(asked).all() == []


def test_a_kind_of_body_is_each_orders_own(engine: Engine) -> None:
    """«Детский сад», «отдел»: no names of their own, whatever one order shows that they are."""
    one = order("Реж", "20", "МБДОУ «Детский сад «Тополёк»»", "МБУ «Центр туризма»", "Центр туризма")
    other = order("Реж", "21", "МАУ «Центр туризма»", "Центр туризма")
    import_all(engine, [[one], [other]])
    with engine.connect() as connection:
        assert meanings(connection, "20", "Центр туризма") == {"МБУ «Центр туризма»"}
        assert meanings(connection, "21", "Центр туризма") == {"МАУ «Центр туризма»"}


def test_a_decision_on_a_mention_outlives_another_town(
    engine: Engine, fresh: Callable[[str], Engine], tmp_path: Path
) -> None:
    import_all(engine, [[one] for one in (FIRST, SECOND)])
    with engine.begin() as connection:
        subject = f"place|{anchor_of(connection, '21', 'ИРО')}"
        append_decision(connection, decided(subject, RADUGA, scope="here", scope_value=order_identity(SECOND)))
        reread_orders(connection)
    import_all(engine, [[OTHER], [THIRD]])
    rebuilt = fresh("rebuilt.db")
    import_all(rebuilt, [[THIRD, OTHER, SECOND, FIRST]])
    with engine.connect() as connection, rebuilt.begin() as again:
        export_decisions(connection, tmp_path / "decisions.jsonl")
        import_decisions(again, tmp_path / "decisions.jsonl")
        reread_orders(again)
        for one in (connection, again):
            assert ("ИРО", LONG, "decision", "resolved") in shown(one, "21")
            assert check(one) == ()
        assert shown(connection, "21") == shown(again, "21")


def test_a_decision_holds_that_was_taken_when_anchors_were_made_of_what_letters_meant(engine: Engine) -> None:
    base = f"{fingerprint('Мероприятие ИРО')}|responsible|organization||{INSTITUTE_KEY}|1"
    old = f"place|{sha256(base.encode()).hexdigest()[:20]}"
    with engine.begin() as connection:
        append_decision(connection, decided(old, RADUGA, scope="here", scope_value=order_identity(SECOND)))
    import_all(engine, [[FIRST], [SECOND]])
    with engine.connect() as connection:
        assert ("ИРО", LONG, "decision", "resolved") in shown(connection, "21")
        assert check(connection) == ()


def test_a_clerk_goes_before_what_another_order_explains(engine: Engine) -> None:
    import_all(engine, [[SECOND]])
    with engine.begin() as connection:
        append_decision(connection, decided("abbreviation|иро", "org|институт радио и оптики"))
        reread_orders(connection)
        before = anchor_of(connection, "21", "ИРО")
        assert meanings(connection, "21", "ИРО") == {"институт радио и оптики"}
    import_all(engine, [[FIRST]])
    with engine.connect() as connection:
        assert meanings(connection, "21", "ИРО") == {"институт радио и оптики"}
        assert anchor_of(connection, "21", "ИРО") == before


@pytest.mark.parametrize("label", [None, INSTITUTE])
def test_decisions_before_orders_leave_a_body_above_territories_one(engine: Engine, label: str | None) -> None:
    seen_by_clerk = () if label is None else (Evidence("answer", label),)
    merge = replace(decided("org|гаоу дпо со иро", INSTITUTE_KEY, territory=None), evidence=seen_by_clerk)
    with engine.begin() as connection:
        append_decision(connection, merge)
    import_all(engine, [[OTHER], [FIRST], [SECOND]])
    with engine.connect() as connection:
        bodies = select(organizations.c.territory, organizations.c.organization)
        found = connection.execute(bodies.where(organizations.c.kind == "institute")).all()
        assert [tuple(row) for row in found] == [(None, INSTITUTE)]
        assert meanings(connection, "21", "ГАОУ ДПО СО «ИРО»", "Лесной") == {INSTITUTE}


def test_a_decision_that_meets_no_mention_is_reported(engine: Engine) -> None:
    lost = decided("place|" + "0" * 20, RADUGA, scope="here", scope_value=order_identity(SECOND))
    elsewhere = replace(lost, scope_value=order_identity(THIRD))
    with engine.begin() as connection:
        append_decision(connection, lost)
        append_decision(connection, elsewhere)
        assert unmet_decisions(connection) == ()
    import_all(engine, [[SECOND]])
    with engine.connect() as connection:
        [one] = unmet_decisions(connection)
        assert (one.decision.decision, one.order_number) == (lost, "21")
        [finding] = check(connection)
        assert finding.kind == "unmet_decision"
        assert "№ 21 от 2021-09-01" in finding.text


def test_a_mention_that_is_no_name_meets_its_decision(engine: Engine) -> None:
    import_all(engine, [[FIRST]])
    with engine.begin() as connection:
        subject = anchor_of(connection, "20", LONG)
        said = decided(subject, None, scope="here", scope_value=order_identity(FIRST))
        append_decision(connection, replace(said, verb="not_a_name"))
        reread_orders(connection)
        assert meanings(connection, "20", LONG) == set()
        assert unmet_decisions(connection) == ()
