"""Schools of a measure's text that say their place alone behind numbers: «школ № 1, 2 и Ключевской»."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ingest.expressions import expression
from normalize.fold import fold
from normalize.parties.drafts import CellReading, Draft, targets_of
from normalize.parties.units import Target

_NAME = re.compile(r"(?P<stem>[а-я-]+)ая (?!.*№)")
_ENDINGS = "ая|ой|ую"
# up to an end, for «школ № 1, 2 и Ключевской библиотеки» goes on
_BEHIND = expression(
    rf"(?P<names>(?:(?:\s*,\s*(?:и\s+)?|\s+и\s+)[А-ЯЁ][а-яё-]+(?:{_ENDINGS})(?![а-яё-]))+)(?=\s*(?:[;.)]|$))"
)
_ONE = expression(rf"(?P<stem>[А-ЯЁ][а-яё-]+)(?:{_ENDINGS})(?![а-яё-])")


def with_names_behind_numbers(
    measures: Mapping[int, CellReading], texts: Mapping[int, str], responsible: Mapping[int, CellReading]
) -> dict[int, CellReading]:
    """The measures' readings with such a school where the order prints its whole name elsewhere: «Ключевская СОШ»."""
    readings = (*responsible.values(), *measures.values())
    known = _named(target for reading in readings for draft in reading.drafts for target in targets_of(draft))
    return {at: _with_names(reading, texts[at], known) for at, reading in measures.items()} if known else {**measures}


def _named(targets: Iterable[Target]) -> dict[str, Target]:
    """Folded stem → the one school of that name in the order; none where two types of school bear it."""
    found: dict[str, dict[str, Target]] = {}
    for target in targets:
        name = _NAME.match(fold(target.name)) if target.kind == "school" else None
        if name is not None:
            found.setdefault(name["stem"], {})[target.school_type or ""] = target
    return {stem: max(types.items())[1] for stem, types in found.items() if len(types.keys() - {""}) < 2}


def _with_names(reading: CellReading, text: str, known: Mapping[str, Target]) -> CellReading:
    lists = [
        draft for draft in reading.drafts if draft.kind == "school" and draft.target and draft.target.school_number
    ]
    added: list[Draft] = []
    for draft in lists:
        behind = _BEHIND.match(text, draft.end)
        for one in _ONE.finditer(text, behind.start("names"), behind.end("names")) if behind else ():
            target = known.get(fold(one["stem"]))
            if target is not None:
                target = replace(target, start=one.start(), end=one.end())
                added.append(replace(draft, start=one.start(), end=one.end(), target=target))
    drafts = sorted((*reading.drafts, *added), key=lambda draft: draft.start)
    return replace(reading, drafts=tuple(drafts)) if added else reading
