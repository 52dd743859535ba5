"""Marks of footnotes in a page's text: raised, smaller digits right after a word («службы¹»), left out of it.

Read as text they would be part of it: «до 25.05.20211», «школ №№ 3, 82». A .docx has them as no text either.
"""

import ctypes
import re

import pypdfium2.raw as pdfium

MARK = "\u2060"  # what stands for a letter of a mark: it keeps its place, and is taken out where a run is made

# The digits that may be one: at the end of a word or number, or pdfium's line of their own after one.
_CANDIDATE = re.compile(r"(?<=[^\s(№])[\d*](?![\d.,/:–-]*\d)|(?<=\n)\d(?=[\r\n]|$)")
_SMALLER = 0.75  # of the letters before it, at most
_RAISED = 0.12  # of their size, at least, over their baseline
_HIGHEST = 0.8
_LONGEST = 2  # digits
_UNITS = re.compile(r"(?<![^\W\d_])[кдсм]?м[\s\r\n]*$")  # «м²» is no note


def hide_marks(page: pdfium.FPDF_TEXTPAGE, text: str) -> str:
    """The text with MARK in place of each letter of a mark; `text` has a letter for each of pdfium's characters."""
    x, y = ctypes.c_double(), ctypes.c_double()

    def baseline(at: int) -> float:
        pdfium.FPDFText_GetCharOrigin(page, at, x, y)
        return y.value

    hidden = list(text)
    for found in _CANDIDATE.finditer(text):
        start = found.start()
        size = pdfium.FPDFText_GetFontSize(page, start)
        while start and text[start - 1].isdigit() and pdfium.FPDFText_GetFontSize(page, start - 1) == size:
            start -= 1
        before = len(text[:start].rstrip()) - 1
        if before < 0 or found.end() - start > _LONGEST or text[before - 2 : before + 1].isspace():
            continue
        usual = pdfium.FPDFText_GetFontSize(page, before)
        if size > _SMALLER * usual:
            continue
        rise = baseline(start) - baseline(before)
        if _RAISED * usual < rise < _HIGHEST * usual and not _UNITS.search(text, max(0, before - 3), before + 1):
            hidden[start : found.end()] = MARK * (found.end() - start)
    return "".join(hidden)
