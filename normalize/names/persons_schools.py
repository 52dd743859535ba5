"""The school of a person's title as a person says it is, where the order prints another one by a slip."""

from collections.abc import Mapping
from dataclasses import replace

from normalize.cells import target_of
from normalize.model import Organization
from normalize.names.organization_entities import organization_of_key
from normalize.names.resolution import Verdicts
from normalize.names.verdicts import merged_into
from normalize.parties.drafts import Draft


def school_subject(draft: Draft) -> str:
    """What the decision is about: «persons_school|вязова|а|к|school|средняя|13»."""
    person = draft.person.key if draft.person is not None else ""
    return f"persons_school|{person}|{draft.target.spelling if draft.target is not None else ''}"


def with_said_school(draft: Draft, entities: Mapping[str, Organization], verdicts: Verdicts) -> Draft:
    """The draft with the school that a person said; unchanged where nobody did."""
    if draft.person is None or draft.target is None:
        return draft
    answer = merged_into(school_subject(draft), verdicts)
    if answer is None or answer == draft.target.key:
        return draft
    school = target_of(entities.get(answer) or organization_of_key(answer))
    return replace(draft, target=replace(school, start=draft.target.start, end=draft.target.end), rule="decision")


def is_said(draft: Draft, printed: Draft) -> bool:
    """True where the draft's place is no meaning of the printed one, but another, which a person said."""
    if draft.rule != "decision" or draft.target is None or printed.target is None:
        return False
    return draft.target.key != printed.target.key and not draft.target.printed
