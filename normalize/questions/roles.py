"""Doubts about roles: abbreviations, sets that nobody can list, two names that may be one.

Each rule's docstring has an example and, after «not», a counter-example.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from ingest.expressions import expression, longest_first
from normalize.fold import fold
from normalize.letters import printed_words
from normalize.morphology import is_word
from normalize.parties.drafts import Draft
from normalize.questions.cut_words import parts_cut_short, words_cut_short
from normalize.questions.doubt import OrderDoubt, ReadRow, choices, positions_of, roles_of
from normalize.questions.members import is_vague, property_of, property_subject, vague_subject
from normalize.same_posts import names_one_post
from normalize.titles.heads import find_head
from normalize.titles.roles import singular_role
from normalize.vocabulary import forms_of

_ALL_SCHOOLS = forms_of("roles", "all_schools")
_SCHOOL_HEADS = frozenset(forms_of("roles", "school_head"))
_IN_WORDS = forms_of("roles", "school_set")  # what stands in the genitive behind a post
_KNOWN_ABBREVIATIONS = frozenset(forms_of("roles", "known")) | frozenset(forms_of("organizations", "known"))
_AMBIGUOUS = forms_of("roles", "ambiguous")
_LEGAL_FORMS = frozenset(forms_of("organizations", "legal")) | frozenset(forms_of("organizations", "legal_more"))
ABBREVIATION = expression(r"(?<![\w-])[А-ЯЁ]{2,9}(?:и[А-ЯЁ]{1,4})?(?![\w])")  # «ЦНППМ», «УОиМП»
_LONGEST_PRINTED = 6  # letters: longer ones in capitals may be a word, «ДИРЕКТОРА»
# «КДН и ЗП» is one abbreviation, and its «ЗП» none
_KNOWN_PHRASE = expression(
    "|".join(
        rf"(?<!\w){form}(?!\w)".replace(" ", r"\s+") for form in longest_first(_KNOWN_ABBREVIATIONS) if " " in form
    ),
    re.IGNORECASE,
)


def ask_abbreviations(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """An abbreviation that the order never spells out and not every reader knows: «ШМО», «ПК», «предм.». Not: «УВР»."""
    found: dict[str, list[tuple[int, Draft]]] = defaultdict(list)
    for position, draft, word in (*words_cut_short(rows), *parts_cut_short(rows)):
        found[word].append((position, draft))
    for position, draft, printed in _roles_and_places(rows):
        for match in ABBREVIATION.finditer(_KNOWN_PHRASE.sub("", printed)):
            letters = match.group()
            if len(letters) > _LONGEST_PRINTED and is_word(letters):
                continue
            if draft.rule == "unknown phrase" and re.fullmatch(rf"{letters}(?: № ?\d+)?", printed):
                continue  # «УСП № 12»: who that is is asked already
            if _is_inside_school(letters, draft, printed):
                continue  # «руководитель ШМО СОШ № 5», «НМС школы»: whose it is says what it is
            if fold(letters) in _AMBIGUOUS or fold(letters) not in _KNOWN_ABBREVIATIONS | _LEGAL_FORMS:
                found[letters].append((position, draft))
    for letters, touched in found.items():
        if all(fold(letters) in row.explains for row in rows) and not any(draft.target for _, draft in touched):
            continue
        are_a_body = any(draft.target is not None and draft.target.name == letters for _, draft in touched)
        if not are_a_body and fold(letters) not in _AMBIGUOUS and _are_spelt_out(letters, rows):
            continue  # a body has to be found, not only understood
        readings = _AMBIGUOUS.get(fold(letters), "").split("|") if fold(letters) in _AMBIGUOUS else []
        yield OrderDoubt(
            f"abbreviation|{fold(letters)}",
            "abbreviation",
            f"Что значит «{letters}»?",
            letters,
            positions_of(touched),
            tuple(touched),
            choices(*readings),
        )


_INSIDE_SCHOOLS = frozenset(forms_of("roles", "inside_school"))


def _is_inside_school(letters: str, draft: Draft, printed: str) -> bool:
    of_school = draft.target is not None and draft.target.kind == "school"
    said = re.search(rf"\b{letters}\s(?:нашей\s)?(?:школы|гимназии|лицея)\b", printed) is not None
    return fold(letters) in _INSIDE_SCHOOLS and (of_school or said)


def _are_spelt_out(letters: str, rows: tuple[ReadRow, ...]) -> bool:
    """«председатели ТПК» in an order that prints «территориальных предметных комиссий»; of two letters nothing is."""
    spelt = printed_words(letters)
    texts = (text for row in rows for text in (row.measure, row.responsible, row.section or ""))
    return len(letters) > 2 and any(spelt.search(text) for text in texts)


def _roles_and_places(rows: tuple[ReadRow, ...]) -> Iterator[tuple[int, Draft, str]]:
    """Titles, and organizations of which only the letters are printed."""
    yield from roles_of(rows)
    for row in rows:
        for draft in row.drafts:
            if draft.target is not None and draft.rule != "acronym" and ABBREVIATION.fullmatch(draft.target.name):
                yield row.position, draft, draft.target.name


def ask_vague_sets(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«лучшие педагоги школ города»: nobody can say who is meant. Not: «педагоги школ города»."""
    for position, draft, role in roles_of(rows):
        if is_vague(draft):
            yield OrderDoubt(
                vague_subject(role), "open_set", f"«{role}»: кто именно?", role, (position,), ((position, draft),)
            )


