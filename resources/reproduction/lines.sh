#!/bin/sh
@ABOUT@
#
# Needs a POSIX shell and curl; with PUSHSCOPE_JWT_SECRET also openssl.
#     PUSHSCOPE_URL         the hub [@URL@]
#     PUSHSCOPE_JWT_SECRET  the hub's secret: each client is the user that it was. Or:
#     PUSHSCOPE_TOKEN       a token that may publish (and is an admin's, for faults): all clients are its user
#     PUSHSCOPE_SPEED       2: twice as fast; 0: without waiting [1]
#     PUSHSCOPE_OUT         a folder for what the clients get, CLIENT.sse [a new one]
# All clients listen as event streams, WebSockets and pollers too: they get the same events. Ends with 1 where one got less than
# was recorded.
url=${PUSHSCOPE_URL:-@URL@}
speed=${PUSHSCOPE_SPEED:-1}
out=${PUSHSCOPE_OUT:-$(mktemp -d)}
[ -n "$PUSHSCOPE_TOKEN$PUSHSCOPE_JWT_SECRET" ] || { echo "set PUSHSCOPE_JWT_SECRET or PUSHSCOPE_TOKEN" >&2; exit 2; }
pids= status=0
trap 'kill $pids 2>/dev/null' EXIT
trap 'exit 130' INT TERM

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

# token_of USER, a string of JSON
token_of() {
    [ -z "$PUSHSCOPE_TOKEN" ] || { printf %s "$PUSHSCOPE_TOKEN"; return; }
    signed=$(printf '{"alg":"HS256","typ":"JWT"}' | base64url).$(printf '{"sub":%s,"rooms":["*"],"publish":["*"],"admin":true,"exp":%s}' \
        "$1" "$(($(date +%s) + 3600))" | base64url)
    printf '%s.%s' "$signed" "$(printf %s "$signed" | openssl dgst -sha256 -hmac "$PUSHSCOPE_JWT_SECRET" -binary | base64url)"
}

pause() { [ "$speed" = 0 ] || sleep "$(awk "BEGIN { print $1 / $speed }")"; }

# listen CONNECTION CLIENT USER QUERY [CURSOR]: goes on once the hub has answered. The cursor "last" is the last one that it has.
listen() {
    cursor=$5
    touch "$out/$2.sse"
    [ "$cursor" != last ] || cursor=$(sed -n 's/^id: *//p' "$out/$2.sse" | tail -n 1)
    before=$(wc -c < "$out/$2.sse")
    curl -sSfN -H "Authorization: Bearer $(token_of "$3")" ${cursor:+-H "Last-Event-ID: $cursor"} "$url/api/events?$4" >> "$out/$2.sse" &
    eval "pid_$1=$!"
    pids="$pids $!"
    tries=0
    while [ "$(wc -c < "$out/$2.sse")" -eq "$before" ]; do
        kill -0 $! 2>/dev/null && [ $((tries += 1)) -le 200 ] || { echo "$2 was not let in" >&2; status=1; return; }
        sleep 0.05
    done
}

# The stored events that a client got.
count() {
    awk '/^id: / { id = $2 } /^event: hub\./ { id = "" } /^$/ { if (id != "" && !(id in seen)) { seen[id]; ++n } id = "" } END { print n + 0 }' "$out/$1.sse" 2>/dev/null
}

# await CLIENT EVENTS: ten seconds at most.
await() {
    tries=0
    while [ "$(count "$1")" -lt "$2" ] && [ $((tries += 1)) -le 100 ]; do
        sleep 0.1
    done
}

# leave CONNECTION CLIENT EVENTS
leave() {
    await "$2" "$3"
    eval "kill \$pid_$1 2>/dev/null"
}

# expect CLIENT EVENTS
expect() {
    await "$1" "$2"
    got=$(count "$1")
    [ "$got" -eq "$2" ] && echo "$1: $got events, as recorded" >&2 || echo "$1: $got events; $2 were recorded" >&2
    [ "$got" -ge "$2" ] || status=1
}

authorization="Authorization: Bearer $(token_of '"reproducer"')"
json="Content-Type: application/json"

@LINES@
exit $status
