"""Who is left out: «руководители ОО (кроме СОШ № 5)», «… за исключением школ №№ 27, 39 и КУГ», «… (без СОШ № 51)»."""

from normalize.fold import squeeze
from normalize.parties.phrase import Phrase
from normalize.parties.phrase_words import begins_exception
from normalize.parties.walk import Walk


def read_exception(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«руководители ОО (кроме СОШ № 5)»: nobody's party, and asked; so every further school of the list."""
    if begins_exception(phrase.units, 0):
        start, begin = walk.drafts[-1].start if walk.drafts else phrase.start, phrase.start
    elif walk.excepted is not None and _goes_on(walk, phrase, walk.excepted):
        start, begin = walk.doubts.pop().start, walk.excepted
    else:
        walk.excepted = None
        return False
    walk.doubt("unknown_phrase", f"Кто остаётся: «{squeeze(walk.text[begin : phrase.end])}»?", start, phrase.end)
    walk.excepted, walk.roles, walk.waiting = begin, (), []
    return True


def _goes_on(walk: Walk, phrase: Phrase, begin: int) -> bool:
    """«(кроме СОШ № 5, КУГ)»: everything in the bracket; without one only schools, «кроме СОШ № 5, лицея № 9»."""
    if phrase.joint not in (",", "и"):
        return False
    opened = walk.text.rfind("(", 0, begin)
    if opened >= 0 and ")" not in walk.text[opened:begin]:
        return ")" not in walk.text[begin : phrase.start]
    return phrase.kind == "schools"
