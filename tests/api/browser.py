#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets a real browser visit a hostile page, and looks whether that reached the API.

Usage: browser.py CARILLONCTL [CHROMIUM]

The engine runs without a login, so that nothing but its checks of Host, Origin and Sec-Fetch-Site
stands in the way. The page tries the same at a careless server, which it must reach: otherwise
the page is broken and proves nothing.
"""

import http.client
import http.server
import json
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time

PATIENCE = 60  # seconds; the machine may be busy
JOB = {"id": "evil", "func": "carillon:log", "args": ["evil"], "trigger": "interval", "hours": 1}

PAGE = """<!doctype html><title>evil</title><body><script>
const targets = %(targets)s;
const job = %(job)s;
const text = id => JSON.stringify({...job, id});
async function attempt(target, name, request) {
  let seen = "";
  try {
    const answer = await request();
    if (answer && answer.text) seen = answer.type + " " + answer.status + " " + await answer.text();
  } catch (error) { seen = "failed"; }
  await fetch("/report", {method: "POST", body: JSON.stringify({target, name, seen})});
}
function form(url, id, enctype) {
  const frame = document.createElement("iframe");
  frame.name = id;
  document.body.append(frame);
  const form = document.createElement("form");
  Object.assign(form, {method: "POST", action: url, target: id, enctype});
  const input = document.createElement("input");
  // text/plain sends NAME=VALUE: the equals sign hides in a name of the job.
  input.name = text(id).slice(0, -1) + ', "name": "';
  input.value = '"}';
  form.append(input);
  document.body.append(form);
  return new Promise(done => { frame.onload = () => done(null); form.submit(); setTimeout(done, 3000); });
}
(async () => {
  for (const [target, url] of Object.entries(targets)) {
    await attempt(target, "read", () => fetch(url));
    await attempt(target, "read blindly", () => fetch(url, {mode: "no-cors"}));
    await attempt(target, "post blindly", () => fetch(url + "/jobs",
        {method: "POST", mode: "no-cors", headers: {"Content-Type": "text/plain"}, body: text("blind")}));
    await attempt(target, "post json", () => fetch(url + "/jobs",
        {method: "POST", headers: {"Content-Type": "application/json"}, body: text("json")}));
    await attempt(target, "delete", () => fetch(url + "/jobs/honest", {method: "DELETE"}));
    await attempt(target, "pause", () => fetch(url + "/pause", {method: "POST", mode: "no-cors"}));
    await attempt(target, "beacon", async () => { navigator.sendBeacon(url + "/jobs", text("beacon")); });
    await attempt(target, "without referrer", () => fetch(url + "/jobs",
        {method: "POST", mode: "no-cors", referrerPolicy: "no-referrer", body: text("silent")}));
    await attempt(target, "form", () => form(url + "/jobs", "form", "text/plain"));
    const frame = document.createElement("iframe");  // its origin is null
    frame.sandbox = "allow-scripts";
    frame.srcdoc = `<script>fetch("${url}/jobs", {method: "POST", mode: "no-cors", body: '${text("framed")}'})<\\/script>`;
    document.body.append(frame);
    await new Promise(done => setTimeout(done, 1500));
  }
  await fetch("/report", {method: "POST", body: JSON.stringify({done: true})});
})();
</script>"""


class Site(http.server.ThreadingHTTPServer):
    """A web site that serves the page and hears what it has to report, or a careless API."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Visit)
        self.page, self.reports, self.posts, self.done = b"", [], [], threading.Event()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def port(self):
        return self.server_address[1]


class Visit(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def answer(self, body, kind="text/html; charset=utf-8"):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        self.answer(self.server.page)

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        self.answer(b"")
        if self.path != "/report":
            self.server.posts.append((self.path, body))
            return
        report = json.loads(body)
        self.server.reports.append(report)
        if report.get("done"):
            self.server.done.set()


def ask(port, method, path, body=None):
    """As a program of this machine does."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request(method, path, body=json.dumps(body) if body else None)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, json.loads(text) if text else None


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def browse(chromium, folder, *arguments):
    return subprocess.Popen(
        [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage",
         "--disable-background-networking", f"--user-data-dir={folder}/browser",
         "--host-resolver-rules=MAP evil.example 127.0.0.1, MAP rebound.example 127.0.0.1", *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def attack(chromium, folder, api):
    """Visits the page; returns the faults."""
    evil, careless = Site(), Site()
    targets = {
        "careless": f"http://127.0.0.1:{careless.port}/scheduler",
        "loopback": f"http://127.0.0.1:{api}/scheduler",
        "localhost": f"http://localhost:{api}/scheduler",
        "rebound": f"http://rebound.example:{api}/scheduler",
        "same name": f"http://evil.example:{api}/scheduler",
    }
    evil.page = (PAGE % {"targets": json.dumps(targets), "job": json.dumps(JOB)}).encode()
    browser = browse(chromium, folder, "--remote-debugging-port=0", f"http://evil.example:{evil.port}/")
    finished = evil.done.wait(PATIENCE * 2)
    browser.terminate()
    browser.wait()
    faults = [] if finished else ["the page did not get to its end"]
    reached = {json.loads(body)["id"] for path, body in careless.posts if path == "/scheduler/jobs"}
    for id in ("blind", "beacon", "silent", "form", "framed"):
        if id not in reached:
            faults.append(f"the page does not even reach a careless server: {id}")
    for report in evil.reports:
        if report.get("target") not in (None, "careless") and "running" in report["seen"]:
            faults.append(f"{report['target']}: {report['name']} could read {report['seen']}")
    return faults


def rebind(chromium, folder, api):
    """A page of the API under a foreign name, as after DNS rebinding: nothing of it is shown."""
    browser = browse(chromium, folder, "--virtual-time-budget=3000", "--dump-dom",
                     f"http://rebound.example:{api}/scheduler/jobs")
    shown, _ = browser.communicate(timeout=PATIENCE)
    if "honest" in shown:
        return [f"under a foreign name: {shown}"]
    return [] if "error_message" in shown else [f"under a foreign name, no refusal: {shown}"]


def main(carillonctl, chromium):
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen([carillonctl, "--profile", f"{folder}/profile", "serve", "--api", str(port),
                                   "--api-auth", "off"], stdout=subprocess.PIPE, text=True)
        try:
            if not server.stdout.readline().startswith("READY"):
                return ["the engine does not start"]
            status, _ = ask(port, "POST", "/scheduler/jobs", {**JOB, "id": "honest"})
            if status != 200:
                return [f"an honest program is refused with {status}"]
            faults = attack(chromium, folder, port) + rebind(chromium, folder, port)
            _, jobs = ask(port, "GET", "/scheduler/jobs")
            ids = [job["id"] for job in jobs]
            if ids != ["honest"]:
                faults.append(f"the jobs are now {ids}")
            elif jobs[0]["next_run_time"] is None:
                faults.append("the job is paused now")
            return faults
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    browser = sys.argv[2] if len(sys.argv) > 2 else shutil.which("chromium")
    if not browser:
        print("no chromium here")
        sys.exit(77)
    start = time.monotonic()
    found = main(sys.argv[1], browser)
    for fault in found:
        print("FAULT", fault)
    print(f"{len(found)} faults in {time.monotonic() - start:.0f} s")
    sys.exit(1 if found else 0)
