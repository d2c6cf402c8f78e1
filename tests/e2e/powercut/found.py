# SPDX-License-Identifier: GPL-3.0-or-later
"""What a database holds, and what of it cannot be."""

import contextlib
import json
import sqlite3

from recordings import SECOND, STEADY

NOT_STARTED = (6, 7)  # RunState: missed, skipped


class Found:
    """What a database holds."""

    def __init__(self, file):
        with contextlib.closing(sqlite3.connect(file)) as database:
            ask = lambda query: database.execute(query).fetchall()
            self.damage = [line for (line,) in ask("pragma integrity_check") if line != "ok"]
            self.jobs, self.created = {}, {}
            for id, definition, paused, created in ask("select id, definition, paused, created_at from jobs"):
                job = json.loads(definition)
                self.jobs[id] = (bool(paused), job["name"], job["trigger"]["args"]["seconds"], job["args"])
                self.created[id] = created
            self.next = dict(ask("select job_id, next_run_at from standings"))
            self.runs = ask("select id, job_id, due_at, due_count, last_due_at, state, epoch, attempt from runs"
                            " join standings on number = job where due_at is not null order by due_at, id")

    def mistakes(self, jobs, burst, runs, ledger):
        """`jobs`: the definitions that may be there; `burst`: the jobs that were answered out of order; `runs`: what
        was said; `ledger`: what was started."""
        yield from (f"damaged: {line}" for line in self.damage)
        of_bursts = {id: job for id, job in self.jobs.items() if id.startswith("burst-")}
        others = {id: job for id, job in self.jobs.items() if id not in of_bursts}
        if others not in jobs:
            yield f"other definitions: {difference(others, jobs)}"
        if lost := burst - of_bursts.keys():
            yield f"lost from a burst: {sorted(lost)}"
        yield from (f"{id} is {job}" for id, job in of_bursts.items() if job != (False, id, 50, []))
        by_id = {id: (job, due, state >= 2) for id, job, due, _, _, state, _, _ in self.runs}
        for id, (job, due, has_ended) in runs.items():
            if by_id.get(id) not in ((job, due, has_ended), (job, due, True)):
                yield f"run {id} of {job} was answered, and is {by_id.get(id, 'not there')}"
        keys = [(job, due, epoch, attempt) for _, job, due, _, _, _, epoch, attempt in self.runs]
        if len(keys) > len(set(keys)):
            yield "a due time is there twice"
        started = {due for _, job, due, _, _, state, _, _ in self.runs if job == "ledger" and state not in NOT_STARTED}
        yield from (f"started for {due} and not on record" for due in sorted(ledger - started))
        for id in STEADY:
            if id in self.jobs:
                yield from self.gaps(id)

    def gaps(self, id):
        """From when a job came into being to its next time, each due time is in one row."""
        expected = -(-self.created[id] // SECOND) * SECOND
        for _, job, due, count, last, *_ in self.runs:
            if job != id:
                continue
            if due != expected:
                yield f"{id}: {due} is on record, {expected} should be"
            if last not in (None, due + (count - 1) * SECOND):
                yield f"{id}: {due} to {last} are {count}"
            expected = due + count * SECOND
        if self.next.get(id) != expected:
            yield f"{id}: next is {self.next.get(id)}, {expected} should be"


def difference(found, allowed):
    expected = allowed[0]
    return [f"{id}: {str(found.get(id))[:80]} instead of {str(expected.get(id))[:80]}"
            for id in sorted(found.keys() | expected.keys()) if found.get(id) != expected.get(id)]
