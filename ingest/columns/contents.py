"""What a column holds, told from its cells: numbers, deadlines, responsible parties or running text."""

from collections.abc import Iterable, Sequence
from typing import Literal

from ingest.expressions import expression
from ingest.months import MONTH, NOMINATIVE
from ingest.numbers import NUMBER
from ingest.vocabulary import stems_of

Content = Literal["number", "deadline", "responsible", "text"]

MOSTLY = 0.6  # share of the filled cells that decides
DEADLINE = expression(
    rf"(?i){MONTH}|\b\d{{1,2}}\.\d{{2}}\b|\b20\d\d\b|в теч|постоянно|ежемесячно|ежегодно|ежекварт|ежедневно|еженедел|"
    r"квартал|\d\s*[-яю]*\s*недел|недел\w+ месяца|\bраза? в\b|учебн\w+ год|по мере|по запросу|систематически|\bсрок|"
    r"\A(по|согласно)\s+((отд|особ)\w*\.?\s+)?(план|график)[уа]\b"
)
DAY = expression(r"\d{2}\.\d{2}(\.\d{2,4})?")  # «05.06»: numbers of measures have no zeros before them
NAME = expression(
    r"[А-ЯЁ][а-яё]+\s+[А-ЯЁ]\.\s?[А-ЯЁ]\b|[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+|"
    r"[А-ЯЁ][а-яё-]+\s+[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+(вич|вна|чна)\b"
)
POST = expression(rf"(?i)\b({stems_of('posts', 'post')})")
WORD = expression(r"[^\W\d_]{3}")
ONE_POST = expression(rf"(?i)({stems_of('posts', 'post')})\w*")  # «учитель», no «Методический совет»
COUNTED = 2  # words: «15 человек»
# «5», «12-14», «25, 26», «до 20»: days of a month that a title names
BARE_DAYS = expression(r"(до\s*)?([1-9]|[12]\d|3[01])(\s*[-–—,и]\s*([1-9]|[12]\d|3[01]))*\.?")
MARK = expression(r"[+*vVхХxX✓✔√•—–-]")  # «I | II | III | IV» over «+ | | + |»
# «2022 г.», «2022-2023 уч. год», «I квартал», «1 кв», «II полуг.», «Сентябрь», «сент.»: a heading that is a time itself
PERIOD = expression(
    r"(?i)20\d\d(\s?[-–—/]\s?(20)?\d\d)?\s*((уч\w*\.?\s*)?г(од\w*|\.)?)?"
    r"|([IVX]{1,3}|[1-4])(-?[йе])?\s*(квартал|полугодие|кв\.?|полуг\.?|п/г)(\s*20\d\d\s*(г(ода?|\.)?)?)?"
    rf"|({'|'.join(NOMINATIVE)}|(янв|февр?|мар|апр|июн|июл|авг|сент?|окт|нояб?|дек)\.?)(\s*20\d\d\s*(г(ода?|\.)?)?)?"
)
LONGEST_DEADLINE = 80  # characters: «постоянно (третий четверг каждого месяца)» has 41
FIRST_WORDS = 30  # characters: a responsible cell names a post at once, a measure («Семинар для учителей…») later


def content_of(texts: Sequence[str]) -> Content | None:
    """What most of the texts are; None for an empty column."""
    filled = [text for text in texts if text]
    if not filled:
        return None
    if _mostly(DAY.fullmatch(text.strip()) is not None for text in filled):
        return "deadline"
    if _mostly(NUMBER.fullmatch(text.strip()) is not None for text in filled):
        return "number"
    if _mostly(len(text) <= LONGEST_DEADLINE and DEADLINE.search(text) is not None for text in filled):
        return "deadline"
    return "responsible" if _mostly(_is_responsible(text) for text in filled) else "text"


def are_bare_days(texts: Sequence[str], month: bool) -> bool:
    """True for a column of days without a month, some of them as days are printed: «12-14», «до 20».

    `month`: a title names it, so that «5», «12» are days too.
    """
    filled = [" ".join(text.split()) for text in texts if text]
    days = all(BARE_DAYS.fullmatch(text) or DEADLINE.search(text) for text in filled)
    return bool(filled) and days and (month or any(not text.rstrip(".").isdigit() for text in filled))


def are_people(texts: Sequence[str]) -> bool:
    """True for a column of names: a list of staff has one, and perhaps a date and somebody responsible beside it."""
    return _mostly(NAME.search(text[:FIRST_WORDS]) is not None for text in texts if text)


def are_marks(texts: Sequence[str]) -> bool:
    """True for a column of ticks: when or where is said by its heading."""
    filled = [text for text in texts if text]
    return bool(filled) and all(MARK.fullmatch(text.strip()) for text in filled)


def is_period(heading: str) -> bool:
    """True for the heading of a column that is a month, a quarter, a half-year or a year."""
    return PERIOD.fullmatch(" ".join(heading.split())) is not None


def are_wordings(texts: Sequence[str]) -> bool:
    """True for a column whose cells may say what is done: not «2-34-56», «65%», «12 чел.», «учитель»."""
    return not are_people(texts) and _mostly(_is_wording(text.strip()) for text in texts if text)


def _is_wording(text: str) -> bool:
    counted = text[:1].isdigit() and len(text.split()) <= COUNTED
    return WORD.search(text) is not None and not counted and ONE_POST.fullmatch(text) is None


def words_in(texts: Sequence[str]) -> float:
    """How many words a filled cell has on average."""
    filled = [text for text in texts if text]
    return sum(len(text.split()) for text in filled) / len(filled) if filled else 0.0


def _is_responsible(text: str) -> bool:
    start = text[:FIRST_WORDS]
    return NAME.search(start) is not None or POST.search(start) is not None


def _mostly(facts: Iterable[bool]) -> bool:
    listed = list(facts)
    return sum(listed) >= MOSTLY * len(listed)
