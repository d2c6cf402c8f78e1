#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# carillonctl import from servers that run: one that answers like flask-apscheduler, and Carillon.
set -uo pipefail
ctl=$1
here=$(dirname "$(realpath "${BASH_SOURCE[0]}")")
# shellcheck source=support.sh
source "$here/support.sh"

python3 "$here/olderserver.py" >address &
started+=($!)
waits_for 60 grep -q http address || exit 1
url=$(cat address)
printf 'p:w\n' >password
printf 'wrong\n' >wrong
mkdir -p profile/workspace/tasks
echo 'def echo(): pass' >profile/workspace/tasks/__init__.py
echo 'def send(days, to): pass' >profile/workspace/tasks/report.py

expect "asks for a login" 5 "asks for a login; --user and --password-file" carillonctl import "$url"
expect "wrong login" 5 "asks for a login" \
    carillonctl import "$url" --user olga --password-file wrong
expect "nothing there" 5 "it answers with status 404" carillonctl import "${url/scheduler/none}"
expect "no list" 1 "Not valid JSON" carillonctl import "${url/scheduler/elsewhere}"
expect "nobody there" 5 "cannot be read: Connection refused" \
    carillonctl import http://127.0.0.1:1/scheduler
login=(--user olga --password-file password)
same "line by line" \
    "$(carillonctl import "$url" "${login[@]}" 2>/dev/null | cut -f1-3 | tr '\t\n' ' ,')" \
    "1 exact c2,2 exact i1,3 exact d/1,4 with notes paused,5 impossible -,6 impossible -,"
expect "summed up" 0 "3 exact, 1 with notes, 2 impossible. Nothing was imported" \
    carillonctl import "$url" "${login[@]}"
expect "nothing is there yet" 1 "There is no job database" carillonctl jobs list
expect "imports" 0 "4 jobs added, 0 replaced, 0 left" carillonctl import "$url/jobs" "${login[@]}" --apply
same "paused, all of them" "$(carillonctl jobs list --state paused | wc -l | tr -d ' ')" 4
same "with all they have" "$(carillonctl jobs show c2 --json | json \
    'd["func"], d["args"], d["kwargs"], d["max_instances"], d["misfire_grace_time"], d["day_of_week"]')" \
    "tasks.report:send ['mon-fri'] {'to': '团队'} 3 60 mon-fri"
same "on its own clock" "$(carillonctl jobs show d/1 --json | json 'd["run_date"]')" \
    "2035-01-01T10:00:00+08:00"
expect "again" 0 "0 jobs added, 0 replaced, 4 left" carillonctl import "$url" "${login[@]}" --apply
expect "active" 0 "0 jobs added, 4 replaced, 0 left" \
    carillonctl import "$url" "${login[@]}" --apply --active --replace
same "but for the paused one" "$(carillonctl jobs list --state paused | cut -f1)" paused

# The same from Carillon, and into one that runs.
serve profile --api "127.0.0.1:$(free_port)"
own=$(sed -n 's/.* api=//p' serve.log)
token=(--user carillon --password-file profile/api-token)
carillonctl jobs add "By hand" --shell "echo 1" >/dev/null
expect "needs the token" 5 "asks for a login" carillonctl import "$own"
mkdir second
cp -r profile/workspace second/
source_engine=$engine
serve "$folder/second"
expect "from Carillon" 0 "5 jobs added" "$ctl" --profile second import "$own" "${token[@]}" --apply --active
same "as they are there" \
    "$("$ctl" --profile second jobs list --json | json '[(j["id"], j["trigger"], j["state"]) for j in d]')" \
    "$(carillonctl jobs list --json | json '[(j["id"], j["trigger"], j["state"]) for j in d]')"
ends
engine=$source_engine
ends
finish
