"""Requests to the clerk's page, built by hand: every route, any bytes. `python -m tests.hostile.routes`.

The page's application is called without a network, so that a request may be one that no browser could send.
"""

import argparse
import asyncio
import re
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from urllib.parse import quote_from_bytes

from sqlalchemy import Engine, select
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import Message

from ingest.order import read_order
from pipeline.loading import load_rows
from review.app import make_app
from review.queue import Session
from review.rendering import make_environment
from review.requests import Page
from review.rereading import Rereader
from review.security import Gate
from store.check import check
from store.db import open_engine, reading, upgrade
from store.review.question import find_question
from store.review.queue import queue_entries
from store.tables import decisions, measures, orders, organizations, parties, people
from tests.hostile.databases import KINDS, database
from tests.hostile.saying import say
from tests.store.dumps import dump

PORT = 8306
ROOT = Path(__file__).parent.parent.parent
REVIEW = ROOT / "review"
ORDER = ROOT / "data" / "raw" / "order-306-2020.docx"
FIELD = re.compile(
    r"""(?:form\.get|form\.getlist|params\.get|params\.getlist|asked\.get)\("(\w+)|form, "(\w+)"|name="(\w+)\""""
)
LOOK_EACH = 200  # requests
FORM = b"application/x-www-form-urlencoded"
LOOKED_AT = ("question_leases",)  # what a page writes when it is only looked at
ODD = (
    *(
        b"",
        b"0",
        b"-1",
        b"new",
        b"\x00",
        b"\xff\xfe",
        b"\xed\xa0\x80",
        "\u202eтекст".encode(),
        b"%00",
        b"%",
        b"..",
        b"/",
    ),
    *(b"' OR 1=1 --", b'"', b"NEAR(", b"*", b"{{7*7}}", b"<script>", b"\r\nX: y", b"9" * 400, "Ж".encode() * 5000),
    *(b"2020-13-45", b"0001-01-01", b"+10000-01-01", b"here", b"everywhere", b"same", b"text", b"unsure", b"merge"),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as bytes."""

    method: str
    path: bytes  # unquoted
    query: bytes
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Answered:
    status: int
    text: str


@dataclass(slots=True)
class Desk:
    """A running page and what stands in its database."""

    app: Starlette
    gate: Gate
    engine: Engine
    values: tuple[bytes, ...]  # ids and keys of every sort
    faults: list[str] = field(default_factory=list)
    statuses: Counter[str] = field(default_factory=Counter)

    @property
    def own_headers(self) -> tuple[tuple[bytes, bytes], ...]:
        """Of the clerk's own browser."""
        cookie = f"{self.gate.cookie}={self.gate.session}".encode()
        return (b"host", f"127.0.0.1:{PORT}".encode()), (b"cookie", cookie), (b"sec-fetch-site", b"same-origin")

    def routes(self) -> Iterator[tuple[str, str]]:
        """(method, path with {names})."""
        for route in self.app.routes:
            if isinstance(route, Route):
                yield from ((method, route.path) for method in sorted(route.methods or ()) if method != "HEAD")
        yield "GET", "/static/{name}"

    def ask(self, asked: Asked) -> Answered:
        """Sends the request. What the application raises is a fault of its own: status 599.

        In a thread, as the browser tests of the same process may have a loop running in this one.
        """
        try:
            with ThreadPoolExecutor(1) as thread:
                answer = thread.submit(lambda: asyncio.run(_send(self.app, asked))).result()
        except Exception as error:  # noqa: BLE001
            answer = Answered(599, repr(error))
        self.statuses[f"{asked.method} {answer.status}"] += 1
        return answer

    def form(self, path: str, **fields: str) -> Answered:
        """A form as the page's own browser sends it."""
        body = urlencode([(b"csrf", self.gate.csrf.encode())] + [(k.encode(), v.encode()) for k, v in fields.items()])
        return self.ask(Asked("POST", path.encode(), b"", (*self.own_headers, (b"content-type", FORM)), body))

    def state(self) -> dict[str, list[str]]:
        """What only an answer may change."""
        return dump(self.engine, *LOOKED_AT)


def open_page(engine: Engine) -> Desk:
    """The page on a database with order 306; nothing is read again behind it unless an answer does so itself."""
    with engine.begin() as connection:
        load_rows(connection, read_order(ORDER), None)
    gate = Gate(PORT)
    page = Page(engine, Session("Анна", []), gate, Rereader(engine, "Анна"), make_environment(), (ORDER.parent,))
    return Desk(make_app(page), gate, engine, tuple(known_values(engine)))


def known_values(engine: Engine) -> Iterator[bytes]:
    """Ids of each table, keys of people, organizations and questions."""
    with reading(engine) as connection:
        for column in (
            *(orders.c.order_id, measures.c.measure_id, parties.c.party_id, people.c.person_id, people.c.key),
            *(organizations.c.organization_id, organizations.c.key),
        ):
            yield from (str(value).encode() for value in connection.execute(select(column).limit(20)).scalars())
        for entry in queue_entries(connection):
            question = find_question(connection, entry.question_id)
            yield from (entry.entry_id.encode(), entry.question_id.encode(), entry.key.encode())
            yield from (one.answer.encode() for one in (question.candidates if question else ()))


def field_names() -> tuple[bytes, ...]:
    """The names that the page's code and templates know."""
    files = [*REVIEW.glob("*.py"), *(REVIEW / "templates").glob("*.html")]
    found = {name for path in files for groups in FIELD.findall(path.read_text(encoding="utf-8")) for name in groups}
    return tuple(sorted(name.encode() for name in found - {""}))


async def _send(app: Starlette, asked: Asked) -> Answered:
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": asked.method, "scheme": "http",
        "path": asked.path.decode("utf-8", "replace"), "raw_path": quote_from_bytes(asked.path).encode(),
        "query_string": asked.query, "headers": list(asked.headers), "root_path": "",
        "client": ("127.0.0.1", 50000), "server": ("127.0.0.1", PORT),
    }  # fmt: skip
    pieces: list[Message] = [{"type": "http.request", "body": asked.body, "more_body": False}]
    sent: list[Message] = []

    async def receive() -> Message:
        return pieces.pop() if pieces else {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return Answered(int(sent[0]["status"]), body.decode("utf-8", "replace"))


def urlencode(fields: list[tuple[bytes, bytes]]) -> bytes:
    return b"&".join(
        quote_from_bytes(name).encode() + b"=" + quote_from_bytes(value).encode() for name, value in fields
    )


# --- odd requests ----------------------------------------------------------------------------------------


@dataclass(slots=True)
class Maker:
    """Makes requests: known values mostly, now and then odd ones."""

    desk: Desk
    chance: Random
    names: tuple[bytes, ...] = field(default_factory=field_names)

    def value(self) -> bytes:
        match self.chance.randrange(8):
            case 0 | 1:
                return self.chance.choice(ODD)
            case 2:
                known = bytearray(self.chance.choice(self.desk.values))
                known[self.chance.randrange(len(known))] = self.chance.randrange(256)
                return bytes(known)
            case 3:
                return self.chance.randbytes(self.chance.randrange(40))
            case _:
                return self.chance.choice(self.desk.values)

    def path(self, template: str) -> bytes:
        return b"".join(
            self.value() if part.startswith("{") else part.encode() for part in re.split(r"(\{\w+\})", template)
        )

    def fields(self) -> list[tuple[bytes, bytes]]:
        count = self.chance.choice((0, 1, 3, len(self.names)))
        return [(name, self.value()) for name in self.chance.sample(self.names, count)]

    def request(self, method: str, template: str) -> Asked:
        """A request of the clerk's own browser to the route, with odd contents."""
        path, query = self.path(template), urlencode(self.fields())
        if self.chance.randrange(10) == 0:
            query = self.chance.randbytes(30)
        headers = self.desk.own_headers
        if self.chance.randrange(2):
            headers = (*headers, (b"hx-request", b"true"))
        if method == "GET":
            return Asked(method, path, query, headers)
        kind, body = self.body()
        return Asked(method, path, query, (*headers, (b"content-type", kind)), body)

    def body(self) -> tuple[bytes, bytes]:
        fields = [*self.fields(), (b"csrf", self.desk.gate.csrf.encode())]
        match self.chance.randrange(10):
            case 0:
                return FORM, self.chance.randbytes(60)
            case 1:
                return self.chance.choice((b"application/json", b"text/plain", b"\xff", b"")), b'{"csrf": 1}'
            case 2:
                parts = b"".join(
                    b'--x\r\ncontent-disposition: form-data; name="%s"\r\n\r\n%s\r\n' % one for one in fields
                )
                return b"multipart/form-data; boundary=x", parts + self.chance.choice((b"--x--\r\n", b"", b"--x"))
            case 3:
                upload = b'--x\r\ncontent-disposition: form-data; name="csrf"; filename="a"\r\n\r\nx\r\n--x--\r\n'
                return b"multipart/form-data; boundary=x", upload
            case 4:
                return FORM, urlencode(fields * 200)
            case _:
                return FORM, urlencode(fields)


STRANGERS: dict[str, tuple[tuple[bytes, bytes | None], ...]] = {
    "no session": ((b"cookie", None),),
    "another session": ((b"cookie", b"prikaz_8306=guess"),),
    "the session of another port": ((b"cookie", b"prikaz_8307=guess"),),
    "another host": ((b"host", b"evil.example:8306"),),
    "another port": ((b"host", b"127.0.0.1:80"),),
    "no host": ((b"host", None),),
    "another origin": ((b"origin", b"http://evil.example"),),
    "no origin": ((b"origin", b"null"),),
    "another site": ((b"sec-fetch-site", b"cross-site"), (b"sec-fetch-mode", b"no-cors")),
    "another port's page": ((b"sec-fetch-site", b"same-site"),),
}


def as_stranger(asked: Asked, who: str) -> Asked:
    """The same request, sent by somebody who must not be let in."""
    changed = dict(STRANGERS[who])
    kept = tuple(header for header in asked.headers if header[0] not in changed)
    added = tuple((name, value) for name, value in changed.items() if value is not None)
    return Asked(asked.method, asked.path, asked.query, (*kept, *added), asked.body)


def run(desk: Desk, requests: int, seed: int) -> None:
    """So many requests, each route as often; what breaks a promise goes into `desk.faults`.

    First those that must not change anything: looking, and whatever strangers send. Then the clerk's own.
    """
    maker, routes = Maker(desk, Random(seed)), list(desk.routes())
    before = desk.state()
    for number in range(requests // 2):
        method, template = routes[number % len(routes)]
        who = None if method == "GET" and maker.chance.randrange(2) else maker.chance.choice(list(STRANGERS))
        send(desk, maker.request(method, template), who)
        if number % LOOK_EACH == 0 and desk.state() != before:
            desk.faults.append(f"one of the {LOOK_EACH} requests before number {number} changed the database")
            before = desk.state()
    if desk.state() != before:
        desk.faults.append("one of the last requests changed the database")
    posts = [route for route in routes if route[0] == "POST"]
    for number in range(requests - requests // 2):
        send(desk, maker.request(*posts[number % len(posts)]), None)
    with reading(desk.engine) as connection:
        desk.faults += [f"check: {one.place}: {one.text}" for one in check(connection)]


def send(desk: Desk, asked: Asked, who: str | None) -> None:
    """`who` None: the clerk."""
    asked = asked if who is None else as_stranger(asked, who)
    answer = desk.ask(asked)
    if answer.status >= 500 or (who is not None and answer.status not in (400, 403)):
        desk.faults.append(f"{who or 'the clerk'}: {answer.status} {answer.text[-300:]!r} {asked}"[:3000])


def answer_all(desk: Desk) -> int:
    """Takes the first candidate of every open question as the page's own browser does; how many were kept."""
    kept = 0
    with reading(desk.engine) as connection:
        asked = [find_question(connection, entry.question_id) for entry in queue_entries(connection)]
    for question in asked:
        if question is None or not question.candidates:
            continue
        before = len(desk.state()[decisions.name])
        answer = desk.form(
            "/answer",
            question=question.entry.question_id,
            key=question.entry.key,
            take=question.candidates[0].answer,
            scope="here",
        )
        added = len(desk.state()[decisions.name]) - before
        if answer.status != 303 or added != 1:
            desk.faults.append(f"a right answer was not kept: {question.entry.key}: {answer.status}, {added}")
        kept += added
    return kept


def tell(desk: Desk, kind: str, kept: int) -> None:
    told = ", ".join(f"{status}: {count}" for status, count in sorted(desk.statuses.items()))
    say(
        f"{kind}: requests {sum(desk.statuses.values())} ({told}), right answers kept {kept}, faults {len(desk.faults)}"
    )
    for line in desk.faults[:20]:
        say(f"  {line}")


def main() -> int:
    """Prints the figures; 1 if something does not hold."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--requests", type=int, default=20_000)
    parser.add_argument("--db", choices=KINDS, default="sqlite")
    parser.add_argument("--seed", type=int, default=306)
    arguments = parser.parse_args()
    with TemporaryDirectory(prefix="routes-") as name, database(arguments.db, Path(name)) as url:
        engine = open_engine(url)
        upgrade(engine)
        desk = open_page(engine)
        kept = answer_all(desk)
        run(desk, arguments.requests, arguments.seed)
        tell(desk, arguments.db, kept)
        engine.dispose()
    return 1 if desk.faults else 0


if __name__ == "__main__":
    sys.exit(main())
