"""Whether a part of a deadline cell says what falls due then: «ежемесячно, итоги в мае»."""

from functools import cache

from ingest.expressions import expression
from normalize.morphology import parses
from normalize.vocabulary import forms_of

# between two dates: a separator, what is due, and no other separator but a dash before the second date
_SUBJECT = expression(r"[,;(\n]\s*(?:[а-я]+ый\s+|[а-я]+ая\s+)?(?P<subject>[а-я]{4,})(?:\s+[а-я]+){0,3}\s*[-:]?\s*$")
_LEADS = frozenset(word for form in forms_of("deadlines", "lead") for word in form.split())
_TIME = tuple(forms_of("deadlines", "time_word"))
_RENEWED = ("обновлен", "актуализ")  # «обновление – ежеквартально»: of what was done by then


def names_its_own(gap: str) -> bool:
    """True for the words between two dates that say what is due on the second: «, отчёт », «; итоги – »."""
    found = _SUBJECT.search(gap)
    return found is not None and _is_due(found["subject"])


@cache
def _is_due(word: str) -> bool:
    if word in _LEADS or word.startswith((*_TIME, *_RENEWED)):
        return False
    return any("NOUN" in parse.tag and parse.tag.case == "nomn" for parse in parses(word))
