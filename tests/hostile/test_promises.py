"""Every promise about faults and attacks has its test: README.md of this folder is held to its word."""

import re
import time
from pathlib import Path

import pytest

from ingest.errors import TooLarge
from ingest.sniff import sniff
from tests.hostile.making import write_zip_bomb

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def test_tests_that_are_named_exist() -> None:
    named = NAMED.findall((HERE / "README.md").read_text(encoding="utf-8"))
    assert len(named) > 30
    missing = [f"{path}::{name}" for path, name in named if not is_defined(ROOT / path, name)]
    assert missing == []


def is_defined(path: Path, name: str) -> bool:
    return path.is_file() and re.search(rf"^def {name}\(", path.read_text(encoding="utf-8"), re.MULTILINE) is not None


def test_zip_bomb_of_a_gigabyte_is_refused_in_a_tenth_of_a_second(tmp_path: Path) -> None:
    path = write_zip_bomb(tmp_path / "bomb.docx")
    start = time.process_time()
    with pytest.raises(TooLarge, match="1024 MiB"):
        sniff(path)
    assert time.process_time() - start < 0.1
