"""Readers: one module per format, each with `read(path) -> Document`."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import cast

from ingest.model import Document, Paragraph
from ingest.readers.drawn_rulings import draws_ruling
from ingest.sniff import sniff

# Module names, not modules: a run over .docx files need not wait for pdfium or openpyxl to load.
READERS = {
    "docx": "ingest.readers.docx",
    "dump": "ingest.readers.dump",
    "pdf": "ingest.readers.pdf",
    "html": "ingest.readers.html",
    "mht": "ingest.readers.web_archive",
    "xlsx": "ingest.readers.xlsx",
    "doc": "ingest.readers.office",
    "odt": "ingest.readers.office",
    "ods": "ingest.readers.office",
    "word-xml": "ingest.readers.office",
    "xls": "ingest.readers.office",
    "rtf": "ingest.readers.office",
}


def read_document(path: Path) -> Document:
    """The document in `path`, read by the reader for what its content is.

    Raises: a subclass of IngestError for every file that cannot be read.
    """
    document = cast(Callable[[Path], Document], import_module(READERS[sniff(path)]).read)(path)
    if not any(draws_ruling(block.text) for block in document.blocks if isinstance(block, Paragraph)):
        return document
    # Paragraphs draw tables in old exports of legal databases.
    drawn = import_module("ingest.readers.drawn_tables")  # few documents need it
    return cast(Callable[[Document], Document], drawn.with_drawn_tables)(document)
