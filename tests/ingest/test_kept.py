"""What is kept from run to run: the same values as made anew, and never more than time lost with the file."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from ingest import expressions
from ingest.kept import Kept
from ingest.vocabulary import load_tables, parse_vocabulary
from tests.ingest.test_expressions import FOUND


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "cache" / "kept.values"


def never() -> object:
    raise AssertionError("kept, and made again")


def written(file: Path) -> Path:
    kept = Kept(file)
    kept.get(("one",), lambda: {"a": (1, None)})
    kept.write()
    return file


def test_a_value_is_made_once(file: Path) -> None:
    assert Kept(written(file)).get(("one",), never) == {"a": (1, None)}


def test_another_processs_values_stay(file: Path) -> None:
    first, second = Kept(file), Kept(file)
    first.get(("one",), lambda: 1)
    second.get(("two",), lambda: 2)
    first.write()
    second.write()
    third = Kept(file)
    assert (third.get(("one",), never), third.get(("two",), never)) == (1, 2)


@pytest.mark.parametrize("content", [b"", b"\x00", b"no marshal", b"\xe9\x01", b"i\x01\x00\x00\x00"])
def test_a_file_of_something_else_is_made_anew(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    assert_made_anew(file)


def test_a_file_cut_short_is_made_anew(file: Path) -> None:
    whole = written(file).read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    assert_made_anew(file)


def test_a_wrong_byte_is_no_other_value(file: Path) -> None:
    """Each byte in its turn: in a word it would be another word, for good."""
    whole = written(file).read_bytes()
    for at in range(len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert Kept(file).get(("one",), lambda: "made anew") == "made anew"


def assert_made_anew(file: Path) -> None:
    kept = Kept(file)
    assert kept.get(("one",), lambda: 1) == 1
    kept.write()
    assert Kept(file).get(("one",), never) == 1


def test_another_pythons_file_is_made_anew(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(file)
    monkeypatch.setattr(sys, "version", "4.0")
    assert Kept(file).get(("one",), lambda: 1) == 1


def test_nothing_is_written_where_python_keeps_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    written(file)
    assert not file.exists()


def test_a_folder_that_cannot_be_written_costs_nothing(file: Path) -> None:
    file.parent.write_text("a file where the folder should be")
    written(file)
    assert file.parent.is_file()


def test_everyone_may_read_it(file: Path) -> None:
    assert written(file).stat().st_mode & 0o777 == 0o644
    assert [*file.parent.iterdir()] == [file]


def test_a_kept_expression_is_what_re_compiles() -> None:
    for one in {(one.pattern, one.flags): one for found in FOUND.values() for one in found}.values():
        made = re.compile(one.pattern, one.flags & ~re.UNICODE)
        kept = expressions._pattern(one.pattern, expressions._code_of(one.pattern, one.flags & ~re.UNICODE))
        assert kept == made, one.pattern
        assert (kept.groups, kept.groupindex, kept.flags) == (made.groups, made.groupindex, made.flags)


def test_where_re_works_otherwise_it_compiles_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_such_module(name: str) -> object:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(expressions, "_internal", no_such_module)
    found = expressions.expression(r"(?P<letters>[а-я]+) of a Python that is yet to come").search(
        "буквы of a Python that is yet to come"
    )
    assert found is not None
    assert found["letters"] == "буквы"


def test_words_are_those_of_their_text() -> None:
    assert parse_vocabulary("[[a]]\nwords = ['один']\n") == {"a": [{"words": ["один"]}]}
    assert parse_vocabulary("[[a]]\nwords = ['два']\n") == {"a": [{"words": ["два"]}]}
    assert load_tables("hyphens")


def test_a_command_keeps_what_it_made(tmp_path: Path) -> None:
    """In a folder of its own: Python keeps its compiled modules there too."""
    program = "from ingest.expressions import expression; expression('а+').match('ааа')"
    for _ in range(2):
        subprocess.run([sys.executable, "-c", program], env={"PYTHONPYCACHEPREFIX": str(tmp_path)}, check=True)
    assert [file.name for file in tmp_path.rglob("*.values*")] == [f"kept.{sys.implementation.cache_tag}.values"]


def test_expressions_have_the_same_text_in_every_run() -> None:
    """Alternatives that come out of a set would have an order of their own each time, and never be kept."""
    program = (
        "from tests.ingest.test_expressions import FOUND\n"
        "print([[one.pattern for one in FOUND[place]] for place in sorted(FOUND)])"
    )
    first, second = (
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True, text=True
        ).stdout
        for seed in ("1", "2")
    )
    assert first == second
