// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"

#include <QRandomGenerator>

namespace pushscope {

QByteArray formatEventId(const Epoch &epoch, Seq seq)
{
    QByteArray text;
    text.reserve(epoch.size() + 21);
    text += epoch;
    text += '-';
    text += QByteArray::number(seq.value);
    return text;
}

static bool isEpochCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

Result<EventId> parseEventId(QByteArrayView text)
{
    const qsizetype dash = text.indexOf('-');
    if (dash < 1 || dash > 16 || !std::all_of(text.begin(), text.begin() + dash, isEpochCharacter))
        return fail(Errc::Syntax, "a cursor is <epoch>-<seq>", 0);
    const QByteArrayView digits = text.sliced(dash + 1);
    const bool allDigits = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits.isEmpty() || digits.size() > 19 || !allDigits || (digits.size() > 1 && digits.front() == '0'))
        return fail(Errc::Syntax, "the sequence number of a cursor is 1 to 19 digits", dash + 1);
    return EventId{text.first(dash).toByteArray(), Seq{digits.toULongLong()}};
}

Epoch makeEpoch()
{
    static constexpr char Alphabet[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    Epoch epoch(8, Qt::Uninitialized);
    for (char &c : epoch)
        c = Alphabet[QRandomGenerator::system()->bounded(36)];
    return epoch;
}

} // namespace pushscope
