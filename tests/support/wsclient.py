# SPDX-FileCopyrightText: 2026 The Pushscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A client of /ws on bare sockets, which comes back with its cursor and a jittered wait. Prints each id.

wsclient.py URL TOKEN CLIENT_ID [HABIT...]; an empty CLIENT_ID: none. Habits: "acks" acknowledges each event; "rooms" leaves and
enters rooms with each; "impatient" gives up a connection that was silent for 3 s; "nopong" answers no ping; "nocursor" forgets,
"goesback" presents what it had four events before; "atonce" doesn't wait, "doubles" waits without jitter.
"""

import base64
import json
import os
import random
import socket
import struct
import sys
import time
import urllib.parse

url, token, client_id, *habits = sys.argv[1:]
address = urllib.parse.urlparse(url)
had = []  # ids, and the cursor of the first welcome
tries = 0


def presented():
    if not had or "nocursor" in habits:
        return None
    return had[-4] if "goesback" in habits and len(had) > 4 else had[-1]


def frame(opcode, payload):
    mask = os.urandom(4)
    head = bytes([0x80 | opcode, 0x80 | len(payload)]) if len(payload) < 126 else struct.pack(">BBH", 0x80 | opcode, 0xFE, len(payload))
    return head + mask + bytes(octet ^ mask[i % 4] for i, octet in enumerate(payload))


def send(connection, kind, **payload):
    connection.sendall(frame(1, json.dumps({"type": kind, "payload": payload}).encode()))


def upgrade(connection):
    query = {"room": "lobby", "token": token} | ({"clientId": client_id} if client_id else {})
    if presented():
        query["lastEventId"] = presented()
    key = base64.b64encode(os.urandom(16)).decode()
    connection.sendall(
        f"GET /ws?{urllib.parse.urlencode(query)} HTTP/1.1\r\nHost: {address.netloc}\r\nUpgrade: websocket\r\n"
        f"Connection: keep-alive, Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\nUser-Agent: python-ws\r\n\r\n".encode()
    )
    stream = connection.makefile("rb")
    status = stream.readline().split()
    while stream.readline().strip():
        pass
    return stream if status[1:2] == [b"101"] else None


def frames(stream):
    while len(head := stream.read(2)) == 2:
        length = head[1] & 127
        if length > 125:
            length = struct.unpack(*((">H", stream.read(2)) if length == 126 else (">Q", stream.read(8))))[0]
        yield head[0] & 15, stream.read(length)


def take(connection, message):
    event_id = message.get("id")
    if message["type"] == "hub.welcome" and not had:
        had.append(message["data"]["cursor"])
    if not event_id:
        return
    had.append(event_id)
    print(event_id, flush=True)
    if "acks" in habits:
        send(connection, "ack", cursor=event_id)
    if "rooms" in habits:
        send(connection, "unsubscribe", room="lobby")
        send(connection, "subscribe", room="news")
        send(connection, "subscribe", room="lobby")


def converse(connection):
    global tries
    stream = upgrade(connection)
    for opcode, payload in frames(stream) if stream else []:
        tries = 0
        if opcode == 9 and "nopong" not in habits:
            connection.sendall(frame(10, payload))
        elif opcode == 8:
            connection.sendall(frame(8, payload[:2]))
            return
        elif opcode == 1:
            take(connection, json.loads(payload))


while True:
    try:
        with socket.create_connection((address.hostname, address.port), 3 if "impatient" in habits else None) as connection:
            converse(connection)
    except OSError:
        pass
    tries += 1
    if "doubles" in habits:
        time.sleep(min(0.125 * 2**tries, 3))
    elif "atonce" not in habits:
        time.sleep(random.uniform(0.3, 1) * min(0.25 * 2**tries, 10))
