import pytest

from ingest.citations import find_citations
from ingest.dates import find_school_year, school_year_of_month
from ingest.head import read_head
from ingest.model import Grid, OrderHead
from ingest.own_title import find_own_title
from ingest.plan_title import find_title
from tests.ingest.grids import document, grid

PLAN = grid("Мероприятие | Срок\nПровести сбор | май")


def head(*blocks: Grid | str) -> OrderHead:
    tables = [at for at, block in enumerate([b for b in blocks if isinstance(b, Grid)], start=1) if block == PLAN]
    return read_head(document(*blocks), tables)[0]


def test_head_of_order_306() -> None:
    found = head(
        "Приложение к дорожной карте",
        "о подготовке и проведении мероприятий",
        "аттестации в 2020-2021 учебном году,",
        "утвержденной приказом начальника",
        "Управления образования",
        "от 07.10.2020 г. № 306",
        "План мероприятий, направленных на создание условий для получения качественного образования.",
        PLAN,
    )
    assert found == OrderHead(
        "306",
        "2020-10-07",
        "Управление образования",
        "План мероприятий, направленных на создание условий для получения качественного образования.",
        "2020/2021",
        None,
    )


def test_an_approval_beside_another_in_a_table() -> None:
    approvals = grid(
        "СОГЛАСОВАНО | УТВЕРЖДАЮ\n"
        "Председатель совета | Директор МБОУ СОШ № 5 г. Лесограда\n"
        "________ О.П. Рощина | ________ Н.В. Белова\n"
        "Протокол от 27.08.2021 № 1 | Приказ от 30.08.2021 № 01-10/123"
    )
    found = head(approvals, "ПЛАН", "РАБОТЫ С РОДИТЕЛЯМИ", PLAN)
    assert (found.number, found.date, found.issuer) == ("01-10/123", "2021-08-30", "МБОУ СОШ № 5 г. Лесограда")
    assert (found.title, found.territory) == ("ПЛАН РАБОТЫ С РОДИТЕЛЯМИ", "г. Лесоград")


def test_an_approval_split_over_paragraphs() -> None:
    lines = ["Утверждаю:", "Директор КГКУ «Центр содействия", "семейному", "устройству»", "____ И.А. Рощина"]
    found = head(*lines, "24.августа.2019", PLAN)
    assert (found.number, found.date) == (None, "2019-08-24")
    assert found.issuer == "КГКУ «Центр содействия семейному устройству»"


def test_the_order_stands_after_its_plan() -> None:
    annex = "Приложение к приказу отдела образования от 01.09.2021 № 7"
    found = head("План мероприятий на 2021-2022 учебный год", PLAN, annex)
    assert (found.number, found.date, found.issuer) == ("7", "2021-09-01", "Отдел образования")


def test_a_letterhead_in_a_table() -> None:
    found = head(
        "ОТДЕЛ ОБРАЗОВАНИЯ", "АДМИНИСТРАЦИИ ЛЕСНОГО РАЙОНА", "ПРИКАЗ", grid("07.10.2020 | г. Лесоград | № 15"), PLAN
    )
    assert (found.number, found.date) == ("15", "2020-10-07")
    assert found.issuer == "Отдел образования администрации Лесного района"


def test_nothing_is_invented() -> None:
    assert head("Протокол № 3 от 01.09.2020", PLAN) == OrderHead(None, None, None, None, None, None)


