// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/statearchive.h"

#include "session/packer.h"

#include <QtEndian>
#include <mutex>
#include <set>
#include <type_traits>

namespace pushscope {

namespace {

constexpr quint64 ArchiveVersion = 2; // 1 has no progress of clients
constexpr int FastCompression = 1;

// Rows borrow the names of TLS versions and ciphers from whoever has them for good. There are few; null for an empty one.
const char *staticName(const QByteArray &name)
{
    constexpr std::size_t MostNames = 256;
    static std::mutex mutex;
    static std::set<QByteArray> names;
    const std::lock_guard lock(mutex);
    if (name.isEmpty() || (names.size() >= MostNames && !names.contains(name)))
        return nullptr;
    return names.insert(name).first->constData();
}

// One description of each row serves both ways: an archive is called with every member in order.
template<typename Archive> void describe(Archive &a, ClientRow &row)
{
    a(row.key, row.client, row.certain, row.user, row.protocol, row.http, row.tls, row.compression, row.tlsVersion, row.tlsCipher,
      row.address, row.userAgent, row.rooms, row.state, row.connectedAt, row.connection, row.reconnects, row.eventsOut,
      row.bytesOut, row.eventsIn, row.bytesIn, row.bytesSaved, row.queueBytes, row.lag, row.lastSent, row.lastAcked,
      row.oldestMissed);
}

template<typename Archive> void describe(Archive &a, ClientProgress &progress)
{
    a(progress.key, progress.eventsOut, progress.bytesOut, progress.bytesSaved, progress.queueBytes, progress.lag,
      progress.lastSent);
}

template<typename Archive> void describe(Archive &a, ReconnectRow::Attempt &attempt)
{
    a(attempt.at, attempt.outcome);
}

template<typename Archive> void describe(Archive &a, ReconnectRow::Item &item)
{
    a(item.what, item.seq, item.at, item.bytes, item.acked, item.cause);
}

template<typename Archive> void describe(Archive &a, ReconnectRow &row)
{
    a(row.key, row.clientKey, row.client, row.user, row.protocol, row.at, row.away, row.attempts, row.endedBy, row.cursor,
      row.missed, row.replayed, row.rewound, row.duplicated, row.lost, row.lostCause, row.verdict, row.from, row.upTo,
      row.caughtUpAfter, row.tries, row.items);
}

template<typename Archive> void describe(Archive &a, FindingRow::Evidence &evidence)
{
    a(evidence.at, evidence.ref, evidence.seq, evidence.what);
}

template<typename Archive> void describe(Archive &a, FindingRow &row)
{
    a(row.key, row.clientKey, row.client, row.code, row.text, row.count, row.clients, row.firstSeen, row.lastSeen, row.evidence);
}

template<typename Archive> void describe(Archive &a, FaultRow &row)
{
    a(row.id, row.json, row.hits, row.endsAt);
}

template<typename Archive> void describe(Archive &a, ProtocolFigures &figures)
{
    a(figures.clients, figures.connections, figures.delivered, figures.replayed, figures.bytesOut, figures.bytesIn,
      figures.refused, figures.queueBytes, figures.latency);
}

template<typename Archive> void describe(Archive &a, HubFigures &figures)
{
    a(figures.at, figures.mono, figures.epoch, figures.head, figures.oldest, figures.storeKind, figures.stored,
      figures.storeBytes, figures.published, figures.droppedSlow, figures.duplicates, figures.protocols, figures.activeFaults);
}

template<typename Archive> void describe(Archive &a, Snapshot &snapshot)
{
    a(snapshot.generation, snapshot.monoNs, snapshot.figures, snapshot.changedClients, snapshot.removedClients,
      snapshot.changedReconnects, snapshot.changedFindings, snapshot.removedFindings, snapshot.faults);
}

class Writer
{
public:
    template<typename... Values> void operator()(Values &...values) { (one(values), ...); }
    [[nodiscard]] QByteArray take() { return m_pack.take(); }

private:
    template<typename T> void one(T &value)
    {
        if constexpr (std::is_signed_v<T>)
            m_pack.signedNumber(value);
        else if constexpr (std::is_integral_v<T> || std::is_enum_v<T>)
            m_pack.number(quint64(value));
        else
            describe(*this, value);
    }
    void one(QByteArray &value) { m_pack.bytes(value); }
    void one(const char *&value) { m_pack.bytes(value ? QByteArrayView(value) : QByteArrayView()); }
    void one(Seq &value) { m_pack.number(value.value); }
    void one(Milliseconds &value) { m_pack.signedNumber(value.count()); }
    void one(WallTime &value) { m_pack.signedNumber(value.time_since_epoch().count()); }
    void one(TimePoint &value) { m_pack.signedNumber(std::chrono::nanoseconds(value.time_since_epoch()).count()); }
    void one(Histogram &value)
    {
        int used = 0;
        for (int bucket = 0; bucket < Histogram::Buckets; ++bucket)
            used += value.countIn(bucket) > 0;
        m_pack.number(quint64(used));
        for (int bucket = 0; bucket < Histogram::Buckets; ++bucket) {
            if (value.countIn(bucket) == 0)
                continue;
            m_pack.number(quint64(bucket));
            m_pack.number(value.countIn(bucket));
        }
    }
    template<typename T> void one(QList<T> &values) { many(values); }
    template<typename T> void one(std::vector<T> &values) { many(values); }
    template<typename T, std::size_t N> void one(std::array<T, N> &values)
    {
        for (T &value : values)
            one(value);
    }
    template<typename List> void many(List &values)
    {
        m_pack.number(quint64(values.size()));
        for (auto &value : values)
            one(value);
    }

