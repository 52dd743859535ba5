"""Two posts of two names, each his own: «Директор и завуч СОШ № 4 Вязов А.К., Лосева М.П.», also behind the names."""

from collections.abc import Sequence

from normalize.fold import squeeze
from normalize.parties.drafts import SHARED, Draft
from normalize.parties.phrase import InOrder, Phrase
from normalize.parties.titles_of_several import is_short_of_several
from normalize.parties.units import Target
from normalize.parties.walk import Walk, is_post, title_of

_PARTS = (";", "\n", ".")  # what begins anew


def titles_in_order(phrases: Sequence[Phrase]) -> tuple[InOrder, ...]:
    """Posts in the singular joined by «и», and as many names right before or behind them, in the same order.

    Not «Директор, завуч Вязов А.К., Лосева М.П.», whose director may have no name, nor «Директор и завуч Вязов А.К.»,
    nor «директор и завуч Вязов А.К., Лосева М.П., психолог», whose names have their titles behind them.
    """
    found = []
    for titles in _runs(phrases):
        count = len(titles)
        behind = range(titles.stop, titles.stop + count)
        before = range(titles.start - count, titles.start)
        if _open_row(phrases, titles.start) and _are_names(phrases, behind, ("", "(", "-", ":", "\n")):
            if not _is_titled(phrases, behind.stop):
                found.append(InOrder(titles, behind))
        elif before.start >= 0 and _open_row(phrases, before.start) and _are_names(phrases, before, None):
            own = phrases[titles.stop] if titles.stop < len(phrases) else None
            if phrases[titles.start].joint in (",", "-", "(") and (own is None or own.kind != "person" or own.joint):
                found.append(InOrder(titles, before))
    return tuple(found)


def _runs(phrases: Sequence[Phrase]) -> list[range]:
    """Whole runs of posts, the last of which «и» joins to those before: «директор, завуч и психолог»."""
    runs, start = [], 0
    while start < len(phrases):
        end = start
        while end < len(phrases) and _is_title(phrases[end]) and (end == start or phrases[end].joint in (",", "и")):
            end += 1
        if end - start > 1 and phrases[end - 1].joint == "и":
            runs.append(range(start, end))
        start = max(end, start + 1)
    return runs


def _is_title(phrase: Phrase) -> bool:
    return phrase.kind == "title" and is_post(phrase) and len(phrase.targets) < 2


def _open_row(phrases: Sequence[Phrase], at: int) -> bool:
    """Whether nothing before the phrase may have to do with it: «Вязова А.К., директор и завуч Лосев П.И., …» does."""
    return at == 0 or phrases[at].joint in _PARTS or phrases[at - 1].kind not in ("person", "title", "unknown")


def _are_names(phrases: Sequence[Phrase], at: range, opening: tuple[str, ...] | None) -> bool:
    """Whether exactly these are names in a row. `opening`: what may stand before the first of them."""
    if at.stop > len(phrases) or any(phrases[index].kind != "person" for index in at):
        return False
    lines = ("\n",) if phrases[at[0]].joint == "\n" else ()
    if any(phrases[index].joint not in (",", "и", *lines) for index in at[1:]):
        return False
    further = phrases[at.stop] if at.stop < len(phrases) else None
    more = further is not None and further.kind == "person" and further.joint not in (";", ".")
    return not more and (opening is None or phrases[at[0]].joint in opening)


def _is_titled(phrases: Sequence[Phrase], at: int) -> bool:
    """Whether what stands behind the last name says something of it: its own post, its school."""
    behind = phrases[at] if at < len(phrases) else None
    if behind is None or behind.joint in _PARTS:
        return False
    return is_post(behind) or behind.kind == "schools" or behind.joint in ("-", "(")


def read_titles_in_order(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Директор и завуч СОШ № 4 Вязов А.К., Лосева М.П.»: the first is the director, the other one her deputy."""
    row = next((one for one in walk.in_order if walk.index in one.titles or walk.index in one.names), None)
    if row is None:
        return False
    if walk.index == max(row.titles.stop, row.names.stop) - 1:
        _give(walk, row)
    return True


def _give(walk: Walk, row: InOrder) -> None:
    titles = [title_of(walk, walk.phrases[index]) for index in row.titles]
    place = titles[-1][1]
    first_behind, sure = row.titles.start > row.names.start, _is_sure(walk, row)
    rule = "title first" if not first_behind else "title behind the name" if sure else SHARED
    for at, (role, target) in zip(row.names, titles, strict=True):
        walk.drafts.append(_draft(walk.phrases[at], role, target or place, rule))
    walk.waiting, walk.pending, walk.roles = [], None, ()
    if sure:
        return
    start = walk.phrases[min(row.titles.start, row.names.start)].start
    end = walk.phrases[max(row.titles.stop, row.names.stop) - 1].end
    printed = squeeze(walk.text[start:end])
    if first_behind:
        walk.doubt("shared_title", f"«{printed}»: это должности названных людей или ещё кто-то?", start, end)
    else:
        walk.doubt("title_pairs", f"«{printed}»: каждому своё, по порядку, или каждый отвечает за всё?", start, end)


def _is_sure(walk: Walk, row: InOrder) -> bool:
    """Before the names, unless a short title may be that of several, «Директор и зам. директора Вязов А.К., …»; behind
    them with a dash, a bracket or «и», «Вязов А.К. и Лосева М.П., директор и завуч»: else the posts may be others'.
    """
    if row.titles.start < row.names.start:
        return not is_short_of_several(walk.phrases[row.titles[-1]])
    return walk.phrases[row.titles.start].joint != "," or walk.phrases[row.names[-1]].joint == "и"


def _draft(name: Phrase, role: str, target: Target | None, rule: str) -> Draft:
    person = name.units[0].person
    unsure = person is not None and person.initials.count(".") < 2
    return Draft(name.start, name.end, "person", person, role, target, rule, 0.5 if unsure else 1.0)
