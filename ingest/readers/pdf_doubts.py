"""What a PDF reader cannot read faithfully, said in sentences for the clerk."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from ingest.model import RawDoubt
from ingest.readers.pdf_cells import OUTSIDE
from ingest.readers.pdf_geometry import Rect
from ingest.readers.pdf_page import PageLayout, adds_up
from ingest.readers.pdf_runs import Run, make_lines
from ingest.readers.pdf_signatures import is_whole, may_sign, parts_in

_BROKEN = "Файл повреждён: часть его содержимого не читается. Сверьте всё с оригиналом."

_WHOLE_PAGE = 0.7  # of its area that a picture covers: a scan, and not a coat of arms or a stamp
_UNSURE = 0.8  # confidence of the least sure word
_PAGE_NUMBER = 30  # letters: a scan may carry no more text than its page number or «Отсканировано …»
_NAMELESS = re.compile("[\x00-\x1f\ue000-\uf8ff\ufffd]")  # letters that their font does not name
_BAD_LETTERS = 0.02  # share of them from which a page is doubtful


def is_textless(layout: PageLayout) -> bool:
    """Whether nothing of the page's content is text."""
    if not layout.runs:
        return not layout.stamps or is_scan(layout)
    return is_scan(layout) and sum(len(run.text) for run in layout.runs) <= _PAGE_NUMBER


def name_doubts(layouts: list[PageLayout], is_broken: bool) -> tuple[str, ...]:
    """Sentences (Russian), one for each kind of fault, naming the pages; `is_broken`: parts cannot be read.

    An empty page at the end is no fault: Word prints one after a table that fills its page.
    """
    read = [page for page in layouts if not is_textless(page)]
    textless = [page for page in layouts if page.has_drawings and is_textless(page)]
    empty = [page for page in layouts[:-1] if not page.runs and not page.has_drawings]
    found = (
        (textless, "{} нет текста (вероятно, это скан): содержимое не прочитано."),
        (empty, "{} ничего нет: проверьте, цел ли файл."),
        ([page for page in read if is_scan(page)], "{} распознанный текст скана: буквы могут быть неверны."),
        ([page for page in read if _is_unsure(page)], "{} текст вокруг таблицы распознан неуверенно: сверьте его."),
        ([page for page in read if _is_garbled(page)], "{} шрифт не называет своих букв: текст может быть неверен."),
        (
            [page for page in read if page.guessed],
            "{} у таблицы нет линий (или части их): клетки найдены по месту текста. Сверьте её с оригиналом.",
        ),
        (
            [page for page in read if page.unread],
            "{} таблица без линий: где кончаются её строки, не видно; не прочитана.",
        ),
        ([page for page in read if not adds_up(page)], "{} клетки таблицы не сходятся: сверьте её с оригиналом."),
    )
    doubts = tuple(sentence.format(_on_pages(pages)) for pages, sentence in found if pages)
    return (_BROKEN, *doubts) if is_broken else doubts


def ask_about_mixed(layouts: Iterable[PageLayout]) -> tuple[RawDoubt, ...]:
    """A doubt for each line that stands in two columns, to be asked at the measure that prints it."""
    text = "Строка «{}» стоит в двух графах, между которыми нет линии: что в ней к какой относится?"
    return tuple(RawDoubt("reader", text.format(line), line) for layout in layouts for line in layout.mixed)


def ask_about_stamps(layouts: Iterable[PageLayout]) -> tuple[RawDoubt, ...]:
    """A doubt for each line in a cell that stands where a stamp does, or says what one says, on a page with all of one.

    Where the stamp could be told from the table, its lines are no longer in the cells.
    """
    text = "В строку «{}» попала или могла попасть отметка об электронной подписи: что в ней стоит в таблице?"
    lines = (line for layout in layouts if layout.signed and layout.tables for line in _signed_lines(layout))
    return tuple(RawDoubt("reader", text.format(line), line) for line in dict.fromkeys(lines))


def _signed_lines(layout: PageLayout) -> Iterator[str]:
    yield from (run.text for run in layout.runs if run.owner != OUTSIDE and _is_under(run, layout.doubted))
    if not may_sign(" ".join([run.text for run in layout.runs])):
        return
    owned: dict[int, list[Run]] = {}
    for run in layout.runs:
        owned.setdefault(run.owner, []).append(run)
    lines = [(line.text, parts_in(line.text), owner) for owner, runs in owned.items() for line in make_lines(runs)]
    said = set[str]().union(*(parts for _, parts, _ in lines))
    if is_whole(said):
        yield from (line for line, parts, owner in lines if parts and owner != OUTSIDE)


def _is_under(run: Run, frames: Iterable[Rect]) -> bool:
    """Whether the line shares the place of one of the frames."""
    return any(run.left < one.right and one.left < run.right and one.top < run.y <= one.bottom for one in frames)


def is_scan(layout: PageLayout) -> bool:
    """Whether a picture covers the page."""
    return any(
        (picture.right - picture.left) * (picture.bottom - picture.top) >= _WHOLE_PAGE * layout.area
        for picture in layout.pictures
    )


def _is_unsure(layout: PageLayout) -> bool:
    """Whether something recognised outside of the tables is doubtful; rows are asked about one by one."""
    return layout.confidences.get(OUTSIDE, 1.0) < _UNSURE


def _is_garbled(layout: PageLayout) -> bool:
    text = "".join([run.text for run in layout.runs])
    if text.isprintable() and "\ufffd" not in text:  # as nearly every page's is, and told sooner
        return False
    return len(_NAMELESS.findall(text)) > _BAD_LETTERS * len(text)


def _on_pages(pages: Iterable[PageLayout]) -> str:
    """«На странице 3», «На страницах 1, 4–6»."""
    numbers = [page.number for page in pages]
    ranges = []
    for _, run in groupby(enumerate(numbers), key=lambda item: item[1] - item[0]):
        members = [number for _, number in run]
        ranges.append(f"{members[0]}" if len(members) == 1 else f"{members[0]}–{members[-1]}")
    return f"На {'странице' if len(numbers) == 1 else 'страницах'} {', '.join(ranges)}"
