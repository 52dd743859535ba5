"""What a municipality knows, from `data/registry/*.csv`: checked line by line, then saved as the registry.

Three optional files, UTF-8, fields parted by «;», the first line names the columns:

people.csv         territory;surname;initials;given_names
schools.csv        territory;number;type;name;aliases
organizations.csv  territory;name;kind;aliases

`given_names`, `aliases` (several parted by «|») and a school's `number` or `name` may be empty. An organization
without a territory stands above territories (a ministry).
"""

import csv
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection

from normalize.registry import registered_organization, registered_person, registered_school
from store.audit import last_registry, record_registry
from store.model import ImportStamp
from store.read import order_summaries
from store.registry import KnownOrganization, KnownPerson, save_registry
from store.review.rereads import request_rereads


class RegistryError(ValueError):
    """A line that cannot be taken; the message says file, line, what was expected and what was found."""


@dataclass(slots=True)
class Registry:
    """What the files say, by territory; None = above territories."""

    people: dict[str | None, list[KnownPerson]] = field(default_factory=lambda: defaultdict(list))
    organizations: dict[str | None, list[KnownOrganization]] = field(default_factory=lambda: defaultdict(list))


def load_registry(connection: Connection, folder: Path, stamp: ImportStamp) -> int:
    """How many entries were taken in; 0 where there are no files, or none that changed since the last time.

    The orders of its territories are asked to be read again. Raises RegistryError.
    """
    content = b"".join(path.read_bytes() for path in files_of(folder))
    sha256 = hashlib.sha256(content).hexdigest()
    if not content or sha256 == last_registry(connection):
        return 0
    registry = read_registry(folder)
    record_registry(connection, stamp, sha256)
    orders = [order.order_id for order in order_summaries(connection)]
    request_rereads(connection, orders, stamp.imported_at)
    for territory in sorted({*registry.people, *registry.organizations}, key=lambda name: name or ""):
        save_registry(connection, territory, registry.people[territory], registry.organizations[territory])
    return sum(map(len, registry.people.values())) + sum(map(len, registry.organizations.values()))


def files_of(folder: Path) -> list[Path]:
    """The registry's files that are there."""
    return [folder / name for name in _COLUMNS if (folder / name).is_file()]


def read_registry(folder: Path) -> Registry:
    """The files of the folder, every line checked. Raises RegistryError for the first that does not hold."""
    registry = Registry()
    readers: dict[str, Callable[[dict[str, str], str, Registry], None]] = {
        "people.csv": _read_person,
        "schools.csv": _read_school,
        "organizations.csv": _read_organization,
    }
    for name, reader in readers.items():
        if (folder / name).is_file():
            for place, row in _rows(folder / name):
                try:
                    reader(row, place, registry)
                except ValueError as error:
                    raise RegistryError(f"{place}: {error}") from error
    return registry


_COLUMNS = {
    "people.csv": ("territory", "surname", "initials", "given_names"),
    "schools.csv": ("territory", "number", "type", "name", "aliases"),
    "organizations.csv": ("territory", "name", "kind", "aliases"),
}


def _rows(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Each line's place («people.csv:12») and fields, blanks trimmed."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = csv.DictReader(file, delimiter=";", strict=True)
        try:
            if tuple(lines.fieldnames or ()) != _COLUMNS[path.name]:
                expected, found = ";".join(_COLUMNS[path.name]), ";".join(lines.fieldnames or ())
                raise RegistryError(f"{path.name}:1: expected the columns {expected}, found {found}")
            for row in lines:
                place = f"{path.name}:{lines.line_num}"
                if None in row or None in row.values():
                    raise RegistryError(f"{place}: expected {len(_COLUMNS[path.name])} fields")
                yield place, {key: (value or "").strip() for key, value in row.items()}
        except (csv.Error, UnicodeDecodeError) as error:
            raise RegistryError(f"{path.name}:{lines.line_num}: {error}") from error


def _read_person(row: dict[str, str], place: str, registry: Registry) -> None:
    person = registered_person(row["surname"], row["initials"], row["given_names"])
    registry.people[_territory(row)].append(KnownPerson(person, place))


def _read_school(row: dict[str, str], place: str, registry: Registry) -> None:
    school = registered_school(row["number"], row["type"], row["name"], row["aliases"])
    registry.organizations[_territory(row)].append(KnownOrganization(school, place))


def _read_organization(row: dict[str, str], place: str, registry: Registry) -> None:
    territory = row["territory"] or None
    organization = registered_organization(row["name"], row["kind"], row["aliases"], territory is None)
    registry.organizations[territory].append(KnownOrganization(organization, place))


def _territory(row: dict[str, str]) -> str:
    if not row["territory"]:
        raise ValueError("territory: expected a town or district, found nothing")
    return row["territory"]
