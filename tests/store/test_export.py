"""Exports hold the views' rows, and other people's programs read them."""

import csv
import json
import re
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from shutil import which

import openpyxl
import pandas as pd
import pytest
from dateutil.rrule import rrulestr
from frictionless import validate
from icalendar import Calendar
from sqlalchemy import Engine

from normalize.model import Deadline
from store.db import reading
from store.export import FORMATS, Format, export_views
from store.frames import DTYPES, NoSuchView, read_frame
from store.load import load_order
from store.selection import NothingSelected, Selection
from store.views import VIEWS
from tests.store.factory import ROWS, STAMP, make_order, make_raw

Export = Callable[..., dict[str, Path]]
FORMULA = '=HYPERLINK("file:///etc/passwd")'


@pytest.fixture
def loaded(engine: Engine) -> Engine:
    """Order 306, one of its cells a formula, and another order № 7 of the next year."""
    rows = (replace(ROWS[0], section=FORMULA), *ROWS[1:])
    with engine.begin() as connection:
        load_order(connection, make_order(make_raw(rows)), make_raw(rows), STAMP)
        head = replace(make_raw().head, number="7", date="2021-10-01")
        raw = replace(make_raw(ROWS[1:2], sha="c"), head=head)
        load_order(connection, replace(make_order(raw), school_year="2021/2022"), raw, STAMP)
    return engine


@pytest.fixture
def export(loaded: Engine, tmp_path: Path) -> Export:
    def run(format: Format, selection: Selection | None = None) -> dict[str, Path]:
        with reading(loaded) as connection:
            paths = export_views(connection, tmp_path / "out", format, selection or Selection())
        assert sorted(paths) == sorted((tmp_path / "out").iterdir())  # and no temporary file is left
        return {path.name: path for path in paths}

    return run


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_csv_is_excels(export: Export) -> None:
    path = export("csv")["v_measures.csv"]
    assert path.read_bytes().startswith(b"\xef\xbb\xbfmeasure_id;order_id;")
    rows = read_csv(path)
    assert [row["number"] for row in rows] == ["1", "2", "", "2"]
    assert rows[0]["section"] == f"'{FORMULA}"
    assert json.loads(rows[0]["extra"]) == {"Примечание": "срочно", "Примечание (2)": "второе"}


