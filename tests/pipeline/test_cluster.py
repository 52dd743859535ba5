"""Documents read on a Dask cluster on this machine; skipped where prikaz[cluster] is not installed."""

from collections.abc import Iterator

import pytest

from tests.bench.bench_folder import write_bomb
from tests.bench.local_cluster import local_cluster
from tests.pipeline.command import Prikaz
from tests.pipeline.documents import write_empty, write_order

pytest.importorskip("distributed", reason="prikaz[cluster] is not installed", exc_type=ImportError)


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    with local_cluster(2) as address:
        yield address


def test_document_that_ends_its_worker_costs_itself_alone(prikaz: Prikaz, cluster: str) -> None:
    folder = prikaz.folder / "inbox"
    folder.mkdir()
    for number in range(1, 6):
        write_order(folder / f"order-{number}.docx", str(number))
    write_bomb(folder / "order-3a.pdf")
    write_empty(folder / "order-4a.docx")
    reports = {report["file"]: report for report in prikaz.reports("inbox", "--cluster", cluster)}
    refused = {name.split("/")[-1]: report["error"]["code"] for name, report in reports.items() if report["error"]}
    assert refused == {"order-3a.pdf": "worker_killed", "order-4a.docx": "empty"}
    assert sum(report["outcome"] == "new" for report in reports.values()) == 5


def test_cluster_and_own_processes_read_alike(prikaz: Prikaz, cluster: str) -> None:
    path = write_order(prikaz.folder / "order.docx")
    [first] = prikaz.reports(path.name, "--cluster", cluster)
    [again] = prikaz.reports(path.name)
    assert (first["outcome"], again["outcome"]) == ("new", "unchanged")


def test_cluster_that_does_not_answer_is_named(prikaz: Prikaz) -> None:
    write_order(prikaz.folder / "order.docx")
    done = prikaz.run("import", "order.docx", "--cluster", "tcp://127.0.0.1:1")
    assert done.returncode == 1
    assert "127.0.0.1:1" in done.stderr
    assert "Traceback" not in done.stderr


def test_cluster_without_workers_is_not_waited_for_without_end(prikaz: Prikaz) -> None:
    write_order(prikaz.folder / "order.docx")
    with local_cluster(0) as address:
        done = prikaz.run("import", "order.docx", "--cluster", address, PRIKAZ_CLUSTER_SECONDS="2")
    assert done.returncode == 1
    assert "no worker for 2 s (PRIKAZ_CLUSTER_SECONDS)" in done.stderr
    assert "Traceback" not in done.stderr
