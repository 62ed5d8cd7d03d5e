// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Snapshots of a hub that does not exist: for tests, pictures and load. The same seed gives the same values.

#include "observe/observatory.h"

#include <QObject>
#include <QRandomGenerator>

namespace pushscope {

// Makes values as a busy hub would.
class SyntheticHub
{
public:
    explicit SyntheticHub(quint64 generation = 1, quint32 seed = 1);

    [[nodiscard]] ClientRow makeClient(quint32 key); // values depend on the key alone
    [[nodiscard]] JournalRow makeEvent();
    [[nodiscard]] JournalRow makeLog(JournalRow::Kind kind, const QByteArray &op, const QByteArray &cause);
    [[nodiscard]] ReconnectRow makeReconnect(quint32 clientKey, Verdict verdict);
    [[nodiscard]] FindingRow makeFinding(quint32 clientKey, const QByteArray &code); // clientKey 0: of many
    [[nodiscard]] FaultRow makeFault(const QByteArray &json);

    [[nodiscard]] Snapshot withClients(quint32 count); // keys from the next free one
    [[nodiscard]] Snapshot withChanges(quint32 count); // traffic for that many of the clients
    [[nodiscard]] Snapshot withEvents(int count);
    [[nodiscard]] Snapshot empty() const;
    // A frame of everything, as of a hub at work: `seconds` have passed.
    [[nodiscard]] Snapshot frame(double seconds);

    [[nodiscard]] const std::vector<ClientRow> &clients() const noexcept { return m_clients; }
    [[nodiscard]] HubFigures &figures() noexcept { return m_figures; }

private:
    void addTraffic(double seconds);
    void addDeliveries(Snapshot &snapshot, Seq seq); // to some of the clients
    static void addAttempts(ReconnectRow &row);

    quint64 m_generation;
    QRandomGenerator m_random;
    HubFigures m_figures;
    std::vector<ClientRow> m_clients;
    quint64 m_ref = 0;
    quint32 m_reconnects = 0, m_findings = 0, m_faults = 0;
    double m_time = 0;
};

// Answers an Observatory's requests with frames of a SyntheticHub, on the thread it lives on.
class SyntheticSource final : public QObject, public Observatory::Source
{
    Q_OBJECT
public:
    SyntheticSource(Observatory &observatory, SyntheticHub &hub, double secondsPerFrame, QObject *parent = nullptr);
    ~SyntheticSource() override;

    void snapshotRequested() override;

private:
    Observatory &m_observatory;
    SyntheticHub &m_hub;
    const double m_secondsPerFrame;
};

} // namespace pushscope
