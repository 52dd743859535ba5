"""Which rule read which part of a cell, and why: what `prikaz explain` prints."""

from collections.abc import Mapping
from dataclasses import dataclass

from ingest.model import RawOrder
from normalize.calendar_year import PlanYear
from normalize.cells import acronyms_of
from normalize.deadlines.read import parse_deadlines
from normalize.deadlines.rules import RULES as DEADLINE_RULES
from normalize.model import Knowledge
from normalize.parties.drafts import Draft
from normalize.parties.lexer import lex
from normalize.parties.read import read_cell, trace_cell
from normalize.parties.rules import RULES as PARTY_RULES
from normalize.parties.units import Target
from normalize.plan_year import plan_year


@dataclass(frozen=True, slots=True)
class Step:
    """A part of the text, the rule that read it, what the rule is for, and what came out."""

    text: str
    rule: str
    reason: str
    result: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """`kind` is "deadline" or "responsible"; `units` are the words, names and separators it was cut into."""

    kind: str
    units: tuple[tuple[str, str], ...]
    steps: tuple[Step, ...]
    doubts: tuple[str, ...]


def explain_in_order(text: str, raw: RawOrder, known: Knowledge) -> Explanation:
    """How a cell of this order is read: in its year, with the letters that it proves or that are known."""
    return explain_text(text, plan_year(raw)[0], acronyms_of(raw, known))


def explain_text(text: str, year: PlanYear, acronyms: Mapping[str, Target] | None = None) -> Explanation:
    """How a cell is read: as a deadline where the deadline rules read all of it, else as a responsible cell.

    `acronyms`: folded letters that an order explains («цдо»), as in `lexer.lex`.
    """
    reading = parse_deadlines(text, year)
    if reading.deadlines and not any(draft.score > 0.5 for draft in read_cell(text).drafts):
        return _explain_deadline(text, year)
    return _explain_responsible(text, acronyms or {})


def _explain_deadline(text: str, year: PlanYear) -> Explanation:
    reading = parse_deadlines(text, year)
    reasons = {rule.__name__: _first_line(rule.__doc__) for rule, _ in DEADLINE_RULES}
    steps = tuple(
        Step(
            deadline.text,
            rule,
            reasons.get(rule, ""),
            f"{deadline.kind} {deadline.starts_on or '…'} – {deadline.ends_on or '…'} {deadline.rrule or ''}".strip(),
        )
        for deadline, rule in zip(reading.deadlines, reading.rules, strict=True)
    )
    return Explanation("deadline", (), steps, tuple(doubt.text for doubt in reading.doubts))


def _explain_responsible(text: str, acronyms: Mapping[str, Target]) -> Explanation:
    units = tuple((unit.kind, text[unit.start : unit.end]) for unit in lex(text, acronyms))
    reasons = {rule.__name__: _first_line(rule.__doc__) for rule in PARTY_RULES}
    steps: list[Step] = []
    before: tuple[Draft, ...] = ()
    for printed, rule, drafts in trace_cell(text, acronyms):
        changed = [draft for draft in drafts if draft not in before]
        steps.append(Step(printed, rule, reasons[rule], "; ".join(_shown(draft) for draft in changed) or "—"))
        before = drafts
    doubts = tuple(doubt.text for doubt in read_cell(text, acronyms).doubts)
    return Explanation("responsible", units, tuple(steps), doubts)


def _shown(draft: Draft) -> str:
    """«person Едигарева Н.В. | заместитель начальника | Управление образования»."""
    name = draft.person.name if draft.person is not None else ""
    place = draft.target.name if draft.target is not None else ""
    further = [role for role, _ in draft.other_roles]
    return " | ".join(part for part in (f"{draft.kind} {name}".strip(), draft.role or "", *further, place) if part)


def _first_line(docstring: str | None) -> str:
    return (docstring or "").strip().split("\n")[0]
