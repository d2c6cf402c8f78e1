# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads from strace what a program did to the files of one folder, and when it answered.

strace is asked for hexadecimal text (-xx) and for the paths of descriptors (-y). A call that another
thread interrupts stands on two lines; it counts where it ended, and a sync covers what was there
when it began.
"""

import re
from collections import namedtuple

HEX = rb"((?:\\x[0-9a-f]{2})*)"
CALLS = {kind: re.compile(pattern.replace(b"HEX", HEX)) for kind, pattern in {
    "open": rb'openat\([^"]*"HEX", ([A-Z_|]+)(?:, \d+)?\) += \d+',
    "write": rb'pwrite64\(\d+<HEX>, "HEX", \d+, (\d+)\) += (\d+)',
    "size": rb"ftruncate\(\d+<HEX>, (\d+)\) += 0",
    "sync": rb"f(?:data)?sync\(\d+<HEX>\) += 0",
    "remove": rb'unlink(?:at)?\([^"]*"HEX"(?:, 0)?\) += 0',
    "rename": rb'rename(?:at2?)?\([^"]*"HEX", [^"]*"HEX".*\) += 0',
    "send": rb'sendto\(\d+<[^>]*>, "HEX"(?:\.\.\.)?, .*\) += \d+',
    "append": rb'write\(\d+<HEX>, "HEX", \d+\) += \d+',
}.items()}
CALL = re.compile(rb"(\d+) +(?:<\.\.\. \w+ resumed>(.*)|(.*))$")
UNFINISHED = b" <unfinished ...>"

# kind: write, size, sync, names, syncnames, answer, burst or append; begun: how many events there were when
# the call began; file: its number, which stays when its name changes; at: where, or the new size;
# data: the bytes, or for names, which file each means from now on, or the id of a job of a burst.
Event = namedtuple("Event", "kind begun file name at data")


def text(hexadecimal):
    return bytes.fromhex(hexadecimal.replace(b"\\x", b"").decode())


class Trace:
    """Reads traces, one after the other, into events. Follows the files of `folder` whose names
    `is_wanted` likes, answers over HTTP, and what is appended to `ledger`."""

    def __init__(self, folder, is_wanted, ledger):
        self.folder, self.is_wanted, self.ledger = folder, is_wanted, ledger
        self.events, self.names, self.files = [], {}, 0
        self.unfinished = {}

    def existing(self, names):
        """Files that are there, safely, before anything was traced."""
        for name in names:
            self.names[name] = self.files
            self.files += 1
        return dict(self.names)

    def begun_anew(self, name):
        """How often the file was written from its beginning, whichever file had that name."""
        return sum(event.kind == "write" and event.at == 0 and event.name == name for event in self.events)

    def read(self, path):
        with open(path, "rb") as lines:
            for line in lines:
                self.read_line(line.rstrip())
        self.unfinished.clear()

    def read_line(self, line):
        thread, resumed, call = CALL.match(line).groups()
        begun = len(self.events)
        if resumed is not None:
            begun, before = self.unfinished.pop(thread, (begun, b""))
            call = before + resumed
        if call.endswith(UNFINISHED):
            self.unfinished[thread] = begun, call[:-len(UNFINISHED)]
            return
        for kind, pattern in CALLS.items():
            if found := pattern.match(call):
                getattr(self, kind)(begun, *found.groups())
                return
        # Whatever changes a file in a way that is not understood must not go unnoticed.
        if re.match(rb"(pwritev|fallocate|pwrite64|ftruncate|rename)", call) and self.wanted_in(call):
            raise ValueError(f"not understood: {call[:300]}")

    def wanted_in(self, call):
        return b"= -1 " not in call and any(self.wanted(found) for found in re.findall(HEX, call) if found)

    def wanted(self, path):
        """The name of a file that is followed."""
        folder, _, name = text(path).decode(errors="replace").rpartition("/")
        return name if folder == self.folder and self.is_wanted(name) else None

    def add(self, kind, begun, name=None, at=None, data=None):
        self.events.append(Event(kind, begun, self.names.get(name), name, at, data))

    def rename_all(self, begun):
        self.add("names", begun, data=dict(self.names))

    def open(self, begun, path, flags):
        name = self.wanted(path)
        if not name:
            return
        if name not in self.names and b"O_CREAT" in flags:
            self.existing([name])
            self.rename_all(begun)
        elif b"O_TRUNC" in flags:
            self.add("size", begun, name, 0)

    def write(self, begun, path, data, at, written):
        name = self.wanted(path)
        if name in self.names:
            self.add("write", begun, name, int(at), text(data)[:int(written)])

    def size(self, begun, path, length):
        name = self.wanted(path)
        if name in self.names:
            self.add("size", begun, name, int(length))

    def sync(self, begun, path):
        if text(path).decode(errors="replace") == self.folder:
            self.add("syncnames", begun)
        elif (name := self.wanted(path)) in self.names:
            self.add("sync", begun, name)

    def remove(self, begun, path):
        if self.names.pop(self.wanted(path), None) is not None:
            self.rename_all(begun)

    def rename(self, begun, old, new):
        number = self.names.pop(self.wanted(old), None)
        if number is not None:
            self.names[self.wanted(new)] = number
            self.rename_all(begun)

    def send(self, begun, data):
        if not data.startswith(rb"\x48\x54\x54\x50\x2f\x31\x2e"):  # HTTP/1.
            return
        # Requests at the same time are answered in any order: what is answered has to say which.
        if job := re.search(rb'"id":"(burst-[^"]*)"', text(data)[:4096]):
            self.add("burst", begun, data=job[1].decode())
        else:
            self.add("answer", begun)

    def append(self, begun, path, data):
        if text(path).decode(errors="replace") == self.ledger:
            self.add("append", begun, data=text(data))
        elif self.wanted(path) in self.names:
            raise ValueError("a file is written with write(), which is not followed")
