# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls Python functions for Carillon, one at a time, until the connection closes.

Requests are lines of JSON on a connection of their own: a `reference` to a callable, or a `class` of
a `module` whose `main` is called, with `arguments` and `keywords`; with `check`, whether that call
could be made. An answer is a line too: `v` and a value as JSON, or an object.

Descriptors 1 and 2 belong to the functions: what they print, and what their child processes and C
libraries write, is the run's output. Everything written before an answer was flushed before it was
sent.

Started as `python -c BOOTSTRAP CONNECTION WORKSPACE [FOLDER…]`; the bootstrap reads this text from
the connection, so that it needs no file. Runs on Python 3.7 and later.
"""

import _signal
import faulthandler
import importlib
import importlib.machinery
import json
import os
import signal
import sys
import traceback
import types

HERE = "<carillon-worker>"  # the file name the bootstrap compiles this text under
LIMIT = 64 * 1024  # characters of a return value, of an exception, of a traceback
STALE = b'{"stale": true}'  # the call was not begun; a fresh interpreter should do it
END_WITH_PARENT = 1  # prctl's PR_SET_PDEATHSIG

try:
    import ctypes

    library = ctypes.CDLL(None)
    flush_c_streams = library.fflush
except Exception:  # built without ctypes, or no such symbol
    library = None

    def flush_c_streams(_):
        pass


class Sources:
    """The files that modules of the workspace and of the job's folders were loaded from.

    Finds modules as importlib does, and looks at each file before it is loaded: a file that changes
    from then on is another one, even if it changes before it was read.
    """

    def __init__(self, folders):
        self.folders = tuple(os.path.join(folder, "") for folder in folders)
        prefix = os.path.join(sys.prefix, "")
        self.own = prefix if prefix.startswith(self.folders) else None  # a virtual environment
        self.states = {}
        self.modules = 0

    @staticmethod
    def state(path):
        try:
            found = os.stat(path)
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size

    def watch(self, path):
        if not isinstance(path, str) or path in self.states:
            return
        if path.startswith(self.folders) and not (self.own and path.startswith(self.own)):
            self.states[path] = self.state(path)

    def find_spec(self, name, path=None, target=None):
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if spec is not None:
            self.watch(spec.origin)
        return spec

    def remember(self):
        """Modules that were loaded some other way."""
        if len(sys.modules) == self.modules:
            return
        self.modules = len(sys.modules)
        for module in list(sys.modules.values()):
            self.watch(getattr(module, "__file__", None))

    def have_changed(self):
        for path, state in self.states.items():
            if self.state(path) != state:
                return True
        return False


class Surroundings:
    """What a call finds: the same as the first one found, whatever others have done to it."""

    def __init__(self, folder):
        self.folder = folder
        self.streams = sys.stdout, sys.stderr
        self.path = list(sys.path)
        self.descriptors = [(os.dup(number), number) for number in (1, 2)]
        handlers = [(number, _signal.getsignal(number)) for number in range(1, signal.NSIG)]
        self.handlers = [each for each in handlers if each[1] is not None]
        self.environ = os.environ
        self.environment = dict(os.environ)
        self.variables = {}
        self.left = self.raw_environment()

    def restore(self, variables):
        sys.stdout, sys.stderr = self.streams
        sys.argv[:] = ["carillon"]
        if sys.path != self.path:
            sys.path[:] = self.path
        for copy, number in self.descriptors:
            os.dup2(copy, number)
        os.chdir(self.folder)
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in self.handlers:
            if _signal.getsignal(number) is not handler:
                _signal.signal(number, handler)
        self.restore_environment(variables)

    def raw_environment(self):
        return dict(getattr(self.environ, "_data", self.environ))  # without decoding each text

    def restore_environment(self, variables):
        os.environ = self.environ
        if self.raw_environment() != self.left:
            os.environ.clear()
            os.environ.update(self.environment)
            self.variables = {}
        for name in self.variables:
            if name not in variables:
                del os.environ[name]
        for name, value in variables.items():
            if self.variables.get(name) != value:
                os.environ[name] = value
        self.variables = variables
        self.left = self.raw_environment()


class Refused(Exception):
    """A call that cannot be made: what is wrong with it, and details for the sentence."""

    def __init__(self, what, *details):
        super().__init__(what, *details)
        self.what = what
        self.details = details


def imported(name):
    if name not in sys.modules:
        importlib.invalidate_caches()  # the file may be newer than this worker
    __import__(name)
    return sys.modules[name]


def looked_up(module, path):
    target = module
    for name in path.split("."):
        target = getattr(target, name)
    return target


def referred(reference):
    module, _, path = reference.partition(":")
    target = looked_up(imported(module), path)
    if not callable(target):
        raise TypeError("%s is not callable" % reference)
    return target


def main_of(request):
    """The method `main` of an instance made with the literals."""
    module, name = request["module"], request["class"]
    arguments = request["arguments"]
    try:
        loaded = imported(module)
    except ModuleNotFoundError as error:
        if error.name and (module + ".").startswith(error.name + "."):
            raise Refused("module", module) from error
        raise
    try:
        made = getattr(loaded, name)
    except AttributeError as error:
        raise Refused("class", name) from error
    try:
        instance = made(*arguments)
    except TypeError as error:
        raise Refused("construction", repr(arguments), str(error)) from error
    if not callable(getattr(instance, "main", None)):
        raise Refused("main", name)
    return instance.main


def call(request):
    if "class" in request:
        value = main_of(request)()
    else:
        value = referred(request["reference"])(*request["arguments"], **request["keywords"])
    if isinstance(value, types.CoroutineType):
        import asyncio

        value = asyncio.run(value)
    return value


def check_arguments(target, arguments, keywords):
    """Refuses what the signature of `target` does not take."""
    import inspect

    try:
        signature = inspect.signature(target, follow_wrapped=False)
    except (TypeError, ValueError):
        return  # not every callable has one
    kinds = {}
    for parameter in signature.parameters.values():
        kinds.setdefault(parameter.kind, []).append(parameter)
    only_placed = kinds.get(inspect.Parameter.POSITIONAL_ONLY, [])
    either = kinds.get(inspect.Parameter.POSITIONAL_OR_KEYWORD, [])
    only_named = kinds.get(inspect.Parameter.KEYWORD_ONLY, [])
    takes_any_name = inspect.Parameter.VAR_KEYWORD in kinds
    placed = (only_placed + either)[: len(arguments)]
    rest = (only_placed + either)[len(arguments) :]

    def refuse_if(what, names, *details):
        if names:
            raise Refused(what, ", ".join(names), *details)

    def missing(parameters):
        return [
            each.name
            for each in parameters
            if each.default is each.empty
            and (each.name not in keywords or (each in only_placed and takes_any_name))
        ]

    def given(parameters, among):
        return [each.name for each in parameters if each in among and each.name in keywords]

    refuse_if("twice", given(placed, either))
    if not takes_any_name:
        refuse_if("placed", given(rest, only_placed))
    refuse_if("missing", missing(rest))
    refuse_if("named", missing(only_named))
    if len(arguments) > len(placed) and inspect.Parameter.VAR_POSITIONAL not in kinds:
        raise Refused("many", str(len(placed)), str(len(arguments)))
    known = {each.name for each in either + only_named}
    if not takes_any_name:
        refuse_if("unknown", [name for name in keywords if name not in known])


def check(request):
    if "class" in request:
        try:
            check_arguments(main_of(request), (), {})
        except Refused:
            raise
        except BaseException as error:
            name = "%s.%s" % (request["module"], request["class"])
            raise Refused("failure", name, message_of(error)) from error
        return
    reference = request["reference"]
    module, _, path = reference.partition(":")
    try:
        loaded = imported(module)
    except BaseException as error:
        raise Refused("import", reference, message_of(error)) from error
    try:
        target = looked_up(loaded, path)
    except BaseException as error:
        raise Refused("lookup", reference, message_of(error)) from error
    if not callable(target):
        raise Refused("callable", reference, type(target).__name__)
    check_arguments(target, request["arguments"], request["keywords"])


def short(text):
    return text if len(text) <= LIMIT else text[: LIMIT - 1] + "\u2026"


def encoded(answer):
    return json.dumps(answer).encode()


def result(value):
    """The value as JSON text; where it has none, or too much of it, its repr; else its type."""
    if value is None:
        return b"vnull"
    try:
        text = json.dumps(value, allow_nan=False)
        if len(text) <= LIMIT:
            return b"v" + text.encode()
    except Exception:
        pass
    try:
        return encoded({"text": short(repr(value))})
    except Exception:
        return encoded({"text": repr(type(value))})


def message_of(error):
    if isinstance(error, SyntaxError):  # in several lines that show the source
        return short("%s: %s" % (type(error).__name__, error))
    return short("".join(traceback.format_exception_only(type(error), error)).strip())


def failure(error):
    if isinstance(error, Refused):
        cause = error.__cause__
        answer = {"exception": ""} if cause is None else failure_of(cause)
        answer["refused"] = [error.what, *map(short, error.details)]
    else:
        answer = failure_of(error)
    return encoded(answer)


def failure_of(error):
    frames = error.__traceback__
    while frames and frames.tb_frame.f_code.co_filename == HERE:
        frames = frames.tb_next
    trace = "".join(traceback.format_exception(type(error), error, frames))
    return {"exception": message_of(error), "traceback": short(trace)}


def perform(request):
    """Does one call. `sys.exit()` and `sys.exit(0)` end it well, any other SystemExit is a failure."""
    try:
        return result(check(request) if "check" in request else call(request))
    except SystemExit as error:
        return b"vnull" if error.code in (None, 0) else failure(error)
    except BaseException as error:
        return failure(error)


def flush(streams):
    for stream in (sys.stdout, sys.stderr) + streams:
        try:
            stream.flush()
        except Exception:  # a function may have closed or replaced it
            pass
    flush_c_streams(None)


def read(line):
    try:
        return json.loads(line)
    except ValueError:  # an integer of more digits than Python takes by default
        limit = sys.get_int_max_str_digits()
        sys.set_int_max_str_digits(0)
        request = json.loads(line)
        sys.set_int_max_str_digits(limit)
        return request


def serve(requests, answers, workspace, folders):
    sources = Sources([workspace] + folders)
    finder = importlib.machinery.PathFinder
    sys.meta_path.insert(sys.meta_path.index(finder), sources)
    surroundings = Surroundings(workspace)
    process = os.getpid()
    for line in requests:
        answer = STALE
        if not sources.have_changed():
            request = read(line)
            try:
                surroundings.restore(request["environment"])
                answer = perform(request)
            except OSError:  # beyond repair: a descriptor or the folder is gone
                pass
            if os.getpid() != process:
                flush(surroundings.streams)
                os._exit(0)  # a child that the function forked and let return
            sources.remember()
        flush(surroundings.streams)
        answers.write(answer + b"\n")
        answers.flush()


def main():
    connection, workspace, *folders = sys.argv[1:]
    os.set_inheritable(int(connection), False)
    if sys.platform == "linux" and library is not None:
        # Carillon may be ended by force while a call runs; between calls the connection tells.
        library.prctl(END_WITH_PARENT, int(signal.SIGTERM))
    faulthandler.enable()
    if sys.path and sys.path[0] == "":
        del sys.path[0]
    sys.path[:0] = [workspace] + folders
    serve(requests, open(int(connection), "wb", closefd=False), workspace, folders)


main()
