"""The queue's own routes: a question, an answer, skip, undo the last."""

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import quote

from sqlalchemy import Connection
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from review.answering import read_answer
from review.notices import Notice, Typed, decision_words, notice_of, refusal_words
from review.queue import PLACES_SHOWN, open_desk
from review.requests import Page, form_handler, is_partial, page_of, render, text_of
from review.undoing import put_back_in, undo_in
from review.words import NotUnderstood
from store.db import reading
from store.decisions import NotInForce
from store.model import DecisionRow
from store.refusals import DecisionRefused
from store.review.answers import Answered, take_answer
from store.review.question import find_question
from store.review.queue import open_question_id
from store.review.rereads import count_rereads


def show_desk(request: Request) -> Response:
    return draw_desk(request, question_id=request.query_params.get("q"))


def draw_desk(request: Request, notice: Notice | None = None, question_id: str | None = None) -> Response:
    """The whole page, or its middle for htmx. A form sent without htmx is led on, so that a reload sends nothing."""
    page = page_of(request)
    if request.method == "POST" and not is_partial(request):
        page.flash = notice
        return RedirectResponse("/" if question_id is None else f"/?q={quote(question_id)}", 303)
    notice, page.flash = notice or page.flash, None
    with page.engine.begin() as connection:  # it takes the lease, so it writes
        return lay_out(request, connection, notice, question_id)


def lay_out(request: Request, connection: Connection, notice: Notice | None, question_id: str | None) -> Response:
    desk = open_desk(connection, page_of(request).session, question_id)
    template = "desk.html" if is_partial(request) else "queue.html"
    return render(request, template, desk=desk, notice=notice, most=PLACES_SHOWN, unread=count_rereads(connection))


def post_answer(request: Request, form: FormData) -> Response:
    """Keeps the answer and takes the next question, in one transaction: the clerk waits for one write, not two."""
    page = page_of(request)
    try:
        with page.engine.begin() as connection:
            answer, effect = read_answer(connection, form, page.session.clerk)
            outcome = take_answer(connection, answer)
            if isinstance(outcome, Answered) and answer.verb == "unsure":
                page.session.skip(outcome.entry_id)
            notice = notice_of(outcome, effect)
            shown = lay_out(request, connection, notice, None) if is_partial(request) else None
    except NotUnderstood as error:
        return refuse(request, Notice(str(error), good=False), form)
    except DecisionRefused as error:
        return refuse(request, refusal_words(error), form)
    page.rereader.wake()
    return shown or draw_desk(request, notice)


def refuse(request: Request, notice: Notice, form: FormData) -> Response:
    """The question again, with what the clerk had filled in."""
    typed = Typed(*(text_of(form, name) for name in ("words", "reason", "later", "scope")))
    return draw_desk(request, replace(notice, typed=typed), text_of(form, "question"))


def post_skip(request: Request, form: FormData) -> Response:
    entry = text_of(form, "entry")
    if entry is not None:
        page_of(request).session.skip(entry)
    return draw_desk(request)


def post_undo(request: Request, form: FormData) -> Response:
    """Takes back the decision named, or the clerk's last; its question is shown again."""
    page = page_of(request)
    try:
        with page.engine.begin() as connection:
            taken = undo_in(connection, page, text_of(form, "decision"), text_of(form, "reason"))
    except NotInForce:
        return draw_desk(request, Notice("Это решение уже отменено.", good=False))
    except DecisionRefused as error:
        return draw_desk(request, refusal_words(error))
    page.rereader.wake()
    if not taken:
        return draw_desk(request, Notice("Отменять нечего: ваших решений нет.", good=False))
    notice = Notice(f"Отменено: {several_words(taken)}.", redo=taken[0].decision_id)
    return draw_desk(request, notice, question_of(page, taken[0]))


def post_redo(request: Request, form: FormData) -> Response:
    """Puts a decision that was taken back in force again: the same, decided anew."""
    page = page_of(request)
    try:
        with page.engine.begin() as connection:
            kept = put_back_in(connection, page, text_of(form, "decision") or "")
    except NotInForce:
        return draw_desk(request, Notice("Это решение и так действует.", good=False))
    except DecisionRefused as error:
        return draw_desk(request, refusal_words(error))
    page.rereader.wake()
    return draw_desk(request, Notice(f"Снова действует: {several_words(kept)}.", undo=kept[0].decision_id))


def several_words(rows: Sequence[DecisionRow]) -> str:
    """The first three, and how many more there are."""
    more = f" и ещё {len(rows) - 3}" if len(rows) > 3 else ""
    return "; ".join(decision_words(row.decision) for row in rows[:3]) + more


def question_of(page: Page, row: DecisionRow) -> str | None:
    """The question that the decision had answered, if it is open again."""
    with reading(page.engine) as connection:
        question_id = open_question_id(connection, row.decision.subject, row.decision.territory)
        question = None if question_id is None else find_question(connection, question_id)
    if question is not None and row.decision.verb == "unsure":
        page.session.take_up(question.entry.entry_id)
    return question_id


ROUTES = (
    Route("/", show_desk),
    Route("/answer", form_handler(post_answer), methods=["POST"]),
    Route("/skip", form_handler(post_skip), methods=["POST"]),
    Route("/undo", form_handler(post_undo), methods=["POST"]),
    Route("/redo", form_handler(post_redo), methods=["POST"]),
)
