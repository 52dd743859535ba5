"""Items of a list that is typed into one cell: «1) анализ; 2) итоги», «а) приказов; б) графиков», «- День знаний;»."""

import re
from typing import NamedTuple

# At the beginning of a text or line, or after a blank: «Педсоветы: 1) анализ работы», but not «(п. 2)» nor «№ 2)».
MARK = re.compile(r"(?:^|(?<=[\s:;(]))(?:(\d{1,2})([.)])(?!\d)|([а-я])(\)))\s*(?=[^\s\d])", re.MULTILINE)
DASH = re.compile(r"[-–—•▪]\s*(?=\w)")
LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя"  # items are not counted with ё, й, ъ, ы, ь


class Item(NamedTuple):
    """The mark of an item: its number in the list (1-based), and how it is written."""

    number: int
    style: str  # «1)», «1.», «а)»


def goes_on_with_list(above: str, text: str) -> bool:
    """True when the text begins with the item that follows the last one above: «… 1) анализ;» and «2) итоги».

    The list above must stand inside its text: «1. Провести …» and «2. Назначить …» may be two measures.
    """
    if DASH.match(text):
        dashed = [line for line in above.split("\n")[1:] if DASH.match(line)]
        return bool(dashed) or above.rstrip().endswith(":")
    begun = MARK.match(text)
    item = _item(begun) if begun else None
    if item is None:
        return False
    found = [mark for mark in MARK.finditer(above) if mark.start() > 0]
    same = [known for mark in found if (known := _item(mark)) is not None and known.style == item.style]
    return same[-1].number + 1 == item.number if same else item.number == 1 and above.rstrip().endswith(":")


def is_dashed(text: str) -> bool:
    """True for «- День знаний;»."""
    return DASH.match(text) is not None


def _item(mark: re.Match[str]) -> Item | None:
    if mark[1]:
        return Item(int(mark[1]), f"1{mark[2]}")
    return Item(LETTERS.index(mark[3]) + 1, "а)") if mark[3] in LETTERS else None
