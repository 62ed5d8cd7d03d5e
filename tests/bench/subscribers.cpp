// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/subscribers.h"

#include <QtEndian>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <charconv>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pushscope::bench {

namespace {

constexpr int FirstPublisher = -1; // the epoll data of the publishing connections, downwards
constexpr int InFlight = 64; // connections being made at a time
constexpr int Sources = 16; // 127.0.0.2 … : each has ports of its own
constexpr std::chrono::seconds Patience{30}; // without any progress
constexpr QByteArrayView Mark = "PS|";
constexpr qsizetype LongestHead = 48; // of an event: mark, sequence, time

qint64 nanoseconds()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

int connectTo(quint16 port, int source)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::setsockopt(descriptor, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK + 1 + quint32(source % Sources));
    ::bind(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    // On loopback the kernel's backlog answers at once.
    if (::connect(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0)
        return descriptor;
    ::close(descriptor);
    return -1;
}

bool sendAll(int descriptor, QByteArrayView octets)
{
    while (!octets.isEmpty()) {
        const ssize_t sent = ::send(descriptor, octets.data(), std::size_t(octets.size()), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        octets = octets.sliced(sent);
    }
    return true;
}

// RFC 6455 §5.2; a server's frames have no mask. Zero: not whole yet.
struct Frame {
    quint8 opcode = 0;
    qsizetype head = 0;
    qsizetype length = 0;
};
Frame frameAt(QByteArrayView in)
{
    if (in.size() < 4)
        return {};
    const auto at = [&in](qsizetype i) { return quint8(in[i]); };
    Frame frame{quint8(at(0) & 0x0f), 2, at(1) & 0x7f};
    if (frame.length == 126)
        frame = {frame.opcode, 4, qFromBigEndian<quint16>(in.data() + 2)};
    else if (frame.length == 127 && in.size() >= 10)
        frame = {frame.opcode, 10, qsizetype(qFromBigEndian<quint64>(in.data() + 2))};
    else if (frame.length == 127)
        return {};
    return in.size() >= frame.head + frame.length ? frame : Frame{};
}

// A client's control frame has a mask, here of zeros.
QByteArray pong(QByteArrayView payload)
{
    return QByteArray("\x8a") + char(0x80 | payload.size()) + QByteArray(4, '\0') + payload.toByteArray();
}

} // namespace

Subscribers::Subscribers(const Contract &contract, Protocol protocol, quint16 port)
    : m_contract(contract)
    , m_protocol(protocol)
    , m_port(port)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_received(1)
{
}

Subscribers::~Subscribers()
{
    for (const Subscriber &subscriber : m_subscribers) {
        if (subscriber.descriptor >= 0)
            ::close(subscriber.descriptor);
    }
    for (const int publisher : m_publishers)
        ::close(publisher);
    ::close(m_epoll);
}

int Subscribers::connectAll(int count)
{
    m_subscribers.reserve(std::size_t(count));
    // A poll that waits says nothing, so there is no pace to be had from the answers.
    const bool answers = !m_contract.readyMark(m_protocol).isEmpty();
    auto lastProgress = std::chrono::steady_clock::now();
    int last = 0;
    while (m_ready < count && std::chrono::steady_clock::now() - lastProgress < Patience) {
        for (int i = 0; i < InFlight && int(m_subscribers.size()) < count && (!answers || m_open - m_ready < InFlight); ++i) {
            if (!startOne(int(m_subscribers.size())))
                return m_ready;
        }
        step(answers ? 100 : 10);
        if (std::exchange(last, m_ready) != m_ready)
            lastProgress = std::chrono::steady_clock::now();
    }
    return m_ready;
}

bool Subscribers::startOne(int index)
{
    Subscriber subscriber;
    subscriber.descriptor = connectTo(m_port, index);
    if (subscriber.descriptor < 0)
        return false;
    epoll_event event{EPOLLIN, {}};
    event.data.fd = index;
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, subscriber.descriptor, &event);
    m_subscribers.push_back(subscriber);
    ++m_open;
    if (m_contract.readyMark(m_protocol).isEmpty())
        noteReady(index);
    return sendAll(subscriber.descriptor, m_contract.subscribe(m_protocol, index, {}));
}

bool Subscribers::broadcast(int events, int window, int size)
{
    connectPublishers(1);
    const quint32 last = quint32(m_received.size()) - 1 + quint32(events);
    quint32 complete = quint32(m_received.size()) - 1;
    auto lastProgress = std::chrono::steady_clock::now();
    qint64 before = m_tally.deliveries;
    while (complete < last) {
        while (m_received.size() <= last && quint32(m_received.size()) - 1 - complete < quint32(window))
            publishOne(size);
        step(100);
        while (complete + 1 < m_received.size() && isComplete(complete + 1))
            ++complete;
        if (std::exchange(before, m_tally.deliveries) != m_tally.deliveries)
            lastProgress = std::chrono::steady_clock::now();
        else if (std::chrono::steady_clock::now() - lastProgress > Patience)
            break;
    }
    for (const Subscriber &subscriber : m_subscribers)
        m_tally.missing += last - std::min(subscriber.lastSequence, last); // gaps before the last were counted when seen
    return complete == last;
}

void Subscribers::connectPublishers(int count)
{
    while (int(m_publishers.size()) < count) {
        epoll_event event{EPOLLIN, {}};
        event.data.fd = FirstPublisher - int(m_publishers.size());
        m_publishers.push_back(connectTo(m_port, 0));
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_publishers.back(), &event);
    }
}

