"""The settings of a run, each a variable of the environment with a sane default.

A limit's variable is named in the message when a document hits it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import click

MEMORY_MB = "PRIKAZ_MEMORY_MB"
CPU_SECONDS = "PRIKAZ_CPU_SECONDS"
CPU_SECONDS_PER_MB = "PRIKAZ_CPU_SECONDS_PER_MB"
WALL_SECONDS = "PRIKAZ_WALL_SECONDS"

# A plan of 319 pages is a PDF of about 3 MB and took 20 s with the slow reader (pdfplumber) on a busy core;
# hostile files of the same size want minutes and more than 4 GB.
DEFAULTS = {MEMORY_MB: 2048, CPU_SECONDS: 20, CPU_SECONDS_PER_MB: 10, WALL_SECONDS: 0}


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one document may use."""

    memory_bytes: int  # of address space
    cpu_seconds: int
    wall_seconds: int  # catches a reader that sleeps


def limits_for(path: Path, environment: Mapping[str, str]) -> Limits:
    """The limits for a file: the CPU time grows with its size, which stands for its number of pages.

    Raises:
        click.UsageError: a variable is not a whole number.
    """
    setting = {name: whole_number(name, environment.get(name, str(default))) for name, default in DEFAULTS.items()}
    megabytes = path.stat().st_size // 2**20 if path.exists() else 0  # it may have gone since it was listed
    cpu = setting[CPU_SECONDS] + megabytes * setting[CPU_SECONDS_PER_MB]
    # A loaded machine may give a reader a fifth of a core; it is not the document's fault.
    wall = setting[WALL_SECONDS] or 10 + 5 * cpu
    return Limits(setting[MEMORY_MB] * 2**20, cpu, wall)


def whole_number(name: str, text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise click.UsageError(f"{name}: expected a whole number, found {text!r}")
    return int(text)
