// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/findings/words.h"

namespace pushscope {

QByteArray inWords(Milliseconds time)
{
    const qint64 ms = time.count();
    if (ms < 1000)
        return QByteArray::number(ms) + " ms";
    const qint64 tenths = (ms + 50) / 100;
    if (tenths < 600)
        return QByteArray::number(tenths / 10) + (tenths % 10 ? '.' + QByteArray::number(tenths % 10) : QByteArray()) + " s";
    const qint64 seconds = (ms + 500) / 1000;
    const QByteArray minutes = QByteArray::number(seconds / 60) + " min";
    return seconds % 60 ? minutes + ' ' + QByteArray::number(seconds % 60) + " s" : minutes;
}

QByteArray counted(quint64 count, const char *noun)
{
    return QByteArray::number(count) + ' ' + noun + (count == 1 ? "" : "s");
}

} // namespace pushscope
