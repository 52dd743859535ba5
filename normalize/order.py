"""RawOrder → Order: the public face of normalize. Pure: the same order and knowledge give the same result."""

from ingest.model import RawDoubt, RawOrder
from normalize.anchors import Anchors, bodies_of_letters, decides_on_mentions
from normalize.assemble import assemble
from normalize.cells import Cells, parted_cell, read_cells
from normalize.deadlines.outside import ask_if_outside
from normalize.deadlines.read import parse_deadlines
from normalize.fold import fingerprint, fold
from normalize.frame import Frame
from normalize.given_dates import dated, head_subject
from normalize.model import Field, Knowledge, Order
from normalize.names.concerned import concerned
from normalize.names.held_before import held_before
from normalize.names.resolution import Verdicts
from normalize.names.resolve import Names, Origin, names_printed, resolve_names
from normalize.names.seen_before import seen_before
from normalize.names.verdicts import Scope, verdicts_for
from normalize.parties.drafts import CellReading
from normalize.places import ask_territory, name_another, say_no_place
from normalize.plan_run import years_by_run
from normalize.plan_year import month_of_row, months_of_plans, order_identity, plan_year, years_of_plans
from normalize.questions.ask import find_doubts
from normalize.questions.bodies import ask_bodies
from normalize.questions.doubt import OrderDoubt, ReadRow
from normalize.questions.still_open import open_doubts
from normalize.questions.verdict_effects import decide_deadline
from normalize.questions.worded import read_worded, said_of, with_words
from normalize.section_terms import week_of_section
from normalize.title_dates import year_under

__all__ = [
    "RULES_VERSION",
    "dated",
    "mention_anchors",
    "normalize_order",
    "order_identity",
    "plan_year",
    "read_order_cells",
    "surnames_concerned",
]

HEAD = "order_head"  # kind of the question about what the head leaves out
TERRITORY = "order_territory"  # of that about the town in its head
# Raised with every change that can alter a result: an order imported under an older one is read anew.
RULES_VERSION = "10"


def normalize_order(raw: RawOrder, known: Knowledge, cells: Cells | None = None) -> Order:
    """The order's values with their spans, and the questions that only a person can settle.

    `cells`: as `read_order_cells` found them with the same knowledge, if it was asked before.
    """
    territory = known.territory or raw.head.territory or raw.head.issuer or raw.file
    identity, odd_date = order_identity(raw), next((one for one in raw.doubts if one.kind == HEAD), None)
    verdicts = _verdicts(raw, known)
    raw = dated(raw, known.decisions)
    year, school_year = plan_year(raw)
    cells = read_cells(raw, known, verdicts) if cells is None else cells
    origin = Origin(identity, raw.head.date, raw.head.number, raw.sha256, territory)
    worded = read_worded(verdicts, known)
    known = with_words(known, worded)
    names = resolve_names(cells, known, verdicts, origin)
    rows = _read_rows(raw, cells, names, verdicts, known, origin)
    doubts = [
        *find_doubts(rows),
        *ask_bodies(names.bodies),
        *_raw_doubts(raw, rows, identity, is_given=territory != raw.head.territory),
        *_head_doubts(raw, territory, identity, odd_date),
        *ask_territory(territory, raw.head.issuer, known.neighbours, identity, raw.file),
    ]
    frame = Frame(
        territory,
        school_year,
        cells.proofs,
        {person.key: person for person in known.people},
        {organization.key: organization for organization in known.organizations},
        frozenset(worded.letters),
        bodies_of_letters(known) if decides_on_mentions(verdicts) else {},
        said_of(doubts, verdicts),
    )
    return assemble(raw, rows, names, open_doubts(doubts, verdicts, year), verdicts, frame)


def read_order_cells(raw: RawOrder, known: Knowledge) -> Cells:
    """What the cells say before names are resolved; neither sightings nor neighbours are looked at."""
    return read_cells(raw, known, _verdicts(raw, known))


