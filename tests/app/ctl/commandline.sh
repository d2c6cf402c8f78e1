#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# carillonctl as a person uses it: in a shell, with pipes. Takes the program as its argument.
set -uo pipefail
ctl=$1
# shellcheck source=support.sh
source "$(dirname "${BASH_SOURCE[0]}")/support.sh"

# Usage
expect "no command" 64 "One of these is accepted: serve, " carillonctl
expect "unknown command" 64 "“dance” is not a command" carillonctl dance
expect "half a command" 64 "needs one of these after it" carillonctl config
expect "unknown option" 64 "Did you mean “--count”" carillonctl next --cuont 3 "* * * * *"
expect "usage as JSON" 64 '^\{"error_message":' carillonctl next --json
expect "help" 0 "Usage" carillonctl --help
expect "help of a command" 0 "Examples" carillonctl help next
expect "version" 0 "^carillonctl [0-9.]+$" carillonctl --version

# next
same "next, for scripts" \
    "$(carillonctl next "30 8 * * 1-5" --from "2026-12-04 09:00" -n 2 | grep -v '^#' | paste -sd' ')" \
    "2026-12-07T08:30:00+01:00 2026-12-08T08:30:00+01:00"
expect "next, in words" 0 "# Monday to Friday at 08:30" carillonctl next "30 8 * * 1-5"
expect "next, clock changes" 0 "02:30 does not exist in Europe/Berlin — moved to 03:30" \
    carillonctl next "30 2 * * *"
expect "next, in Chinese" 0 "# 每天 08:30" env LANG=zh_CN.UTF-8 "$ctl" next "30 8 * * *"
expect "next, in another syntax" 0 "2027-01-31T10:15:00-05:00" \
    carillonctl next "0 15 10 L * ?" --dialect quartz --zone America/New_York --from 2027-01-01
expect "next, mistake" 64 "'61' is out of range; 0-59 is accepted" carillonctl next "61 * * * *"
expect "next, zone" 64 "Mars/Olympus" carillonctl next "1 * * * *" --zone Mars/Olympus
same "next, JSON" \
    "$(carillonctl next "every 90 min" --from 2026-12-01 --count 1 --json | json 'd["words"], d["next"]')" \
    "Every 1 h 30 min ['2026-12-01T01:30:00+01:00']"

# config
same "config get" "$(carillonctl config get retention/days)" 90
expect "config set" 0 "^$" carillonctl config set retention/days 7
same "config is set" "$(carillonctl config get --json retention/days)" '{"retention/days":"7"}'
expect "config refuses" 1 "accepted is: a number from 0 to" carillonctl config set retention/days x
expect "config, unknown" 1 "Did you mean “retention/days”" carillonctl config get retention/day
expect "config reset" 0 "^$" carillonctl config reset retention/days
same "config is reset" "$(carillonctl config get | awk -F'\t' '$1 == "retention/days" {print $2}')" 90

# import and export
expect "no store yet" 1 "There is no job database" carillonctl jobs list
cat >jobs.json <<'TXT'
[{"id": "greet", "func": "carillon:command", "args": ["echo", "hello"], "trigger": "cron",
  "hour": 8, "minute": 30},
 {"id": "备份", "func": "carillon:noop", "trigger": "manual"}]
TXT
expect "dry run" 0 "2 exact, 0 with notes, 0 impossible. Nothing was imported" \
    carillonctl import --dry-run jobs.json
expect "still no store" 1 "There is no job database" carillonctl jobs list
expect "import" 0 "^2 jobs added, 0 replaced, 0 left as they were.$" carillonctl import jobs.json
expect "import again" 0 "^0 jobs added, 0 replaced, 2 left" carillonctl import jobs.json
same "jobs list, for scripts" "$(carillonctl jobs list | cut -f1 | sort | paste -sd' ')" "greet 备份"
cat >my.crontab <<'TXT'
MAILTO=me@example.org
# Every morning
0 6 * * * /usr/bin/tool --quick > /dev/null
@reboot /usr/bin/daemon
61 * * * * /usr/bin/never
*/10 * * * * cat%one%100\%
TXT
cp my.crontab before.crontab
same "crontab, by line" "$(carillonctl import my.crontab 2>/dev/null | cut -f1,2 | paste -sd,)" \
    "3"$'\t'"exact,4"$'\t'"with notes,5"$'\t'"impossible,6"$'\t'"exact"
expect "crontab, summed up" 0 "2 exact, 1 with notes, 1 impossible. Nothing was imported" \
    carillonctl import my.crontab
expect "crontab, from a pipe" 0 "3 jobs added" \
    bash -c "cat my.crontab | '$ctl' --profile '$folder/profile' import - --apply"
same "source untouched" "$(cmp my.crontab before.crontab && echo same)" same
same "arrive paused" \
    "$(carillonctl jobs list | awk -F'\t' '$2 == "paused"' | wc -l | tr -d ' ')" 3
expect "export a crontab" 0 "cat%one%100" carillonctl export --format crontab
expect "export again" 0 "^$" carillonctl export -o all.json
same "comes back" "$("$ctl" --profile "$folder/second" import all.json)" \
    "5 jobs added, 0 replaced, 0 left as they were."
