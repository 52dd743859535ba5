"""The audit of imports: what changed the database or was refused."""

from uuid import uuid4

from sqlalchemy import Connection, insert, select

from store.model import ImportStamp, Outcome
from store.tables import imports

REGISTRY = "registry"  # stands for the file in a row about the registry


def record_import(
    connection: Connection, stamp: ImportStamp, file: str, sha256: str, order_id: str, outcome: Outcome
) -> None:
    """Note an import that changed the database. One that changed nothing leaves no trace at all."""
    _record(connection, stamp, file, sha256, order_id, outcome, None)


def record_refusal(connection: Connection, stamp: ImportStamp, file: str, sha256: str | None, message: str) -> None:
    """Note a file that was refused; `sha256` None when it could not even be read."""
    _record(connection, stamp, file, sha256, None, "refused", message)


def record_registry(connection: Connection, stamp: ImportStamp, sha256: str) -> None:
    """Note that a municipality's registry was taken in; `sha256` of all its files together."""
    _record(connection, stamp, REGISTRY, sha256, None, "registry", None)


def last_registry(connection: Connection) -> str | None:
    """The sha256 of the registry as it was last taken in; None before the first time."""
    newest = select(imports.c.sha256).where(imports.c.outcome == "registry")
    return connection.execute(newest.order_by(imports.c.imported_at.desc()).limit(1)).scalar_one_or_none()


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
