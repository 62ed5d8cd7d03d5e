// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/wireforms.h"

#include "protocol/websocketframe.h"

#include <QUrl>
#include <algorithm>
#include <array>

namespace pushscope {

namespace {

constexpr qint64 StepNs = 1000; // between packets that would have the same time
constexpr qsizetype SegmentOctets = 16 * 1024;
constexpr quint32 FirstClientSeq = 1000, FirstServerSeq = 5000;
constexpr quint16 LinkTypeRaw = 101; // packets begin with their IP header

// TCP flags, RFC 9293 section 3.1.
enum Flag : quint8 { Fin = 0x01, Syn = 0x02, Rst = 0x04, Psh = 0x08, Ack = 0x10 };

struct Address {
    std::array<quint8, 4> ip{127, 0, 0, 1};
    quint16 port = 0;
};

struct Packet {
    qint64 ns = 0;
    QByteArray octets;
    QList<QByteArray> comments;
};

void put16(QByteArray &out, quint16 value) // network order
{
    out.append(char(value >> 8)).append(char(value & 0xff));
}

void put32(QByteArray &out, quint32 value)
{
    put16(out, quint16(value >> 16));
    put16(out, quint16(value & 0xffff));
}

// RFC 1071.
quint16 checksum(QByteArrayView octets, quint32 sum = 0)
{
    for (qsizetype i = 0; i < octets.size(); i += 2)
        sum += quint32(quint8(octets[i])) << 8 | (i + 1 < octets.size() ? quint8(octets[i + 1]) : 0);
    while (sum >> 16)
        sum = (sum & 0xffff) + (sum >> 16);
    return quint16(~sum);
}

void set16(QByteArray &out, qsizetype at, quint16 value)
{
    out[at] = char(value >> 8);
    out[at + 1] = char(value & 0xff);
}

// IPv6 and names become 127.0.0.1: what matters is the port.
Address addressOf(const QByteArray &text)
{
    Address address;
    const qsizetype colon = text.lastIndexOf(':');
    address.port = text.mid(colon + 1).toUShort();
    const QList<QByteArray> parts = text.left(colon).split('.');
    if (parts.size() == 4) {
        for (std::size_t i = 0; i < 4; ++i)
            address.ip[i] = quint8(parts[qsizetype(i)].toUShort());
    }
    return address;
}

// One TCP connection, from its handshake to its end, as the packets that carry it.
class Flow
{
public:
    Flow(const Address &client, const Address &server, std::vector<Packet> &packets)
        : m_client(client)
        , m_server(server)
        , m_packets(packets)
    {
    }
    [[nodiscard]] bool isOpen() const noexcept { return m_open; }
    void open(qint64 ns)
    {
        m_open = true;
        m_now = ns - 3 * StepNs;
        packet(false, Syn);
        ++m_seq[0];
        packet(true, Syn | Ack);
        ++m_seq[1];
        packet(false, Ack);
    }
    void send(qint64 ns, bool out, QByteArrayView octets)
    {
        m_now = std::max(m_now, ns - StepNs);
        while (!octets.isEmpty()) {
            const qsizetype size = std::min(octets.size(), SegmentOctets);
            packet(out, quint8(size == octets.size() ? Psh | Ack : Ack), octets.first(size));
            m_seq[out] += quint32(size);
            packet(!out, Ack);
            octets = octets.sliced(size);
        }
    }
    void finish(qint64 ns, bool byServer)
    {
        m_now = std::max(m_now, ns - StepNs);
        for (const bool out : {byServer, !byServer}) {
            packet(out, Fin | Ack);
            ++m_seq[out];
            packet(!out, Ack);
        }
        m_open = false;
    }
    void reset(qint64 ns, bool byServer)
    {
        m_now = std::max(m_now, ns - StepNs);
        packet(byServer, Rst | Ack);
        m_open = false;
    }
    void comment(const QByteArray &text)
    {
        if (m_first < m_packets.size())
            m_packets[m_last].comments.append(text);
    }
    [[nodiscard]] qint64 now() const noexcept { return m_now; }

private:
    void packet(bool out, quint8 flags, QByteArrayView payload = {})
    {
        m_now += StepNs;
        const Address &from = out ? m_server : m_client, &to = out ? m_client : m_server;
        QByteArray ip; // RFC 791 section 3.1
        ip.append('\x45').append('\0');
        put16(ip, quint16(40 + payload.size()));
        put16(ip, ++m_id);
        put16(ip, 0x4000); // don't fragment
        ip.append('\x40').append('\x06');
        put16(ip, 0);
        ip.append(reinterpret_cast<const char *>(from.ip.data()), 4);
        ip.append(reinterpret_cast<const char *>(to.ip.data()), 4);
        set16(ip, 10, checksum(ip));
        QByteArray tcp; // RFC 9293 section 3.1
        put16(tcp, from.port);
        put16(tcp, to.port);
        put32(tcp, m_seq[out]);
        put32(tcp, flags & Ack ? m_seq[!out] : 0);
        tcp.append('\x50').append(char(flags));
        put16(tcp, 65535);
        put32(tcp, 0); // checksum, urgent pointer
        tcp.append(payload);
        const quint32 pseudo = pairSum(from) + pairSum(to) + 6 + quint32(tcp.size());
        set16(tcp, 16, checksum(tcp, pseudo));
        if (m_first > m_packets.size())
            m_first = m_packets.size();
        m_last = m_packets.size();
        m_packets.push_back({m_now, ip + tcp, {}});
    }
    [[nodiscard]] static quint32 pairSum(const Address &address)
    {
        return (quint32(address.ip[0]) << 8 | address.ip[1]) + (quint32(address.ip[2]) << 8 | address.ip[3]);
    }

