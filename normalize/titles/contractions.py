"""Words of a title that a typist drew together: «рук-лей», «англ-го», «уч.-восп.», «пед. – организатор»."""

import re
from functools import cache

from ingest.expressions import expression, longest_first
from normalize.fold import fold
from normalize.morphology import inflections, is_word
from normalize.titles.heads import ABBREVIATIONS
from normalize.titles.inside import INSIDE_FORMS
from normalize.titles.subjects import in_genitive
from normalize.vocabulary import forms_of

_POST = expression(
    r"(?<![\w-])пед\.?\s*[–-]?\s*(?=(?:организатор|психолог|логопед|дефектолог|библиотекар)(?P<many>[ыи])?ь?(?![а-яё]))",
    re.IGNORECASE,
)
_PARTED = expression(r"(?<![\w-])(?P<short>соц|ст|мл|гл|вед)\.(?:\s+[–-]\s*|\s*[–-]\s+)(?=[а-яё]{4})", re.IGNORECASE)
_DRAWN = expression(r"(?<![а-яё.])(?P<first>[а-яё]{2,6})-(?P<last>[а-яё]{1,3})(?![\w-])", re.IGNORECASE)


def write_out_contractions(text: str) -> str:
    """The text with such words written out where one word of the vocabulary fits."""
    if "-" not in text and "." not in text:
        return text
    text = _POST.sub(lambda match: _like(match.group(), "педагоги-" if match["many"] else "педагог-"), text)
    text = _first_halves().sub(lambda match: _like(match["first"], _HALVES[fold(match["first"])] + "-"), text)
    text = _PARTED.sub(lambda match: f"{match['short']}. ", text)
    return _DRAWN.sub(_whole, text)


def _like(printed: str, word: str) -> str:
    return word.capitalize() if printed[0].isupper() else word


def _half(adjective: str) -> str:
    """«учебный» → «учебно», «хозяйственный» → «хозяйственно»."""
    return re.sub(r"[ыио]й$", "о", adjective)


# «уч.-восп.» is «учебно-восп.»: the first half of a compound adjective
_HALVES = {
    fold(form): _half(value)
    for form, value in forms_of("roles", "inside").items()
    if value.endswith("ный") and value != "начальный"  # «нач.» is a head
}
_HALVES |= {fold(form): value for form, value in forms_of("roles", "half").items()}


@cache
def _first_halves() -> re.Pattern[str]:
    forms = "|".join(longest_first(map(re.escape, _HALVES)))
    second = "|".join(longest_first(re.escape(form) for form in INSIDE_FORMS))
    whole = r"[а-яё]+(?:ой|ому|ого|ую|ая|ый|ым|ых)(?![\w-])"
    return expression(rf"(?<![\w-])(?P<first>{forms})\.?\s?-\s?(?={second}|{whole})", re.IGNORECASE)


def _whole(match: re.Match[str]) -> str:
    """«рук-лей» → «руководителей»; as printed where it is a word, a known form, or no one word fits."""
    first, last = match["first"].lower().replace("ё", "е"), match["last"].lower()
    if fold(match.group()) in _known() or is_word(match.group().lower()):
        return match.group()
    found = {form for form in _forms().get(first[:2], ()) if _fits(form, first, last)}
    if _OF_EDUCATORS.search(match.string[: match.start()]):
        found -= _forms_of_subjects()  # «воспитатели общ-я» are of a hostel
    if len(found) != 1:
        return match.group()
    (form,) = found
    return _like(match["first"], form)


def _fits(form: str, first: str, last: str) -> bool:
    return form.startswith(first) and form.endswith(last) and len(form) > len(first) + len(last) + 1


@cache
def _known() -> frozenset[str]:
    """Contractions that the vocabulary has as they are: «кл. рук-ль», «адм-ция»."""
    return frozenset(word for form in ABBREVIATIONS for word in (form, *form.split(" ")))


_OF_EDUCATORS = expression(r"(?<![а-яё])(?:восп|коменд|вахт)", re.IGNORECASE)


@cache
def _forms_of_subjects() -> frozenset[str]:
    words = {word for subject in in_genitive() for word in subject.split(" ")} - {*forms_of("roles", "drawn")}
    return frozenset(form.replace("ё", "е") for word in words for form in inflections(word))


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    """The forms of posts, of subjects and of languages, by their first two letters."""
    words = {*forms_of("roles", "drawn")} | {word for subject in in_genitive() for word in subject.split(" ")}
    forms: dict[str, set[str]] = {}
    for word in words:
        for form in inflections(word):
            forms.setdefault(form[:2], set()).add(form.replace("ё", "е"))
    return {start: tuple(sorted(found)) for start, found in forms.items()}
