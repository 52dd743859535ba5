"""Quotations as typists leave them: nested, of mixed marks, never closed."""

import re

from ingest.expressions import expression
from normalize.fold import squeeze

OPENING, CLOSING = '«"“„', '»"”“'
_STOPS = expression(r"[,;\n(]|\.\s")  # where a quotation that never closes ends
_NO_GUILLEMET = expression('["”“]')


def closing_quote(plain: str, start: int) -> int:
    """Where the quotation that opens at `start` ends (exclusive).

    «» nest, straight quotes too («"Центр "Юность""»); one that does not balance ends at its last » before a comma, or
    at a mark of another kind («МБУ «ИМЦ", ОО»), and one without any at a comma, semicolon, bracket or line end.
    """
    opened: list[str] = []
    for at in range(start, len(plain)):
        mark, inner = plain[at], opened[-1] if opened else ""
        if opened and _closes(plain, at, inner):
            opened.pop()
            if not opened:
                return at + 1
        elif mark in OPENING and (mark != '"' or not opened or _opens(plain, at)):
            opened.append(mark)
    last = plain.find("»", start)
    if last != -1:
        return last + 1
    other = _NO_GUILLEMET.search(plain, start + 1)
    if other is not None and not _STOPS.search(plain, start, other.start()):
        return other.end()
    stop = _STOPS.search(plain, start + 1)
    return stop.start() if stop else len(plain)


def _closes(plain: str, at: int, inner: str) -> bool:
    mark = plain[at]
    if mark == '"':
        return inner == '"' and not _opens(plain, at)
    return mark in "»”" or (mark == "“" and inner != "«")


def _opens(plain: str, at: int) -> bool:
    """A straight quote opens where a blank stands before it and a letter behind."""
    return plain[at - 1 : at].isspace() and plain[at + 1 : at + 2].isalnum()


def unquoted(quotation: str) -> str:
    """What stands between the outer quotes; a closing one may be missing."""
    inner = quotation.strip()[1:]
    return inner[:-1].strip() if inner.endswith(tuple(CLOSING)) else inner.strip()


def inner_quotes(proper: str) -> str:
    """The text on one line, quotations inside it in «»."""
    return squeeze(re.sub(r"[\"“„]([^\"“”„]+)[\"”“]", r"«\1»", proper))
