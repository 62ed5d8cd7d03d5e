// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Observer: takes the facts of hub and endpoints, keeps clients, ledger, journal and counters, and makes snapshots of them for
// other threads. Owned by PushServer; hub thread.

#include "base/namepool.h"
#include "observe/clientregistry.h"
#include "observe/connectionjournal.h"
#include "observe/deliveryledger.h"
#include "observe/findings/findings.h"
#include "observe/observatory.h"
#include "observe/recordbatch.h"

#include <unordered_set>

namespace pushscope {

class Observer final : public HubObserver
{
public:
    Observer(ConnectionJournal &journal, const Clock &clock);
    ~Observer() override;
    void releaseWatches(); // those who are away leave the hub, which is about to go
    void setHub(Hub *hub) noexcept; // borrowed; before any client comes
    // Called when something was published, once until flushed(): what leaves this turn is to be flushed, then flushed() called.
    void setFlushNeeded(std::function<void()> callback) { m_flushNeeded = std::move(callback); }
    // Where figures() has what the limits did from.
    void setLimitFigures(std::function<LimitFigures()> figures) { m_limits = std::move(figures); }
    void flushed(); // the kernel has taken what the turn wrote: latencies are known
    void expire(); // looks for findings that need time; once a second
    void forgetSome(); // clients that left long ago; often

    [[nodiscard]] std::unique_ptr<Snapshot> makeSnapshot(quint64 generation, Viewer viewer = Viewer::Window);
    // Whether the window's snapshots bring every delivery from now on.
    void trackDeliveries(bool wanted) { viewOf(Viewer::Window).track.setRecording(wanted); }
    // From now on takeRecordBatch() brings every change, delivery and wire fact, beginning with the clients that are known.
    void beginRecording();
    [[nodiscard]] std::unique_ptr<RecordBatch> takeRecordBatch(quint64 generation);
    [[nodiscard]] HubFigures figures();
    [[nodiscard]] std::vector<ClientRow> clients(); // all, with their queues as they are
    [[nodiscard]] const DeliveryLedger &ledger() const noexcept { return m_ledger; }
    [[nodiscard]] const std::map<quint32, FindingRow> &findings() noexcept { return m_findings.board().rows(); } // oldest first
    [[nodiscard]] std::vector<Subscriber *> connectionsOf(const QByteArray &client);
    template<typename Function> void forEachClient(Function function) { m_registry.forEach(function); }
    void log(const char *level, const QByteArray &text, const QByteArray &category);
    void mark(const QByteArray &text, const QByteArray &op = {}); // `op` as in WithdrawnMarks
    // A rule did something about a message of this client; `level` as for log().
    void answered(const ClientRecord &record, const char *level, const QByteArray &text, const QByteArray &cause);
    void fault(const QByteArray &op, const QByteArray &json, const QByteArray &cause);
    // One act of a fault on a client: `cause` is "fault 3 lose", `kind` "lose"; `seq` the event that it concerns.
    void faultHit(const ClientRecord &record, const QByteArray &cause, const char *kind, Seq seq = {});
    // The same on one that may have no record yet ("hit"), or a lasting one that begins or ends on its connection ("on", "off").
    void faultActed(const char *op, const ClientRow &client, const QByteArray &cause, const char *kind);
    // The event was due live and was not written: unless a replay brings it, the client has lost it by fault `fault`.
    void eventLost(Subscriber &subscriber, const Event &event, quint64 fault);
    // The event, whose delivery is told next, is written a second time by fault `fault`.
    void eventRepeated(Subscriber &subscriber, const Event &event, quint64 fault);
    [[nodiscard]] ClientRow current(ClientRecord &record); // with its queue and lag as they are now
    // The client that a request most likely comes from; null if it is not known yet.
    [[nodiscard]] ClientRecord *likely(const ConnectionFacts &facts);
    [[nodiscard]] ClientRecord *find(quint32 client) { return m_registry.find(client); } // by its key

