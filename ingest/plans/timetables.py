"""Which tables say what is done on each day of any week: «Циклограмма работы», «Режим кружков»."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.plan_title import is_timetable
from ingest.plans.segments import Segment

WEEKDAY = re.compile(r"(?i)\W*(?:понедельник|вторник|сред[аы]|четверг|пятниц[аы]|суббот[аы]|пн|вт|ср|чт|пт|сб)\b\W*")


def mark_timetables(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """The segments, a week's timetable without its header and marked, where the file has a plan beside it.

    Its title and its days both say so: «План недели математики» has days too, and a «Циклограмма контроля» months.
    Alone in its file it is the plan that the file was sent for.
    """
    found = [_is_week(segment) for segment in segments]
    if all(found) or not any(segment.header and not week for segment, week in zip(segments, found, strict=True)):
        return tuple(segments)
    return tuple(_marked(segment) if week else segment for segment, week in zip(segments, found, strict=True))


def _is_week(segment: Segment) -> bool:
    """Whether rows under a header and a timetable's title begin with days of the week, without a date."""
    above = [*segment.before, *segment.captions][-1:]
    if segment.header is None or not any(is_timetable(text) for text in above):
        return False
    firsts = [row[0].cell.text for row in segment.rows[segment.start : segment.end] if row and row[0].cell.text]
    return bool(firsts) and all(WEEKDAY.fullmatch(text) for text in firsts)


def _marked(segment: Segment) -> Segment:
    start = segment.header.first if segment.header is not None else segment.start
    return replace(segment, header=None, start=start, timetable=True)
