#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Pushscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# docs/pictures.sh [PROGRAM]: the program takes the pictures of the README and the manual itself. Where there is no display, under Xvfb.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=${1:-$here/../build/release/bin/pushscope}
display=()
[ -n "${DISPLAY:-}" ] || display=(xvfb-run -a -s "-screen 0 1920x1200x24")
export XDG_CONFIG_HOME=$(mktemp -d)
trap 'rm -rf "$XDG_CONFIG_HOME"' EXIT
take() { # take FILE OPTIONS…
    local file=$here/pictures/$1
    shift
    "${display[@]}" "$program" --listen 127.0.0.1:0 --size 1440x900 --screenshot "$file" "$@" > /dev/null
}
take demo-light.png --demo --after 12s --theme light
take demo-dark.png --demo --after 12s --theme dark
take empty-light.png --after 3s --theme light
