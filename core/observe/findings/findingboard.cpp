// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/findings/findingboard.h"

namespace pushscope {

QByteArray FindingBoard::nameOf(const FindingSubject &subject, const QByteArray &code)
{
    return code + (subject.clientKey > 0 ? '#' + QByteArray::number(subject.clientKey) : '?' + subject.client);
}

FindingRow *FindingBoard::find(const FindingSubject &subject, const char *code)
{
    const auto it = m_keys.find(nameOf(subject, code));
    return it == m_keys.end() ? nullptr : &m_rows.at(it->second);
}

bool FindingBoard::has(const FindingSubject &subject, const QByteArray &code) const
{
    return m_keys.contains(nameOf(subject, code));
}

void FindingBoard::raise(const FindingSubject &subject, const char *code, Moment at, QByteArray text,
                         const std::vector<FindingRow::Evidence> &evidence)
{
    FindingRow *row = find(subject, code);
    if (!row) {
        if (m_rows.size() == MaxRows)
            remove(m_rows.begin()->first);
        const quint32 key = ++m_lastKey;
        row = &m_rows[key];
        row->key = key;
        row->clientKey = subject.clientKey;
        row->client = subject.client;
        row->code = code;
        row->firstSeen = at.wall;
        m_keys.emplace(nameOf(subject, code), key);
        m_strangers += subject.clientKey == 0;
    }
    ++row->count;
    row->text = std::move(text);
    row->lastSeen = at.wall;
    row->evidence.insert(row->evidence.end(), evidence.begin(), evidence.end());
    if (const std::size_t excess = row->evidence.size() - std::min(row->evidence.size(), MaxEvidence); excess > 0) {
        const auto middle = row->evidence.begin() + MaxEvidence / 2;
        row->evidence.erase(middle, middle + std::ptrdiff_t(excess));
    }
    changed(row->key);
}

void FindingBoard::retell(const FindingSubject &subject, const char *code, Moment at, QByteArray text, quint32 clients)
{
    FindingRow *row = find(subject, code);
    if (!row)
        return;
    row->text = std::move(text);
    row->clients = clients;
    row->lastSeen = at.wall;
    changed(row->key);
}

void FindingBoard::withdraw(const FindingSubject &subject, const char *code)
{
    if (const FindingRow *row = find(subject, code))
        remove(row->key);
}

void FindingBoard::adopt(const QByteArray &stranger, const FindingSubject &subject)
{
    if (m_strangers == 0)
        return;
    for (auto &[key, row] : m_rows) {
        if (row.clientKey != 0 || row.client.isEmpty() || row.client != stranger || has(subject, row.code))
            continue;
        m_keys.erase(nameOf({0, row.client}, row.code));
        m_keys.emplace(nameOf(subject, row.code), key);
        row.clientKey = subject.clientKey;
        row.client = subject.client;
        --m_strangers;
        changed(key);
    }
}

void FindingBoard::remove(quint32 key)
{
    const FindingRow &row = m_rows.at(key);
    m_keys.erase(nameOf({row.clientKey, row.client}, row.code));
    m_strangers -= row.clientKey == 0;
    m_rows.erase(key);
    for (Told &told : m_told) {
        told.changed.erase(key);
        told.removed.insert(key);
        if (told.removed.size() > MaxRows) // nobody looks
            told.removed.erase(told.removed.begin());
    }
}

void FindingBoard::changed(quint32 key)
{
    for (Told &told : m_told)
        told.changed.insert(key);
}

std::vector<FindingRow> FindingBoard::takeChanged(Viewer viewer)
{
    std::vector<FindingRow> rows;
    for (const quint32 key : std::exchange(m_told[std::size_t(viewer)].changed, {}))
        rows.push_back(m_rows.at(key));
    return rows;
}

std::vector<quint32> FindingBoard::takeRemoved(Viewer viewer)
{
    const auto removed = std::exchange(m_told[std::size_t(viewer)].removed, {});
    return {removed.begin(), removed.end()};
}

} // namespace pushscope
