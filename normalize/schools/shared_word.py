"""One «школ» for two types: «Средних №№ 2, 7 и Основных школ № 27», «средних (№ 2) и основных (№ 27) школ»."""

from ingest.expressions import expression
from normalize.schools.lists import LIST

SHARED = "\u2061"  # stands for the blank behind an adjective whose «школ» stands elsewhere
_TYPES = {"средн": "средняя", "основн": "основная", "начальн": "начальная"}
_ADJECTIVE = rf"(?:{'|'.join(_TYPES)})(?:яя|ая|ей|ой|юю|ую|ие|ые|их|ых|им|ым|ими|ыми)"
_NUMBERS = rf"\s*\(?\s*(?:№\s*)+(?:{LIST})\s*\)?"
_BARE = expression(rf"(?<![а-я-]){_ADJECTIVE}(?P<gap>\s)(?={_NUMBERS})")
_BEHIND = expression(_NUMBERS)
# what a bare adjective may go on behind, and lead to
_SCHOOLS = r"(?:школ[а-я]*|сош|оош|нош|лице[а-я]*|гимнази[а-я]*)"
_TYPED = expression(rf"(?<![а-я-]){_SCHOOLS}{_NUMBERS}")
_JOINT = expression(r"\s*(?:[,;]\s*(?:и\s+)?|и\s+|а\s+также\s+|)")
_NOUN = expression(rf"(?:{_ADJECTIVE}\s+)?(?:общеобр[а-я]*\.?\s+)?школ")
SHARED_TYPE = rf"(?P<shared>{_ADJECTIVE}{SHARED})"
# the word that they share, behind the last number
TAIL = expression(r"\s*школ(?:ы|ам|ами|ах)?(?![а-я-]|\s*(?:№|\d|[«\"]))")


def mark_shared(lower: str) -> str:
    """The text with `SHARED` behind each adjective that has numbers, and its «школ» before or behind them elsewhere."""
    ends = {match.end() for match in _TYPED.finditer(lower)}
    marked = list(lower)
    for bare in _BARE.finditer(lower):
        if _goes_on(lower, bare.start(), ends) or _leads_to_noun(lower, bare.end()):
            marked[bare.start("gap")] = SHARED
            ends.add(_numbers_end(lower, bare.end()))
    return "".join(marked)


def shared_type(printed: str) -> str:
    """«основных» → «основная»."""
    return next(type_ for stem, type_ in _TYPES.items() if printed.startswith(stem))


def _goes_on(lower: str, start: int, ends: set[int]) -> bool:
    """Whether schools with their word stand right before: «Средних школ №№ 2, 7 и Основных № 27»."""
    return any(end < start and _JOINT.fullmatch(lower, end, start) for end in ends)


def _numbers_end(lower: str, at: int) -> int:
    numbers = _BEHIND.match(lower, at)
    return numbers.end() if numbers is not None else at


def _leads_to_noun(lower: str, at: int) -> bool:
    """Whether «школ» stands behind the numbers at `at`, or behind those of further adjectives."""
    joint = _JOINT.match(lower, _numbers_end(lower, at))
    if joint is None:
        return False
    further = _BARE.match(lower, joint.end())
    return _NOUN.match(lower, joint.end()) is not None or (further is not None and _leads_to_noun(lower, further.end()))
