"""Web pages in one file (.mht, «веб-страница в одном файле»): a letter with the page and its pictures as parts."""

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

from ingest.errors import Damaged
from ingest.model import Document
from ingest.readers import html


def read(path: Path) -> Document:
    """The document, as the reader of web pages reads the page in it.

    Raises: Damaged, TooWide.
    """
    letter = BytesParser(EmailMessage, policy=policy.default).parsebytes(path.read_bytes())
    page = letter.get_body(("html",))
    content = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(content, bytes):
        raise Damaged("a web archive without a page", "веб-архив без страницы")
    return html.read_page(content, page.get_content_charset())
