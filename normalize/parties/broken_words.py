"""Words of a cell that a line end broke behind a hyphen: «классные руково-⏎дители», «учитель физ-⏎культуры»."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.expressions import expression
from normalize.morphology import adjective_cases, is_word
from normalize.parties.drafts import CellReading, Draft
from normalize.parties.units import Target

_BROKEN = expression(r"(?<![\w-])(?P<first>[А-ЯЁа-яё][а-яё]+)(?P<gap>-[^\S\n]*\n[^\S\n]*)(?P<second>[а-яё]+)(?![\w-])")


def mend_words(text: str) -> tuple[str, Sequence[int]]:
    """The text with such words whole where the dictionary has them, and of each place in it, the end included, the
    place in the printed text. Not «педагог-⏎психолог», whose hyphen is its own."""
    kept: list[int] = []
    at = 0
    for match in _BROKEN.finditer(text) if "-" in text and "\n" in text else ():
        if is_word(f"{match['first']}{match['second']}".lower()):
            kept += range(at, match.start("gap"))
            at = match.end("gap")
        elif match["first"].endswith("о") and adjective_cases(match["second"]):
            kept += range(at, match.start("gap") + 1)  # «социально-⏎психологическая»
            at = match.end("gap")
    kept += range(at, len(text))
    return "".join(text[place] for place in kept), (*kept, len(text))


def as_printed(reading: CellReading, places: Sequence[int]) -> CellReading:
    """A reading of the mended text with its spans in the printed one."""
    drafts = tuple(_draft_as_printed(draft, places) for draft in reading.drafts)
    doubts = (replace(one, start=places[one.start], end=_end(one.end, places)) for one in reading.doubts)
    return CellReading(drafts, tuple(doubts))


def _end(end: int, places: Sequence[int]) -> int:
    return places[end - 1] + 1 if end else 0


def _draft_as_printed(draft: Draft, places: Sequence[int]) -> Draft:
    return replace(
        draft,
        start=places[draft.start],
        end=_end(draft.end, places),
        target=draft.target and _target_as_printed(draft.target, places),
        other_roles=tuple((role, place and _target_as_printed(place, places)) for role, place in draft.other_roles),
        person=draft.person
        and replace(draft.person, start=places[draft.person.start], end=_end(draft.person.end, places)),
    )


def _target_as_printed(target: Target, places: Sequence[int]) -> Target:
    return replace(target, start=places[target.start], end=_end(target.end, places))
