"""Says how much room is left, and fails when it is too little."""

import argparse
import shutil
import sys

parser = argparse.ArgumentParser()
parser.add_argument("--warn-below", type=float, default=5, help="percent")
options = parser.parse_args()

usage = shutil.disk_usage(".")
percent = 100 * usage.free / usage.total
print(f"{usage.free / 1e9:.1f} GB of {usage.total / 1e9:.1f} GB free ({percent:.0f} %)")
if percent < options.warn_below:
    print(f"less than {options.warn_below:g} % left", file=sys.stderr)
    sys.exit(2)
