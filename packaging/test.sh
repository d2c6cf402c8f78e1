#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# From a fresh checkout to the verdict of every test.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
    cat <<'TXT'
Usage: packaging/test.sh [ctest argument…]

Installs what is missing, builds everything and runs all tests on a screen of their own, then
the fuzz targets, 10 seconds each. Arguments go to ctest and leave out the fuzzing, for example:
packaging/test.sh -R trigger
TXT
}
case ${1:-} in -h | --help) usage && exit ;; esac

# A display and a message bus that belong to the tests alone, whatever desktop they run on.
private_screen() {
    scratch=$(mktemp -d)
    trap 'kill $xvfb 2>/dev/null || true; wait; rm -rf "$scratch"' EXIT
    Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp 3>"$scratch/display" 2>"$scratch/xvfb.log" &
    xvfb=$!
    until [[ -s $scratch/display ]]; do
        kill -0 $xvfb 2>/dev/null || fail "Xvfb did not start: $(cat "$scratch/xvfb.log")"
        sleep 0.05
    done
    DISPLAY=:$(<"$scratch/display")
    mkdir -m 0700 "$scratch/runtime"
    export DISPLAY XDG_RUNTIME_DIR=$scratch/runtime
    unset WAYLAND_DISPLAY
    screen=(dbus-run-session --)
}

# Looks for texts that break what reads them.
fuzz() {
    local start=$SECONDS built
    command -v clang++ >/dev/null || fail "no clang++ here, which the fuzz targets need"
    step "Building the fuzz targets"
    cd "$top"
    if ! cmake --preset fuzz || ! cmake --build --preset fuzz; then
        fail "the fuzz targets did not build, see above"
    fi
    built=$SECONDS
    step "Fuzzing"
    ctest --preset fuzz --no-tests=error --parallel "$jobs" || return
    step "test.sh: fuzzed; $((built - start)) s until built, $((SECONDS - built)) s to run"
}

"$top/packaging/setup.sh" tests
build_targets all
built=$SECONDS

screen=(env)
[[ $(uname -s) == Darwin ]] || private_screen

step "Running the tests"
jobs=$(getconf _NPROCESSORS_ONLN)
status=0
"${screen[@]}" ctest --test-dir "$build" --output-on-failure --no-tests=error --parallel "$jobs" "$@" |
    tee "$build/tests.log" || status=$?

verdict=$(grep -E '^[0-9]+% tests passed' "$build/tests.log" || echo "no test ran")
step "test.sh: $verdict; $built s until built, $((SECONDS - built)) s for the tests"
if [[ $# -eq 0 ]]; then
    fuzz || status=$?
fi
exit "$status"
