"""Every golden order is read as its raw.json says, in each of its forms.

raw.json has the head, the headers and sections, the rows as [section, number, measure, deadline, responsible,
"header: text" …] (the form of tests/golden_orders.py), "marks" for the rows that have more to say
([position, plan, month, doubts]) and the doubts about the whole file. A missing one is written, and the test fails:
review it. Texts are compared blind to white space, for forms break their lines elsewhere.
"""

import json
import re
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from ingest.model import RawDoubt, RawOrder, RawRow
from ingest.order import read_order

GOLDEN = Path(__file__).parent.parent / "golden"
FOLDERS = sorted(path for path in GOLDEN.iterdir() if path.is_dir() and not path.name.startswith("_"))
NOT_DOCUMENTS = {".json", ".md", ".toml", ".py"}


def forms_of(folder: Path) -> list[Path]:
    """The documents of a folder; raw.json may name more of them."""
    raw = folder / "raw.json"
    named = json.loads(raw.read_text(encoding="utf-8")).get("files", []) if raw.exists() else []
    inside = [path for path in sorted(folder.iterdir()) if path.suffix not in NOT_DOCUMENTS]
    return [*inside, *((folder / name).resolve() for name in named)]


FORMS = [(folder, path) for folder in FOLDERS for path in forms_of(folder)]


@pytest.mark.parametrize(("folder", "path"), FORMS, ids=[f"{f.name}-{p.name}" for f, p in FORMS])
def test_reads_as_expected(folder: Path, path: Path) -> None:
    found = describe(read_order(path))
    expected = folder / "raw.json"
    if not expected.exists():
        expected.write_text(to_json(found), encoding="utf-8")
        pytest.fail(f"{expected} was written from {path.name}: please review it")
    wanted = json.loads(expected.read_text(encoding="utf-8"))
    wanted.pop("files", None)
    assert squeezed(found) == squeezed(wanted)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_line_breaks_of_the_first_form(folder: Path) -> None:
    """A line break in a cell parts people and lists: it must not become a blank."""
    wanted = json.loads((folder / "raw.json").read_text(encoding="utf-8"))
    assert describe(read_order(forms_of(folder)[0]))["rows"] == wanted["rows"]


def describe(order: RawOrder) -> dict[str, Any]:
    marks = [mark for position, row in enumerate(order.rows, start=1) if (mark := mark_of(position, row))]
    return {
        "head": asdict(order.head),
        "headers": [list(header) for header in order.headers],
        "sections": list(order.sections),
        "doubts": [doubt_of(doubt) for doubt in order.doubts],
        "marks": marks,
        "rows": [row_of(row) for row in order.rows],
    }


def row_of(row: RawRow) -> list[str]:
    extra = [f"{header}: {text}" for header, text in row.extra]
    return [row.section or "", row.number or "", row.measure, row.deadline, row.responsible, *extra]


def mark_of(position: int, row: RawRow) -> list[Any]:
    if row.plan == 1 and row.deadline_hint is None and not row.doubts:
        return []
    return [position, row.plan, row.deadline_hint, [doubt_of(doubt) for doubt in row.doubts]]


def doubt_of(doubt: RawDoubt) -> list[str]:
    return [doubt.kind, doubt.surface]


def squeezed(value: Any) -> Any:
    if isinstance(value, str):
        return re.sub(r"\s", "", value)
    if isinstance(value, dict):
        return {key: squeezed(item) for key, item in value.items()}
    return [squeezed(item) for item in value] if isinstance(value, list) else value


def to_json(content: dict[str, Any]) -> str:
    """One row a line, so that a difference is read at once."""
    lines = [f" {json.dumps(key)}: {_value(value)}" for key, value in content.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _value(value: Any) -> str:
    if not isinstance(value, list) or not value:
        return json.dumps(value, ensure_ascii=False)
    return "[\n" + ",\n".join(f"  {json.dumps(item, ensure_ascii=False)}" for item in value) + "\n ]"
