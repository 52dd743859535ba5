"""A phrase of a responsible cell: units that say one thing, and of what kind it is."""

import itertools
from dataclasses import dataclass, field
from typing import Literal

from normalize.fold import fold
from normalize.parties.units import Target, Unit
from normalize.titles.heads import Head, find_head
from normalize.titles.roles import AREAS

PhraseKind = Literal["person", "title", "schools", "organization", "area", "unknown"]
TOGETHER = "с"  # the joint of «совместно с»
LED = "во главе"  # the joint of «под руководством»


@dataclass(slots=True)
class Phrase:
    """Units that say one thing. `joint` is what stands before it: "" (nothing), "," ";" "." "\\n" "-" "и"."""

    joint: str
    units: list[Unit] = field(default_factory=list)
    is_on_new_line: bool = False
    case: str = ""  # in which the link before it puts it: "gent" behind «при участии»
    is_mended: bool = False  # its words are in the nominative, though printed in another case

    @property
    def start(self) -> int:
        return self.units[0].start

    @property
    def end(self) -> int:
        return self.units[-1].end

    @property
    def words(self) -> list[Unit]:
        """The words before the first organization or school."""
        before: list[Unit] = []
        for unit in self.units:
            if unit.kind in ("organization", "schools"):
                break
            if unit.kind in ("word", "and"):
                before.append(unit)
        return before

    @property
    def head(self) -> Head | None:
        return find_head([unit.text for unit in self.words])

    @property
    def targets(self) -> tuple[Target, ...]:
        """Schools and organizations that the phrase belongs to; sources («из числа специалистов …») are none."""
        if lists_sources(self):
            return ()
        return tuple(target for unit in self.units for target in unit.targets)

    @property
    def kind(self) -> PhraseKind:
        if self.units[0].kind == "person":
            return "person"
        kinds = {unit.kind for unit in self.units} - {"bracket", "separator"}
        if kinds <= {"schools"}:
            return "schools"
        if kinds == {"organization"}:
            return "organization"
        if kinds == {"word"} and self._is_area:
            return "area"
        return "title" if self.head is not None else "unknown"

    @property
    def _is_area(self) -> bool:
        """«ВР» of «по УВР, ВР», «по ВР» of «по УВР, по ВР»."""
        words = [fold(unit.text) for unit in self.units if unit.kind == "word"]
        words = words[len(words) > 1 and words[0] == "по" :]
        return all(word in AREAS for word in words)


@dataclass(frozen=True, slots=True)
class InOrder:
    """Indices of phrases: as many posts as names, «Директор и завуч Вязов А.К., Лосева М.П.»."""

    titles: range
    names: range


def lists_sources(current: Phrase) -> bool:
    """True for «группа из числа специалистов …»: what follows are its sources, not parties of their own."""
    words = [unit.text.lower() for unit in current.units if unit.kind == "word"]
    return any(first == "из" and second == "числа" for first, second in itertools.pairwise(words))
