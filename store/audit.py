"""The audit of imports: what changed the database or was refused."""

from uuid import uuid4

from sqlalchemy import Connection, insert

from store.model import ImportStamp, Outcome
from store.tables import imports


def record_import(
    connection: Connection, stamp: ImportStamp, file: str, sha256: str, order_id: str, outcome: Outcome
) -> None:
    """Note an import that changed the database. One that changed nothing leaves no trace at all."""
    _record(connection, stamp, file, sha256, order_id, outcome, None)


def record_refusal(connection: Connection, stamp: ImportStamp, file: str, sha256: str | None, message: str) -> None:
    """Note a file that was refused; `sha256` None when it could not even be read."""
    _record(connection, stamp, file, sha256, None, "refused", message)


def _record(
    connection: Connection,
    stamp: ImportStamp,
    file: str,
    sha256: str | None,
    order_id: str | None,
    outcome: str,
    message: str | None,
) -> None:
    row = {
        "import_id": str(uuid4()),
        "imported_at": stamp.imported_at,
        "actor": stamp.actor,
        "program_version": stamp.program_version,
        "rules_version": stamp.rules_version,
        "file": file,
        "sha256": sha256,
        "order_id": order_id,
        "outcome": outcome,
        "message": message,
    }
    connection.execute(insert(imports), row)
