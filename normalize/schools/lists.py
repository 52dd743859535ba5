"""The numbers of a list of schools: «№№ 2, 7 и 11», «30–32», «17. 20»; remarks between them are passed over."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from itertools import pairwise

from ingest.expressions import expression
from normalize.schools.counted_numbers import COUNTED, mark_counted
from normalize.titles.heads import find_head

_UNIT_LIMIT = 30  # a range longer than that is no list of schools


@dataclass(frozen=True, slots=True)
class SchoolRef:
    """One school of a list. The span is that of its own number (of the whole range for «31» of «30–32»)."""

    start: int
    end: int  # exclusive
    number: str | None  # «7», «7а»; None for a school with a proper name only
    name: str | None  # nominative proper name: «Каменск-Уральская гимназия»


_JOINED = "\u2060"  # stands for the blank that broke a number: «№№ 2,7,11,1 4,17»
NUMBER = rf"\d(?:{_JOINED}*\d){{0,3}}(?:[а-я](?![а-я]))?(?![\d])(?![.:]\d)"
NUMERO = r"(?:№\s*)+|n\s?(?=\d)|-(?=\d{1,3}(?!\d))"
_LATIN_NUMERO = expression(r"(?<!\w)N(?:\s?N)?(?=\s?\d)")  # «школ NN 2, 7»: legal databases have no «№»
_BETWEEN = (
    rf"\s*-\s*(?:{NUMERO})\s*|(?:\s*[,;]\s*(?:и\s+)?|\s+и\s+|\s*\.\s*(?=\d))(?:{NUMERO})?\s*|\s*(?:{NUMERO})|\s*-\s*"
)
# «…, 27 и лицей № 9», «…, 27 и КУГ»: letters of a school
_FURTHER = r"и\s+(?:школ|сош|оош|лице|гимнази|[а-я]{1,4}[глш](?![а-я]))"
# «в школы: 2, 7, 11»: a row without «№» behind a colon, and nothing that it counts or dates
ROW_BEHIND_COLON = (
    rf"\d{{1,3}}(?:\s*(?:[,;-]|\bи)\s*\d{{1,3}})+(?!\d|[.:]\d|[а-я])"
    rf"(?!\s*(?:[,;-]|и\s)\s*[\d{COUNTED}]|\s*-?(?!{_FURTHER})[а-я])"
)
LIST = rf"{NUMBER}(?:(?:{_BETWEEN}){NUMBER})*"

# «27(филиал), 39», «7*, 14», «№ 3 «Сказка» (Вязова А.К.), № 12»: remarks behind a number, before a further number
_EXCEPT = r"\s*(?:кроме|исключая|за искл)"  # «1-12 (кроме 6), 14»: that changes the list, and is asked about
_BRACKET = rf"\((?P<inside>(?!{_EXCEPT})(?:(?:бывш|ранее)[^()]{{1,60}}|[^()№]{{1,60}}))\)"
_REMARK = expression(
    rf"(?:(?<=\d)|(?<=\d[а-я]))(?P<name>\s*[«\"“„][^«»\"“”„,;]{{2,40}}[»\"”“]+)?(?P<mark>\s*\*+)?(?:\s*{_BRACKET})?"
    rf"(?=\s*(?:[,;]\s*(?:и\s+)?|\bи\s+)(?:№\s*)*{NUMBER}(?!\s*[а-я]*\s*(?:школ|лице|гимнази)))"
)
_INITIALS = expression(r"(?<!\w)[а-я]\.")
_PRIMARY = expression(r"\s*нач\.\s*(?:кл|шк|звен)")  # «нач.» is a head of somebody else: «начальник»


def with_numeros(plain: str) -> str:
    """The text with «№» for «N» before a number, at equal length."""
    return _LATIN_NUMERO.sub(lambda found: found.group().replace("N", "№"), plain)


def plain_list(lower: str) -> tuple[str, Mapping[int, int]]:
    """The text (in small letters) with blanks for what is remarked between the numbers of a list, at equal length.

    And the ends of the numbers of which a bracket names somebody, «№№ 4 (Зуев Л.П.), 6 (Котова А.А.)», each with the
    end of its school's name, «№ 3 «Сказка»»: the bracket is of that school alone.
    """
    lower = mark_counted(_join_broken(_QUOTED_PAIRS.sub(_without_quotes, lower)))
    ends = {
        remark.start(): remark.start() + len(remark["name"] or "")
        for remark in _REMARK.finditer(lower)
        if _names_somebody(remark["inside"] or "")
    }
    return _REMARK.sub(lambda remark: " " * len(remark.group()), lower), ends


# «Пары школ «2 - 9», «7 - 40»»
_QUOTED_PAIRS = expression(
    r"(?<![а-я])пар[а-я]*\s+школ[а-я-]*:?(?:[\s,;]*(?:и\s+)?[«\"“„]\s*\d{1,3}\s*-\s*\d{1,3}\s*[»\"”“])+"
)


def _without_quotes(pairs: re.Match[str]) -> str:
    return re.sub('[«»"“”„]', " ", pairs.group())


_BROKEN = expression(
    rf"(?<!\d)(?P<before>\d(?:{_JOINED}*\d){{0,2}})\s*[,;-]\s*(?P<one>\d{{1,2}})(?P<gap>\s+)(?P<other>\d{{1,2}})(?!\d)"
    r"(?=\s*[,;-]\s*(?P<after>\d{1,3})(?!\d)|\s*(?:[,;)]|$))"
)


def _join_broken(lower: str) -> str:
    """A number that a narrow column has broken, «2,7,11,1 4,17», in one piece at equal length.

    Only where the list ascends with the number whole, and with its halves does not.
    """
    for broken in _BROKEN.finditer(lower):
        before, one, other, after = (
            int((broken[part] or "0").replace(_JOINED, "")) for part in ("before", "one", "other", "after")
        )
        whole = int(broken["one"] + broken["other"])
        if before < whole and (not after or whole < after) and not before < one < other:
            gap = _JOINED * len(broken["gap"])
            return _join_broken(lower[: broken.start("gap")] + gap + lower[broken.end("gap") :])
    return lower


def _names_somebody(remark: str) -> bool:
    """«Зуев Л.П.», «директор Зуев», «учителя физики»; not «филиал», «11 класс», «нач. кл.»."""
    if _INITIALS.search(remark):
        return True
    head = find_head(re.findall(r"[а-я-]+", remark), strict=True)
    return head is not None and not head.body and _PRIMARY.match(remark) is None


def read_list(printed: str, offset: int, pairs: bool = False) -> list[SchoolRef]:
    """The numbers of a list with their spans; «30-32» is 30, 31, 32; «17. 20» is 17, 20.

    `pairs`: the text around says that a hyphen joins two schools; one that descends, «17-37, 9-2», says so too.
    """
    refs: list[SchoolRef] = []
    numbers = list(re.finditer(NUMBER, printed))
    pairs = pairs or any(_descends(one, other, printed) for one, other in pairwise(numbers))
    for index, number in enumerate(numbers):
        start, end = offset + number.start(), offset + number.end()
        between = printed[numbers[index - 1].end() : number.start()].strip() if index else ""
        said = number.group().replace(_JOINED, "")
        if between == "-" and not pairs and refs and _is_range(refs[-1].number, said):
            first = int(refs[-1].number or 0)
            refs += [SchoolRef(refs[-1].start, end, str(n), None) for n in range(first + 1, int(said))]
        refs.append(SchoolRef(start, end, said, None))
    return refs


def _descends(one: re.Match[str], other: re.Match[str], printed: str) -> bool:
    """«9-2»: two schools, and no range."""
    low, high = (number.group().replace(_JOINED, "") for number in (one, other))
    return (
        printed[one.end() : other.start()].strip() == "-" and low.isdigit() and high.isdigit() and int(low) > int(high)
    )


def _is_range(low: str | None, high: str) -> bool:
    return bool(low and low.isdigit() and high.isdigit() and 0 < int(high) - int(low) <= _UNIT_LIMIT)


def split_at(refs: tuple[SchoolRef, ...], cuts: Container[int]) -> list[tuple[SchoolRef, ...]]:
    """The schools of a list in parts: each that ends where a remark about it begins (`cuts`) stands alone."""
    parts: list[tuple[SchoolRef, ...]] = []
    run: tuple[SchoolRef, ...] = ()
    for ref in refs:
        if ref.end in cuts:
            parts += [run] if run else []
            parts.append((ref,))
            run = ()
        else:
            run = (*run, ref)
    return [*parts, run] if run else parts
