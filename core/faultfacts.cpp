// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultfacts.h"

#include "observe/observer.h"

namespace pushscope {

ClientRow clientOf(const ConnectionFacts &facts, Observer &observer)
{
    ClientRow row;
    if (ClientRecord *record = facts.client != 0 ? observer.find(facts.client) : observer.likely(facts))
        row = observer.current(*record);
    else
        row.client = facts.clientId;
    row.user = facts.user;
    row.protocol = facts.protocol;
    row.http = facts.http;
    row.tls = facts.tls;
    row.tlsVersion = facts.tlsVersion;
    row.tlsCipher = facts.tlsCipher;
    row.address = facts.address;
    row.userAgent = facts.userAgent;
    row.rooms = facts.rooms;
    if (facts.id.value != 0)
        row.connection = facts.id.value;
    return row;
}

ConnectionFacts factsOf(const ClientRow &row)
{
    ConnectionFacts facts;
    facts.id = ConnectionId{row.connection};
    facts.client = row.key;
    facts.protocol = row.protocol;
    facts.clientId = row.client;
    facts.user = row.user;
    facts.address = row.address;
    facts.userAgent = row.userAgent;
    facts.http = row.http;
    facts.tls = row.tls;
    facts.tlsVersion = row.tlsVersion;
    facts.tlsCipher = row.tlsCipher;
    facts.compression = row.compression;
    facts.rooms = row.rooms;
    return facts;
}

} // namespace pushscope
