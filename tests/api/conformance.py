#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks a running `carillonctl serve` what clients of the older server ask, and compares status,
headers, keys and formats. Needs nothing but Python. Usage: conformance.py CARILLONCTL"""

import base64
import http.client
import json
import re
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from described import Described

ISO = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?[+-]\d\d:\d\d$")
ALWAYS = {"args", "func", "id", "kwargs", "name", "trigger"}
STORED = ALWAYS | {"max_instances", "misfire_grace_time", "next_run_time"}
ANYTHING = object()


class Server:
    """A headless engine with a profile of its own."""

    def __init__(self, program, *options, profile=None):
        self.folder = tempfile.TemporaryDirectory(prefix="api")
        self.profile = Path(profile or self.folder.name)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.process = subprocess.Popen(
            [program, "serve", "--profile", str(self.profile), "--api", str(self.port), *options],
            stdout=subprocess.PIPE, text=True)
        self.ready = self.process.stdout.readline()
        self.prefix = "/scheduler"
        self.is_open = "off" in options
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.connection.close()
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(60)
        self.process.stdout.close()
        self.folder.cleanup()

    def ask(self, method, path, body=None, headers=None):
        if isinstance(body, (dict, list)):
            body = json.dumps(body)
        self.connection.request(method, path, body, headers or {})
        return Answer(self.connection.getresponse())


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self.body = response.read()
        try:
            self.json = json.loads(self.body)
        except ValueError:
            self.json = ANYTHING


class Checks:
    """Counts requests and collects what differs."""

    def __init__(self, server):
        self.server = server
        self.requests = 0
        self.mistakes = []
        self.described = Described(server.ask("GET", server.prefix + "/openapi.json").json) if server.is_open else None
        if self.described:
            self.mistakes += self.described.mistakes()

    def that(self, holds, what):
        if not holds:
            self.mistakes.append(what)

    def ask(self, method, path, body=None, status=200, headers=None, prefix="/scheduler"):
        self.requests += 1
        answer = self.server.ask(method, prefix + path, body, headers)
        what = f"{method} {path} {json.dumps(body)[:90] if body is not None else ''}"
        self.compare(method, path, answer, body)
        self.that(answer.status == status, f"{what}: {answer.status} instead of {status}: {answer.body[:200]}")
        if status == 204:
            self.that(answer.body == b"" and "content-length" not in answer.headers, f"{what}: 204 with a body")
        elif method not in ("HEAD", "OPTIONS") and status != 401:
            self.that(answer.headers.get("content-type") == "application/json", f"{what}: {answer.headers.get('content-type')}")
        if status >= 400 and status != 401 and method != "HEAD":
            good = isinstance(answer.json, dict) and isinstance(answer.json.get("error_message"), str)
            self.that(good and set(answer.json) <= {"error_message", "field"}, f"{what}: {answer.body[:200]}")
        return answer

    def compare(self, method, path, answer, body=None):
        """With what the server says of itself."""
        if self.described:
            request = body if isinstance(body, dict) else None
            self.mistakes += self.described.compare(method, path, answer.status, answer.headers.get("content-type"), answer.body, request)

    def raw(self, path, headers=None, method="GET"):
        """Where the answer is not JSON."""
        self.requests += 1
        answer = self.server.ask(method, self.server.prefix + path, headers=headers)
        self.compare(method, path, answer)
        return answer

    def job(self, what, answer, expected=None, keys=STORED):
        """A job with at least these keys in alphabetical order, and the expected values."""
        job = answer.json
        if not isinstance(job, dict):
            self.that(False, f"{what}: no job but {answer.body[:200]}")
            return {}
        self.that(keys <= set(job), f"{what}: misses {keys - set(job)}")
        self.that(list(job) == sorted(job), f"{what}: keys are not in order: {list(job)}")
        for key in ("next_run_time", "start_date", "end_date", "run_date"):
            is_day = job.get("trigger", "").startswith("CalendarInterval") and key != "next_run_time"
            if isinstance(job.get(key), str) and not is_day:
                self.that(ISO.match(job[key]) is not None, f"{what}: {key} is {job[key]}")
        for key, value in (expected or {}).items():
            found = job.get(key, "absent")
            self.that(found is not None if value is ANYTHING else found == value, f"{what}: {key} is {found!r}, not {value!r}")
        return job


def body(id, **more):
    return {"id": id, "func": "carillon:noop", **more}


def check_info(c):
    info = c.ask("GET", "").json
    c.that({"allowed_hosts", "current_host", "running"} <= set(info), "info: keys")
    c.that(info["allowed_hosts"] == ["*"] and info["running"] is True, "info: values")
    c.that(info["current_host"] == info["current_host"].lower() == socket.gethostname().lower(), "info: host")
    c.that(list(info) == sorted(info), "info: order")
    for path in ("", "/jobs"):
        head = c.ask("HEAD", path)
        get = c.ask("GET", path)
        c.that(head.body == b"" and head.headers.get("content-length") == get.headers.get("content-length"), f"HEAD {path}")
    c.ask("GET", "?pretty=1")


def check_methods(c):
    allowed = {"": "GET HEAD OPTIONS", "/jobs": "GET HEAD POST OPTIONS", "/jobs/x": "GET HEAD DELETE PATCH OPTIONS",
               "/start": "POST OPTIONS", "/shutdown": "POST OPTIONS", "/pause": "POST OPTIONS", "/resume": "POST OPTIONS",
               "/jobs/x/pause": "POST OPTIONS", "/jobs/x/resume": "POST OPTIONS", "/jobs/x/run": "POST OPTIONS"}
    for path, methods in allowed.items():
        for method, status in (("OPTIONS", 200), ("PUT", 405)):
            answer = c.ask(method, path, status=status)
            found = {word.strip() for word in answer.headers.get("allow", "").split(",")}
            c.that(found == set(methods.split()), f"{method} {path}: Allow is {found}")
    for path in ("/", "/jobs/", "/nothing", "/jobs/a/b", "/jobs/x/run/y"):
        c.ask("GET", path, status=404)
    c.ask("GET", "/", status=404, prefix="")
    c.ask("GET", "/start", status=405)


def check_adding(c):
    cases = [
        ("interval", dict(trigger="interval", minutes=10), dict(minutes=10, trigger="interval", start_date=ANYTHING, next_run_time=ANYTHING, name="interval", max_instances=1, misfire_grace_time=1, args=[], kwargs={}, func="carillon:noop")),
        ("hours", dict(trigger="interval", hours=36), dict(days=1, hours=12)),
        ("units", dict(trigger="interval", seconds=694861), dict(weeks=1, days=1, hours=1, minutes=1, seconds=1)),
        ("fraction", dict(trigger="interval", hours=1, seconds=1.5), dict(seconds=1.5)),
        ("object", dict(trigger={"type": "interval", "hours": 2}), dict(hours=2, trigger="interval")),
        ("renamed", dict(trigger={"type": "interval", "hours": 2, "name": "n"}), dict(name="n")),
        ("cron", dict(trigger="cron", day_of_week="mon-fri", hour=5, minute=30), dict(day_of_week="mon-fri", hour="5", minute="30", trigger="cron", next_run_time=ANYTHING)),
        ("stars", dict(trigger="cron", hour="*", minute="05"), dict(hour="*", minute="5")),
        ("ended", dict(trigger="cron", hour=1, end_date="2035-01-01"), dict(end_date=ANYTHING)),
        ("zone", dict(trigger="cron", hour=8, timezone="Asia/Shanghai"), dict(timezone="Asia/Shanghai")),
        ("date", dict(trigger="date", run_date="2030-01-01 10:00:00", timezone="UTC"), dict(run_date="2030-01-01T10:00:00+00:00", next_run_time="2030-01-01T10:00:00+00:00", trigger="date")),
        ("offset", dict(run_date="2030-01-01T00:00:00+08:00"), dict(run_date="2030-01-01T00:00:00+08:00", next_run_time="2030-01-01T00:00:00+08:00")),
        ("zulu", dict(run_date="2030-01-01T00:00:00Z"), dict(run_date="2030-01-01T00:00:00+00:00")),
        ("fraction2", dict(run_date="2030-01-01T00:00:00.25Z"), dict(run_date="2030-01-01T00:00:00.250000+00:00")),
        ("english", dict(run_date="Jan 5 2030 10:00", timezone="UTC"), dict(run_date="2030-01-05T10:00:00+00:00")),
        ("slashed", dict(run_date="2030/01/05 3pm", timezone="UTC"), dict(run_date="2030-01-05T15:00:00+00:00")),
        ("clock", dict(run_date="23:59:59", timezone="UTC"), dict(run_date=ANYTHING)),
        ("exhausted", dict(trigger="cron", year=2001), dict(next_run_time=None)),
        ("paused", dict(trigger="interval", hours=1, next_run_time=None), dict(next_run_time=None)),
        ("chosen", dict(trigger="interval", hours=1, next_run_time="2035-01-01 00:00:00+00:00"), dict(next_run_time="2035-01-01T00:00:00+00:00")),
        ("rules", dict(trigger="interval", hours=1, max_instances=3, misfire_grace_time=None, coalesce=False), dict(max_instances=3, misfire_grace_time=None, coalesce=False)),
        ("named", dict(trigger="interval", hours=1, name="A name"), dict(name="A name")),
        ("nameless", dict(trigger="interval", hours=1, name=None, args=None, kwargs=None), dict(name="nameless", args=[], kwargs={})),
        ("späte Übung", dict(trigger="interval", hours=1), dict(name="späte Übung")),
        ("a/b c", dict(trigger="interval", hours=1), dict(id="a/b c")),
        ("calendar", dict(trigger="calendarinterval", months=1, hour=9, start_date="2035-11-20", timezone="UTC"), dict(trigger="CalendarIntervalTrigger(months=1, time='09:00:00+00:00', start_date='2035-11-20', timezone='UTC')")),
    ]
    for id, more, expected in cases:
        c.job(id, c.ask("POST", "/jobs", body(id, **more)), expected)
    raw = c.ask("GET", "/jobs").body
    c.that("späte Übung".encode() in raw, "text is not sent as UTF-8")
    c.job("a/b c", c.ask("GET", "/jobs/a%2Fb%20c"), {"id": "a/b c"})
    made = c.job("made up", c.ask("POST", "/jobs", {"id": None, "func": "carillon:noop", "trigger": "interval", "hours": 1}))
    c.that(re.fullmatch("[0-9a-f]{32}", made.get("id", "")) is not None, "a made up id")
    past = c.job("past", c.ask("POST", "/jobs", body("past", run_date="2020-01-01T00:00:00+00:00")))
    c.that(past.get("next_run_time") == "2020-01-01T00:00:00+00:00", "a date in the past")
    for kind in ("text/plain", "application/x-www-form-urlencoded", "application/json; charset=utf-8"):
        c.ask("POST", "/jobs", json.dumps(body(kind, trigger="interval", hours=1)), headers={"Content-Type": kind})
    jobs = c.ask("GET", "/jobs").json
    times = [job["next_run_time"] for job in jobs if job.get("next_run_time")]
    c.that([job.get("next_run_time") is None for job in jobs] == sorted(job.get("next_run_time") is None for job in jobs), "null is last")
    c.that(len(times) > 15, "the list is short")


def check_refusals(c):
    for wrong in ("", "{", "nonsense", "[]", "null", "7", '"x"', "{}", '{"id":"w"}', '{"func":"carillon:noop"}', '{"id":"w","func":"carillon:noop","x":NaN}', "[" * 100 + "]" * 100):
        c.ask("POST", "/jobs", wrong, 400)
    for more in (dict(id=""), dict(id=7), dict(func=7), dict(func="nonsense"), dict(func=""), dict(name=7), dict(args="ab"), dict(args={"a": 1}),
                 dict(kwargs=[["a", 1]]), dict(trigger="bogus"), dict(trigger=7), dict(trigger={"type": "bogus"}), dict(trigger="interval", seconds=-5),
                 dict(trigger="interval", seconds="5"), dict(misfire_grace_time=0), dict(misfire_grace_time=-1), dict(misfire_grace_time="1"), dict(max_instances=0),
                 dict(max_instances=1.5), dict(executor="nowhere"), dict(jobstore="nowhere"), dict(foo=1), dict(trigger="cron", minute=61),
                 dict(trigger="cron", minute="abc"), dict(trigger="cron", minute="*/0"), dict(trigger="cron", hour="5-3"), dict(trigger="cron", timezone="Foo/Bar"),
                 dict(trigger="cron", timezone="+08:00x"), dict(trigger="cron", timezone=8), dict(run_date=123), dict(run_date=""), dict(run_date="soon"),
                 dict(trigger={"type": "date", "run_date": "Jan 5 2030"}), dict(next_run_time="Jan 5 2030"), dict(next_run_time=5), dict(jitter=5),
                 dict(id="a\u0000b"), dict(id="x" * 192)):
        answer = c.ask("POST", "/jobs", {**body("wrong"), **more}, 400)
        c.that("Traceback" not in answer.body.decode() and "core/" not in answer.body.decode(), "tells where it happened")
    c.ask("GET", "/jobs/wrong", status=404)


def check_one_job(c):
    hourly = dict(trigger="interval", hours=1, start_date="2035-01-01 00:00:00+00:00")
    first = c.ask("POST", "/jobs", body("one", **hourly))
    c.that(c.ask("GET", "/jobs/one").body == first.body, "GET answers what POST answered")
    taken = c.ask("POST", "/jobs", body("one", trigger="interval", hours=2), 409)
    c.that(taken.json == {"error_message": "Job one already exists."}, "409 text")
    c.ask("POST", "/jobs", body("one", trigger="bogus"), 400)
    c.job("replaced", c.ask("POST", "/jobs", body("one", trigger="interval", hours=3, replace_existing=True)), {"hours": 3})
    for method, path in (("GET", "/jobs/none"), ("DELETE", "/jobs/none"), ("POST", "/jobs/none/pause"), ("POST", "/jobs/none/resume"), ("POST", "/jobs/none/run")):
        missing = c.ask(method, path, status=404)
        c.that(missing.json == {"error_message": "Job none not found"}, f"404 text of {path}")
    for _ in range(2):
        c.job("paused", c.ask("POST", "/jobs/one/pause", "{nonsense"), {"next_run_time": None})
    for _ in range(2):
        c.job("resumed", c.ask("POST", "/jobs/one/resume", "{nonsense"), {"next_run_time": ANYTHING})
    before = c.ask("GET", "/jobs/one").json
    ran = c.job("ran", c.ask("POST", "/jobs/one/run", "{nonsense"))
    c.that(ran["next_run_time"] == before["next_run_time"], "a run by hand moves the next time")
    runs = c.ask("GET", "/jobs/one/runs").json["runs"]
    c.that(len(runs) == 1 and runs[0]["state"] == "success" and runs[0]["cause"] in ("api", "manual"), f"its record: {runs}")
    c.ask("POST", "/jobs", {"id": "fails", "func": "carillon:command", "args": ["exit 3"], "kwargs": {"shell": True}, "trigger": "manual"})
    c.ask("POST", "/jobs/fails/run", status=500)
    c.ask("DELETE", "/jobs/one", "{}", 204)
    c.ask("GET", "/jobs/one", status=404)


def check_patches(c):
    c.ask("POST", "/jobs", body("p", trigger="interval", hours=1, next_run_time=None))
    c.job("nothing", c.ask("PATCH", "/jobs/p", {}), {"hours": 1, "next_run_time": None})
    c.job("attributes", c.ask("PATCH", "/jobs/p", {"name": "n", "max_instances": 2, "misfire_grace_time": None, "coalesce": 0}),
          {"name": "n", "max_instances": 2, "misfire_grace_time": None, "coalesce": False, "hours": 1, "next_run_time": None})
    changed = c.job("trigger", c.ask("PATCH", "/jobs/p", {"trigger": "cron", "hour": 5}), {"trigger": "cron", "hour": "5", "next_run_time": ANYTHING})
    c.that("hours" not in changed, "the old trigger's arguments are gone")
    c.job("object", c.ask("PATCH", "/jobs/p", {"trigger": {"type": "interval", "days": 1}}), {"days": 1})
    c.job("paused", c.ask("PATCH", "/jobs/p", {"next_run_time": None}), {"next_run_time": None})
    c.job("chosen", c.ask("PATCH", "/jobs/p", {"next_run_time": "2035-01-01T00:00:00+00:00"}), {"next_run_time": "2035-01-01T00:00:00+00:00"})
    c.job("both", c.ask("PATCH", "/jobs/p", {"trigger": "interval", "hours": 9, "next_run_time": "2035-01-02T00:00:00+00:00"}), {"next_run_time": "2035-01-02T00:00:00+00:00", "hours": 9})
    c.job("jitter", c.ask("PATCH", "/jobs/p", {"trigger": "interval", "hours": 9, "jitter": 5}), {"jitter": 5})
    c.job("exhausted", c.ask("PATCH", "/jobs/p", {"trigger": "cron", "year": 2001}), {"next_run_time": None})
    c.job("function", c.ask("PATCH", "/jobs/p", {"func": "carillon:log", "args": ["hello"]}), {"func": "carillon:log", "args": ["hello"]})
    before = c.ask("GET", "/jobs/p").body
    for wrong in ({"hours": 2}, {"foo": 1}, {"replace_existing": True}, {"id": "p"}, {"id": "q"}, {"trigger": "bogus"}, {"trigger": None}, {"name": ""},
                  {"name": None}, {"name": 7}, {"args": "ab"}, {"kwargs": []}, [], "{", "null", {"trigger": "interval", "hours": 9, "max_instances": 0}):
        c.ask("PATCH", "/jobs/p", wrong, 400)
    c.that(c.ask("GET", "/jobs/p").body == before, "a refused change changed something")
    refused = c.ask("PATCH", "/jobs/p", {"hours": 2}, 400)
    c.that(refused.json["error_message"] == "The following are not modifiable attributes of Job: hours", "text for hours")
    c.that(c.ask("PATCH", "/jobs/none", {"trigger": "bogus"}, 400).json["error_message"] == "Trigger bogus is not supported.", "text for bogus")
    c.ask("PATCH", "/jobs/none", {"name": "n"}, 404)
    c.ask("PATCH", "/jobs/p", {"jobstore": "nowhere"}, 404)


def check_lifecycle(c):
    c.that(c.ask("POST", "/start", status=400).json == {"error_message": "Scheduler is already running"}, "start twice")
    for action in ("pause", "pause"):
        c.ask("POST", "/" + action, status=204)
    c.that(c.ask("GET", "").json["running"] is True, "running while paused")
    for action in ("resume", "resume"):
        c.ask("POST", "/" + action, status=204)
    c.ask("POST", "/shutdown", "[1]", 400)
    c.ask("POST", "/shutdown", '"x"', 400)
    stored = len(c.ask("GET", "/jobs").json)
    c.ask("POST", "/shutdown", {"wait": False}, 204)
    c.that(c.ask("GET", "").json["running"] is False, "running after shutdown")
    for action in ("shutdown", "pause", "resume"):
        c.that(c.ask("POST", "/" + action, status=400).json == {"error_message": "Scheduler is not running"}, f"{action} while stopped")
    pending = c.job("pending", c.ask("POST", "/jobs", body("pending", trigger="interval", hours=1)), keys=ALWAYS | {"hours", "start_date"})
    c.that(not {"max_instances", "misfire_grace_time", "next_run_time"} & set(pending), "a pending job has too many keys")
    c.ask("POST", "/jobs", body("pending"), 409)
    ran = c.job("a pending job runs", c.ask("POST", "/jobs/pending/run"), keys=ALWAYS | {"hours", "start_date"})
    c.that("next_run_time" not in ran, "it still pends")
    c.that(len(c.ask("GET", "/jobs").json) == stored + 1, "stored jobs are listed while stopped")
    c.ask("POST", "/start", status=204)
    c.job("no longer pending", c.ask("GET", "/jobs/pending"), {"next_run_time": ANYTHING})
    c.job("runs again", c.ask("POST", "/jobs/pending/run"))
    c.ask("POST", "/shutdown", "nonsense", 204)
    c.ask("POST", "/start", status=204)


def check_beyond(c):
    page = c.ask("GET", "/runs?limit=1").json
    c.that(len(page["runs"]) == 1 and isinstance(page["next"], int), f"a page: {page}")
    run = page["runs"][0]["id"]
    c.ask("GET", f"/runs?before={page['next']}")
    c.ask("GET", f"/runs/{run}")
    c.ask("GET", f"/runs/{run}/explain")
    c.ask("GET", "/runs/999999", status=404)
    c.ask("POST", f"/runs/{run}/stop", status=409)
    c.ask("POST", "/jobs", {"id": "says", "func": "carillon:command", "args": ["printf", "one\\ntwo\\n"], "trigger": "manual"})
    c.ask("POST", "/jobs/says/run")
    said = c.ask("GET", "/jobs/says/runs").json["runs"][0]["id"]
    log = c.raw(f"/runs/{said}/log")
    c.that(log.body == b"one\ntwo\n" and log.headers["content-type"].startswith("text/plain"), f"log: {log.body}")
    part = c.raw(f"/runs/{said}/log", {"Range": "bytes=4-6"})
    c.that(part.status == 206 and part.body == b"two" and part.headers["content-range"] == "bytes 4-6/8", f"range: {part.status} {part.body}")
    c.that(len(c.ask("GET", "/jobs/pending/next?count=3").json["next"]) == 3, "next times")
    c.that("05:30" in c.ask("GET", "/words?expr=30+5+*+*+1-5").json["words"], "words")
    c.that("09:00" in c.ask("POST", "/words", {"trigger": "cron", "hour": 9}).json["words"], "words of a trigger")
    health = c.ask("GET", "/health").json
    c.that(health["status"] == "ok" and health["channels"] == [], "health")
    c.ask("GET", "/jobs/says/definition")
    c.that(c.ask("GET", "/openapi.json").json["openapi"].startswith("3."), "description")
    c.raw("/events", method="HEAD")
    c.that(b"carillon_runs_total" in c.raw("/metrics").body, "metrics")
    c.ask("POST", "/jobs", {"id": "sleeps", "func": "carillon:sleep", "args": [600], "trigger": "date"})
    sleeping = next(run for run in iter(lambda: c.ask("GET", "/runs?job=sleeps").json["runs"], None) if run)[0]["id"]
    c.ask("POST", f"/runs/{sleeping}/stop", status=204)


def check_description(c):
    """Every address has answered as it is described."""
    c.that(c.described.never_succeeded() == [], f"never asked with success: {c.described.never_succeeded()}")


def kinit(c, what, code, *message, **more):
    """A message of kinit and the code of its answer; for `add_job` and `update_job` a task, else a name."""
    answer = c.ask("POST", "/kinit", message[0] if message else more).json
    c.that(set(answer) == {"code", "message", "data"} and answer["code"] == code, f"kinit {what}: {answer}")
    if code == 200:
        c.that(answer["message"] == "success" and set(answer["data"]) == {"subscribe_number", "is_active"}, f"kinit {what}: {answer}")
    return answer


def kinit_task(strategy, expression, operation="add_job", **more):
    params = {"name": "64a0000000000000000000aa", "job_class": 'test.main.Test("kinit", 1314, True)', "expression": expression, **more}
    return {"operation": operation, "task": {"exec_strategy": strategy, "job_params": params}}


def check_kinit(c):
    tasks = Path(c.server.profile) / "workspace" / "tasks" / "test"
    tasks.mkdir(parents=True, exist_ok=True)
    (tasks / "main.py").write_text("class Test:\n    def __init__(self, name, number, flag):\n        self.text = f'{name} {number} {flag}'\n    def main(self):\n        return self.text\n")
    name = {"name": "64a0000000000000000000aa"}
    for strategy, expression, text in (("interval", "* * * * *", "interval"), ("interval", "10 *", "interval"), ("cron", "5 4 * * *", "cron"), ("date", "soon", "date"), ("x", "1", "trigger")):
        refused = kinit(c, expression, 400, kinit_task(strategy, expression))
        c.that(refused["message"].startswith("Invalid " + text), f"kinit {expression}: {refused}")
    for call, text in (("test.none.Test()", "Module not found: tasks.test.none"), ("test.main.Other()", "No such class in the module: Other"), ("test.main.Test(1)", "Wrong arguments: "), ("Test", "Column 5"), ("", "Column 1")):
        refused = kinit(c, call, 400, kinit_task("interval", "10 * * * *", job_class=call))
        c.that(refused["message"].startswith(text), f"kinit {call}: {refused}")
    for wrong in ([], {}, {"operation": "close", "task": {}}, {"operation": "add_job", "task": {"x": 1}}, {"operation": "pause_job", "task": {}}):
        kinit(c, wrong, 400, wrong)
    added = kinit(c, "interval", 200, kinit_task("interval", "0 0 1 * *", start_date="2023-06-25 10:00:00", end_date=None))
    c.that(added["data"] == {"subscribe_number": 1, "is_active": True}, f"kinit: {added}")
    kinit(c, "twice", 400, kinit_task("interval", "0 0 1 * *"))
    c.that(kinit(c, "pause", 200, operation="pause_job", task=name)["data"]["is_active"] is False, "a paused task is active")
    kinit(c, "resume", 200, operation="resume_job", task=name)
    c.ask("POST", "/jobs/64a0000000000000000000aa/run")
    kinit(c, "update", 200, kinit_task("cron", "0 15 10 L * ?", "update_job"))
    kinit(c, "run once", 200, operation="run_once", task=name, id="m1")
    kinit(c, "once more", 200, operation="run_once", task=name, id="m1")
    tasks = c.ask("GET", "/kinit/tasks?name=64a0&page=1&limit=10").json
    c.that(tasks["code"] == 200 and tasks["count"] == 1 and len(tasks["data"]) == 1, f"tasks: {tasks}")
    task = tasks["data"][0]
    c.that({"_id", "name", "group", "job_class", "exec_strategy", "expression", "is_active", "remark", "start_date", "end_date", "create_datetime", "update_datetime", "last_run_datetime"} <= set(task), f"keys of a task: {task}")
    c.that((task["exec_strategy"], task["expression"], task["is_active"]) == ("cron", "0 15 10 L * ?", True), f"task: {task}")
    c.that(c.ask("GET", "/kinit/tasks?limit=0").json["code"] == 400, "no limit")
    records = c.ask("GET", "/kinit/records?job_id=64a0&limit=100").json
    good = [record for record in records["data"] if record["outcome"] == "success"]
    c.that(records["count"] == len(records["data"]) and len(good) >= 1, f"records: {records}")
    c.that({"job_id", "job_class", "name", "group", "exec_strategy", "expression", "start_time", "end_time", "process_time", "retval", "exception", "traceback", "create_datetime", "update_datetime"} <= set(good[-1]), f"keys of a record: {good[-1]}")
    c.that(json.loads(good[-1]["retval"]) == "kinit 1314 True" and good[-1]["exception"] == "null", f"a record: {good[-1]}")
    c.that({"add_failed"} <= {record["outcome"] for record in records["data"]}, "failed adds have records")
    form = {"name": "Report", "group": "Daily", "job_class": "test.main.Test(1, 2, 3)", "exec_strategy": "date", "expression": "2099-01-01 10:00:00", "is_active": True, "remark": None}
    c.that(c.ask("POST", "/kinit/tasks", form).json["data"] == {"subscribe_number": 1, "is_active": True}, "a task from the form")
    saved = c.ask("GET", "/kinit/tasks?group=Daily").json["data"][0]
    one = "?_id=" + saved["_id"]
    c.that(c.ask("GET", "/kinit/task" + one).json["data"] == saved, "one task")
    c.that(c.ask("PUT", "/kinit/tasks" + one, {**saved, "is_active": False}).json["data"]["is_active"] is False, "a task changed by the form")
    c.that(c.ask("PUT", "/kinit/tasks" + one, {**saved, "job_class": "test.none.Test()"}).json["message"].startswith("Module not found"), "a form is checked")
    c.that(c.ask("GET", "/kinit/task/group/options").json["data"] == [{"value": "Daily"}], "groups")
    c.that(c.ask("POST", "/kinit/task" + one).json["data"] == 1, "run once")
    c.that(c.ask("DELETE", "/kinit/tasks" + one).json["data"] is True, "a task removed")
    c.that(c.ask("DELETE", "/kinit/tasks" + one).json["code"] == 404, "a task removed twice")
    c.that(c.ask("GET", "/kinit/task/records").json["code"] == 200, "records by their other name")
    kinit(c, "remove", 200, operation="remove_job", task=name)
    kinit(c, "remove again", 404, operation="remove_job", task=name)


def check_guards(c):
    for headers, status in (({"Host": "evil.example"}, 421), ({"Origin": "http://evil.example"}, 403), ({"Origin": "null"}, 403),
                            ({"Sec-Fetch-Site": "cross-site"}, 403), ({"Referer": "http://evil.example/"}, 403), ({"Origin": f"http://127.0.0.1:{c.server.port}"}, 200)):
        answer = c.ask("GET", "", status=status, headers=headers)
        c.that(answer.headers.get("x-content-type-options") == "nosniff" and answer.headers.get("cache-control") == "no-store", "guarding headers")
        c.that("access-control-allow-origin" not in answer.headers, "CORS")
    c.ask("GET", "/jobs/%zz", status=400)
    c.ask("GET", "/jobs/%00", status=400)


def check_login(c, token):
    def basic(login):
        return {"Authorization": "Basic " + base64.b64encode(login.encode()).decode()}

    for headers in ({}, {"Authorization": ""}, {"Authorization": "Basic"}, {"Authorization": "Basic ###"}, basic("nocolon"), {"Authorization": "Digest x"}, basic("carillon:wrong")):
        for method, path in (("GET", ""), ("POST", "/jobs")) if headers == {} else (("GET", ""),):
            answer = c.ask(method, path, status=401, headers=headers)
            c.that(answer.body == b"Access Denied", "401 body")
            c.that(answer.headers.get("www-authenticate") == 'Basic realm="Authentication Required"', "401 header")
            c.that(answer.headers.get("content-type") == "text/html; charset=utf-8", "401 type")
    c.ask("OPTIONS", "/jobs", status=200)
    c.ask("PUT", "/jobs", status=405)
    c.ask("GET", "/nothing", status=404)
    for headers in (basic("carillon:" + token), {"Authorization": "Bearer " + token}, {"Authorization": "bASIC   " + basic("carillon:" + token)["Authorization"][6:]}, basic("olga:pass:wörd")):
        c.ask("GET", "", headers=headers)


def main(program):
    with Server(program, "--api-auth", "off") as server:
        c = Checks(server)
        c.that(f" api=http://127.0.0.1:{server.port}/scheduler" in server.ready, f"the line of readiness: {server.ready}")
        for check in (check_info, check_methods, check_adding, check_refusals, check_one_job, check_patches, check_lifecycle, check_kinit, check_beyond, check_guards, check_description):
            check(c)
    with tempfile.TemporaryDirectory() as folder:
        password = Path(folder) / "password"
        password.write_text("pass:wörd\n")
        with Server(program, "--api-user", "olga", "--api-password-file", str(password), "--api-prefix", "/my/jobs") as server:
            login = Checks(server)
            login.ask = lambda *args, **more: Checks.ask(login, *args, prefix="/my/jobs", **more)
            token = (server.profile / "api-token").read_text().strip()
            login.that((server.profile / "api-token").stat().st_mode & 0o777 == 0o600, "mode of the token")
            check_login(login, token)
    for unsafe in (["--api", "0.0.0.0:1", "--api-auth", "off"], ["--api", "0.0.0.0:1"]):
        ended = subprocess.run([program, "serve", "--profile", tempfile.mkdtemp(prefix="api"), *unsafe], capture_output=True, timeout=60)
        login.that(ended.returncode == 8, f"unsafe settings: {ended.returncode} {ended.stderr}")
    mistakes = c.mistakes + login.mistakes
    for mistake in mistakes:
        print("FAIL", mistake)
    print(c.requests + login.requests, "requests,", len(mistakes), "mistakes")
    return 1 if mistakes or c.requests + login.requests < 120 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
