"""Approvals typed side by side, with blanks or tabs between them -> the lines of each, as a table's columns are read.

A reader keeps one blank of many, so that words tell where the right column begins: a post, «Приказ», a second date.
"""

from collections.abc import Iterator, Sequence

from ingest.expressions import expression
from ingest.heads.citations import ORDER_LINE
from ingest.heads.dates import DATE
from ingest.heads.nominative import LEGAL_FORM
from ingest.plan_title import begins_title

POST = (
    r"(?:и\.\s?о\.\s*)?(?:исполняющ\w+ обязанности\s+)?"
    r"(?:(?:начальник|директор|заведующ|руководител|председател|министр|глав)\w*|зав\.)"
)
# «ПРИНЯТО УТВЕРЖДАЮ», «Рассмотрено и принято Утверждено»; not «Рассмотрено и утверждено», «ПРИНЯТО И УТВЕРЖДЕНО»
HEAD = expression(
    r"^\W*(?i:согласован|рассмотрен|принят)\w*[^\n,]{0,80}?(?<!\s[иИ]\s)(?P<ours>[«\"]?(?:Утвержд|УТВЕРЖД)(?i:[аеё]\w*)[^\n]*)"
)
AN_ORDER = expression(r"(?i)(?<![а-яё])(?:приказ|распоряжени)\w*|(?<![а-яё])пр\.\s?(?=№)")
A_POST = expression(rf"(?i)(?<![\w«.-])(?<!зам )(?<!зам\. )(?<!заместитель )(?<!заместителем ){POST}(?!\w)")
# «№ 1 от 30.08.2023 № 150 от 31.08.2023», «от 30.08.2023 № 1 от 31.08.2023 № 150»
NUMBER_AND_DATE = expression(rf"(?i)№\s?\S+\s+от\s+{DATE}")
A_DATE = expression(rf"(?i)(?:\bот\s+)?{DATE}")
A_NUMBER = expression(r"№")
A_LINE_TO_SIGN = expression(r"_{2,}")
OTHERS = expression(r"(?i)протокол|педсовет|совет|заседани|собрани|комитет|профсоюз|\b(?:Ш?МО|ПК)\b")
AWAITS_NUMBER = expression(r"(?i)\b(?:приказ|распоряжени)\w*$")
# «Директор МКОУ», its name on the line below
AWAITS_NAME = expression(rf"\b{LEGAL_FORM}$")
A_NAME = expression(r"[«\"][А-ЯЁ].*$")
# «протокол № 1», its date on the line below
PROTOCOL = expression(r"(?i)протокол\w*\s?№?\s?\d+$")
ORDER_OF_NO_DATE = expression(r"(?i)\b(?:приказ|распоряжени)\w*\s?№\s?\S+$")
MOST_LINES = 10  # of an approval below its first
LONGEST_LINE = 160  # characters: two columns; a longer line is running text


def part_approvals(texts: Sequence[str]) -> Iterator[str]:
    """The texts, those of approvals side by side replaced by two: what others approved, and what «УТВЕРЖДАЮ» heads.

    An approval of three columns has the first two in one text.
    """
    lines = [(at, line) for at, text in enumerate(texts) for line in text.split("\n")]
    start = next((n for n, (_, line) in enumerate(lines) if len(line) <= LONGEST_LINE and HEAD.match(line)), None)
    if start is None:
        yield from texts
        return
    block = _block([line for _, line in lines[start:]])
    end = start + len(block)
    yield from _joined(lines[:start])
    yield from ("\n".join(column) for column in _columns(block))
    yield from part_approvals(list(_joined(lines[end:])))


def _joined(lines: Sequence[tuple[int, str]]) -> Iterator[str]:
    """The lines of each text together again."""
    for text in dict.fromkeys(at for at, _ in lines):
        yield "\n".join(line for at, line in lines if at == text)


def _block(lines: Sequence[str]) -> list[str]:
    """The first line and those below it that may be an approval's."""
    below = lines[1 : 1 + MOST_LINES]
    more = next((at for at, line in enumerate(below) if _is_other(line)), len(below))
    return list(lines[: 1 + more])


def _is_other(line: str) -> bool:
    return begins_title(line) or ORDER_LINE.search(line) is not None or len(line) > LONGEST_LINE


def _columns(block: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines of the others' columns and of ours, the last."""
    last_post = max((at for at, line in enumerate(block) if A_POST.search(line)), default=0)
    others: list[str] = []
    ours: list[str] = []
    for at, line in enumerate(block):
        cut = len(line) if _is_date_of_protocol(line, others, ours) else _begins_ours(line, ours, at < last_post)
        others += filter(None, [line[:cut].strip()])
        ours += filter(None, [line[cut:].strip()])
    return others, ours


def _is_date_of_protocol(line: str, others: Sequence[str], ours: Sequence[str]) -> bool:
    """True for «от 30.08.2022 г.» below the others' «протокол № 1», unless our «Приказ № 55» waits for a date too."""
    return (
        PROTOCOL.search(_last(others)) is not None
        and ORDER_OF_NO_DATE.search(_last(ours)) is None
        and len(list(A_DATE.finditer(line))) == 1
        and AN_ORDER.search(line) is None
        and A_LINE_TO_SIGN.search(line) is None
    )


def _last(lines: Sequence[str]) -> str:
    return lines[-1] if lines else ""


def _begins_ours(line: str, ours: Sequence[str], before_post: bool) -> int:
    """Where our column begins in the line: 0 for all of it, its length for nothing.

    `ours` are our column's lines above; `before_post` is true while a post is still to come: until then one that a
    line begins with is another's.
    """
    if head := HEAD.match(line):
        return head.start("ours")
    own_post = 1 if before_post else 0  # the first place in a line where a post is ours
    cited = [(NUMBER_AND_DATE, 1, 0), (A_DATE, 1, 0), (A_NUMBER, 1, 0)] if AWAITS_NUMBER.search(_last(ours)) else []
    named = [(A_NAME, 1, 0)] if AWAITS_NAME.search(_last(ours)) else []
    marks = [(AN_ORDER, 1, 0), (A_POST, 1, own_post), (NUMBER_AND_DATE, 2, 0), (A_DATE, 2, 0), (A_LINE_TO_SIGN, 1, 0)]
    for pattern, least, first in (*cited, *named, *marks):
        starts = [found.start() for found in pattern.finditer(line)]
        if len(starts) >= least and starts[-1] >= first:
            return starts[-1]
    return len(line) if before_post or OTHERS.search(line) else 0
