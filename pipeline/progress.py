"""A progress bar on stderr, where somebody waits for more than one file or for a long one."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

LONG_BYTES = 2**20  # of one file: some 100 pages of PDF


@contextmanager
def show_progress(files: Sequence[Path]) -> Iterator[Callable[[], None]]:
    """Gives the function that says «one more file is done». Prints nothing where stderr is no terminal."""
    worth_it = len(files) > 1 or any(file.is_file() and file.stat().st_size > LONG_BYTES for file in files)
    columns = (SpinnerColumn(), BarColumn(), MofNCompleteColumn(), TextColumn("files"), TimeElapsedColumn())
    # transient: the summary takes the bar's place
    with Progress(
        *columns,
        console=Console(file=sys.stderr),
        transient=True,
        disable=not (worth_it and sys.stderr.isatty()),
    ) as bar:
        task = bar.add_task("import", total=len(files))
        yield lambda: bar.advance(task)
