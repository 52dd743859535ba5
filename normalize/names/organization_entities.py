"""An organization of which a target, or only the key, is known."""

from dataclasses import replace

from normalize.model import Organization
from normalize.organization_names import organization_kind
from normalize.organizations.spans import stands_above
from normalize.parties.units import Target
from normalize.schools.numbered import school_name


def entity_of(key: str, target: Target | None, mentioned: Target) -> Organization:
    """What a key means: the target that prints it, else the mention's."""
    if target is None:
        target = _school_of_key(key) if key.startswith("school|") else None
    if target is None:
        target = replace(mentioned, name=key.split("|", 1)[-1])
    return replace(organization_of(target), key=key)


def organization_of(target: Target) -> Organization:
    """The target without its place in a text."""
    return Organization(
        target.key, target.name, target.kind, target.school_number, target.school_type, target.above_territory
    )


def organization_of_key(key: str) -> Organization:
    """One of which only the key is known, a decision's answer: «school|средняя|7» → «Средняя школа № 7»."""
    school, name = _school_of_key(key), key.split("|", 1)[-1]
    if school is None and not key.startswith("school|"):
        return organization_called(key, name)
    if school is None:
        return Organization(key, name, "school")
    return Organization(key, school.name, "school", school.school_number, school.school_type)


def organization_called(key: str, name: str) -> Organization:
    """One of which a person said only the name: what it is and whether it stands above territories the name says."""
    return Organization(key, name, organization_kind(name), above_territory=stands_above(name))


def _school_of_key(key: str) -> Target | None:
    parts = key.split("|")
    if len(parts) != 3:
        return None
    _, type_, number = parts
    return Target(key, school_name(type_ or None, number, None), "school", 0, 0, type_ or None, number)
