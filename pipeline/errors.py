"""Reasons to refuse a document that no reader gives: a limit of the run was hit, or a program failed on it."""

from ingest.errors import IngestError, LimitReached
from pipeline.settings import CPU_SECONDS, MEMORY_MB, WALL_SECONDS, Limits


class ReaderCrashed(IngestError):
    code = "reader_crashed"
    reason = "the reader crashed on this file"
    reason_ru = "программа чтения дала сбой на этом файле"
    advice = "Open and save it in the program that made it, import that, and report this file."
    advice_ru = "Откройте и пересохраните файл в исходной программе, загрузите его и сообщите об этом файле."


class NoProcess(IngestError):
    code = "no_process"
    reason = "no process could be started to read the file in"
    reason_ru = "не удалось запустить процесс, в котором читают файл"
    advice = (
        "The file is not to blame: this machine lets the program start no more processes. Free memory or processes "
        "(`ulimit -u`, the limits of the container), or take fewer --workers, and import again."
    )
    advice_ru = (
        "Дело не в файле: система не даёт программе запускать процессы. Освободите память или процессы "
        "(`ulimit -u`, пределы контейнера), или уменьшите --workers, и загрузите снова."
    )


class LoadFailed(IngestError):
    code = "load_failed"
    reason = "a fault in prikaz while the order was being understood or loaded"
    reason_ru = "сбой prikaz при разборе или загрузке приказа"
    advice = "Nothing of the file was loaded; run the import with --debug and report what it prints."
    advice_ru = "Из файла ничего не загружено; запустите загрузку с --debug и сообщите, что напечатано."


class WorkerKilled(IngestError):
    code = "worker_killed"
    reason = "the document ended the worker that read it: it takes too much memory or time"
    reason_ru = "процесс кластера, читавший документ, завершился: не хватило памяти или времени"
    advice = "The others were loaded. Import this one alone, without --cluster: the message will name the limit."
    advice_ru = "Остальные загружены. Загрузите этот файл отдельно, без --cluster: сообщение назовёт предел."


def memory_limit(limits: Limits) -> LimitReached:
    megabytes = limits.memory_bytes // 2**20
    return LimitReached(
        f"more than {megabytes} MB of memory (setting {MEMORY_MB})",
        f"памяти больше {megabytes} МБ (настройка {MEMORY_MB})",
    )


def time_limit(limits: Limits) -> LimitReached:
    return LimitReached(
        f"more than {limits.cpu_seconds} s of processor time (setting {CPU_SECONDS})",
        f"больше {limits.cpu_seconds} с процессорного времени (настройка {CPU_SECONDS})",
    )


def wait_limit(limits: Limits) -> LimitReached:
    return LimitReached(
        f"no answer for {limits.wall_seconds} s (setting {WALL_SECONDS})",
        f"нет ответа {limits.wall_seconds} с (настройка {WALL_SECONDS})",
    )
