// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/bytestext.h"

#include <QStringDecoder>

namespace pushscope {

namespace {

constexpr qsizetype PerLine = 16;

QString escaped(quint8 octet)
{
    return QStringLiteral("\\x%1").arg(octet, 2, 16, QChar(u'0'));
}

// How many octets the UTF-8 sequence at the beginning has; 0: it is none (RFC 3629).
qsizetype sequenceLength(QByteArrayView bytes)
{
    const auto lead = quint8(bytes.front());
    const qsizetype length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    if (length == 0 || bytes.size() < length)
        return 0;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes.first(length));
    return decoder.hasError() || text.isEmpty() ? 0 : length;
}

} // namespace

QString bytesText(QByteArrayView bytes)
{
    QString text;
    text.reserve(bytes.size());
    while (!bytes.isEmpty()) {
        const char c = bytes.front();
        qsizetype taken = 1;
        if (c == '\n')
            text += QStringLiteral("↵\n");
        else if (c == '\r')
            text += QStringLiteral("⇤");
        else if (quint8(c) < 0x20 || c == 0x7f)
            text += escaped(quint8(c));
        else if (const qsizetype length = sequenceLength(bytes); length > 0)
            text += QString::fromUtf8(bytes.first(taken = length));
        else
            text += escaped(quint8(c));
        bytes = bytes.sliced(taken);
    }
    return text;
}

QString hexText(QByteArrayView bytes)
{
    static constexpr char Digits[] = "0123456789abcdef";
    QString text;
    for (qsizetype at = 0; at < bytes.size(); at += PerLine) {
        const QByteArrayView line = bytes.sliced(at, std::min(PerLine, bytes.size() - at));
        text += QStringLiteral("%1 ").arg(at, 8, 16, QChar(u'0'));
        for (qsizetype i = 0; i < PerLine; ++i) {
            if (i == PerLine / 2)
                text += QChar(u' ');
            if (i < line.size())
                text += QChar(u' ') + QLatin1Char(Digits[quint8(line[i]) >> 4]) + QLatin1Char(Digits[quint8(line[i]) & 15]);
            else
                text += QStringLiteral("   ");
        }
        text += QStringLiteral("  ");
        for (const char c : line)
            text += quint8(c) >= 0x20 && quint8(c) < 0x7f ? QLatin1Char(c) : QLatin1Char('.');
        text += QChar(u'\n');
    }
    text.chop(1);
    return text;
}

} // namespace pushscope
