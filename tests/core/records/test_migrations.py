from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine
from sqlmodel import SQLModel

from core.records.engine import make_engine
from core.records.migrations import STEPS, _take_next, migrate
from core.records.tables import AssessmentRecord, CaseRecord, DraftRecord
from core.system.errors import BugError, KnownError


@pytest.fixture
def engine(tmp_path: Path):
    made = make_engine(tmp_path / "x.db", bytearray(range(32)))
    yield made
    made.dispose()


def _version(engine: Engine) -> object:
    with engine.connect() as connection:
        return connection.exec_driver_sql("PRAGMA user_version").scalar()


def _shape(engine: Engine) -> dict[str, Any]:
    """Columns, keys and indices as SQLite sees them."""
    shape = {}
    with engine.connect() as connection:

        def ask(pragma: str) -> list[tuple[Any, ...]]:
            return sorted(tuple(row) for row in connection.exec_driver_sql(f"PRAGMA {pragma}"))

        for table in (CaseRecord, AssessmentRecord, DraftRecord):
            name = table.__tablename__
            indices = [row[1] for row in ask(f"index_list({name})") if not row[1].startswith("sqlite_")]
            shape[name] = {
                "columns": ask(f"table_info({name})"),
                "references": ask(f"foreign_key_list({name})"),
                "indices": {index: ask(f"index_info({index})") for index in sorted(indices)},
            }
    return shape


def test_the_chain_ends_where_the_tables_are(engine: Engine):
    migrate(engine)
    declared = create_engine("sqlite://")
    SQLModel.metadata.create_all(declared)
    assert _shape(engine) == _shape(declared)
    declared.dispose()


def test_again_changes_nothing(engine: Engine):
    migrate(engine)
    migrate(engine)
    assert _version(engine) == len(STEPS)


def test_another_program_was_faster(engine: Engine):
    migrate(engine)
    with engine.connect() as connection:
        _take_next(connection.connection.cursor(), STEPS)
    assert _version(engine) == len(STEPS)


def test_a_step_that_fails_is_not_half_taken(engine: Engine):
    migrate(engine)

    def fails(cursor: Any) -> None:
        cursor.execute("CREATE TABLE half (x)")
        raise OSError

    with pytest.raises(OSError):
        migrate(engine, (*STEPS, fails))
    assert _version(engine) == len(STEPS)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE name = 'half'").scalar() == 0
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_a_rebuilt_table_loses_nothing_that_refers_to_it(engine: Engine):
    def parents(cursor: Any) -> None:
        cursor.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY)")
        cursor.execute("CREATE TABLE child (id INTEGER REFERENCES parent (id) ON DELETE CASCADE)")
        cursor.execute("INSERT INTO parent VALUES (1)")
        cursor.execute("INSERT INTO child VALUES (1)")

    def rebuild(cursor: Any) -> None:
        cursor.execute("CREATE TABLE anew (id INTEGER PRIMARY KEY, more)")
        cursor.execute("INSERT INTO anew (id) SELECT id FROM parent")
        cursor.execute("DROP TABLE parent")
        cursor.execute("ALTER TABLE anew RENAME TO parent")

    def lose(cursor: Any) -> None:
        cursor.execute("DELETE FROM parent")

    migrate(engine, (parents, rebuild))
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM child").scalar() == 1
    with pytest.raises(BugError, match="references to nothing"):
        migrate(engine, (parents, rebuild, lose))
    assert _version(engine) == 2


def test_a_disk_that_is_full_ends_the_transaction_by_itself(engine: Engine):
    def fills(cursor: Any) -> None:
        cursor.execute("CREATE TABLE big (x)")
        cursor.execute("PRAGMA max_page_count = 4")
        cursor.execute("INSERT INTO big VALUES (zeroblob(1000000))")

    with pytest.raises(KnownError, match="disk is full"):
        migrate(engine, (fills,))
    assert _version(engine) == 0


def test_something_that_already_rolled_back(engine: Engine):
    def ends_it(cursor: Any) -> None:
        cursor.execute("ROLLBACK")
        raise OSError

    with pytest.raises(OSError):
        migrate(engine, (ends_it,))
    assert _version(engine) == 0


def test_a_newer_database_is_refused(engine: Engine):
    migrate(engine)
    with pytest.raises(KnownError, match="newer Bedside"):
        migrate(engine, ())
    assert _version(engine) == len(STEPS)


def test_a_defect_of_ours_is_not_blamed_on_the_world(engine: Engine):
    with pytest.raises(BugError, match="answered 1"):
        migrate(engine, (lambda cursor: cursor.execute("NONSENSE"),))
