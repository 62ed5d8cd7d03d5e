// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/ui/memorytransport.h"

#include "transport/transportfactory.h"

#include <QMessageAuthenticationCode>
#include <QObject>
#include <QTimer>

namespace pushscope {

namespace bench {

namespace {

constexpr quint32 ConnectsPerTurn = 250;

quint32 wanted = 0;
QByteArray key;

// HS256, RFC 7515 appendix A.1.
QByteArray tokenFor(quint32 index)
{
    const auto encode = [](const QByteArray &octets) {
        return octets.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    const QByteArray text
        = encode(R"({"alg":"HS256","typ":"JWT"})") + '.' + encode("{\"sub\":\"u" + QByteArray::number(index) + "\"}");
    return text + '.' + encode(QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256));
}

class MemoryLink final : public Link
{
public:
    explicit MemoryLink(quint32 index) noexcept
        : m_index(index)
    {
    }
    void setHandler(LinkHandler *handler) override { m_handler = handler; }
    void write(SharedBytes octets) override
    {
        MemoryCounts &counts = memoryCounts();
        ++counts.writes;
        counts.octets += quint64(octets.size());
        if (std::exchange(m_round, counts.round.load()) != counts.round)
            ++counts.reached;
    }
    [[nodiscard]] qsizetype queuedBytes() const noexcept override { return 0; }
    void setReading(bool) override { }
    void finish() override { }
    void reset() override { }
    // 127.0.0.0/8 has room for all.
    [[nodiscard]] SocketAddress peer() const override
    {
        return {QHostAddress(0x7f000001 + m_index / 20'000), quint16(20'000 + m_index % 20'000)};
    }
    [[nodiscard]] LinkHandler *handler() const noexcept { return m_handler; }

private:
    LinkHandler *m_handler = nullptr;
    quint32 m_index;
    quint32 m_round = 0;
};

class MemoryTransport final : public Transport
{
public:
    [[nodiscard]] QByteArray name() const override { return "memory"; }
    [[nodiscard]] Result<SocketAddress> listen(const SocketAddress &address, Accept accept) override
    {
        m_accept = std::move(accept);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { connectSome(); });
        m_timer.start(0);
        return SocketAddress{address.host, 1};
    }
    void closeListeners() override { m_timer.stop(); }
    void setAccepting(bool) override { }
    [[nodiscard]] AcceptState acceptState() const override { return {}; }
    void flush() override { }

private:
    void connectSome()
    {
        for (quint32 i = 0; i < ConnectsPerTurn && m_next < wanted; ++i, ++m_next) {
            auto link = std::make_unique<MemoryLink>(m_next);
            MemoryLink &borrowed = *link;
            m_accept(std::move(link));
            const QByteArray number = QByteArray::number(m_next);
            borrowed.handler()->linkReceived("GET /api/events?clientId=c" + number
                                             + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: bench\r\n"
                                               "Authorization: Bearer "
                                             + tokenFor(m_next) + "\r\n\r\n");
            ++memoryCounts().connected;
        }
        if (m_next == wanted)
            m_timer.stop();
    }

    Accept m_accept;
    QTimer m_timer;
    quint32 m_next = 0;
};

} // namespace

MemoryCounts &memoryCounts()
{
    static MemoryCounts counts;
    return counts;
}

void setMemoryClients(quint32 count, const QByteArray &secret)
{
    wanted = count;
    key = secret;
}

} // namespace bench

std::unique_ptr<Transport> makeTransport(TransportKind)
{
    return std::make_unique<bench::MemoryTransport>();
}

} // namespace pushscope
