"""Serves the clerk's page on 127.0.0.1 until it is interrupted. The public face of the package."""

import logging
import socket
import warnings
import webbrowser
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import uvicorn
from sqlalchemy import Engine

from review.app import make_app
from review.pictures import Draw
from review.queue import Session
from review.rendering import make_environment
from review.requests import Page
from review.rereading import Rereader
from review.security import Gate
from store.review.leases import clear_leases

LOCALHOST = "127.0.0.1"


class PortTaken(Exception):
    """Another program listens on the port that was asked for."""


def serve(
    engine: Engine, clerk: str, port: int, say: Callable[[str], None],
    *, open_browser: bool = True, folders: tuple[Path, ...] = (), draw: Draw | None = None,
) -> None:  # fmt: skip
    """Serve until Ctrl-C. `say` gets the one-time address, once connections are taken; `port` 0 is any free one.

    Raises PortTaken, StoreError.
    """
    listener = listen(port)
    gate = Gate(listener.getsockname()[1])
    rereader = Rereader(engine, clerk)
    page = Page(engine, Session(clerk, []), gate, rereader, make_environment(), folders, draw)
    # The address holds the token: no access log.
    config = uvicorn.Config(
        make_app(page), log_level=logging.WARNING, access_log=False, lifespan="off", server_header=False
    )
    address = f"http://{LOCALHOST}:{gate.port}/?token={gate.token}"
    free_questions(engine, clerk)
    rereader.start()
    # An interrupt while uvicorn starts leaves its coroutine behind; the clerk needs no word of that.
    warnings.filterwarnings("ignore", "coroutine 'Server.serve' was never awaited", RuntimeWarning)
    try:
        say(address)
        if open_browser:
            webbrowser.open(address)
        uvicorn.Server(config).run(sockets=[listener])
    finally:
        rereader.stop()
        listener.close()
        free_questions(engine, clerk)


def free_questions(engine: Engine, clerk: str) -> None:
    """Other clerks need not wait for a page that is closed."""
    with engine.begin() as connection:
        clear_leases(connection, clerk, datetime.now(UTC))


def listen(port: int) -> socket.socket:
    """A socket that takes connections from now on. Raises PortTaken."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((LOCALHOST, port))
    except OSError as error:
        listener.close()
        raise PortTaken(f"port {port}: {error.strerror}; choose another with --port, or leave it out") from error
    listener.listen()
    return listener
