"""pdfium's functions that are called for each line, letter or drawing.

Without types of arguments ctypes takes less than half the time that pypdfium2's prototypes take, and there are 400 such
calls for a page. It then looks at nothing: an argument must be a handle of pypdfium2's (a handle of nothing too:
pdfium's functions bear it), an int that is a C int, or the `byref` of what is to be written.
"""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium


def _plain(function: Any, result: Any = ctypes.c_int) -> Any:
    """The function with this type of result. The calls are too short to let other threads run meanwhile."""
    return ctypes.PYFUNCTYPE(result)(ctypes.cast(function, ctypes.c_void_p).value or 0)


write_text = _plain(pdfium.FPDFText_GetText)  # of a text page, from a letter on, so many, into an array of c_ushort

# Of a text page and a letter's index.
angle_of = _plain(pdfium.FPDFText_GetCharAngle, ctypes.c_float)
size_of = _plain(pdfium.FPDFText_GetFontSize, ctypes.c_double)
is_generated = _plain(pdfium.FPDFText_IsGenerated)
write_origin = _plain(pdfium.FPDFText_GetCharOrigin)  # into two c_double
write_frame = _plain(pdfium.FPDFText_GetLooseCharBox)  # into an FS_RECTF

# Of a page and an index, and of an object on it.
object_at = _plain(pdfium.FPDFPage_GetObject, pdfium.FPDF_PAGEOBJECT)
kind_of = _plain(pdfium.FPDFPageObj_GetType)
write_bounds = _plain(pdfium.FPDFPageObj_GetBounds)  # into four c_float: left, bottom, right, top
