"""All cells of an order, read with the acronyms that the order itself proves, or that are known."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ingest.model import RawOrder, RawRow
from normalize.fold import fold
from normalize.measures.names_behind_numbers import with_names_behind_numbers
from normalize.measures.posts import without_others_titles
from normalize.measures.text import read_measure
from normalize.model import Alias, Knowledge, Organization
from normalize.names.aliases import meanings
from normalize.names.bare_bodies import Aside
from normalize.names.evidence import prove_by_post
from normalize.names.glossary import is_letters, letters_spelt_in, read_glossary
from normalize.names.initials_proved import Row, named_targets, prove_by_initials
from normalize.names.listed_beside import numbers_beside_types
from normalize.names.organization_entities import organization_of_key
from normalize.names.resolution import UNDATED, Verdicts
from normalize.names.same_organization import Bodies, known_bodies, last_meaning
from normalize.names.school_towns import part_by_town
from normalize.names.sports_schools import Sports, only_schools, sports_of, with_sports_schools
from normalize.names.town_of_row import with_towns_of_rows
from normalize.names.verdicts import settles
from normalize.organization_names import organization_key
from normalize.other_rows.issuers_by_letters import with_issuers_by_letters
from normalize.other_rows.posts_of_others import doubt_posts_of_others
from normalize.other_rows.proven_places import lists_with_letters, place_by_other_rows
from normalize.other_rows.several_posts import titles_against
from normalize.other_rows.shared_titles import Answered, doubt_shared_titles
from normalize.other_rows.titles_against_posts import doubt_titles_against_posts
from normalize.other_rows.titles_of_many import settle_titles_of_many
from normalize.parties.drafts import CellReading, targets_of
from normalize.parties.lexer import lex
from normalize.parties.lone_schools import place_lone_schools
from normalize.parties.many_offices import many_offices, read_as_groups
from normalize.parties.read import read_cell
from normalize.parties.units import Target
from normalize.places import is_region
from normalize.questions.members import with_members
from normalize.questions.verdict_effects import SOMEBODY_ELSE, decide_cell
from normalize.questions.worded import LETTERS, read_worded

Readings = tuple[dict[int, CellReading], dict[int, CellReading]]  # of both columns, by position


@dataclass(frozen=True, slots=True)
class Cells:
    """What each row's two texts say, before names are resolved. Keyed by position, 1-based.

    `proofs`: acronyms that this order proves by itself, whatever else is known; other orders may lean on them.
    `alone`: schools and organizations as they are printed, read by those proofs alone. `aside`: what else it
    says of bodies. `explains`: folded letters and words whose meaning its text says. `overruled`: spelling keys of
    letters that its text explains and a person explained otherwise → key of what the text says.
    """

    responsible: dict[int, CellReading]
    measures: dict[int, CellReading]
    proofs: tuple[Alias, ...]
    alone: tuple[Target, ...]
    aside: Aside
    explains: frozenset[str]
    overruled: Mapping[str, str]


def read_cells(raw: RawOrder, known: Knowledge, verdicts: Verdicts) -> Cells:
    """Every row's cells, a clerk's word on a cell obeyed."""
    rows = _rows(raw)
    said = read_glossary(raw.glossary)
    explained = {spelling: target for spelling, target in said.items() if f"{LETTERS}{spelling}" not in verdicts}
    overruled = {
        organization_key(spelling): target.key
        for spelling, target in said.items()
        if spelling not in explained and is_letters(spelling, raw.glossary)
    }
    letters = {spelling: target for spelling, target in explained.items() if is_letters(spelling, raw.glossary)}
    regional = is_region(known.territory or raw.head.territory)
    many = frozenset(one for one in many_offices(raw.glossary, regional) if f"{LETTERS}{one}" not in verdicts)
    proven = {**_prove(raw, rows), **letters}
    acronyms = {**_known_acronyms(raw, known, verdicts), **proven}
    readings = _against_the_rest(_read(rows, acronyms, _said_schools(known, verdicts)), rows, acronyms, verdicts)
    home = known.territory or raw.head.territory
    sports = _sports(raw.head.issuer or "", rows)
    responsible, measures = _with_towns(_of_sports(readings, rows, sports), regional, home)
    responsible = _with_bodies(responsible, measures, rows, named_targets(raw.head.issuer or ""), many, verdicts)
    decided = {row.position: decide_cell(responsible[row.position], row.responsible, verdicts) for row in rows}
    proofs = tuple(Alias(spelling, target.key, "order") for spelling, target in sorted(proven.items()))
    printed = tuple(text for row in rows for text in (row.responsible, row.measure))
    titles = [title for title in (raw.head.title, raw.head.about, *raw.plan_titles, *raw.sections) if title]
    explains = frozenset(fold(one.letters) for one in raw.glossary) | many | letters_spelt_in(titles, printed)
    parties = {position: with_members(reading, verdicts) for position, reading in decided.items()}
    aside = _aside(raw.head.issuer or "", explained, printed, rows, (decided, measures))
    aside = replace(aside, around=_schools_around(raw, titles))
    alone = _printed_alone(_with_towns(_of_sports(_read(rows, proven), rows, sports), regional, home), many)
    return Cells(parties, measures, proofs, alone, aside, explains, overruled)


def _against_the_rest(readings: Readings, rows: list[Row], acronyms: dict[str, Target], verdicts: Verdicts) -> Readings:
    """The readings with titles and names that one cell leaves open and the order's other cells settle."""
    responsible, measures = readings
    texts = {row.position: row.responsible for row in rows}
    measures = with_names_behind_numbers(measures, {row.position: row.measure for row in rows}, responsible)
    shared = doubt_shared_titles(responsible, texts, acronyms, _answered(verdicts))
    in_doubt = titles_against((texts[at], reading.drafts) for at, reading in shared.items()).keys()
    shared = settle_titles_of_many(shared, texts, acronyms, verdicts.keys(), in_doubt)
    shared = doubt_posts_of_others(doubt_titles_against_posts(shared, texts), texts)
    return shared, without_others_titles(measures, shared)


