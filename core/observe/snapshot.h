// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the window (and the admin API) sees of the hub: plain values, copied on the hub thread, read on any other.

#include "base/histogram.h"
#include "base/ids.h"
#include "hub/busfacts.h"
#include "hub/compression.h"
#include "hub/event.h"
#include "observe/deliverytrack.h"
#include "observe/limitfigures.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace pushscope {

enum class ClientState : quint8 { Live, Replaying, Waiting, Away }; // Waiting: a poller, within a poll or between two

// One client as the developer sees it, over all its connections. `key` names its row for the life of the hub.
struct ClientRow {
    quint32 key = 0; // from 1, never used twice
    QByteArray client; // `clientId` where given, else made by the hub
    bool certain = false; // recognised by its clientId, not by likeness
    QByteArray user;
    ClientProtocol protocol{};
    QByteArray http; // "1.1"
    bool tls = false;
    Compression compression{};
    const char *tlsVersion = nullptr; // static, as in TlsFacts; null: in clear
    const char *tlsCipher = nullptr;
    QByteArray address; // "127.0.0.1:51234" of the newest connection
    QByteArray userAgent;
    QList<QByteArray> rooms;
    ClientState state{};
    WallTime connectedAt{}; // of the present (or last) connection
    quint64 connection = 0; // its id; 0 while away
    quint32 reconnects = 0;
    quint64 eventsOut = 0, bytesOut = 0, eventsIn = 0, bytesIn = 0;
    qint64 bytesSaved = 0; // by compression, of bytesOut
    quint64 queueBytes = 0; // waiting in the hub for the client to read
    Milliseconds lag{0}; // how long the oldest of it has waited
    Seq lastSent, lastAcked; // null: none
    Seq oldestMissed; // while away: the first stored event that it has missed; null: none
};

// What of a client's row changes with each event that it is given. Where nothing else did it is told of instead of the row: a
// broadcast changes every client, and a row costs the hub allocations.
struct ClientProgress {
    quint32 key = 0; // as in ClientRow, like the rest
    quint64 eventsOut = 0, bytesOut = 0;
    qint64 bytesSaved = 0;
    quint64 queueBytes = 0;
    Milliseconds lag{0};
    Seq lastSent;

    void applyTo(ClientRow &row) const;
};

struct ProtocolFigures { // totals since the start; rates are differences of two snapshots
    quint64 clients = 0, connections = 0; // now
    quint64 delivered = 0, replayed = 0; // events
    quint64 bytesOut = 0, bytesIn = 0;
    quint64 refused = 0; // connections and requests turned away
    quint64 queueBytes = 0; // now
    Histogram latency; // publish to the kernel's taking it
};

struct HubFigures {
    WallTime at{};
    TimePoint mono{};
    Epoch epoch;
    Seq head, oldest;
    QByteArray storeKind;
    quint64 stored = 0, storeBytes = 0;
    quint64 published = 0, droppedSlow = 0, duplicates = 0;
    std::array<ProtocolFigures, ProtocolCount> protocols;
    quint32 activeFaults = 0;
    std::optional<LimitFigures> limits; // none of a recorded session
};

// One row of the journal: the JSONL object of a session file. Fields that don't apply are empty.
struct JournalRow {
    enum class Kind : quint8 { Conn, Req, Event, Frame, Deliver, Ack, Replay, Fault, Mark, Stat, Log };
    quint64 ref = 0; // grows by one a row, from 1
    Kind kind{};
    qint64 monoNs = 0; // since the hub started
    WallTime wall{};
    QByteArray client; // as in ClientRow
    quint64 connection = 0;
    std::optional<ClientProtocol> protocol;
    bool out = false; // towards the client
    Seq seq; // id without the epoch; null: none
    QList<QByteArray> to;
    QByteArray type;
    QByteArray op; // what happened: "open", "close", "publish", "refused", …; of a log row its level: "info", "warning"
    qint64 length = -1; // octets
    QByteArray data; // JSON for events, text otherwise
    QByteArray cause; // why, in words
    EventPtr event; // of an Event row: shared, so that rows stay small
    std::optional<std::array<quint32, ProtocolCount>> receivers; // of an Event row
};
[[nodiscard]] const char *journalKindName(JournalRow::Kind kind) noexcept;

