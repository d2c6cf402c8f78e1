#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# carillonctl on a terminal: help that fits, colours, and how far long work has come.
set -uo pipefail
ctl=$1
# shellcheck source=support.sh
source "$(dirname "${BASH_SOURCE[0]}")/support.sh"

widest() { on_it | awk '{ if (length > most) most = length } END { print most }'; }
coloured() { on_it -e | grep -q $'\x1b\\['; }

on_screen 60 "$ctl" help token
expect "help of a command" 0 "" waits_for 60 shows '^status 0$'
expect "its headings" 0 "" shows '^Usage$'
expect "its examples" 0 "" shows '# After somebody has seen the old one'
expect "fits the terminal" 0 "" test "$(widest)" -le 60
expect "in colours" 0 "" coloured
on_screen 100 env NO_COLOR=1 "$ctl" --profile profile help jobs
expect "help of a group" 0 "" waits_for 60 shows '^status 0$'
expect "names its commands" 0 "" shows 'jobs duplicate +add a copy of a job'
expect "without colours" 1 "" coloured
on_screen 100 "$ctl" dance
expect "a mistake is told" 0 "" waits_for 60 shows '^status 64$'

# An import that takes a while, beside an engine that makes each job durable.
python3 -c '
import json
print(json.dumps([{"id": f"job-{i}", "func": "carillon:noop", "trigger": "manual"} for i in range(1500)]))
' >many.json
serve profile
on_screen 100 "$ctl" --profile profile import many.json --paused
expect "tells how far it has come" 0 "" waits_for 120 shows 'Adding jobs … [█░]+ [0-9]+ % '
expect "comes to its end" 0 "" waits_for 300 shows '^status 0$'
expect "sums it up" 0 "" shows '^1500 jobs added, 0 replaced, 0 left as they were.$'
expect "leaves nothing behind" 1 "" shows 'Adding jobs'
on_screen 100 bash -c "'$ctl' --profile profile import many.json --paused 2>&1 | cat"
expect "tells nothing in a pipe" 0 "" waits_for 300 shows '^0 jobs added, 0 replaced, 1500 left'
expect "nothing at all" 1 "" shows 'Adding jobs'
ends
finish
