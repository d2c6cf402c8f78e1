# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What run.sh, test.sh and screenshots.sh share: one build directory, so that no work is done twice.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$top/build/release

step() { printf '\n==> %s\n' "$*"; }
fail() {
    printf '\n%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

# Ninja configures again by itself, except when the presets have changed.
configure() {
    if [[ ! -f $build/build.ninja || $top/CMakePresets.json -nt $build/CMakeCache.txt ]]; then
        step "Configuring in ${build#"$top"/}"
        cmake -S "$top" --preset release || fail "configuring failed, see above"
    fi
}

# build_targets target…
build_targets() {
    configure
    step "Building $*"
    cmake --build "$build" --target "$@" || fail "the build failed, see above"
}

has_display() { [[ $(uname -s) == Darwin || -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} ]]; }
