"""The rules over a spelled-out cell, from left to right."""

from dataclasses import dataclass, field, replace

from ingest.expressions import expression
from normalize.deadlines.left_over import Word
from normalize.deadlines.patterns import UNTIL
from normalize.deadlines.points import MONTH, Context, UnknownYear
from normalize.deadlines.rules import RULES
from normalize.deadlines.span import Doubt, Span, undated
from normalize.vocabulary import alternatives

_FILLER = rf"(?:{alternatives('deadlines', 'filler')})(?!\w)"
_LEAD = rf"(?:{alternatives('deadlines', 'lead')})(?=\s*[-:(]?\s*(?:(?:с|до|по|к|не|в)\b|\d|{MONTH}|[ivx]+\b))(?!\w)"
_NOISE = expression(rf"[\s,;.()\-–:/«»\"]+|(?:далее|затем|и|а|но|также|потом|же)\b|г\b\.?|{_FILLER}|{_LEAD}")
_STEP = expression(r"\w+|\W")
_UNTIL = expression(UNTIL)


@dataclass(slots=True)
class Scan:
    """`spans` are what the rules read, `words` what none of them did."""

    spans: list[Span] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def scan(plain: str, context: Context) -> Scan:
    """What the rules read of the cell, and what is left over."""
    found = Scan()
    at = 0
    while at < len(plain):
        spans, end = _first_answer(plain, at, context, found.doubts)
        if end > at:
            found.spans += spans
            at = end
            continue
        noise = _NOISE.match(plain, at)
        step = noise or _STEP.match(plain, at)
        assert step is not None  # _STEP matches any character
        if noise is None:
            found.words.append(Word(at, step.end(), step.group()))
        at = step.end()
    return found


def _first_answer(plain: str, at: int, context: Context, doubts: list[Doubt]) -> tuple[list[Span], int]:
    """The first rule's spans and where they end; ([], at) where no rule answers."""
    if plain[at].isspace() or (at and plain[at - 1].isalnum() and plain[at].isalnum()):
        return [], at
    for rule, pattern in RULES:
        match = pattern.match(plain, at)
        if match is None:
            continue
        try:
            spans = rule(match, context)
        except UnknownYear:
            spans = undated(match, "by" if _UNTIL.match(match.group()) else "period")
        except ValueError:  # «31 ноября», «45.13», «25-26» without a month
            doubts.append(
                Doubt("deadline_text", f"Даты «{match.group().strip()}» нет в календаре, или к ней не указан месяц.")
            )
            return [], match.end()
        end = max([match.end(), *(span.end for span in spans)])
        if spans and end > at:
            return [replace(span, rule=rule.__name__) for span in spans], end
    return [], at
