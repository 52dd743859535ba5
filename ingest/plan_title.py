"""The title of a plan: from the word «План» to the end of its lines."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from ingest.expressions import expression
from ingest.plan_words import begins_like_title
from ingest.rows.continuation import ends_open
from ingest.titles import is_heading, is_marked_alone

TITLE = expression(
    r"[«\"]?(П\s?Л\s?А\s?Н\b|план\b|план-|дорожная карта|комплекс\w* мер|комплексный план|программа\b|"
    r"перечень мероприятий|график\b|мероприятия (по|на|в)\b|медиаплан|"
    r"([а-яё-]+(ый|ий|ой|ая)\s+){1,3}[«\"]?(план|дорожная карта|программа)\b)",
    re.IGNORECASE,
)
# What stands between a title and its table and is none of it.
AFTER = expression(
    r"(?i)(цел[ьи]\b|задач|руководител|состав|утвержд|согласов|приложение|\d+[.)]|[IVX]+\.|раздел|директор|г\.\s?[А-ЯЁ])"
)
FOR_YEAR = expression(r"(?i)(на|в) (период |20\d\d)|20\d\d")
ENDS_IN_YEAR = expression(
    r"(?i)\bна\s.{0,40}20\d\d(?:уч\.|г\.|[^.]){0,30}$"
)  # «МБДОУ «Сад № 9» на 2021 год», «… на 2022/2023 уч. г.»
YEAR_LINE = expression(r"(?i)(на|в) (период )?(с )?20\d\d")  # «на 2019-2020 учебный год»: a title's last line
_DAY = r"\d{1,2}(?:\.\d{1,2}\.?|\s+[а-я]{3,8})?(?:\s?20\d\d(?:\s*г(?:ода|\.)?)?)?"
# «02.06.2025 – 26.06.2025», «Срок: с 2 июня по 26 июня 2025 г.», «(1 смена: 2-26 июня 2025 года)»: a title's last line
DAYS_LINE = expression(
    r"(?i)\W*(?:(?:сроки?(?:\s+(?:проведения|реализации))?|даты|период(?:\s+(?:проведения|реализации))?|(?:\d\s+|[iv]+\s+)?смена)\b\W*)?(?:с\s+)?"
    rf"{_DAY}\s*(?:[-–—]|по)\s*{_DAY}\W*"
)
SAYS_YEAR = expression(r"20\d\d")
# «Таёжного муниципального района» below the name of a school, or in a title that goes on
OF_PLACE = expression(r"[А-ЯЁ][А-Яа-яё-]+(?:ого|его)\s(?:городск|муниципальн|район|края)|[А-ЯЁ][А-Яа-яё-]+ой\sобласти")
# «Таёжного ГО, имеющих низкие», «г. Тальска, реализующих»: a place and what its schools do; not «г. Тальск, ул. Мира»
OF_PLACE_WHICH = expression(
    r"(?:[А-ЯЁ][А-Яа-яё-]+(?:ого|его)\s(?:ГО|МО|МР|г\.\s?о\.|м\.\s?о\.)|г\.\s?[А-ЯЁ][а-яё]+(?:[\s-][А-ЯЁ][а-яё]+)*)"
    r",\s[а-яё]{3,}(?:[иы]х|[иы]ми?)(?:ся)?\b"
)
PLACE_LINE = 120  # characters: a longer paragraph is running text
# «План подготовительных мероприятий (приложение).»: a point of the order's text, which speaks of its annex
OF_ANNEX = expression(r"(?i)\((?:приложение(?:\s*№?\s*\d+)?\)\s*[.;]|прилага[её]тся\)\W*)$")
# «Приложение 1. План работы с детьми»
ANNEX = expression(r"(?i)приложение(?:\s*№)?(?:\s*\d+)?\s*[.:]?\s+")
# «(план реализации)», «(основное общее образование)»; not «(утв. приказом …)», «(наименование организации)»
IN_BRACKETS = expression(
    r"\((?!(?i:утв|в ред|с изм|наименов|ф\.?\s?и\.?\s?о|подпись|далее|приложен|протокол))[^()№]{3,80}\)"
)
PERSON = r"[А-ЯЁ][а-яё-]+\s+(?:[А-ЯЁ]\.\s?[А-ЯЁ]\.|[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+(?:вич|[ьм]ич|вна|ична))"
# «Классный руководитель: Рощина И.И.», «Учитель Рощина Ирина Ильинична» on the line below
AUTHOR = expression(
    rf"[А-ЯЁ][а-яё-]+\.?(?:[ -][а-яё.-]+){{0,3}}(?:\s?[:–—]|(?<=ль)|(?<=ор)|(?<=ог)|(?<=ст))\s+{PERSON}\W*"
)
# «Циклограмма контроля на 2021-2022 учебный год» is a plan.
TIMETABLE = expression(r"(?i)(?=.*\bциклограмм|\W*расписани|\W*режим\b)(?!.*(?:20\d\d|\bгод\b|контрол))")
LONGEST = 600  # characters; the longest title seen has 320
LINES_AHEAD = 4  # «План работы / МБОУ СОШ № 5 / по … / на 2020-2021 учебный год»


def begins_title(line: str) -> bool:
    """True for a line that a plan's title begins with: «План работы», «Дорожная карта», «Циклограмма контроля»."""
    return _is_plan(line) or begins_like_title(line)


