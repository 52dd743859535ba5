"""Names that are alike: one letter apart, initials the other way round, half of a double surname. Asked, never joined
(notes/names.md §1)."""

from collections.abc import Iterable, Mapping

from normalize.match import one_edit
from normalize.model import Candidate
from normalize.names.everybody import Everybody, Precedence
from normalize.names.resolution import Doubt, Verdicts
from normalize.names.surnames import share_half
from normalize.names.verdicts import settles
from normalize.people.spans import PersonName, person_key


def decided_pairs(verdicts: Verdicts) -> Mapping[str, str]:
    """Key → whom it means, for all pairs of which a person said that they are one."""
    direct = {
        key: decided.answer
        for subject, decided in verdicts.items()
        if subject.startswith("pair|") and decided.verb == "same" and decided.answer
        for key in pair_of(subject)
        if key != decided.answer
    }
    return {key: _end_of(key, direct) for key in direct}


def _end_of(key: str, direct: Mapping[str, str]) -> str:
    seen = {key}
    while key in direct and direct[key] not in seen:
        key = direct[key]
        seen.add(key)
    return key


def pair_subject(one: str, other: str) -> str:
    """What a decision on two names is about: «pair|вязева|а|к|вязова|а|к»."""
    left, right = sorted((one, other))
    return f"pair|{left}|{right}"


def pair_of(subject: str) -> tuple[str, str]:
    """The two keys of such a subject; both have equally many parts."""
    parts = subject.split("|")[1:]
    half = len(parts) // 2
    return "|".join(parts[:half]), "|".join(parts[half:])


def ask_similar(
    sure: Iterable[str], meant: Iterable[str], everybody: Everybody, precedence: Precedence, verdicts: Verdicts
) -> list[Doubt]:
    """A question for each two names that are alike. `sure`: keys of names whose nominative the order prints.

    «Плотникова Т.А.» and «Плотников Т.А.»; «Гареева Л.Г.» and «Г.Л. Гареева»; «Лыкова-Рожкова И.П.» and «Лыкова И.П.»
    or «Рожкова-Лыкова И.П.». Only the odd one of the two is in
    doubt, and only where this order prints it: «Едигарева» ×8 is, «Едигорева» ×1 is not.
    """
    pairs = [
        (mine, other)
        for mine in sure
        for other in everybody.with_initials(mine)
        if one_edit(mine, other) or share_half(mine.split("|")[0], other.split("|")[0])
    ]
    pairs += [(key, swapped) for key in meant if (swapped := _swapped(key)) in everybody.surnames and swapped != key]
    doubts: dict[str, Doubt] = {}
    for mine, other in pairs:
        odd = precedence.odd(mine, other) & precedence.here
        subject = pair_subject(mine, other)
        settled = any(settles(verdicts.get(one)) for one in (subject, f"person|{mine}", f"person|{other}"))
        if odd and not settled and other not in precedence.later:
            doubts.setdefault(subject, _ask_pair(subject, mine, other, everybody, odd))
    return list(doubts.values())


def ask_second_surnames(names: Iterable[PersonName], means: Mapping[str, str], verdicts: Verdicts) -> list[Doubt]:
    """«Вязова (Лосева) А.К.»: whether «Лосева А.К.» of other rows and orders is she; until then nobody is joined."""
    doubts: dict[str, Doubt] = {}
    for name in names:
        if name.second is None or name.initials.count(".") < 2:
            continue
        other = person_key(name.second, name.initials)
        subject = pair_subject(name.key, other)
        if other != name.key and means.get(other, other) != means.get(name.key, name.key):
            both = {name.key: name.name, other: f"{name.second} {name.initials}"}
            reasons = ("инициалы равны", f"в приказе: «{name.surname} ({name.second})»")
            candidates = tuple(Candidate(key, both[key], reasons) for key in sorted(both))
            text = f"«{both[name.key]}» и «{both[other]}» — один человек или двое?"
            doubts[subject] = Doubt(subject, "similar_people", text, name.name, frozenset({name.key}), candidates)
    return [doubt for subject, doubt in doubts.items() if not settles(verdicts.get(subject))]


def _swapped(key: str) -> str:
    parts = key.split("|")
    return "|".join([parts[0], *reversed(parts[1:])]) if len(parts) == 3 else key


def _ask_pair(subject: str, mine: str, other: str, everybody: Everybody, odd: frozenset[str]) -> Doubt:
    left, right = sorted((mine, other))
    surname = everybody.surnames.get(mine, everybody.surnames[other])  # swapped initials: an equal surname
    names = {key: f"{everybody.surnames.get(key, surname)} {initials_in(key)}" for key in (left, right)}
    candidates = tuple(Candidate(key, name, _how_alike(left, right)) for key, name in names.items())
    text = f"«{names[left]}» и «{names[right]}» — один человек или двое?"
    return Doubt(subject, "similar_people", text, names[min(odd)], odd, candidates)


def initials_in(key: str) -> str:
    """«Т.А.» of «плотникова|т|а»."""
    return "".join(f"{letter.upper()}." for letter in key.split("|")[1:3])


def _how_alike(left: str, right: str) -> tuple[str, ...]:
    if left.split("|")[0] == right.split("|")[0]:
        return ("фамилия равна", "инициалы переставлены")
    if share_half(left.split("|")[0], right.split("|")[0]):
        return ("инициалы равны", "общая часть двойной фамилии")
    return ("инициалы равны", "фамилии различаются одной буквой")
