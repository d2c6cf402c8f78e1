"""Functions that the demo jobs call; they are called as APScheduler would call them."""

import datetime
import os
import pathlib
import subprocess
import sys

WORKSPACE = pathlib.Path(__file__).resolve().parent.parent


def heartbeat(a, b):
    print(f"{datetime.datetime.now():%H:%M:%S} beat, due {os.environ.get('CARILLON_SCHEDULED_TIME', 'now')}")
    return {"sum": a + b}


def greet(year, language="en"):
    text = f"你好，{year}！" if language == "zh" else f"Hello, {year}!"
    print(text)
    return text


def run_script(path):
    """Runs a script of the workspace with the same interpreter and returns its last line."""
    result = subprocess.run(
        [sys.executable, str(WORKSPACE / path)], stdout=subprocess.PIPE, text=True, check=True
    )
    print(result.stdout, end="")
    return result.stdout.splitlines()[-1]
