# SPDX-License-Identifier: GPL-3.0-or-later
"""Engines at work under strace: what they were asked and what they promised in their answers."""

import contextlib
import http.client
import json
import os
import signal
import socket
import sqlite3
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

from traces import Trace

PATIENCE = 120  # seconds; the machine may be busy
SECOND = 1_000_000
CALLS = ("openat,write,pwrite64,pwritev,pwritev2,ftruncate,fallocate,fsync,fdatasync,unlink,unlinkat,"
         "rename,renameat,renameat2,sendto")
STEADY = ["steady-1", "steady-2", "ledger"]  # never changed


def wait_for(condition, what, pause=0.02):
    end = time.monotonic() + PATIENCE
    while not (found := condition()):
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(pause)
    return found


class Engine:
    """A headless engine, traced if there is a file for that."""

    def __init__(self, program, profile, trace=None):
        self.profile = Path(profile)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        tracer = ["strace", "-f", "-y", "-xx", "-s", "70000", "-e", "trace=" + CALLS, "-o", trace] if trace else []
        self.process = subprocess.Popen(
            [*tracer, program, "serve", "--profile", profile, "--api", str(self.port), "--api-auth", "off",
             "--log-level", "warn"], stdout=subprocess.PIPE, text=True)
        self.ready = self.process.stdout.readline()
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)

    def __enter__(self):
        if not self.ready.startswith("READY=1"):
            self.process.wait(PATIENCE)
            raise RuntimeError("the engine does not start")
        # Of the engine: strace passes no signal on.
        self.pid = int((self.profile / "lock").read_text().split()[0])
        return self

    def __exit__(self, *_):
        self.connection.close()
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGTERM)
        self.process.wait(PATIENCE)
        self.process.stdout.close()

    def ask(self, method, path, body=None):
        self.connection.request(method, "/scheduler" + path, json.dumps(body) if body else None)
        answer = self.connection.getresponse()
        content = answer.read()
        if answer.status >= 300:
            raise RuntimeError(f"{method} {path}: {answer.status} {content[:300]}")
        return json.loads(content) if content else None


