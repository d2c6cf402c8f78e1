#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what building Carillon needs and this machine does not have yet.
set -euo pipefail

usage() {
    cat <<'TXT'
Usage: packaging/setup.sh [build|tests]

  build   compiler, Qt 6 and what the programs need to run (the default)
  tests   the same, and what the tests and screenshots need

Knows Debian and Ubuntu; the lists for Fedora, Arch Linux and Homebrew are untested.
Asks for nothing and downloads nothing when everything is there already.
TXT
}

say() { printf 'setup: %s\n' "$*"; }
fail() {
    printf 'setup: %s\n' "$*" >&2
    exit 1
}

# missing_SYSTEM package…: those that are not installed, one per line
missing_debian() {
    comm -13 \
        <(dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
            sed -n 's/^installed //p' | sort -u) \
        <(printf '%s\n' "$@" | sort)
}
missing_fedora() {
    local package
    for package in "$@"; do rpm --query --quiet "$package" || echo "$package"; done
}
missing_arch() { pacman --deptest "$@" || true; }
missing_homebrew() {
    local installed package
    installed=$(brew list --formula -1)
    for package in "$@"; do grep -qxF "$package" <<<"$installed" || echo "$package"; done
}

# install_SYSTEM package…
install_debian() {
    as_root apt-get update -q
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
        -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@"
}
install_fedora() { as_root dnf install -y --setopt=install_weak_deps=False "$@"; }
install_arch() { as_root pacman -Syu --needed --noconfirm "$@"; }
install_homebrew() { brew install "$@"; }

as_root() {
    if [[ $EUID -eq 0 ]]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "not root and no sudo here. Run this once as root: $(realpath "$0") $wanted"
    fi
}

detect_system() {
    if [[ $(uname -s) == Darwin ]]; then
        command -v brew >/dev/null || fail "on macOS, install Homebrew first"
        system=homebrew
        return
    fi
    local ids
    # shellcheck source=/dev/null
    ids=$(. /etc/os-release 2>/dev/null && echo "${ID:-} ${ID_LIKE:-}") || true
    case " $ids " in
        *" debian "* | *" ubuntu "*) system=debian ;;
        *" fedora "*) system=fedora ;;
        *" arch "*) system=arch ;;
        *) fail "this system (${ids:-unknown}) has no package list yet. Needed: a C++20 compiler," \
            "CMake 3.25, Ninja, Qt 6.4 with Svg, LinguistTools and the SQLite driver, spdlog, Python 3" ;;
    esac
}

# Sanitizers and libFuzzer come apart from Clang, in a package named after its version.
clang_runtime() {
    # shellcheck source=/dev/null
    case $(. /etc/os-release && echo "${VERSION_CODENAME:-}") in
        bookworm) echo libclang-rt-14-dev ;;
        noble) echo libclang-rt-18-dev ;;
        *) echo libclang-rt-dev ;;
    esac
}

# Only what others do not bring along; run-time plugins are named because nothing links them.
choose_packages() {
    case $system in
        debian)
            build=(g++ cmake ninja-build ccache qt6-base-dev qt6-svg-dev qt6-tools-dev libspdlog-dev
                pkg-config libhiredis-dev
                libqt6svg6 libqt6sql6-sqlite qt6-translations-l10n tzdata python3)
            tests=(xvfb openbox xdotool imagemagick trayer dbus procps openssl wrk chromium
                fonts-dejavu-core fonts-noto-cjk desktop-file-utils appstream clang
                "$(clang_runtime)" groff-base strace zsh fish tmux redis-server)
            ;;
        fedora) # untested
            build=(gcc-c++ cmake ninja-build ccache qt6-qtbase-devel qt6-qtsvg-devel
                qt6-qttools-devel spdlog-devel pkgconf hiredis-devel qt6-qttranslations tzdata python3)
            tests=(xorg-x11-server-Xvfb openbox xdotool ImageMagick trayer dbus-daemon procps-ng openssl
                dejavu-sans-fonts google-noto-sans-cjk-fonts desktop-file-utils appstream clang
                compiler-rt groff-base strace zsh fish tmux redis)
            ;;
        arch) # untested
            build=(gcc cmake ninja ccache qt6-base qt6-svg qt6-tools qt6-translations spdlog pkgconf hiredis tzdata
                python)
            tests=(xorg-server-xvfb openbox xdotool imagemagick trayer dbus procps-ng ttf-dejavu
                noto-fonts-cjk desktop-file-utils appstream clang compiler-rt groff strace
                zsh fish tmux redis)
            ;;
        homebrew) # untested
            build=(cmake ninja ccache qt spdlog pkgconf hiredis python)
            tests=(imagemagick openssl redis)
            ;;
    esac
}

case ${1:-build} in
    build | tests) wanted=${1:-build} ;;
    -h | --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
esac

detect_system
choose_packages
packages=("${build[@]}")
[[ $wanted == tests ]] && packages+=("${tests[@]}")

missing=()
while read -r package; do missing+=("$package"); done < <("missing_$system" "${packages[@]}")
if [[ ${#missing[@]} -eq 0 ]]; then
    say "ready, all ${#packages[@]} packages are there"
    exit
fi
[[ $system == debian ]] || say "the list for $system is untested, please tell us how it went"
say "installing ${#missing[@]} of ${#packages[@]} packages: ${missing[*]}"
"install_$system" "${missing[@]}" || fail "could not install: ${missing[*]}"
say "ready, ${#missing[@]} packages installed in $SECONDS s"
