"""Doubts about bodies that a title names by a noun alone: which of several the order means."""

from collections.abc import Iterable, Iterator

from normalize.names.bare_bodies import ask_body, ask_whose, body_subject
from normalize.names.bare_staff import says_staff
from normalize.names.placed_titles import AskedBody
from normalize.questions.doubt import OrderDoubt, positions_of


def ask_bodies(asked: Iterable[AskedBody]) -> Iterator[OrderDoubt]:
    """«начальник отдела» in an order with two of them. Not: «директор департамента» in the department's own order."""
    for one in asked:
        text = ask_whose(one.noun, one.candidates) if says_staff(one.noun) else ask_body(one.noun, one.candidates)
        yield OrderDoubt(
            one.subject or body_subject(one.noun), "which_body", text, one.noun,
            positions_of(one.touched), one.touched, one.candidates,
        )  # fmt: skip
