"""What a municipality knows, from `data/registry/*.csv`: checked line by line, then saved as the registry.

Three optional files, UTF-8, fields parted by «;», the first line names the columns:

people.csv         territory;surname;initials;given_names
schools.csv        territory;number;type;name;aliases
organizations.csv  territory;name;kind;aliases

`given_names`, `aliases` (several parted by «|») and a school's `number` or `name` may be empty. An organization
without a territory stands above territories (a ministry).
"""

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from sqlalchemy import Connection

from normalize.model import Organization, OrganizationKind, Person
from normalize.organizations import organization_key
from normalize.people import person_key
from normalize.schools import CANONICAL, school_key, school_name
from store.registry import KnownOrganization, KnownPerson, save_registry

_INITIALS = re.compile(r"[А-ЯЁ]\.\s?[А-ЯЁ]\.")
_SURNAME = re.compile(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?")
_NUMBER = re.compile(r"\d{1,4}[а-я]?")


class RegistryError(ValueError):
    """A line that cannot be taken; the message says file, line, what was expected and what was found."""


@dataclass(slots=True)
class Registry:
    """What the files say, by territory; None = above territories."""

    people: dict[str | None, list[KnownPerson]] = field(default_factory=lambda: defaultdict(list))
    organizations: dict[str | None, list[KnownOrganization]] = field(default_factory=lambda: defaultdict(list))


def load_registry(connection: Connection, folder: Path) -> int:
    """How many entries the registry has now; 0 where the folder has no files. Raises RegistryError."""
    registry = read_registry(folder)
    for territory in sorted({*registry.people, *registry.organizations}, key=lambda name: name or ""):
        save_registry(connection, territory, registry.people[territory], registry.organizations[territory])
    return sum(map(len, registry.people.values())) + sum(map(len, registry.organizations.values()))


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
                reader(row, place, registry)
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
    _expect(place, "surname", row["surname"], _SURNAME, "a surname like «Петрова»")
    _expect(place, "initials", row["initials"], _INITIALS, "initials like «А.С.»")
    _expect(place, "territory", row["territory"], re.compile(".+"), "a town or district")
    initials = row["initials"].replace(" ", "")
    key = person_key(row["surname"], initials)
    person = Person(key, f"{row['surname']} {initials}", row["surname"], initials, row["given_names"] or None)
    registry.people[row["territory"]].append(KnownPerson(person, place))


def _read_school(row: dict[str, str], place: str, registry: Registry) -> None:
    _expect(place, "territory", row["territory"], re.compile(".+"), "a town or district")
    if row["number"]:
        _expect(place, "number", row["number"], _NUMBER, "a number like «7» or «7а»")
    elif not row["name"]:
        raise RegistryError(f"{place}: expected a number or a name, found neither")
    if row["type"] and row["type"] not in CANONICAL:
        raise RegistryError(f"{place}: type: expected one of {', '.join(CANONICAL)}, found «{row['type']}»")
    number, type_ = row["number"] or None, row["type"] or None
    name = row["name"] or school_name(type_, number, None)
    key = school_key(type_, number, row["name"] or None)
    school = Organization(key, name, "school", number, type_, aliases=_aliases(row["aliases"]))
    registry.organizations[row["territory"]].append(KnownOrganization(school, place))


def _read_organization(row: dict[str, str], place: str, registry: Registry) -> None:
    kinds = get_args(OrganizationKind)
    if row["kind"] not in kinds:
        raise RegistryError(f"{place}: kind: expected one of {', '.join(kinds)}, found «{row['kind']}»")
    _expect(place, "name", row["name"], re.compile(".{3,}"), "a name")
    territory = row["territory"] or None
    kind: OrganizationKind = row["kind"]  # type: ignore[assignment]
    organization = Organization(
        organization_key(row["name"]),
        row["name"],
        kind,
        above_territory=territory is None,
        aliases=_aliases(row["aliases"]),
    )
    registry.organizations[territory].append(KnownOrganization(organization, place))


def _aliases(printed: str) -> tuple[str, ...]:
    return tuple(alias.strip() for alias in printed.split("|") if alias.strip())


def _expect(place: str, column: str, value: str, pattern: re.Pattern[str], expected: str) -> None:
    if not pattern.fullmatch(value):
        raise RegistryError(f"{place}: {column}: expected {expected}, found «{value}»")
