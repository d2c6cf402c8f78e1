#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers like flask-apscheduler, as far as an import asks. Prints its address once it listens.

Each job is in the form that such a server sends: keys in order, trigger keys beside the others,
only those that differ from their defaults. It asks for the login olga, p:w, and fails the test by
a status of its own if anything but GET /scheduler/jobs is tried.
"""
import base64
import http.server
import json

JOBS = [
    {"args": ["mon-fri"], "day_of_week": "mon-fri", "func": "tasks.report:send", "hour": "5",
     "id": "c2", "kwargs": {"to": "团队"}, "max_instances": 3, "minute": "30",
     "misfire_grace_time": 60, "name": "Report", "next_run_time": "2035-11-23T05:30:00+01:00",
     "trigger": "cron"},
    {"args": [], "func": "tasks:echo", "id": "i1", "kwargs": {}, "max_instances": 1, "minutes": 10,
     "misfire_grace_time": 1, "name": "i1", "next_run_time": "2035-11-20T10:28:49.990207+00:00",
     "start_date": "2026-11-20T10:28:49.990207+00:00", "trigger": "interval"},
    {"args": [], "func": "tasks:echo", "id": "d/1", "kwargs": {}, "max_instances": 1,
     "misfire_grace_time": None, "name": "Once", "next_run_time": "2035-01-01T10:00:00+08:00",
     "run_date": "2035-01-01T10:00:00+08:00", "trigger": "date"},
    {"args": [], "func": "tasks:echo", "hours": 1, "id": "paused", "kwargs": {},
     "max_instances": 1, "misfire_grace_time": 1, "name": "paused", "next_run_time": None,
     "start_date": "2026-11-20T11:22:49.106514+00:00", "trigger": "interval"},
    {"args": [], "func": "tasks:echo", "id": "both", "kwargs": {}, "max_instances": 1,
     "misfire_grace_time": 1, "name": "both", "next_run_time": "2035-11-20T01:00:00+00:00",
     "trigger": "or[cron[hour='1'], cron[day_of_week='mon', hour='2']]"},
    {"args": [], "func": None, "id": "callable", "kwargs": {}, "max_instances": 1,
     "misfire_grace_time": 1, "name": "callable", "next_run_time": "2035-11-20T01:00:00+00:00",
     "hours": 2, "start_date": "2026-11-20T11:00:00+00:00", "trigger": "interval"},
]


class Server(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, kind, body, headers=()):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        login = "Basic " + base64.b64encode(b"olga:p:w").decode()
        if self.path == "/elsewhere/jobs":
            self.answer(200, "text/html; charset=utf-8", b"<html>Welcome</html>")
        elif self.path != "/scheduler/jobs":
            self.answer(404, "text/html; charset=utf-8", b"<h1>Not Found</h1>")
        elif self.headers.get("Authorization") != login:
            self.answer(401, "text/html; charset=utf-8", b"Access Denied",
                        [("WWW-Authenticate", 'Basic realm="Authentication Required"')])
        else:
            self.answer(200, "application/json", json.dumps(JOBS).encode())

    def refuse(self):
        self.answer(418, "text/plain", b"an import only reads")

    do_POST = do_PATCH = do_PUT = do_DELETE = refuse

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
print(f"http://127.0.0.1:{server.server_address[1]}/scheduler", flush=True)
server.serve_forever()