@pytest.mark.parametrize(
    ("text", "number", "date"),
    [
        ("Приложение к приказу от 07.10.2020 г. № 306", "306", "2020-10-07"),
        ("Приложение к приказу № 188 от 06.09.2021", "188", "2021-09-06"),
        ("Приложение № 1\nк приказу Управления образования\nот 30 августа 2021 г. № 48-од", "48-од", "2021-08-30"),
        ("ПРИКАЗ\n«07» октября 2020 г. № 01-10/123", "01-10/123", "2020-10-07"),
        ("П Р И К А З\n№ 15 от 01.02.2021", "15", "2021-02-01"),
        ("УТВЕРЖДЕН\nприказом МБОУ СОШ № 5\nот 1 сентября 2022 года № 64/1", "64/1", "2022-09-01"),
        ("УТВЕРЖДАЮ\nДиректор\n24.августа.2019", None, "2019-08-24"),
        ("УТВЕРЖДАЮ\nДиректор\n30.08.2021\n\nПлан работы МБОУ СОШ № 5", None, "2021-08-30"),
        ("Утверждено\nПриказ МБОУ СОШ № 5 от 30.08.2021 № 123", "123", "2021-08-30"),
        ("Утверждено\nприказом МБОУ СОШ № 5 от 30.08.2021", None, "2021-08-30"),
        ("СОГЛАСОВАНО УТВЕРЖДАЮ\n\nПротокол от 27.08.2021 № 1 Приказ от 30.08.2021 № 7", "7", "2021-08-30"),
        ("ПРИКАЗ № 12-о от 30.08.2021", "12-о", "2021-08-30"),
        ("ПРИКАЗ\n30.08.2021 г. Лесоград № 12", "12", "2021-08-30"),
        ("ПРИКАЗ\n\n№ 7 30.08.2021 г.\n\nО декаде", "7", "2021-08-30"),
        ("Приложение к приказу Министерства образования от 05.04.2021 № 15", "15", "2021-04-05"),
        ("ПРИКАЗ\n12.03.2021 № 44\n\nВ соответствии с Федеральным законом от 29.12.2012 № 273-ФЗ", "44", "2021-03-12"),
    ],
)
def test_own_number_and_date(text: str, number: str | None, date: str | None) -> None:
    best = find_citations(text)[0]
    assert (best.number, best.date) == (number, date)


@pytest.mark.parametrize(
    "text",
    [
        "В соответствии со ст. 28 Федерального закона от 29.12.2012 № 273-ФЗ «Об образовании»",
        "во исполнение приказа Министерства просвещения Российской Федерации от 06.05.2019 № 219",
        "на основании приказа управления образования от 01.02.2020 № 15",
        "Протокол педсовета от 27.08.2021 № 1",
        "по итогам 2020 года в школе № 5",
    ],
)
def test_what_the_order_cites_is_not_its_own(text: str) -> None:
    assert find_citations(text) == ()


def test_two_numbers_leave_a_question() -> None:
    blocks = ("ПРИКАЗ", "12.03.2021 № 44", "Приложение к приказу от 15.03.2021 № 45", PLAN)
    found, doubts = read_head(document(*blocks), [1])
    assert found.number in ("44", "45")
    assert [doubt.kind for doubt in doubts] == ["order_number"]


def test_the_same_number_twice_is_no_question() -> None:
    blocks = ("ПРИКАЗ", "12.03.2021 № 44", "Приложение 1 к приказу от 12.03.2021 № 44", PLAN)
    assert read_head(document(*blocks), [1])[1] == ()


def test_issuer_from_a_second_approval() -> None:
    annex = "Приложение № 1\nк приказу от «14» января 2021 г. № 11/1-од"
    found = head(annex, "УТВЕРЖДЕН\nприказом директора\nГБПОУ «Лесной техникум»\nот 14.01.2021 № 11/1-од", "План", PLAN)
    assert (found.number, found.issuer) == ("11/1-од", "ГБПОУ «Лесной техникум»")


def test_the_letterhead_goes_before_the_annex() -> None:
    annex = "Приложение к приказу начальника Управления образования от 11.10.2021 № 412"
    found = head("УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ГОРОДА ЛЕСОГОРСКА", "ПРИКАЗ", "11.10.2021 № 412", annex, "План работы", PLAN)
    assert (found.issuer, found.territory) == ("Управление образования города Лесогорска", "город Лесогорск")


def test_a_regional_body_speaks_for_its_region() -> None:
    """Not for the town that the letterhead prints below."""
    found = head(
        "МИНИСТЕРСТВО ОБРАЗОВАНИЯ\nОЗЁРСКОЙ ОБЛАСТИ", "ПРИКАЗ", "от 12.09.2022 № 17", "г. Озёрск", "План", PLAN
    )
    assert (found.issuer, found.territory) == ("Министерство образования Озёрской области", "Озёрская область")


