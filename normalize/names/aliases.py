"""Spellings that are known from elsewhere → what they mean, where all that know them agree."""

from collections.abc import Iterable

from normalize.model import Alias


def meanings(aliases: Iterable[Alias]) -> dict[str, str]:
    """Folded spelling → key. A person's word goes before the registry, and that before what orders prove.

    A spelling that has two meanings at the same level explains nothing.
    """
    found: dict[str, set[str]] = {}
    known = list(aliases)
    for source in ("decision", "registry", "order"):
        level: dict[str, set[str]] = {}
        for alias in known:
            if alias.source == source:
                level.setdefault(alias.key, set()).add(alias.means)
        found = {**level, **found}
    return {spelling: next(iter(means)) for spelling, means in found.items() if len(means) == 1}
