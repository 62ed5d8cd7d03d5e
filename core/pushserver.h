// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PushServer: puts the parts together and holds them: transport, store, hub, endpoints, observer, faults. Lives and dies on the
// hub thread (ServerThread's, or the main thread of pushscope-hub).

#include "base/timerwheel.h"
#include "endpoints/context.h"
#include "endpoints/polltable.h"
#include "endpoints/router.h"
#include "endpoints/wireencoder.h"
#include "observe/observatory.h"
#include "observe/observer.h"
#include "serverconfig.h"

#include <QTimer>
#include <list>

namespace pushscope {

class AdminService;
class AnswerService;
class FaultService;
class FrameTap;
class Overload;
class RedisBus;
class TlsContext;
class Transport;

class PushServer final : public QObject, public Observatory::Source
{
    Q_OBJECT
public:
    // `journal` outlives the server, so that it can still be exported. `observatory` may be null; both on this thread's terms.
    PushServer(ServerConfig config, const Clock &clock, std::shared_ptr<ConnectionJournal> journal, Observatory *observatory,
               quint64 generation);
    ~PushServer() override;

    // Everything that happens goes to it, ten times a second; before start(). May be null.
    void setRecordSink(std::shared_ptr<RecordSink> sink) { m_recordSink = std::move(sink); }
    // Whether the lines of the program's log go into this hub's journal; before start().
    void setTakesLog(bool takes) noexcept { m_takesLog = takes; }
    // Where frames go that somebody looks at; borrowed, before start(). May be null.
    void setFrameTap(FrameTap *tap) noexcept { m_frameTap = tap; }
    // Opens the store and listens. Gives the URLs bound. The error's text says which part and what to do.
    [[nodiscard]] Result<QList<QByteArray>> start();
    // Stops accepting, tells every client to come back, waits for the connections to end (2 s at most), closes the store.
    // stopped() follows once.
    void stop();
    // Reads certificates and keys again; where that fails, those in use stay. Happens by itself when a file changes.
    void reloadCertificates();

    [[nodiscard]] const Epoch &epoch() const { return m_hub->epoch(); }
    using Receipt = std::function<void(Result<Published>)>;
    void publish(Draft draft, Receipt receipt); // told after the commit
    [[nodiscard]] AdminPort &admin() noexcept;
    [[nodiscard]] AnswerService &answers() noexcept { return *m_answers; }
    [[nodiscard]] FaultService &faults() noexcept { return *m_faults; }
    [[nodiscard]] Observer &observer() noexcept { return *m_observer; }

    void snapshotRequested() override;

Q_SIGNALS:
    void stopped();

private:
    [[nodiscard]] Result<void> openTls();
    [[nodiscard]] Result<void> openStore();
    void openBus();
    void noteBus(const char *level, const QByteArray &text, bool outage);
    void buildParts();
    [[nodiscard]] LimitFigures limitFigures() const;
    [[nodiscard]] Result<QList<QByteArray>> listenAll();
    void setListening(bool on); // the "refuse" fault
    [[nodiscard]] Result<SocketAddress> listenOn(const ListenAddress &listen);
    void accept(std::unique_ptr<Link> link);
    void tick();
    void slowTick();
    void recordTick();
    void addBus(Snapshot &snapshot);
    [[nodiscard]] std::unique_ptr<Snapshot> withFaults(std::unique_ptr<Snapshot> snapshot) const;
    void finishStop();

    const ServerConfig m_config;
    const Clock &m_clock;
    std::shared_ptr<ConnectionJournal> m_journal;
    Observatory *m_observatory;
    const quint64 m_generation;
    std::shared_ptr<RecordSink> m_recordSink;
    FrameTap *m_frameTap = nullptr;

    // In the order in which they need each other; destroyed the other way round.
    EndpointSettings m_settings;
    WireEncoder m_encoder;
    TimerWheel m_timers;
    std::unique_ptr<TlsContext> m_tls; // null: everything is in clear
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<EventStore> m_store;
    std::unique_ptr<RedisBus> m_bus; // null: this hub is alone
    std::unique_ptr<Authorizer> m_authorizer;
    std::unique_ptr<Observer> m_observer;
    std::unique_ptr<Hub> m_hub;
    std::unique_ptr<FaultService> m_faults;
    std::unique_ptr<AnswerService> m_answers;
    std::unique_ptr<AdminService> m_admin;
    Router m_router;
    std::unique_ptr<Admission> m_admission;
    std::unique_ptr<Overload> m_overload;
    std::unique_ptr<EndpointContext> m_context;
    PollTable m_polls;
    ConnectionTable m_connections;

    QList<ListenAddress> m_bound;
    struct PendingReceipt {
        Receipt receipt;
        std::unique_ptr<Hub::PublishWait> wait;
    };
    std::list<PendingReceipt> m_receipts;
    QTimer m_tick, m_slowTick, m_recordTick, m_stopTimer;
    quint32 m_ticks = 0;
    TimePoint m_busDetailDue{};
    bool m_takesLog = true;
    bool m_stopping = false;
    bool m_listenFailed = false; // a port could not be had again after a fault
};

} // namespace pushscope
