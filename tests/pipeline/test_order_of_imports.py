"""Five orders of one town that explain one another, in any order of imports: the same database, ids too."""

import random
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import Engine

from ingest.model import RawOrder
from normalize.order import normalize_order, plan_year, read_order_cells, surnames_concerned
from pipeline.loading import load_rows
from pipeline.run import reread_touched
from store.db import open_engine
from store.ids import order_id
from store.read import read_knowledge
from store.touched import request_touched, requested_orders
from store.understanding import understand
from tests.normalize.orders import make_order
from tests.pipeline.dump import VIEWS

CENTRE, LEGAL = "ЦРО", "МБУ «Центр развития образования»"
BOTH = "директора СОШ № 2, ООШ № 27"
CELLS = (
    # an acronym that another order explains; a school without its type; somebody in an oblique case
    ("2019-09-02", f"Войтов Г.Ф., директор {CENTRE}", "руководители школ №№ 2, 27", "под руководством Дроновой М.Ю."),
    # the acronym's meaning; the school's type; the surname's nominative
    ("2020-09-01", f"Войтов Г.Ф., директор {LEGAL}", BOTH, "Дронова М.Ю., завуч"),
    # a namesake in another post; the same organization in another legal form; one letter lost
    ("2021-09-01", "Войтов Г.Ф., методист ГАУ «Центр развития образования»", "СОШ № 27", "Дроннова М.Ю., завуч"),
    # the full name; the acronym anew
    ("2022-09-01", f"Войтов Григорий Фёдорович, директор {CENTRE}", BOTH, "Дронова М.Ю., директор СОШ № 2"),
    # nothing that was not known, but somebody new with the same initials
    ("2023-09-01", f"методисты {CENTRE}", "руководители школ №№ 2, 27", "Дрон М.Ю., водитель"),
)
# What one order prints short, another prints whole, or with a slip; what two of them contradict
MORE = (
    ("Зыкова М.В., методист Центра туризма", "директор Основной школы № 39", "Толокнева Т.И., завуч Лицея № 9"),
    ("Зыкова Марина Васильевна, методист МБУ ДО «Центр туризма»", "руководители СОШ № 39", "методисты МБУ «ИМЦ»"),
    (
        "Зыкова Мария Викторовна, методист МАУ ДО «Центр туризма»",
        "школы №№ 2, 39",
        "МБУ «Информационно-методический центр»",
    ),
    ("Возложить на Зыкову М.В.", "Орлова Анна Ивановна, Орлова Алла Игоревна, учителя СОШ № 39", "ИМЦ"),
    ("Орлова А.И., учитель СОШ № 39", "Управление образования города", "Толокнева Т.Н., завуч Лицея № 9"),
)
# Schools of villages, and of one number in two towns
VILLAGES = (
    ("директор Берёзовской школы", "СОШ № 5"),
    ("МБОУ «Берёзовская СОШ»", "СОШ № 5 г. Лесной, СОШ № 5 г. Речной"),
    ("Берёзовская средняя школа", "СОШ № 5 г. Лесного, гимназия № 5 г. Речного"),
    ("Берёзовская ООШ, Ключевская школа", "школа № 5"),
    ("учителя Берёзовской школы", "МКОУ «Ключевская ООШ»"),
)


def town() -> list[RawOrder]:
    orders = []
    for number, ((date, *cells), *more) in enumerate(zip(CELLS, MORE, VILLAGES, strict=True), start=1):
        cells += [cell for part in more for cell in part]
        raw = make_order([("", "май", cell) for cell in cells])
        head = replace(raw.head, number=str(number), date=date)
        orders.append(replace(raw, head=head, sha256=f"{number:064x}", file=f"{number}.docx"))
    return orders


def import_all(engine: Engine, runs: list[list[RawOrder]]) -> None:
    """Each run with its end, when what it touches is read again."""
    for run in runs:
        loaded = []
        for raw in run:
            with engine.begin() as connection:
                loaded.append(load_rows(connection, raw, None).order_id or "")
        reread_touched(engine.begin, loaded)


def seen(path: Path) -> dict[str, list[str]]:
    """All public views, but for when a row came in."""
    found = {}
    with closing(sqlite3.connect(path)) as connection:
        for view in VIEWS:
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({view})")]
            kept = ", ".join(name for name in columns if name not in ("imported_at", "opened_at"))
            found[view] = sorted(map(repr, connection.execute(f"SELECT {kept} FROM {view}")))
    return found


