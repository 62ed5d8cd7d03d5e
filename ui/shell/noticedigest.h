// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// NoticeDigest: what there is to tell, added up until it is told: as one title and one text.

#include <QCoreApplication>
#include <QStringList>

namespace pushscope {

class NoticeDigest
{
    Q_DECLARE_TR_FUNCTIONS(pushscope::NoticeDigest)
public:
    void addLost(quint64 events); // of one client
    void addFinding(const QByteArray &code, const QByteArray &client);
    void addTrouble(const QString &text);

    [[nodiscard]] bool isEmpty() const noexcept { return m_clients == 0 && m_findings == 0 && m_troubles == 0; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;
    // The pane that shows what is told first: "ledger", "findings", "log".
    [[nodiscard]] const char *pane() const;

private:
    quint64 m_lost = 0; // events
    quint64 m_clients = 0; // that lost them
    quint64 m_findings = 0;
    quint64 m_troubles = 0;
    QStringList m_findingLines, m_troubleLines; // the first few
};

} // namespace pushscope
