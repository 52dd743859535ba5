"""What Word prints of a paragraph, and what it does not."""

from pathlib import Path

from tests.ingest.readers.making import paragraph, paragraphs, read_body, run


def read_paragraph(folder: Path, *content: str) -> list[str]:
    return paragraphs(read_body(folder, paragraph(*content)))


def test_runs_of_one_word_are_one_word(tmp_path: Path) -> None:
    assert read_paragraph(tmp_path, "Мини", "стерство", " образования") == ["Министерство образования"]


def test_blanks_tabs_and_no_break_spaces_are_single_blanks(tmp_path: Path) -> None:
    content = ("до 1\u00a0 ноября", "<w:r><w:tab/></w:r>", " 2020 г.  ")
    assert read_paragraph(tmp_path, *content) == ["до 1 ноября 2020 г."]


def test_break_ends_a_line(tmp_path: Path) -> None:
    assert read_paragraph(tmp_path, "Конев Е.В.", "<w:r><w:br/></w:r>", "Гареева Л.Г.") == ["Конев Е.В.\nГареева Л.Г."]


def test_soft_hyphen_is_gone_and_hard_hyphen_stays(tmp_path: Path) -> None:
    content = ("педа", "<w:r><w:softHyphen/></w:r>", "гог", "<w:r><w:noBreakHyphen/></w:r>", "психо\u00adлог")
    assert read_paragraph(tmp_path, *content) == ["педагог-психолог"]


def test_deleted_text_is_no_text_and_inserted_text_is(tmp_path: Path) -> None:
    deleted = "<w:del><w:r><w:delText>до 1 октября</w:delText></w:r></w:del>"
    inserted = f"<w:ins>{run('до 1 ноября')}</w:ins>"
    moved = f"<w:moveFrom>{run('ежегодно')}</w:moveFrom>"
    assert read_paragraph(tmp_path, deleted, inserted, moved) == ["до 1 ноября"]


def test_hidden_text_is_not_read(tmp_path: Path) -> None:
    hidden = run("служебная пометка", "<w:vanish/>")
    shown = run("Руководители школ", '<w:vanish w:val="0"/>')
    one_point = run("скачано с сайта", '<w:sz w:val="2"/>')
    assert read_paragraph(tmp_path, hidden, shown, one_point) == ["Руководители школ"]


def test_size_that_is_no_number_hides_nothing(tmp_path: Path) -> None:
    assert read_paragraph(tmp_path, run("Руководители", '<w:sz w:val="²"/>')) == ["Руководители"]


def test_field_code_is_not_text_and_its_result_is(tmp_path: Path) -> None:
    code = "<w:r><w:instrText>DATE</w:instrText></w:r>"
    assert read_paragraph(tmp_path, code, "07.10.2020") == ["07.10.2020"]


def test_link_and_content_control_keep_their_text(tmp_path: Path) -> None:
    link = f"<w:hyperlink>{run('www.school7.example')}</w:hyperlink>"
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run(' Иванова О.В.')}</w:sdtContent></w:sdt>"
    assert read_paragraph(tmp_path, link, control) == ["www.school7.example Иванова О.В."]


def test_content_control_around_paragraphs(tmp_path: Path) -> None:
    body = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('План')}{paragraph('на 2020 год')}</w:sdtContent></w:sdt>"
    assert paragraphs(read_body(tmp_path, body)) == ["План", "на 2020 год"]


def test_text_box_is_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('УТВЕРЖДАЮ')}</w:txbxContent>"
    twice = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>{box}</wps:txbx></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert read_paragraph(tmp_path, "Приказ", twice) == ["УТВЕРЖДАЮ", "Приказ"]


def test_footnote_stands_at_the_end(tmp_path: Path) -> None:
    body = paragraph("Итоги* года", "<w:r><w:footnoteReference/></w:r>")
    note = f"<w:footnote>{paragraph('По данным за 2020 год')}</w:footnote>"
    assert paragraphs(read_body(tmp_path, body, footnotes=note)) == ["Итоги* года", "По данным за 2020 год"]
