"""Why a file is refused: one class per reason, each with its code, its words and what to do about it.

The classes are the source of the table of reasons in the docs. Every reason says itself in English and
Russian: the command line prints `message`, the clerk's page and the import summary print `message_ru`.
"""

from typing import ClassVar


class IngestError(Exception):
    """A file that cannot be read as an order.

    `found` and `found_ru` say what stood in this file, in one line («word/document.xml, byte 17»). Both go
    into `args`, so the error survives the way back from the child process that read the document.
    """

    code: ClassVar[str] = "ingest"
    reason: ClassVar[str] = "the file cannot be read"
    reason_ru: ClassVar[str] = "файл не читается"
    advice: ClassVar[str] = "Check the file in the program that made it."
    advice_ru: ClassVar[str] = "Откройте файл в программе, в которой он сделан, и проверьте его."

    def __init__(self, found: str = "", found_ru: str = "") -> None:
        super().__init__(found, found_ru)
        self.found = found
        self.found_ru = found_ru or found

    @property
    def message(self) -> str:
        """What was found and what was expected, English, one line."""
        return _join(self.reason, self.found)

    @property
    def message_ru(self) -> str:
        """The same in Russian."""
        return _join(self.reason_ru, self.found_ru)

    def __str__(self) -> str:
        return self.message


class NotAFile(IngestError):
    code = "not_a_file"
    reason = "expected a readable file"
    reason_ru = "нужен файл, который можно прочитать"
    advice = "Check the path and the rights to read it."
    advice_ru = "Проверьте путь и право чтения."


class Empty(IngestError):
    code = "empty"
    reason = "the file is empty, expected an order"
    reason_ru = "файл пуст"
    advice = "Ask the sender for the file again: it was probably cut off on the way."
    advice_ru = "Запросите файл ещё раз: скорее всего, он не дошёл целиком."


class NotADocument(IngestError):
    code = "not_a_document"
    reason = "expected a Word, Excel, OpenDocument, RTF, PDF, HTML or text document"
    reason_ru = "нужен документ Word, Excel, OpenDocument, RTF, PDF, HTML или текст"
    advice = "The content counts, not the name: open the file and save it as .docx or .pdf."
    advice_ru = "Важно содержимое, а не имя: откройте файл и сохраните его как .docx или .pdf."


class Damaged(IngestError):
    code = "damaged"
    reason = "the file is damaged"
    reason_ru = "файл повреждён"
    advice = "Ask the sender for the file again, or open and save it in the program that made it."
    advice_ru = "Запросите файл ещё раз или откройте и пересохраните его в исходной программе."


class Encrypted(IngestError):
    code = "encrypted"
    reason = "the file is encrypted: a password is needed to open it"
    reason_ru = "файл зашифрован: для открытия нужен пароль"
    advice = "Save it without the password and import that file."
    advice_ru = "Сохраните файл без пароля и загрузите его."


class Macro(IngestError):
    code = "macro"
    reason = "the document carries macros, expected one without"
    reason_ru = "в документе есть макросы"
    advice = "Save it as an ordinary .docx or .xlsx, which holds no macros."
    advice_ru = "Сохраните его как обычный .docx или .xlsx: в них макросов нет."


class Doctype(IngestError):
    code = "doctype"
    reason = "an XML part declares a DOCTYPE, which no office program writes"
    reason_ru = "внутри файла объявлен DOCTYPE: офисные программы так не делают"
    advice = "The file was tampered with or made by a faulty program: open it in Word and save it anew."
    advice_ru = "Файл изменён вручную или сделан с ошибкой: откройте его в Word и сохраните заново."


class TooLarge(IngestError):
    code = "too_large"
    reason = "the file is larger than the limit"
    reason_ru = "файл больше допустимого"
    advice = "This limit is fixed: take pictures out of the file, or copy the plan into a new, empty document."
    advice_ru = "Этот предел не меняется: уберите из файла рисунки или скопируйте план в новый, пустой документ."


class TooWide(IngestError):
    code = "too_wide"
    reason = "a table has more columns than Word allows (63)"
    reason_ru = "в таблице больше столбцов, чем допускает Word (63)"
    advice = "No plan of measures is that wide: check where the file comes from."
    advice_ru = "Таких широких планов не бывает: проверьте, откуда файл."


class TooManyCells(IngestError):
    code = "too_many_cells"
    reason = "a page has more ruling lines or cells than any printed table"
    reason_ru = "на странице больше линий или клеток, чем бывает в печатной таблице"
    advice = "Drawings made of lines are not read: send the plan without them."
    advice_ru = "Чертежи из линий не читаются: пришлите план без них."


class NeedsOcr(IngestError):
    code = "needs_ocr"
    reason = "the pages are pictures without text"
    reason_ru = "страницы — изображения без текста"
    advice = "Ask for the file in which the order was typed, or install prikaz[ocr] for scans."
    advice_ru = "Запросите файл, в котором приказ набран, или установите prikaz[ocr] для сканов."


class NeedsLibreOffice(IngestError):
    code = "needs_libreoffice"
    reason = "files of this format are converted by LibreOffice, and the command soffice was not found"
    reason_ru = "файлы этого формата преобразует LibreOffice, а команда soffice не найдена"
    advice = "Install LibreOffice Writer, or save the file as .docx."
    advice_ru = "Установите LibreOffice Writer или сохраните файл как .docx."


class ConversionFailed(IngestError):
    code = "conversion_failed"
    reason = "LibreOffice could not convert the file"
    reason_ru = "LibreOffice не смог преобразовать файл"
    advice = "Open the file in the program that made it and save it as .docx."
    advice_ru = "Откройте файл в исходной программе и сохраните как .docx."


class NoMeasureTable(IngestError):
    code = "no_measure_table"
    reason = "no table of measures: expected a measure column and a deadline or responsible column"
    reason_ru = "нет таблицы мероприятий: нужен столбец мероприятий и столбец сроков или ответственных"
    advice = (
        "If the plan is a file of its own, import that one; else give the columns their usual titles "
        "(measure, deadline, responsible), or add yours to ingest/vocab/columns.toml in the program's folder."
    )
    advice_ru = (
        "Если план в отдельном файле, загрузите его; иначе назовите столбцы как обычно, «Мероприятие», «Срок», "
        "«Ответственные», или добавьте ваш заголовок в ingest/vocab/columns.toml в папке программы."
    )

    def __init__(self, found: str = "", found_ru: str = "", order_text: object = None) -> None:
        """`order_text`: an annex.OrderText, where the file is the text of an order; its plan may be another file."""
        super().__init__(found, found_ru)
        self.order_text = order_text


class UnruledTable(IngestError):
    code = "unruled_table"
    reason = "a table printed without lines, and nothing in it tells where its rows end"
    reason_ru = "таблица напечатана без линий, и не видно, где кончаются её строки"
    advice = "Ask for the file in which the order was typed, or for a PDF whose table has lines."
    advice_ru = "Запросите файл, в котором приказ набран, или PDF, где у таблицы есть линии."


class LimitReached(IngestError):
    code = "limit_reached"
    reason = "reading was stopped at the limit of memory or time"
    reason_ru = "чтение остановлено: исчерпан предел памяти или времени"
    advice = "If the file is trusted, raise the limit that the message names."
    advice_ru = "Если файлу можно доверять, увеличьте предел, названный в сообщении."


def list_reasons() -> tuple[type[IngestError], ...]:
    """Every reason of this module, in the order in which they stand here."""
    return tuple(IngestError.__subclasses__())


def _join(reason: str, found: str) -> str:
    return f"{reason}: {found}" if found else reason