enum class Verdict : quint8 { Pending, Recovered, Lost, Fresh };

// One reconnect: what a client missed while it was away, and what became of it. Source: design.md §7.
struct ReconnectRow {
    quint32 key = 0; // from 1
    quint32 clientKey = 0;
    QByteArray client, user;
    ClientProtocol protocol{};
    WallTime at{};
    Milliseconds away{0};
    quint32 attempts = 1; // requests since the end, the successful one included
    QByteArray endedBy; // why the last connection ended: "client", "rst", "slow", "fin by admin", …
    QByteArray cursor; // presented; empty: none
    quint64 missed = 0, replayed = 0, rewound = 0, duplicated = 0, lost = 0;
    QByteArray lostCause; // "no-cursor", "evicted", "epoch", …; empty if nothing was lost
    Verdict verdict = Verdict::Pending; // Pending until the replay has caught up
    Seq from, upTo; // the replay was over (from, upTo]
    Milliseconds caughtUpAfter{-1}; // from the request that succeeded to the end of its replay; negative: not yet
    // The requests since the end, the successful one last, as far as they are kept (the newest 100).
    struct Attempt {
        WallTime at{};
        QByteArray outcome; // "ok", or what it was refused with: "503", "reset", …
    };
    std::vector<Attempt> tries;
    // Id by id what was due, as far as it is kept (the first 1,000 that were written, and of those lost), in order.
    struct Item {
        enum class What : quint8 { Missed, Rewound, Duplicated, Lost } what{};
        Seq seq;
        WallTime at{}; // written; of a lost one: when that was known
        qint32 bytes = 0;
        bool acked = false; // the client has said that it has it
        QByteArray cause; // of a lost one, as lostCause
    };
    std::vector<Item> items;
};

// What is wrong with a client, in a sentence, and what proves it. Source: design.md §7.
struct FindingRow {
    struct Evidence {
        WallTime at{};
        quint64 ref = 0; // of the journal row; 0: none
        Seq seq; // the id that proves it; null: none
        QByteArray what; // the count, status or time that proves it, in a few words
    };
    quint32 key = 0; // from 1: one a client and code
    quint32 clientKey = 0; // 0: of many clients
    QByteArray client;
    QByteArray code; // "no-cursor", "herd", …
    QByteArray text; // English, with the figures
    quint64 count = 0; // how often it was seen
    quint32 clients = 1;
    WallTime firstSeen{}, lastSeen{};
    std::vector<Evidence> evidence; // the first ones and the newest ones
};

// A fault rule at work, as GET /api/faults tells it.
struct FaultRow {
    QByteArray id;
    QByteArray json; // as it was given
    quint64 hits = 0;
    WallTime endsAt{}; // the epoch: when it is removed
};

// A change since the snapshot before; a window that starts late gets all rows as changed.
struct Snapshot {
    quint64 generation = 0; // of the hub: grows when the server is started again; keys of another generation are void
    HubFigures figures;
    std::vector<ClientRow> changedClients; // a share of them where many change: the rest comes with the next ones
    std::vector<ClientProgress> progressedClients; // of that share those to whom nothing else happened; counts after the rows
    std::vector<quint32> removedClients; // keys
    std::vector<ReconnectRow> changedReconnects;
    std::vector<FindingRow> changedFindings;
    std::vector<quint32> removedFindings; // keys: withdrawn
    std::vector<FaultRow> faults; // all at work
    std::vector<JournalRow> journal; // new rows, oldest first
    quint64 journalSkipped = 0; // rows that fell out before the window took them
    qint64 monoNs = 0; // when it was made, as in JournalRow
    bool deliveriesTracked = false; // all deliveries since the snapshot before are here, but for those skipped
    std::vector<Delivery> deliveries; // oldest first
    quint64 deliveriesSkipped = 0; // for want of room
    std::optional<BusStatus> bus; // none: the hub is alone
    std::shared_ptr<const BusDetail> busDetail; // once a second while it is wanted, else null
};

} // namespace pushscope
