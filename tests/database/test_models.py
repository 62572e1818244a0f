"""Column types keep what they are given, on both engines."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import StatementError

from database.identity import new_id
from database.models import Base
from database.models.base import (
    CleanText,
    Guid,
    Synced,
    TypedJson,
    UtcDateTime,
    Versioned,
    clean,
)
from database.models.notes import Note
from database.session import Store

ENGINES = [sqlite.dialect(), postgresql.dialect()]  # type: ignore[no-untyped-call]


class Second(Versioned):
    """A shape whose first version called `names` `name`."""

    VERSION: ClassVar[int] = 2
    names: tuple[str, ...] = ()

    @classmethod
    def upgraded(cls, fields: dict[str, Any], version: int) -> dict[str, Any]:
        """Lift version 1."""
        assert version == 1
        return {"names": (fields["name"],)}


@pytest.mark.parametrize("dialect", ENGINES, ids=["sqlite", "postgresql"])
@given(uid=st.uuids(), moment=st.datetimes(timezones=st.timezones()))
def test_ids_and_moments_come_back_equal(dialect: Any, uid: Any, moment: datetime) -> None:
    """A time is the same instant, aware and in UTC."""
    guid, when = Guid(), UtcDateTime()
    assert guid.process_result_value(guid.process_bind_param(uid, dialect), dialect) == uid
    try:
        utc = moment.astimezone(UTC)
    except OverflowError:
        return
    back = when.process_result_value(when.process_bind_param(moment, dialect), dialect)
    assert back == utc
    assert back is not None
    assert back.tzinfo is UTC


def test_a_time_without_a_zone_is_refused(local: Store) -> None:
    """A naive time is a bug that would show hours later, elsewhere."""
    naive = datetime(2026, 1, 1)  # noqa: DTZ001 - the point of the test
    with local.read() as work:
        work.session.add(Note(user_id=local.owner_id, created_at=naive))
        with pytest.raises(StatementError, match="time zone"):
            work.session.flush()


def test_another_zone_is_stored_as_the_same_instant(store: Store) -> None:
    """Tokyo's morning is London's night, and one moment."""
    tokyo = datetime(2026, 1, 1, 9, tzinfo=timezone(timedelta(hours=9)))
    with store.write() as work:
        note = Note(user_id=store.owner_id, created_at=tokyo)
        work.session.add(note)
        work.session.flush()
        work.session.expire_all()
        assert note.created_at == datetime(2026, 1, 1, tzinfo=UTC)


@given(names=st.lists(st.text(st.characters(exclude_categories=["Cs"]))), extra=st.integers())
def test_typed_json_comes_back_equal_and_keeps_unknown_fields(names: list[str], extra: int) -> None:
    """What a newer program added survives an older one."""
    column, dialect = TypedJson(Second), sqlite.dialect()  # type: ignore[no-untyped-call]
    value = Second.model_validate({"names": names, "unknown": extra})
    back = column.process_result_value(column.process_bind_param(value, dialect), dialect)
    assert back == value
    assert back is not None
    assert back.model_extra == {"unknown": extra}


def test_an_older_version_is_lifted_when_read() -> None:
    """Rows of an earlier release are read in today's shape without a migration."""
    column = TypedJson(Second)
    found = column.process_result_value({"version": 1, "data": {"name": "Maya"}}, None)  # type: ignore[arg-type]
    assert found == Second(names=("Maya",))


@given(raw=st.text(st.characters()))
def test_any_text_becomes_storable(raw: str) -> None:
    """NUL and lone surrogates are what databases choke on; nothing else changes."""
    made = clean(raw)
    made.encode("utf-8")
    assert "\0" not in made
    assert clean(made) == made
    assert len(made) == len(raw)


def test_new_ids_sort_by_the_time_they_were_made() -> None:
    """UUIDv7: neighbours in time are neighbours in the index."""
    ids = [new_id() for _ in range(2_000)]
    assert len(set(ids)) == len(ids)
    assert {i.version for i in ids} == {7}
    assert {i.variant for i in ids} == {"specified in RFC 4122"}
    stamps = [i.int >> 80 for i in ids]
    assert stamps == sorted(stamps)


def test_every_table_of_a_person_has_its_owner_and_sync_columns() -> None:
    """SPEC section 2 and SYNC 5.1, table by table."""
    synced = {m.class_.__tablename__ for m in Base.registry.mappers if issubclass(m.class_, Synced)}
    assert synced == {
        "clients",
        "file_uploads",
        "finding_overrides",
        "job_descriptions",
        "matches",
        "notes",
        "parse_corrections",
        "resume_analyses",
        "settings",
    }
    for name in synced:
        table = Base.metadata.tables[name]
        wanted = {
            "id",
            "user_id",
            "rev",
            "version",
            "seq",
            "deleted",
            "schema",
            "created_at",
            "updated_at",
            "device_id",
            "enc",
            "key_id",
            "extra",
        }
        assert wanted <= set(table.columns.keys()), name
        feeds = [i for i in table.indexes if i.unique and i.columns.keys() == ["user_id", "seq"]]
        assert len(feeds) == 1, name


def test_text_of_people_is_cleaned_in_every_table() -> None:
    """No free-text column can be filled with what PostgreSQL refuses."""
    for table in Base.metadata.tables.values():
        for column in table.columns:
            if column.name in {"name", "title", "text", "reason", "filename"}:
                assert isinstance(column.type, CleanText), f"{table.name}.{column.name}"