    ClientRecord *connectionOpened(const ConnectionFacts &facts, Subscriber &subscriber) override;
    [[nodiscard]] QByteArray clientName(const ClientRecord &record) const override { return record.client; }
    void polled(Subscriber &subscriber, const QByteArray &cursor, const QByteArray &address, quint64 due) override;
    void pollAnswered(Subscriber &subscriber) override;
    void connectionClosed(Subscriber &subscriber, const QByteArray &cause) override;
    void requestRefused(const ConnectionFacts &facts, int status, const QByteArray &reason) override;
    void upgradeBroken(const ConnectionFacts &facts, const QByteArray &how, int status) override;
    void pongReceived(Subscriber &subscriber, TimePoint pinged) override;
    void closeAnswered(ConnectionId connection) override;
    void roomsChanged(Subscriber &subscriber, const QByteArray &room, bool entered) override;
    void eventPublished(const EventPtr &event, const Receivers &receivers) override;
    void eventDelivered(Subscriber &subscriber, const Event &event, qsizetype octets, bool replayed) override;
    void octetsSaved(Subscriber &subscriber, qsizetype octets) override;
    void gapTold(Subscriber &subscriber, const Gap &gap) override;
    void caughtUp(Subscriber &subscriber) override;
    void acknowledged(Subscriber &subscriber, Seq seq) override;
    void messageReceived(Subscriber &subscriber, const QByteArray &type, qsizetype octets) override;
    void overflowed(Subscriber &subscriber) override;
    void epochChanged() override;
    [[nodiscard]] bool wantsWire() const noexcept override { return viewOf(Viewer::Recorder).looks; }
    void wirePassed(WireFact fact) override;

private:
    // What a viewer is still to be told.
    struct View {
        bool looks
            = false; // is told of changes: from its first snapshot on, so that a hub without a window keeps no list of them
        std::vector<ClientRecord *> dirty;
        std::vector<quint32> removed; // since the last snapshot
        quint64 journalTold = 0, journalSeen = 0; // rows that went into snapshots
        DeliveryTrack track;
    };
    [[nodiscard]] View &viewOf(Viewer viewer) noexcept { return m_views[std::size_t(viewer)]; }
    [[nodiscard]] const View &viewOf(Viewer viewer) const noexcept { return m_views[std::size_t(viewer)]; }
    void beginViewing(Viewer viewer);
    void touch(ClientRecord &record); // viewers are due its row,
    void touchProgress(ClientRecord &record); // or at least its progress
    void trackDelivery(quint32 client, Seq seq, bool replayed);
    void refreshQueue(ClientRecord &record, TimePoint now);
    [[nodiscard]] ClientRow shownRow(ClientRecord &record, TimePoint now); // with its queue as it is
    void takeChangedClients(Snapshot &snapshot, TimePoint now, Viewer viewer);
    void takeJournal(Snapshot &snapshot, View &view);
    [[nodiscard]] JournalRow rowOf(JournalRow::Kind kind, const ClientRecord &record, QByteArray op) const;
    [[nodiscard]] Moment moment() const; // now, without a journal row
    Moment write(JournalRow row); // into the journal
    struct Refused {
        ClientRecord *record; // whose request it was, most likely; may be null
        Moment at;
    };
    Refused tellRefused(const ConnectionFacts &facts, int status, const QByteArray &cause);
    void acknowledgeCursor(ClientRecord &record, const QByteArray &cursor);
    void acknowledgeUpTo(ClientRecord &record, Seq seq);
    [[nodiscard]] Seq cursorOrHead(const QByteArray &cursor) const;

    ConnectionJournal &m_journal;
    const Clock &m_clock;
    Hub *m_hub = nullptr;
    ClientRegistry m_registry;
    DeliveryLedger m_ledger;
    Findings m_findings;
    HubFigures m_figures;
    NamePool m_addresses; // of rows that were shown lately: a connection's streams share one
    std::function<void()> m_flushNeeded;
    std::function<LimitFigures()> m_limits;
    struct Unflushed {
        TimePoint accepted;
        Receivers receivers;
    };
    std::vector<Unflushed> m_unflushed;
    std::array<View, ViewerCount> m_views;
    quint8 m_lookers = 0; // bits: the viewers that are told
    OctetBlocks m_wireBlocks;
    std::vector<WireRecord> m_wire;
    qsizetype m_wireOctets = 0;
    quint64 m_wireSkipped = 0;
    std::unordered_set<ClientRecord *> m_queued; // with something waiting when last looked at
};

} // namespace pushscope
