"""The clerk's page as an ASGI application: routes behind the guard, files of our own beside them."""

import logging

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from review import routes_bulk, routes_desk, routes_history, routes_names, routes_orders, routes_split
from review.rendering import HERE
from review.requests import Page, render
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
    """The database did not do it: said in its own words, nothing of the transaction is kept."""
    log.warning("%s %s: %s", request.method, request.url.path, error)
    return render(request, "fault.html", 503, text=str(error))


def show_missing(request: Request, error: Exception) -> Response:
    return render(request, "fault.html", 404, text="Такой страницы нет.")
