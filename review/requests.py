"""What every route needs: the running page, one state of the database to read, a form that is the clerk's own."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment
from sqlalchemy import Engine
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from review.notices import Notice
from review.pictures import Draw
from review.queue import Session
from review.rereading import Rereader
from review.security import Gate


@dataclass(slots=True)
class Page:
    """One running server, of one clerk."""

    engine: Engine
    session: Session
    gate: Gate
    rereader: Rereader
    templates: Environment
    folders: tuple[Path, ...] = ()  # where the orders' files may lie
    draw: Draw | None = None
    flash: Notice | None = None  # to be said on the next page


def page_of(request: Request) -> Page:
    found: Page = request.app.state.page
    return found


def render(request: Request, template: str, status: int = 200, /, **values: object) -> HTMLResponse:
    page = page_of(request)
    shared = {"csrf": page.gate.csrf, "clerk": page.session.clerk, "path": request.url.path}
    return HTMLResponse(page.templates.get_template(template).render(**shared, **values), status)


def is_partial(request: Request) -> bool:
    """Whether htmx asks, which puts the answer into the page that is there."""
    return request.headers.get("hx-request") == "true"


FormHandler = Callable[[Request, FormData], Response]


def form_handler(handle: FormHandler) -> Callable[[Request], Awaitable[Response]]:
    """A route for a form: refused without the page's own token, handled in a thread as databases block."""

    async def endpoint(request: Request) -> Response:
        async with request.form(max_files=0, max_fields=500) as form:
            if not page_of(request).gate.signed(str(form.get("csrf", ""))):
                return PlainTextResponse("Форма устарела: обновите страницу.", 403)
            if any("\0" in value for _, value in form.multi_items() if isinstance(value, str)):
                return PlainTextResponse("В форме недопустимые знаки.", 400)
            return await run_in_threadpool(handle, request, form)

    return endpoint


def text_of(form: FormData, name: str) -> str | None:
    """A field of the form on one line; None when it is not there or blank."""
    value = form.get(name)
    return (" ".join(value.split()) or None) if isinstance(value, str) else None
