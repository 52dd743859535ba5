"""Old Office, OpenDocument and RTF files: LibreOffice converts them to .docx or .xlsx, which their readers read."""

import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from ingest.errors import ConversionFailed, NeedsLibreOffice
from ingest.model import Document
from ingest.readers import docx, xlsx
from ingest.readers.doc_tail import restore_last_table
from ingest.sniff import sniff

TIMEOUT = 120.0  # seconds; a plan takes 3 to 10, the first start of a new profile the most of it

_COMMAND = "soffice"
_SHEETS = ("ods", "xls")


def read(path: Path) -> Document:
    """The document, as the .docx or .xlsx reader reads LibreOffice's conversion.

    Raises: NeedsLibreOffice, ConversionFailed, and what that reader raises.
    """
    command = shutil.which(_COMMAND)
    if command is None:
        raise NeedsLibreOffice()
    with TemporaryDirectory(prefix="prikaz-") as folder:
        converted = _convert(command, path, Path(folder))
        document = xlsx.read(converted) if converted.suffix == ".xlsx" else docx.read(converted)
    return restore_last_table(document, path.read_bytes()) if sniff(path) == "doc" else document


def _convert(command: str, path: Path, folder: Path) -> Path:
    """The converted file in `folder`.

    The source is copied under a name of our own with the ending of its content: LibreOffice believes names. The
    profile is our own too, since a running LibreOffice would take the order over and return at once.
    """
    kind = sniff(path)
    source = folder / f"source.{kind}"
    made = "xlsx:Calc MS Excel 2007 XML" if kind in _SHEETS else "docx:MS Word 2007 XML"
    shutil.copyfile(path, source)
    target = folder / "out"
    arguments = [
        command,
        "--headless",
        "--norestore",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--convert-to",
        made,
        "--outdir",
        str(target),
        str(source),
    ]
    output = _run(arguments)
    converted = target / f"source.{made[:4]}"
    if not converted.is_file():
        raise ConversionFailed(" ".join(output.split())[:200])
    return converted


def _run(arguments: list[str]) -> str:
    """What the command printed. soffice is a script that starts the real program: both are in a group of their own.

    A guard leads the group, so that the group ends with this process even where that is killed: at its end of the
    pipe the guard reads that nobody is left, and kills all.
    """
    guard = subprocess.Popen(["/bin/sh", "-c", "read nothing; kill -KILL 0"], stdin=subprocess.PIPE, process_group=0)
    process = subprocess.Popen(
        arguments,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        process_group=guard.pid,
        text=True,
        errors="replace",
    )
    try:
        return process.communicate(timeout=TIMEOUT)[0]
    except subprocess.TimeoutExpired as error:
        raise ConversionFailed(f"no answer in {TIMEOUT:.0f} s", f"нет ответа за {TIMEOUT:.0f} с") from error
    finally:
        os.killpg(guard.pid, signal.SIGKILL)
        for one in (process, guard):
            one.communicate()
