"""Places beside names that say where each is responsible: «Координаторы: г. Лесной – Вязова А.К., …»; no parties."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.expressions import expression
from normalize.parties.phrase import Phrase
from normalize.people.surname_looks import is_town_before
from normalize.settlements import BARE_DISTRICT, DISTRICT_OF_KIND, MUNICIPALITY, PLACE


def without_places(phrases: Sequence[Phrase], text: str) -> list[Phrase]:
    """The phrases but for towns and districts before a name's dash or bracket, or in a bracket behind a name.

    «г. Лесной – Вязова А.К.», «Лесной район (Вязова А.К.)», «Вязова А.К. (г. Лесной)»; alone a territory is a party.
    """
    kept: list[Phrase] = []
    before: Phrase | None = None  # a place before the name at hand
    for at, phrase in enumerate(phrases):
        following = phrases[at + 1] if at + 1 < len(phrases) else None
        if before is None and phrase.kind == "unknown":
            if following is not None and _leads_to_name(text[phrase.start : phrase.end], following):
                before = phrase
                continue
            if _is_in_bracket_behind_name(kept, phrase, text):
                continue
        if before is None:
            kept.append(phrase)
        else:
            kept.append(replace(phrase, joint=before.joint, is_on_new_line=before.is_on_new_line))
            before = None
    return kept


def _leads_to_name(printed: str, following: Phrase) -> bool:
    """«г. Лесной – Вязова А.К.», «ГО Речной (Вязова А.К.)»; «Рыбинск – Вязова А.К.», a town and nothing else."""
    person = following.units[0].person
    if person is None or following.joint not in ("-", "("):
        return False
    return _PLACE.fullmatch(printed) is not None or is_town_before(printed, person.surname)


def _is_in_bracket_behind_name(kept: Sequence[Phrase], phrase: Phrase, text: str) -> bool:
    behind = bool(kept) and kept[-1].kind == "person" and phrase.joint == "("
    if not behind or text[kept[-1].end : phrase.start].strip() != "(":
        return False
    return text[phrase.end :].lstrip().startswith(")") and _PLACE.fullmatch(text, phrase.start, phrase.end) is not None


_LETTERS = r"МР|МО|ГО|м\.\s?[ро]\.|г\.\s?о\.?"
_PLACE = expression(
    rf"{PLACE}|{MUNICIPALITY}|{BARE_DISTRICT}|{DISTRICT_OF_KIND}|[А-ЯЁ][\w-]+(?:ий|ый|ой)\s+(?:{_LETTERS})"
)
