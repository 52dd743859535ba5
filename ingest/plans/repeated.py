"""Whether a header that stands again holds more than the plan's: the rest of a row that a page cut, joined into it."""

from collections.abc import Sequence

from ingest.columns.header import Column
from ingest.columns.heading_words import is_bare, is_bare_measure
from ingest.columns.headings import fold_heading
from ingest.model import RawDoubt

MORE = "Заголовок таблицы {} повторён с другими словами. Есть ли в нём конец мероприятия, которое стоит над ним?"


def ask_about_more(table: int, columns: Sequence[Column], plan: Sequence[Column]) -> tuple[RawDoubt, ...]:
    """A question about «Мероприятия⏎и ГИА-11, в соответствии с …» over a page of the plan headed «Мероприятия».

    `columns` are those of the header that is repeated in the table (1-based), `plan` the plan's. «Сроки проведения»
    for «Сроки» is the heading in other words.
    """
    known = {word for column in plan for word in fold_heading(column.header)}
    more = [column.header for column in columns if _says_more(column.header, known)]
    return (RawDoubt("leftover", MORE.format(table), "\n".join(more)),) if more else ()


def _says_more(header: str, known: set[str]) -> bool:
    is_new = not known.issuperset(fold_heading(header))
    return is_new and not is_bare(header) and not is_bare_measure(header)
