// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/tlspeer.h"

#include <openssl/err.h>

namespace pushscope {

TlsPeer::TlsPeer(const SocketAddress &to, Settings settings)
    : wire(to)
    , m_settings(std::move(settings))
    , m_context(SSL_CTX_new(TLS_client_method()))
    , m_ssl(SSL_new(m_context.get()))
{
    SSL_set_max_proto_version(m_ssl.get(), m_settings.maxVersion);
    SSL_set_min_proto_version(m_ssl.get(), std::min(m_settings.maxVersion, TLS1_2_VERSION));
    if (m_settings.ciphers)
        SSL_set_cipher_list(m_ssl.get(), m_settings.ciphers);
    if (!m_settings.serverName.isEmpty())
        SSL_set_tlsext_host_name(m_ssl.get(), m_settings.serverName.constData());
    if (!m_settings.protocols.isEmpty())
        SSL_set_alpn_protos(m_ssl.get(), reinterpret_cast<const unsigned char *>(m_settings.protocols.constData()),
                            unsigned(m_settings.protocols.size()));
    SSL_set_bio(m_ssl.get(), BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
    SSL_set_connect_state(m_ssl.get());
}

QByteArray TlsPeer::takeFlight()
{
    std::array<char, 16384> clear;
    ERR_clear_error();
    const int count = SSL_read(m_ssl.get(), clear.data(), int(clear.size()));
    if (count > 0)
        m_received.append(clear.data(), count);
    else
        note(count);
    char *data = nullptr;
    const long size = BIO_get_mem_data(SSL_get_wbio(m_ssl.get()), &data);
    const QByteArray flight(data, size);
    (void)BIO_reset(SSL_get_wbio(m_ssl.get()));
    return flight;
}

void TlsPeer::note(int result)
{
    const int error = SSL_get_error(m_ssl.get(), result);
    if ((error == SSL_ERROR_SSL || error == SSL_ERROR_SYSCALL) && m_error.isEmpty())
        m_error = takeOpenSslError();
}

void TlsPeer::pump()
{
    const QByteArray &encrypted = wire.received();
    BIO_write(SSL_get_rbio(m_ssl.get()), encrypted.constData() + m_fed, int(encrypted.size() - m_fed));
    m_fed = encrypted.size();
    qsizetype before = -1;
    while (before != m_received.size()) {
        before = m_received.size();
        const QByteArray flight = takeFlight();
        const qsizetype slice = m_settings.slice == 0 ? std::max<qsizetype>(flight.size(), 1) : m_settings.slice;
        for (qsizetype sent = 0; sent < flight.size(); sent += slice)
            wire.send(flight.mid(sent, slice));
    }
}

bool TlsPeer::isOpen()
{
    pump();
    return SSL_is_init_finished(m_ssl.get());
}

void TlsPeer::write(QByteArrayView clear)
{
    std::ignore = SSL_write(m_ssl.get(), clear.data(), int(clear.size()));
    pump();
}

void TlsPeer::closeNotify()
{
    SSL_shutdown(m_ssl.get());
    pump();
}

const QByteArray &TlsPeer::received()
{
    pump();
    return m_received;
}

bool TlsPeer::seesCloseNotify()
{
    pump();
    return SSL_get_shutdown(m_ssl.get()) & SSL_RECEIVED_SHUTDOWN;
}

QByteArray TlsPeer::error()
{
    pump();
    return m_error;
}

void TlsPeer::feedBroken()
{
    QByteArray flight = takeFlight();
    flight[flight.size() - 1] = char(~flight.back());
    wire.send(flight);
}

QByteArray TlsPeer::certificateName()
{
    const CertificatePtr certificate(SSL_get1_peer_certificate(m_ssl.get()));
    std::array<char, 100> name{};
    if (certificate)
        X509_NAME_get_text_by_NID(X509_get_subject_name(certificate.get()), NID_commonName, name.data(), int(name.size()));
    return QByteArray(name.data());
}

} // namespace pushscope
