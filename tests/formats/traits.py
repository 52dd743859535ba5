"""A plan with what real Word files have and the golden orders have not."""

from pathlib import Path

from tests.ingest.readers.making import cell, paragraph, row, span, table, width, write_docx

_COLUMNS = (900, 4500, 1600, 1600, 3000)  # twips
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in _SIDES)
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
_MEMBER = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
_BEGUN, _CONTINUED = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def write_traits(path: Path) -> Path:
    """Numbers that Word counts; a header over two rows whose cells span others; cells merged downwards; a section
    across; soft hyphens, blanks and hyphens that do not break; a table inside a cell.

    Left out, since LibreOffice prints them or moves them: deletions with tracked changes, text boxes, footnotes.
    """
    numbers = [_cell(0, paragraph(properties=_MEMBER)) for _ in range(3)]
    rows = (
        row(
            _cell(0, "№ п/п", _BEGUN),
            _cell(1, "Мероприятия", _BEGUN),
            _across(2, 2, "Сроки"),
            _cell(4, "Ответственные", _BEGUN),
        ),
        row(
            _cell(0, "", _CONTINUED),
            _cell(1, "", _CONTINUED),
            _cell(2, "начало"),
            _cell(3, "окончание"),
            _cell(4, "", _CONTINUED),
        ),
        row(_across(0, 5, "Раздел 1. Кадры")),
        row(
            numbers[0],
            _cell(1, "Семинар для моло\u00adдых учителей"),
            _cell(2, "1\u00a0ноября"),
            _cell(3, "5\u00a0ноября"),
            _cell(4, "Конев\u00a0Е.В.", _BEGUN),
        ),
        row(numbers[1], _cell(1, "Онлайн\u2011режим работы"), _across(2, 2, "ежемесячно"), _cell(4, "", _CONTINUED)),
        row(
            numbers[2],
            _cell(1, "Педсовет", "", paragraph("по итогам года")),
            _cell(2, "май"),
            _cell(3, "июнь"),
            _cell(4, "Гареева Л.Г."),
        ),
    )
    plan = table(*rows, widths=_COLUMNS).replace(
        "<w:tblPr/>", f"<w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>"
    )
    body = paragraph("План мероприятий на 2020-2021 учебный год") + plan + paragraph()
    return write_docx(path, body, numbering=_NUMBERING)


def _cell(column: int, text: str, properties: str = "", more: str = "") -> str:
    return cell(text, *filter(None, (more,)), properties=width(_COLUMNS[column]) + properties)


def _across(column: int, columns: int, text: str) -> str:
    return cell(text, properties=width(sum(_COLUMNS[column : column + columns])) + span(columns))
