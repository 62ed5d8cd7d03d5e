// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/ssereader.h"

#include <algorithm>

namespace pushscope {

void SseReader::feed(QByteArrayView in)
{
    if (m_bomSeen >= 0)
        in = skipBom(in);
    while (!in.isEmpty() && !m_overflowed) {
        if (std::exchange(m_afterCr, false) && in.front() == '\n') {
            in = in.sliced(1);
            continue;
        }
        const auto end = std::find_if(in.begin(), in.end(), [](char c) { return c == '\n' || c == '\r'; });
        const qsizetype length = end - in.begin();
        feedLinePart(in.first(length));
        if (end == in.end() || m_overflowed)
            return;
        m_afterCr = *end == '\r';
        endLine();
        in = in.sliced(length + 1);
    }
}

QByteArrayView SseReader::skipBom(QByteArrayView in)
{
    static constexpr QByteArrayView Bom("\xEF\xBB\xBF");
    while (!in.isEmpty() && m_bomSeen >= 0) {
        if (in.front() != Bom[m_bomSeen]) {
            m_line = Bom.first(m_bomSeen).toByteArray(); // it was none: these octets are of the first line
            m_bomSeen = -1;
            return in;
        }
        m_bomSeen = m_bomSeen == 2 ? qint8(-1) : qint8(m_bomSeen + 1);
        in = in.sliced(1);
    }
    return in;
}

void SseReader::feedLinePart(QByteArrayView part)
{
    m_overflowed = m_data.size() + m_line.size() + part.size() > MaxEventBytes;
    if (!m_overflowed)
        m_line += part;
}

void SseReader::endLine()
{
    const QByteArrayView line = m_line;
    if (line.isEmpty()) {
        dispatch();
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon < 0) {
        interpretField(line, {});
    } else if (colon > 0) { // a line that begins with a colon is a comment
        QByteArrayView value = line.sliced(colon + 1);
        if (value.startsWith(' '))
            value = value.sliced(1);
        interpretField(line.first(colon), value);
    }
    m_line.clear();
}

void SseReader::interpretField(QByteArrayView name, QByteArrayView value)
{
    if (name == "data") {
        m_data += value;
        m_data += '\n';
    } else if (name == "event") {
        m_type = value.toByteArray();
    } else if (name == "id") {
        if (!value.contains('\0'))
            m_id = value.toByteArray();
    } else if (name == "retry") {
        interpretRetry(value);
    }
}

void SseReader::interpretRetry(QByteArrayView value)
{
    const bool digits = std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    bool ok = false;
    const qlonglong delay = digits ? value.toLongLong(&ok) : 0;
    if (ok)
        m_retry = std::chrono::milliseconds(delay);
}

void SseReader::dispatch()
{
    m_lastEventId = m_id;
    if (!m_data.isEmpty()) {
        m_data.chop(1);
        m_events.push({m_lastEventId, m_type.isEmpty() ? QByteArray("message") : m_type, m_data});
    }
    m_data.clear();
    m_type.clear();
}

std::optional<SseEvent> SseReader::nextEvent()
{
    return m_events.take();
}

} // namespace pushscope
