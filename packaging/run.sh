#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Pushscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/run.sh [--demo] [arguments of pushscope]: builds and starts Pushscope. Where there is no display, the hub alone
# runs (its arguments then are those of pushscope-hub), and a link to its test page is printed.
began_in=$PWD # what the arguments' paths start from
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

ensure_packages "${build_packages[@]}"
build release
cd "$began_in"

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$root/build/release/bin/pushscope" "$@"
fi

say "No display (neither DISPLAY nor WAYLAND_DISPLAY is set): starting pushscope-hub without the window"
hub_arguments=() token_arguments=()
while [ "$#" -gt 0 ]; do
    case $1 in
    --demo) ;; # clients of the window's own
    --jwt-secret | --config) hub_arguments+=("$1" "${2:-}") token_arguments+=("$1" "${2:-}") && shift ;;
    --jwt-secret=* | --config=*) hub_arguments+=("$1") token_arguments+=("$1") ;;
    *) hub_arguments+=("$1") ;;
    esac
    [ "$#" -eq 0 ] || shift
done

hub=$root/build/release/bin/pushscope-hub
coproc HUB { exec "$hub" ${hub_arguments[@]+"${hub_arguments[@]}"}; }
hub_pid=$HUB_PID
trap 'kill -TERM "$hub_pid" 2>/dev/null || true' INT TERM HUP
if read -r ready <&"${HUB[0]}"; then
    address=$(sed -n 's/.*"listen":\["\([^"]*\)".*/\1/p' <<<"$ready")
    token=$("$hub" token ${token_arguments[@]+"${token_arguments[@]}"} --user demo --room lobby --publish '*' --admin --ttl 12h)
    printf '%s\n' "$ready"
    printf '\nTest page, good for 12 hours:\n  %s/#token=%s\n\nCtrl+C stops the hub.\n' "$address" "$token"
fi
status=0
wait "$hub_pid" || status=$?
# A signal ends the wait before the hub has drained.
while kill -0 "$hub_pid" 2>/dev/null; do
    status=0
    wait "$hub_pid" || status=$?
done
exit "$status"
