// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/celltext.h"

#include <QCoreApplication>
#include <QLocale>
#include <array>

namespace pushscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(pushscope::CellText)
};

} // namespace

QString numberText(quint64 value)
{
    return QLocale().toString(value);
}

QString rateText(double perSecond)
{
    if (perSecond == 0 || perSecond >= 100)
        return QLocale().toString(perSecond, 'f', 0);
    return QLocale().toString(perSecond, 'f', perSecond >= 10 ? 1 : 2);
}

QString sizeText(quint64 octets)
{
    return QLocale().formattedDataSize(qint64(octets), octets < 1024 ? 0 : 1);
}

QString durationText(std::chrono::microseconds value)
{
    const QLocale locale;
    const double us = double(value.count());
    if (us < 1000)
        return Words::tr("%1 µs").arg(locale.toString(us, 'f', 0));
    if (us < 1e6)
        return Words::tr("%1 ms").arg(locale.toString(us / 1e3, 'f', us < 1e4 ? 1 : 0));
    if (us < 60e6)
        return Words::tr("%1 s").arg(locale.toString(us / 1e6, 'f', 1));
    const qint64 seconds = value.count() / 1'000'000;
    if (seconds < 3600)
        return Words::tr("%1 min %2 s").arg(locale.toString(seconds / 60), locale.toString(seconds % 60));
    return Words::tr("%1 h %2 min").arg(locale.toString(seconds / 3600), locale.toString(seconds / 60 % 60));
}

QString clockText(WallTime time)
{
    const qint64 ms = time.time_since_epoch().count();
    if (ms == 0)
        return {};
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms).time(), QStringLiteral("HH:mm:ss.zzz"));
}

QString dateText(WallTime time)
{
    const qint64 ms = time.time_since_epoch().count();
    if (ms == 0)
        return {};
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms), QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
}

QString idText(const Epoch &epoch, Seq seq)
{
    if (seq.isNull())
        return nothingText();
    return QString::fromLatin1(formatEventId(epoch, seq));
}

QString lineText(QByteArrayView utf8)
{
    QString text = QString::fromUtf8(utf8);
    for (QChar &c : text) {
        if (c == u'\n')
            c = QChar(u'↵');
        else if (c == u'\r')
            c = QChar(u'⇤');
        else if (c == u'\t')
            c = QChar(u'⇥');
        else if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            c = QChar(QChar::ReplacementCharacter);
    }
    return text;
}

QString listText(const QList<QByteArray> &list)
{
    return lineText(list.join(", "));
}

QString channelsText(const QList<QByteArray> &channels)
{
    if (channels.size() == 1 && channels.first() == "*")
        return Words::tr("everyone");
    return listText(channels);
}

QString protocolShape(ClientProtocol protocol)
{
    static constexpr std::array Shapes{u'●', u'■', u'▲'};
    return QChar(Shapes[std::size_t(protocol)]);
}

QString protocolWord(ClientProtocol protocol)
{
    switch (protocol) {
    case ClientProtocol::Sse:
        return QStringLiteral("SSE");
    case ClientProtocol::WebSocket:
        return QStringLiteral("WS");
    case ClientProtocol::Poll:
        return QStringLiteral("LP");
    }
    return {};
}

QString protocolText(ClientProtocol protocol)
{
    return protocolShape(protocol) + QChar(u' ') + protocolWord(protocol);
}

Tone protocolTone(ClientProtocol protocol) noexcept
{
    static constexpr std::array Tones{Tone::Sse, Tone::WebSocket, Tone::Poll};
    return Tones[std::size_t(protocol)];
}

} // namespace pushscope
