"""People of a measure's text whose place comes from a cell that is itself in question: in question with it.

«Вязова А.К., Лосева П.И., зам. директора школ № 38, № 27» is asked; «с заместителем директора Лосевой П.И.» of another
row's text takes her school from there. Not a cell's own title, which may be asked about there.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from normalize.model import Question
from normalize.names.placed_titles import FROM_THE_ORDER
from normalize.parties.drafts import Draft
from normalize.questions.anchored import Drafted

# whose the title is, or where it is held; not what its letters mean
_OF_THE_POST = frozenset(
    {
        *("whose_title", "several_schools", "shared_title", "employer", "title_order", "lost_separator"),
        *("further_title", "title_pairs", "title_parts"),
    }
)
_Post = tuple[str, str, str]


def with_leaning(questions: Sequence[Question], drafted: Sequence[Drafted]) -> list[Question]:
    """The questions with the parties, and their measures, that show a post only by the rows in question."""
    sources: defaultdict[_Post, set[str]] = defaultdict(set)
    leaning: defaultdict[_Post, list[tuple[int, str]]] = defaultdict(list)
    for position, field, draft, _, anchor in drafted:
        post = _post_of(draft)
        if post is not None and field == "measure" and draft.rule == FROM_THE_ORDER:
            leaning[post].append((position, anchor))
        elif post is not None:
            sources[post].add(anchor)
    asked = {anchor for question in questions if question.kind in _OF_THE_POST for anchor in question.anchors}
    unsure = [post for post in leaning if sources[post] and sources[post] <= asked]
    return [
        _with(question, [one for post in unsure if sources[post] & set(question.anchors) for one in leaning[post]])
        if question.kind in _OF_THE_POST
        else question
        for question in questions
    ]


def _with(question: Question, further: list[tuple[int, str]]) -> Question:
    return replace(
        question,
        measures=tuple(dict.fromkeys((*question.measures, *(position for position, _ in further)))),
        anchors=tuple(dict.fromkeys((*question.anchors, *(anchor for _, anchor in further)))),
    )


def _post_of(draft: Draft) -> _Post | None:
    if draft.person is None or draft.role is None or draft.target is None:
        return None
    return draft.person.key, draft.role, draft.target.key
