"""What a rule about doubts is given, and what it answers."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from normalize.deadlines.read import Reading as DeadlineReading
from normalize.model import Candidate
from normalize.parties.drafts import CellDoubt, Draft
from normalize.posts import Seen


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A measure after its cells were read and its names resolved; `drafts` are those of the responsible column."""

    position: int
    section: str | None
    plan: int
    number: str | None
    measure: str
    deadline_text: str
    responsible: str
    deadlines: DeadlineReading
    drafts: tuple[Draft, ...]
    in_measure: tuple[Draft, ...]
    cell_doubts: tuple[CellDoubt, ...]
    explains: frozenset[str]  # folded letters and words whose meaning the order's text says
    held: Mapping[str, frozenset[str]] = field(
        hash=False
    )  # person key → titles that earlier orders give, of everybody in the order
    seen: Mapping[str, tuple[Seen, ...]] = field(hash=False)  # … → where earlier orders show them
    means: Mapping[str, str] = field(hash=False)  # person key as printed → the one that it means

    @property
    def label(self) -> str:
        """«34», or what stands for a number."""
        return self.number or f"без номера, {self.position}-е по порядку"


@dataclass(frozen=True, slots=True)
class OrderDoubt:
    """A doubt of the order; `touched` are (position, draft) pairs, `positions` the measures without a draft."""

    key: str
    kind: str
    text: str
    surface: str
    positions: tuple[int, ...]
    touched: tuple[tuple[int, Draft], ...] = ()
    candidates: tuple[Candidate, ...] = ()


DoubtRule = Callable[[tuple[ReadRow, ...]], Iterator[OrderDoubt]]


def choices(*labels: str) -> tuple[Candidate, ...]:
    return tuple(Candidate(label, label) for label in labels)


def positions_of(touched: Iterable[tuple[int, Draft]]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(position for position, _ in touched))


def roles_of(rows: tuple[ReadRow, ...]) -> Iterator[tuple[int, Draft, str]]:
    """Position, party and role of every party that has one."""
    for row in rows:
        for draft in row.drafts:
            if draft.role:
                yield row.position, draft, draft.role
