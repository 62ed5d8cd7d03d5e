// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/tlslink.h"

#include "base/logging.h"
#include "transport/tlsoctets.h"

#include <openssl/err.h>

namespace pushscope {

namespace {

constexpr int RecordSize = 16384; // the most octets that one record carries (RFC 8446 §5.1)
constexpr qsizetype RecordOverhead = 64; // at least what any suite adds to a record
constexpr char HandshakeRecord = 0x16; // RFC 8446 §5.1

constexpr char ClearAnswer[]
    = "HTTP/1.1 400 Bad Request\r\nContent-Type: application/problem+json\r\nContent-Length: 100\r\n"
      "Connection: close\r\n\r\n"
      "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,\"detail\":\"this port speaks TLS: use https\"}";

} // namespace

struct TlsLink::Guard {
    explicit Guard(TlsLink &link)
        : link(&link)
        , outer(std::exchange(link.m_guard, this))
    {
    }
    ~Guard()
    {
        if (link)
            link->m_guard = outer;
    }
    Guard(const Guard &) = delete;
    Guard &operator=(const Guard &) = delete;
    TlsLink *link; // null: destroyed
    Guard *outer;
};

TlsLink::TlsLink(std::unique_ptr<Link> inner, TlsContext &context)
    : m_inner(std::move(inner))
    , m_context(context)
{
    updateReading();
    m_inner->setHandler(this);
}

TlsLink::~TlsLink()
{
    for (Guard *guard = m_guard; guard; guard = guard->outer)
        guard->link = nullptr;
    m_context.forget(*this);
}

void TlsLink::setHandler(LinkHandler *handler)
{
    m_handler = handler;
    updateReading();
}

void TlsLink::setReading(bool on)
{
    m_reading = on;
    updateReading();
}

void TlsLink::updateReading()
{
    const bool wanted = (m_reading && m_handler) || m_stage == Stage::Over;
    if (wanted && !m_unread.isEmpty() && m_stage != Stage::Waiting && !m_guard)
        m_context.resumeLater(*this);
    m_inner->setReading(wanted && m_unread.isEmpty());
}

void TlsLink::write(SharedBytes octets)
{
    if (octets.isEmpty() || m_finishing || m_stage == Stage::Over)
        return;
    if (m_stage == Stage::Open)
        encrypt(octets);
    else
        m_early += octets;
}

void TlsLink::encrypt(QByteArrayView octets)
{
    m_octets.out.reserve(octets.size() + (octets.size() / RecordSize + 1) * RecordOverhead);
    std::size_t written = 0;
    ERR_clear_error();
    // All of it: there is always room, for the link has the queue.
    if (SSL_write_ex(m_ssl.get(), octets.data(), std::size_t(octets.size()), &written) != 1)
        qCWarning(lcTransport).noquote() << "cannot encrypt:" << takeOpenSslError();
    flushOut();
}

void TlsLink::flushOut()
{
    if (!m_octets.out.isEmpty())
        m_inner->write(std::exchange(m_octets.out, {}));
}

void TlsLink::finish()
{
    if (std::exchange(m_finishing, true) || m_stage == Stage::Over)
        return;
    m_early.clear();
    if (m_stage == Stage::Open) {
        SSL_shutdown(m_ssl.get());
        flushOut();
    }
    m_inner->finish();
}

void TlsLink::reset()
{
    m_stage = Stage::Over;
    m_early.clear();
    m_inner->reset();
    m_handler = nullptr;
}

TlsFacts TlsLink::tls() const
{
    if (!m_ssl || !SSL_is_init_finished(m_ssl.get()))
        return {};
    TlsFacts facts;
    facts.version = SSL_get_version(m_ssl.get());
    facts.cipher = SSL_CIPHER_standard_name(SSL_get_current_cipher(m_ssl.get()));
    const unsigned char *protocol = nullptr;
    unsigned int size = 0;
    SSL_get0_alpn_selected(m_ssl.get(), &protocol, &size);
    facts.protocol = QByteArray(reinterpret_cast<const char *>(protocol), qsizetype(size));
    facts.serverName = SSL_get_servername(m_ssl.get(), TLSEXT_NAMETYPE_host_name);
    return facts;
}

void TlsLink::linkReceived(QByteArrayView octets)
{
    if (m_stage == Stage::Over)
        return;
    if (m_guard) { // a handler runs an event loop of its own
        m_unread += octets;
        return;
    }
    if (m_stage == Stage::Fresh && !begin(octets))
        return;
    proceed(octets);
}

bool TlsLink::begin(QByteArrayView first)
{
    if (first[0] >= 'A' && first[0] <= 'Z') {
        answerClear();
        return false;
    }
    // What begins otherwise is nothing that needs to wait: OpenSSL answers it with an alert.
    if (first[0] == HandshakeRecord && !m_context.beginHandshake(*this)) {
        m_stage = Stage::Waiting;
        m_unread = first.toByteArray();
        updateReading();
        return false;
    }
    m_stage = Stage::Handshaking;
    return true;
}

void TlsLink::resume()
{
    if (m_stage == Stage::Waiting)
        m_stage = Stage::Handshaking;
    if (m_stage == Stage::Over || m_unread.isEmpty())
        return;
    const QByteArray unread = std::exchange(m_unread, {});
    proceed(unread);
}

void TlsLink::giveWay()
{
    fail("the handshake took too long, and others waited");
}

void TlsLink::proceed(QByteArrayView in)
{
    if (!m_ssl) {
        m_ssl = m_context.newSession();
        attachOctets(m_ssl.get(), m_octets);
    }
    m_octets.in = in;
    const Guard guard(*this);
    while (m_reading && m_handler && readOnce()) { }
    if (!guard.link)
        return;
    m_unread.prepend(std::exchange(m_octets.in, {}));
    if (m_stage == Stage::Over || m_peerFinished)
        m_unread.clear();
    if (!m_unread.isEmpty() && m_reading && m_handler)
        m_context.resumeLater(*this);
    updateReading();
}

bool TlsLink::readOnce()
{
    const Guard guard(*this);
    char clear[RecordSize];
    ERR_clear_error();
    const int count = SSL_read(m_ssl.get(), clear, sizeof clear);
    const int error = count > 0 ? SSL_ERROR_NONE : SSL_get_error(m_ssl.get(), count);
    flushOut();
    if (m_stage == Stage::Handshaking && SSL_is_init_finished(m_ssl.get()))
        handshakeDone();
    if (count > 0)
        m_handler->linkReceived(QByteArrayView(clear, count));
    else if (error == SSL_ERROR_ZERO_RETURN)
        tellPeerFinished();
    else if (error != SSL_ERROR_WANT_READ)
        fail(takeOpenSslError());
    return guard.link && count > 0 && m_stage == Stage::Open;
}

void TlsLink::handshakeDone()
{
    m_stage = Stage::Open;
    m_context.endHandshake(*this);
    if (!m_early.isEmpty())
        encrypt(std::exchange(m_early, {}));
    qCDebug(lcTransport) << peer().toByteArray() << SSL_get_version(m_ssl.get()) << SSL_get_cipher_name(m_ssl.get());
}

void TlsLink::answerClear()
{
    m_inner->write(ClearAnswer);
    fail("it speaks HTTP in clear");
}

void TlsLink::fail(const QByteArray &reason)
{
    qCInfo(lcTransport).noquote() << "TLS with" << peer().toByteArray() << "failed:" << reason;
    m_stage = Stage::Over;
    m_early.clear();
    m_unread.clear();
    m_context.endHandshake(*this);
    m_inner->finish();
    updateReading(); // to see its FIN
    tellPeerFinished();
}

void TlsLink::tellPeerFinished()
{
    if (!std::exchange(m_peerFinished, true) && m_handler)
        m_handler->linkPeerFinished();
}

void TlsLink::linkPeerFinished()
{
    if (m_peerFinished)
        return;
    if (m_finishing) {
        tellPeerFinished();
        return;
    }
    m_stage = Stage::Over;
    m_context.endHandshake(*this);
    if (m_handler)
        std::exchange(m_handler, nullptr)->linkEnded(LinkEnd::Truncated);
}

void TlsLink::linkDrained()
{
    if (m_stage == Stage::Open && m_handler)
        m_handler->linkDrained();
}

void TlsLink::linkEnded(LinkEnd how)
{
    m_stage = Stage::Over;
    m_context.endHandshake(*this);
    if (m_handler)
        std::exchange(m_handler, nullptr)->linkEnded(how);
}

} // namespace pushscope
