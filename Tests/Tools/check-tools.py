#!/usr/bin/env python3
"""Open an archive with the programs people open such files with, and read all that is public.

    check-tools.py ARCHIVE [--whole]    # --whole: every public table and view must be there, and
                                        # gets a row if it has none: for an archive to throw away

Datasette must show a page of every public table and view; sqlite-utils and DuckDB must read the
rows that the sqlite3 of Python reads, pandas as many. Prints what fails; the exit status is then 1.
"""
import asyncio
import contextlib
import html
import io
import pathlib
import re
import sqlite3
import sys

import datasette
import datasette.app
import duckdb
import duckdb_extension_sqlite_scanner
import pandas
import sqlite_utils

PUBLIC = """
    documents document_names given parts boxes articles bylines source_spans places programs
    organizations people article_places article_programs article_organizations article_people facts
    fact_sentences mentions topics program_topics corrections correction_states indicators
    indicator_forms indicator_facts synonyms properties events edits diagnostics
""".split()

# The index that finds any words of three and more characters, where the archive has it.
SEARCH = "articles_trigram"
WORDS = "老旧小区"


# A row for each table that the samples leave empty, so that its pages are looked at, too.
ROWS = """
    INSERT INTO given VALUES (1, 'source', '绵竹日报');
    INSERT INTO diagnostics VALUES (1, 0, 'x');
    INSERT INTO parts (part_id, document_id, name, sha256, byte_count) VALUES (1, 1, 'x', 'x', 1);
    INSERT INTO boxes VALUES (1, 1, 0, 1, 1, 0, 0, 1, 1, NULL);
    INSERT INTO corrections (key, made_at, layer) VALUES ('k', '2024-01-01T00:00:00Z', 'fact');
    INSERT INTO correction_states VALUES ('k', 'waiting', NULL);
    INSERT INTO indicators VALUES (1, '停车位', 'count', '个');
    INSERT INTO indicator_forms VALUES (1, '停车位', '新增', '个');
    INSERT INTO synonyms VALUES ('小区', '社区');
"""


def opened(path):
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True)


def entries(path):
    """The type of each table and view by its name."""
    return dict(opened(path).execute(
        "SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view')"))


def in_order(rows):
    return sorted(map(tuple, rows), key=repr)


def read_rows(path, names):
    """The rows of each table and view by its name, in an order of their own."""
    connection = opened(path)
    return {name: in_order(connection.execute(f'SELECT * FROM "{name}"')) for name in names}


def complaints(tool, rows, read):
    """What is wrong with what a tool reads; `read` gives the rows of a name, or their number."""
    for name, expected in rows.items():
        try:
            found = read(name)
        except Exception as error:
            yield f"{tool}: {name}: {error}"
            continue
        if isinstance(found, int) and found != len(expected):
            yield f"{tool}: {name}: {found} rows, not {len(expected)}"
        elif not isinstance(found, int) and in_order(found) != expected:
            yield f"{tool}: {name}: not the rows that sqlite3 reads"


def check_sqlite_utils(path, rows):
    database = sqlite_utils.Database(opened(path))
    listed = {*database.table_names(), *database.view_names()}
    yield from (f"sqlite-utils: {name}: not listed" for name in rows if name not in listed)
    yield from complaints(
        "sqlite-utils", rows, lambda name: [row.values() for row in database[name].rows])


def check_pandas(path, rows):
    connection = opened(path)
    yield from complaints(
        "pandas", rows, lambda name: len(pandas.read_sql(f'SELECT * FROM "{name}"', connection)))


def check_duckdb(path, rows):
    connection = duckdb.connect()
    # The extension is a file of the package: nothing is fetched.
    folder = pathlib.Path(duckdb_extension_sqlite_scanner.__file__).parent
    connection.execute("SET autoinstall_known_extensions = false")
    connection.load_extension(str(next(folder.rglob("*.duckdb_extension"))))
    connection.execute(f"ATTACH '{path}' AS archive (TYPE sqlite, READ_ONLY)")

    def count(name):
        return connection.execute(f'SELECT count(*) FROM archive."{name}"').fetchone()[0]

    def read(name):
        return connection.execute(f'SELECT * FROM archive."{name}"').fetchall()

    yield from complaints("DuckDB, count(*)", rows, count)
    yield from complaints("DuckDB", rows, read)


async def check_datasette(path, rows, types):
    client = datasette.app.Datasette([str(path)]).client
    top = f"/{path.stem}"
    found = []

    async def expect(address):
        # A page that fails is told by its status; how it failed would be said at length.
        with contextlib.redirect_stderr(io.StringIO()):
            answer = await client.get(address)
        if answer.status_code != 200:
            found.append(f"Datasette: {address}: {answer.status_code}")
        return answer

    await expect(top)
    for name in rows:
        answer = await expect(f"{top}/{name}")
        if answer.status_code != 200 or types[name] == "view" or not rows[name]:
            continue
        row = re.search(r'type-pk[^>]*>\s*<a href="([^"]+)"', answer.text)
        if row:
            await expect(html.unescape(row[1]))
        else:
            found.append(f"Datasette: {name}: no page of its first row")
    if SEARCH in types:
        answer = await expect(f"{top}/articles?_search={WORDS}")
        if f'value="{WORDS}"' not in answer.text:
            found.append("Datasette: articles: nothing to search with")
    return found


def main(archive, *options):
    path = pathlib.Path(archive).resolve()
    if "--whole" in options:
        sqlite3.connect(path).executescript(ROWS)
    types = entries(path)
    rows = read_rows(path, [name for name in PUBLIC if name in types])
    missing = [f"{name} is not in the archive" for name in PUBLIC if name not in types]
    found = missing if "--whole" in options else []
    found += asyncio.run(check_datasette(path, rows, types))
    for check in [check_sqlite_utils, check_pandas, check_duckdb]:
        found += check(path, rows)
    print(*found, sep="\n", end="\n" if found else "")
    print(f"{len(rows)} tables and views, {len(found)} failures: Datasette "
          f"{datasette.__version__}, sqlite-utils, pandas {pandas.__version__}, DuckDB "
          f"{duckdb.__version__}")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
