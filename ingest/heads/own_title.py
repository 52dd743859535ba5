"""The title that an order's own text has below its letterhead: «Об утверждении плана мероприятий»."""

import re
from collections.abc import Sequence

from ingest.expressions import expression
from ingest.heads.citations import ORDER_LINE

BEGIN = expression(r"[«\"\[]?(?:О|Об|Обо)\s+[а-яё]", re.IGNORECASE)
# «Приказ от 11.10.2023 года № 01-05/871» in small letters
NUMBERED = expression(r"(?:Приказ|Распоряжение|Постановление)\s+(?:от\s|№)\s*\S*\d")
# What the order's text begins with: «ПРИКАЗЫВАЮ:», a reason, a point.
ORDER_TEXT = expression(
    r"(?i)п\s?р\s?и\s?к\s?а\s?з\s?ы\s?в|приказыва|утвердить|в соответствии|в целях|на основании|во исполнение|"
    r"с целью|согласно|руководствуясь|приложение|\d+[.)]\s"
)
GOES_ON = expression(r"[а-яё«(]|[А-ЯЁ]{2,5}\b(?!\s[А-ЯЁ]{2}|\W*$)")  # «ВПР в 2021-2022 учебном году», not «ПРИКАЗ»
LINES_BELOW = 8  # the letterhead: number, date, town and blanks between
LONGEST = 600  # characters


def find_own_title(paragraphs: Sequence[str]) -> str | None:
    """The order's own title, None where its text is not there (a plan alone) or it has no title."""
    lines = [line.strip() for paragraph in paragraphs for line in paragraph.split("\n") if line.strip()]
    head = next((at for at, line in enumerate(lines) if ORDER_LINE.search(line) or NUMBERED.match(line)), None)
    if head is None:
        return None
    below = lines[head + 1 :]
    start = next((at for at, line in enumerate(below[:LINES_BELOW]) if BEGIN.match(line)), None)
    if start is None or any(ORDER_TEXT.match(line) for line in below[:start]):
        return None
    return _unquoted(" ".join((below[start], *_rest(below[start + 1 :])))[:LONGEST])


def _rest(lines: Sequence[str]) -> list[str]:
    """The lines that the title goes on in: they begin small or with an abbreviation, and are no reason of the order."""
    more = next((at for at, line in enumerate(lines) if not GOES_ON.match(line) or ORDER_TEXT.match(line)), len(lines))
    return list(lines[:more])


def _unquoted(title: str) -> str:
    """«О проведении предметной недели» without the quotes around the whole of it."""
    inner = title[1:-1]
    around = title[:1] in '«"[' and title[-1:] in '»"]' and inner.count("«") == inner.count("»")
    return inner if around and inner.find("»") >= inner.find("«") else title
