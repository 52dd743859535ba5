"""After order 306 comes the next year's: the known is recognised, the doubtful asked once, decisions outlive all."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.table import _Row

from tests.pipeline.command import ROOT, Prikaz
from tests.pipeline.dump import dump_views
from tests.pipeline.second_year import NEWS, SPELLINGS, rows, write_docx

CUT_AT_PAGES = ROOT / "tests" / "golden" / "306" / "order-306-2020-split.pdf"
FIRST_YEAR = ROOT / "data" / "raw" / "order-306-2020.docx"
LEAVE = {"verb": "same", "answer": "Оставить как напечатано"}
LIMIT = 3  # new questions per 100 mentions already known


def ask(database: Path, query: str, *values: str) -> list[tuple[str, ...]]:
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        return connection.execute(query, values).fetchall()
    finally:
        connection.close()


def settle_all(prikaz: Prikaz) -> int:
    """Answers every open question by a decisions file: its first candidate, else that all stays as printed."""
    questions = ask(
        prikaz.database, "SELECT q.key, q.kind, q.candidates, o.issuer FROM questions q JOIN orders o USING (order_id)"
    )
    lines = []
    for key, kind, candidates, issuer in questions:
        first = next(iter(json.loads(candidates)), None)
        answer = {"verb": "same", "answer": first["answer"]} if first else LEAVE
        if kind == "empty_deadline":
            answer = {"verb": "text", "answer": "до 25 мая 2021 г."}
        scope = {"scope": "issuer", "scope_value": issuer}
        lines.append({"subject": key, "actor": "clerk", "made_at": "2021-09-01T09:00:00Z", **answer, **scope})
    file = prikaz.folder / "decisions.jsonl"
    file.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    done = prikaz.run("decisions", "import", file)
    assert done.returncode == 0, done.stderr
    return len(lines)


def open_kinds(database: Path, number: str) -> list[str]:
    query = (
        "SELECT DISTINCT question_id, kind FROM v_open_questions JOIN v_orders USING (order_id) WHERE order_number = ?"
    )
    return sorted(kind for _, kind in ask(database, query, number))


@pytest.fixture(scope="module")
def settled_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of order 306 imported, all its questions answered."""
    prikaz = Prikaz(tmp_path_factory.mktemp("settled"))
    assert prikaz.run("import", FIRST_YEAR).returncode == 0
    assert settle_all(prikaz) == 20
    assert open_kinds(prikaz.database, "306") == []
    return prikaz.folder


@pytest.fixture
def settled(settled_once: Path, prikaz: Prikaz) -> Prikaz:
    """The same, a copy for each test."""
    shutil.copytree(settled_once, prikaz.folder, dirs_exist_ok=True)
    return prikaz


def test_decisions_take_effect(settled: Prikaz) -> None:
    found = ask(settled.database, "SELECT DISTINCT organization FROM v_parties WHERE surface LIKE '%«ИРО»%'")
    assert found == [("ГАОУ ДПО СО «ИРО»",)]
    typed = "SELECT ends_on FROM v_deadlines JOIN v_measures USING (measure_id) WHERE number IN ('10', '12')"
    assert ask(settled.database, typed) == [("2021-05-25",), ("2021-05-25",)]


def test_next_year_asks_only_what_is_new(settled: Prikaz) -> None:
    assert len(rows()) >= 40
    assert settled.run("import", write_docx(settled.folder / "order-311.docx")).returncode == 0
    names = "SELECT person, organization FROM v_parties JOIN v_orders USING (order_id) WHERE order_number = ?"
    before = {name for pair in ask(settled.database, names, "306") for name in pair} - {None}
    known = sum(name in before for pair in ask(settled.database, names, "311") for name in pair)
    asked = open_kinds(settled.database, "311")
    assert asked == ["namesakes", "namesakes"]  # Кузьмич С.В. has moved, Иванова О.В. has a namesake
    assert len(asked) * 100 <= LIMIT * known
    assert open_kinds(settled.database, "306") == []


