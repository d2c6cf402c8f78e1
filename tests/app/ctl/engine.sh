#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# carillonctl and a running engine, as a person uses them. Takes the program as its argument, and
# as a second one `direct` to do without the engine.
set -uo pipefail
ctl=$1
mode=${2:-engine}
# shellcheck source=support.sh
source "$(dirname "${BASH_SOURCE[0]}")/support.sh"

if [[ $mode == engine ]]; then
    serve profile
    expect "status" 0 "engine.running" carillonctl status
else
    expect "status" 0 "not running" carillonctl status
fi

# Jobs
expect "add a command" 0 "^Added “nightly-backup”.$" \
    carillonctl jobs add "Nightly backup" --schedule "0 3 * * *" --env A=b -- sh -c 'echo hello $A'
expect "add a shell line" 0 "Added “pipe”" carillonctl jobs add pipe --shell "echo one | tr o 0"
expect "add one that fails" 0 "Added “bad”" carillonctl jobs add bad --shell "echo oops >&2; exit 3"
expect "add an interval" 0 "Added “often”" \
    carillonctl jobs add often -s "every 5 min" --http http://localhost/ --paused --group web
expect "add nothing to do" 64 "What should the job do" carillonctl jobs add nothing
expect "add twice" 1 "already exists" carillonctl jobs add pipe --id pipe --shell true
expect "add, wrong schedule" 64 "out of range" carillonctl jobs add x -s "61 * * * *" -- true
expect "add from a pipe" 0 "Added “piped”" \
    bash -c "echo '{\"func\": \"carillon:noop\"}' | '$ctl' --profile profile jobs add Piped --file -"
same "list" "$(carillonctl jobs list | cut -f1 | sort | paste -sd' ')" \
    "bad nightly-backup often pipe piped"
same "list by state" "$(carillonctl jobs list --state paused | cut -f1)" often
same "list by group, JSON" "$(carillonctl jobs list --group web --json | json '[j["id"] for j in d]')" \
    "['often']"
expect "show" 0 "Every day at 03:00" carillonctl jobs show nightly-backup
expect "show, unknown" 1 "Job none not found" carillonctl jobs show none
expect "pause" 0 "^Paused “nightly-backup”.$" carillonctl jobs pause nightly-backup
same "is paused" "$(carillonctl jobs show nightly-backup --json | json 'd["state"]')" paused
expect "resume, one unknown" 1 "Resumed “nightly-backup”" carillonctl jobs resume none nightly-backup
expect "edit" 0 "^Changed “nightly-backup”.$" \
    carillonctl jobs edit nightly-backup --schedule "0 4 * * *" --timeout 60 --env C=d
expect "is changed" 0 "Every day at 04:00" carillonctl jobs show nightly-backup
same "all else stays" "$(carillonctl jobs show nightly-backup --json | json 'd["kwargs"], d["timeout"]')" \
    "{'env': {'A': 'b', 'C': 'd'}} 60"
expect "edit in an editor" 0 "Changed “pipe”" \
    env EDITOR="sed -i s/one/two/" "$ctl" --profile "$folder/profile" jobs edit pipe
expect "edit without a change" 0 "Nothing was changed" \
    env EDITOR=true "$ctl" --profile "$folder/profile" jobs edit pipe
expect "edit, editor fails" 5 "Nothing was changed" \
    env EDITOR=false "$ctl" --profile "$folder/profile" jobs edit pipe
expect "duplicate" 0 "^Added “second”.$" carillonctl jobs duplicate pipe Second
same "a duplicate without a schedule" "$(carillonctl jobs show second --json | json 'd["state"], d["args"]')" \
    "manual ['echo two | tr o 0']"
expect "duplicate, with a schedule" 0 "^Added “third”.$" carillonctl jobs duplicate nightly-backup Third
same "is paused" "$(carillonctl jobs show third --json | json 'd["state"], d["kwargs"]')" \
    "paused {'env': {'A': 'b', 'C': 'd'}}"
expect "edit the command" 0 "Changed “third”" \
    carillonctl jobs edit third --env C=e -- sh -c 'echo $A'
same "its surroundings stay" "$(carillonctl jobs show third --json | json 'd["args"], d["kwargs"]')" \
    "['sh', '-c', 'echo \$A'] {'env': {'A': 'b', 'C': 'e'}}"
expect "remove" 0 "Removed “second”" carillonctl jobs remove second third piped

