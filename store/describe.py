"""The words of tables and views, put where people look: docs/schema.md, COMMENT ON, datasette.yaml.

`python -m store.describe --check` says whether the two files are up to date, `--write` makes them.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Column, Dialect, Table, make_url

from store.tables import metadata
from store.views import VIEWS, View

HEAD = """# The schema

Made by `python -m store.describe --write` from the descriptions in `store/tables.py` and `store/views.py`;
not to be edited. Services read the views; the tables belong to prikaz and may change with a migration.

Types are those of PostgreSQL. In SQLite a date is the text `YYYY-MM-DD`, a moment the text
`YYYY-MM-DDThh:mm:ssZ`, JSON a text, and a boolean 0 or 1. `NULL` means "not there", never an empty text.
"""
_POSTGRESQL = make_url("postgresql+psycopg://").get_dialect()()
_TYPES = {
    "text": "text",
    "integer": "integer",
    "number": "double precision",
    "boolean": "boolean",
    "date": "date",
    "moment": "timestamptz",
    "json": "jsonb",
}


def comment_statements(dialect: Dialect) -> tuple[str, ...]:
    """COMMENT ON … for every table, view and column; none in SQLite, which keeps no comments."""
    return tuple(_comments()) if dialect.supports_comments else ()


def schema_page() -> str:
    """docs/schema.md."""
    views = "\n".join(_view_section(view) for view in VIEWS)
    tables = "\n".join(_table_section(table) for table in _tables())
    return f"{HEAD}\n## Views\n\n{views}\n## Tables\n\n{_diagram()}\n{tables}"


def datasette_config() -> str:
    """datasette.yaml, for `datasette data/processed/prikaz.db --metadata datasette.yaml`.

    JSON is YAML: quoting is then no question, and no YAML library is needed.
    """
    shown = {view.name: _described(view.words, {one.name: one.words for one in view.columns}) for view in VIEWS}
    hidden = {
        table.name: {"hidden": True, **_described(table.comment or "", {c.name: c.comment or "" for c in table.c})}
        for table in _tables()
    }
    config = {"title": "prikaz", "databases": {"prikaz": {"tables": {**shown, **hidden}}}}
    return json.dumps(config, ensure_ascii=False, indent=2) + "\n"


def _comments() -> Iterator[str]:
    for table in _tables():
        yield _comment("TABLE", table.name, table.comment or "")
        for column in table.columns:
            yield _comment("COLUMN", f"{table.name}.{column.name}", column.comment or "")
    for view in VIEWS:
        yield _comment("VIEW", view.name, view.words)
        for part in view.columns:
            yield _comment("COLUMN", f"{view.name}.{part.name}", part.words)


def _comment(what: str, name: str, words: str) -> str:
    quoted = words.replace("'", "''")
    return f"COMMENT ON {what} {name} IS '{quoted}'"


def _tables() -> list[Table]:
    return metadata.sorted_tables


def _described(words: str, columns: dict[str, str]) -> dict[str, object]:
    return {"description": words, "columns": columns}


def _view_section(view: View) -> str:
    rows = "".join(f"| {one.name} | {_TYPES[one.type]} | {_cell(one.words)} |\n" for one in view.columns)
    return f"### {view.name}\n\n{view.words}\n\n| column | type | |\n| --- | --- | --- |\n{rows}"


def _table_section(table: Table) -> str:
    rows = "".join(
        f"| {one.name} | {_type(one)} | {_keys(one)} | {_cell(one.comment or '')} |\n" for one in table.columns
    )
    head = f"### {table.name}\n\n{table.comment}\n\n"
    return f"{head}| column | type | | |\n| --- | --- | --- | --- |\n{rows}"


def _type(column: "Column[object]") -> str:
    compiled = column.type.compile(_POSTGRESQL).lower()
    return {"timestamp with time zone": "timestamptz", "float": "double precision"}.get(compiled, compiled)


def _keys(column: "Column[object]") -> str:
    key = "key" if column.primary_key else "" if column.nullable else "not null"
    targets = [f"→ {one.column.table.name}" for one in column.foreign_keys]
    return ", ".join(part for part in (key, *targets) if part)


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


def _diagram() -> str:
    """The foreign keys as a Mermaid entity diagram."""
    lines = []
    for table in _tables():
        for key in sorted(table.foreign_key_constraints, key=lambda one: str(one.column_keys)):
            many = "|o" if any(column.nullable for column in key.columns) else "||"
            lines.append(f"    {key.referred_table.name} {many}--o{{ {table.name} : {key.column_keys[0]}")
    alone = [f"    {table.name}" for table in _tables() if not any(f" {table.name} " in line for line in lines)]
    return "\n".join(("```mermaid", "erDiagram", *lines, *alone, "```", ""))


def main(arguments: list[str]) -> int:
    """Write the files, or tell (exit status 1) that one of them is not up to date."""
    root = Path(__file__).parent.parent
    files = {root / "docs" / "schema.md": schema_page(), root / "datasette.yaml": datasette_config()}
    if arguments == ["--write"]:
        for path, content in files.items():
            path.write_text(content, encoding="utf-8")
        return 0
    if arguments != ["--check"]:
        sys.stderr.write("usage: python -m store.describe --check|--write\n")
        return 2
    stale = [path.name for path, content in files.items() if _read(path) != content]
    if stale:
        sys.stderr.write(f"{', '.join(stale)}: not up to date; run python -m store.describe --write\n")
    return 1 if stale else 0


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
