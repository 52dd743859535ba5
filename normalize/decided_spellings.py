"""Spellings of an order that a person's word gave to somebody: what v_aliases has under the source `decision`.

Not the mentions that a person told apart one by one: those say nothing of a spelling.
"""

from collections.abc import Iterator, Mapping, Set

from normalize.fold import squeeze
from normalize.model import Measure, Party
from normalize.names.resolution import Verdicts
from normalize.names.resolve import Names
from normalize.names.verdicts import merged_into
from normalize.parties.drafts import Draft
from normalize.questions.anchored import Drafted
from normalize.questions.worded import Span

Spellings = Mapping[str, frozenset[str]]  # key of a person or an organization → spellings


def decided_spellings(
    names: Names, drafted: list[Drafted], measures: tuple[Measure, ...], said: Set[Span], verdicts: Verdicts
) -> Spellings:
    """«Калмыкова Т.И.» of Вершинина Т.И., «МБУ Центр «Радуга»» of Центр «Радуга».

    `said`: where an answer names somebody, in words that were not understood or at a post without a name.
    """
    parties = {party.anchor: party for measure in measures for party in measure.parties}
    found: dict[str, set[str]] = {}
    for position, field, draft, _, anchor in drafted:
        party = parties.get(anchor)
        if party is None or merged_into(anchor, verdicts) is not None:
            continue
        if field == "responsible" and (position, draft.start, draft.end) in said:
            spelt = _named_by_words(party, draft)
        else:
            spelt = _names_given_up(party, draft, names, verdicts)
        for key, spelling in spelt:
            found.setdefault(key, set()).add(spelling)
    return {key: frozenset(spellings) for key, spellings in found.items()}


def _named_by_words(party: Party, draft: Draft) -> Iterator[tuple[str, str]]:
    """The words; of a person not those of a post, which are nobody's name."""
    if party.person is None and party.organization is not None:
        yield party.organization, squeeze(party.surface)
    elif party.person is not None and draft.rule == "unknown phrase":
        yield party.person, squeeze(party.surface)


def _names_given_up(party: Party, draft: Draft, names: Names, verdicts: Verdicts) -> Iterator[tuple[str, str]]:
    """The printed name, where a person said whose it is, and the name that it meant before a merge."""
    printed, person = draft.person, party.person
    if printed is None or person is None:
        return
    if names.people.rules.get(printed.key) == "decision" and names.people.means[printed.key] != printed.key:
        yield person, printed.name
    before = names.person_of(draft)
    if before is not None and before != person and merged_into(before, verdicts, "person|") is not None:
        yield person, next((one.name for one in names.persons if one.key == before), printed.name)