def mention_anchors(raw: RawOrder, known: Knowledge) -> frozenset[str]:
    """Every anchor by which a decision may hold on to a mention of the order, those of older rules too."""
    cells = read_order_cells(raw, known)
    anchors = Anchors(cells.overruled, bodies_of_letters(known))
    for position, row in enumerate(raw.rows, start=1):
        fields: tuple[tuple[Field, CellReading], ...] = (
            ("responsible", cells.responsible[position]),
            ("measure", cells.measures[position]),
        )
        for field, reading in fields:
            for draft in reading.drafts:
                anchors.give(fingerprint(row.measure), field, draft)
    return frozenset(anchors.former).union(*anchors.former.values())


def surnames_concerned(raw: RawOrder, known: Knowledge, cells: Cells) -> frozenset[str]:
    """Folded surnames of the people whose sightings may matter to the order."""
    return concerned(names_printed(cells), known, _verdicts(raw, known))


def _verdicts(raw: RawOrder, known: Knowledge) -> Verdicts:
    year = plan_year(dated(raw, known.decisions))[1]
    return verdicts_for(known.decisions, Scope(order_identity(raw), raw.head.issuer, year))


def _read_rows(
    raw: RawOrder, cells: Cells, names: Names, verdicts: Verdicts, known: Knowledge, origin: Origin
) -> tuple[ReadRow, ...]:
    held = held_before(names, known.sightings, origin.signed)
    seen = seen_before(names, known.sightings, origin.signed)
    months = months_of_plans(raw)
    years = years_of_plans(raw)
    year_of = years_by_run(
        raw, [year_under(row.section, row.deadline_hint, years[min(row.plan, len(years)) - 1]) for row in raw.rows]
    )
    return tuple(
        ReadRow(
            position, row.section, row.plan, row.number, row.measure, row.deadline, parted_cell(row),
            decide_deadline(
                ask_if_outside(
                    week_of_section(row.deadline, row.section, year)
                    or parse_deadlines(row.deadline, year, month_of_row(row, months)),
                    year,
                ),
                row.measure, row.deadline, year, verdicts,
            ),
            names.responsible[position], names.measures[position], cells.responsible[position].doubts,
            cells.explains, held, seen, names.people.means,
        )
        for position, (row, year) in enumerate(zip(raw.rows, year_of, strict=True), start=1)
    )  # fmt: skip


def _raw_doubts(raw: RawOrder, rows: tuple[ReadRow, ...], identity: str, *, is_given: bool) -> list[OrderDoubt]:
    """What ingest was not sure of, by row and of the file; `is_given`: the territory is the user's, not the head's."""
    doubts = [
        OrderDoubt(
            # a doubtful title is one question, whichever measures stand under it
            f"{doubt.kind}|{identity if doubt.kind == 'section' else fingerprint(row.measure)}|{fold(doubt.surface)}",
            doubt.kind,
            doubt.text,
            doubt.surface,
            (position,),
        )
        for position, row in enumerate(raw.rows, start=1)
        for doubt in row.doubts
    ]
    whole = [
        OrderDoubt(
            f"{doubt.kind}|{identity}|{fold(doubt.surface or doubt.text)}",
            doubt.kind,
            f"{doubt.text} {name_another(raw.file)}" if doubt.kind == TERRITORY else doubt.text,
            doubt.surface,
            (),
        )
        for doubt in raw.doubts
        if doubt.kind != HEAD and not (is_given and doubt.kind == TERRITORY)  # HEAD: said where the head is asked about
    ]
    return [*doubts, *whole]


def _head_doubts(raw: RawOrder, territory: str, identity: str, odd_date: RawDoubt | None) -> list[OrderDoubt]:
    """What the head does not say: such an order is known by its content alone (CONTRACT.md §3.3)."""
    missing = [
        words
        for words, value in (("номер", raw.head.number), ("дата", raw.head.date), ("кто издал", raw.head.issuer))
        if value is None
    ]
    if not missing:
        return []
    text = f"В документе «{raw.file}» не найдено: {', '.join(missing)}."
    if raw.head.date is None:
        text += f" {odd_date.text}" if odd_date is not None else ""
        text += " Какого числа подписан приказ?"
    else:
        text += " Их в самом приказе и правда нет?"
    text += say_no_place(territory, raw.file)
    return [OrderDoubt(head_subject(identity), HEAD, text, "" if odd_date is None else odd_date.surface, ())]
