"""People and schools in a measure's own text (CONTRACT.md §2: nothing else is a party there)."""

from functools import lru_cache

from ingest.expressions import expression
from normalize.measures.lists import share_titles
from normalize.measures.names import mark_nominatives
from normalize.measures.places import with_schools_beside
from normalize.measures.titles import read_person
from normalize.parties.drafts import CellReading, Draft
from normalize.parties.letters_apart import spellings_in
from normalize.parties.lexer import lex
from normalize.parties.phrase_words import begins_exception
from normalize.parties.units import Target, Unit
from normalize.vocabulary import alternatives

# «к юбилею А.С. Пушкина», «Письмо Ю.А. Гагарину», «на приз Г.И. Вязова»,
# «посвящённый Герою Советского Союза И.П. Вязову»: no party
_HONOURED = expression(
    r"(?i)\b(?:юбиле|памят|творчеств|произведени|стих|сказк|рассказ|роман|геро|писател|поэт|композитор|космонавт|художник"
    r"|посвящ[её]нн)\w*(?:\s+[А-ЯЁа-яё]+){0,2}\s*$|\b(?:приз|кубок|кубка|рождения|смерти|подвигу?а?|письм[оа]|спектакл[ья]|пьес[аы]е?)(?:\s+[а-яё]+)?\s*$"
)


def read_measure(text: str, acronyms: dict[str, Target]) -> CellReading:
    """The people and schools that a measure's text names, left to right; no doubts arise here.

    A school's acronym counts where the order proves it («КУГ»).
    """
    words = spellings_in(text)
    printed = {spelling: target for spelling, target in acronyms.items() if words.issuperset(spelling.split(" "))}
    return _read_measure(text, tuple(printed.items()))


@lru_cache(maxsize=8192)
def _read_measure(text: str, acronyms: tuple[tuple[str, Target], ...]) -> CellReading:
    text = _without_ranks(text)
    units = lex(text, dict(acronyms))
    drafts: list[Draft] = []
    left_out = False
    for index, unit in enumerate(units):
        if unit.kind == "person" and unit.person is not None and not _HONOURED.search(text[: unit.start]):
            drafts.append(read_person(text, unit.person, units[:index], units[index + 1 :]))
        left_out = begins_exception(units, index) or (left_out and _still_left_out(unit))
        if unit.kind == "schools" and not left_out:
            drafts += [_read_school(unit, target) for target in unit.targets if target.kind == "school"]
    drafts = mark_nominatives(text, units, share_titles(text, units, drafts))
    return CellReading(tuple(with_schools_beside(text, units, drafts)), ())


_RANK = expression(
    rf"(?<![\w-])(?:(?:старш|младш)[а-яё]+\s+|(?:ст|мл)\.\s*)?(?:{alternatives('honours', 'rank')})[а-яё]{{0,3}}"
    rf"(?:\s+(?:{alternatives('honours', 'service')}|{alternatives('honours', 'service_short')}))?(?=\s+[А-ЯЁ])"
)


def _without_ranks(text: str) -> str:
    """Blanks in the place of a rank right before a name, so that spans hold: «инспектором ПДН майором Вязовой А.К.»."""
    return _RANK.sub(lambda rank: " " * len(rank[0]), text)


def _still_left_out(unit: Unit) -> bool:
    """«за исключением СОШ № 3 и лицея № 9»: schools, and what joins them."""
    return unit.kind in ("schools", "and") or unit.text.strip() == "," or unit.text == "исключением"


def _read_school(unit: Unit, target: Target) -> Draft:
    whole = (unit.start, unit.start + len(_without_event(unit.text)))
    span = whole if len(unit.targets) == 1 else (target.start, target.end)
    return Draft(*span, "school", None, None, target, "school in the measure", 1.0)


def _without_event(printed: str) -> str:
    """«Средней школе № 5» of «Семинар в Средней школе № 5 «Первые шаги»»: of one word only it is the school's name."""
    title = _EVENT.search(printed)
    if title is None or _QUOTE.search(printed, 0, title.start()) or (title["name"] and " " not in title["name"]):
        return printed
    return printed[: title.start()]


_EVENT = expression(r"(?<=\d)\s*(?:[«\"“„](?P<name>[^«»\"“”„]+)[»\"”“]|[\"“”])$")
_QUOTE = expression(r"[«»\"“”„]")
