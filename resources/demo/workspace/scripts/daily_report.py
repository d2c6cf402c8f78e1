"""Counts the files of the workspace by kind."""

import collections
import pathlib

root = pathlib.Path(__file__).resolve().parent.parent
kinds = collections.Counter(path.suffix or "(none)" for path in root.rglob("*") if path.is_file())
for kind, count in sorted(kinds.items()):
    print(f"{kind:8} {count}")
print(f"{sum(kinds.values())} files")