# Runs
expect "run" 0 "success" carillonctl jobs run nightly-backup
expect "run, failing" 1 "exit code.3" carillonctl jobs run bad
run=$(carillonctl runs list --job nightly-backup --json | json 'd[0]["id"]')
failed=$(carillonctl runs list --state failed | cut -f1)
expect "run shown" 0 "nightly-backup" carillonctl runs show "$run"
same "its output" "$(carillonctl logs "$run")" "hello b"
same "by the job" "$(carillonctl logs nightly-backup)" "hello b"
expect "explain" 0 "." carillonctl explain "$failed"
expect "explain, JSON" 0 '"kind":"started"' carillonctl explain "$failed" --json
expect "run, unknown" 1 "not found" carillonctl runs show 99999
carillonctl jobs add lines --shell 'seq 1 100' >/dev/null
carillonctl jobs run lines >/dev/null
same "the last lines" "$(carillonctl logs lines --tail 2 | paste -sd' ')" "99 100"
same "no lines" "$(carillonctl logs lines --tail 0)" ""
same "in a pipe" "$(carillonctl logs lines | head -1)" 1

# Every command answers programs in JSON, and people otherwise. Jobs and runs are those from above.
in_json() { "$ctl" --profile profile "$@" --json 2>/dev/null | python3 -c 'import json,sys; json.load(sys.stdin)'; }
echo '[{"id": "more", "func": "carillon:noop"}]' >more.json
while read -r -a command; do
    expect "JSON of ${command[*]}" 0 "^$" in_json "${command[@]}"
done <<TXT
status
jobs list
jobs show pipe
jobs add Another --shell true
jobs edit another --group g
jobs pause another
jobs resume another
jobs run another
jobs duplicate another
jobs remove another another-copy
runs list
runs show $run
logs $run
logs lines --tail 2
explain $run
next @daily
import --dry-run more.json
import more.json
export
export --format crontab
export -o exported.json
backup copy.db
backup --list
check
config get
config get retention/days
config set retention/days 9
config reset retention/days
token
completion bash
help jobs
--version
TXT
if [[ $mode == direct ]]; then
    expect "JSON of restore" 0 "^$" in_json restore copy.db
else
    expect "no restore beside an engine" 2 "is held by" carillonctl restore copy.db
fi

if [[ $mode == engine ]]; then
    # Memory in large pages, where the system gives them to who asks; jobs know nothing of it
    if grep -qs '\[madvise\]' /sys/kernel/mm/transparent_hugepage/enabled; then
        expect "large pages" 0 "" grep -q '^VmFlags:.* hg' /proc/"$engine"/smaps
    fi
    same "its name" "$(cat /proc/"$engine"/comm)" carillonctl
    carillonctl jobs add environment -- env >/dev/null
    carillonctl jobs run environment >/dev/null
    same "of its own" "$(carillonctl logs environment | grep -c -e '^HOME=' -e GLIBC_TUNABLES)" 1
    carillonctl jobs remove environment >/dev/null

    # Following a run on a terminal
    carillonctl jobs add slow --shell \
        'echo begun; until [ -e '"$folder"'/go ]; do sleep 0.1; done; echo gone; exec sleep 60' >/dev/null
    carillonctl jobs run slow >/dev/null 2>&1 &
    waits_for 60 bash -c "'$ctl' --profile profile jobs list --state running | grep -q slow"
    on_screen 100 "$ctl" --profile profile logs slow -f --tail 5
    expect "follows" 0 "" waits_for 60 shows '^begun$'
    touch go
    expect "follows on" 0 "" waits_for 60 shows '^gone$'
    expect "stop a job" 0 "Stopped “slow”" carillonctl jobs stop slow
    expect "ends with the run" 0 "" waits_for 60 shows '^status 0$'
    expect "stop again" 1 "is not running" carillonctl jobs stop slow
    on_screen 100 "$ctl" --profile profile jobs list
    expect "a table on a terminal" 0 "" waits_for 60 shows 'ID .*STATE .*NEXT RUN'
    ends
    same "stays when the engine is gone" "$(carillonctl jobs list | wc -l | tr -d ' ')" 7
fi

expect "JSON, a mistake" 0 '^.."error_message":"Job none not found".$' \
    bash -c "'$ctl' --profile profile jobs show none --json 2>&1 >/dev/null | sed 's/^/./'"
finish
