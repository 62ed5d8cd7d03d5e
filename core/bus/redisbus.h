// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RedisBus: joins hubs through Redis. One connection carries commands, the other the subscriptions; everything stored is
// delivered from the subscriptions alone, whose order is that of the script that gave the ids, so a hub has one total order. A
// tick, which a script publishes on this hub's own channel, says that all up to its seq has been heard. Owned by PushServer; hub
// thread.

#include "bus/backoff.h"
#include "bus/buschronicle.h"
#include "bus/busmessage.h"
#include "bus/publishqueue.h"
#include "bus/redisconnection.h"
#include "bus/redislog.h"
#include "bus/redisscripts.h"
#include "hub/bus.h"

#include <QTimer>

namespace pushscope {

struct BusSettings {
    RedisAddress address;
    bool waitInOutage = false; // else publishing fails at once
    Retention retention; // of each channel
    qint64 maxEvent = 256 * 1024; // octets of data of an event from outside
    QByteArray listen; // where this hub listens, for the others to see
    Milliseconds timeout{5'000}; // for any answer of Redis
};

class RedisBus final : public QObject, public Bus
{
    Q_OBJECT
public:
    // The log is borrowed and outlives the bus.
    RedisBus(BusSettings settings, RedisLog &log, const Clock &clock);
    ~RedisBus() override;

    void start();
    void stop(); // says goodbye to the others; the bus is down for good
    void setListen(QByteArray listen) { m_settings.listen = std::move(listen); }
    // A line for the log; `outage`: a connection was lost or is back, which belongs on the time axis.
    void setNotice(std::function<void(const char *level, const QByteArray &text, bool outage)> notice)
    {
        m_notice = std::move(notice);
    }
    void setClientCount(std::function<quint64()> count) { m_clientCount = std::move(count); }

    void setListener(Listener *listener) override { m_listener = listener; }
    [[nodiscard]] Result<quint64> publish(EventPtr event) override;
    void broadcast(const Event &event) override;
    void retain(const QByteArray &channel) override;
    void release(const QByteArray &channel) override;
    [[nodiscard]] bool covers(std::span<const QByteArray> channels, Seq seq) const override
    {
        return m_log.covers(channels, seq);
    }
    [[nodiscard]] quint64 prepare(std::span<const QByteArray> channels) override;
    [[nodiscard]] bool isConnected() const override { return m_phase == Phase::Up; }
    [[nodiscard]] BusStatus status() const override;
    [[nodiscard]] BusDetail detail(std::size_t mostChannels) const override;

private:
    enum class Phase : quint8 { Down, Connecting, Attaching, Subscribing, Looking, Up };
    struct Look { // asks how things stand for channels, in one order with what is heard of them
        quint64 number = 0; // 0: none is under way
        QList<QByteArray> channels;
        std::vector<quint64> tickets; // of prepare()
        qsizetype answersDue = 0;
        std::optional<TickMessage> tick;
        // While the bus comes up: what was heard after the tick, before the answers, which come over another connection.
        std::vector<std::pair<QByteArray, QByteArray>> early; // channel, message
        qsizetype earlyOctets = 0;
    };

    // redisbus.cpp: the connection's life
    void connectBoth();
    void onReady();
    void lose(const QByteArray &why);
    void attach();
    void onAttached(const RedisReply &reply);
    void proceed(); // to the next phase, if this one is over
    void resume(const TickMessage &tick);
    void suspectEpoch();
    void onTimer();
    void beat();
    void onBeat(const RedisReply &reply);

    // redisbuschannels.cpp: subscriptions and looks
    void subscribeWanted();
    void unsubscribeIdle();
    void askLater();
    void startLook();
    void onLook(quint64 number, const QList<QByteArray> &channels, const RedisReply &reply);
    void finishLook();
    void noteFacts(const QByteArray &channel, const RedisReply &cut, const RedisReply &first);
    void readLogs(quint64 id, const RedisLog::Reading &reading);
    void onRead(quint64 id, const RedisLog::Reading &reading, const RedisReply &reply);
    void evictLogs(Seq upTo, const QByteArray &cursor);

    // redisbusevents.cpp: what goes out and what comes in
    void send(const PublishQueue::Item &item);
    void onPublished(quint64 ticket, const Result<RedisReply> &reply);
    void complete(quint64 ticket, const Result<Receipt> &receipt);
    void completeStored(); // those whose event need not be waited for any more
    void onMessage(const RedisReply &reply);
    void keepEarly(const QByteArray &channel, QByteArrayView message);
    void hearEarly(const Look &look);
    void onStored(const StoredMessage &message, const QByteArray &channel);
    void onTick(const TickMessage &message);
    void onEphemeral(const EphemeralMessage &message, const QByteArray &channel);
    void onForeign(const QByteArray &channel, QByteArrayView payload);

    void setPhase(Phase phase);
    void run(const RedisScript &script, QList<QByteArray> arguments, RedisConnection::Handler handler);
    void notice(const char *level, const QByteArray &text, bool outage = false);
    // What somebody published is no event: noted, and told at most once a second.
    void drop(const QByteArray &channel, QByteArrayView message, const Error &why);
    void complain(const QByteArray &text);

    BusSettings m_settings;
    RedisLog &m_log;
    const Clock &m_clock;
    Listener *m_listener = nullptr;
    std::function<void(const char *, const QByteArray &, bool)> m_notice;
    std::function<quint64()> m_clientCount;
    const QByteArray m_origin; // names this run of this hub
    const QByteArray m_ownChannel;
    const QByteArray m_database;

    RedisConnection m_commands, m_messages;
    Phase m_phase = Phase::Down;
    Backoff m_backoff;
    QTimer m_retry, m_timer;
    QByteArray m_trouble = "not connected yet";
    TimePoint m_lostAt{};
    TimePoint m_phaseSince{};
    bool m_everUp = false;
    bool m_troubleTold = false; // of this outage
    bool m_ownConfirmed = false;
    bool m_asking = false; // askLater() is under way
    Epoch m_attachedEpoch;

    PublishQueue m_queue;
    Look m_look;
    std::vector<quint64> m_preparing; // tickets for the next look
    std::unordered_map<quint64, QList<QByteArray>> m_wishes; // of prepare(), by ticket
    quint64 m_lastTicket = 0, m_lastPublish = 0, m_lastTick = 0;
    struct Beat {
        quint64 number = 0; // 0: heard
        TimePoint sent{};
    };
    Beat m_beat;
    TimePoint m_nextBeat{};
    struct Proof { // of what this hub has seen of the store
        QByteArray channel, token;
        Seq seq;
    };
    Proof m_proof;
    QHash<QByteArray, quint64> m_ephemeral; // the latest ticket of each origin
    TimePoint m_complained{};
    quint64 m_uncomplained = 0;
    BusStatus m_status;
    BusChronicle m_chronicle;
};

} // namespace pushscope
