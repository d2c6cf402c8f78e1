#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the pictures of the documentation anew: fixed clock, sample data, both languages and themes.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
    cat <<'TXT'
Usage: packaging/screenshots.sh

Draws every picture into build/release/screenshots, to be looked at, and replaces those of the
README in packaging/screenshots.
TXT
}
[[ $# -eq 0 ]] || { usage && exit; }

"$top/packaging/setup.sh" tests
build_targets carillon_screenshots
step "Drawing"
drawn=$build/screenshots
mkdir -p "$drawn" "$top/packaging/screenshots"
QT_QPA_PLATFORM=offscreen "$build/bin/carillon_screenshots" --output "$drawn" ||
    fail "drawing failed, see above"

# 256 colours look the same and are a third of the size.
for picture in "$drawn"/jobs-*.png; do
    convert "$picture" -alpha off -dither None -colors 256 -strip \
        PNG8:"$top/packaging/screenshots/$(basename "$picture")"
done
pictures=("$drawn"/*.png)
step "screenshots.sh: ${#pictures[@]} pictures in ${drawn#"$top"/} after $SECONDS s"
