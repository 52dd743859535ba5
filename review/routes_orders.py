"""Orders, measures, neighbouring rows and the picture of a page."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from review.pictures import NoPicture, picture_of
from review.requests import page_of, render
from store.db import reading
from store.review.browse import (
    OrderFilter,
    deadlines_of,
    filter_values,
    list_measures,
    list_orders,
    parties_of,
    questions_of,
    read_order_line,
)
from store.review.model import CellField, Span
from store.review.places import neighbours, pages_of, read_cells


def show_orders(request: Request) -> Response:
    asked = request.query_params
    wanted = OrderFilter(
        asked.get("q") or None, asked.get("issuer") or None, asked.get("year") or None, "open" in asked
    )
    with reading(page_of(request).engine) as connection:
        issuers, years = filter_values(connection)
        orders = list_orders(connection, wanted)
        measures = list_measures(connection, None, wanted.words) if wanted.words else ()
    return render(request, "orders.html", wanted=wanted, issuers=issuers, years=years, orders=orders, measures=measures)


def show_order(request: Request) -> Response:
    words, only_open = request.query_params.get("q") or None, "open" in request.query_params
    with reading(page_of(request).engine) as connection:
        order = read_order_line(connection, request.path_params["order_id"])
        if order is None:
            return render(request, "fault.html", 404, text="Такого приказа в базе нет.")
        measures = list_measures(connection, order.order_id, words, only_open=only_open)
    return render(request, "order.html", order=order, measures=measures, words=words, only_open=only_open)


def show_measure(request: Request) -> Response:
    with reading(page_of(request).engine) as connection:
        cells = read_cells(connection, request.path_params["measure_id"])
        if cells is None:
            return render(request, "fault.html", 404, text="Такого мероприятия в базе нет: приказ мог измениться.")
        parties = parties_of(connection, cells.measure_id)
        values: dict[str, object] = {
            "parties": parties,
            "deadlines": deadlines_of(connection, cells.measure_id),
            "questions": questions_of(connection, cells.measure_id),
            "around": neighbours(connection, cells),
            "pages": pages_of(connection, cells),
        }
    spans = tuple(Span(field_of(one.field), one.start, one.end) for one in parties)
    return render(request, "measure.html", cells=cells, spans=spans, **values)


def field_of(name: str) -> CellField:
    return "measure" if name == "measure" else "responsible"


def show_neighbours(request: Request) -> Response:
    """For the queue: the rows around, and the page where the file has pages."""
    with reading(page_of(request).engine) as connection:
        cells = read_cells(connection, request.path_params["measure_id"])
        if cells is None:
            return PlainTextResponse("Такого мероприятия в базе нет.", 404)
        around, pages = neighbours(connection, cells), pages_of(connection, cells)
    return render(request, "neighbours.html", cells=cells, around=around, pages=pages)


def show_picture(request: Request) -> Response:
    """The page with the row's cells framed, as PNG; 404 in words where it cannot be shown."""
    page, asked = page_of(request), request.query_params.get("page", "")
    number = int(asked) if asked.isascii() and asked.isdigit() else None
    with reading(page.engine) as connection:
        cells = read_cells(connection, request.path_params["measure_id"])
        pages = () if cells is None else pages_of(connection, cells)
    try:
        return Response(picture_of(page.folders, page.draw, pages, number), media_type="image/png")
    except NoPicture as error:
        return PlainTextResponse(str(error), 404)


ROUTES = (
    Route("/orders", show_orders),
    Route("/orders/{order_id}", show_order),
    Route("/measures/{measure_id}", show_measure),
    Route("/neighbours/{measure_id}", show_neighbours),
    Route("/pictures/{measure_id}", show_picture),
)