    Address m_client, m_server;
    std::vector<Packet> &m_packets;
    std::array<quint32, 2> m_seq{FirstClientSeq, FirstServerSeq}; // next to send, by the client and the server
    qint64 m_now = 0;
    std::size_t m_first = std::numeric_limits<std::size_t>::max(), m_last = 0;
    quint16 m_id = 0;
    bool m_open = false;
};

QByteArray chunkOf(const QByteArray &octets)
{
    return QByteArray::number(octets.size(), 16) + "\r\n" + octets + "\r\n";
}

QByteArray frameOf(const WireMessage &message)
{
    constexpr quint32 Mask = 0x50736370; // any will do, RFC 6455 section 5.3
    QByteArray frame;
    if (message.out) {
        appendFrameHead(frame, WsOpcode(message.opcode), message.payload.size(), false);
        frame += message.payload;
    } else {
        appendMaskedFrame(frame, WsOpcode(message.opcode), message.payload, Mask);
    }
    return frame;
}

// A head for the body that follows it: that may be redacted, or was told without its chunks.
QByteArray headFor(const QByteArray &head, const QByteArray &body)
{
    if (body.isEmpty())
        return head;
    QByteArray out;
    for (const QByteArray &line : head.chopped(2).split('\n')) {
        const QByteArray name = line.left(line.indexOf(':')).trimmed().toLower();
        if (line.isEmpty() || name == "content-length" || name == "transfer-encoding")
            continue;
        out += line + '\n';
    }
    return out + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
}

class Capture
{
public:
    Capture(const WireStory &story, qint64 fromNs, qint64 upToNs)
        : m_story(story)
        , m_fromNs(fromNs)
        , m_upToNs(upToNs)
        , m_server(serverOf(story.head().hub))
    {
    }

