# SPDX-FileCopyrightText: 2026 The Pushscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A client of /api/events on Python's own http.client, which comes back with its cursor and a jittered wait. Prints each id.

sseclient.py URL TOKEN CLIENT_ID [HABIT...]; an empty CLIENT_ID: none. Habits: "impatient" ends a stream that was silent for 3 s;
"nocursor" forgets, "stale" keeps the first cursor; "atonce" doesn't wait; "slow" takes two lines a second.
"""

import http.client
import random
import sys
import time
import urllib.parse

url, token, client_id, *habits = sys.argv[1:]
address = urllib.parse.urlparse(url)
cursor = None
tries = 0


def ids(response):
    event_id = None
    while line := response.readline():
        line = line.rstrip(b"\n")
        if line.startswith(b"id:"):
            event_id = line[3:].strip().decode()
        elif not line and event_id:
            yield event_id
            event_id = None
        if "slow" in habits:
            time.sleep(0.5)


while True:
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=3 if "impatient" in habits else 600)
    try:
        fields = {"Authorization": f"Bearer {token}", "Accept": "text/event-stream", "User-Agent": "python-sse"}
        if cursor:
            fields["Last-Event-ID"] = cursor
        query = {"room": "lobby"} | ({"clientId": client_id} if client_id else {})
        connection.request("GET", "/api/events?" + urllib.parse.urlencode(query), headers=fields)
        answer = connection.getresponse()
        if answer.status == 200:
            tries = 0
            for event_id in ids(answer):
                if "nocursor" not in habits and not ("stale" in habits and cursor):
                    cursor = event_id
                print(event_id, flush=True)
    except (OSError, http.client.HTTPException):
        pass
    connection.close()
    tries += 1
    if "atonce" not in habits:
        time.sleep(random.uniform(0.3, 1) * min(0.25 * 2**tries, 10))
