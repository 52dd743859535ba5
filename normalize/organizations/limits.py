"""Where an organization's name by its head noun must not go on: a deputy's field of work, a list of several bodies."""

import re
from typing import Literal

from ingest.expressions import expression
from normalize.morphology import dictionary_form, inflect, names_person
from normalize.organization_heads import HEADS, head_of
from normalize.titles.heads import find_head
from normalize.vocabulary import alternatives, forms_of

Post = Literal["", "deputy", "other"]

_FIELDS = forms_of("organizations", "field")
_DEPUTY = expression(
    r"(?:заместител|зам\b|зам\.)[а-я]*\.?\s*(?:начальник|нач\.|руководител|директор|председател)[а-я]*\s+$",
    re.IGNORECASE,
)
_SMALL = expression(r"(?<![\w-])[а-яё]+$")
_MORE_PLACES = expression(
    r"(?:(?:\s*,\s*|\s+и\s+)[А-ЯЁ][\w-]+(?:ого|его|ой|ей))+\s+"
    r"(?:[а-яё]+(?:ых|их)\s+)?[а-яё]+(?:ов|ев|ий|ей)(?![\w-])"
)


def post_before(before: str) -> Post:
    """Whose post stands before the name: «заместитель начальника …», «ведущий специалист отдела опеки …»; "" = none."""
    if _DEPUTY.search(before):
        return "deputy"
    words = _WORD.findall(_SINCE_SEPARATOR.split(before)[-1])
    return "other" if any(_names_somebody(word) for word in words) else ""


def _names_somebody(word: str) -> bool:
    """«специалист», «специалисту», «завуч», «спец.»."""
    head = find_head([word])
    return names_person(word) or (head is not None and not head.body)


def is_posts_field(post: Post, name: str, head: str, tail: str, field: str) -> bool:
    """«ведущий специалист Управления образования по кадрам»: what she answers for, no end of the name.

    `name` ends where «по» stands, `tail` of it behind the `head`; `field` is the word behind «по». Not «… Управления
    образования по Лесному району», «… комитета администрации города по образованию», «… управления по делам молодёжи»,
    nor «заместитель начальника Управления по общим вопросам»: with a capital it is a name.
    """
    lower = field.lower().replace("ё", "е")
    if not post or lower == "делам":
        return False
    if not tail.strip():
        return post == "deputy" and _SMALL.search(name) is not None and lower not in _FIELDS
    first, *_, last = tail.split() * 2
    if (
        field[:2].istitle()
        or lower.startswith("г.")
        or lower in _PLACES
        or _IS_OF_PLACE.match(tail)
        or _GOVERNS.fullmatch(last)
    ):
        return False
    if head_of(first) is not None or head_of(last) is not None:
        return False  # «Управления Федеральной службы по надзору», «Отдела Комитета по образованию»
    return post == "deputy" or HEADS[head] in ("authority", "ministry") or _IS_WHOLE.search(tail) is not None


_WORD = expression(r"[\w-]+\.?")
_SINCE_SEPARATOR = expression(r"[,;:()–—]|\s-\s")
_PLACES = frozenset(forms_of("organizations", "place_in_dative"))
_IS_OF_PLACE = expression(r"\s+(?:[А-ЯЁ][\w-]+(?:ого|его|ой|ей)\s|(?:города|района|округа|области|края|республики)\b)")
_GOVERNS = expression(rf"(?i)(?:{alternatives('organizations', 'governs_field')})")
_IS_WHOLE = expression(rf"(?i)\s(?:{alternatives('organizations', 'whole_with')})(?!\w)")


def adds_party(word: str, behind: str, of_authority: bool, is_for: bool) -> bool:
    """«Управление образования и школы № 2, 7», «… Управления образования и педагогов Лицея № 9»: one more party.

    Not «Центр поддержки семьи и школы», nor «Ассоциация учителей и педагогов Лесной области». `is_for`: «по делам» goes
    on with those whom the body is for.
    """
    if dictionary_form(word) in _SCHOOLS and (of_authority or behind.lstrip().startswith("№")):
        return True
    singular = inflect(word, "nomn", "sing") if of_authority and not is_for and names_person(word, "plur") else None
    return singular is not None and find_head([singular], strict=True) is not None


_SCHOOLS = frozenset(forms_of("roles", "school_noun"))


def lists_places(tail: str, behind: str) -> bool:
    """«Администрации Липовского, Боровского поселений»: several bodies, and the first one's name is cut short."""
    last = tail.split()[-1] if tail.split() else ""
    return last[:1].isupper() and last.endswith(("ого", "его", "ой", "ей")) and _MORE_PLACES.match(behind) is not None


def without_preposition(plain: str, start: int, end: int | None) -> int | None:
    """Where the tail from `start` to `end` ends without a last «при»: «Музей при» before «школе № 5»; None for none."""
    if end is None or not plain[start:end].endswith(" при"):
        return end
    kept = start + len(plain[start:end].removesuffix("при").rstrip())
    return kept if kept > start else None
