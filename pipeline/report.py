"""What an import says of each file: the record between the run, the summary, the log and `--json`."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from ingest.annex import OrderText
from ingest.errors import IngestError
from ingest.model import RawOrder
from store.model import Difference

Outcome = Literal["new", "unchanged", "same_order", "replaced", "order_text", "refused"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file was not loaded."""

    code: str  # stable, of the error's class
    message: str
    message_ru: str
    reason: str  # the message without what was found in this one file: what a summary groups by
    advice: str
    trace: str = ""  # of a fault in the program, for --debug
    order_text: OrderText | None = None  # of a file without a plan, which may be the text of another file's order


Reading = tuple[Path, RawOrder | Refusal, float]  # the file, what was read of it, seconds


def refusal_of(error: IngestError, trace: str = "") -> Refusal:
    """The refusal as a value: it crosses processes and goes into reports."""
    text = getattr(error, "order_text", None)
    return Refusal(
        error.code,
        error.message,
        error.message_ru,
        error.reason,
        error.advice,
        trace,
        text if isinstance(text, OrderText) else None,
    )


@dataclass(frozen=True, slots=True)
class Counts:
    """How much of each kind an order holds; people to groups are different ones, not mentions."""

    measures: int
    sections: int
    people: int
    schools: int
    organizations: int  # other than schools
    groups: int
    questions: int  # open


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file. Everything about the order is None where the file was refused."""

    file: str  # path as the user named it
    outcome: Outcome
    seconds: float  # from the start of reading to the end of loading
    sha256: str | None = None
    order_id: str | None = None
    order_number: str | None = None
    order_date: str | None = None
    counts: Counts | None = None
    differences: tuple[Difference, ...] = ()  # from what the database held
    questions: tuple[str, ...] = ()  # texts of the open ones
    refusal: Refusal | None = None


def to_json(report: FileReport) -> str:
    """One line of JSON for a program: the report, with the refusal as `error`."""
    record = asdict(report)
    refusal = record.pop("refusal")
    record["seconds"] = round(report.seconds, 3)
    record["error"] = None if refusal is None else {key: refusal[key] for key in ("code", "message", "message_ru")}
    return json.dumps(record, ensure_ascii=False)
