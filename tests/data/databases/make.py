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


def fill_jobs(database, version):
    for position, (name, text, due, paused, problem) in enumerate(JOBS, 1):
        database.execute("insert into jobs (id, definition, paused, problem, created_at, changed_at,"
                         " position) values (?, ?, ?, ?, ?, ?, ?)",
                         (name, text, paused, problem, START, START + 1, position))
        if version < 3:
            database.execute("update jobs set next_run_at = ? where id = ?", (due, name))
        else:
            database.execute("insert into standings (job_id, job_name, next_run_at, latest_run)"
                             " values (?, ?, ?, ?)",
                             (name, f"Job {name}", due, 8 if name == "hourly" else None))
    if version >= 3:
        database.execute("insert into standings (job_id, job_name, latest_run)"
                         " values ('gone', 'Once 名', 9)")


def job_of(state, version):
    """What names the job of a run, by column."""
    name = "hourly" if state % 2 else "gone"
    if version < 3:
        return {"job_id": name, "job_name": "Once 名"}
    number = 1 if name == "hourly" else len(JOBS) + 1
    return {"job": number, "job_name": "Once 名" if name == "hourly" else None}


def fill(database, version):
    fill_jobs(database, version)
    for state in range(9):
        number = state + 1
        ended = state >= 2
        row = {
            "id": number, **job_of(state, version), "state": state, "cause": state % 3,
            "due_at": None if state % 3 == 2 else START + number * HOUR, "epoch": 0, "attempt": 1,
            "started_at": START + number * HOUR + 5 if state in (1, 2, 3, 4, 5, 8) else None,
            "ended_at": START + number * HOUR + 9 if ended else None,
            "exit_code": state if ended else None, "reason": f"Reason {state}." if state > 2 else None,
            "return_value": '{"n":1}' if state == 2 else None, "due_count": 1 + state,
            "output_size": 100 * state, "processes_ended": 2, "processes_forced": 1,
            "tail": b"\xff end" if state in (2, 3) else None}
        database.execute(f"insert into runs ({', '.join(row)}) values ({', '.join('?' * len(row))})",
                         tuple(row.values()))
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
