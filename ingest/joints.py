"""Two parts of a cell -> its text."""

import re

LETTER_HYPHEN = re.compile(r"[^\W\d_]-$")
NAME_HYPHEN = re.compile(r"(?<!\w)[А-ЯЁ][а-яё]+-$")  # «Каменск-⏎Уральской»


def join_parts(above: str, text: str, cut: bool) -> str:
    """Two parts of a cell: cut by a page they are one line, printed under each other they are two.

    A hyphen at the cut stays, as in «онлайн-/режим»: a wrong hyphen is read over, a lost one is not found.
    """
    if not above or not text or above == text:
        return above or text
    if cut and (LETTER_HYPHEN if text[0].islower() else NAME_HYPHEN).search(above) and text[0].isalpha():
        return above + text
    if cut and above.endswith("№") and text.startswith("№"):
        return above + text  # «Средних школ №/№ 11, 14»
    return f"{above} {text}" if cut else f"{above}\n{text}"