def test_other_spellings_of_what_is_known(prikaz: Prikaz) -> None:
    """Nothing of order 306 is doubled, nothing in it changes, and the later order is asked, never the earlier one."""
    town = ("--territory", "Каменск-Уральский")
    assert prikaz.run("import", FIRST_YEAR, *town).returncode == 0
    parties = "SELECT v_parties.* FROM v_parties JOIN v_orders USING (order_id) WHERE order_number = '306'"
    before, asked = sorted(ask(prikaz.database, parties)), open_kinds(prikaz.database, "306")
    named = {name for (name,) in ask(prikaz.database, "SELECT organization FROM v_organizations")}
    cells = [(f"Мероприятие {number}", "май", cell) for number, (cell, _) in enumerate(SPELLINGS, start=1)]
    file = write_docx(
        prikaz.folder / "order-311.docx", [*cells, *(("Отчёт", "май", "Едигарева Н.В.") for _ in range(3))]
    )
    assert prikaz.run("import", file, *town).returncode == 0
    assert (sorted(ask(prikaz.database, parties)), open_kinds(prikaz.database, "306")) == (before, asked)
    new = {name for (name,) in ask(prikaz.database, "SELECT organization FROM v_organizations")} - named
    assert new == {"МАУ ДО «Центр дополнительного образования»", "Министерство образования Свердловской области"}
    kinds = (
        "SELECT q.kind, m.measure FROM v_open_questions q JOIN v_measures m USING (measure_id) WHERE m.order_number = ?"
    )
    due = {(kind, f"Мероприятие {at}") for at, (_, kinds) in enumerate(SPELLINGS, start=1) for kind in kinds}
    assert set(ask(prikaz.database, kinds, "311")) == due


def test_full_name_meets_initials(settled: Prikaz) -> None:
    assert any("Надежда" in responsible for _, _, responsible in NEWS)
    settled.run("import", write_docx(settled.folder / "order-311.docx"))
    people = ask(
        settled.database, "SELECT given_names, first_seen, last_seen FROM v_people WHERE surname = 'Едигарева'"
    )
    assert people == [("Надежда Викторовна", "2020-10-07", "2021-10-04")]


def test_moves_are_visible_in_appointments(settled: Prikaz) -> None:
    settled.run("import", write_docx(settled.folder / "order-311.docx"))
    query = "SELECT role, organization, school_year FROM v_appointments WHERE person = ? ORDER BY order_date, role"
    assert ask(settled.database, query, "Кузьмич С.В.") == [
        ("заместитель руководителя по УВР", "Средняя школа № 21", "2020/2021"),
        ("заместитель директора по УВР", "Средняя школа № 21", "2021/2022"),
        ("методист", "МБУ ДО «Центр дополнительного образования»", "2021/2022"),
    ]


def test_order_of_imports_is_no_matter(prikaz: Prikaz, tmp_path: Path) -> None:
    second_year = write_docx(prikaz.folder / "order-311.docx")
    other = Prikaz(tmp_path / "other")
    other.folder.mkdir()
    for one, files in ((prikaz, (FIRST_YEAR, second_year)), (other, (second_year, FIRST_YEAR))):
        for file in files:
            assert one.run("import", file).returncode == 0
    assert without_times(prikaz.database) == without_times(other.database)


def without_times(database: Path) -> dict[str, list[tuple[str, ...]]]:
    """All public views, but for when a row came in."""
    found = {}
    for view in dump_views(database):
        columns = [name for _, name, *_ in ask(database, f"SELECT * FROM pragma_table_info('{view}')")]
        kept = ", ".join(name for name in columns if name not in ("imported_at", "opened_at"))
        found[view] = sorted(ask(database, f"SELECT {kept} FROM {view}"), key=repr)
    return found


def test_rebuilt_from_files_and_decisions(settled: Prikaz, tmp_path: Path) -> None:
    file = settled.folder / "out.jsonl"
    assert settled.run("decisions", "export", file).returncode == 0
    rebuilt = Prikaz(tmp_path / "rebuilt")
    rebuilt.folder.mkdir()
    assert rebuilt.run("import", FIRST_YEAR).returncode == 0
    assert rebuilt.run("decisions", "import", file).returncode == 0
    assert without_times(rebuilt.database) == without_times(settled.database)


