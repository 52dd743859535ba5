"""A Dask cluster on this machine: `with local_cluster(2) as address`."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


@contextmanager
def local_cluster(workers: int) -> Iterator[str]:
    """The address of its scheduler on 127.0.0.1; the cluster is a process of its own, and ends with the block."""
    command = [sys.executable, "-m", "tests.bench.local_cluster", str(workers)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdin is not None and process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.stdin.close()
            process.wait(timeout=60)


def main() -> None:
    import dask  # the parent needs neither
    from distributed import LocalCluster

    workers = int(sys.argv[1])
    dask.config.set({"distributed.scheduler.allowed-failures": 1})
    with LocalCluster(
        n_workers=workers, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, memory_limit="500MB"
    ) as cluster:
        if workers:
            cluster.adapt(minimum=workers, maximum=workers)  # a nanny that fails to start a worker anew is replaced
        sys.stdout.write(cluster.scheduler_address + "\n")
        sys.stdout.flush()
        sys.stdin.read()  # until whoever started it is done


if __name__ == "__main__":
    main()
