// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PatientRequests: one simulated client's GETs through a manager that it shares with others. Breaks off those that have no answer
// in time: QNetworkAccessManager can lose a request whose connection was reset while the next was refused: it has no socket any
// more and never ends. What that manager would use for the next is as doubtful, so the client goes on with one of its own; the
// others' requests, which forgetting the shared one's connections would lose too, are left alone. On the client's thread.

#include <QNetworkAccessManager>
#include <chrono>
#include <memory>

class QNetworkReply;
class QNetworkRequest;

namespace pushscope {

class PatientRequests
{
public:
    explicit PatientRequests(QNetworkAccessManager &shared) noexcept // borrowed
        : m_shared(shared)
    {
    }

    // Aborted if there is no first octet of an answer after `patience`. Owned by the caller, to be deleted before this is.
    [[nodiscard]] QNetworkReply *get(const QNetworkRequest &request, std::chrono::milliseconds patience);

private:
    void distrustConnections();

    QNetworkAccessManager &m_shared;
    std::unique_ptr<QNetworkAccessManager> m_own; // since a request was lost
};

} // namespace pushscope
