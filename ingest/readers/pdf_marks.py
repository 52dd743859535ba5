"""Marks of footnotes in a page's text: raised, smaller digits right after a word («службы¹»), left out of it.

Read as text they would be part of it: «до 25.05.20211», «школ №№ 3, 82». A .docx has them as no text either.
"""

import ctypes
import re

import pypdfium2.raw as pdfium

from ingest.readers.pdf_calls import size_of, write_origin

MARK = "\u2060"  # what stands for a letter of a mark: it keeps its place, and is taken out where a run is made

# The digits that may be one: at the end of a word or number, or pdfium's line of their own after one.
_CANDIDATE = re.compile(r"[0-9*](?:(?<=[^\s(№].)(?![\d.,/:–-]*\d)|(?<=\n\d)(?=[\r\n]|$))")
_SMALLER = 0.75  # of the letters before it, at most
_RAISED = 0.12  # of their size, at least, over their baseline
_HIGHEST = 0.8
_LONGEST = 2  # digits
_UNITS = re.compile(r"(?<![^\W\d_])[кдсм]?м[\s\r\n]*$")  # «м²» is no note


def hide_marks(page: pdfium.FPDF_TEXTPAGE, text: str) -> str:
    """The text with MARK in place of each letter of a mark; `text` has a letter for each of the page's characters."""
    usual = 0.0  # of the letters before the last candidate that was none: a digit of that size is most likely none
    for found in _CANDIDATE.finditer(text):
        start, end = found.start(), found.end()
        size = size_of(page, start)
        if size == usual and text[start - 1].isdigit():
            continue
        before = start - 1 - (text[start - 1] in "\r\n") - (text[start - 2 : start] == "\r\n")
        while text[before].isdigit() and start - before == 1 and size_of(page, before) == size:
            start, before = before, before - 1
        if end - start <= _LONGEST and _is_raised(page, start, before, size) and not _UNITS.search(text, 0, before + 1):
            text = text[:start] + MARK * (end - start) + text[end:]
        else:
            usual = size
    return text


def _is_raised(page: pdfium.FPDF_TEXTPAGE, at: int, before: int, size: float) -> bool:
    usual = size_of(page, before)
    if before < 0 or size > _SMALLER * usual:
        return False
    return bool(_RAISED * usual < _baseline(page, at) - _baseline(page, before) < _HIGHEST * usual)


def _baseline(page: pdfium.FPDF_TEXTPAGE, at: int) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    write_origin(page, at, ctypes.byref(x), ctypes.byref(y))
    return y.value
