"""Files that are one order together: its text in one, its plan in another beside it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection

from ingest.annex import lend_head, plans_of
from ingest.model import RawOrder
from pipeline.report import Reading, Refusal
from store.sources import read_file

MANY = 8  # files: a folder of more is no order in parts


@dataclass(frozen=True, slots=True)
class Lent:
    """A plan without a number, with the head of the order's text that lies beside it."""

    order: RawOrder
    own: RawOrder  # as its own file prints it


@dataclass(frozen=True, slots=True)
class TextOf:
    """The text of the order whose plan is in the file `plan`."""

    plan: Path
    refusal: Refusal  # what is said of the text where the plan was not loaded under its number


Result = RawOrder | Refusal | Lent | TextOf


def join_parts(readings: Iterable[Reading], files: Sequence[Path]) -> Iterator[tuple[Path, Result, float]]:
    """The readings, those of a folder with few files looked at together: a text comes right after its plan."""
    counts = Counter(path.parent for path in files)
    waiting: dict[Path, list[Reading]] = defaultdict(list)
    for reading in readings:
        folder = reading[0].parent
        if not 1 < counts[folder] <= MANY:
            yield reading
            continue
        waiting[folder].append(reading)
        if len(waiting[folder]) == counts[folder]:
            yield from _joined(waiting.pop(folder))
    for rest in waiting.values():
        yield from _joined(rest)


def settle_head(connection: Connection, result: RawOrder | Lent) -> RawOrder:
    """The plan under the number, date and issuer that it was loaded with before, whatever newer rules read in it.

    They make its id: else a file imported again by a newer version would stand in the database twice.
    """
    raw = result.order if isinstance(result, Lent) else result
    held = read_file(connection, raw.sha256)
    if held is None:
        return raw
    kept = {name: getattr(held.head, name) for name in ("number", "date", "issuer")}
    return replace(raw, head=replace(raw.head, **kept))


def _joined(readings: list[Reading]) -> Iterator[tuple[Path, Result, float]]:
    plans = {path: result for path, result, _ in readings if isinstance(result, RawOrder)}
    texts = {path: result for path, result, _ in readings if isinstance(result, Refusal) and result.order_text}
    owners = {path: owner for path, text in texts.items() if (owner := _named(text, plans)) is not None}
    alone = [path for path in texts if path not in owners]
    bare = [path for path, plan in plans.items() if plan.head.number is None]
    lent: dict[Path, Lent] = {}
    if len(alone) == len(bare) == 1 and (order_text := texts[alone[0]].order_text) is not None:
        whole = lend_head(order_text, plans[bare[0]])
        if whole is not None:
            lent[bare[0]] = Lent(whole, plans[bare[0]])
            owners[alone[0]] = bare[0]
    for path, result, seconds in readings:
        if path in owners:
            continue
        yield path, lent.get(path, result), seconds
        for text, refusal, spent in readings:
            if owners.get(text) == path and isinstance(refusal, Refusal):
                yield text, TextOf(path, refusal), spent


def _named(refusal: Refusal, plans: dict[Path, RawOrder]) -> Path | None:
    named = plans_of(refusal.order_text, tuple(plans.values())) if refusal.order_text is not None else ()
    return next((path for path, plan in plans.items() if plan in named), None)
