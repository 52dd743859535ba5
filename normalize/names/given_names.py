"""People whom an order itself tells apart by their given names: «Орлова Анна Ивановна», «Орлова Алла Игоревна»."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from normalize.fold import fold
from normalize.match import few_edits
from normalize.model import Candidate
from normalize.names.resolution import Doubt, Verdicts
from normalize.names.similar_people import decided_pairs, pair_subject
from normalize.parties.drafts import Draft
from normalize.people.spans import PersonName

_Post = tuple[str, str, str]  # name key, title, key of the organization


@dataclass(frozen=True, slots=True)
class GivenNames:
    """Of name keys that the order prints with different given names: who each mention is.

    `full`: (name key, folded given names) → key of the person; `posts`: the same by a post that only one of them
    holds; `decided`: name key → whom a person says the mentions with bare initials mean.
    """

    full: Mapping[tuple[str, str], str]
    posts: Mapping[_Post, str]
    decided: Mapping[str, str]
    doubts: tuple[Doubt, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """Name keys that several people bear."""
        return frozenset(key for key, _ in self.full)

    def whose(self, draft: Draft) -> str | None:
        """Key of the person that a draft means; None where given names tell nothing."""
        name = draft.person
        if name is None:
            return None
        if name.given_names is not None:
            return self.full.get((name.key, fold(name.given_names)))
        if draft.role and draft.target and (found := self.posts.get((name.key, draft.role, draft.target.key))):
            return found
        return self.decided.get(name.key)


def tell_by_given_names(drafts: Iterable[Draft], verdicts: Verdicts) -> GivenNames:
    """Names that are printed with two or more given names, and the questions that this leaves.

    Two that differ in a letter or two may be one, so they are asked about: «Мария» and «Марина».
    """
    named = [(draft.person, draft) for draft in drafts if draft.person is not None]
    printed: dict[str, dict[str, PersonName]] = defaultdict(dict)
    for name, _ in named:
        if name.given_names is not None:
            printed[name.key].setdefault(fold(name.given_names), name)
    several = {key: given for key, given in printed.items() if len(given) > 1}
    united = decided_pairs(verdicts)
    full = {
        (key, given): united.get(_key(key, given), _key(key, given))
        for key, names in several.items()
        for given in names
    }
    decided = {
        key: verdict.answer
        for key in several
        if (verdict := verdicts.get(f"which_person|{key}")) is not None and verdict.verb == "same" and verdict.answer
    }
    posts = _posts(named, full)
    bare = {name.key for name, draft in named if name.given_names is None and _post(name, draft) not in posts}
    doubts = [_ask_which(key, names) for key, names in several.items() if key in bare]
    doubts += [doubt for key, names in several.items() for doubt in _ask_alike(key, names)]
    return GivenNames(full, posts, decided, tuple(doubts))


def _key(key: str, given: str) -> str:
    return f"{key}|{given.replace(' ', '-')}"


def _post(name: PersonName, draft: Draft) -> _Post | None:
    return (name.key, draft.role, draft.target.key) if draft.role and draft.target else None


def _posts(named: Iterable[tuple[PersonName, Draft]], full: Mapping[tuple[str, str], str]) -> dict[_Post, str]:
    held: dict[_Post, set[str]] = defaultdict(set)
    for name, draft in named:
        post = _post(name, draft)
        person = full.get((name.key, fold(name.given_names))) if name.given_names is not None else None
        if post is not None and person is not None:
            held[post].add(person)
    return {post: next(iter(people)) for post, people in held.items() if len(people) == 1}


def _ask_which(key: str, names: Mapping[str, PersonName]) -> Doubt:
    candidates = tuple(
        Candidate(_key(key, given), f"{name.surname} {name.given_names}", ("фамилия и инициалы равны",))
        for given, name in sorted(names.items())
    )
    short = next(iter(names.values())).name
    text = f"Кто это — «{short}»? В приказе названы: {', '.join(one.label for one in candidates)}."
    return Doubt(f"which_person|{key}", "which_person", text, short, frozenset({key}), candidates, local=True)


def _ask_alike(key: str, names: Mapping[str, PersonName]) -> Iterable[Doubt]:
    ordered = sorted(names)
    for index, left in enumerate(ordered):
        for right in ordered[index + 1 :]:
            if few_edits(left, right):
                keys = (_key(key, left), _key(key, right))
                labels = [f"{names[one].surname} {names[one].given_names}" for one in (left, right)]
                yield Doubt(
                    pair_subject(*keys), "similar_people", f"«{labels[0]}» и «{labels[1]}» — один человек или двое?",
                    names[left].name, frozenset(keys),
                    tuple(
                        Candidate(one, label, ("инициалы равны", "имена различаются одной-двумя буквами"))
                        for one, label in zip(keys, labels, strict=True)
                    ),
                    local=True,
                )  # fmt: skip
