#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What carillonctl returns to the shell, for each way in which things go wrong.
set -uo pipefail
ctl=$1
# shellcheck source=support.sh
source "$(dirname "${BASH_SOURCE[0]}")/support.sh"

expect "0, done" 0 "Added" carillonctl jobs add One --shell true
expect "1, no such thing" 1 "Job none not found" carillonctl jobs show none
expect "64, not accepted" 64 "is not a command" carillonctl dance

serve profile
expect "2, held by another" 2 "is held by carillonctl \(process $engine\)" carillonctl serve

# Another program locks the database: nothing can be saved for longer than is waited for it.
python3 - profile/carillon.db locked <<'TXT' &
import sqlite3, sys, time
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("BEGIN IMMEDIATE")
open(sys.argv[2], "w").close()
time.sleep(600)
TXT
locker=$!
started+=("$locker")
waits_for 60 test -e locked
expect "4, locked" 4 "carillon.db” is locked by another program" \
    carillonctl jobs add Two --shell true
kill "$locker"
wait "$locker" 2>/dev/null
expect "4, no longer" 0 "Added" carillonctl jobs add Two --shell true
ends

expect "5, no access" 5 "cannot be" "$ctl" --profile /dev/null/x jobs add One --shell true
expect "6, no space for the answer" 6 "No space left on device" \
    bash -c "'$ctl' --profile profile export >/dev/full"
expect "6, no space for the list" 6 "No space left on device" \
    bash -c "'$ctl' --profile profile jobs list >/dev/full"
expect "0, nobody reads on" 0 "^$" bash -c "'$ctl' --profile profile export | true"

python3 - >port <<'TXT' &
import socket, time
taken = socket.create_server(("127.0.0.1", 0))
print(taken.getsockname()[1], flush=True)
time.sleep(600)
TXT
started+=($!)
waits_for 60 grep -q . port
expect "7, port taken" 7 "$(cat port)" carillonctl serve --api "127.0.0.1:$(cat port)"
expect "8, unsafe" 8 "." carillonctl serve --api "0.0.0.0:$(free_port)" --api-auth off

mkdir broken
printf 'This is no database, but a text that somebody has put here.%.0s\n' {1..20} >broken/carillon.db
cp broken/carillon.db before.db
expect "3, refused" 3 "carillon.db" "$ctl" --profile broken jobs list
expect "3, also to serve" 3 "carillon.db" "$ctl" --profile broken serve
same "and left as it was" "$(cmp broken/carillon.db before.db && echo same)" same

# All of them stand in the man page.
same "told in the man page" \
    "$(carillonctl __manpage | sed -n '/EXIT STATUS/,/^\.SH ENV/p' | sed -n 's/^.fB\([0-9]*\).fR/\1/p' | paste -sd' ')" \
    "0 1 2 3 4 5 6 7 8 64"
finish
