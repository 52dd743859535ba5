"""The number of a measure: «34.», «1.1.», «№ 5», «7)» -> what is printed, and its order."""

import re

from ingest.expressions import expression

# «1.⏎⏎2.» are two numbers that stand in one cell, «12⏎.» is one.
NUMBER = expression(r"№?\s*(\d+(?:[^\S\n]*\.[^\S\n]*\d+)*[а-яa-z]?|[IVXLCХ]+)\s*[.)]*")
SEVERAL = expression(rf"{NUMBER.pattern}(?:\s*\n\s*{NUMBER.pattern})+")
# «2. Провести…», «1.1 Провести…», but not «1 сентября – День знаний» nor «10.30 – линейка».
IN_TEXT = expression(r"(\d{1,3}(?:\.\d{1,2})*)[.)]\s*(?=[^\s\d])|(\d{1,2}(?:\.\d{1,2})+)\s+(?=[А-ЯЁ«])")


def clean_number(text: str) -> str | None:
    """The number without its final dot or bracket, None for an empty cell. Odd texts stay as printed."""
    if SEVERAL.fullmatch(text.strip()):
        return ", ".join(filter(None, (clean_number(line) for line in text.split("\n"))))
    found = NUMBER.fullmatch(text.strip())
    plain = found[1] if found else text.strip().rstrip(".")
    return re.sub(r"\s", "", plain) if found else plain or None


def number_order(number: str | None) -> tuple[int, ...] | None:
    """«1.10» -> (1, 10), to compare numbers; None for what is not made of Arabic numerals."""
    plain = re.fullmatch(r"(\d{1,6}(?:\.\d{1,6})*)[а-яa-z]?", number or "")
    return tuple(int(part) for part in plain[1].split(".")) if plain else None


def split_number(measure: str) -> tuple[str | None, str]:
    """A number printed inside the measure cell: «2. Провести…» -> («2», «Провести…»)."""
    found = IN_TEXT.match(measure)
    if found is None:
        return None, measure
    return found[1] or found[2], measure[found.end() :]


def numbers_inside(measure: str, below: str | None) -> str | None:
    """«1, 2» for a cell that holds two numbered measures, «1. …⏎2. …», where the next row begins with «3.».

    None for one measure: what it counts inside is a list where the next row goes on from its first number.
    """
    numbers = [number_order(split_number(line)[0]) for line in measure.split("\n")]
    counted = [number for number in numbers if number is not None]
    if len(counted) < 2 or numbers[0] is None or any(len(number) > 1 for number in counted):
        return None
    values = [number[0] for number in counted]
    after = number_order(below)
    follows = after is None or after[0] == values[-1] + 1
    is_counted = values == list(range(values[0], values[-1] + 1))
    return ", ".join(map(str, values)) if follows and is_counted else None
