// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SseClient: a consumer of GET /api/events, through QNetworkAccessManager. Source: wire.md, "Server-Sent Events".

#include "lab/patientrequests.h"
#include "lab/simulatedclient.h"
#include "protocol/ssereader.h"

#include <QNetworkReply>
#include <QPointer>

namespace pushscope {

class SseClient final : public SimulatedClient
{
    Q_OBJECT
public:
    // `manager` is borrowed and outlives the client.
    SseClient(ClientPlan plan, QNetworkAccessManager &manager, QObject *parent = nullptr);
    ~SseClient() override;

    void cutNow() override;

protected:
    QCoro::Task<Ending> converse() override;

private:
    // Answered 200 with an event stream.
    [[nodiscard]] static bool isAnswered(const QNetworkReply &reply);
    [[nodiscard]] static bool isStream(const QNetworkReply &reply);
    void read(QNetworkReply &reply, SseReader &reader);
    [[nodiscard]] QByteArray ownId(const SseEvent &event);
    // Connections beside its own, that it never reads: as its misbehaviour has it.
    void openMore(const QNetworkRequest &request);

    PatientRequests m_requests;
    QPointer<QNetworkReply> m_reply;
    std::unique_ptr<QNetworkAccessManager> m_ownManager; // of those beside its own
    SseEvent m_introduced; // the event that brought the stream's present id
};

} // namespace pushscope
