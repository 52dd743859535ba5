"""Where the tail of a name by its head noun ends: «Управление образования Администрации города», and no further."""

import re
from dataclasses import dataclass

from ingest.expressions import expression
from normalize.morphology import adjective_cases, can_be_genitive, is_nominative_person, noun_cases
from normalize.organization_heads import HEADS, WORD, head_of
from normalize.organizations.limits import Post, adds_party, is_posts_field
from normalize.organizations.units import unit_end
from normalize.quotes import closing_quote
from normalize.settlements import DOTTED_KIND
from normalize.vocabulary import alternatives, forms_of

_FIELDS = forms_of("organizations", "field")
_KNOWN_LETTERS = frozenset(forms_of("roles", "known"))
_TERRITORY_NOUN = frozenset(forms_of("organizations", "territory"))
_FEDERAL = frozenset(forms_of("organizations", "inspectorate"))
_PLACE_NOUN = frozenset(forms_of("organizations", "place"))
_FIELD_OF_WORK = alternatives("organizations", "comma").replace("е", "[её]")
# «Управление образования, культуры и спорта»: a comma goes on only before another field of work
_STEP = expression(
    rf"(?:(?P<gap>\s+|(?<=\.))(?:(?P<joint>и|по|в\s+(?:сфере|области))\s+)?|(?P<comma>,\s+)(?=(?:{_FIELD_OF_WORK})\b))"
    rf"(?P<word>(?:(?:{DOTTED_KIND}|г\.)\s?)?{WORD}(?:\.(?=\s?[а-яё]))?)"
    r"|\s*(?P<quote>[«\"“„])"
)


_TERRITORY = expression(r"\s+(?:области|края|района|округа|республики|улуса|кожууна|МР|МО|ГО)(?!\w)")


# «администрации муниципального образования «Озёрский район»»: the quotes name a place
_UNIT_BEFORE = expression(r"\s(?:муниципального\s+(?:образования|района|округа)|городского\s+округа)$")


# «администрации Лесного МР»; not «Лесного ГО и ЧС»
_OF_LETTERS = expression(r"[А-ЯЁ][\w-]+(?:ого|его)\s+(?:МР|МО|ГО)\Z")


@dataclass(slots=True)
class _Tail:
    """What has been read of a name behind its head."""

    words: int = 0
    last: str = ""
    dative: bool = False  # «по …»: what the authority is for stands in the dative
    waits: bool = False  # an adjective behind «по»: «по социальным» waits for «вопросам»
    managed: bool = False  # an adjective behind «по управлению» waits for what is managed
    letters: bool = False  # «по делам»: letters go on, «ГО и ЧС»
    place: bool = False  # the name of a place has begun: «Республики Северная Осетия»


def name_end(plain: str, at: int, head: str, post: Post = "") -> int | None:
    """Where the genitive tail of a name ends; None where the head stands alone or heads no organization.

    «Управление образования» and «Министерство образования и молодёжной политики Свердловской области» go on
    as long as words are genitive, adjectives, «и» between such, or territories; «отдел кадров» is none.
    """
    authority = HEADS[head] in ("authority", "ministry")
    any_field = head == "министерство" or (head in ("управление", "департамент") and plain[at - len(head)].isupper())
    end, tail = at, _Tail()
    while True:
        unit = unit_end(plain, end, head, tail.words > 0, authority)
        if unit is not None:
            return unit
        step = _STEP.match(plain, end)
        if step is None:
            break
        if step["quote"] and authority and _UNIT_BEFORE.search(plain, at, step.start()):
            return closing_quote(plain, step.start("quote"))
        if step["quote"]:
            return closing_quote(plain, step.start("quote")) if not authority else end if tail.words else None
        if step["joint"] == "по" and is_posts_field(post, plain[:at], head, plain[at:end], step["word"]):
            break
        if not _takes(tail, step, head, authority, any_field):
            break
        end = step.end()
        _grow(tail, step)
    return end if tail.words else None


