"""What no rule read: a remark that a clerk would pass over, or words that may change the date.

A remark stands in a segment of its own («до 1 октября, справка») or names what is due («отчет до 1 октября»).
Nothing that looks like time is a remark.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ingest.expressions import expression
from normalize.deadlines.patterns import WEEKDAYS
from normalize.deadlines.points import MONTHS
from normalize.deadlines.span import Span
from normalize.match import one_edit
from normalize.morphology import is_word, parses
from normalize.vocabulary import alternatives, forms_of

_SEPARATOR = expression(r"[,;()\n:/]|\.(?=\s|$)|\s-|-\s|(?<=\d)-")
_TIME_STEMS = tuple(forms_of("deadlines", "time_word"))
_NO_TIME = tuple(forms_of("deadlines", "no_time_word"))
_PREPOSITIONS = frozenset(forms_of("deadlines", "time_preposition"))
_SOFT = frozenset(forms_of("deadlines", "soft_preposition"))
_EVENT = expression(rf"\s*(?:{alternatives('deadlines', 'time_event')})")  # «с наступлением весны»
# «праздничные дни мая»; not «праздничный концерт»
_SOME_DAYS = expression(r"(?:пред)?(?:праздничн|выходн|рабоч|учебн|будн)\w+\s+дн(?:и|ей|ям|ями|ях)\b")
_BEGUN = ("с", "со", "по")  # not «на утверждение»
_NUMBERED = expression(r"\d{1,2}\s+-\s*\d")  # «станция 1 – 12 октября»: a day, or the station's number?
_NAMED_TIMES = ("неделя", "декада", "месячник", "период")
_YEARLY = ("read_years", "read_school_year", "read_whole_year")
MONTH_FORM_MIN = 4  # letters: shorter forms have neighbours that are other words


@dataclass(frozen=True, slots=True)
class Word:
    """A word that no rule read."""

    start: int
    end: int
    text: str


def unread(plain: str, words: Sequence[Word], spans: Sequence[Span]) -> tuple[list[tuple[int, int]], list[Span]]:
    """Slices that have to be asked about, and the years that are none of their own: «каникулярный период 2021 года»."""
    slices: list[tuple[int, int]] = []
    dropped: list[Span] = []
    for words_of, spans_of in _segments(plain, words, spans):
        named = not spans_of and bool(spans) and _names_a_week(words_of)
        if not words_of or named or _is_weekday_of(words_of, spans) or not _may_matter(plain, words_of, spans_of):
            continue
        if slices and not re.search(r"[\w\n]", plain[slices[-1][1] : words_of[0].start]):
            slices[-1] = (slices[-1][0], words_of[-1].end)  # «12-77»
        else:
            slices.append((words_of[0].start, words_of[-1].end))
        dropped += [span for span in spans_of if span.rule in _YEARLY and _is_bare(plain, span)]
    return slices, dropped


def _names_a_week(words: list[Word]) -> bool:
    """«12-16 октября (неделя математики)», «май-июнь (период ГИА)»; not «последняя неделя четверти»."""
    return (
        len(words) > 1
        and words[0].text in _NAMED_TIMES
        and not any(word.text.startswith(_TIME_STEMS) or word.text in _PREPOSITIONS for word in words[1:])
        and not any(character.isdigit() for word in words for character in word.text)
    )


def _is_weekday_of(words: list[Word], spans: Sequence[Span]) -> bool:
    """«пятница, 16 октября», «17 ноября (чт.)»; not «октябрь, вторник»."""
    days = any(
        (span.first == span.last or span.kind == "by") if span.last is not None else span.rule == "read_point"
        for span in spans
    )
    return days and all(word.text in WEEKDAYS for word in words)


def _segments(plain: str, words: Sequence[Word], spans: Sequence[Span]) -> list[tuple[list[Word], list[Span]]]:
    """Unread words and read spans with nothing that separates between them, from left to right."""
    found: list[tuple[list[Word], list[Span]]] = [([], [])]
    at = 0
    items: list[Word | Span] = sorted([*words, *spans], key=lambda one: (one.start, one.end))
    for item in items:
        words_of = found[-1][0]
        cut = isinstance(item, Span) and words_of and words_of[-1].end == at and _is_cut(words_of[-1], plain)
        if item.start > at and not cut and _SEPARATOR.search(plain, max(at - 1, 0), item.start + 1) is not None:
            found.append(([], []))
        if isinstance(item, Word):
            found[-1][0].append(item)
        else:
            found[-1][1].append(item)
        at = max(at, item.end)
    return found


def _is_cut(word: Word, plain: str) -> bool:
    """«воскр. ноября»: the dot parts nothing there, as it does in «отчет. 25 ноября»."""
    behind = re.match(r"\.[ ]*(?=\w)", plain[word.end :])
    return behind is not None and word.text.isalpha() and not is_word(word.text)


def _may_matter(plain: str, words: list[Word], spans: list[Span]) -> bool:
    if any(_looks_like_time(word, plain, beside=bool(spans)) for word in words):
        return True
    if any(character.isdigit() for word in words for character in word.text):
        return True
    return bool(spans) and not _names_what_is_due(plain, words, spans)


def _looks_like_time(word: Word, plain: str, beside: bool) -> bool:
    text = word.text
    if text in _SOFT:  # «с родителями» is none, «с момента» and «с 9» are
        after = plain[word.end :]
        return beside or re.match(r"\s*\d", after) is not None or (text in _BEGUN and _EVENT.match(after) is not None)
    return (
        text in _PREPOSITIONS
        or _SOME_DAYS.match(plain, word.start) is not None
        or (text.startswith(_TIME_STEMS) and not text.startswith(_NO_TIME))
        or text in WEEKDAYS
        or is_almost_month(text)
        or (re.fullmatch(r"[ivx]{1,4}", text) is not None)
    )


@cache
def is_almost_month(word: str) -> bool:
    """«сентрябрь», «октбярь»: one slip away from a month, and no other word."""
    if word in MONTHS:
        return True
    forms = [form for form in MONTHS if len(form) >= MONTH_FORM_MIN]
    return len(word) >= MONTH_FORM_MIN and not is_word(word) and any(one_edit(word, form) for form in forms)


def _names_what_is_due(plain: str, words: list[Word], spans: list[Span]) -> bool:
    """«отчет до 25 мая», «предоставить до 15.01»; not «около 15 октября», nor «олимпиада 5 – 9 октября»."""
    first = spans[0]
    if words[-1].start > first.start or first.rule in _YEARLY or _NUMBERED.match(plain, first.start):
        return False
    return _is_subject(words[0].text)


@cache
def _is_subject(word: str) -> bool:
    return any(
        "INFN" in parse.tag or (parse.tag.case == "nomn" and {"NOUN", "ADJF"} & parse.tag.grammemes)
        for parse in parses(word)
    )


def _is_bare(plain: str, span: Span) -> bool:
    return re.match(r"(?:во?\s+|на\s+)?20\d\d|уч", plain[span.start : span.end]) is not None
