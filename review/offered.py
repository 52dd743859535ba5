"""Which answers a question offers: its candidates, what leaves all as it is, and the names that a search finds."""

from sqlalchemy import Connection

from review.kinds import kind_of
from store.review.model import OpenQuestion
from store.review.search import names_with_key


def is_offered(connection: Connection, question: OpenQuestion, answer: str) -> bool:
    """Whether the page may have sent the answer: a button, or a name of the territory that was searched for."""
    kind = kind_of(question.entry.kind, question.entry.key)
    if is_button(question, answer):
        return True
    return kind.search is not None and bool(names_with_key(connection, answer, question.entry.territory))


def is_button(question: OpenQuestion, answer: str) -> bool:
    """Whether a button of the question says it."""
    leave = kind_of(question.entry.kind, question.entry.key).leave
    return answer in {*(one.answer for one in question.candidates), *([leave.label] if leave else [])}
