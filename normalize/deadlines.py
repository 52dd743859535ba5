"""A deadline cell → deadlines (CONTRACT.md §2), by an ordered list of small rules; the first answer wins.

A rule is a pattern over the lower-cased cell and a function from its match to one or more spans. What no rule
reads is left over: words without a number are a remark («справка»), the rest is a doubt.
"""

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache

from normalize.calendar_year import PlanYear
from normalize.deadline_points import MONTHS, Context, UnknownYear
from normalize.deadline_rules import RULES, Doubt, Span, read_until, undated
from normalize.model import Deadline


@dataclass(frozen=True, slots=True)
class Reading:
    """What a deadline cell says. `rules` names the rule of each deadline, in order."""

    deadlines: tuple[Deadline, ...]
    doubts: tuple[Doubt, ...]
    rules: tuple[str, ...]


@lru_cache(maxsize=8192)
def parse_deadlines(text: str, year: PlanYear, month_hint: str | None = None) -> Reading:
    """What a deadline cell says, in order of appearance.

    `month_hint` is the month of a section title («октябрь») for bare day numbers («25-26»). An empty cell
    reads as nothing, with the doubt `empty_deadline`.
    """
    if not text.strip():
        return Reading((), (Doubt("empty_deadline", "Срок не указан."),), ())
    context = Context(year, MONTHS.get((month_hint or "").lower()))
    plain = _without_hours(_plain(text))
    except_for = _EXCEPT.search(plain)
    if except_for is not None:  # «каждую среду, кроме января»
        plain = plain[: except_for.start()] + " " * len(except_for.group()) + plain[except_for.end() :]
    spans, left_over, doubts = _scan(plain, context)
    if except_for is not None:
        doubts.append(Doubt("deadline_text", f"Исключение не учтено: «{except_for.group().strip()}»."))
    joined = [_long_past(span, context) for span in _join(spans, plain, context)]
    doubts += [span.doubt for span in joined if span.doubt is not None]
    if left_over:
        doubts.append(Doubt("deadline_text", f"Не прочитано в сроке: «{left_over}»."))
    if not joined and not doubts:
        doubts.append(Doubt("deadline_text", f"Срок «{text}» не прочитан."))
    return Reading(
        tuple(_deadline(span, text) for span in joined),
        tuple(dict.fromkeys(doubts)),
        tuple(span.rule for span in joined),
    )


def _plain(text: str) -> str:
    """Lower case, ё as е, one kind of dash; as long as the text, so spans hold."""
    return re.sub("[‐‑‒–—−]", "-", text.lower().replace("ё", "е").replace("\n", " "))


# «в 14.00», «с 15.00 до 17.30», «12-00», «10 часов»; not «20.10», a date, nor «45.13», a slip
_HOUR = (
    r"(?:(?:[01]?\d|2[0-3])(?::[0-5]\d|\.(?:00|15|[2-5][05])|\s?-\s?00)(?!\d)(?!\s?\.\d)"
    r"(?:\s*(?:час\w*|ч)\b\.?)?|\d{1,2}\s*(?:час\w*|ч)\b\.?)"
)
_HOURS = re.compile(rf"(?<![\d.])(?:\b(?:в|с|до|к|на|начало)\s+)?{_HOUR}(?:\s*(?:-|до)\s*{_HOUR})?")


# «до 20.11 (11 класс)», «май (9-е, 11-е кл.)»
_CLASSES = re.compile(
    r"(?<![\d.])\d{1,2}(?:-?[а-я]{1,2})?(?:\s*[-,и]\s*\d{1,2}(?:-?[а-я]{1,2})?)*\s*(?:класс\w*|кл\b\.?)"
)


_EXCEPT = re.compile(r"(?:\bкроме|\bза\s+исключением)\s+(?!выходн)[^,;()]*")


def _without_hours(plain: str) -> str:
    """Hours of a day and classes blanked beside a date («24 февраля, 14.00»): deadlines have none."""
    rest = _CLASSES.sub(lambda match: " " * len(match.group()), plain)
    rest = _HOURS.sub(lambda match: " " * len(match.group()), rest)
    return rest if re.search(r"\w", rest) else plain


