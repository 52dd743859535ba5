"""One answer to several questions that are alike: the list is shown first, and one undo takes all back."""

from datetime import UTC, datetime
from uuid import uuid4

from sqlalchemy import Connection
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from review.answering import read_said
from review.kinds import Kind, kind_of
from review.notices import Notice, refusal_words
from review.offered import is_button
from review.queue import default_scope
from review.requests import form_handler, page_of, render, text_of
from review.routes_desk import draw_desk
from review.wording import counted
from review.words import NotUnderstood
from store.db import reading
from store.model import Scope
from store.refusals import DecisionRefused
from store.review.answers import Answered, take_answer
from store.review.model import Answer, OpenQuestion
from store.review.places import places_of
from store.review.question import find_question
from store.review.similar import similar_questions

PLACES_SHOWN = 5  # of each question


def show_bulk(request: Request) -> Response:
    with reading(page_of(request).engine) as connection:
        question = find_question(connection, request.query_params.get("q", ""))
        if question is None:
            return RedirectResponse("/", 303)
        alike = similar_questions(connection, question)
        rows = [
            (one, scope, places_of(connection, one, scope, PLACES_SHOWN))
            for one in alike
            for scope in (usual_scope(one),)
        ]
    return render(request, "bulk.html", question=question, rows=rows, kind=kind_of_question(question))


def post_bulk(request: Request, form: FormData) -> Response:
    page = page_of(request)
    chosen = [one for one in form.getlist("question") if isinstance(one, str)]
    try:
        with page.engine.begin() as connection:
            kept = [answer_one(connection, page.session.clerk, form, one) for one in with_batch(chosen)]
    except NotUnderstood as error:
        return draw_desk(request, Notice(str(error), good=False))
    except DecisionRefused as error:
        return draw_desk(request, refusal_words(error))
    page.rereader.wake()
    done = [one for one in kept if one is not None]
    words = f"Решено разом: {counted(len(done), 'вопрос', 'вопроса', 'вопросов')}."
    left_out = (
        f" Не подошло к {len(kept) - len(done)}: нет такого варианта, или вопрос уже решён."
        if len(done) < len(kept)
        else ""
    )
    return draw_desk(request, Notice(words + left_out, undo=done[0].decision.decision_id if done else None))


def with_batch(question_ids: list[str]) -> list[tuple[str, str]]:
    """(question, batch): all share one, by which one undo takes them back."""
    batch = str(uuid4())
    return [(one, batch) for one in question_ids]


def answer_one(connection: Connection, clerk: str, form: FormData, one: tuple[str, str]) -> Answered | None:
    """The answer kept, in the question's own usual reach; None where it does not fit.

    Words are read for each question: in the year of its order, with the names of its territory.
    Raises NotUnderstood, DecisionRefused.
    """
    question_id, batch = one
    question = find_question(connection, question_id)
    if question is None:
        return None
    taken = form.get("take")
    if isinstance(taken, str) and taken and not is_button(question, taken):
        return None  # the questions of one list are of one kind, their candidates differ
    said = read_said(connection, form, question)
    scope = "everywhere" if said.verb == "unsure" else usual_scope(question)
    outcome = take_answer(
        connection,
        Answer(
            question_id, question.entry.key, said.verb, said.answer, scope, clerk, datetime.now(UTC),
            text_of(form, "reason"), batch,
        ),
    )  # fmt: skip
    return outcome if isinstance(outcome, Answered) else None


def kind_of_question(question: OpenQuestion) -> Kind:
    return kind_of(question.entry.kind, question.entry.key)


def usual_scope(question: OpenQuestion) -> Scope:
    return default_scope(question)


ROUTES = (Route("/bulk", show_bulk), Route("/bulk", form_handler(post_bulk), methods=["POST"]))
