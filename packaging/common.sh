# SPDX-FileCopyrightText: 2026 The Pushscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by run.sh, test.sh and .ci/run. Works on Debian 12 and Ubuntu 24.04, as root or with sudo; installs only what is
# missing, and asks the network only then. Elsewhere the packages are up to you, and CMake names what it does not find.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

# "a|b": either will do; the first that the distribution knows is installed.
build_packages=(
    build-essential cmake ninja-build ccache mold pkg-config git ca-certificates
    qt6-base-dev libqt6opengl6-dev qt6-websockets-dev qt6-charts-dev "qt6-svg-dev|libqt6svg6-dev"
    qt6-tools-dev qt6-l10n-tools
    libqt6sql6-sqlite libqt6svg6 qt6-qpa-plugins qcoro-qt6-dev
    libsimdjson-dev libexpected-dev "libboost1.81-dev|libboost-dev" libjwt-dev libssl-dev zlib1g-dev libnghttp2-dev liburing-dev
    libhiredis-dev
    libgl-dev libxkbcommon-dev libvulkan-dev fonts-dejavu-core
)
test_packages=(xvfb xauth dbus at-spi2-core python3 python3-pyatspi appstream desktop-file-utils lintian libxml2-utils curl openssl nghttp2-client redis-server tshark)
# Only for the sanitizers, the fuzz targets and the format check.
ci_packages=(clang "libclang-rt-14-dev|libclang-rt-dev" "clang-format-14|clang-format")

say() { printf '\n==> %s\n' "$*" >&2; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

# Prints those of the given packages of which no alternative is installed.
missing_packages() {
    local have wanted name
    have=" $(dpkg-query -W -f='${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p' | tr '\n' ' ')"
    for wanted in "$@"; do
        for name in ${wanted//|/ }; do
            [[ $have == *" $name "* ]] && continue 2
        done
        printf '%s\n' "$wanted"
    done
}

apt_knows() {
    local policy
    policy=$(LC_ALL=C apt-cache policy "$1" 2>/dev/null)
    [[ $policy == *Candidate:* && $policy != *"Candidate: (none)"* ]]
}

apt_updated=
apt_update() {
    [ -n "$apt_updated" ] || as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q >&2
    apt_updated=yes
}

# ensure_packages NAME…: installs what is missing, and fails if that cannot be done.
ensure_packages() {
    command -v dpkg-query >/dev/null || return 0
    local missing chosen=() wanted name
    mapfile -t missing < <(missing_packages "$@")
    [ "${#missing[@]}" -gt 0 ] || return 0
    apt_update
    for wanted in "${missing[@]}"; do
        for name in ${wanted//|/ }; do
            if apt_knows "$name"; then
                chosen+=("$name")
                continue 2
            fi
        done
        chosen+=("${wanted%%|*}") # apt-get will say that it is not there
    done
    say "Installing ${chosen[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${chosen[@]}" >&2
}

# The tests against other software run in Node 18 or later, from wherever it is.
ensure_node() {
    command -v node >/dev/null || ensure_packages nodejs
    command -v npm >/dev/null || ensure_packages npm
}

find_chromium() {
    local candidate
    for candidate in "${CHROMIUM:-}" /usr/bin/chromium /usr/bin/google-chrome; do
        if [ -n "$candidate" ] && [ -x "$candidate" ]; then
            export CHROMIUM="$candidate"
            return
        fi
    done
    return 1
}

# Sets CHROMIUM for the browser tests; empty where there is none (Ubuntu has it only as a snap), and they are skipped.
ensure_chromium() {
    find_chromium && return
    if command -v dpkg-query >/dev/null; then
        apt_knows chromium || apt_update || true # away from the network there may be one next time
        ! apt_knows chromium || ensure_packages chromium
    fi
    find_chromium && return
    export CHROMIUM=
    say "No Chromium here: the browser tests will be SKIPPED. Set CHROMIUM to a browser's path to run them."
}

# The packages that package-lock.json names, once.
install_node_modules() {
    local installed=tests/node_modules/.package-lock.json
    if [ ! -e "$installed" ] || [ tests/package-lock.json -nt "$installed" ]; then
        say "Installing the test clients with npm"
        (cd tests && npm ci --no-audit --no-fund >&2)
        touch "$installed"
    fi
}

# build PRESET [cache settings…]: configures when that was not done, or settings are given, then builds.
build() {
    local preset=$1
    shift
    if [ "$#" -gt 0 ] || [ ! -e "build/$preset/build.ninja" ]; then
        cmake --preset "$preset" "$@" >&2
    fi
    nice -n 10 cmake --build --preset "$preset" --parallel "$(nproc)" >&2
}
