"""The command `prikaz` without its second of imports: a process that has them forks itself for each call.

Each call is a process of its own as before, with its own output, exit status and signals.
"""

import atexit
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, NoReturn

from pipeline.cli import COMMANDS, main
from pipeline.lazy import load

ROOT = Path(__file__).parent.parent


@dataclass(slots=True)
class Running:
    """A call under way. `status`: the pid, then the exit status, each on a line."""

    pid: int
    out: IO[str]
    errors: IO[str]
    status: IO[str]

    def wait(self) -> int:
        return int(self.status.readline())

    def terminate(self) -> int:
        os.kill(self.pid, signal.SIGTERM)
        return self.wait()

    def said(self) -> str:
        """What it wrote to stderr until now."""
        self.errors.seek(0)
        return self.errors.read()

    def close(self) -> None:
        for one in (self.out, self.errors, self.status):
            one.close()


def run(arguments: Sequence[str], environment: dict[str, str], folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """`prikaz` with these arguments, to its end."""
    call = start(arguments, environment, folder)
    output, code = call.out.read(), call.wait()
    done = subprocess.CompletedProcess(["prikaz", *arguments], code, output, call.said())
    call.close()
    return done


def start(arguments: Sequence[str], environment: dict[str, str] | None = None, folder: Path = ROOT) -> Running:
    """`prikaz` with these arguments, in that folder."""
    errors = TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - Running closes it
    (out, out_end), (status, status_end) = os.pipe(), os.pipe()
    call = json.dumps([list(arguments), environment or dict(os.environ), str(folder)]).encode()
    socket.send_fds(_server(), [len(call).to_bytes(4, "big")], [out_end, errors.fileno(), status_end])
    _server().sendall(call)
    os.close(out_end)
    os.close(status_end)
    said = os.fdopen(status, encoding="utf-8")
    return Running(int(said.readline()), os.fdopen(out, encoding="utf-8"), errors, said)


@cache
def _server() -> socket.socket:
    """The socket of the process that forks; it ends with this one."""
    ours, theirs = socket.socketpair()
    server = subprocess.Popen([sys.executable, "-m", "tests.warm"], cwd=ROOT, stdin=theirs.fileno())
    theirs.close()
    atexit.register(server.wait)
    atexit.register(ours.close)  # the last that is registered runs first
    return ours


def serve(calls: socket.socket) -> None:
    """Forks a keeper for each call until the other side is closed."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for keepers
    while True:
        size, ends, _, _ = socket.recv_fds(calls, 4, 3)
        if not size:
            return
        call = b""
        while len(call) < int.from_bytes(size, "big"):
            call += calls.recv(65_536)
        if os.fork() == 0:
            calls.close()
            keep(json.loads(call), *ends)
        for end in ends:
            os.close(end)


def keep(call: tuple[list[str], dict[str, str], str], out: int, errors: int, status: int) -> None:
    """Forks the command, says its pid, waits for it and says its exit status."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    pid = os.fork()
    if pid == 0:
        os.close(status)
        obey(*call, out, errors)
    os.close(out)
    os.write(status, f"{pid}\n".encode())
    _, ended = os.waitpid(pid, 0)
    os.write(status, f"{os.waitstatus_to_exitcode(ended)}\n".encode())
    os._exit(0)


def obey(arguments: list[str], environment: dict[str, str], folder: str, out: int, errors: int) -> NoReturn:
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.chdir(folder)
    os.dup2(out, 1)
    os.dup2(errors, 2)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["prikaz", *arguments]
    main()
    sys.exit()  # as Python ends: what a command leaves to its end is done


if __name__ == "__main__":
    for place, _ in COMMANDS.values():
        load(place)
    load("pipeline.clerk:serve_page")  # what the command itself loads only when it is called
    serve(socket.socket(fileno=os.dup(0)))
