// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/tlsidentity.h"

#include <QDateTime>
#include <QFile>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace pushscope {

namespace {

constexpr qint64 MaxFile = 1024 * 1024;

// With forward secrecy and authenticated encryption; the suites of TLS 1.3 are all like that (RFC 9325 §4.2).
constexpr char Tls12Ciphers[] = "ECDHE+AESGCM:ECDHE+CHACHA20";

Result<QByteArray> readPem(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Errc::Io, "cannot read " + path.toUtf8() + ": " + file.errorString().toUtf8());
    QByteArray pem = file.read(MaxFile + 1);
    if (pem.size() > MaxFile)
        return fail(Errc::InvalidArgument, path.toUtf8() + " is too large for a certificate or a key");
    return pem;
}

BioPtr bioOf(const QByteArray &pem)
{
    return BioPtr(BIO_new_mem_buf(pem.constData(), int(pem.size())));
}

// A key with a password is refused rather than asked for: nobody sits at a server's terminal.
int noPassword(char *, int, int, void *)
{
    return -1;
}

Result<void> useCertificates(SSL_CTX *context, const QString &path)
{
    const auto pem = readPem(path);
    if (!pem)
        return tl::unexpected(pem.error());
    const BioPtr bio = bioOf(*pem);
    const CertificatePtr own(PEM_read_bio_X509(bio.get(), nullptr, noPassword, nullptr));
    if (!own || SSL_CTX_use_certificate(context, own.get()) != 1)
        return fail(Errc::InvalidArgument, path.toUtf8() + " has no PEM certificate that can be used: " + takeOpenSslError());
    while (CertificatePtr issuer{PEM_read_bio_X509(bio.get(), nullptr, noPassword, nullptr)}) {
        if (SSL_CTX_add0_chain_cert(context, issuer.get()) != 1)
            return fail(Errc::InvalidArgument, path.toUtf8() + ": a certificate of the chain: " + takeOpenSslError());
        std::ignore = issuer.release();
    }
    const bool ended = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
    const QByteArray error = takeOpenSslError();
    return ended ? Result<void>() : fail(Errc::InvalidArgument, path.toUtf8() + ": a certificate of the chain: " + error);
}

Result<void> useKey(SSL_CTX *context, const TlsFiles &files)
{
    const auto pem = readPem(files.key);
    if (!pem)
        return tl::unexpected(pem.error());
    const KeyPtr key(PEM_read_bio_PrivateKey(bioOf(*pem).get(), nullptr, noPassword, nullptr));
    if (!key)
        return fail(Errc::InvalidArgument,
                    files.key.toUtf8() + " has no PEM private key without a password: " + takeOpenSslError());
    if (X509_check_private_key(SSL_CTX_get0_certificate(context), key.get()) != 1) {
        std::ignore = takeOpenSslError();
        return fail(Errc::InvalidArgument,
                    "the key in " + files.key.toUtf8() + " is not that of the certificate in " + files.certificate.toUtf8());
    }
    if (SSL_CTX_use_PrivateKey(context, key.get()) != 1)
        return fail(Errc::InvalidArgument, files.key.toUtf8() + ": " + takeOpenSslError());
    return {};
}

SslContextPtr makeContext()
{
    SslContextPtr context(SSL_CTX_new(TLS_server_method()));
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    SSL_CTX_set_cipher_list(context.get(), Tls12Ciphers);
    SSL_CTX_set_options(context.get(),
                        SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE
                            | SSL_OP_PRIORITIZE_CHACHA);
    // A link at rest holds no buffers. Sessions are kept by the clients, in tickets, and not here.
    SSL_CTX_set_mode(context.get(), SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(context.get(), 1);
    return context;
}

QByteArray textOf(const tm &time)
{
    const QDate date(time.tm_year + 1900, time.tm_mon + 1, time.tm_mday);
    return QDateTime(date, QTime(time.tm_hour, time.tm_min, time.tm_sec), Qt::UTC).toString(Qt::ISODate).toLatin1();
}

} // namespace

QByteArray takeOpenSslError()
{
    const unsigned long code = ERR_get_error();
    ERR_clear_error();
    const char *reason = code == 0 ? nullptr : ERR_reason_error_string(code);
    return reason ? QByteArray(reason) : QByteArray("unknown reason");
}

Result<TlsIdentity> TlsIdentity::load(const TlsFiles &files)
{
    ERR_clear_error();
    SslContextPtr context = makeContext();
    return useCertificates(context.get(), files.certificate).and_then([&] { return useKey(context.get(), files); }).map([&] {
        return TlsIdentity(std::move(context));
    });
}

bool TlsIdentity::covers(const char *serverName) const
{
    return X509_check_host(SSL_CTX_get0_certificate(m_context.get()), serverName, 0, 0, nullptr) == 1;
}

QByteArray TlsIdentity::timeProblem(WallTime now) const
{
    const X509 *certificate = SSL_CTX_get0_certificate(m_context.get());
    time_t seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    tm time = {};
    if (X509_cmp_time(X509_get0_notAfter(certificate), &seconds) < 0 && ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &time))
        return "expired on " + textOf(time);
    if (X509_cmp_time(X509_get0_notBefore(certificate), &seconds) > 0 && ASN1_TIME_to_tm(X509_get0_notBefore(certificate), &time))
        return "is not valid before " + textOf(time);
    return {};
}

} // namespace pushscope