def _deadline(span: Span, text: str) -> Deadline:
    return Deadline(
        text=_part(text, span.start, span.end),
        kind=span.kind,  # type: ignore[arg-type]
        starts_on=span.first.isoformat() if span.first else None,
        ends_on=span.last.isoformat() if span.last else None,
        rrule=span.rrule,
        inferred=span.inferred,
    )


def _part(text: str, start: int, end: int) -> str:
    """The cut-out, with the bracket closed that opens in it: «постоянно (в соответствии с запросом)»."""
    part = text[start:end].strip(" ,;\n")
    return part + ")" if part.count("(") > part.count(")") and text[end : end + 1] == ")" else part


_NOISE = re.compile(r"[\s,;.()\-–:/]+|(?:далее|затем|и|а|также|потом)\b|г\b\.?")
_STEP = re.compile(r"\w+|\W")


def _scan(plain: str, context: Context) -> tuple[list[Span], str, list[Doubt]]:
    """The spans that the rules read from left to right, and what is left over that looks like a date."""
    spans: list[Span] = []
    doubts: list[Doubt] = []
    left: list[str] = []
    at = 0
    while at < len(plain):
        found, end = _first_answer(plain, at, context, doubts)
        if end > at:
            spans += found
            at = end
            continue
        step = _NOISE.match(plain, at) or _STEP.match(plain, at)
        assert step is not None  # _STEP matches any character
        if not _NOISE.fullmatch(step.group()):
            left.append(step.group())
        at = step.end()
    words = " ".join(left)
    return spans, words if re.search(r"\d", words) else "", doubts


def _first_answer(plain: str, at: int, context: Context, doubts: list[Doubt]) -> tuple[list[Span], int]:
    """The first rule's spans and where they end; ([], at) where no rule answers."""
    if at and plain[at - 1].isalnum() and plain[at].isalnum():
        return [], at
    for rule, pattern in RULES:
        match = pattern.match(plain, at)
        if match is None or not match.group().strip():
            continue
        try:
            spans = rule(match, context)
        except UnknownYear:
            spans = undated(match, "by" if rule is read_until else "period")
        except ValueError:  # «31 ноября», «45.13», «25-26» without a month
            doubts.append(
                Doubt("deadline_text", f"Даты «{match.group().strip()}» нет в календаре, или к ней не указан месяц.")
            )
            return [], match.end()
        if spans:
            return [replace(span, rule=rule.__name__) for span in spans], match.end()
    return [], at


def _join(spans: list[Span], plain: str, context: Context) -> list[Span]:
    """Joins what belongs together: «постоянно (третий четверг…)», «июнь далее – ежегодно»."""
    joined: list[Span] = []
    for span in _all_until(_each_year(_august_first(_without_occasions(spans, plain))), plain):
        if span.rrule == "FREQ=YEARLY" and joined and all(one.kind == "period" for one in joined):
            joined = [replace(one, kind="recurring", rrule=span.rrule, rule=span.rule) for one in joined]
            joined[-1] = replace(joined[-1], end=span.end)
            continue
        before = joined[-1] if joined else None
        link = re.search(r"далее|затем", plain[before.end : span.start]) if before is not None else None
        onward = link is not None
        if before is not None and link is not None and span.kind == "ongoing":
            span = replace(span, start=before.end + link.start())
        several = sum(one.kind in ("period", "by") for one in spans) > 1  # «раз в квартал (март, июнь)»: no bounds
        pair = _pair(before, span, onward, context, several) if before is not None else None
        if pair is None:
            joined.append(span)
        else:
            joined[-1:] = pair
    return joined


_LONG = timedelta(days=120)


def _long_past(span: Span, context: Context) -> Span:
    """«сентябрь» in an order of June that prints no school year: the last September or the next? Asked."""
    signed, last = context.year.signed, span.last
    if not context.year.derived or not span.inferred or signed is None or last is None or last > signed - _LONG:
        return span
    doubt = Doubt("deadline_text", f"Срок прошёл задолго до приказа ({last.isoformat()}): какой год имеется в виду?")
    return replace(span, doubt=span.doubt or doubt)


