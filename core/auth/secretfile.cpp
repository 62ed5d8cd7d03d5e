// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The secret in a file of its own, and secrets in files named by options.

#include "auth/keyset.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace pushscope {

static constexpr qint64 MaxSecretFile = 64 * 1024;

static Result<QByteArray> readSecret(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Errc::Io, "cannot read " + path.toUtf8() + ": " + file.errorString().toUtf8());
    QByteArray secret = file.read(MaxSecretFile + 1);
    if (secret.size() > MaxSecretFile)
        return fail(Errc::InvalidArgument, path.toUtf8() + " is too large for a secret");
    if (secret.endsWith('\n'))
        secret.chop(secret.endsWith("\r\n") ? 2 : 1);
    if (secret.isEmpty())
        return fail(Errc::InvalidArgument, path.toUtf8() + " has no secret in it");
    return secret;
}

static QByteArray makeSecret()
{
    std::array<quint32, 8> words; // 256 bits
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

#ifdef Q_OS_UNIX

static Result<void> checkPrivate(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) == 0 && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return fail(Errc::Forbidden,
                    "the secret file " + path.toUtf8()
                        + " can be read by others: give it to its owner alone (chmod 600) or remove it");
    return {};
}

// Written beside its name and linked into place: nobody ever sees half a secret, nor a file with other rights.
static Result<void> createPrivate(const QString &path, const QByteArray &content)
{
    const QByteArray name = QFile::encodeName(path);
    QByteArray beside = name + ".XXXXXX";
    const int descriptor = ::mkstemp(beside.data()); // mode 0600
    const bool written = descriptor >= 0 && ::write(descriptor, content.constData(), size_t(content.size())) == content.size()
        && ::fsync(descriptor) == 0 && (::link(beside.constData(), name.constData()) == 0 || errno == EEXIST);
    const int reason = errno;
    if (descriptor >= 0) {
        ::close(descriptor);
        ::unlink(beside.constData());
    }
    return written ? Result<void>() : fail(Errc::Io, "cannot write " + name + ": " + std::strerror(reason));
}

#else

static Result<void> checkPrivate(const QString &)
{
    return {}; // the folder of a user's configuration is the user's own
}

static Result<void> createPrivate(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)
        || file.write(content) != content.size())
        return fail(Errc::Io, "cannot write " + path.toUtf8() + ": " + file.errorString().toUtf8());
    return {};
}

#endif

Result<QByteArray> secretFromOption(const QByteArray &value)
{
    if (value.startsWith('@'))
        return readSecret(QFile::decodeName(value.sliced(1)));
    if (value.isEmpty())
        return fail(Errc::InvalidArgument, "the secret is empty");
    return value;
}

Result<QByteArray> loadOrCreateSecret(const QString &path)
{
    if (!QFileInfo::exists(path)) {
        const QString folder = QFileInfo(path).absolutePath();
        if (!QDir().mkpath(folder))
            return fail(Errc::Io, "cannot create the folder " + folder.toUtf8());
        if (const auto made = createPrivate(path, makeSecret() + '\n'); !made)
            return tl::unexpected(made.error());
    }
    // Read back even when just made: another hub may have been first.
    return checkPrivate(path).and_then([&] { return readSecret(path); });
}

} // namespace pushscope
