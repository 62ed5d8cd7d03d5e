// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PollClient: a consumer of GET /api/poll, through QNetworkAccessManager. Source: wire.md, "long polling".

#include "lab/patientrequests.h"
#include "lab/simulatedclient.h"

#include <QNetworkReply>
#include <QPointer>

namespace pushscope {

class PollClient final : public SimulatedClient
{
    Q_OBJECT
public:
    // `manager` is borrowed and outlives the client.
    PollClient(ClientPlan plan, QNetworkAccessManager &manager, QObject *parent = nullptr);
    ~PollClient() override;

    void cutNow() override;

protected:
    // One row of polls: until one fails.
    QCoro::Task<Ending> converse() override;

private:
    [[nodiscard]] QNetworkReply *ask();
    // False: the answer cannot be understood.
    [[nodiscard]] bool read(const QByteArray &answer);
    [[nodiscard]] bool readEvents(QByteArrayView list);

    PatientRequests m_requests;
    QPointer<QNetworkReply> m_reply;
};

} // namespace pushscope
