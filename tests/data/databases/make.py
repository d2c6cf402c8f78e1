# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes vN.db, a database as version N of the schema holds it.

Run once when a version is released (python3 make.py N) and keep the file: what it holds was
written by the statements of that version, whatever becomes of them later.
"""
import json
import pathlib
import sqlite3
import sys

HERE = pathlib.Path(__file__).parent
STEPS = sorted((HERE / "../../../resources/sql/migrations").glob("*.sql"))
HOUR = 3_600_000_000
START = 1_763_596_800_000_000  # 2025-11-20T00:00:00Z


def definition(name, trigger, **more):
    return json.dumps({"args": ["/bin/true"], "coalesce": True, "func": "carillon:command",
                       "id": name, "kwargs": {}, "max_instances": 1, "misfire_grace_time": 3600,
                       "name": f"Job {name}", "trigger": trigger, **more})


HOURLY = {"kind": "interval", "args": {"hours": 1, "start_date": "2025-11-20T00:00:00+00:00",
                                       "timezone": "Etc/UTC"}}
JOBS = [
    ("hourly", definition("hourly", HOURLY, group="备份", tags=["a", "b"]), START + 9 * HOUR, 0, None),
    ("paused", definition("paused", HOURLY, paused=True), None, 1, None),
    ("manual", definition("manual", "manual"), None, 0, None),
    ("lunar", definition("lunar", {"kind": "lunar", "args": {}}), START, 0, None),
    ("broken", definition("broken", HOURLY), None, 0, "It cannot be planned."),
]


def fill(database, version):
    for position, job in enumerate(JOBS, 1):
        database.execute("insert into jobs (id, definition, next_run_at, paused, problem, created_at,"
                         " changed_at, position) values (?, ?, ?, ?, ?, ?, ?, ?)",
                         (*job, START, START + 1, position))
    for state in range(9):
        number = state + 1
        ended = state >= 2
        database.execute(
            "insert into runs (id, job_id, job_name, state, cause, due_at, attempt, started_at,"
            " ended_at, exit_code, reason, return_value, due_count, output_size, processes_ended,"
            " processes_forced, tail) values (?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, 2, 1, ?)",
            (number, "hourly" if state % 2 else "gone", "Once 名", state, state % 3,
             None if state % 3 == 2 else START + number * HOUR,
             START + number * HOUR + 5 if state in (1, 2, 3, 4, 5, 8) else None,
             START + number * HOUR + 9 if ended else None,
             state if ended else None, f"Reason {state}." if state > 2 else None,
             '{"n":1}' if state == 2 else None, 1 + state, 100 * state,
             b"\xff end" if state in (2, 3) else None))
    database.execute("update counters set value = 12 where name = 'highest_run'")
    if version >= 2:
        database.execute(
            "update runs set caused_by = 'me', source = 3, not_before = ?, facts = ?, process = ?,"
            " user_time = 7, system_time = 8, peak_memory = 9 where id = 4",
            (START + 2, '{"hindrance":"overlap","run":3}',
             '{"pid":4711,"start":5,"boot":"b00t"}'))
        database.execute("update counters set value = 3 where name = 'clock_epoch'")
        database.execute("update counters set value = ? where name = 'last_seen'", (START,))


def main(version):
    file = HERE / f"v{version}.db"
    file.unlink(missing_ok=True)
    database = sqlite3.connect(file)
    database.execute(f"pragma application_id = {0x43617269}")
    for step in STEPS[:version]:
        database.executescript(step.read_text())
    database.execute(f"pragma user_version = {version}")
    fill(database, version)
    database.commit()
    database.execute("vacuum")


main(int(sys.argv[1]))
