"""Doubts → questions with the parties that they touch; doubts about one thing are one question."""

from collections.abc import Iterable
from dataclasses import replace

from normalize.model import (
    Field,
    Question,
)
from normalize.names.resolution import Doubt
from normalize.names.resolve import Names
from normalize.parties.drafts import Draft, targets_of
from normalize.questions.doubt import OrderDoubt

_LONG_TEXT = 1000  # characters of a question, beyond which no more places are named
Drafted = tuple[int, Field, Draft, Draft, str]  # position, field, resolved draft, draft as read, anchor


def question_of(doubt: OrderDoubt, drafted: list[Drafted]) -> Question:
    """The question with the parties of responsible cells that it is about."""
    spans = {(position, draft.start, draft.end, draft.role) for position, draft in doubt.touched}
    anchors = tuple(
        anchor
        for position, field, draft, _, anchor in drafted
        if field == "responsible" and (position, draft.start, draft.end, draft.role) in spans
    )
    return Question(doubt.key, doubt.kind, doubt.text, doubt.surface, doubt.candidates, doubt.positions, anchors)


def spelling_question(doubt: Doubt, drafted: list[Drafted], names: Names) -> Question | None:
    """The question with the mentions that it is about; None where none is left: those that a person told apart by
    where they work are nobody's namesake any more.
    """
    touched = [
        (position, anchor)
        for position, _, draft, printed, anchor in drafted
        if (_is_local(doubt, draft, names) if doubt.local else _is_spelt(doubt, draft, printed))
        and not _is_told_apart(doubt, draft, names)
    ]
    if not touched:
        return None
    positions = tuple(dict.fromkeys(position for position, _ in touched))
    return Question(
        doubt.subject,
        doubt.kind,
        doubt.text,
        doubt.surface,
        doubt.candidates,
        positions,
        tuple(anchor for _, anchor in touched),
    )


def _is_local(doubt: Doubt, draft: Draft, names: Names) -> bool:
    return draft.person is not None and names.local_key(draft) in doubt.keys


def _is_spelt(doubt: Doubt, draft: Draft, printed: Draft) -> bool:
    named = printed.person is not None and printed.person.key in doubt.keys
    means = doubt.kind == "similar_people" and draft.person is not None and draft.person.key in doubt.keys
    return named or means or any(target.key in doubt.keys for target in targets_of(printed))


def _is_told_apart(doubt: Doubt, draft: Draft, names: Names) -> bool:
    """«Орлова Е.В., методист ЦДО» after «однофамильцы»: not the Орлова of whom an earlier order is asked."""
    return doubt.kind == "namesake" and draft.target is not None and not names.namesakes.isdisjoint(doubt.keys)


def merged(questions: Iterable[Question]) -> list[Question]:
    """One question for each key: «ноябрь» that is left over in two rows is asked about once, and names both."""
    found: dict[str, Question] = {}
    for question in questions:
        known = found.get(question.key)
        found[question.key] = question if known is None else _merge(known, question)
    return list(found.values())


def _merge(one: Question, other: Question) -> Question:
    is_said = other.text in one.text or len(one.text) > _LONG_TEXT
    return replace(
        one,
        text=one.text if is_said else f"{one.text} {other.text}",
        candidates=tuple(dict.fromkeys((*one.candidates, *other.candidates))),
        measures=tuple(dict.fromkeys((*one.measures, *other.measures))),
        anchors=tuple(dict.fromkeys((*one.anchors, *other.anchors))),
    )