QByteArray Subscribers::event(std::size_t sequence, int size)
{
    QByteArray event = Mark.toByteArray() + QByteArray::number(quint64(sequence)) + '|' + QByteArray::number(nanoseconds()) + '|';
    event.append(std::max<qsizetype>(size - event.size(), 0), 'x');
    return event;
}

void Subscribers::publishOne(int size)
{
    const auto sequence = m_received.size();
    m_received.push_back(0);
    sendAll(m_publishers.front(), m_contract.publish(event(sequence, size)));
}

qint64 Subscribers::publishToEach(int connections, int rate, std::chrono::milliseconds time, int size)
{
    connectPublishers(connections);
    m_toEach = true;
    m_eachSize = rate == 0 ? size : 0;
    const quint32 before = m_eachPublished;
    const auto begin = std::chrono::steady_clock::now();
    for (std::size_t i = 0; rate == 0 && i < m_publishers.size(); ++i)
        publishToNext(i, size);
    for (auto now = begin; now < begin + time; now = std::chrono::steady_clock::now()) {
        const qint64 due = rate * (now - begin) / std::chrono::seconds(1);
        while (m_eachPublished - before < due)
            publishToNext(m_eachPublished % m_publishers.size(), size);
        step(1);
    }
    m_eachSize = 0;
    const qint64 published = m_eachPublished - before;
    for (int turn = 0; turn < 100 && m_tally.deliveries < published; ++turn)
        idle(std::chrono::milliseconds(20));
    m_tally.missing = published - m_tally.deliveries;
    m_toEach = false;
    return published;
}

void Subscribers::publishToNext(std::size_t publisher, int size)
{
    const int index = int(m_eachPublished % m_subscribers.size());
    sendAll(m_publishers[publisher], m_contract.publishTo(index, event(++m_eachPublished, size)));
}

void Subscribers::onAnswered(std::size_t publisher, QByteArrayView answer)
{
    for (qsizetype at = 0; m_eachSize > 0 && (at = answer.indexOf("HTTP/1.1 2", at)) >= 0; ++at)
        publishToNext(publisher, m_eachSize);
}

bool Subscribers::isComplete(quint32 sequence) const
{
    return m_received[sequence] >= m_open;
}

void Subscribers::idle(std::chrono::milliseconds time)
{
    const auto end = std::chrono::steady_clock::now() + time;
    while (std::chrono::steady_clock::now() < end)
        step(10);
}

void Subscribers::resetTally()
{
    m_tally = {};
}

void Subscribers::step(int timeoutMs)
{
    std::array<epoll_event, 256> events;
    const int count = ::epoll_wait(m_epoll, events.data(), int(events.size()), timeoutMs);
    for (int i = 0; i < count; ++i) {
        if (const int publisher = FirstPublisher - events[std::size_t(i)].data.fd; publisher >= 0)
            readAnswers(std::size_t(publisher));
        else
            readFrom(events[std::size_t(i)].data.fd);
    }
}

void Subscribers::readAnswers(std::size_t publisher)
{
    std::array<char, 65536> buffer;
    const ssize_t got = ::recv(m_publishers[publisher], buffer.data(), buffer.size(), MSG_DONTWAIT);
    const QByteArrayView answer(buffer.data(), std::max<ssize_t>(got, 0));
    if (got == 0 || answer.contains("HTTP/1.1 4") || answer.contains("HTTP/1.1 5"))
        qFatal("publishing was refused: %s", answer.toByteArray().constData());
    onAnswered(publisher, answer);
}

