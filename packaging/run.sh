#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# From a fresh checkout to a running Carillon with sample jobs.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
    cat <<'TXT'
Usage: packaging/run.sh [--no-start] [argument…]

Installs what is missing, builds, and starts the window with the sample jobs of resources/demo.
Without a display it starts the same engine on the console.

  --no-start   stop after the build
  argument…    passed on to the program; --profile DIR uses DIR in place of the demo profile
TXT
}

start=yes
profile=${XDG_DATA_HOME:-$HOME/.local/share}/carillon-demo
options=(--jobs "$top/resources/demo/jobs.json")
while [[ $# -gt 0 ]]; do
    case $1 in
        -h | --help) usage && exit ;;
        --no-start) start=no ;;
        --profile)
            [[ $# -gt 1 ]] || fail "--profile needs a directory"
            profile=$2
            shift
            ;;
        *) options+=("$1") ;;
    esac
    shift
done

"$top/packaging/setup.sh"
build_targets carillon carillonctl
if [[ $start == no ]]; then
    step "Ready in $SECONDS s: ${build#"$top"/}/bin/carillon and carillonctl"
    exit
fi

options+=(--profile "$profile")
if has_display; then
    step "Starting Carillon after $SECONDS s, profile $profile"
    exec "$build/bin/carillon" "${options[@]}"
fi

ctl=$build/bin/carillonctl
step "No display here: starting the engine on the console after $SECONDS s. Ctrl+C stops it."
echo "To look at it from another terminal:"
for command in "jobs list" "runs list" "logs 1"; do
    printf '  %q --profile %q %s\n' "$ctl" "$profile" "$command"
done
printf 'The output of each run is below %s/logs.\n\n' "$profile"
exec "$ctl" serve "${options[@]}"
