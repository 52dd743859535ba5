"""Where a body is housed is no party: «Ресурсный центр на базе Лицея № 2», «Школьный музей (при школе № 5)»."""

from dataclasses import replace

from normalize.fold import fold
from normalize.parties.units import Unit
from normalize.vocabulary import forms_of

_KNOWN = frozenset(forms_of("organizations", "known"))
_HOSTED = (("на", "базе"), ("при",))


def bracket_hosts(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The units, with «на базе» and «при» and what stands behind them as one bracket behind whatever is housed there.

    In brackets behind anything; without them behind an organization only: of «РМК на базе Боровской СОШ» the school
    is all that is sure.
    """
    found: list[Unit] = []
    at = 0
    while at < len(units):
        end = _host_end(units, at) if found else None
        if end is None:
            found.append(units[at])
            at += 1
            continue
        last = units[end - 1]
        closing = last.start + 1 if last.kind == "separator" else last.end
        first = units[at].start
        found.append(Unit("bracket", first, closing, " ".join(unit.text for unit in units[at:end])))
        if closing < last.end:  # «(на базе школы № 5), музей»: what parts it from the next party stays
            found.append(replace(last, start=closing, text=last.text[1:]))
        at = end
    return tuple(found)


def _host_end(units: tuple[Unit, ...], at: int) -> int | None:
    """Where a host that begins at `at` ends, exclusive; None where none begins."""
    in_brackets = units[at].kind == "separator" and units[at].text.startswith("(")
    behind = _behind_preposition(units, at + in_brackets)
    if behind is None or behind >= len(units) or units[behind].kind not in ("schools", "organization"):
        return None
    if not in_brackets:
        return behind + 1 if _is_body(units[at - 1]) else None
    end = behind + 1
    while end < len(units) and not units[end].text.startswith(")"):
        if units[end].kind not in ("schools", "organization", "and", "separator"):
            return None  # «(при СОШ № 5, директор Вязов А.К.)»
        end += 1
    return end + 1 if end < len(units) else None


def _is_body(unit: Unit) -> bool:
    """«Ресурсный центр», «музей», «ДЮСШ»."""
    return unit.kind == "organization" or (unit.kind == "word" and fold(unit.text) in _KNOWN)


def _behind_preposition(units: tuple[Unit, ...], at: int) -> int | None:
    for words in _HOSTED:
        printed = tuple(unit.text.lower() for unit in units[at : at + len(words)])
        if printed == words:
            return at + len(words)
    return None
