"""pdfium's functions that are called for each line, letter or drawing, with plain addresses as arguments.

ctypes takes a third less time for them than for pypdfium2's pointer types: a twentieth of the time for a document.
"""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

_INT, _ADDRESS = ctypes.c_int, ctypes.c_void_p


def address(pointer: Any) -> int:
    """Where in memory a pypdfium2 handle or function lies; 0 = a handle of nothing, which pdfium's functions bear."""
    return ctypes.cast(pointer, _ADDRESS).value or 0


def _plain(function: Any, result: Any, *arguments: Any) -> Any:
    """The function with these types. The calls are too short to let other threads run meanwhile."""
    return ctypes.PYFUNCTYPE(result, *arguments)(address(function))


# Of a text page and a letter's index.
angle_of = _plain(pdfium.FPDFText_GetCharAngle, ctypes.c_float, _ADDRESS, _INT)
size_of = _plain(pdfium.FPDFText_GetFontSize, ctypes.c_double, _ADDRESS, _INT)
is_generated = _plain(pdfium.FPDFText_IsGenerated, _INT, _ADDRESS, _INT)
write_origin = _plain(pdfium.FPDFText_GetCharOrigin, _INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS)  # into two c_double
write_frame = _plain(pdfium.FPDFText_GetLooseCharBox, _INT, _ADDRESS, _INT, _ADDRESS)  # into an FS_RECTF

# Of a page and an index, and of an object on it.
object_at = _plain(pdfium.FPDFPage_GetObject, _ADDRESS, _ADDRESS, _INT)
kind_of = _plain(pdfium.FPDFPageObj_GetType, _INT, _ADDRESS)
