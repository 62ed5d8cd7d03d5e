// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/clientwire.h"

#include "ui/models/celltext.h"

#include <QCoreApplication>
#include <QLocale>

namespace pushscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(pushscope::ClientWire)
};

} // namespace

QString encryptionText(const ClientRow &client)
{
    if (!client.tls)
        return Words::tr("none");
    if (!client.tlsVersion || !client.tlsCipher)
        return QStringLiteral("TLS"); // a recording of a version that did not tell
    return QStringLiteral("%1, %2").arg(QLatin1String(client.tlsVersion), QLatin1String(client.tlsCipher));
}

QString compressionText(const ClientRow &client)
{
    const char *name = compressionName(client.compression);
    return name ? QString::fromLatin1(name) : Words::tr("none");
}

quint64 plainBytes(const ClientRow &client) noexcept
{
    // A poller's octets are those of its events, before their answer is compressed.
    if (client.protocol == ClientProtocol::Poll)
        return client.bytesOut;
    return quint64(std::max<qint64>(qint64(client.bytesOut) + client.bytesSaved, 0));
}

std::optional<double> savedPercent(const ClientRow &client)
{
    const quint64 plain = plainBytes(client);
    if (client.compression == Compression::None || plain == 0)
        return {};
    return std::min(100.0 * double(client.bytesSaved) / double(plain), 100.0); // an answer has more than its events
}

QString savedText(const ClientRow &client)
{
    const std::optional<double> percent = savedPercent(client);
    return percent ? Words::tr("%1 %").arg(QLocale().toString(*percent, 'f', 1)) : nothingText();
}

QString gainText(const ClientRow &client)
{
    if (!savedPercent(client))
        return compressionText(client);
    return Words::tr("%1: %2 of %3 bytes saved, %4")
        .arg(compressionText(client), QLocale().toString(client.bytesSaved), numberText(plainBytes(client)), savedText(client));
}

} // namespace pushscope
