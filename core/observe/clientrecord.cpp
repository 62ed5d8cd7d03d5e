// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/clientrecord.h"

namespace pushscope {

const ClientDetail &ClientRecord::seenDetail() const noexcept
{
    static const ClientDetail none;
    return ownDetail ? *ownDetail : none;
}

ClientDetail &ClientRecord::detail()
{
    if (!ownDetail)
        ownDetail = std::make_unique<ClientDetail>();
    return *ownDetail;
}

const Absence &ClientRecord::seenAbsence() const noexcept
{
    static const Absence none;
    return ownDetail && ownDetail->absence ? *ownDetail->absence : none;
}

Absence &ClientRecord::absence()
{
    auto &own = detail().absence;
    if (!own)
        own = std::make_unique<Absence>();
    return *own;
}

// Clients behind one host differ by their ports only, of which an address is made again when somebody looks.
void ClientRecord::setAddress(const QByteArray &address, CommonFacts others, CommonFactsPool &pool)
{
    const qsizetype colon = address.lastIndexOf(':');
    bool isNumber = false;
    const quint16 number = address.sliced(colon + 1).toUShort(&isNumber);
    const bool isPort = colon >= 0 && isNumber && address.endsWith(':' + QByteArray::number(number));
    hasPort = isPort;
    port = isPort ? number : quint16(0);
    others.addressHost = isPort ? address.first(colon) : address;
    common = pool.shared(std::move(others));
}

void ClientRecord::opened(Seq head, Seq presented, bool isFirst)
{
    if (!isFirst && !seenDetail().firstPresented)
        detail().firstPresented = headAtOpen;
    else if (isFirst && presented != head)
        detail().firstPresented = presented;
    headAtOpen = head;
}

void ClientRecord::acknowledged(Seq seq)
{
    if (seq > lastAcked())
        detail().lastAcked = seq;
}

void ClientRecord::sent(Seq seq)
{
    lastWritten = std::max(lastWritten, seq);
    if (ownDetail && ownDetail->absence)
        ownDetail->absence->sentAtEnd = {};
}

void ClientRecord::forgetSeqs()
{
    lastWritten = headAtOpen = {};
    cursors = {};
    if (!ownDetail)
        return;
    ownDetail->lastAcked = {};
    if (ownDetail->firstPresented)
        ownDetail->firstPresented = Seq{};
    if (ownDetail->absence)
        ownDetail->absence->forgetSeqs();
}

ClientRow clientRowOf(const ClientRecord &record)
{
    const CommonFacts &common = *record.common;
    const ClientDetail &detail = record.seenDetail();
    const Absence &absence = record.seenAbsence();
    ClientRow row;
    row.key = record.key;
    row.client = record.client;
    row.certain = record.certain;
    row.user = record.user.toByteArray();
    row.protocol = record.protocol;
    row.http = common.http;
    row.tls = common.tls;
    row.compression = record.compression;
    row.tlsVersion = common.tlsVersion;
    row.tlsCipher = common.tlsCipher;
    row.address = record.hasPort ? common.addressHost + ':' + QByteArray::number(record.port) : common.addressHost;
    row.userAgent = common.userAgent;
    row.rooms = detail.rooms;
    row.state = record.state;
    row.connectedAt = record.connectedAt;
    row.connection = record.connection;
    row.reconnects = detail.reconnects;
    row.eventsIn = detail.eventsIn;
    row.bytesIn = detail.bytesIn;
    row.lastAcked = detail.lastAcked;
    row.oldestMissed = absence.oldestMissed;
    clientProgressOf(record).applyTo(row);
    return row;
}

ClientProgress clientProgressOf(const ClientRecord &record)
{
    const ClientDetail &detail = record.seenDetail();
    const Absence &absence = record.seenAbsence();
    ClientProgress progress;
    progress.key = record.key;
    progress.eventsOut = record.eventsOut;
    progress.bytesOut = record.bytesOut;
    progress.bytesSaved = detail.bytesSaved;
    progress.queueBytes = detail.queue.bytes;
    progress.lag = detail.queue.lag;
    progress.lastSent = absence.sentAtEnd.isNull() ? record.lastWritten : absence.sentAtEnd;
    return progress;
}

} // namespace pushscope
