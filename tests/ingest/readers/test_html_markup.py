"""Broken tags of a page's tables are noticed; what Word and web sites write is none."""

import time
from pathlib import Path

import pytest

from ingest.readers.html import read

ROWS = '<tr><td colspan="1">1.</td><td rowspan="2">Семинар</td></tr>\n<tr><td>2.</td></tr>'


def doubts(folder: Path, rows: str) -> tuple[str, ...]:
    path = folder / "plan.htm"
    path.write_text(f"<html><body><table>{rows}</table></body></html>", encoding="utf-8")
    return read(path).doubts


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("<td>2.", "<tи>2."),
        ("<td>2.", "<t’>2."),
        ("<td>2.", "<ud>2."),
        ("<td>2.", "<»td>2."),
        ("<tr><td>2.", "<tr9<td>2."),
        ('<td colspan="1">', '<td$colspan="1">'),
        ('<td colspan="1">1.', '<td colspan="1"ѕ1.'),
        ('<td colspan="1">', '<td colspan="b">'),
        ('<td colspan="1">', "<td colspan=?1>"),
        ('<td rowspan="2">Сем', "<td rowspмероприятия"),
        ("Семинар</td>", "Семинарs/td>"),
        ("<tr><td>2.", "јtr><td>2."),
        ("1.</td>", "1.</tЃ>"),
        ("1.</td>", "1.</td>Семинар"),  # between two cells
        ("1.</td>", "1.</td><b>Семинар</b>"),
    ],
)
def test_broken_tag_is_doubted(tmp_path: Path, right: str, wrong: str) -> None:
    assert right in ROWS
    [doubt] = doubts(tmp_path, ROWS.replace(right, wrong, 1))
    assert "повреждена" in doubt


@pytest.mark.parametrize(
    "rows",
    [
        ROWS,
        "<tr><td>1.<td>Семинар<tr><td>2.<td>Совет",
        "<TR HEIGHT=0><TD WIDTH=47 style='width:35.2pt;border:none' NOWRAP></TD><TD COLSPAN=2></TD></TR>",
        "<tr><td><p class=MsoNormal>Явка &lt; 50 %<o:p></o:p></p><td>явка < 5 %, оценка > 3, «а>б»",
        "<tr><td><![if !supportLists]><span>1.</span><![endif]><!-- <ud> --></td></tr>",
        "<tr><td><noindex><script>if (a<b) {}</script><svg><path d='1'/></svg></noindex></td></tr>",
        '<tr><td><my-tag data-x></my-tag><a href="x"class="y">сайт</a></td></tr>',
        "<tr><td>стр. <sdfield type=PAGE subtype=RANDOM format=PAGE>1</sdfield></td></tr>",
        "<colgroup><col width=1></colgroup><form><tr><td>1.</td><!-- x --></tr></form>",
    ],
)
def test_ordinary_markup_is_not(tmp_path: Path, rows: str) -> None:
    assert doubts(tmp_path, rows) == ()


@pytest.mark.parametrize("piece", ['<td "', "<!--", "<script ", "<td " + "a" * 1000 + '"', " " * 1000 + "<td"])
def test_hostile_markup_is_looked_through_in_one_pass(tmp_path: Path, piece: str) -> None:
    """«<!--» 100,000 times took 150 s of the first version."""
    start = time.process_time()
    doubts(tmp_path, piece * (1_000_000 // len(piece)))
    assert time.process_time() - start < 10