class Recording:
    """What was asked of engines, what they promised in their answers, and the trace of it."""

    def __init__(self, program, folder, name):
        self.program, self.name = program, name
        self.folder = Path(folder) / name
        self.folder.mkdir()
        self.profile = str(self.folder / "profile")
        self.trace = Trace(self.profile, lambda file: file.startswith("carillon.db") and not file.endswith("-shm"),
                           self.profile + "/workspace/ledger")
        self.initial, self.initial_names = {}, {}
        self.jobs = [{}]  # after each answer: id → what of the definition is compared
        self.runs = [{}]  # after each answer: id of a run → what was said about it
        self.lives = 0

    @contextlib.contextmanager
    def life(self):
        """From the start of an engine to its orderly end."""
        self.lives += 1
        file = str(self.folder / f"trace-{self.lives}")
        with Engine(self.program, self.profile, file) as engine:
            yield engine
        self.trace.read(file)

    def starts_from(self, names):
        self.initial = {name: (Path(self.profile) / name).read_bytes() for name in names}
        self.initial_names = self.trace.existing(names)

    def promised(self, jobs=None, runs=None):
        self.jobs.append(jobs if jobs is not None else self.jobs[-1])
        self.runs.append({**self.runs[-1], **(runs or {})})

    def put(self, engine, id, func="carillon:noop", seconds=50, args=(), name=None):
        """Adds or changes a job."""
        is_new = id not in self.jobs[-1]
        body = {"func": func, "args": list(args), "name": name or id, "trigger": "interval", "seconds": seconds,
                "start_date": "2026-01-01T00:00:00Z"}
        engine.ask(*(("POST", "/jobs") if is_new else ("PATCH", "/jobs/" + id)), {"id": id, **body} if is_new else body)
        was_paused = not is_new and self.jobs[-1][id][0]
        self.promised({**self.jobs[-1], id: (was_paused, body["name"], seconds, list(args))})

    def remove(self, engine, id):
        engine.ask("DELETE", "/jobs/" + id)
        self.promised({other: job for other, job in self.jobs[-1].items() if other != id})

    def pause(self, engine, id, is_paused=True):
        engine.ask("POST", f"/jobs/{id}/{'pause' if is_paused else 'resume'}")
        self.promised({**self.jobs[-1], id: (is_paused, *self.jobs[-1][id][1:])})

    def look(self, engine):
        """Whatever is shown as a fact has to stay one."""
        said = engine.ask("GET", "/runs?limit=200")["runs"]
        self.promised(runs={run["id"]: (run["job"], microseconds(run["due"]), "ended" in run) for run in said})
        return said

    def put_steady(self, engine):
        self.put(engine, "steady-1", seconds=1)
        self.put(engine, "steady-2", seconds=1)
        self.put(engine, "ledger", "carillon:command",
                 1, ["sh", "-c", 'echo "$CARILLON_SCHEDULED_TIME" >> ledger'])

    def work(self, engine, round):
        """A few changes of every kind."""
        for number in range(3):
            self.put(engine, f"extra-{round}-{number}", func="carillon:log", args=["x" * (1 + 700 * number)])
        self.put(engine, f"extra-{round}-1", func="carillon:log", name="changed", seconds=40, args=["y" * 5000])
        self.pause(engine, f"extra-{round}-1")
        self.look(engine)
        self.pause(engine, f"extra-{round}-0")
        self.pause(engine, f"extra-{round}-0", False)
        self.remove(engine, f"extra-{round}-2")

    def burst(self, engine, name, count=16):
        """Adds many jobs at the same time, which share commits."""
        def add(number):
            with contextlib.closing(http.client.HTTPConnection("127.0.0.1", engine.port, timeout=PATIENCE)) as own:
                job = {"id": f"burst-{name}-{number}", "func": "carillon:noop", "trigger": "interval", "seconds": 50}
                own.request("POST", "/scheduler/jobs", json.dumps(job))
                return own.getresponse().status

        with ThreadPoolExecutor(8) as pool:
            if set(pool.map(add, range(count))) != {200}:
                raise RuntimeError("a job of a burst is refused")

    def wait_for_runs(self, engine, count):
        newest = max(self.runs[-1], default=0)
        wait_for(lambda: max((run["id"] for run in self.look(engine)), default=0) >= newest + count, "no runs", 0.4)


def microseconds(iso):
    moment = datetime.fromisoformat(iso.strip())
    return int(moment.timestamp()) * SECOND + moment.microsecond


def record_new_profile(recording):
    for life in range(2):
        with recording.life() as engine:
            if life == 0:
                recording.put_steady(engine)
            for round in range(2):
                recording.work(engine, 2 * life + round)
                recording.burst(engine, 2 * life + round)
                recording.wait_for_runs(engine, 4)


def record_log_coming_round(recording):
    """The engine brings 8192 pages of its log home at once, and begins the log anew."""
    with Engine(recording.program, recording.profile):
        pass
    file = Path(recording.profile) / "carillon.db"
    with contextlib.closing(sqlite3.connect(file)) as database:
        for statement in ("journal_mode = delete", "page_size = 1024"):
            database.execute("pragma " + statement)
        database.execute("vacuum")
        database.execute("pragma journal_mode = wal")
    recording.starts_from(["carillon.db"])
    with recording.life() as engine:
        recording.put_steady(engine)
        untouched = file.stat().st_mtime_ns
        for round in range(100):
            recording.put(engine, "large", "carillon:log", args=[f"{round} " * 80_000])
            if round % 16 == 7:
                recording.work(engine, round)
            if file.stat().st_mtime_ns != untouched:
                break
        else:
            raise RuntimeError("the log never came round")
        recording.work(engine, "after")
        recording.wait_for_runs(engine, 4)