def _with_towns(readings: Readings, regional: bool, home: str | None) -> Readings:
    """The readings with the town of each school that another cell of its row, or of the order, prints."""
    return part_by_town(*(with_towns_of_rows(*readings) if regional else readings), regional, home)


def _sports(issuer: str, rows: list[Row]) -> Sports:
    bodies = [replace(target, start=0, end=0) for unit in lex(issuer) for target in unit.targets]
    return sports_of(issuer, bodies, (text for row in rows for text in (row.responsible, row.measure)))


def _of_sports(readings: Readings, rows: list[Row], sports: Sports) -> Readings:
    """The readings with each «СШ № 2» that may be a sports school as it is printed."""
    responsible, measures = readings
    return (
        with_sports_schools(responsible, {row.position: row.responsible for row in rows}, sports),
        only_schools(with_sports_schools(measures, {row.position: row.measure for row in rows}, sports)),
    )


def _with_bodies(
    responsible: dict[int, CellReading],
    measures: dict[int, CellReading],
    rows: list[Row],
    issuers: list[Target],
    many: frozenset[str],
    verdicts: Verdicts,
) -> dict[int, CellReading]:
    """The responsible cells with the bodies and places that the order's head and other rows tell of."""
    texts = {row.position: row.responsible for row in rows}
    responsible = with_issuers_by_letters(responsible, issuers)
    responsible = lists_with_letters(read_as_groups(responsible, many))
    responsible = place_by_other_rows(responsible, texts, verdicts.keys())
    return place_lone_schools(responsible, measures, texts, verdicts.keys())


def _schools_around(raw: RawOrder, titles: list[str]) -> tuple[Target, ...]:
    """«МАОУ СОШ № 3» of the column «Место проведения»: it says the type of the «школ № 1, 3, 5» of a cell."""
    texts = [raw.head.issuer or "", *titles, *(text for row in raw.rows for _, text in row.extra)]
    units = (unit for text in dict.fromkeys(texts) if "№" in text for unit in lex(text))
    return tuple(target for unit in units for target in unit.targets if target.school_type and target.school_number)