def ask_schools_with_property(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«руководители школ-лидеров»: which schools? Not: «руководители школ № 2, 7»."""
    found: dict[str, list[tuple[int, Draft]]] = defaultdict(list)
    for position, draft, _ in roles_of(rows):
        if (word := property_of(draft)) is not None:
            found[word].append((position, draft))
    for word, touched in found.items():
        yield OrderDoubt(
            property_subject(word),
            "open_set",
            f"Какие школы имеются в виду: «школ-{word}»?",
            f"школ-{word}",
            positions_of(touched),
            tuple(touched),
        )


def ask_all_schools(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«Руководители МОУ», «Руководители ОО», «Руководители школ» in one order: one set? Not: one of them alone.

    Nor letters that the order's text explains: «общеобразовательных организаций (далее – ОО)». The commonest name is
    right as it stands: the question is on the measures of the others.
    """
    found: dict[str, list[tuple[int, Draft]]] = defaultdict(list)
    printed: dict[str, str] = {}  # meaning → one of its spellings in the order, the shortest
    said = {_ALL_SCHOOLS[letters] for row in rows for letters in row.explains if letters in _ALL_SCHOOLS}
    for position, draft, role in roles_of(rows):
        head, _, places = role.partition(" ")
        meaning = _ALL_SCHOOLS.get(fold(places)) if head in _SCHOOL_HEADS and _is_of_no_place(draft) else None
        if meaning and meaning not in said:
            found[meaning].append((position, draft))
            printed[meaning] = min(printed.get(meaning, places), places, key=len)
    if len(found) > 1:
        commonest = max(sorted(found), key=lambda meaning: len(found[meaning]))
        touched = tuple(one for meaning, cases in found.items() if meaning != commonest for one in cases)
        names = ", ".join(f"«{_IN_WORDS.get(name, name)}»" for _, name in sorted(printed.items()))
        yield OrderDoubt(
            f"all_schools|{fold(', '.join(sorted(found)))}",
            "role_synonyms",
            f"{names}: имеются в виду одни и те же учреждения?",
            names,
            positions_of(touched),
            touched,
            choices("одни и те же", "разные"),
        )


def _is_of_no_place(draft: Draft) -> bool:
    return draft.kind == "group" and draft.target is None


def ask_similar_roles(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«тьюторы» and «учителя-тьюторы», «экспертная группа» and «экспертная консультационная группа»,
    «заместитель директора» and «заместитель руководителя» of schools: one role?

    Not: «методисты» and «старший методист».
    """
    found: dict[str, list[tuple[int, Draft]]] = defaultdict(list)
    for position, draft, role in roles_of(rows):
        if draft.kind in ("group", "person"):
            found[role].append((position, draft))
    for root, members in _clusters(found).items():
        touched = tuple(one for role in sorted(members) for one in found[role])
        names = ", ".join(f"«{role}»" for role in sorted(members))
        yield OrderDoubt(
            f"similar_roles|{fold(root)}",
            "role_synonyms",
            f"{names}: это одно и то же?",
            root,
            positions_of(touched),
            touched,
            choices("одно и то же", "разные"),
        )


def _clusters(found: Mapping[str, list[tuple[int, Draft]]]) -> dict[str, set[str]]:
    """The shortest role of those that may be one → all of them."""
    clusters: dict[str, set[str]] = defaultdict(set)
    roles = sorted(found, key=lambda role: (len(role), role))
    for index, short in enumerate(roles):
        for long in roles[index + 1 :]:
            if _may_be_one(short, long, found):
                root = next((name for name, members in clusters.items() if short in members), short)
                clusters[root] |= {short, long}
    return clusters


def _may_be_one(short: str, long: str, found: Mapping[str, list[tuple[int, Draft]]]) -> bool:
    if short == long:
        return False
    people = all(draft.kind == "person" for role in (short, long) for _, draft in found[role])
    if people and re.sub(r"\bруководителя\b", "директора", short) == re.sub(r"\bруководителя\b", "директора", long):
        return True
    left, right = singular_role(short), singular_role(long)
    if "-" in right and names_one_post(left, right):
        return False  # «логопед», «учитель-логопед»
    if " " not in left and " " not in right:
        groups = all(draft.kind == "group" for role in (short, long) for _, draft in found[role])
        return groups and right.endswith(f"-{left}")
    words, more = left.split(), right.split()
    head = find_head(words)
    return (
        head is not None and head.body and len(words) == 2 and len(more) == 3
        and words[0] == more[0] and words[-1] == more[-1]
    )  # fmt: skip