@pytest.mark.parametrize(
    ("paragraphs", "title"),
    [
        (["План", "мероприятий по безопасности", "на 2019-2020 учебный год", "Цель: порядок"],
         "План мероприятий по безопасности на 2019-2020 учебный год"),
        (["Приложение", "ДОРОЖНАЯ КАРТА", "ПО ПОДГОТОВКЕ К ГИА", "Задачи:"], "ДОРОЖНАЯ КАРТА ПО ПОДГОТОВКЕ К ГИА"),
        (["План работы", "МБОУ СОШ № 5", "на 2020-2021 учебный год", "г. Лесоград"],
         "План работы МБОУ СОШ № 5 на 2020-2021 учебный год"),
        (["План мероприятий.", "на следующей странице"], "План мероприятий."),
        (["План заседаний:", "Сентябрь"], None),
        (["Планируемые результаты"], None),
        (["УТВЕРЖДЕН\nприказом\nПлан работы с\nродителями"], "План работы с родителями"),
    ],
)  # fmt: skip
def test_title_of_a_plan(paragraphs: list[str], title: str | None) -> None:
    assert find_title(paragraphs) == title


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("в 2020-2021 учебном году", "2020/2021"),
        ("на 2020/2021 уч. год", "2020/2021"),
        ("на 2020-2021 уч.г.", "2020/2021"),
        ("2022-23 учебный год", "2022/2023"),
        ("на 2020-2024 годы", None),
        ("в 2020-2024 учебных годах", None),
        ("на 2020-2021 годы", None),
        ("на 2020/21", "2020/2021"),
        ("план 2020/2021", "2020/2021"),
        ("на 2020/2021 годы", None),
        ("на 2020–2021 уч.г.", "2020/2021"),
        ("от 12.09.2020/21", None),
    ],
)
def test_school_year(text: str, year: str | None) -> None:
    assert find_school_year(text) == year


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("План месячника (сентябрь 2020 г.)", "2020/2021"),
        ("План на январь – март 2021 года", "2020/2021"),
        ("План декады в мае 2021 года", "2020/2021"),
        ("План на сентябрь-декабрь 2020 г.", "2020/2021"),
        ("План на август 2020 г.", None),
        ("План на январь-декабрь 2021 г.", None),
        ("План на 2021 год", None),
        ("План к 15 сентября 2020 г.", None),
    ],
)
def test_school_year_of_a_month(title: str, year: str | None) -> None:
    assert school_year_of_month(title) == year


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        (
            ["МБДОУ «Детский сад № 12»", "УТВЕРЖДЕНО", "приказом заведующего от 01.09.2023 № 54"],
            "МБДОУ «Детский сад № 12»",
        ),
        (["Муниципальное бюджетное учреждение", "«Лицей № 8»"], "Муниципальное бюджетное учреждение «Лицей № 8»"),
        (["Отдел образования Лесного района", "к приказу № 188 от 06.09.2021"], "Отдел образования Лесного района"),
        (["Муниципальный план мероприятий"], None),
    ],
)
def test_issuer_from_the_first_line(lines: list[str], issuer: str | None) -> None:
    assert head(*lines, "План работы на 2021 год", PLAN).issuer == issuer


@pytest.mark.parametrize(
    "title", ["Межведомственный план работы на 2022 год", "Муниципальная дорожная карта на 2021 год"]
)
def test_a_title_may_begin_with_any_adjective(title: str) -> None:
    assert head("Утверждён приказом от 20.12.2021 № 14", title, PLAN).title == title


@pytest.mark.parametrize(
    ("paragraphs", "title"),
    [
        (["ПРИКАЗ", "от 05.10.2020 № 9", "«О проведении недели»", "ПРИКАЗЫВАЮ:"], "О проведении недели"),
        (["ПРИКАЗ", "15.03.2021 № 45", "г. Лесоград", "О подготовке\nк юбилею", "В соответствии с планом"],
         "О подготовке к юбилею"),
        (["ПРИКАЗ № 4 от 01.02.2021", "Об утверждении плана «Лето»", "1. Утвердить план."],
         "Об утверждении плана «Лето»"),
        (["ПРИКАЗ", "№ 4", "1. Утвердить план.", "О ходе работы доложить"], None),
        (["Приложение к дорожной карте", "о подготовке мероприятий"], None),
        (["УТВЕРЖДЕН", "приказом от 01.02.2021 № 4", "О работе"], None),
    ],
)  # fmt: skip
def test_own_title_of_an_order(paragraphs: list[str], title: str | None) -> None:
    assert find_own_title(paragraphs) == title


def test_an_order_keeps_its_title_beside_its_plans() -> None:
    lines = ["УПРАВЛЕНИЕ ОБРАЗОВАНИЯ", "ПРИКАЗ", "01.02.2021 № 4", "О подготовке к юбилею", "ПРИКАЗЫВАЮ:"]
    found = head(*lines, "Приложение к приказу от 01.02.2021 № 4", "План мероприятий", PLAN)
    assert (found.about, found.title) == ("О подготовке к юбилею", "План мероприятий")
