#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cuts the power of an engine at some two hundred moments and looks at what it finds afterwards.

Usage: powercut.py CARILLONCTL

An engine serves HTTP under strace, which writes down every write, size, sync and name of its
database and when each answer went out. disk.py tells what may then be there if the power fails
after any of these. There are two recordings: a new profile with two engines after each other,
and a database with small pages, so that its log comes round while the engine runs.

For each cut, the database must pass its check; the definitions of the jobs are those after the last
answer, or after the one request that was being worked on, and nothing in between; of the jobs that
were added many at a time, those answered are there; what an answer said about runs is still so; no
due time of a job is there twice and none is left out, from its first to the next; what a job wrote
when it was started belongs to a run on record. Every tenth is looked at by carillonctl, and on some
an engine starts again and must go on in the same way.

Some cuts are made on a disk that lies about syncs of the log: losses must be seen there.
"""

import contextlib
import json
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from disk import Disk
from found import Found
from recordings import (PATIENCE, Engine, Recording, microseconds, record_log_coming_round, record_new_profile,
                        wait_for)

SEED = 20261201


class Examiner:
    """Looks at what cuts have left."""

    def __init__(self, recording):
        self.recording = recording
        self.faults, self.cuts, self.restarts = [], 0, 0
        self.draw = random.Random(SEED)

    def positions(self, each):
        """Directly after every answer and, `each` times, around syncs, while pages are brought home from the
        log, around its first write, and anywhere."""
        events = self.recording.trace.events

        def where(is_meant):
            return [at for at, event in enumerate(events) if is_meant(event)]

        chosen = {at + 1 for at in where(lambda event: event.kind in ("answer", "burst"))}
        for places in (where(lambda event: event.kind in ("sync", "names", "syncnames")),
                       where(lambda event: event.kind == "write" and event.name == "carillon.db"),
                       where(lambda event: event.kind == "write" and event.name == "carillon.db-wal" and event.at == 0),
                       range(len(events))):
            chosen |= {self.draw.choice(places) + self.draw.randint(0, 1) for _ in range(each if places else 0)}
        return sorted(chosen)

    def disk(self, lies_about=None):
        return Disk(self.recording.initial, self.recording.initial_names, lies_about)

    def follows_everything(self):
        """The model, with the power left on, has to arrive at the files that are really there."""
        disk, folder = self.disk(), Path(self.recording.profile)
        disk.advance(self.recording.trace.events, len(self.recording.trace.events))
        left = disk.at_leisure()
        real = {file.name: file.read_bytes() for file in folder.iterdir() if self.recording.trace.is_wanted(file.name)}
        if left != real or disk.answers != len(self.recording.jobs) - 1:
            self.faults.append(f"the trace does not say all: {sorted(left)} {sorted(real)}, {disk.answers} answers")

    def examine(self, each, lies_about=None):
        disk = self.disk(lies_about)
        for position in self.positions(each):
            disk.advance(self.recording.trace.events, position)
            self.left, self.answers = disk.after_cut(self.draw), disk.answers
            self.burst, self.appended = disk.burst, disk.appended
            try:
                mistakes = list(self.mistakes(with_product=not lies_about))
            except (sqlite3.Error, OSError, RuntimeError, ValueError, KeyError) as error:
                mistakes = [f"{type(error).__name__}: {error}"]
            where = f"{self.recording.name}, cut {self.cuts} after event {position}, answer {disk.answers}"
            self.faults += [f"{where}: {mistake}" for mistake in mistakes]
            self.cuts += 1

    @contextlib.contextmanager
    def profile(self):
        """What the cut has left, touched by nobody."""
        with tempfile.TemporaryDirectory(dir=self.recording.folder) as folder:
            for name, content in self.left.items():
                (Path(folder) / name).write_bytes(content)
            yield folder

    def mistakes(self, with_product):
        has_database = "carillon.db" in self.left
        if not has_database and self.answers:
            yield "the database is not there"
        if has_database:
            with self.profile() as profile:
                found = Found(profile + "/carillon.db")
            yield from (mistakes := list(self.compare(found, self.appended)))
            if mistakes:
                return
            if with_product and self.cuts % 10 == 0:
                yield from self.ask_product(found)
        if with_product and self.cuts % (20 if has_database else 4) == 2:
            yield from self.start_again()

    def compare(self, found, appended):
        ledger = [microseconds(line) for line in appended.decode().splitlines()]
        if len(ledger) > len(set(ledger)):
            yield f"started twice: {ledger}"
        jobs = self.recording.jobs[self.answers:self.answers + 2]
        yield from found.mistakes(jobs, self.burst, self.recording.runs[self.answers], set(ledger))

    def ask_product(self, found):
        """The commands that read a database without an engine."""
        with self.profile() as profile:
            if not self.command(profile, "check")["sound"]:
                yield "carillonctl check finds damage"
        with self.profile() as profile:
            jobs = {job["id"] for job in self.command(profile, "jobs", "list")}
            runs = {run["id"] for run in self.command(profile, "runs", "list", "--limit", "10000")}
        if jobs != found.jobs.keys() or runs != {run[0] for run in found.runs}:
            yield f"carillonctl lists {sorted(jobs)}, {len(runs)} runs; there are {sorted(found.jobs)}, {len(found.runs)}"

    def command(self, profile, *words):
        done = subprocess.run([self.recording.program, *words, "--json", "--profile", profile], capture_output=True,
                              text=True, timeout=PATIENCE)
        if done.returncode:
            raise RuntimeError(f"{words} ends with {done.returncode}: {done.stderr or done.stdout}")
        return json.loads(done.stdout)

    def start_again(self):
        """An engine goes on from there."""
        self.restarts += 1
        with self.profile() as profile:
            ledger = Path(profile) / "workspace" / "ledger"
            ledger.parent.mkdir()
            ledger.write_bytes(self.appended)
            with Engine(self.recording.program, profile) as engine:
                if "ledger" in self.recording.jobs[self.answers]:
                    wait_for(lambda: ledger.read_bytes().count(b"\n") > self.appended.count(b"\n") + 1, "no more runs")
                engine.ask("GET", "/jobs")
            found = Found(profile + "/carillon.db")
            yield from (f"restarted: {mistake}" for mistake in self.compare(found, ledger.read_bytes()))
            yield from (f"restarted: run {run[0]} is left active" for run in found.runs if run[5] < 2)


def examine_recording(recording, record):
    start = time.monotonic()
    record(recording)
    recorded = time.monotonic()
    examiner = Examiner(recording)
    examiner.follows_everything()
    examiner.examine(20)
    print(f"{recording.name}: {len(recording.trace.events)} events, {len(recording.jobs) - 1} answers, "
          f"{examiner.cuts} cuts, {examiner.restarts} restarts; recorded in {recorded - start:.0f} s, "
          f"examined in {time.monotonic() - recorded:.0f} s")
    return examiner.faults


def examine_lies(recording):
    """As if the log were not synced before an answer: this test must see that."""
    examiner = Examiner(recording)
    examiner.examine(0, lies_about="carillon.db-wal")
    lost = [fault for fault in examiner.faults if "other definitions" in fault]
    print(f"on a disk that lies: {len(examiner.faults)} faults in {examiner.cuts} cuts, such as {lost[-1:]}")
    return [] if lost else ["nothing is lost on a disk that lies: this test sees nothing"]


def main(program):
    with tempfile.TemporaryDirectory(prefix="powercut") as folder:
        folder = Path(folder).resolve()
        new, round = Recording(program, folder, "new"), Recording(program, folder, "round")
        faults = examine_recording(new, record_new_profile) + examine_lies(new)
        faults += examine_recording(round, record_log_coming_round)
        if round.trace.begun_anew("carillon.db-wal") < 2:
            faults.append("the log was not begun anew while the engine ran")
        return faults


def can_trace():
    return shutil.which("strace") and not subprocess.run(
        ["strace", "-f", "-o", "/dev/null", "true"], capture_output=True).returncode


if __name__ == "__main__":
    if not can_trace():
        print("no strace here, or it may not trace")
        sys.exit(77)
    found = main(str(Path(sys.argv[1]).resolve()))
    for fault in found[:20]:
        print("FAULT", fault)
    print(f"{len(found)} faults")
    sys.exit(1 if found else 0)