def _without_occasions(spans: list[Span], plain: str) -> list[Span]:
    """«в день проведения, 25 мая» is that day; «до 30 апреля, далее – по мере обновления» are two."""
    onward = re.search(r"далее|затем", plain)
    dated = [span for span in spans if span.rule != "read_occasion" or (onward and span.start >= onward.end())]
    return dated or spans


def _all_until(spans: list[Span], plain: str) -> list[Span]:
    """«до 15 октября, 15 апреля»: no later than either day."""
    found: list[Span] = []
    for span in spans:
        before = found[-1] if found else None
        if (
            before is not None
            and before.kind == "by"
            and span.rule == "read_point"
            and span.first == span.last
            and re.fullmatch(r"[\s,;и]*", plain[before.end : span.start])
        ):
            span = replace(span, kind="by", first=None)
        found.append(span)
    return found


def _each_year(spans: list[Span]) -> list[Span]:
    """«ежегодно, октябрь, апрель»: both repeat."""
    if (
        len(spans) < 3
        or spans[0].rrule != "FREQ=YEARLY"
        or any(span.kind not in ("period", "by") for span in spans[1:])
    ):
        return spans
    return [replace(span, kind="recurring", rrule="FREQ=YEARLY", inferred=True) for span in spans[1:]]


def _august_first(spans: list[Span]) -> list[Span]:
    """«август, декабрь»: months run on, so this August is the one before December."""
    return [
        _a_year_before(span)
        if span.kind == "period" and any(_is_before(later, span) for later in spans[index + 1 :])
        else span
        for index, span in enumerate(spans)
    ]


def _a_year_before(span: Span) -> Span:
    if not span.inferred or span.first is None or span.last is None or not span.first.month == span.last.month == 8:
        return span
    first, last = (day.replace(year=day.year - 1) for day in (span.first, span.last))
    return replace(span, first=first, last=last, doubt=None)


def _is_before(later: Span, span: Span) -> bool:
    return bool(later.inferred and later.first and span.first and later.kind == "period" and later.first < span.first)


def _pair(before: Span, span: Span, onward: bool, context: Context, several: bool) -> list[Span] | None:
    """What two neighbours say together; None = each its own."""
    end = max(before.end, span.end)
    narrowed = _narrowed(before.rrule, span.rrule)
    if narrowed is not None:
        return [replace(before, end=end, rrule=narrowed)]
    if before.kind == "ongoing" and span.kind == "ongoing":
        return [replace(before, end=end, doubt=None if before.doubt is None or span.doubt is None else before.doubt)]
    if before.kind == "ongoing" and before.doubt is None and span.kind == "recurring":
        first, last = context.year.bounds or (None, None)
        return [replace(span, start=before.start, first=first, last=last, inferred=True)]
    if span.kind == "recurring" and before.kind in ("period", "by") and span.first is None:
        return [
            replace(
                span,
                start=before.start,
                first=before.first,
                last=before.last,
                inferred=before.inferred,
                doubt=before.doubt,
            )
        ]
    if before.rrule is not None and before.first is None and span.kind in ("period", "by") and not several:
        return [replace(before, end=end, first=span.first, last=span.last, inferred=span.inferred, doubt=span.doubt)]
    if onward and span.kind == "ongoing" and span.first is None:
        return [before, replace(span, first=before.last, inferred=before.inferred)]
    return None


def _narrowed(rule: str | None, more: str | None) -> str | None:
    """«ежеквартально до 10 числа месяца», «ежедневно (по рабочим дням)»: one rule, said twice; None for two rules."""
    if rule is None or more is None or "BY" in rule:
        return None
    if rule == "FREQ=DAILY" and more.startswith("FREQ=WEEKLY;BYDAY="):
        return more
    day = re.fullmatch(r"FREQ=MONTHLY(;BY(?:MONTHDAY|DAY)=.+)", more)
    if day and rule.startswith("FREQ=MONTHLY"):
        return rule + day[1]
    return more if rule == "FREQ=WEEKLY" and more.startswith("FREQ=WEEKLY;BYDAY=") else None
