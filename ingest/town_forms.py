"""All towns of Russia in every case: «Ельца» -> «Елец», «Набережных Челнах» -> «Набережные Челны». See town_names.toml.

The forms are made by grammar from the nominative and looked up. More are made than there are («Елеца» beside «Ельца»):
what nobody prints does no harm, unless it is another town's name too (tested).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import product

from ingest.expressions import expression
from ingest.vocabulary import load_entries

ADJECTIVE = expression(r"(?P<stem>.+)(?P<end>[ыи]й|ой|ое|ее|ая|яя|ые|ие)")
NO_ADJECTIVE = frozenset({"Уренгой", "Курчалой"})
OF_ADJECTIVE = {
    "f": ("ой", "ей", "ую", "юю", "ою"),
    "p": ("ых", "их", "ым", "им", "ыми", "ими"),
    "m": ("ого", "его", "ому", "ему", "ым", "им", "ом", "ем"),
}
GENDERS = {"ая": "f", "яя": "f", "ые": "p", "ие": "p"}  # of the nominative's ending; all others are declined alike
OF_NOUN = {
    "а": ("ы", "и", "е", "у", "ой", "ей"),
    "я": ("и", "е", "ю", "ей"),
    "о": ("а", "у", "ом", "е"),
    "е": ("я", "а", "ю", "у", "ем"),
    "ь": ("я", "и", "ю", "ем", "ём", "ью", "е"),
    "й": ("я", "ю", "ем", "е"),
    "ы": ("", "ов", "ев", "ам", "ах", "ами"),
    "и": ("", "ь", "й", "ов", "ев", "ей", "ам", "ям", "ах", "ях", "ами", "ями"),
}  # behind the last letter of the nominative, which goes
OF_CONSONANT = ("а", "у", "ом", "ем", "е", "ым")  # «Ржевом», «Кунгуром», «Углича»; «под Саратовым» is a common slip
FLEETING = expression(
    r"(?P<before>.*[бвгджзклмнпрстфхцчшщ])[оеё](?P<end>[кцлн]ь?)"
)  # «Торжок», «Елец», «Орёл», «Камень»
BARE = expression(r"(?P<before>.*[бвгджзйклмнпрстфхцчшщ])(?P<last>[клнц])[ыи]")  # «Химок», «Валуек», «Люберец»


def towns_of(printed: str) -> tuple[str, ...]:
    """The towns that a printed name may be, in any case; () for what is no town of Russia.

    A nominative comes first: «Печоры» is itself, or of Печора.
    """
    nominative, oblique = _towns()
    known = _plain(printed)
    return tuple(dict.fromkeys((*nominative.get(known, ()), *oblique.get(known, ()))))


def is_nominative(printed: str) -> bool:
    """Whether a town of Russia is so called."""
    return _plain(printed) in _towns()[0]


@cache
def town_names() -> tuple[str, ...]:
    """All towns, as the vocabulary lists them."""
    entries = (*load_entries("town_names", "town"), *load_entries("town_names", "other"))
    return tuple(word for entry in entries for word in entry["words"])


@cache
def _towns() -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
    """Towns by their nominative and by every other form of it."""
    nominative = {_plain(name): (name,) for name in town_names()}
    oblique: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for name in town_names():
        for form in dict.fromkeys(map(_plain, oblique_forms(name))):
            oblique[form] += (name,)
    return nominative, oblique


def _plain(name: str) -> str:
    return name.lower().replace("ё", "е")


def oblique_forms(town: str) -> Iterator[str]:
    """«Каменск-Уральский» -> «Каменска-Уральского», «Каменск-Уральского», …; «Сосновый Бор» -> «Сосновом Бору», …"""
    first, blank, last = town.rpartition(" ")
    if blank:
        yield from (f"{one} {other}" for one, other in product(_of_word(first), _of_part(last)))
        return
    first, place, last = town.partition("-на-")
    if place:
        yield from (f"{one}-на-{last}" for one in _of_word(first))
        return
    yield from _of_part(town)


def _of_part(name: str) -> Iterator[str]:
    """A name of one word or of two with a hyphen; the first of them is declined before an adjective."""
    first, hyphen, last = name.rpartition("-")
    lasts = tuple(_of_word(last))
    firsts = (first, *_of_word(first)) if hyphen and _is_adjective(last) else (first,)
    yield from (f"{one}{hyphen}{other}" for one, other in product(firsts, lasts))


def _is_adjective(word: str) -> bool:
    return word not in NO_ADJECTIVE and ADJECTIVE.fullmatch(word) is not None


def _of_word(word: str) -> Iterable[str]:
    adjective = ADJECTIVE.fullmatch(word) if word not in NO_ADJECTIVE else None
    if adjective:
        return [adjective["stem"] + end for end in OF_ADJECTIVE[GENDERS.get(adjective["end"], "m")]]
    stem, last = (word[:-1], word[-1]) if word[-1] in OF_NOUN else (word, "")
    stems = [stem]
    if last in ("", "ь") and (fleeting := FLEETING.fullmatch(word)):
        before, end = fleeting["before"], fleeting["end"].rstrip("ь")
        stems += [before + end, f"{before}ь{end}"]  # «Торжка», «Ельца»
    forms = [one + end for one in stems for end in (OF_NOUN[last] if last else OF_CONSONANT)]
    if bare := BARE.fullmatch(word):
        before = bare["before"].removesuffix("й").removesuffix("ь")
        forms += [f"{before}{vowel}{bare['last']}" for vowel in "ое"]
    return forms
