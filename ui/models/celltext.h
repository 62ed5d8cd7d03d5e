// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How values are written for people: numbers and times by the locale, ids and names as text. GUI thread.

#include "base/clock.h"
#include "base/ids.h"
#include "hub/event.h"
#include "ui/models/tablecolumn.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace pushscope {

[[nodiscard]] QString numberText(quint64 value); // "1,234"
[[nodiscard]] QString rateText(double perSecond); // "1,234" or "0.25": three digits at least
[[nodiscard]] QString sizeText(quint64 octets); // "1.2 MiB"
[[nodiscard]] QString durationText(std::chrono::microseconds value); // "340 µs", "12 ms", "3.2 s", "2 min 5 s"
[[nodiscard]] QString clockText(WallTime time); // "12:00:01.042", local time; empty for none
[[nodiscard]] QString dateText(WallTime time); // with the date
[[nodiscard]] QString idText(const Epoch &epoch, Seq seq); // "k3f9-1042", "–" for none
[[nodiscard]] QString lineText(QByteArrayView utf8); // one line: line ends and tabs become ↵ ⇤ ⇥
[[nodiscard]] QString listText(const QList<QByteArray> &list); // "a, b"
[[nodiscard]] QString channelsText(const QList<QByteArray> &channels); // "everyone" for "*"

[[nodiscard]] QString protocolShape(ClientProtocol protocol); // "●", "■", "▲"
[[nodiscard]] QString protocolWord(ClientProtocol protocol); // "SSE", "WS", "LP"
[[nodiscard]] QString protocolText(ClientProtocol protocol); // "● SSE"
[[nodiscard]] Tone protocolTone(ClientProtocol protocol) noexcept;

[[nodiscard]] inline QString nothingText()
{
    return QStringLiteral("–");
}

} // namespace pushscope
