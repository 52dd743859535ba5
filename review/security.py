"""Keeps strangers on a shared machine, and other sites in the clerk's browser, away from the page.

Host header (DNS rebinding), one-time link → session cookie, CSRF token, Sec-Fetch-Site and Origin,
Content-Security-Policy without inline anything. Order of the checks: the cheapest refusal first.
"""

import hmac
import secrets
from dataclasses import dataclass, field

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)  # data: Pico's arrows and check marks are pictures within its style sheet
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    "referrer-policy": "same-origin",  # with «no-referrer» forms would send Origin: null
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
WHERE = "Откройте страницу по ссылке из окна, в котором запущена команда prikaz review."


@dataclass(slots=True)
class Gate:
    """The secrets of one running server. `token` opens the page once; `port` is part of what a Host may be."""

    port: int
    token: str | None = field(default_factory=lambda: secrets.token_urlsafe(32))
    session: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    @property
    def cookie(self) -> str:
        """Cookies are shared by all ports of a host: two servers must not overwrite each other's."""
        return f"prikaz_{self.port}"

    @property
    def hosts(self) -> tuple[str, ...]:
        return (f"127.0.0.1:{self.port}", f"localhost:{self.port}")

    def admit(self, token: str) -> bool:
        """True once, for the right token."""
        if self.token is None or not hmac.compare_digest(token.encode(), self.token.encode()):
            return False
        self.token = None
        return True

    def knows(self, request: Request) -> bool:
        return hmac.compare_digest(request.cookies.get(self.cookie, "").encode(), self.session.encode())

    def signed(self, csrf: str) -> bool:
        return hmac.compare_digest(csrf.encode(), self.csrf.encode())


class Guard:
    """ASGI middleware: refuses, or lets through and puts the headers on every answer."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self.app = app
        self.gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        answer = self._refuse(Request(scope))
        await (answer or self.app)(scope, receive, send_guarded)
        return None

    def _refuse(self, request: Request) -> Response | None:
        """A refusal, the way in, or None: let through."""
        if request.headers.get("host") not in self.gate.hosts:
            return PlainTextResponse("Неизвестный адрес.", 400)
        if is_odd(request.scope["path"], request.scope["query_string"]):
            return PlainTextResponse("Адрес содержит недопустимые знаки.", 400)
        if foreign(request.headers, request.method, self.gate.hosts):
            return PlainTextResponse("Запрос пришёл с другой страницы.", 403)
        token = request.query_params.get("token")
        if request.url.path == "/" and token is not None and not self.gate.knows(request):
            return self._let_in(token)
        if not self.gate.knows(request):
            return PlainTextResponse(f"Нет доступа. {WHERE}", 403)
        return None

    def _let_in(self, token: str) -> Response:
        if not self.gate.admit(token):
            return PlainTextResponse(f"Эта ссылка уже использована или неверна. {WHERE}", 403)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(self.gate.cookie, self.gate.session, httponly=True, samesite="strict", path="/")
        return answer


def is_odd(path: str, query: bytes) -> bool:
    """Whether the address holds what no browser sends: NUL, of which databases make an error, or bytes unquoted."""
    return "\0" in path or b"%00" in query or b"\0" in query or not query.isascii()


def foreign(headers: Headers, method: str, hosts: tuple[str, ...]) -> bool:
    """Whether another site's page made the browser send this.

    A link followed from elsewhere («cross-site» GET as a navigation) shows a page and changes nothing.
    """
    origin = headers.get("origin")
    if origin is not None and origin not in {f"http://{host}" for host in hosts}:
        return True
    site = headers.get("sec-fetch-site", "none")
    if site in ("same-origin", "none"):
        return False
    return method not in ("GET", "HEAD") or headers.get("sec-fetch-mode") != "navigate"