def _takes(tail: _Tail, step: re.Match[str], head: str, authority: bool, any_field: bool) -> bool:
    word, joint = step["word"], step["joint"]
    lower = word.lower().replace("ё", "е")
    if lower in ("им", "имени"):
        return False
    if joint is not None and joint.startswith("в") and not tail.words:
        return False  # «осуществляющие управление в сфере образования»
    if joint == "по" and (head == "администрация" or lower == "республике"):  # «… по Республике Лесной»: regions.py
        return False  # «заместитель главы администрации по социальным вопросам»: the deputy's, not the name's
    if "\n" in (step["gap"] or "") and word[0].isupper() and not _begins_place(tail, word):
        return False  # «Отдел образования⏎Руководители ОО»: another party on a line of its own
    if _is_letters(word):
        return (authority and _OF_LETTERS.search(step.string, 0, step.end()) is not None) or (
            lower in _TERRITORY_NOUN
            or lower in _FEDERAL
            or tail.letters
            or (tail.words > 0 and lower in _KNOWN_LETTERS and not authority)
        )
    if lower == "их" and tail.last.startswith("защит"):
        return True  # «по делам несовершеннолетних и защите их прав»
    if lower in ("их", "его", "ее"):
        return False  # «Управления образования и его заместители»
    if len(lower) < 3:
        return lower in _TERRITORY_NOUN
    if (
        word[0].isupper()
        and (tail.words or authority)
        and adjective_cases(word)
        and _TERRITORY.match(step.string, step.end())
    ):
        return True  # «… Лесной области»
    if joint == "и" and word[0].isupper() and head_of(word) is not None:
        return False  # «Управления образования и Центра занятости населения»: two bodies
    if joint == "и" and adds_party(word, step.string[step.end() :], authority, tail.dative):
        return False
    managed = (
        tail.managed or tail.last == "управлению" or (head == "управление" and not tail.words and lower in _FIELDS)
    )
    if managed and _in_case(word, "ablt"):
        return True  # «Комитет по управлению муниципальным имуществом», «Управление образованием»
    if tail.last == "содействия" and _in_case(word, "datv"):
        return True  # «Центр содействия трудоустройству выпускников»
    if tail.waits or (tail.dative and joint == "и" and _in_case(word, "datv")):
        return True
    if step["comma"]:
        return tail.dative or not _in_case(word, "datv") or can_be_genitive(word)
    if tail.place and word[0].isupper() and adjective_cases(tail.last):
        return not is_nominative_person(word)
    if tail.last in _PLACE_NOUN and word[0].isupper():
        return _begins_place(tail, word)
    return _goes_on(word, joint, tail.words, authority, any_field)


def _grow(tail: _Tail, step: re.Match[str]) -> None:
    last = step["word"].lower()
    tail.dative = tail.dative or step["joint"] == "по"
    by_field = step["joint"] in ("по", "и") or bool(step["comma"])
    by_field = (tail.dative and by_field) or tail.last == "содействия"  # «содействия семейному устройству»
    tail.waits = by_field and not noun_cases(last) and bool(adjective_cases(last))
    managed = tail.managed or tail.last == "управлению"
    tail.managed = managed and not noun_cases(last) and bool(adjective_cases(last))
    tail.place = tail.last in _PLACE_NOUN and step["word"][0].isupper()
    tail.letters = last == "делам" or (tail.letters and _is_letters(step["word"]))
    tail.words, tail.last = tail.words + 1, last


def _is_letters(word: str) -> bool:
    return re.search("[А-ЯЁ]{2}", word) is not None


def _in_case(word: str, case: str) -> bool:
    return any(one == case for one, _ in noun_cases(word) | adjective_cases(word))


def _begins_place(tail: _Tail, word: str) -> bool:
    """«города Лесогорска», «⏎Лесного района»: a place's name; not «⏎Руководители»."""
    if _is_place_adjective(word):
        return True
    return tail.last in _PLACE_NOUN and not is_nominative_person(word) and head_of(word) is None


def _goes_on(word: str, joint: str | None, words: int, authority: bool, any_field: bool) -> bool:
    """True where a word can belong to an organization's name after its head.

    `any_field`: «Управление капитального строительства», a head with a capital that is no mere unit.
    """
    lower = word.lower().replace("ё", "е")
    if words == 0 and authority and joint is None and lower not in _FIELDS and not _is_place_adjective(word):
        return any_field and can_be_genitive(word) and not is_nominative_person(word)
    if (
        word.startswith("г.")
        or _OF_DOTTED.match(word)
        or lower in _TERRITORY_NOUN
        or lower in ("рф", "мвд", "россии", "банка")
        or lower in _FEDERAL
    ):
        return True
    if joint == "по":
        return True
    if word.endswith("."):
        return True  # «Центр доп. образования»
    if word[0].isupper():
        return (
            _is_place_adjective(word)
            or (head_of(word) is not None and can_be_genitive(word))
            or (words > 0 and not noun_cases(word) and not adjective_cases(word))
        )
    # «учителя», «директора»: a genitive singular too, but a new party; «политики» is no politician here
    return can_be_genitive(word) and not is_nominative_person(word)


_OF_DOTTED = expression(rf"{DOTTED_KIND}\s?[А-ЯЁ]")  # «администрации г.о. Речной»


def _is_place_adjective(word: str) -> bool:
    return word[0].isupper() and word.lower().endswith(
        ("ской", "ского", "цкой", "цкого", "ская", "ский", "ным", "ного")
    )
