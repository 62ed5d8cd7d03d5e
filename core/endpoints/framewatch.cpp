// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/framewatch.h"

#include <QtEndian>

namespace pushscope {

void tellWebSocketFrames(FrameTap &tap, QByteArrayView octets, bool out, WallTime at)
{
    while (octets.size() >= 2) {
        const auto first = quint8(octets[0]), second = quint8(octets[1]);
        const int form = second & 0x7f;
        const qsizetype lengthOctets = form == 127 ? 8 : form == 126 ? 2 : 0;
        const bool isMasked = second & 0x80;
        const qsizetype head = 2 + lengthOctets + (isMasked ? 4 : 0);
        if (octets.size() < head)
            return;
        quint64 length = quint64(form);
        if (form == 126)
            length = qFromBigEndian<quint16>(octets.data() + 2);
        else if (form == 127)
            length = qFromBigEndian<quint64>(octets.data() + 2);
        WireFrame frame;
        frame.at = at;
        frame.out = out;
        frame.type = first & 0x0f;
        frame.flags = quint8((first & 0xf0) | (isMasked ? WireFrame::Masked : 0));
        frame.length = length;
        tap.passed(frame);
        if (length > quint64(octets.size() - head))
            return;
        octets = octets.sliced(head + qsizetype(length));
    }
}

} // namespace pushscope
