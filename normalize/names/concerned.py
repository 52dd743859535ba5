"""Whose other orders a new one has to know: those who bear, or nearly bear, a name that it prints.

A town of four hundred orders shows its people ten thousand times; to an order of twenty names a few hundred matter.
"""

from collections.abc import Iterable

from normalize.match import one_edit
from normalize.model import Knowledge
from normalize.names.everybody import everybody_known
from normalize.names.resolution import Verdicts
from normalize.people.spans import PersonName


def concerned(names: Iterable[PersonName], known: Knowledge, verdicts: Verdicts) -> frozenset[str]:
    """Folded surnames; whoever bears another can be neither meant nor asked about.

    An equal surname: the person, a namesake, one whose initials differ. One letter or one case away, with equal
    initials: the pair that is asked about. And whomever an answer or an alias may name.
    """
    printed = {name.key: name for name in names}
    everybody = everybody_known(known)
    for key, name in printed.items():
        everybody.add(key, name.surname)
    keys = set(printed)
    for key, name in printed.items():
        keys.update(everybody.whose_form(name))
        keys.update(other for other in everybody.with_initials(key) if one_edit(key, other))
    keys.update(alias.means for alias in known.aliases)
    keys.update(decision.answer for decision in verdicts.values() if decision.answer)
    return frozenset(key.partition("|")[0] for key in keys)
