# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls Python functions for Carillon, one at a time, until the connection closes.

Requests and answers are lines of JSON on a connection of their own. Descriptors 1 and 2 belong to
the functions: what they print, and what their child processes and C libraries write, is the run's
output. Everything written before an answer was flushed before it was sent.

Started as `python -c BOOTSTRAP CONNECTION WORKSPACE`; the bootstrap reads this text from the
connection, so that it needs no file. Runs on Python 3.7 and later.
"""

import faulthandler
import json
import os
import sys
import traceback
import types

HERE = "<carillon-worker>"  # the file name the bootstrap compiles this text under
LIMIT = 64 * 1024  # characters of a return value, of an exception, of a traceback

try:
    import ctypes

    flush_c_streams = ctypes.CDLL(None).fflush
except Exception:  # built without ctypes, or no such symbol
    def flush_c_streams(_):
        pass


class Sources:
    """The files that modules of the workspace were loaded from."""

    def __init__(self, workspace):
        self.folder = os.path.join(workspace, "")
        self.states = {}
        self.modules = 0

    @staticmethod
    def state(path):
        try:
            found = os.stat(path)
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size

    def remember(self):
        if len(sys.modules) == self.modules:
            return
        self.modules = len(sys.modules)
        for module in list(sys.modules.values()):
            path = getattr(module, "__file__", None)
            if isinstance(path, str) and path.startswith(self.folder) and path not in self.states:
                self.states[path] = self.state(path)

    def have_changed(self):
        return any(self.state(path) != state for path, state in self.states.items())


def call(reference, arguments, keywords):
    module, _, path = reference.partition(":")
    if module not in sys.modules:
        import importlib

        importlib.invalidate_caches()  # the file may be newer than this worker
    __import__(module)
    target = sys.modules[module]
    for name in path.split("."):
        target = getattr(target, name)
    if not callable(target):
        raise TypeError("%s is not callable" % reference)
    value = target(*arguments, **keywords)
    if isinstance(value, types.CoroutineType):
        import asyncio

        value = asyncio.run(value)
    return value


def short(text):
    return text if len(text) <= LIMIT else text[: LIMIT - 1] + "\u2026"


def result(value):
    """The value as JSON text; where it has none, or too much of it, its repr; else its type."""
    try:
        text = json.dumps(value, allow_nan=False)
        if len(text) <= LIMIT:
            return {"value": text}
    except Exception:
        pass
    try:
        return {"text": short(repr(value))}
    except Exception:
        return {"text": repr(type(value))}


def failure(error):
    frames = error.__traceback__
    while frames and frames.tb_frame.f_code.co_filename == HERE:
        frames = frames.tb_next
    message = "".join(traceback.format_exception_only(type(error), error)).strip()
    if isinstance(error, SyntaxError):  # in several lines that show the source
        message = "%s: %s" % (type(error).__name__, error)
    trace = "".join(traceback.format_exception(type(error), error, frames))
    return {"exception": short(message), "traceback": short(trace)}


def perform(request):
    """Does one call. `sys.exit()` and `sys.exit(0)` end it well, any other SystemExit is a failure."""
    try:
        return result(call(request["reference"], request["arguments"], request["keywords"]))
    except SystemExit as error:
        return {"value": "null"} if error.code in (None, 0) else failure(error)
    except BaseException as error:
        return failure(error)


def flush(streams):
    for stream in (sys.stdout, sys.stderr) + streams:
        try:
            stream.flush()
        except Exception:  # a function may have closed or replaced it
            pass
    flush_c_streams(None)


def serve(requests, answers, workspace):
    sources = Sources(workspace)
    streams = (sys.stdout, sys.stderr)
    environment = dict(os.environ)
    process = os.getpid()
    for line in requests:
        request = json.loads(line)
        if sources.have_changed():
            answer = {"stale": True}
        else:
            # A call finds the workspace and the environment as the first one did.
            sys.stdout, sys.stderr = streams
            os.chdir(workspace)
            os.environ.clear()
            os.environ.update(environment)
            os.environ.update(request["environment"])
            answer = perform(request)
            if os.getpid() != process:
                flush(streams)
                os._exit(0)  # a child that the function forked and let return
            sources.remember()
        flush(streams)
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()


def main():
    connection = int(sys.argv[1])
    workspace = sys.argv[2]
    os.set_inheritable(connection, False)
    faulthandler.enable()
    if sys.path and sys.path[0] == "":
        del sys.path[0]
    sys.path.insert(0, workspace)
    sys.argv[:] = ["carillon"]
    serve(requests, open(connection, "wb", closefd=False), workspace)


main()
