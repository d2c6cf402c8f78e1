# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154
# What the scripts that test carillonctl share. They set `ctl` to the program and source this: it
# makes a folder of their own, goes there and forgets whatever the person's shell has set.
folder=$(mktemp -d)
started=()
cd "$folder" || exit 1
export HOME=$folder/home LANG=C.UTF-8 TZ=Europe/Berlin
unset XDG_DATA_HOME NO_COLOR TMUX
mkdir home
failures=0

screen=0
close_screen() { [[ $screen -eq 0 ]] || tmux -L "carillon-$$-$screen" kill-server 2>/dev/null; }
leave() {
    [[ ${#started[@]} -gt 0 ]] && kill "${started[@]}" 2>/dev/null
    close_screen
    wait
    rm -rf "$folder"
}
trap leave EXIT

carillonctl() { "$ctl" --profile "$folder/profile" "$@"; }

# expect NAME STATUS PATTERN command…: its exit status, and what its output, both streams, matches
expect() {
    local name=$1 status=$2 pattern=$3 output code
    shift 3
    output=$("$@" 2>&1)
    code=$?
    if [[ $code -ne $status || ! $output =~ $pattern ]]; then
        printf 'FAIL %s: status %s, wanted %s; output, wanted /%s/:\n%s\n' \
            "$name" "$code" "$status" "$pattern" "$output"
        failures=$((failures + 1))
    else
        printf 'ok   %s\n' "$name"
    fi
}
# same NAME ACTUAL EXPECTED
same() {
    if [[ $2 == "$3" ]]; then
        printf 'ok   %s\n' "$1"
    else
        printf 'FAIL %s: got “%s”, wanted “%s”\n' "$1" "$2" "$3"
        failures=$((failures + 1))
    fi
}
# json EXPRESSION: of the JSON on stdin, called d
json() { python3 -c "import json,sys; d=json.load(sys.stdin); print($1)"; }
# waits_for SECONDS command…: until it succeeds
waits_for() {
    local end=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        ((SECONDS < end)) || return 1
        sleep 0.1
    done
}
free_port() { python3 -c 'import socket; print(socket.create_server(("127.0.0.1", 0)).getsockname()[1])'; }
# serve PROFILE option…: starts an engine, waits for it, and sets `engine` to its process
serve() {
    local profile=$1
    shift
    "$ctl" --profile "$profile" serve "$@" >"$folder/serve.log" 2>&1 &
    engine=$!
    started+=("$engine")
    waits_for 60 grep -q '^READY=1' "$folder/serve.log" || { cat "$folder/serve.log" && exit 1; }
}
# ends: the engine, in order
ends() {
    kill -TERM "$engine"
    wait "$engine"
    same "the engine ends in order" $? 0
}
# on_screen COLUMNS command…: on a terminal; shows PATTERN looks at it
on_screen() {
    local columns=$1
    shift
    close_screen
    screen=$((screen + 1)) # the last one may still be on its way out
    tmux -L "carillon-$$-$screen" -f /dev/null new-session -d -x "$columns" -y 50 \
        "$(printf '%q ' "$@"); echo status \$?; exec sleep 600"
}
on_it() { tmux -L "carillon-$$-$screen" capture-pane -p "$@"; }
shows() { on_it | grep -qE "$1"; }
finish() { [[ $failures -eq 0 ]] || { printf '%s failed\n' "$failures" && exit 1; }; }
