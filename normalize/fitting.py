"""Which answers a decision may have: the one rule for the page, the workbook, the file, and what the database holds.

It looks at nothing but the decision's own words, so that it also judges a file that comes before its orders. What it
does not know it lets pass: a kind of question of a later version, a subject of other rules.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from normalize.names.resolve import NAMESAKES
from normalize.names.shared_places import IS_BESIDE, WORKS_THERE
from normalize.names.similar_people import pair_of
from normalize.questions.posts_of_one import AS_PRINTED
from normalize.questions.schools import ALL_OF_THEM
from normalize.questions.verdict_effects import CELL_CHOICES, NO_DEADLINE, PERMANENT
from normalize.vocabulary import forms_of

Named = Literal["person", "organization"]


@dataclass(frozen=True, slots=True)
class Accepts:
    """What «same» may answer with: keys of `names`, or one of `words`. `one_of`: these keys only."""

    names: frozenset[Named] = frozenset()
    words: tuple[str, ...] = ()
    one_of: tuple[str, ...] = field(default=())

    def takes(self, answer: str) -> bool:
        if answer in self.words or answer in self.one_of:
            return True
        if self.one_of:
            return False
        return any(is_key_of(name, answer) for name in self.names)


PERSON, BODY = Accepts(frozenset({"person"})), Accepts(frozenset({"organization"}))
ANYBODY = Accepts(frozenset({"person", "organization"}))

_AS_PRINTED = ("Оставить как напечатано",)
_READ_WELL = ("Прочитано верно",)
_DEADLINES = (*_READ_WELL, NO_DEADLINE, PERMANENT)

# First part of the subject → what it takes. The words are those that the rules offer and the page's buttons say; one
# that is given up stays here, for the decisions that hold it (CONTRACT.md §3.4).
_ACCEPTS: Mapping[str, Accepts] = {
    **dict.fromkeys(("person", "namesake", "which_person"), PERSON),
    **dict.fromkeys(("org", "school", "place", "legal_form", "organization", "school_type", "persons_school"), BODY),
    "which_body": Accepts(frozenset({"organization"}), _AS_PRINTED),
    "unknown_phrase": Accepts(frozenset({"person", "organization"}), _AS_PRINTED),
    "office": Accepts(frozenset({"person"}), ("оставить без имени", *_AS_PRINTED)),
    "abbreviation": Accepts(
        frozenset({"organization"}),
        (
            "Оставить сокращением",
            *_AS_PRINTED,
            *(one for said in forms_of("roles", "ambiguous").values() for one in said.split("|")),
        ),
    ),
    **{
        kind: Accepts(words=words)
        for kind, words in {
            **CELL_CHOICES,
            "title_order": (*CELL_CHOICES["title_order"], "обе"),
            "open_set": (*CELL_CHOICES["open_set"], *_AS_PRINTED),
            **dict.fromkeys(("vague", "school_set", "range"), _AS_PRINTED),
            "namesakes": ("один человек", NAMESAKES),
            "employer": (WORKS_THERE, IS_BESIDE),
            **dict.fromkeys(("one_post", "two_ranks"), (AS_PRINTED,)),
            "status_scope": (ALL_OF_THEM, "только к первым"),
            "all_schools": ("одни и те же", "разные", *_AS_PRINTED),
            "similar_roles": ("одно и то же", "разные"),
            "lists_differ": ("не отвечают, как напечатано", "пропущены"),
            "lists_almost_equal": ("разные, как напечатано", "один список"),
            "open_list": _AS_PRINTED,
            "several_schools": ("Всё верно",),
            "title_parts": ("Каждый за всё",),
            "empty_responsible": ("Ответственных нет",),
            "empty_deadline": ("Срока нет",),
            "empty_deadlines": ("Сроков нет",),
            "deadline_text": _DEADLINES,  # of a deadline that was not read, too, by earlier rules
            "deadline_unread": _DEADLINES,
            "deadline_week": _READ_WELL,
            "deadline_weeks": ("да", *_READ_WELL),
            "deadline_august": _READ_WELL,
            "deadline_elsewhere": ("Оставить без дат",),
            "deadline_elsewheres": ("Оставить без дат",),
            "unknown_year": ("Оставить без года",),
            "month_out_of_order": ("как напечатано", "описка"),
            "order_head": ("Неизвестно",),
            "territory": ("Территории разные", "разные"),
            "number_gap": ("Так напечатано",),
            "leftover": ("Это не мероприятие",),
            "reader": ("Этого довольно",),
            **dict.fromkeys(
                (
                    "order_number",
                    "order_issuer",
                    "order_territory",
                    "continuation",
                    "section",
                    "lost_header",
                    "unknown_column",
                    "low_confidence",
                ),
                _READ_WELL,
            ),
            **dict.fromkeys(("hyphen", "carried", "struck"), _READ_WELL),
        }.items()
    },
}
_NO_WORDS_FOR = frozenset({"person", "namesake", "namesakes", "which_person", "pair", "org", "school", "place"}) | {
    *("legal_form", "organization", "school_type", "which_body", "employer", "status_scope", "persons_school"),
    *(CELL_CHOICES.keys() - {"open_set"}),
}  # an answer in words would close the question and change nothing
_ANCHOR = re.compile(r"[0-9a-f]{20}")
_NO_SURNAMES = frozenset(_ACCEPTS) | {"pair"}
_PERSON_KEY = re.compile(r"(?P<surname>[^|]*[^\W\d_][^|]*)\|[^\W\d_]{1,3}(\|.*)?")
_BODY_KEY = re.compile(r"org\|[^|]*\w[^|]*|school\|([^|]*\|)?[^|]*\w[^|]*")


def accepts_of(subject: str) -> Accepts | None:
    """What a decision on the subject may answer with; None where nothing is known of it."""
    kind, _, about = subject.partition("|")
    if kind == "pair" and about.count("|") % 2:
        return Accepts(one_of=pair_of(subject))
    if kind == "place":
        return BODY if _ANCHOR.fullmatch(about) else None
    return ANYBODY if _ANCHOR.fullmatch(subject) else _ACCEPTS.get(kind)


def misfit(verb: str, subject: str, answer: str | None) -> Accepts | None:
    """What was expected in place of an answer that can mean nothing; None where it means something, or may."""
    accepts = accepts_of(subject)
    if verb in ("same", "text") and not (answer or "").strip():
        return accepts or Accepts()
    if accepts is None or answer is None:
        return None
    if verb == "text":
        return accepts if subject.partition("|")[0] in _NO_WORDS_FOR else None
    if verb == "same" or (verb == "new" and accepts.names):
        return None if accepts.takes(answer) else accepts
    return None


def is_key_of(name: Named, answer: str) -> bool:
    """True for «лосев|п|и» of a person, «org|мбу до цдо» and «school|средняя|7» of an organization."""
    if name == "organization":
        return _BODY_KEY.fullmatch(answer) is not None
    match = _PERSON_KEY.fullmatch(answer)
    return match is not None and match["surname"] not in _NO_SURNAMES