    [[nodiscard]] QByteArray run()
    {
        for (const WireExchange &exchange : m_story.exchanges()) {
            if (exchange.wanted && exchange.beganNs <= m_upToNs && endOf(exchange) >= m_fromNs)
                add(exchange);
        }
        for (auto &[peer, flow] : m_flows) {
            if (flow.isOpen())
                flow.finish(flow.now() + StepNs, false);
        }
        std::stable_sort(m_packets.begin(), m_packets.end(), [](const Packet &a, const Packet &b) { return a.ns < b.ns; });
        for (const WireNote &note : m_notes)
            place(note);
        for (const WireNote &note : m_story.notes())
            place(note);
        return file();
    }

private:
    [[nodiscard]] static Address serverOf(const QByteArray &hub)
    {
        const QUrl url(QString::fromUtf8(hub));
        return addressOf(url.host().toUtf8() + ':' + QByteArray::number(url.port(80)));
    }
    [[nodiscard]] qint64 endOf(const WireExchange &exchange) const
    {
        return !exchange.isStream ? exchange.answeredNs : exchange.endNs < 0 ? m_upToNs : exchange.endNs;
    }
    // The exchanges of one HTTP/1.1 connection follow each other; those of HTTP/2 run beside each other, and each gets its own.
    [[nodiscard]] Flow &flowOf(const WireExchange &exchange)
    {
        QByteArray key = exchange.peer;
        Address client = addressOf(exchange.peer);
        if (exchange.version.startsWith('2')) {
            key += '#' + QByteArray::number(++m_multiplexed);
            client.port = quint16(1024 + m_multiplexed % 31'000); // below those that systems give
        }
        auto it = m_flows.find(key);
        if (it != m_flows.end() && !it->second.isOpen())
            it = (m_flows.erase(it), m_flows.end()); // the port was used again
        if (it == m_flows.end()) {
            it = m_flows.emplace(key, Flow(client, m_server, m_packets)).first;
            it->second.open(exchange.beganNs);
        }
        return it->second;
    }
    [[nodiscard]] static QByteArray asHttp1(QByteArray head)
    {
        return head.replace(" HTTP/2\r\n", " HTTP/1.1\r\n").replace("HTTP/2 ", "HTTP/1.1 ");
    }

    void add(const WireExchange &exchange)
    {
        Flow &flow = flowOf(exchange);
        flow.send(exchange.beganNs, false, headFor(asHttp1(exchange.requestHead), exchange.requestBody) + exchange.requestBody);
        const bool chunked = exchange.isStream && !exchange.isWebSocket;
        QByteArray head = asHttp1(exchange.answerHead);
        if (chunked) // its octets are told before they are compressed
            head.replace("content-encoding: gzip\r\n", "").replace("content-encoding: deflate\r\n", "");
        if (chunked && !head.contains("\r\nTransfer-Encoding: chunked"))
            head.insert(head.size() - 2, "Transfer-Encoding: chunked\r\n");
        flow.send(exchange.answeredNs, true,
                  (exchange.isStream ? head : headFor(head, exchange.answerBody)) + exchange.answerBody);
        for (const WireNote &note : exchange.notes)
            m_notes.push_back(note);
        if (!exchange.isStream)
            return;
        for (const WireMessage &message : exchange.messages) {
            if (message.ns >= m_fromNs && message.ns <= m_upToNs)
                flow.send(message.ns, message.out, chunked ? chunkOf(message.payload) : frameOf(message));
        }
        end(flow, exchange, chunked);
    }

    void end(Flow &flow, const WireExchange &exchange, bool chunked)
    {
        if (exchange.endNs < 0 || exchange.endNs > m_upToNs)
            return;
        const QByteArray &cause = exchange.endCause;
        const bool byClient = cause.startsWith("client") || cause == "reset by client";
        if (cause.contains("rst") || cause.contains("reset") || cause == "slow") {
            flow.reset(exchange.endNs, !byClient);
        } else {
            if (chunked && !byClient)
                flow.send(exchange.endNs, true, "0\r\n\r\n");
            flow.finish(exchange.endNs, !byClient);
        }
        flow.comment("ended by " + cause);
    }

    void place(const WireNote &note)
    {
        if (m_packets.empty() || note.ns < m_fromNs || note.ns > m_upToNs)
            return;
        const auto it = std::lower_bound(m_packets.begin(), m_packets.end(), note.ns,
                                         [](const Packet &packet, qint64 ns) { return packet.ns < ns; });
        (it == m_packets.end() ? m_packets.back() : *it).comments.append(note.text);
    }

    // draft-ietf-opsawg-pcapng section 3.1: each block with its length at both ends, padded to 32 bits; here little-endian.
    static void put(QByteArray &out, quint32 value)
    {
        for (int shift = 0; shift < 32; shift += 8)
            out.append(char(value >> shift & 0xff));
    }
    static void putOption(QByteArray &out, quint16 code, QByteArrayView value)
    {
        const QByteArrayView part = value.first(std::min<qsizetype>(value.size(), 32'000));
        out.append(char(code & 0xff)).append(char(code >> 8));
        out.append(char(part.size() & 0xff)).append(char(part.size() >> 8));
        out.append(part);
        out.append(-part.size() & 3, '\0');
    }
    static void putBlock(QByteArray &out, quint32 type, const QByteArray &body)
    {
        const auto length = quint32(body.size() + 12);
        put(out, type);
        put(out, length);
        out.append(body);
        put(out, length);
    }
    [[nodiscard]] QByteArray file() const
    {
        constexpr quint16 OptComment = 1, ShbUserAppl = 4, IfTsResol = 9;
        QByteArray out, body;
        put(body, 0x1A2B3C4D);
        put(body, 1); // version 1.0
        put(body, 0xffffffff);
        put(body, 0xffffffff); // the section's length is not given
        putOption(body, ShbUserAppl, "Pushscope " PUSHSCOPE_VERSION);
        putOption(body, 0, {});
        putBlock(out, 0x0A0D0D0A, body);
        body.clear();
        put(body, LinkTypeRaw);
        put(body, 0); // no limit to a packet's length
        putOption(body, IfTsResol, QByteArrayView("\x09", 1)); // nanoseconds
        putOption(body, 0, {});
        putBlock(out, 1, body);
        const quint64 start = quint64(m_story.head().wallStart.time_since_epoch().count()) * 1'000'000;
        for (const Packet &packet : m_packets) {
            body.clear();
            const quint64 at = start + quint64(packet.ns);
            put(body, 0);
            put(body, quint32(at >> 32));
            put(body, quint32(at));
            put(body, quint32(packet.octets.size()));
            put(body, quint32(packet.octets.size()));
            body.append(packet.octets);
            body.append(-packet.octets.size() & 3, '\0');
            for (const QByteArray &comment : packet.comments)
                putOption(body, OptComment, comment);
            if (!packet.comments.isEmpty())
                putOption(body, 0, {});
            putBlock(out, 6, body);
        }
        return out;
    }

    const WireStory &m_story;
    qint64 m_fromNs, m_upToNs;
    Address m_server;
    std::map<QByteArray, Flow> m_flows; // by peer
    std::vector<Packet> m_packets;
    std::vector<WireNote> m_notes;
    quint32 m_multiplexed = 0;
};

} // namespace

QByteArray pcapngOf(const WireStory &story, qint64 fromNs, qint64 upToNs)
{
    return Capture(story, fromNs, upToNs).run();
}

} // namespace pushscope
