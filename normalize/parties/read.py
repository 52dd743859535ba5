"""A responsible cell → draft parties with spans, by the reading rules of CONTRACT.md §2.

`read_cell` is the whole of it: lex, split into phrases, then an ordered list of small rules (`rules`) walks
over the phrases. Nothing here looks outside the cell but for the acronyms that the document proves.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from normalize.parties.bodies_of_directors import share_directors
from normalize.parties.broken_words import as_printed, mend_words
from normalize.parties.dittos import is_ditto
from normalize.parties.drafts import CellReading, Draft
from normalize.parties.further_areas import join_areas
from normalize.parties.group_offices import with_offices
from normalize.parties.heads_before_deputies import place_heads
from normalize.parties.hosts import bracket_hosts
from normalize.parties.letters_apart import spellings_in
from normalize.parties.letters_of_schools import ask_letters_of_schools
from normalize.parties.lexer import lex
from normalize.parties.named_places import lists_of_places
from normalize.parties.names_without_surname import ask_names_without_surname
from normalize.parties.numbers_behind import place_by_bare_numbers
from normalize.parties.numbers_left import ask_numbers_left
from normalize.parties.open_ends import ask_open_ends
from normalize.parties.paired_titles import pair_titles
from normalize.parties.phrase import Phrase
from normalize.parties.phrases import split_phrases
from normalize.parties.places_of_names import without_places
from normalize.parties.rows_of_bodies import share_tails
from normalize.parties.rows_of_institutions import share_institutions
from normalize.parties.rows_of_posts import share_schools
from normalize.parties.rules import RULES
from normalize.parties.shared_nouns import share_nouns
from normalize.parties.slashes import with_brackets
from normalize.parties.subject_lists import join_subjects
from normalize.parties.titles import (
    are_all_plural,
    count_titled_names,
    owns_school_before,
    owns_title_before,
    with_areas,
)
from normalize.parties.titles_behind_places import share_titles_behind_places
from normalize.parties.titles_in_brackets import share_bracketed_titles
from normalize.parties.titles_in_order import titles_in_order
from normalize.parties.titles_of_several import shares_title_before
from normalize.parties.units import Target
from normalize.parties.walk import Walk, close


def read_cell(text: str, acronyms: Mapping[str, Target] | None = None) -> CellReading:
    """The parties of a responsible cell in order of appearance, and what is not sure."""
    words = spellings_in(text)
    return _read_cell(
        text,
        tuple(
            (spelling, target) for spelling, target in (acronyms or {}).items() if words.issuperset(spelling.split(" "))
        ),
    )


@lru_cache(maxsize=8192)  # cells repeat within an order, and every decision reads its order again
def _read_cell(text: str, acronyms: tuple[tuple[str, Target], ...]) -> CellReading:
    if is_ditto(text):
        return CellReading((), ())
    whole, places = mend_words(text)
    walk = Walk(with_brackets(whole))
    for _ in walk_phrases(walk, acronyms):
        pass
    reading = CellReading(tuple(walk.drafts), tuple(walk.doubts))
    return reading if whole == text else as_printed(reading, places)


def trace_cell(text: str, acronyms: Mapping[str, Target] | None = None) -> Iterator[tuple[str, str, tuple[Draft, ...]]]:
    """Each phrase of a cell as printed, the rule that read it, and all parties as they stand after it."""
    walk = Walk(with_brackets(mend_words(text)[0]))
    for phrase, rule in walk_phrases(walk, tuple((acronyms or {}).items())):
        yield walk.text[phrase.start : phrase.end], rule, tuple(walk.drafts)


def walk_phrases(walk: Walk, acronyms: tuple[tuple[str, Target], ...]) -> Iterator[tuple[Phrase, str]]:
    """Reads the cell of `walk` phrase by phrase; the first rule that knows a phrase consumes it."""
    phrases = join_subjects(split_phrases(bracket_hosts(lex(walk.text, dict(acronyms)))), walk.text)
    phrases = without_places(join_areas(phrases, walk.text), walk.text)
    for phrase in phrases:
        ask_numbers_left(walk, phrase)
    ask_open_ends(walk, phrases)
    walk.phrases = phrases
    walk.ahead = with_areas(phrases, owns_title_before)
    walk.hosts = owns_school_before(phrases)
    walk.in_order = titles_in_order(phrases)
    walk.shares = shares_title_before(phrases, walk.ahead, walk.text)
    walk.placed = lists_of_places(phrases)
    walk.all_plural = are_all_plural(phrases)
    walk.titled_names = count_titled_names(phrases, walk.ahead)
    for index, phrase in enumerate(phrases):
        walk.index = index
        following = phrases[index + 1] if index + 1 < len(phrases) else None
        titled, governing = walk.titled, walk.governing
        for rule in RULES:
            if rule(walk, phrase, following):
                yield phrase, rule.__name__
                break
        if walk.titled is titled and not _says_of_a_name(walk, phrase):
            walk.titled = None
        if walk.governing is governing and not _says_of_a_name(walk, phrase):
            walk.governing = None
    close(walk)
    pair_titles(walk)
    place_heads(walk)
    place_by_bare_numbers(walk)
    share_schools(walk)
    share_institutions(walk)
    share_tails(walk)
    share_nouns(walk)
    share_bracketed_titles(walk)
    share_titles_behind_places(walk)
    share_directors(walk)
    ask_names_without_surname(walk)
    ask_letters_of_schools(walk)
    walk.drafts = with_offices(walk.text, walk.drafts)


def _says_of_a_name(walk: Walk, phrase: Phrase) -> bool:
    """Whether the phrase is a name of a list, or something about one: its school, its bracket, a title of its own."""
    return phrase.kind == "person" or (bool(walk.drafts) and walk.drafts[-1].kind == "person" and walk.pending is None)
