"""Who decided what, when and why; undo of any decision; how the work goes."""

from collections import Counter
from collections.abc import Iterable

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from review.kinds import kind_of
from review.notices import refusal_words
from review.requests import form_handler, page_of, render, text_of
from review.undoing import put_back_in, undo_in
from store.db import reading
from store.decisions import NotInForce
from store.refusals import DecisionRefused
from store.review.history import KindLeft, list_history, read_decision, read_progress
from store.review.rereads import count_rereads
from store.review.undo import orders_under, together_with, undone_with


def show_history(request: Request) -> Response:
    words = request.query_params.get("q") or None
    with reading(page_of(request).engine) as connection:
        rows = list_history(connection, words)
    return render(request, "history.html", rows=rows, words=words)


def show_decision(request: Request) -> Response:
    """One decision, what the clerk had before them, and what its undo would touch."""
    decision_id = request.path_params["decision_id"]
    with reading(page_of(request).engine) as connection:
        row = read_decision(connection, decision_id)
        if row is None:
            return render(request, "fault.html", 404, text="Такого решения нет.")
        together = together_with(connection, decision_id) or undone_with(connection, decision_id)
        touched = sorted({order for one in together for order in orders_under(connection, one.decision)})
    return render(request, "decision.html", row=row, together=together, touched=touched)


def post_undo(request: Request, form: FormData) -> Response:
    page, decision_id = page_of(request), request.path_params["decision_id"]
    try:
        with page.engine.begin() as connection:
            undo_in(connection, page, decision_id, text_of(form, "reason"))
    except NotInForce:
        return render(request, "fault.html", 409, text="Это решение уже отменено.")
    except DecisionRefused as error:
        return render(request, "refused.html", 409, notice=refusal_words(error))
    page.rereader.wake()
    return RedirectResponse("/history", 303)


def post_redo(request: Request, form: FormData) -> Response:
    page = page_of(request)
    try:
        with page.engine.begin() as connection:
            put_back_in(connection, page, request.path_params["decision_id"])
    except NotInForce:
        return render(request, "fault.html", 409, text="Это решение и так действует.")
    except DecisionRefused as error:
        return render(request, "refused.html", 409, notice=refusal_words(error))
    page.rereader.wake()
    return RedirectResponse("/history", 303)


def show_progress(request: Request) -> Response:
    page = page_of(request)
    with reading(page.engine) as connection:
        progress, unread = read_progress(connection), count_rereads(connection)
    return render(
        request, "progress.html", progress=progress, left=by_title(progress.left), unread=unread,
        given_up=page.rereader.given_up,
    )  # fmt: skip


def by_title(left: Iterable[KindLeft]) -> list[tuple[str, int, int]]:
    """(title, questions, mentions), the most mentions first: several kinds are «Срок» for the clerk."""
    questions, mentions = Counter[str](), Counter[str]()
    for one in left:
        questions[kind_of(one.kind).title] += one.questions
        mentions[kind_of(one.kind).title] += one.mentions
    return [(title, questions[title], count) for title, count in mentions.most_common()]


ROUTES = (
    Route("/history", show_history),
    Route("/history/{decision_id}", show_decision),
    Route("/history/{decision_id}/undo", form_handler(post_undo), methods=["POST"]),
    Route("/history/{decision_id}/redo", form_handler(post_redo), methods=["POST"]),
    Route("/progress", show_progress),
)
