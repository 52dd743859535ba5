"""What is worked out of the program's own files, kept from run to run beside the modules that Python compiled.

Compiling the rules' expressions and parsing the vocabulary took a third of a cold import. As with compiled modules, a
file that is missing, damaged, of another Python or in a folder that nobody may write costs time and nothing else.
"""

import atexit
import marshal
import sys
import zlib
from collections.abc import Callable
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

_MOST = 4000  # values; those of rules and words that have changed since stay until then
_EVERYONE_READS = 0o644
_FAULTS = (OSError, EOFError, ValueError, TypeError)  # what a file raises that is missing or of another form
_SUM = 4  # bytes of the checksum, in front: `marshal` itself takes a damaged word for another one

Key = tuple[str | int | bytes, ...]  # all that a value was made of


class Kept:
    """The values of one file, which is read when the first is asked for."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._values: dict[Key, Any] | None = None
        self._is_new = False

    def get(self, key: Key, make: Callable[[], Any]) -> Any:
        """The value kept under the key, else what `make` gives: of plain types alone, those that `marshal` writes."""
        if self._values is None:
            self._values = self._read()
        if key not in self._values:
            self._values[key] = make()
            self._is_new = True
        return self._values[key]

    def write(self) -> None:
        """Keeps what was made. Another process reads the old file or the new one, never half of one."""
        if not self._is_new or self._values is None or sys.dont_write_bytecode:
            return
        self._is_new = False
        values = self._read() | self._values  # other processes' too
        content = marshal.dumps((sys.version, values if len(values) <= _MOST else self._values))
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=self._file.parent, prefix=self._file.name, delete=False) as written:
                written.write(zlib.crc32(content).to_bytes(_SUM) + content)
            made = Path(written.name)
            made.chmod(_EVERYONE_READS)
            made.replace(self._file)

    def _read(self) -> dict[Key, Any]:
        try:
            read = self._file.read_bytes()
            if int.from_bytes(read[:_SUM]) != zlib.crc32(read[_SUM:]):
                return {}
            made_by, values = marshal.loads(read[_SUM:])
        except _FAULTS:
            return {}
        return values if made_by == sys.version else {}


KEPT = Kept(Path(cache_from_source(__file__)).with_suffix(".values"))
atexit.register(KEPT.write)
