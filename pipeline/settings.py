"""The settings of a run, each a variable of the environment with a sane default.

A limit's variable is named in the message when a document hits it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import click

TERRITORY = "PRIKAZ_TERRITORY"
MEMORY_MB = "PRIKAZ_MEMORY_MB"
CPU_SECONDS = "PRIKAZ_CPU_SECONDS"
CPU_SECONDS_PER_MB = "PRIKAZ_CPU_SECONDS_PER_MB"
CPU_SECONDS_PER_PICTURE = "PRIKAZ_CPU_SECONDS_PER_PICTURE"
WALL_SECONDS = "PRIKAZ_WALL_SECONDS"
CLUSTER_SECONDS = "PRIKAZ_CLUSTER_SECONDS"
WITHOUT_WORKERS = 120  # seconds: a cluster on a busy machine takes half a minute to start a worker anew

# A plan of 319 pages is a PDF of about 3 MB and took 20 s with the slow reader (pdfplumber) on a busy core;
# hostile files of the same size want minutes and more than 4 GB.
# A scanned page takes 2 s in all, and half as long again if it lies on its side.
DEFAULTS = {MEMORY_MB: 2048, CPU_SECONDS: 20, CPU_SECONDS_PER_MB: 10, CPU_SECONDS_PER_PICTURE: 3, WALL_SECONDS: 0}

# A scan has a picture a page. Pictures never stand in a PDF's packed parts, so they can be counted without reading it.
PICTURE = re.compile(rb"/Subtype\s*/Image")
MAX_PICTURES = 1000  # that raise the limit: more is no order
MAX_BYTES = 64 * 2**20  # that are looked through; a larger file is refused unread


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one document may use."""

    memory_bytes: int  # of address space
    cpu_seconds: int
    wall_seconds: int  # catches a reader that sleeps


def limits_for(path: Path, environment: Mapping[str, str]) -> Limits:
    """The limits for a file: the CPU time grows with its size and its pictures, which stand for its number of pages.

    Raises:
        click.UsageError: a variable is not a whole number.
    """
    setting = {name: whole_number(name, environment.get(name, str(default))) for name, default in DEFAULTS.items()}
    data = read_start(path)
    pictures = min(len(PICTURE.findall(data)), MAX_PICTURES)
    megabytes = len(data) // 2**20
    more = megabytes * setting[CPU_SECONDS_PER_MB] + pictures * setting[CPU_SECONDS_PER_PICTURE]
    cpu = setting[CPU_SECONDS] + more
    # A loaded machine may give a reader a fifth of a core; it is not the document's fault.
    wall = setting[WALL_SECONDS] or 10 + 5 * cpu
    return Limits(setting[MEMORY_MB] * 2**20, cpu, wall)


def read_start(path: Path) -> bytes:
    """The file up to MAX_BYTES; nothing where it cannot be read, of which its reader will speak."""
    try:
        if not path.is_file():  # to open a pipe is to wait for ever
            return b""
        with path.open("rb") as file:
            return file.read(MAX_BYTES)
    except OSError:
        return b""


def whole_number(name: str, text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise click.UsageError(f"{name}: expected a whole number, found {text!r}")
    return int(text)
