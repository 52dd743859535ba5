"""Reads orders again behind the page, when the clerk pauses: an answer never waits for it."""

import logging
from datetime import UTC, datetime
from importlib.metadata import version
from threading import Event, Thread

from sqlalchemy import Engine

from normalize.order import RULES_VERSION
from store.db import reading
from store.errors import StoreError
from store.locks import lock_decisions
from store.model import ImportStamp
from store.review.rereads import finish_reread, forget_reread, next_reread, prepare_reread

log = logging.getLogger(__name__)

QUIET_SECONDS = 0.4  # an order takes 0.1 s to read: it must not meet the clerk's next key
LONGEST_SECONDS = 5.0  # a clerk without pauses waits now and then
RETRY_SECONDS = 5.0  # another program had the database locked


class Rereader:
    """One thread that empties the table of requests. What it leaves undone at the end is done at the next start."""

    def __init__(self, engine: Engine, clerk: str) -> None:
        self.engine = engine
        self.clerk = clerk
        self.given_up: dict[str, str] = {}  # order → why it could not be read again; tried again at the next start
        self._asked, self._quiet, self._stop = Event(), Event(), Event()
        self._thread = Thread(target=self._run, name="reread", daemon=True)

    def start(self) -> None:
        self._asked.set()  # what an earlier run left
        self._thread.start()

    def wake(self) -> None:
        """A decision was taken: read soon, but not before it is quiet."""
        self._quiet.set()
        self._asked.set()

    def stop(self) -> None:
        """Waits for the order being read."""
        self._stop.set()
        self._quiet.set()
        self._asked.set()
        self._thread.join()

    def stamp(self) -> ImportStamp:
        return ImportStamp(datetime.now(UTC), self.clerk, version("prikaz"), RULES_VERSION)

    def _run(self) -> None:
        while True:
            self._asked.wait()
            self._asked.clear()
            self._wait_for_quiet()
            if self._stop.is_set():
                return
            self._read_all()

    def _wait_for_quiet(self) -> None:
        waited = 0.0
        while waited < LONGEST_SECONDS and not self._stop.is_set():
            self._quiet.clear()
            waited += QUIET_SECONDS
            if not self._quiet.wait(QUIET_SECONDS):
                return

    def _read_all(self) -> None:
        try:
            while not self._stop.is_set() and self._read_one():
                if self._quiet.is_set():
                    self._wait_for_quiet()
        except StoreError as error:
            log.warning("orders could not be read again: %s; tried again in %d s", error, RETRY_SECONDS)
            if not self._stop.wait(RETRY_SECONDS):
                self._asked.set()

    def _read_one(self) -> bool:
        """False when nothing is left. An order that the rules fail on keeps its request, and the others go on."""
        with reading(self.engine) as connection:
            order_id = next_reread(connection, self.given_up)
        if order_id is None:
            return False
        try:
            self._reread(order_id)
        except StoreError:
            raise
        except Exception as error:  # the outermost loop of this thread: whatever it is costs one order
            log.exception("order %s could not be read again", order_id)
            self.given_up[order_id] = f"{type(error).__name__}: {error}"
        return True

    def _reread(self, order_id: str) -> None:
        """Reads without a lock, 0.1 s and more; loads under one, and only if no decision was taken meanwhile."""
        with reading(self.engine) as connection:
            reread = prepare_reread(connection, order_id)
        with self.engine.begin() as connection:
            lock_decisions(connection)
            if reread is None:
                forget_reread(connection, order_id)
            else:
                finish_reread(connection, self.stamp(), reread)