def test_xlsx_has_real_dates_and_no_formulas(export: Export) -> None:
    book = openpyxl.load_workbook(export("xlsx")["prikaz.xlsx"])
    assert book.sheetnames == [view.name for view in VIEWS]
    sheet = book["v_measures"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:O5")
    assert sheet["D2"].value == datetime(2020, 10, 9)
    assert (sheet["G2"].value, sheet["G2"].data_type) == (FORMULA, "s")
    assert book["v_deadlines"]["I2"].value in (True, False)


@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_xlsx(export: Export, tmp_path: Path) -> None:
    path = export("xlsx", Selection(order="306"))["prikaz.xlsx"]
    to = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,2"  # sheet 2, «;», UTF-8
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless", "--convert-to", to]
    subprocess.run([*command, "--outdir", tmp_path, path], check=True, capture_output=True, timeout=120)
    (made,) = tmp_path.glob("prikaz-v_measures.csv")
    with made.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert [(row["number"], row["measure"], row["order_date"]) for row in rows] == [
        (row.number or "", row.measure, "09.10.2020") for row in ROWS
    ]
    assert rows[0]["section"] == FORMULA


def test_datapackage_is_valid(export: Export) -> None:
    report = validate(str(export("datapackage")["datapackage.json"]))
    assert report.valid, report.flatten(["type", "note"])
    assert report.stats["tasks"] == len(VIEWS)


def test_parquet_keeps_types(export: Export) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    rows = pq.read_table(export("parquet")["v_deadlines.parquet"]).to_pylist()
    assert {row["ends_on"] for row in rows} == {date(2020, 11, 1), date(2021, 8, 31)}
    assert all(row["inferred"] is True for row in rows)


def test_frames_have_the_documented_dtypes(loaded: Engine) -> None:
    for view in VIEWS:
        with reading(loaded) as connection:
            frame = read_frame(connection, view.name)
        assert {name: str(kind) for name, kind in frame.dtypes.items()} == {
            one.name: DTYPES[one.type] for one in view.columns
        }
    with reading(loaded) as connection:
        deadlines = read_frame(connection, "v_deadlines")
        with pytest.raises(NoSuchView):
            read_frame(connection, "measures")
    assert deadlines["ends_on"].min() == pd.Timestamp("2020-11-01")


@pytest.mark.parametrize(
    ("selection", "measures"),
    [
        (Selection(), ["1", "2", "", "2"]),
        (Selection(order="306"), ["1", "2", ""]),
        (Selection(year="2021/2022"), ["2"]),
        (Selection(school="27"), ["2", "2"]),
        (Selection(school="27", order="7"), ["2"]),
        (Selection(school="Управление образования"), ["1"]),
        (Selection(person="Плотникова Т.А."), ["1"]),
    ],
)
def test_selections(export: Export, selection: Selection, measures: list[str]) -> None:
    files = export("csv", selection)
    rows = read_csv(files["v_measures.csv"])
    assert [row["number"] for row in rows] == measures
    wanted = {row["measure_id"] for row in rows}
    for name in ("v_deadlines.csv", "v_parties.csv", "v_open_questions.csv"):
        assert {row["measure_id"] for row in read_csv(files[name])} <= wanted
    assert {row["order_id"] for row in read_csv(files["v_orders.csv"])} == {row["order_id"] for row in rows}


@pytest.mark.parametrize(
    ("selection", "said"),
    [
        (Selection(person="Плотникова Т.А.", school="27"), "--school «27», --person «Плотникова Т.А.»"),
        (Selection(territory="г. Конаково", order="306"), "--territory «г. Конаково»: expected a town"),
        (Selection(order="' OR 1=1 --"), "--order «' OR 1=1 --»: expected a number"),
    ],
)
def test_a_selection_of_nothing_is_refused_and_writes_nothing(
    export: Export, tmp_path: Path, selection: Selection, said: str
) -> None:
    before = {file.name: file.stat().st_mtime_ns for file in export("csv", Selection(order="306")).values()}
    with pytest.raises(NothingSelected, match=re.escape(said)):
        export("csv", selection)
    written = {file.name: file.stat().st_mtime_ns for file in tmp_path.rglob("v_*.csv")}
    assert written == before


def test_selection_brings_only_whom_it_names(export: Export) -> None:
    files = export("csv", Selection(order="7"))
    assert read_csv(files["v_people.csv"]) == []
    assert [row["school_number"] for row in read_csv(files["v_schools.csv"])] == ["2", "27"]
    assert read_csv(files["v_aliases.csv"]) == []
    assert read_csv(files["v_appointments.csv"]) == []


DEADLINES = (
    (Deadline("до 1 ноября", "by", None, "2020-11-01", None, True), {"DUE": "20201101"}),
    (
        Deadline("20-21 октября", "period", "2020-10-20", "2020-10-21", None, True),
        {"DTSTART": "20201020", "DTEND": "20201022"},
    ),
    (
        Deadline("третий четверг", "recurring", "2020-09-01", "2021-08-31", "FREQ=MONTHLY;BYDAY=3TH", True),
        {"DTSTART": "20200917", "DTEND": "20200918", "RRULE": "FREQ=MONTHLY;UNTIL=20210831;BYDAY=3TH"},
    ),
    (
        Deadline("июнь, далее ежегодно", "recurring", "2021-06-01", "2021-06-30", "FREQ=YEARLY", False),
        {"DTSTART": "20210601", "DTEND": "20210701", "RRULE": "FREQ=YEARLY"},
    ),
    (
        Deadline("ежеквартально", "recurring", None, None, "FREQ=MONTHLY;INTERVAL=3", True),
        {"DTSTART": "20200901", "DTEND": "20200902", "RRULE": "FREQ=MONTHLY;UNTIL=20210831;INTERVAL=3"},
    ),
    (Deadline("два раза в год", "recurring", None, None, None, True), {}),
    (Deadline("далее – постоянно", "ongoing", "2020-11-01", None, None, False), {"DTSTART": "20201101"}),
    (Deadline("постоянно", "ongoing", None, None, None, False), {}),
)
DATES = ("DTSTART", "DTEND", "DUE", "RRULE")


@pytest.mark.parametrize(("deadline", "expected"), DEADLINES)
def test_calendar(engine: Engine, tmp_path: Path, deadline: Deadline, expected: dict[str, str]) -> None:
    order = make_order()
    first = replace(order.measures[0], deadlines=(deadline,))
    with engine.begin() as connection:
        load_order(connection, replace(order, measures=(first, *order.measures[1:])), make_raw(), STAMP)
    with reading(engine) as connection:
        (path,) = export_views(connection, tmp_path, "ics", Selection(person="Плотникова Т.А."))
    (entry,) = Calendar.from_ical(path.read_bytes()).subcomponents
    assert {key: entry[key].to_ical().decode() for key in DATES if key in entry} == expected
    assert entry["SUMMARY"] == "Провести совещание"
    if "RRULE" in expected:
        start = datetime.combine(entry["DTSTART"].dt, datetime.min.time())
        assert next(iter(rrulestr(expected["RRULE"], dtstart=start))) == start


@pytest.mark.parametrize("format", FORMATS)
def test_a_failed_export_leaves_the_old_file(loaded: Engine, tmp_path: Path, format: Format) -> None:
    def fail(view: str, rows: int) -> None:
        raise KeyboardInterrupt

    folder = tmp_path / "out"

    with reading(loaded) as connection:
        before = {path: path.read_bytes() for path in export_views(connection, folder, format)}
        with pytest.raises(KeyboardInterrupt):
            export_views(connection, folder, format, Selection(order="7"), fail)
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_progress_is_told(loaded: Engine, tmp_path: Path) -> None:
    told: dict[str, int] = {}
    with reading(loaded) as connection:
        export_views(connection, tmp_path, "csv", progress=told.__setitem__)
    assert (told["v_measures"], told["v_orders"]) == (4, 2)
    assert told.keys() == {view.name for view in VIEWS}


def test_xlsx_is_one_zip(export: Export) -> None:
    with zipfile.ZipFile(export("xlsx")["prikaz.xlsx"]) as archive:
        assert not [name for name in archive.namelist() if "vba" in name.lower() or "external" in name.lower()]
        assert b"<f>" not in archive.read("xl/worksheets/sheet2.xml")
