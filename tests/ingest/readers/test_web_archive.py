"""Web pages saved in one file."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from ingest.errors import Damaged
from ingest.readers import read_document
from tests.ingest.readers.making import grids, texts

PAGE = "<html><body><table><tr><td>1.</td><td>Семинар</td></tr></table></body></html>"


def archive(path: Path, kind: str, encoding: str) -> Path:
    """As Word writes it: the page first, its files behind it."""
    letter = EmailMessage()
    letter.set_content(PAGE, subtype=kind, charset=encoding, cte="quoted-printable")
    letter.add_related(b"body {}", maintype="text", subtype="css")
    path.write_bytes(letter.as_bytes())
    return path


@pytest.mark.parametrize("encoding", ["windows-1251", "utf-8"])
def test_the_page_is_read_in_the_encoding_of_its_part(tmp_path: Path, encoding: str) -> None:
    document = read_document(archive(tmp_path / "план.mht", "html", encoding))
    assert [texts(grid) for grid in grids(document)] == [[["1.", "Семинар"]]]


def test_an_archive_without_a_page(tmp_path: Path) -> None:
    with pytest.raises(Damaged):
        read_document(archive(tmp_path / "план.mht", "plain", "utf-8"))