def find_title(paragraphs: Sequence[str]) -> str | None:
    """The first title among paragraphs (lines of one paragraph parted by "\n"), None without one.

    What is called a plan goes before what is called otherwise («График …»), wherever it stands, and a week's timetable
    comes last («План на неделю: циклограмма …»).
    """
    ways: tuple[Callable[[str], bool], ...] = (_is_plan_of_measures, _is_other_title, begins_title)
    titles = [text for text in paragraphs if not OF_ANNEX.search(text)]
    return next((title for texts in (titles, paragraphs) for begins in ways if (title := _find(texts, begins))), None)


def part_title(paragraph: str) -> tuple[str, ...]:
    """A plan's title and, below it, the section's title that stands right over the table; else the paragraph alone.

    A PDF's lines without a gap between them are one paragraph: «ПЛАН ⏎ на 2020-2021 учебный год ⏎ Раздел 1. Кадры».
    """
    lines = paragraph.split("\n")
    titled = False
    for at, (above, line) in enumerate(pairwise(lines), 1):
        titled = titled or begins_title(above)
        ended = YEAR_LINE.match(above) is not None or ENDS_IN_YEAR.search(above) is not None
        marked = is_marked_alone(line) and FOR_YEAR.match(line) is None and not ends_open(above)
        if (marked and (titled or ended)) or (ended and at == len(lines) - 1 and is_heading(line)):
            return "\n".join(lines[:at]), "\n".join(lines[at:])
    return (paragraph,)


def _is_plan_of_measures(line: str) -> bool:
    return _is_plan(line) and not is_timetable(line)


def _is_other_title(line: str) -> bool:
    return begins_like_title(line) and not is_timetable(line)


def is_timetable(line: str) -> bool:
    """True for the title of a week's work: «Циклограмма работы педагога на неделю», «План-циклограмма …»."""
    return TIMETABLE.match(line) is not None


def _is_plan(line: str) -> bool:
    return TITLE.match(line) is not None and not line.endswith(":")


def _find(paragraphs: Sequence[str], begins: Callable[[str], bool]) -> str | None:
    for at, paragraph in enumerate(paragraphs):
        lines = [_without_annex(line, begins) for line in paragraph.split("\n")]
        start = next((n for n, line in enumerate(lines) if begins(line)), None)
        if start is not None:
            own = [lines[start], *(line for line in lines[start + 1 :] if not AUTHOR.fullmatch(line))]
            return _join([*own, *_rest(own, paragraphs[at + 1 :])])
    return None


def _without_annex(line: str, begins: Callable[[str], bool]) -> str:
    found = ANNEX.match(line)
    return line[found.end() :] if found and begins(line[found.end() :]) else line


def _rest(lines: Sequence[str], further: Sequence[str]) -> list[str]:
    """The paragraphs that the title goes on in."""
    taken: list[str] = []
    above = lines[-1]
    for at, text in enumerate(further):
        ahead = further[at + 1 : at + LINES_AHEAD]
        if AUTHOR.fullmatch(text):
            continue
        if DAYS_LINE.fullmatch(text) and SAYS_YEAR.search(text):
            return [*taken, text]
        if _ends(text) or len(text) + len(" ".join(taken)) > LONGEST or not _goes_on(above, text, ahead):
            break
        taken.append(text)
        above = text
    return taken


def _ends(text: str) -> bool:
    """True for what is none of a title: «Цель: …», «г. Тальск»; not for «г. Тальска, имеющих низкие результаты»."""
    return AFTER.match(text) is not None and OF_PLACE_WHICH.match(text) is None


def _is_of_place(text: str) -> bool:
    """True for a line that belongs to the words above it: «Таёжного городского округа, имеющих низкие»."""
    return len(text) < PLACE_LINE and any(words.match(text) for words in (OF_PLACE, OF_PLACE_WHICH))


def _goes_on(above: str, text: str, ahead: Sequence[str]) -> bool:
    if IN_BRACKETS.fullmatch(text):
        return True
    if above.rstrip('»"').endswith((".", "!")) or TITLE.match(text) or YEAR_LINE.match(above):
        return False
    if (
        text[0].islower()
        or FOR_YEAR.match(text)
        or ENDS_IN_YEAR.search(text)
        or ends_open(above)
        or len(above.split()) < 2
        or _is_of_place(text)
    ):
        return True
    if above.isupper() and text.isupper():
        return True
    return any(FOR_YEAR.match(line) for line in ahead) and len(text) < PLACE_LINE


def _join(lines: Sequence[str]) -> str:
    joined = ""
    for line in lines:
        hyphen = joined.endswith("-") and line[:1].islower()
        joined = joined + line if hyphen or not joined else f"{joined} {line}"
    return " ".join(joined.split())
