"""A town that one year's order prints and another's does not: asked, in any order of imports, until they agree."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO
from itertools import permutations
from pathlib import Path

import pytest
from rich.console import Console
from sqlalchemy import Connection, Engine, func, select

from ingest.model import RawOrder
from normalize.plan_year import order_identity
from pipeline.loading import load_rows
from pipeline.open_questions import count_open
from pipeline.parts import settle_head
from pipeline.run import reread_touched
from pipeline.summary import print_territories
from store.db import open_engine
from store.decisions import append_decision
from store.model import NewDecision
from store.neighbours import DoubtfulTerritory
from store.tables import measures, orders, people, questions
from tests.normalize.orders import make_order
from tests.pipeline.command import Prikaz
from tests.pipeline.documents import write_order
from tests.pipeline.test_order_of_imports import seen
from tests.pipeline.test_repeat import rows

BODY, TOWN = "Управление образования", "город Лесогорск"
STAFF = ("Войтов Г.Ф.", "Дронова М.Ю.", "Рощина О.П.", "Белова Н.В.")


def order(number: str, issuer: str | None, territory: str | None, staff: tuple[str, ...] = STAFF) -> RawOrder:
    raw = make_order([("", "май", f"{name}, методист") for name in staff])
    head = replace(raw.head, number=number, date=f"20{number}-09-01", issuer=issuer, territory=territory)
    return replace(raw, head=head, sha256=f"{number}{len(staff)}".rjust(64, "0"), file=f"{number}.docx")


OLD = order("20", BODY, None)
NEW = order("21", f"{BODY} города Лесогорска", TOWN)
LATER = order("22", BODY, TOWN)


@pytest.fixture
def engine(sqlite_template: Path, tmp_path: Path) -> Iterator[Engine]:
    shutil.copyfile(sqlite_template, tmp_path / "x.db")
    found = open_engine(f"sqlite:///{tmp_path / 'x.db'}")
    yield found
    found.dispose()


def import_run(engine: Engine, *run: RawOrder, territory: str | None = None) -> None:
    loaded = []
    for raw in run:
        with engine.begin() as connection:
            loaded.append(load_rows(connection, raw, territory).order_id or "")
    reread_touched(engine.begin, loaded)


def asked(engine: Engine) -> list[str]:
    """Numbers of the orders that are asked about their territory."""
    return [number for number, _ in questions_of(engine)]


def questions_of(engine: Engine) -> list[tuple[str, str]]:
    query = questions.join(orders).select().where(questions.c.kind == "territory").order_by(orders.c.order_number)
    with engine.connect() as connection:
        return [(row.order_number, row.text) for row in connection.execute(query)]


def people_of(connection: Connection) -> list[str]:
    return [row.person for row in connection.execute(people.select())]


def test_the_order_without_a_town_is_asked(engine: Engine) -> None:
    import_run(engine, OLD)
    import_run(engine, NEW)
    [(number, text)] = questions_of(engine)
    assert number == "20"
    assert f"«{BODY}»" in text
    assert f"№ 21 от 01.09.2021 — к территории «{TOWN}»" in text
    assert "одинаковых имён: 4" in text
    assert f'--territory "{TOWN}" "20.docx"' in text


@pytest.mark.parametrize("sequence", list(permutations((OLD, NEW, LATER))))
@pytest.mark.parametrize("cut", [0, 1, 2])
def test_any_order_of_imports(
    sequence: tuple[RawOrder, ...], cut: int, engine: Engine, sqlite_template: Path, tmp_path: Path
) -> None:
    import_run(engine, *sequence[:cut])
    import_run(engine, *sequence[cut:])
    shutil.copyfile(sqlite_template, tmp_path / "one.db")
    other = open_engine(f"sqlite:///{tmp_path / 'one.db'}")
    for raw in (OLD, NEW, LATER):
        import_run(other, raw)
    other.dispose()
    assert asked(engine) == ["20"]
    assert seen(tmp_path / "x.db") == seen(tmp_path / "one.db")


@pytest.mark.parametrize("sequence", list(permutations((OLD, NEW))))
def test_it_is_asked_no_more_when_the_territories_agree(sequence: tuple[RawOrder, ...], engine: Engine) -> None:
    import_run(engine, *sequence)
    import_run(engine, OLD, territory=TOWN)
    assert asked(engine) == []
    with engine.connect() as connection:
        assert sorted(people_of(connection)) == sorted(STAFF)


def test_nor_when_the_other_one_is_moved(engine: Engine) -> None:
    import_run(engine, NEW, OLD)
    import_run(engine, NEW, territory=BODY)
    assert asked(engine) == []


def test_nor_when_the_other_one_names_other_people(engine: Engine) -> None:
    import_run(engine, OLD, NEW)
    import_run(engine, order("21", NEW.head.issuer or "", TOWN, ("Лосев П.И.", "Седов А.А.", "Чуб Р.И.")))
    assert asked(engine) == []


def test_a_run_that_loads_both_anew_asks_what_holds_at_its_end(engine: Engine) -> None:
    others = order("21", NEW.head.issuer or "", TOWN, ("Лосев П.И.", "Седов А.А.", "Чуб Р.И."))
    import_run(engine, NEW, OLD, others)
    assert asked(engine) == []


@pytest.mark.parametrize(
    "other",
    [
        order("21", "Отдел культуры города Лесогорска", TOWN),
        order("21", NEW.head.issuer or "", TOWN, STAFF[:2]),
        order("21", BODY, None),
    ],
)
def test_not_asked(other: RawOrder, engine: Engine) -> None:
    """Another department; two namesakes; the same territory."""
    import_run(engine, OLD, other)
    assert asked(engine) == []


@pytest.mark.parametrize(
    "issuer",
    [
        "Орган местного самоуправления «Управление образования города Лесогорска»",
        "Управление образования администрации Лесогорского городского округа",
        "Муниципальное казённое учреждение «Управление образования»",
    ],
)
def test_issuers_agree_without_their_town(issuer: str, engine: Engine) -> None:
    import_run(engine, OLD, order("21", issuer, TOWN))
    assert asked(engine) == ["20"]


def test_one_place_in_two_words_is_asked_on_both_sides(engine: Engine) -> None:
    school = order("23", "МБОУ СОШ № 5 г. Лесогорска", "г. Лесогорск")
    district = order("24", BODY, "Лесогорский городской округ")
    import_run(engine, school, NEW)
    assert asked(engine) == ["21", "23"]
    import_run(engine, district)
    assert sorted(set(asked(engine))) == ["21", "23", "24"]


def test_districts_with_names_of_their_own_are_not_asked(engine: Engine) -> None:
    import_run(engine, NEW, order("22", BODY, "Лесогорский район"), order("23", BODY, "город Заречный"))
    assert asked(engine) == []


def test_a_clerk_may_say_that_they_are_two(engine: Engine) -> None:
    import_run(engine, OLD, NEW)
    with engine.begin() as connection:
        key = connection.execute(questions.select().where(questions.c.kind == "territory")).one().key
        scope = {"scope": "here", "scope_value": order_identity(OLD)}
        append_decision(connection, NewDecision(datetime.now(UTC), "clerk", "same", key, "разные", "2", None, **scope))  # type: ignore[arg-type]
    import_run(engine, LATER)
    assert asked(engine) == []


def test_an_order_that_names_no_place_at_all_says_so(engine: Engine) -> None:
    nameless = order("25", "", None)
    import_run(engine, replace(nameless, head=replace(nameless.head, issuer=None)))
    with engine.connect() as connection:
        [text] = [row.text for row in connection.execute(questions.select()) if row.kind == "order_head"]
    assert 'prikaz import --territory НАЗВАНИЕ "25.docx"' in text


def test_a_territory_that_was_given_stays_when_the_file_has_changed(engine: Engine) -> None:
    import_run(engine, NEW, territory="Лесогорск")
    changed = replace(order("21", NEW.head.issuer or "", TOWN, STAFF[:3]), sha256="f" * 64)
    import_run(engine, changed)
    with engine.connect() as connection:
        assert [row.territory for row in connection.execute(orders.select())] == ["Лесогорск"]


def test_one_that_the_head_said_follows_the_head(engine: Engine) -> None:
    import_run(engine, NEW)
    changed = replace(NEW, head=replace(NEW.head, territory="Лесогорский район"), sha256="f" * 64)
    changed = replace(changed, rows=changed.rows[:3])
    import_run(engine, changed)
    with engine.connect() as connection:
        assert [row.territory for row in connection.execute(orders.select())] == ["Лесогорский район"]


def test_a_file_whose_head_newer_rules_read_otherwise_stays_one_order(engine: Engine) -> None:
    import_run(engine, NEW)
    with engine.connect() as connection:
        [before] = [row.order_id for row in connection.execute(orders.select())]
    other = replace(NEW, head=replace(NEW.head, issuer="МБОУ «СОШ № 3»", number="21-П", title="План"))
    with engine.begin() as connection:
        settled = settle_head(connection, other)
        load_rows(connection, settled, None, reread=True)
    with engine.connect() as connection:
        [after] = connection.execute(orders.select()).all()
    assert (after.order_id, after.order_number, after.title) == (before, "21", "План")


UPPER, LOWER = "Верхнетальский район", "Нижнетальский район"


@pytest.mark.parametrize("turned", [False, True])
def test_two_districts_may_sign_the_same_number_on_one_day(engine: Engine, turned: bool) -> None:
    both = [order("23", BODY, UPPER), replace(order("23", BODY, LOWER), sha256="f" * 64, file="lower.docx")]
    first, second = reversed(both) if turned else both
    import_run(engine, first, second)
    changed = replace(second, rows=second.rows[:3], sha256="e" * 64)
    import_run(engine, changed)
    import_run(engine, first, changed, second)
    with engine.begin() as connection:
        per_order = select(orders.c.territory, func.count()).join_from(measures, orders).group_by(orders.c.territory)
        held = {row[0]: row[1] for row in connection.execute(per_order)}
    assert held == {first.head.territory: 4, second.head.territory: 3}


@pytest.mark.parametrize(
    ("title", "held"), [("Об олимпиаде школьников", 2), ("О подготовке к ГИА (с изменениями)", 1), (None, 1)]
)
def test_orders_without_an_issuer_are_told_by_their_titles(engine: Engine, title: str | None, held: int) -> None:
    first = order("23", None, None)
    first = replace(first, head=replace(first.head, title="О подготовке к ГИА"))
    second = replace(first, head=replace(first.head, title=title), sha256="f" * 64, file="second.docx")
    import_run(engine, first, second)
    import_run(engine, first, second, first)
    with engine.begin() as connection:
        assert connection.execute(select(func.count()).select_from(orders)).scalar_one() == held


def test_a_file_keeps_its_order_when_its_territory_is_given_anew(engine: Engine) -> None:
    import_run(engine, order("23", BODY, UPPER))
    import_run(engine, order("23", BODY, UPPER), territory=LOWER)
    with engine.begin() as connection:
        assert connection.execute(select(orders.c.territory)).scalars().all() == [LOWER]


def test_the_summary_says_what_stands_twice_and_what_settles_it(engine: Engine) -> None:
    import_run(engine, OLD, NEW)
    with engine.begin() as connection:
        left = count_open(connection)
    printed = StringIO()
    print_territories(Console(file=printed, width=300), left)
    assert f"«{BODY}», whose head prints no town or district, and «{TOWN}»" in printed.getvalue()
    assert f'prikaz import --territory "{TOWN}" "20.docx"' in printed.getvalue()
    import_run(engine, OLD, territory=TOWN)
    with engine.begin() as connection:
        assert count_open(connection).territories == ()


def told(engine: Engine, before: tuple[DoubtfulTerritory, ...]) -> tuple[str, tuple[DoubtfulTerritory, ...]]:
    """What the summary prints where `before` was known, and what is known then."""
    with engine.begin() as connection:
        left = count_open(connection)
    printed = StringIO()
    print_territories(Console(file=printed, width=300), left, before)
    return printed.getvalue(), left.territories


def test_what_was_said_before_is_one_line(engine: Engine) -> None:
    import_run(engine, OLD, NEW)
    first, known = told(engine, ())
    import_run(engine, LATER)
    again, _ = told(engine, known)
    assert len(first.splitlines()) > 2
    assert (
        again == f'Perhaps still one territory: «{BODY}» and «{TOWN}» → prikaz import --territory "{TOWN}" "20.docx"\n'
    )
    import_run(engine, order("19", BODY, None))
    added, _ = told(engine, known)
    assert "Orders: 19, 20" in added


def test_a_town_that_may_be_two_is_asked_until_it_is_named(prikaz: Prikaz) -> None:
    """«города Отрадного» is of Отрадное or of Отрадный: the question says how to name it, and naming it answers."""
    path = write_order(prikaz.folder / "order.docx", issuer="Управления образования города Отрадного")
    asked = "SELECT text FROM v_open_questions WHERE kind = 'order_territory'"
    prikaz.run("import", path)
    [(text,)] = rows(prikaz.database, asked)
    assert "Это «Отрадное» или «Отрадный»?" in text
    assert 'prikaz import --territory НАЗВАНИЕ "order.docx"' in text
    prikaz.run("import", path, "--territory", "город Отрадный")
    assert rows(prikaz.database, asked) == []
    assert rows(prikaz.database, "SELECT territory FROM v_orders") == [("город Отрадный",)]


def test_a_town_in_the_genitive_is_not_asked(prikaz: Prikaz) -> None:
    prikaz.run("import", write_order(prikaz.folder / "order.docx", issuer="Управления образования города Балашова"))
    assert rows(prikaz.database, "SELECT territory FROM v_orders") == [("город Балашов",)]
    assert rows(prikaz.database, "SELECT * FROM v_open_questions WHERE kind = 'order_territory'") == []