void Subscribers::readFrom(int index)
{
    static std::array<char, 65536> buffer;
    Subscriber &subscriber = m_subscribers[std::size_t(index)];
    const ssize_t got = ::recv(subscriber.descriptor, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (got > 0)
        return take(index, QByteArrayView(buffer.data(), got));
    if (got < 0 && errno == EAGAIN)
        return;
    ::close(std::exchange(subscriber.descriptor, -1));
    ++m_tally.ended;
    --m_open;
}

// Puts what was left over before the new octets, and keeps what is left over now.
void Subscribers::take(int index, QByteArrayView octets)
{
    QByteArray joined;
    if (const auto partial = m_partial.find(index); partial != m_partial.end()) {
        joined = std::move(partial->second.append(octets));
        m_partial.erase(partial);
        octets = joined;
    }
    if (m_protocol == Protocol::Poll) {
        while (const qsizetype used = takeAnswer(index, octets))
            octets = octets.sliced(used);
        if (!octets.isEmpty())
            m_partial[index] = octets.toByteArray();
        return;
    }
    if (!m_subscribers[std::size_t(index)].ready) {
        const QByteArray mark = m_contract.readyMark(m_protocol);
        const qsizetype begin = octets.indexOf(mark);
        const qsizetype head = octets.indexOf("\r\n\r\n");
        if (begin < 0 || head < 0) {
            m_partial[index] = octets.toByteArray();
            return;
        }
        noteReady(index);
        octets = octets.sliced(head + 4);
    }
    if (m_protocol == Protocol::WebSocket)
        takeFrames(index, octets);
    else
        scan(index, octets);
}

void Subscribers::noteReady(int index)
{
    Subscriber &subscriber = m_subscribers[std::size_t(index)];
    subscriber.ready = true;
    subscriber.lastSequence = quint32(m_received.size()) - 1;
    ++m_ready;
}

void Subscribers::takeFrames(int index, QByteArrayView octets)
{
    while (!octets.isEmpty()) {
        const Frame frame = frameAt(octets);
        if (frame.head == 0) {
            m_partial[index] = octets.toByteArray();
            return;
        }
        const QByteArrayView payload = octets.sliced(frame.head, frame.length);
        if (frame.opcode == 0x9)
            sendAll(m_subscribers[std::size_t(index)].descriptor, pong(payload));
        else
            scan(index, payload);
        octets = octets.sliced(frame.head + frame.length);
    }
}

qsizetype Subscribers::takeAnswer(int index, QByteArrayView octets)
{
    const qsizetype head = octets.indexOf("\r\n\r\n");
    if (head < 0)
        return 0;
    const QByteArray fields = octets.first(head).toByteArray().toLower();
    const QByteArray name = "content-length:";
    const qsizetype begin = fields.indexOf(name);
    const qsizetype length = begin < 0 ? 0 : fields.mid(begin + name.size(), 20).split('\r').value(0).trimmed().toLongLong();
    if (!fields.startsWith("http/1.1 200"))
        qFatal("a poll was refused: %s", octets.toByteArray().constData());
    if (octets.size() < head + 4 + length)
        return 0;
    const QByteArrayView body = octets.sliced(head + 4, length);
    scan(index, body);
    askAgain(index, body);
    return head + 4 + length;
}

void Subscribers::askAgain(int index, QByteArrayView body)
{
    const QByteArrayView name = "\"cursor\":";
    const qsizetype begin = body.lastIndexOf(name) + name.size();
    qsizetype end = begin;
    while (end < body.size() && body[end] != ',' && body[end] != '}')
        ++end;
    const QByteArray cursor = body.sliced(begin, end - begin).toByteArray().replace('"', "");
    sendAll(m_subscribers[std::size_t(index)].descriptor, m_contract.subscribe(m_protocol, index, cursor));
}

void Subscribers::scan(int index, QByteArrayView octets)
{
    Subscriber &subscriber = m_subscribers[std::size_t(index)];
    while (true) {
        const qsizetype begin = octets.indexOf(Mark);
        if (begin < 0)
            break;
        octets = octets.sliced(begin);
        quint32 sequence = 0;
        qint64 sentAt = 0;
        const char *end = octets.data() + octets.size();
        const auto [bar, error] = std::from_chars(octets.data() + Mark.size(), end, sequence);
        const char *stop = bar;
        if (error == std::errc() && bar < end)
            stop = std::from_chars(bar + 1, end, sentAt).ptr;
        if (stop >= end || *stop != '|') {
            if (m_protocol == Protocol::Sse && octets.size() < LongestHead)
                m_partial[index] = octets.toByteArray(); // cut off within the numbers
            return;
        }
        note(subscriber, sequence, sentAt);
        octets = octets.sliced(stop - octets.data());
    }
    // The mark itself may be cut off.
    if (m_protocol == Protocol::Sse && (octets.endsWith('P') || octets.endsWith("PS")))
        m_partial[index] = octets.last(octets.endsWith('P') ? 1 : 2).toByteArray();
}

void Subscribers::note(Subscriber &subscriber, quint32 sequence, qint64 sentAt)
{
    if (sequence <= subscriber.lastSequence) {
        ++m_tally.duplicates;
        return;
    }
    if (m_toEach) {
        subscriber.lastSequence = sequence;
        ++m_tally.deliveries;
        m_tally.latency.record(std::chrono::nanoseconds(nanoseconds() - sentAt));
        return;
    }
    m_tally.missing += sequence - subscriber.lastSequence - 1;
    for (quint32 skipped = subscriber.lastSequence + 1; skipped < sequence; ++skipped)
        ++m_received[skipped]; // it will not come any more
    subscriber.lastSequence = sequence;
    ++m_received[sequence];
    ++m_tally.deliveries;
    m_tally.latency.record(std::chrono::nanoseconds(nanoseconds() - sentAt));
}

} // namespace pushscope::bench
