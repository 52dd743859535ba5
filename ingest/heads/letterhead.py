"""The bodies that a letterhead names, in the lines above «ПРИКАЗ»."""

from collections.abc import Iterator, Sequence

from ingest.expressions import expression
from ingest.heads.bodies import (
    ASIDE,
    AUTHORITIES,
    BODY,
    GOVERNMENT,
    INSTITUTION_LINE,
    INSTITUTION_OPENS,
    NO_NAME,
    NOT_A_BODY,
    begins_with_noun,
    is_service,
    named_body,
    tidy,
    without_address,
)
from ingest.heads.citations import ORDER_LINE
from ingest.heads.nominative import FORMS, lower_lines

LETTERHEAD = 12  # lines above «ПРИКАЗ»
OVER_A_SECOND = 4  # lines above another «ПРИКАЗ» beside it
ENDS_FIRST_LINES = expression(r"(?i)[«\"]?(?:к приказу|от\s|утвержд|согласован|протокол|рассмотрен|принят)")
# «при администрации», «и защите их прав»: a line that goes on with the one above
GOES_ON_WITH = expression(r"(?i)(?:при|и|по|в|на|для|с)\s")


def from_letterhead(text: str) -> str | None:
    """The body from the last line that begins one, else from the first that names one."""
    lines = next(_letterheads(text), [])
    starts = _begin_bodies(lines)[-1:] or [
        _beginning(lines, at)
        for names in (BODY.search, GOVERNMENT.match)
        for at, line in enumerate(lines)
        if names(line)
    ]
    return _body(lines[starts[0] :]) if starts else None


def authorities_above(text: str) -> tuple[tuple[str, ...], ...]:
    """For each «ПРИКАЗ» the authorities in its letterhead, in the order in which they stand."""
    return tuple(tuple(_authorities(lines)) for lines in _letterheads(text))


def _authorities(lines: Sequence[str]) -> Iterator[str]:
    starts = _begin_bodies(lines)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=False):
        body = _body(lines[start:end]) if _is_authority(lines[start]) else None
        if body is not None:
            yield body


def _is_authority(line: str) -> bool:
    return is_service(line) or begins_with_noun(line, AUTHORITIES)


def _letterheads(text: str) -> Iterator[list[str]]:
    """The lines above each «ПРИКАЗ», those of the one before it left out."""
    end = 0
    for word in ORDER_LINE.finditer(text):
        above = [_unbracketed(line.strip()) for line in text[end : word.start()].splitlines() if line.strip()]
        yield [line for line in above[-(OVER_A_SECOND if end else LETTERHEAD) :] if not ASIDE.match(line)]
        end = word.end()


def _unbracketed(line: str) -> str:
    """«(Отдел образования)» under «АДМИНИСТРАЦИЯ ГОРОДА» without its brackets."""
    inner = line.removeprefix("(").removesuffix(")")
    whole = len(line) == len(inner) + 2 and not {"(", ")"} & set(inner)
    return inner if whole and begins_with_noun(inner, ()) else line


def _body(lines: Sequence[str]) -> str | None:
    own = without_address(lines)
    end = next((at for at, line in enumerate(own) if NOT_A_BODY.match(line) or ENDS_FIRST_LINES.match(line)), len(own))
    return named_body(tidy(lower_lines(own[:end]))) if own else None


def _beginning(lines: Sequence[str], at: int) -> int:
    """Where the name begins that the line names: «СЛУЖБА КАДРОВ⏎АДМИНИСТРАЦИИ РАЙОНА», «ЦЕНТР⏎ПРИ УПРАВЛЕНИИ»."""
    while at and _goes_on_with_above(lines[at]):
        at -= 1
    return at


def _goes_on_with_above(line: str) -> bool:
    first = line.split()[0].lower()
    return GOES_ON_WITH.match(line) is not None or (first in FORMS and FORMS[first][0] != first)


def _begin_bodies(lines: Sequence[str]) -> list[int]:
    """Where bodies begin: a department on a line of its own, an institution by its legal form.

    «Лицей № 8» below «Муниципальное бюджетное учреждение» goes on with it, and so does what stands in quotes there,
    were it «Районное управление образования».
    """
    found: list[int] = []
    within = False  # an institution, whose noun may come on a line below
    for at, line in enumerate(lines):
        if at and (INSTITUTION_OPENS.fullmatch(lines[at - 1]) or _names_institution(lines[at - 1], line)):
            continue
        institution = INSTITUTION_LINE.match(line) is not None or INSTITUTION_OPENS.fullmatch(line) is not None
        if institution or is_service(line) or begins_with_noun(line, AUTHORITIES if within else ()):
            found.append(at)
            within = institution
    return found


def _names_institution(above: str, line: str) -> bool:
    """Whether the line is the quoted name of an institution whose legal form stands alone on the line above."""
    return line[:1] in '«"“„' and NO_NAME.fullmatch(above) is not None
