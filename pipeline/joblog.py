"""The log of imports: one JSON line per file, with no personal data beyond file names."""

import json
from datetime import UTC, datetime
from pathlib import Path

from pipeline.report import FileReport


class JobLog:
    """Appends to a file, line by line: what a killed import had done is still in it."""

    def __init__(self, path: Path) -> None:
        self.stream = path.open("a", encoding="utf-8", buffering=1)

    def write(self, report: FileReport) -> None:
        """Texts of the order (differences, questions, what a refusal found) stay out: they may name people."""
        line = {
            "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "file": report.file,
            "sha256": report.sha256,
            "outcome": report.outcome,
            "order_id": report.order_id,
            "seconds": round(report.seconds, 3),
            "measures": report.counts and report.counts.measures,
            "questions": report.counts and report.counts.questions,
            "differences": len(report.differences),
            "error": report.refusal and report.refusal.code,
        }
        self.stream.write(json.dumps(line, ensure_ascii=False) + "\n")

    def close(self) -> None:
        self.stream.close()