same "as it was" "$("$ctl" --profile "$folder/second" export)" "$(cat all.json)"
expect "export, unknown" 1 "There is no job “none”" carillonctl export none
cat >tasks.json <<'TXT'
{"code": 200, "data": [{"_id": "64a0", "name": "Report", "job_class": "a.main.Test(1)",
  "exec_strategy": "interval", "expression": "10 * * * *"}]}
TXT
same "kinit" "$(carillonctl import tasks.json --json | json 'd["format"], d["entries"][0]["fit"]')" \
    "kinit exact"

# backup, check, restore
expect "check" 0 "The database is sound. Jobs: 5" carillonctl check
same "check, JSON" "$(carillonctl check --json | json 'd["sound"], d["jobs"]')" "True 5"
expect "backup" 0 "copy.db$" carillonctl backup copy.db
expect "backup keeps files" 1 "copy.db" carillonctl backup copy.db
expect "backup by force" 0 "copy.db$" carillonctl backup --force copy.db
expect "check a copy" 0 "is sound" carillonctl check copy.db
"$ctl" --profile "$folder/third" import jobs.json >/dev/null
expect "restore" 0 "is kept as" "$ctl" --profile "$folder/third" restore copy.db
same "is restored" "$("$ctl" --profile "$folder/third" jobs list | wc -l | tr -d ' ')" 5
expect "restore rubbish" 3 "cannot be used" carillonctl restore jobs.json
expect "nothing is lost by it" 0 "Jobs: 5" carillonctl check

# Completion
same "complete commands" "$(carillonctl __complete -- ba)" \
    "backup"$'\t'"copy the database, also while an engine runs"
same "complete jobs" "$(carillonctl __complete -- export --profile "$folder/profile" gr | cut -f1)" greet
same "complete in bash" "$(bash -c '
    PATH=$(dirname "$1"):$PATH
    source <(carillonctl completion bash)
    COMP_WORDS=(carillonctl next --dialect qu) COMP_CWORD=3
    _carillonctl && echo "${COMPREPLY[@]}"' _ "$ctl")" quartz

# A running engine
has_job() { "$ctl" --profile "$folder/watched" jobs list | cut -f1 | grep -qx "$1"; }
expect "watch what" 64 "there is no jobs file; --jobs names it" carillonctl serve --watch
cp jobs.json watched.json
serve "$folder/watched" --jobs watched.json --watch
expect "ready" 0 "" grep -q '^READY=1 profile=.* added=2 replaced=0 kept=0$' serve.log
expect "one engine a profile" 2 "is held by carillonctl \(process $engine\)" \
    "$ctl" --profile "$folder/watched" serve
expect "no restore under it" 2 "is held by" "$ctl" --profile "$folder/watched" restore copy.db
expect "backup beside it" 0 "beside.db$" "$ctl" --profile "$folder/watched" backup beside.db
echo '[{"id": "late", "func": "carillon:noop", "trigger": "manual"}, {' >watched.json
expect "a mistake is logged" 0 "" waits_for 60 grep -q 'jobs file not read again: watched.json: Not valid' serve.log
echo '[{"id": "late", "func": "carillon:noop", "trigger": "manual"}]' >another.json
mv another.json watched.json
expect "reads it again" 0 "" waits_for 60 has_job late
ends

# Settings by the names of flask-apscheduler
older() { "$ctl" --profile "$folder/older" "$@"; }
expect "jobs in the settings" 0 "^$" \
    older config set SCHEDULER_JOBS '[{"id": "kept", "func": "carillon:noop", "trigger": "manual"}]'
expect "where the API is" 0 "^$" older config set SCHEDULER_API_PREFIX /jobs/api
expect "that there is one" 0 "^$" older config set SCHEDULER_API_ENABLED true
expect "where it listens" 0 "^$" older config set api/listen "127.0.0.1:$(free_port)"
serve "$folder/older" --jobs jobs.json
expect "all of them are heeded" 0 "" \
    grep -qE '^READY=1 .* added=3 replaced=0 kept=0 api=http://127.0.0.1:[0-9]+/jobs/api$' serve.log
same "and nobody else is moved" "$(older jobs list | cut -f1 | sort | paste -sd' ')" "greet kept 备份"
ends
expect "which machine runs jobs" 0 "^$" older config set SCHEDULER_ALLOWED_HOSTS "elsewhere, nowhere"
serve "$folder/older" --jobs jobs.json
expect "not this one" 0 "stopped" older status
ends
printf 'JOBS=mine.json\n' >older/carillon.ini
cp jobs.json older/mine.json
serve "$folder/older"
expect "a file beside the settings, by the older name" 0 "" grep -q 'added=0 replaced=0 kept=2' serve.log
ends
printf 'SCHEDULER_JOBS="[{\\"id\\": \\"x\\", \\"func\\": \\"carillon:noop\\", \\"every\\": 3}]"\n' >older/carillon.ini
expect "a mistake is named" 1 "SCHEDULER_JOBS, entry 1 \(“x”\): .*every" older serve

# Colours and terminals
expect "colours when asked" 0 $'\x1b' carillonctl --color always --help
same "none in a pipe" "$(carillonctl --help | grep -c $'\x1b')" 0

finish
