"""Every golden order is read alike from every format, cell for cell.

White space is left aside: a line end that a program made and one that the author made look the same in most formats.
"""

import fcntl
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from ingest.model import RawOrder, RawRow
from ingest.order import read_order
from tests.formats.making_formats import CONVERTED, TRAITS, made_path, make_all, orders

FORMATS = (*CONVERTED, "xlsx")

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with all formats; under pytest-xdist the first worker makes it for all."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "formats"
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            folder.mkdir()
            make_all(folder)
    return folder


@pytest.mark.parametrize("name", (*orders(), TRAITS))
@pytest.mark.parametrize("kind", FORMATS)
def test_same_measures(made: Path, kind: str, name: str) -> None:
    read = describe(read_order(made_path(made, kind, name)))
    assert read == describe(read_order(made_path(made, "docx", name)))


def describe(order: RawOrder) -> dict[str, Any]:
    return {
        "head": order.head,
        "headers": [[squeeze(text) for text in header] for header in order.headers],
        "sections": [squeeze(text) for text in order.sections],
        "rows": [describe_row(row) for row in order.rows],
        "doubts": [(doubt.kind, squeeze(doubt.surface)) for doubt in order.doubts],
    }


def describe_row(row: RawRow) -> list[Any]:
    texts = (row.section or "", row.number or "", row.measure, row.deadline, row.responsible)
    extra = (f"{header}: {text}" for header, text in row.extra)
    doubts = [(doubt.kind, squeeze(doubt.surface)) for doubt in row.doubts]
    return [row.plan, row.deadline_hint, *map(squeeze, (*texts, *extra)), doubts]


def squeeze(text: str) -> str:
    """With single blanks, and none after a hyphen: paper does not tell «октябрь-⏎ноябрь» from «октябрь- ⏎ноябрь»."""
    return re.sub(r"(?<=\w-) ", "", " ".join(text.split()))
