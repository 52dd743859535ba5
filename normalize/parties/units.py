"""What a responsible cell is cut into: people, schools, organizations, words, separators, brackets."""

from dataclasses import dataclass
from typing import Literal

from normalize.model import OrganizationKind
from normalize.people.spans import PersonName
from normalize.schools.numbered import SchoolList


@dataclass(frozen=True, slots=True)
class Target:
    """A school or organization that a unit points at. `key` is the spelling key, before any resolution."""

    key: str
    name: str
    kind: OrganizationKind
    start: int
    end: int  # exclusive: a school's own number in a list
    school_type: str | None = None
    school_number: str | None = None
    above_territory: bool = False
    status: str | None = None  # what the list says of its schools: «опорная»
    place: str | None = None  # the town or district that is printed with a school: «г. Реж»
    row: tuple[str, str] | None = None  # of a school that its town parts from others: whom a mention without one means
    printed: str = ""  # the spelling key as printed, where `key` is what it was resolved to
    letters: str = ""  # spelling key of letters that only other orders or the registry explain: as printed, too

    @property
    def spelling(self) -> str:
        """The spelling key as printed: what a question is about, whatever an answer makes of it."""
        return self.printed or self.key


UnitKind = Literal["person", "schools", "organization", "word", "separator", "and", "bracket"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a cell. `text` is as printed (of words: Latin look-alikes read as Cyrillic)."""

    kind: UnitKind
    start: int
    end: int  # exclusive
    text: str
    person: PersonName | None = None
    targets: tuple[Target, ...] = ()
    nominative: bool = False  # of organizations: the head stands in the nominative
    schools: SchoolList | None = None
    quoted: bool = False  # of words and separators: inside a quoted name, «Клуб «Молодой педагог»»
    classes: Literal["", "opens", "inside"] = ""  # where in a list of classes, «8 «А», 9 «Б» кл.», it stands
