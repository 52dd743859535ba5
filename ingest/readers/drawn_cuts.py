"""Words that a drawn cell's width cut without a hyphen, «Информационно-разъя⏎снительная»: what surely is one word.

The widths of drawn columns are known to the letter. A program breaks words only where one does not fit into a line of
its own, so it stands alone there and fills it.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.readers.pdf_broken import Column, breaks_word
from ingest.readers.pdf_fragments import begins_known_word, is_whole_word, is_word_end
from ingest.readers.pdf_habits import Habits
from ingest.readers.pdf_runs import Run

_COMPOUND = re.compile(r"[^\W\d_]-([^\W\d_]+)$")  # «сентябрь-о», «Преподаватель-о»
_ADJECTIVE = re.compile(r"(?:ая|яя|[оеыи][ейм]|[оы]е|ие|[ое]го|[ое]му|[ыи]х|[ыи]ми|ую|юю)$")  # «Научно-практическая»
_ENDING = re.compile(r"[а-яё]{1,2}[»”\")]")  # «а»», which no word is
_DATE = re.compile(r"\d\.$"), re.compile(r"\d{2}(?!\d)")  # «14.09.-19.⏎09»
_DOTTED = re.compile(r"\d$"), re.compile(r"\.\d{2}(?!\d)")  # «14.09.-19⏎.09»


def join_cuts(lines: Sequence[Run], column: Column, habits: Habits) -> list[Run]:
    """The lines, each with the rest of the word that the column's end cut, where `pdf_broken` would not know it.

    What may be two words after all is noted in `habits`, for a question.
    """
    joined: list[Run] = list(lines[:1])
    for at, (line, following) in enumerate(pairwise(lines)):
        sure = _is_cut(line.text, following.text)
        known = breaks_word(lines[at:], column, habits, line.text)
        full = line.right >= column.right and " " not in line.text
        if full and (sure or (not known and _is_compound(line.text, following.text))):
            joined[-1] = following._replace(text=joined[-1].text + following.text, left=joined[-1].left)
            if not sure:
                rest = following.text.split()[0].rstrip(".,;:")
                habits.unsure[line.text + rest] = f"{line.text} {rest}"
        else:
            joined.append(following)
    return joined


def _is_cut(text: str, following: str) -> bool:
    """Whether both are surely one word or date."""
    if any(end.search(text) and start.match(following) for end, start in (_DATE, _DOTTED)):
        return True
    if _ENDING.match(following) and text[-1:].isalpha():
        return True
    part = _COMPOUND.search(text)
    return part is not None and following[:1].islower() and (len(part[1]) == 1 or is_word_end(following))


def _is_compound(text: str, following: str) -> bool:
    """«Информационно-разъя⏎снительная»: the word behind the hyphen is none, nor begins the rest as one does."""
    part = _COMPOUND.search(text)
    if part is None or not following[:1].islower():
        return False
    whole = is_whole_word(part[1].lower()) or _ADJECTIVE.search(part[1]) is not None
    return not whole and not begins_known_word(following)
