// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Certificates made for a test, in a folder that goes with it.

#include "transport/tlscontext.h"

#include <QTemporaryDir>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace pushscope {

class TestCertificates
{
public:
    // Self-signed, for this name (also as the common name), valid for so many days from `from` days on.
    TlsFiles make(const char *name, int from = -1, int days = 10)
    {
        const KeyPtr key(EVP_EC_gen("P-256"));
        const CertificatePtr certificate(X509_new());
        X509_set_version(certificate.get(), X509_VERSION_3);
        ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++m_serial);
        X509_time_adj_ex(X509_getm_notBefore(certificate.get()), from, 0, nullptr);
        X509_time_adj_ex(X509_getm_notAfter(certificate.get()), from + days, 0, nullptr);
        X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                                   reinterpret_cast<const unsigned char *>(name), -1, -1, 0);
        X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get()));
        X509_set_pubkey(certificate.get(), key.get());
        const QByteArray names = QByteArray("DNS:") + name;
        X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, names.constData());
        X509_add_ext(certificate.get(), extension, -1);
        X509_EXTENSION_free(extension);
        X509_sign(certificate.get(), key.get(), EVP_sha256());
        const QString path = m_folder.filePath(QString::number(m_serial));
        write(path + QStringLiteral(".pem"), [&](BIO *bio) { return PEM_write_bio_X509(bio, certificate.get()); });
        write(path + QStringLiteral(".key"),
              [&](BIO *bio) { return PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
        return {path + QStringLiteral(".pem"), path + QStringLiteral(".key")};
    }
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private:
    template<typename Write> void write(const QString &path, Write function)
    {
        const BioPtr file(BIO_new_file(path.toLocal8Bit().constData(), "w"));
        if (!file || function(file.get()) != 1)
            qFatal("cannot write %s", qPrintable(path));
    }

    QTemporaryDir m_folder;
    int m_serial = 0;
};

} // namespace pushscope
