"""The server itself: it starts and ends cleanly, and a kill between answer and reading loses nothing."""

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.review.asked import decisions_in_force, open_keys, rows
from tests.review.conftest import ORDER_306, MakeClerk
from tests.review.desk import ROOT, prikaz, running

REQUESTS = "SELECT count(*) FROM reread_requests"


def start(url: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "pipeline", "review", "--no-open", "--db", url]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_ends_by_interrupt_without_a_word(sqlite_306_url: str) -> None:
    server = start(sqlite_306_url)
    assert server.stdout is not None
    address = server.stdout.readline()
    assert address.startswith("http://127.0.0.1:")
    assert "/?token=" in address
    server.send_signal(signal.SIGINT)
    rest, errors = server.communicate(timeout=20)
    assert (server.returncode, rest, errors) == (0, "", "the page is closed; all answers are kept\n")


def test_a_taken_port_is_named(sqlite_306_url: str) -> None:
    with running(sqlite_306_url) as address:
        port = address.split(":")[2].split("/")[0]
        done = prikaz(sqlite_306_url, "review", "--no-open", "--port", port)
    assert done.returncode == 1
    assert f"port {port}" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_kill_after_the_answer_loses_nothing(sqlite_306_url: str, make_clerk: MakeClerk) -> None:
    """The order is read again at the next start."""
    server = start(sqlite_306_url)
    try:
        assert server.stdout is not None
        clerk = make_clerk()
        clerk.open(server.stdout.readline().strip())
        while not clerk.question.startswith("Это одна организация?"):
            clerk.press("KeyK")
        clerk.press("Enter")
    finally:
        server.kill()
        server.communicate()
    assert len(decisions_in_force(sqlite_306_url)) == 1
    assert rows(sqlite_306_url, REQUESTS) == [(1,)]
    with running(sqlite_306_url) as address:
        other = make_clerk()
        other.open(address)
        other.rest(address)
    said = "SELECT DISTINCT organization FROM v_parties WHERE surface LIKE '%ИРО»%' AND kind = 'organization'"
    assert rows(sqlite_306_url, said) == [("ГАОУ ДПО СО «ИРО»",)]


def test_an_import_reads_what_a_killed_server_left(sqlite_306_url: str, tmp_path: Path, make_clerk: MakeClerk) -> None:
    server = start(sqlite_306_url)
    try:
        assert server.stdout is not None
        clerk = make_clerk()
        clerk.open(server.stdout.readline().strip())
        clerk.answer()
    finally:
        server.kill()
        server.communicate()
    assert rows(sqlite_306_url, REQUESTS) == [(1,)]
    done = prikaz(sqlite_306_url, "import", str(ORDER_306))
    assert done.returncode == 0, done.stderr
    assert decisions_in_force(sqlite_306_url)[0][2] not in open_keys(sqlite_306_url)


def test_every_page_opens(url_306: str, make_clerk: MakeClerk) -> None:
    """On both databases, with and without a filter; also for words that find nothing or look like operators."""
    with running(url_306) as address:
        clerk = make_clerk()
        clerk.open(address)
        clerk.answer()
        root = address.split("/?")[0]
        for path in ("/orders", "/people", "/schools", "/organizations", "/history", "/progress", "/search"):
            for query in ("", "?q=школа&name=школа", "?q=%25%22*+AND+NEAR(&name=%25%22*&issuer=x&year=y&open=on"):
                answer = clerk.page.request.get(f"{root}{path}{query}")
                assert answer.status == 200, f"{path}{query}: {answer.text()}"


def test_help_has_an_example() -> None:
    for arguments in (["review"], ["review", "export"], ["review", "apply"]):
        done = prikaz("sqlite://", *arguments, "--help")
        assert done.returncode == 0
        assert "Example:" in done.stdout


@pytest.mark.parametrize("replaced", [False, True])
def test_no_answer_goes_into_a_file_that_is_gone(replaced: bool, sqlite_306_url: str, make_clerk: MakeClerk) -> None:
    """Deleted, or replaced by a copy, under the running page: the answer is refused, and so is every later look."""
    file = Path(sqlite_306_url.removeprefix("sqlite:///"))
    copy = shutil.copyfile(file, file.with_name("copy.db"))
    with running(sqlite_306_url) as address:
        clerk = make_clerk()
        clerk.open(address)
        asked = clerk.question
        clerk.press("KeyR")
        clerk.page.keyboard.insert_text("спросила методиста")
        file.unlink()
        if replaced:
            copy.rename(file)
        clerk.press("Enter", "Digit1")
        assert clerk.said.startswith("Ответ не записан: файл базы удалён или заменён")
        assert (clerk.question, clerk.page.locator("#reason").input_value()) == (asked, "спросила методиста")
        clerk.page.reload()
        assert "файл базы удалён или заменён" in clerk.page.inner_text("[role=alert]")
        clerk.faults = [one for one in clerk.faults if "503" not in one]
    assert file.exists() == replaced
    if replaced:
        assert decisions_in_force(sqlite_306_url) == []
