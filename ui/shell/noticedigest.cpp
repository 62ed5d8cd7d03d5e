// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/noticedigest.h"
#include "ui/models/findingtext.h"

namespace pushscope {

namespace {

constexpr qsizetype MostLines = 3; // of a kind

} // namespace

void NoticeDigest::addLost(quint64 events)
{
    m_lost += events;
    ++m_clients;
}

void NoticeDigest::addFinding(const QByteArray &code, const QByteArray &client)
{
    ++m_findings;
    if (m_findingLines.size() == MostLines)
        return;
    const QString title = explainFinding(code).title;
    m_findingLines += client.isEmpty() ? title : QStringLiteral("%1: %2").arg(QString::fromUtf8(client), title);
}

void NoticeDigest::addTrouble(const QString &text)
{
    ++m_troubles;
    if (m_troubleLines.size() < MostLines)
        m_troubleLines += text;
}

QString NoticeDigest::title() const
{
    if (m_troubles > 0)
        return tr("The hub warns");
    if (m_clients > 0)
        return tr("%Ln client(s) lost events", nullptr, int(m_clients));
    return tr("%Ln new finding(s)", nullptr, int(m_findings));
}

QString NoticeDigest::text() const
{
    QStringList lines = m_troubleLines;
    if (m_clients > 0)
        lines += tr("%Ln event(s) can't be had any more. The replay ledger says why.", nullptr, int(m_lost));
    return (lines + m_findingLines).join(u'\n');
}

const char *NoticeDigest::pane() const
{
    return m_troubles > 0 ? "log" : m_clients > 0 ? "ledger" : "findings";
}

} // namespace pushscope
