"""Whether rows of measures stand outside the tables that were read: under a table, before it, between two.

And what a document without any table has instead of one.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from ingest.columns.contents import NAME, POST
from ingest.furniture import is_furniture
from ingest.model import Document, Grid, Paragraph, RawDoubt
from ingest.months import MONTH
from ingest.titles import is_plan_title

ASKED = "Вне прочитанных таблиц есть строки, похожие на мероприятия: «{}». В план они не вошли. Внести их?"
FEWEST_LISTED = 2
QUOTED = 3  # lines at most
LONGEST_QUOTE = 120  # characters of the first of them
WORDS_IN_ROW = 60  # a longer text is prose
WORDS_BEHIND = 14  # that name who is responsible, at the end

# Here an order's own points begin, which have deadlines and people too, and are no rows of its plan.
ORDERS = re.compile(
    r"(?im)\b(п\s?р\s?и\s?к\s?а\s?з\s?ы\s?в\s?а\s?ю|постановля(ю|ет)|распоряжаюсь|обязываю|решил[аи]?)\s*(:|$)"
)
ANNEX = re.compile(r"(?i)\W*(приложение|утвержд[её]н|утверждаю)")
WHEN = re.compile(r"(?i)\b(срок\w*( исполнения| проведения| реализации| выполнения)?|дата( проведения)?)\s*[:–—-]")
WHO = re.compile(r"(?i)\b(ответственн\w+( исполнител\w+| лиц\w+)?|отв\.?|исполнител\w+)\s*[:–—-]")
NUMBERED = re.compile(r"№?\s*\d{1,3}(\.\d{1,2})*\s*[.)]?\s+(?=\S)")
COUNTED = re.compile(r"№?\s*(\d{1,3})[.)]?\s+[А-ЯЁ«]")
# No «2020 год», «учебный год», which prose has at any place.
DATED = re.compile(
    rf"(?i)\b\d{{1,2}}\.\d{{2}}(?!\d)(\.(20)?\d\d)?|(?<!\w)(\d{{1,2}}\s+)?({MONTH})|\bв течение\b|"
    r"\b(постоянно|ежемесячно|ежегодно|ежеквартально|ежедневно|еженедельно|систематически)\b|\bпо (плану|графику)\b"
)
# «Заместитель директора 12.09.2020 Лапина О.Н.», «Ознакомлена 01.09.2020 Зотова Е.Ю.»: who signed, and when
SIGNED = re.compile(
    r"(?i)утвержд|согласован|рассмотрен|принят|приложение|протокол|приказ|№\s*_*\d+[-\w/]*\s+от\b|"
    r"ознакомлен|составил|подготовил|подпис|виза\b|исп\."
)
# «5. Контроль за исполнением приказа возложить на …»: a point of an order that its plan stands in the midst of
POINT = re.compile(r"(?i)\bвозложить\b|\bнастоящ\w+ (приказ|распоряж|постановл)|исполнением приказа|утратившим\w* силу")
STOP = re.compile(r"[а-яё]{3,}[.!?]\s+[А-ЯЁ]\w|[а-яё]{4,}[.!?]\s*\Z")  # of a sentence: no row of a table has one inside


def ask_about_outside(
    document: Document, tables: Collection[int], numbers: Iterable[str | None], known: Sequence[str]
) -> tuple[RawDoubt, ...]:
    """One question that quotes the first lines outside of `tables` (1-based) that look like measures; () without any.

    `numbers` are the measures' own; `known`: texts that are in the order already, as titles of sections or in other
    questions.
    """
    kept = "\0".join(map(_squeeze, known))
    following = _next_numbers(numbers)
    lines = [line for run in _runs(document, tables) for line in _rows(run, following) if _squeeze(line) not in kept]
    if not lines:
        return ()
    return (RawDoubt("leftover", ASKED.format(_quote(lines[0])), "\n".join(lines[:QUOTED])),)


def quote_listed(document: Document) -> tuple[int, str]:
    """How often paragraphs say «Срок: …» and «Ответственный: …», and the first measure that they say it of.

    (0, "") unless they do so twice: so is no plan without a table, but the one point of an order.
    """
    texts = [" ".join(block.text.split()) for block in document.blocks if isinstance(block, Paragraph)]
    said = min(sum(len(label.findall(text)) for text in texts) for label in (WHEN, WHO))
    if said < FEWEST_LISTED:
        return 0, ""
    first = next(at for at, text in enumerate(texts) if WHEN.search(text))
    if first > 0 and WHEN.match(texts[first]):
        first -= 1  # «Срок: …» is a paragraph of its own
    return said, _quote(texts[first])


def _quote(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…"


def _runs(document: Document, tables: Collection[int]) -> Iterator[list[str]]:
    """The texts that may be rows of the plan, those between two tables together: no point of an order."""
    table, is_plans = 0, False
    for is_grid, group in groupby(document.blocks, key=lambda block: isinstance(block, Grid)):
        run: list[str] = []
        for block in group:
            if isinstance(block, Paragraph):
                is_plans = _is_plans(block.text, is_plans)
                run += [block.text] if is_plans and not block.aside else []
            else:
                table += 1
                is_plans = is_plans or table in tables
        if not is_grid:
            yield run


def _is_plans(text: str, before: bool) -> bool:
    """Whether a text is the plan's rather than its order's; `before`: the text above it was."""
    if ORDERS.search(text):
        return False
    return before or ANNEX.match(text) is not None or (text[:1].isupper() and is_plan_title(text))


def _next_numbers(numbers: Iterable[str | None]) -> set[int]:
    """The numbers with which rows would go on: 5 after 1, 2, 3, 4."""
    counted = {int(number) for number in numbers if number is not None and number.isdecimal()}
    return {number + 1 for number in counted} - counted


def _rows(run: Sequence[str], following: set[int]) -> list[str]:
    """The lines that look like measures."""
    return [line for text in run for line in _lines(text) if _is_row(line) or _counts_on(line, following)]


def _lines(text: str) -> list[str]:
    """The paragraph as a whole where its lines are one row's, «… Срок: май ⏎ Ответственный: …», else line by line."""
    whole = " ".join(text.split())
    return [whole] if len(WHEN.findall(whole)) == 1 and WHO.search(whole) else text.split("\n")


def _is_row(text: str) -> bool:
    if is_furniture(text) or len(text.split()) > WORDS_IN_ROW or POINT.search(text):
        return False
    if WHEN.search(text) and WHO.search(text):
        return True
    number = NUMBERED.match(text)
    says = text[number.end() :] if number else text
    signs = SIGNED.search(text) or POST.match(text) or NAME.match(text)
    return _says_what_when_who(says) and (number is not None or not signs)


def _counts_on(text: str, following: set[int]) -> bool:
    """«5. День здоровья 18.09» under measure 4: who or when is enough where the numbers go on."""
    number = COUNTED.match(text)
    named = DATED.search(text) or NAME.search(text) or WHO.search(text)
    return number is not None and int(number[1]) in following and named is not None and not POINT.search(text)


def _says_what_when_who(text: str) -> bool:
    """Words, a time, then at the end people, without a sentence's full stop: «Концерт 5 октября Лапина О.Н.»."""
    if not text[:1].isupper() or STOP.search(text):
        return False
    dates = [found for found in DATED.finditer(text) if found.start() > 0]
    behind = text[dates[-1].end() :].strip(" .,;()–—-") if dates else ""
    return 0 < len(behind.split()) <= WORDS_BEHIND and bool(NAME.search(behind) or POST.search(behind))


def _squeeze(text: str) -> str:
    return "".join(text.split())
