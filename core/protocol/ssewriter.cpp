// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/ssewriter.h"

#include <algorithm>

namespace pushscope {

// One line of the stream for each line of `text`, where CRLF, LF and a lone CR all end a line as they do for a reader.
static void appendLines(QByteArray &out, QByteArrayView prefix, QByteArrayView text)
{
    for (;;) {
        const auto end = std::find_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; });
        const qsizetype length = end - text.begin();
        out += prefix;
        out += text.first(length);
        out += '\n';
        if (end == text.end())
            return;
        const bool crlf = *end == '\r' && length + 1 < text.size() && text[length + 1] == '\n';
        text = text.sliced(length + (crlf ? 2 : 1));
    }
}

static bool isOneLine(QByteArrayView text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\0'; });
}

static void appendField(QByteArray &out, QByteArrayView prefix, QByteArrayView value)
{
    Q_ASSERT(isOneLine(value));
    if (value.isEmpty())
        return;
    out += prefix;
    out += value;
    out += '\n';
}

QByteArray sseEvent(QByteArrayView id, QByteArrayView type, QByteArrayView data)
{
    QByteArray out;
    out.reserve(id.size() + type.size() + data.size() + 32);
    appendField(out, "id: ", id);
    appendField(out, "event: ", type);
    appendLines(out, "data: ", data);
    out += '\n';
    return out;
}

QByteArray sseComment(QByteArrayView text)
{
    QByteArray out;
    appendLines(out, ": ", text);
    out += '\n';
    return out;
}

QByteArray sseRetry(std::chrono::milliseconds delay)
{
    return "retry: " + QByteArray::number(qint64(std::max(delay.count(), std::chrono::milliseconds::rep(0)))) + "\n\n";
}

} // namespace pushscope
