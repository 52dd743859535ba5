"""Files with wrong bytes: refused by name or read, never a traceback; and what is lost is doubted."""

import random
import zlib
from base64 import a85encode
from pathlib import Path

import pytest

from ingest.errors import IngestError
from ingest.readers import read_document
from ingest.readers.pdf_streams import has_broken_streams
from ingest.readers.pdf_syntax import is_misspelt
from tests.ingest.readers.making import grids, texts

RAW = Path(__file__).parents[3] / "data" / "raw"
COPIES = 25  # of each kind; thousands were tried by hand
SILENT = {"docx": 0, ".pdf": 1}  # may differ without a doubt: a number changed in an uncompressed part of a PDF


def mutate(data: bytes, chance: random.Random) -> bytes:
    """The file with some bytes changed, left out or doubled, or its end cut off."""
    mutated = bytearray(data)
    for _ in range(chance.choice((1, 3, 10))):
        place = chance.randrange(len(mutated))
        match chance.randrange(8):
            case 0:
                del mutated[place : place + chance.randrange(1, 50)]
            case 1:
                mutated[place:place] = mutated[place : place + chance.randrange(1, 50)]
            case 2 if place > len(mutated) // 2:
                del mutated[place:]
            case _:
                mutated[place] = chance.randrange(256)
    return bytes(mutated)


@pytest.mark.parametrize("name", ["order-306-2020.docx", "order-306-2020.pdf", "order-306-2020.txt"])
def test_mutated_order_is_read_or_refused_by_name(tmp_path: Path, name: str) -> None:
    chance = random.Random(306)
    whole = (RAW / name).read_bytes()
    expected = [texts(grid) for grid in grids(read_document(RAW / name))]
    refused = doubted = silent = 0
    for _ in range(COPIES):
        (tmp_path / name).write_bytes(mutate(whole, chance))
        try:
            document = read_document(tmp_path / name)
        except IngestError as error:
            assert "\n" not in error.message
            refused += 1
            continue
        if [texts(grid) for grid in grids(document)] != expected:
            doubted += bool(document.doubts)
            silent += not document.doubts
    assert refused + doubted > 0
    if not name.endswith(".txt"):  # a text has no checksum
        assert silent <= SILENT[name[-4:]]


def test_broken_stream_of_a_pdf_is_noticed() -> None:
    data = bytearray((RAW / "order-306-2020.pdf").read_bytes())
    assert not has_broken_streams(bytes(data))
    place = data.index(b"stream\n") + 200
    data[place] ^= 0xFF
    assert has_broken_streams(bytes(data))
    assert has_broken_streams(bytes(data[: place - 100]))  # the file ends inside the stream


def test_streams_written_in_letters() -> None:
    packed = zlib.compress(b"BT ET" * 50)
    head = b"<< /Filter [ /%s /FlateDecode ] /Length 9 >>\nstream\n"
    written = (
        head % b"ASCII85Decode" + a85encode(packed) + b"~>",
        head % b"ASCIIHexDecode" + packed.hex().encode() + b">",
    )
    for data in written:
        assert not has_broken_streams(data + b"\nendstream")
        assert has_broken_streams(data[:-9] + b"~>\nendstream")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b"/Contents 5 0 R", b"/Contents 5\xc90 R"),  # the page was empty
        (b"/Filter/FlateDecode>>", b"/Filter/FlateDecode>\x1b"),
        (b"/Filter/FlateDecode>>", b"/Filteq/FlateDecode>>"),
        (b"/Filter/FlateDecode>>", b"/Filter/FlateDfcode>>"),
        (b"endstream", b"endstrZam"),
        (b"/LastChar 83", b"/LastChar 84"),  # a width is missing: letters stood in the next column
    ],
)
def test_misspelt_syntax_of_a_pdf_is_noticed(right: bytes, wrong: bytes) -> None:
    data = (RAW / "order-306-2020.pdf").read_bytes()
    assert not is_misspelt(data)
    assert right in data
    assert is_misspelt(data.replace(right, wrong, 1))
