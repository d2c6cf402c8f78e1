#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the pictures of the documentation anew: fixed clock, sample data, both languages and themes.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
    cat <<'TXT'
Usage: packaging/screenshots.sh [DIRECTORY]

Writes the pictures to DIRECTORY, by default packaging/screenshots.
TXT
}
case ${1:-} in -h | --help) usage && exit ;; esac
output=${1:-$top/packaging/screenshots}

"$top/packaging/setup.sh" tests
build_targets carillon_screenshots
step "Drawing"
mkdir -p "$output"
QT_QPA_PLATFORM=offscreen "$build/bin/carillon_screenshots" --output "$output"
step "screenshots.sh: $(find "$output" -name '*.png' | wc -l) pictures in $output after $SECONDS s"
