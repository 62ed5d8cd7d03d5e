#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Pushscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# curl in a loop, each time with the newest id as Last-Event-ID. Prints each id. curlclient.sh URL TOKEN CLIENT_ID [stale|fast]:
# "stale" keeps the first id, "fast" comes back after a tenth of a second each time.
last=""
while :; do
    while IFS= read -r line; do
        [[ $line == id:* ]] || continue
        id=${line#id:}
        [[ $4 == stale && -n $last ]] || last=${id# }
        echo "${id# }"
    done < <(curl -sN -H "Authorization: Bearer $2" ${last:+-H "Last-Event-ID: $last"} "$1/api/events?room=lobby${3:+&clientId=$3}")
    [[ $4 == fast ]] && sleep 0.1 || sleep "$((RANDOM % 2)).$((RANDOM % 9 + 1))"
done
