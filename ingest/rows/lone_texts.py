"""Texts that stand alone in a column without a header: a tab too many shifts the cells of a row."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ingest.model import RawDoubt, RawRow

NAMELESS = re.compile(r"столбец \d+")  # as ingest.rows.rows names it
FEW = 3  # rows of a plan: in so few, one may well be the only one with a remark


def ask_about_lone_texts(rows: Sequence[RawRow]) -> tuple[RawRow, ...]:
    """The rows, that one with a doubt which alone of its plan has a text in a column without a header.

    Seen in a dump: «1) ⇥ Директор) ⇥ Директор ⇥ Совещание ⇥ май» under four headers.
    """
    filled, size = defaultdict(list), Counter(row.plan for row in rows)
    for at, row in enumerate(rows):
        for name, text in row.extra:
            if text and NAMELESS.fullmatch(name):
                filled[row.plan, name].append((at, text))
    doubted = list(rows)
    for (plan, _), texts in filled.items():
        if len(texts) == 1 and size[plan] > FEW:
            at, text = texts[0]
            asked = f"В графе без заголовка стоит только «{text}»: не сдвинуты ли клетки этой строки?"
            doubted[at] = replace(rows[at], doubts=(*doubted[at].doubts, RawDoubt("unknown_column", asked, text)))
    return tuple(doubted)