def changed_order(path: Path, change: Callable[[list[_Row]], None]) -> Path:
    """Order 306 as a new version of the same file."""
    document = Document(str(FIRST_YEAR))
    change(list(document.tables[0].rows))
    document.save(str(path))
    return path


def insert_and_renumber(table: list[_Row]) -> None:
    """A new measure after the third, everything behind it one number higher."""
    measures = [row for row in table if row.cells[0].text.strip(". ").isdigit()]
    for row in measures[3:]:
        row.cells[0].text = f"{int(row.cells[0].text.strip('. ')) + 1}."
    new = measures[2]._tr.__copy__()
    measures[2]._tr.addnext(new)
    row = _Row(new, measures[2]._parent)
    for cell, text in zip(
        row.cells, ("4.", "Проведение муниципального совещания", "15 ноября", "Руководители школ"), strict=True
    ):
        cell.text = text


def test_decisions_survive_a_new_version(settled: Prikaz) -> None:
    """Rows inserted, all behind them renumbered: no decision is lost, none lands on another measure."""
    file = changed_order(settled.folder / "order-306-v2.docx", insert_and_renumber)
    assert settled.reports(file)[0]["outcome"] == "replaced"
    assert open_kinds(settled.database, "306") == []
    typed = "SELECT number FROM v_deadlines JOIN v_measures USING (measure_id) WHERE v_deadlines.ends_on = '2021-05-25'"
    assert ask(settled.database, typed) == [("11",), ("13",)]


MENTIONS = """SELECT p.anchor, coalesce(h.key, o.key), p.surface, p.rule, m.measure FROM parties p
    JOIN measures m USING (measure_id) LEFT JOIN people h USING (person_id)
    LEFT JOIN organizations o ON o.organization_id = p.organization_id WHERE coalesce(h.key, o.key) IS NOT NULL"""


def decide_every_mention(prikaz: Prikaz) -> int:
    """A word on each mention alone, by its anchor: it means whom the rules say it means."""
    lines = [
        {"subject": anchor, "verb": "same", "answer": key, "scope": "everywhere", "scope_value": None,
         "actor": "clerk", "made_at": "2021-09-01T09:00:00Z"}
        for anchor, key, *_ in ask(prikaz.database, MENTIONS)
    ]  # fmt: skip
    file = prikaz.folder / "mentions.jsonl"
    file.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    assert prikaz.run("decisions", "import", file).returncode == 0
    return len(lines)


def test_a_word_on_a_mention_finds_it_again(prikaz: Prikaz) -> None:
    """A word on each mention of the file that is cut at pages; then the whole table, rows inserted, renumbered."""
    assert prikaz.run("import", CUT_AT_PAGES).returncode == 0
    made = decide_every_mention(prikaz)
    before = ask(prikaz.database, MENTIONS)
    assert made > 250
    assert {rule for *_, rule, _ in before} == {"decision"}
    file = changed_order(prikaz.folder / "order-306-v2.docx", insert_and_renumber)
    assert prikaz.reports(file)[0]["outcome"] == "replaced"
    after = [row for row in ask(prikaz.database, MENTIONS) if row[3] == "decision"]
    assert len(after) >= 0.99 * made
    assert set(after) <= set(before)  # the same mention, the same name, in the same measure


def test_dry_run_changes_nothing(settled: Prikaz) -> None:
    before = dump_views(settled.database)
    decisions = ask(settled.database, "SELECT count(*) FROM decisions")
    file = changed_order(settled.folder / "order-306-v2.docx", insert_and_renumber)
    done = settled.run("import", "--dry-run", file)
    assert done.returncode == 0
    assert "муниципального совещания" in " ".join(done.stdout.split())
    assert "no decision is touched" in done.stdout
    assert dump_views(settled.database) == before
    assert ask(settled.database, "SELECT count(*) FROM decisions") == decisions
