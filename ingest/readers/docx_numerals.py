"""Numbers in the formats of Word's automatic numbering (ECMA-376 17.18.59, ST_NumberFormat)."""

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip

_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_RUSSIAN = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ"  # Word leaves out Ё, Й, Ъ and Ь

_MAX_LETTERS = 32  # Word itself stops at 780 items; a mutated file must not ask for a page of letters


def format_number(number: int, style: str) -> str:
    """`number` (0 or more) as Word prints it; a style that no Russian order has comes out in digits."""
    if style.endswith("Roman"):
        text = _roman(number)
    elif style.endswith("Letter"):
        text = _letters(number, _LATIN)
    elif style.startswith("russian"):
        text = _letters(number, _RUSSIAN)
    elif style == "decimalZero":
        return f"{number:02}"
    else:
        return "" if style == "none" else str(number)
    return text.lower() if style.startswith("lower") or style == "russianLower" else text


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def _letters(number: int, alphabet: str) -> str:
    """«А» for 1, and after the last letter «АА», «ББ»: Word repeats the letter."""
    if number < 1:
        return str(number)
    repeats, index = divmod(number - 1, len(alphabet))
    return alphabet[index] * min(repeats + 1, _MAX_LETTERS)
