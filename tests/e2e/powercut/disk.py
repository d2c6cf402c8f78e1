# SPDX-License-Identifier: GPL-3.0-or-later
"""What a power cut leaves of files, given all that was done to them until then.

The rules of the disk are those that SQLite and any journaling file system agree on:
- what was written to a file before its last completed fsync or fdatasync is there;
- of what was written later, each sector of 512 bytes is there or not, whatever the order was; a
  sector that is there holds everything that was written to it until some moment;
- the size of a file is one that it has had since its last sync; what is not there reads as zeros;
- names come, go and change in order, but how many of those since the folder was synced are there
  is open. A file that was removed may be back with what it held.
"""

SECTOR = 512


class File:
    """One file, whatever it is called at the moment."""

    def __init__(self, content=b""):
        self.durable = bytearray(content)
        self.pending = []  # (number of the event, offset or size, data or None)

    def sync(self, begun):
        for event, at, data in [each for each in self.pending if each[0] < begun]:
            if data is None:
                resize(self.durable, at)
            else:
                put(self.durable, at, data)
        self.pending = [each for each in self.pending if each[0] >= begun]

    def after_cut(self, draw):
        """The bytes that are there when the power comes back."""
        content, length = bytearray(self.durable), len(self.durable)
        lengths = [length]
        for _, at, data in self.pending:
            length = at if data is None else max(length, at + len(data))
            lengths.append(length)
        kept = draw.choice([0, len(self.pending), draw.randint(0, len(self.pending))])
        newest = self.newest_in_sectors(draw)
        for number, (_, at, data) in enumerate(self.pending):
            if data is None:
                if number < kept:
                    resize(content, at)
                continue
            for start, end in sectors(at, len(data)):
                if newest.get(start // SECTOR, -1) >= number:
                    put(content, start, data[start - at:end - at])
        resize(content, lengths[kept])
        return content

    def newest_in_sectors(self, draw):
        """Up to which write each sector got on the disk."""
        chance = draw.choice([0, 0.1, 0.5, 0.9, 1])
        newest = {}
        for number, (_, at, data) in enumerate(self.pending):
            is_torn = draw.random() < 0.2 and chance not in (0, 1)
            is_there = draw.random() < chance
            for start, _ in sectors(at, len(data)) if data else ():
                if draw.random() < 0.5 if is_torn else is_there:
                    newest[start // SECTOR] = number
        return newest


def sectors(at, length):
    start = at
    while start < at + length:
        end = min(start // SECTOR * SECTOR + SECTOR, at + length)
        yield start, end
        start = end


def put(content, at, data):
    if len(content) < at:
        resize(content, at)
    content[at:at + len(data)] = data


def resize(content, length):
    if length < len(content):
        del content[length:]
    else:
        content.extend(bytes(length - len(content)))


class Disk:
    """Goes through events and says at any of them what a power cut would leave. It reports
    a sync of the file it `lies_about` as done and forgets it."""

    def __init__(self, contents, names, lies_about=None):
        self.files = {number: File(contents[name]) for name, number in names.items()}
        self.names, self.pending_names = names, []
        self.lies_about = lies_about
        self.done, self.answers, self.appended, self.burst = 0, 0, b"", frozenset()

    def advance(self, events, position):
        for number in range(self.done, position):
            self.take(number, events[number])
        self.done = max(self.done, position)

    def take(self, number, event):
        if event.kind in ("write", "size"):
            self.file(event.file).pending.append((number, event.at, event.data))
        elif event.kind == "sync" and event.name != self.lies_about:
            self.file(event.file).sync(event.begun)
        elif event.kind == "names":
            self.pending_names.append((number, event.data))
        elif event.kind == "syncnames":
            self.sync_names(event.begun)
        elif event.kind == "answer":
            self.answers += 1
        elif event.kind == "burst":
            self.burst |= {event.data}
        elif event.kind == "append":
            self.appended += event.data

    def sync_names(self, begun):
        for number, names in self.pending_names:
            if number < begun:
                self.names = names
        self.pending_names = [each for each in self.pending_names if each[0] >= begun]

    def file(self, number):
        return self.files.setdefault(number, File())

    def after_cut(self, draw):
        names = draw.choice([self.names] + [names for _, names in self.pending_names])
        return {name: self.file(number).after_cut(draw) for name, number in names.items()}

    def at_leisure(self):
        """What is there if the power stays on."""
        names = self.pending_names[-1][1] if self.pending_names else self.names
        for number in names.values():
            self.file(number).sync(self.done)
        return {name: self.file(number).durable for name, number in names.items()}
