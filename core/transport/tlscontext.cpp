// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/tlscontext.h"

#include "transport/tlslink.h"

#include <QFileInfo>
#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace pushscope {

using namespace std::chrono_literals;

TlsContext::TlsContext(Settings settings, const Clock &clock)
    : m_settings(std::move(settings))
    , m_clock(clock)
{
    for (const QByteArray &protocol : m_settings.protocols)
        m_alpn += char(protocol.size()) + protocol;
    m_admission.setInterval(250ms);
    connect(&m_admission, &QTimer::timeout, this, &TlsContext::admitWaiting);
}

TlsContext::~TlsContext() = default;

Result<QList<QByteArray>> TlsContext::load()
{
    m_loaded = fileStates(); // before they are read: what changes meanwhile is seen
    std::vector<TlsIdentity> identities;
    QList<QByteArray> warnings;
    for (const TlsFiles &files : m_settings.identities) {
        auto identity = TlsIdentity::load(files);
        if (!identity)
            return tl::unexpected(identity.error());
        if (const QByteArray problem = identity->timeProblem(m_clock.wall()); !problem.isEmpty())
            warnings.append("the certificate in " + files.certificate.toUtf8() + ' ' + problem);
        configure(identity->context());
        identities.push_back(std::move(*identity));
    }
    m_identities = std::move(identities); // sessions hold what they were made with
    return warnings;
}

void TlsContext::configure(SSL_CTX *context)
{
    SSL_CTX_set_tlsext_servername_callback(context, &TlsContext::chooseIdentity);
    SSL_CTX_set_tlsext_servername_arg(context, this);
    SSL_CTX_set_alpn_select_cb(context, &TlsContext::chooseProtocol, this);
}

std::vector<TlsContext::FileState> TlsContext::fileStates() const
{
    std::vector<FileState> states;
    for (const TlsFiles &files : m_settings.identities) {
        for (const QString &path : {files.certificate, files.key}) {
            const QFileInfo info(path);
            quint64 inode = 0;
#ifdef Q_OS_UNIX
            struct stat status = {};
            if (::stat(QFile::encodeName(path).constData(), &status) == 0)
                inode = status.st_ino;
#endif
            states.push_back({info.lastModified(), info.size(), inode});
        }
    }
    return states;
}

bool TlsContext::filesChanged() const
{
    return fileStates() != m_loaded;
}

std::unique_ptr<Link> TlsContext::wrap(std::unique_ptr<Link> link)
{
    return std::make_unique<TlsLink>(std::move(link), *this);
}

SslPtr TlsContext::newSession() const
{
    return SslPtr(SSL_new(m_identities.front().context()));
}

int TlsContext::chooseIdentity(SSL *ssl, int *, void *self)
{
    const auto &context = *static_cast<const TlsContext *>(self);
    const char *name = SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name);
    if (!name)
        return SSL_TLSEXT_ERR_NOACK;
    for (const TlsIdentity &identity : context.m_identities) {
        if (!identity.covers(name))
            continue;
        SSL_set_SSL_CTX(ssl, identity.context());
        return SSL_TLSEXT_ERR_OK;
    }
    return SSL_TLSEXT_ERR_NOACK; // the client says what it thinks of the first one (RFC 6066 §3)
}

int TlsContext::chooseProtocol(SSL *, const unsigned char **out, unsigned char *outSize, const unsigned char *offered,
                               unsigned int offeredSize, void *self)
{
    const auto &context = *static_cast<const TlsContext *>(self);
    unsigned char *chosen = nullptr;
    const auto *own = reinterpret_cast<const unsigned char *>(context.m_alpn.constData());
    const int found = SSL_select_next_proto(&chosen, outSize, own, unsigned(context.m_alpn.size()), offered, offeredSize);
    if (found != OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_ALERT_FATAL; // RFC 7301 §3.2
    *out = chosen;
    return SSL_TLSEXT_ERR_OK;
}

bool TlsContext::beginHandshake(TlsLink &link)
{
    const TimePoint now = m_clock.now();
    if (m_underWay.size() < m_settings.maxHandshakes) {
        m_underWay.push_back({&link, now});
        return true;
    }
    m_waiting.push_back(&link);
    if (!m_admission.isActive())
        m_admission.start();
    return false;
}

void TlsContext::endHandshake(TlsLink &link) noexcept
{
    std::erase_if(m_underWay, [&](const Handshake &handshake) { return handshake.link == &link; });
    std::erase(m_waiting, &link);
    while (!m_waiting.empty() && m_underWay.size() < m_settings.maxHandshakes) {
        TlsLink *next = m_waiting.front();
        m_waiting.pop_front();
        m_underWay.push_back({next, m_clock.now()});
        resumeLater(*next);
    }
}

void TlsContext::forget(TlsLink &link) noexcept
{
    endHandshake(link);
    std::replace(m_resumed.begin(), m_resumed.end(), &link, static_cast<TlsLink *>(nullptr));
}

// Those who take long give way; ending one admits the next.
void TlsContext::admitWaiting()
{
    const TimePoint late = m_clock.now() - m_settings.patience;
    while (!m_waiting.empty() && !m_underWay.empty() && m_underWay.front().since <= late)
        m_underWay.front().link->giveWay();
    if (m_waiting.empty())
        m_admission.stop();
}

void TlsContext::resumeLater(TlsLink &link)
{
    m_resumed.push_back(&link);
    if (!std::exchange(m_scheduled, true))
        QMetaObject::invokeMethod(this, &TlsContext::runResumed, Qt::QueuedConnection);
}

void TlsContext::runResumed()
{
    m_scheduled = false;
    const std::size_t due = m_resumed.size();
    for (std::size_t i = 0; i < due; ++i) {
        if (TlsLink *link = std::exchange(m_resumed[i], nullptr))
            link->resume();
    }
    m_resumed.erase(m_resumed.begin(), m_resumed.begin() + std::ptrdiff_t(due));
}

} // namespace pushscope
