"""The clerk's page as an ASGI application: routes behind the guard, files of our own beside them."""

import logging

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from review import routes_bulk, routes_desk, routes_history, routes_names, routes_orders, routes_split
from review.notices import Notice, fault_words
from review.rendering import HERE
from review.requests import Page, is_partial, render
from review.security import Guard
from store.errors import StoreError

log = logging.getLogger(__name__)


def make_app(page: Page) -> Starlette:
    """The application of one running server."""
    app = Starlette(
        routes=[
            *routes_desk.ROUTES,
            *routes_bulk.ROUTES,
            *routes_orders.ROUTES,
            *routes_split.ROUTES,
            *routes_names.ROUTES,
            *routes_history.ROUTES,
            Mount("/static", StaticFiles(directory=HERE / "static")),
        ],
        middleware=[Middleware(Guard, gate=page.gate)],
        exception_handlers={StoreError: show_fault, 404: show_missing},
    )
    app.state.page = page
    return app


def show_fault(request: Request, error: Exception) -> Response:
    """The database did not do it, nothing of the transaction is kept. A question stays with what is typed in it."""
    log.warning("%s %s: %s", request.method, request.url.path, error)
    text = fault_words(error, asked=request.method == "POST")
    if not is_partial(request):
        return render(request, "fault.html", 503, text=text)
    answer = render(request, "said.html", 503, notice=Notice(text, good=False))
    answer.headers.update({"hx-retarget": "#said", "hx-reswap": "outerHTML"})
    return answer


def show_missing(request: Request, error: Exception) -> Response:
    return render(request, "fault.html", 404, text="Такой страницы нет.")
