"""Whether an «и» under a narrow column's word is its ending («руководителям⏎и» = «руководителями») or a conjunction.

Both are words: what stands around them tells which case it is.
"""

import re

_DATIVE = re.compile(r"(?i)[а-яё]+[аяиы]м$")
_WITH = frozenset(("с", "со", "между", "над", "под", "перед"))  # «совещание с руководителями»
_TO = frozenset(("к", "ко", "по"))  # «по вопросам и предложениям»
_AGREEING = re.compile(r"(?i)[аяиы]ми,?$")  # «школами, показавшими», «молодыми учителями»
_NEAR = 3  # words before: a preposition, and adjectives after it
_NO_CONJUNCTION = re.compile(r"и(?:[,.;:)»]|\s+и\b)")  # «учебникам⏎и и учебными»
_TAKES_I = re.compile(r"(?i)[а-яё]+[гкхжчшщ]")  # other consonants have «ы»
_NO_PLACE_FOR_AND = re.compile(r"и\s+(?:с|со|в|во|для|по|к|ко|о|об|на|и)(?!\w)")


def is_instrumental(above: str, following: str) -> bool | None:
    """Whether the word at the end of `above` goes on with the «и» at the beginning of `following`.

    None = not sure; False as well where the word is of no such form.
    """
    *before, word = above.split() or [""]
    if _DATIVE.search(word) is None:
        return False
    if _NO_CONJUNCTION.match(following):
        return True
    near = [each.lower() for each in before[-_NEAR:]]
    governing = next((each for each in reversed(near) if each in _WITH | _TO), None)
    if governing is not None:
        return governing in _WITH
    return True if near and _AGREEING.search(near[-1]) else None


def is_plural(above: str, following: str) -> bool:
    """Whether the one word above takes the «и» as its ending: «Инструктаж⏎и с работниками», «Педагог⏎и и психологи».

    A conjunction has no preposition after it where none stands before.
    """
    return _TAKES_I.fullmatch(above) is not None and _NO_PLACE_FOR_AND.match(following) is not None
