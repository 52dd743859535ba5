"""What the rows of a plan are usually like."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.columns.headings import Role
from ingest.columns.lines import Line, own_text, shown_text
from ingest.numbers import clean_number, number_order, split_number

FILLED = 0.8  # a column that at least this share of the numbered rows fill is one that every measure has
SOME = 0.2  # a share of the measures that makes a habit
MOST = 0.6


@dataclass(frozen=True, slots=True)
class Habits:
    """`usual` are texts of further columns that stand in several rows: «приказ», «справка»."""

    numbered: bool
    all_numbered: bool  # but for what may be a row's rest
    depth: int | None  # parts of the usual number: 3 for «1.1.2»
    inside: bool  # numbers stand in the measure cells: «2. Провести…»
    always: frozenset[Role]  # columns that every measure fills
    small_letters: bool  # measures may begin with a small letter
    semicolons: bool  # measures may end with a semicolon
    usual: frozenset[str]


def find_habits(lines: Sequence[Line]) -> Habits:
    """The habits of a plan, from its rows that have a number (from all, where none has)."""
    numbered = [line for line in lines if own_text(line, "number")]
    usual = numbered or list(lines)
    measures = [own_text(line, "measure") for line in usual]
    roles: tuple[Role, ...] = ("deadline", "responsible")
    share = {role: _share([shown_text(line, role) != "" for line in usual]) for role in roles}
    inside = _share([split_number(text)[0] is not None for text in measures])
    semicolons = sum(text.endswith(";") for text in measures)  # one is perhaps the one that is cut
    return Habits(
        numbered=len(numbered) * 2 > len(lines),
        all_numbered=len(numbered) >= FILLED * len(lines),
        depth=_usual_depth(numbered),
        inside=not numbered and inside >= MOST,
        always=frozenset(role for role in roles if share[role] >= FILLED),
        small_letters=_share([begins_small(text) for text in measures]) > SOME,
        semicolons=semicolons > max(1, SOME * len(usual)),
        usual=_usual_texts(lines),
    )


def _usual_depth(numbered: Sequence[Line]) -> int | None:
    orders = (number_order(clean_number(own_text(line, "number"))) for line in numbered)
    depths = Counter(len(order) for order in orders if order)
    return depths.most_common(1)[0][0] if depths else None


def _usual_texts(lines: Sequence[Line]) -> frozenset[str]:
    further = (entry for line in lines for entry in line.entries if entry.column.role == "extra" and entry.own)
    counts = Counter(entry.text for entry in further if entry.text)
    return frozenset(text for text, count in counts.items() if count > 1)


def begins_small(text: str) -> bool:
    """True when the first letter is a small one (quotes and dashes before it are passed over)."""
    first = next((char for char in text if char.isalnum()), "")
    return first.islower()


def _share(facts: Sequence[bool]) -> float:
    return sum(facts) / len(facts) if facts else 0.0