    Packer m_pack;
};

class Reader
{
public:
    explicit Reader(QByteArrayView octets) noexcept
        : m_unpack(octets)
    {
    }
    template<typename... Values> void operator()(Values &...values) { (one(values), ...); }
    [[nodiscard]] bool isGood() const noexcept { return !m_unpack.failed() && m_unpack.atEnd(); }
    [[nodiscard]] bool hasFailed() const noexcept { return m_unpack.failed(); }

private:
    template<typename T> void one(T &value)
    {
        if constexpr (std::is_signed_v<T>)
            value = T(m_unpack.signedNumber());
        else if constexpr (std::is_integral_v<T> || std::is_enum_v<T>)
            value = T(m_unpack.number());
        else
            describe(*this, value);
    }
    void one(bool &value) { value = m_unpack.number() != 0; }
    void one(ClientProtocol &value) { value = ClientProtocol(qMin<quint64>(m_unpack.number(), ProtocolCount - 1)); }
    void one(ClientState &value) { value = ClientState(qMin<quint64>(m_unpack.number(), quint64(ClientState::Away))); }
    void one(Verdict &value) { value = Verdict(qMin<quint64>(m_unpack.number(), quint64(Verdict::Fresh))); }
    void one(ReconnectRow::Item::What &value)
    {
        using What = ReconnectRow::Item::What;
        value = What(qMin<quint64>(m_unpack.number(), quint64(What::Lost)));
    }
    void one(Compression &value) { value = Compression(qMin<quint64>(m_unpack.number(), quint64(Compression::Deflate))); }
    void one(QByteArray &value) { value = m_unpack.bytes().toByteArray(); }
    void one(const char *&value) { value = staticName(m_unpack.bytes().toByteArray()); }
    void one(Seq &value) { value.value = m_unpack.number(); }
    void one(Milliseconds &value) { value = Milliseconds(m_unpack.signedNumber()); }
    void one(WallTime &value) { value = WallTime(Milliseconds(m_unpack.signedNumber())); }
    void one(TimePoint &value) { value = TimePoint(std::chrono::nanoseconds(m_unpack.signedNumber())); }
    void one(Histogram &value)
    {
        const quint64 used = m_unpack.number();
        for (quint64 i = 0; i < used && !m_unpack.failed(); ++i) {
            const int bucket = int(qMin<quint64>(m_unpack.number(), Histogram::Buckets - 1));
            value.record(Histogram::upperBound(bucket), m_unpack.number());
        }
    }
    template<typename T> void one(QList<T> &values) { many(values); }
    template<typename T> void one(std::vector<T> &values) { many(values); }
    template<typename T, std::size_t N> void one(std::array<T, N> &values)
    {
        for (T &value : values)
            one(value);
    }
    template<typename List> void many(List &values)
    {
        const quint64 size = m_unpack.number();
        if (size > quint64(m_unpack.left())) // each takes an octet at least
            return fail();
        values.reserve(typename List::size_type(size));
        for (quint64 i = 0; i < size && !m_unpack.failed(); ++i)
            one(values.emplace_back());
    }
    void fail() { m_unpack = Unpacker(QByteArrayView("\x80")), (void)m_unpack.number(); }