@pytest.fixture(scope="module")
def expected(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    return result(sqlite_template, tmp_path_factory.mktemp("by-date") / "x.db", [[one] for one in town()])


def result(template: Path, path: Path, runs: list[list[RawOrder]]) -> dict[str, list[str]]:
    shutil.copyfile(template, path)
    engine = open_engine(f"sqlite:///{path}")
    import_all(engine, runs)
    engine.dispose()
    return seen(path)


def test_the_orders_do_explain_one_another(expected: dict[str, list[str]]) -> None:
    assert any("Григорий" in row for row in expected["v_people"])
    assert any("Основная школа № 27" in row and "'руководители'" in row for row in expected["v_parties"])
    asked = " ".join(expected["v_open_questions"])
    kinds = ("namesake", "legal_form", "abbreviation", "similar_people", "school_type")
    assert all(f"'{kind}'" in asked for kind in kinds)
    assert sum("Центр туризма" in row for row in expected["v_organizations"]) == 2
    assert sum("№ 39" in row for row in expected["v_schools"]) == 1
    assert sum("Берёзовская СОШ" in row for row in expected["v_schools"]) == 1
    assert not any("Берёзовская средняя" in row for row in expected["v_schools"])
    assert sum("етодический центр" in row or "ИМЦ" in row for row in expected["v_organizations"]) == 1


@pytest.mark.parametrize("sequence", random.Random(306).sample(list(permutations(range(5))), 6))
def test_any_order_of_imports(
    sequence: tuple[int, ...], sqlite_template: Path, tmp_path: Path, expected: dict[str, list[str]]
) -> None:
    orders = [town()[index] for index in sequence]
    assert result(sqlite_template, tmp_path / "x.db", [[one] for one in orders]) == expected


@pytest.mark.parametrize("cut", [1, 3, 5])
def test_any_cut_into_runs(cut: int, sqlite_template: Path, tmp_path: Path, expected: dict[str, list[str]]) -> None:
    orders = town()[::-1]
    assert result(sqlite_template, tmp_path / "x.db", [orders[:cut], orders[cut:]]) == expected


@pytest.mark.parametrize("sequence", random.Random(307).sample(list(permutations(range(5))), 4))
def test_any_order_within_one_run(
    sequence: tuple[int, ...], sqlite_template: Path, tmp_path: Path, expected: dict[str, list[str]]
) -> None:
    orders = [town()[index] for index in sequence]
    assert result(sqlite_template, tmp_path / "x.db", [orders]) == expected
    assert result(sqlite_template, tmp_path / "y.db", [orders[:3], orders[3:]]) == expected


def test_whom_an_order_leaves_unread_does_not_concern_it(sqlite_template: Path, tmp_path: Path) -> None:
    """It reads the same with everybody that the town's orders show."""
    shutil.copyfile(sqlite_template, tmp_path / "x.db")
    engine = open_engine(f"sqlite:///{tmp_path / 'x.db'}")
    import_all(engine, [town()])
    for raw in town():
        with engine.begin() as connection:
            itself = order_id(raw.head.issuer, raw.head.date, raw.head.number, raw.sha256)
            place = (raw.head.territory, raw.head.issuer, plan_year(raw)[1])
            everybody = read_knowledge(connection, *place, without_order=itself)
            known = read_knowledge(connection, *place, without_order=itself, surnames=())
            surnames = surnames_concerned(raw, known, read_order_cells(raw, known))
            assert {one.person.partition("|")[0] for one in everybody.sightings} - surnames
            assert understand(connection, raw, raw.head.territory) == normalize_order(raw, everybody)
    engine.dispose()


def test_a_run_by_date_reads_each_order_once(sqlite_template: Path, tmp_path: Path) -> None:
    shutil.copyfile(sqlite_template, tmp_path / "x.db")
    engine = open_engine(f"sqlite:///{tmp_path / 'x.db'}")
    alike = [replace(one, sha256=f"{number:064x}") for number, one in enumerate([town()[1]] * 4, start=1)]
    run = [
        replace(one, head=replace(one.head, number=str(number), date=f"202{number}-09-01"))
        for number, one in enumerate(alike, start=1)
    ]
    loaded = []
    for raw in run:
        with engine.begin() as connection:
            loaded.append(load_rows(connection, raw, None).order_id or "")
    with engine.begin() as connection:
        assert request_touched(connection, requested_orders(connection), loaded, datetime.now(UTC)) == 0
    engine.dispose()
