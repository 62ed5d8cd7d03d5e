// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/selfsigned.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QSaveFile>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace pushscope {

namespace {

constexpr long Day = 24 * 60 * 60;
constexpr long Lifetime = 397 * Day; // what browsers accept of any authority
constexpr auto RenewBefore = std::chrono::hours(24 * 30);
constexpr char Constraints[] = "critical,permitted;DNS:localhost,permitted;IP:127.0.0.0/255.0.0.0,"
                               "permitted;IP:0:0:0:0:0:0:0:1/FFFF:FFFF:FFFF:FFFF:FFFF:FFFF:FFFF:FFFF";

struct Extension {
    int id;
    const char *value;
};

bool addExtensions(X509 *certificate, X509 *issuer, std::initializer_list<Extension> extensions)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    for (const Extension &extension : extensions) {
        X509_EXTENSION *made = X509V3_EXT_conf_nid(nullptr, &context, extension.id, extension.value);
        const bool added = made && X509_add_ext(certificate, made, -1) == 1;
        X509_EXTENSION_free(made);
        if (!added)
            return false;
    }
    return true;
}

CertificatePtr newCertificate(const char *name, EVP_PKEY *key, WallTime now)
{
    CertificatePtr certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    quint64 serial = 0;
    RAND_bytes(reinterpret_cast<unsigned char *>(&serial), sizeof serial);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), serial >> 1 | 1); // RFC 5280 §4.1.2.2: positive
    time_t start = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    X509_time_adj(X509_getm_notBefore(certificate.get()), -60 * 60, &start); // clocks differ
    X509_time_adj(X509_getm_notAfter(certificate.get()), Lifetime, &start);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(name), -1, -1, 0);
    X509_set_pubkey(certificate.get(), key);
    return certificate;
}

QByteArray pemOf(const X509 *certificate)
{
    const BioPtr bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate);
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

QByteArray pemOf(const EVP_PKEY *key)
{
    const BioPtr bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

// Written beside its name and renamed, for its owner alone from the first octet on where that is asked for.
Result<void> writeFile(const QString &path, const QByteArray &content, bool isPrivate)
{
    QSaveFile file(path);
    const bool opened = file.open(QIODevice::WriteOnly);
    if (opened && isPrivate)
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (!opened || file.write(content) != content.size() || !file.commit())
        return fail(Errc::Io, "cannot write " + path.toUtf8() + ": " + file.errorString().toUtf8());
    return {};
}

Result<void> create(const SelfSigned &paths, WallTime now)
{
    const KeyPtr authorityKey(EVP_EC_gen("P-256"));
    const KeyPtr key(EVP_EC_gen("P-256"));
    if (!authorityKey || !key)
        return fail(Errc::Io, "cannot make a key: " + takeOpenSslError());
    const CertificatePtr authority = newCertificate("Pushscope on this machine", authorityKey.get(), now);
    X509_set_issuer_name(authority.get(), X509_get_subject_name(authority.get()));
    const CertificatePtr leaf = newCertificate("localhost", key.get(), now);
    X509_set_issuer_name(leaf.get(), X509_get_subject_name(authority.get()));
    const bool made = addExtensions(authority.get(), authority.get(),
                                    {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
                                     {NID_key_usage, "critical,keyCertSign"},
                                     {NID_subject_key_identifier, "hash"},
                                     {NID_name_constraints, Constraints}})
        && X509_sign(authority.get(), authorityKey.get(), EVP_sha256()) > 0
        && addExtensions(leaf.get(), authority.get(),
                         {{NID_basic_constraints, "critical,CA:FALSE"},
                          {NID_key_usage, "critical,digitalSignature"},
                          {NID_ext_key_usage, "serverAuth"},
                          {NID_subject_key_identifier, "hash"},
                          {NID_authority_key_identifier, "keyid"},
                          {NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1,IP:0:0:0:0:0:0:0:1"}})
        && X509_sign(leaf.get(), authorityKey.get(), EVP_sha256()) > 0;
    if (!made)
        return fail(Errc::Io, "cannot make a certificate: " + takeOpenSslError());
    return writeFile(paths.files.key, pemOf(key.get()), true)
        .and_then([&] { return writeFile(paths.files.certificate, pemOf(leaf.get()) + pemOf(authority.get()), false); })
        .and_then([&] { return writeFile(paths.authority, pemOf(authority.get()), false); });
}

QByteArray fingerprintOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray pem = file.readAll();
    const BioPtr bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    const CertificatePtr certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
    unsigned int size = 0;
    if (!certificate || X509_digest(certificate.get(), EVP_sha256(), digest.data(), &size) != 1)
        return {};
    return QByteArray(reinterpret_cast<const char *>(digest.data()), qsizetype(size)).toHex();
}

bool isGood(const SelfSigned &paths, WallTime now)
{
    const auto identity = TlsIdentity::load(paths.files);
    return identity && !paths.fingerprint.isEmpty() && identity->timeProblem(now).isEmpty()
        && identity->timeProblem(now + RenewBefore).isEmpty();
}

} // namespace

Result<SelfSigned> loadOrCreateSelfSigned(const QString &folder, WallTime now)
{
    if (!QDir().mkpath(folder))
        return fail(Errc::Io, "cannot create the folder " + folder.toUtf8());
    SelfSigned certificate{{folder + QStringLiteral("/localhost.pem"), folder + QStringLiteral("/localhost-key.pem")},
                           folder + QStringLiteral("/pushscope-authority.pem"),
                           {},
                           false};
    QLockFile lock(folder + QStringLiteral("/.lock")); // two hubs may start at once
    if (!lock.lock())
        return fail(Errc::Io, "cannot write in the folder " + folder.toUtf8());
    certificate.fingerprint = fingerprintOf(certificate.authority);
    if (isGood(certificate, now))
        return certificate;
    if (const auto made = create(certificate, now); !made)
        return tl::unexpected(made.error());
    certificate.fingerprint = fingerprintOf(certificate.authority);
    certificate.made = true;
    return certificate;
}

QByteArray howToTrust(const SelfSigned &certificate)
{
    const QByteArray file = certificate.authority.toUtf8();
    return "TLS with a certificate for localhost, 127.0.0.1 and ::1, signed by " + file + "\n  (SHA-256 "
        + certificate.fingerprint + (certificate.made ? ", made just now" : "")
        + "). To have it trusted:\n"
          "  Chrome, Chromium  certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n Pushscope -i "
        + file
        + "\n"
          "                    or Settings, Privacy and security, Security, Manage certificates, Import\n"
          "  Firefox           Settings, Privacy & Security, View Certificates, Authorities, Import\n"
          "  curl              --cacert "
        + file
        + "\n"
          "  Node              NODE_EXTRA_CA_CERTS="
        + file;
}

} // namespace pushscope