    Unpacker m_unpack;
};

bool isKnown(quint64 version) noexcept
{
    return version >= 1 && version <= ArchiveVersion;
}

// Nothing where it claims more than it can have: DEFLATE makes of an octet 1,032 at most, and a damaged file may claim 4 GiB.
QByteArray inflated(QByteArrayView octets)
{
    constexpr quint64 MostGrowth = 1032;
    if (octets.size() < 4 || qFromBigEndian<quint32>(octets.data()) > quint64(octets.size()) * MostGrowth)
        return {};
    return qUncompress(reinterpret_cast<const uchar *>(octets.data()), octets.size());
}

} // namespace

QByteArray packState(const Snapshot &snapshot)
{
    Writer writer;
    quint64 version = ArchiveVersion;
    writer(version);
    auto &described = const_cast<Snapshot &>(snapshot); // a writer only reads
    describe(writer, described);
    writer(described.progressedClients);
    return qCompress(writer.take(), FastCompression);
}

std::optional<Snapshot> unpackState(QByteArrayView octets)
{
    const QByteArray plain = inflated(octets);
    Reader reader(plain);
    quint64 version = 0;
    Snapshot snapshot;
    reader(version);
    if (!isKnown(version))
        return {};
    describe(reader, snapshot);
    if (version >= 2)
        reader(snapshot.progressedClients);
    if (!reader.isGood())
        return {};
    return snapshot;
}

std::optional<HubFigures> unpackFigures(QByteArrayView octets)
{
    const QByteArray plain = inflated(octets);
    Reader reader(plain);
    quint64 version = 0;
    Snapshot snapshot;
    reader(version);
    if (!isKnown(version))
        return {};
    reader(snapshot.generation, snapshot.monoNs, snapshot.figures); // what describe() begins with
    if (reader.hasFailed())
        return {};
    return snapshot.figures;
}

QByteArray packDeliveries(const std::vector<Delivery> &deliveries)
{
    Packer pack;
    pack.reserve(qsizetype(deliveries.size() * 6));
    Delivery before;
    for (const Delivery &delivery : deliveries) {
        pack.signedNumber(qint64(delivery.stamp - before.stamp));
        pack.signedNumber(qint64(delivery.clientKey) - qint64(before.clientKey));
        pack.signedNumber(qint64(delivery.seqLow) - qint64(before.seqLow));
        before = delivery;
    }
    return pack.take();
}

std::optional<std::vector<Delivery>> unpackDeliveries(QByteArrayView octets)
{
    Unpacker unpack(octets);
    std::vector<Delivery> deliveries;
    deliveries.reserve(std::size_t(octets.size() / 5));
    Delivery before;
    while (!unpack.atEnd()) {
        before.stamp += quint64(unpack.signedNumber());
        before.clientKey += quint32(unpack.signedNumber());
        before.seqLow += quint32(unpack.signedNumber());
        deliveries.push_back(before);
    }
    if (unpack.failed())
        return {};
    return deliveries;
}

} // namespace pushscope