def _aside(
    issuer: str, explained: dict[str, Target], printed: tuple[str, ...], rows: list[Row], readings: Readings
) -> Aside:
    own = tuple(replace(target, start=0, end=0) for target in named_targets(issuer))
    issuers = tuple(replace(target, start=0, end=0) for unit in lex(issuer) for target in unit.targets)
    responsible, measures = readings
    pairs = [
        pair
        for row in rows
        for pair in ((row.responsible, responsible[row.position]), (row.measure, measures[row.position]))
    ]
    return Aside(explained, own, printed, issuers, numbers_beside_types(pairs))


def _printed_alone(readings: Readings, many: frozenset[str]) -> tuple[Target, ...]:
    """Schools and organizations of both columns; not letters of many offices."""
    drafts = (draft for part in readings for reading in part.values() for draft in reading.drafts)
    return tuple(target for draft in drafts for target in targets_of(draft) if fold(target.name) not in many)


def acronyms_of(raw: RawOrder, known: Knowledge) -> dict[str, Target]:
    """Folded letters → what they stand for in this order, by its own proof or by what is known: «цдо»."""
    return {
        **_known_acronyms(raw, known, {}),
        **_prove(raw, _rows(raw)),
        **read_glossary(raw.glossary),
    }


def _rows(raw: RawOrder) -> list[Row]:
    return [Row(position, row.measure, parted_cell(row)) for position, row in enumerate(raw.rows, start=1)]


def parted_cell(row: RawRow) -> str:
    """The responsible cell as it is read, letter for letter: where another column begins a semicolon stands."""
    letters = list(row.responsible)
    for at in row.borders:
        letters[at] = ";"
    return "".join(letters)


def _prove(raw: RawOrder, rows: list[Row]) -> dict[str, Target]:
    proven = prove_by_initials(rows, raw.head.issuer, raw.named)
    return {**prove_by_post(*part_by_town(*_read(rows, proven), regional=False, home=None)), **proven}


def _read(rows: list[Row], acronyms: dict[str, Target], in_measures: dict[str, Target] | None = None) -> Readings:
    """The readings of both columns. `in_measures`: letters that count only there."""
    return (
        {row.position: read_cell(row.responsible, acronyms) for row in rows},
        {row.position: read_measure(row.measure, {**(in_measures or {}), **acronyms}) for row in rows},
    )


def _said_schools(known: Knowledge, verdicts: Verdicts) -> dict[str, Target]:
    """Letters that an answer says are a school: a cell's letters are a party without it, a measure's are none."""
    worded = read_worded(verdicts, known)
    return {
        letters: target_of(worded.organizations.get(key) or organization_of_key(key))
        for letters, key in worded.letters.items()
        if key.startswith("school|")
    }


def _answered(verdicts: Verdicts) -> Answered:
    return Answered(verdicts.keys(), {key for key, one in verdicts.items() if one.answer == SOMEBODY_ELSE})


def _known_acronyms(raw: RawOrder, known: Knowledge, verdicts: Verdicts) -> dict[str, Target]:
    """Short spellings that the registry, a decision or another order explains: «ЦДО».

    What they stand for may be known by an older name since.
    """
    bodies = Bodies(known.territory or raw.head.territory or raw.head.issuer, UNDATED, known_bodies(known))
    by_key = {one.key: one for one in known.organizations}
    by_key |= {key: one.organization for key, one in bodies.known.items()}
    found = {
        spelling: last_meaning(means, {}, bodies, verdicts)
        for spelling, means in meanings(known.aliases).items()
        if means in by_key and " " not in spelling and not settles(verdicts.get(f"{LETTERS}{spelling}"))
    }
    return {
        spelling: replace(target_of(by_key[means]), letters=organization_key(spelling))
        for spelling, means in found.items()
    }


def target_of(organization: Organization) -> Target:
    """An organization as a target; its span is nowhere."""
    return Target(
        organization.key, organization.name, organization.kind, 0, 0,
        organization.school_type, organization.school_number, organization.above_territory,
    )  # fmt: skip
