// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/secondhub.h"

#include "ui/feed/servercontroller.h"

#include <QCoroFuture>
#include <QPointer>
#include <numeric>

namespace pushscope {

namespace {

constexpr std::size_t MostHeard = 16;
constexpr const char *CrossingType = "pushscope.crossing";

PublishRequest crossingEvent(bool toSecond)
{
    return {{"*"}, CrossingType, toSecond ? R"({"from":"first hub"})" : R"({"from":"second hub"})"};
}

} // namespace

SecondHub::SecondHub(QObject *parent)
    : QObject(parent)
{
}

SecondHub::~SecondHub()
{
    m_feed.reset(); // it reads what the thread owns
}

SecondHub::State SecondHub::state() const noexcept
{
    return m_thread ? m_thread->state() : State::Stopped;
}

QByteArray SecondHub::url() const
{
    return m_thread ? m_thread->urls().value(0) : QByteArray();
}

void SecondHub::setError(const QString &error)
{
    m_error = error;
    Q_EMIT changed();
}

void SecondHub::start(ServerConfig config)
{
    if (state() != State::Stopped)
        return;
    config.listen = {config.hasTls() ? QByteArray("https://127.0.0.1:0") : QByteArray("127.0.0.1:0")};
    config.expose = false;
    m_ways = {};
    if (!m_thread) {
        m_thread = std::make_unique<ServerThread>();
        m_thread->setTakesLog(false); // the lines of the program's log are the first hub's
        m_feed = std::make_unique<FrameFeed>(m_thread->observatory());
        connect(m_feed.get(), &FrameFeed::snapshotReady, this, [this](const Snapshot &snapshot) { hear(snapshot, true); });
        connect(m_thread.get(), &ServerThread::failed, this, &SecondHub::setError);
        connect(m_thread.get(), &ServerThread::stateChanged, this, [this](State now) {
            m_feed->setRunning(now == State::Running);
            m_feed->setViewed(now == State::Running);
            Q_EMIT changed();
        });
    }
    m_error.clear();
    m_thread->start(config);
}

void SecondHub::stop()
{
    if (m_thread)
        m_thread->stop();
}

void SecondHub::watch(FrameFeed &feed)
{
    connect(&feed, &FrameFeed::snapshotReady, this, [this](const Snapshot &snapshot) { hear(snapshot, false); });
}

QCoro::Task<Result<PublishReceipt>> SecondHub::sendAcross(ServerController &first, bool toSecond)
{
    const QPointer<SecondHub> self = this;
    if (state() != State::Running)
        co_return fail(Errc::Unavailable, tr("the second hub is not running").toUtf8());
    const TimePoint begun = m_clock.now();
    Result<PublishReceipt> receipt = fail(Errc::Unavailable, {});
    if (toSecond)
        receipt = co_await first.publish(crossingEvent(toSecond));
    else
        receipt = co_await m_thread->publish(crossingEvent(toSecond));
    if (self && receipt) {
        Way &way = m_ways[std::size_t(toSecond)];
        way.sent = receipt->id;
        way.begun = begun;
        match(toSecond);
    }
    co_return receipt;
}

void SecondHub::hear(const Snapshot &snapshot, bool onSecond)
{
    Way &way = m_ways[std::size_t(onSecond)];
    for (const JournalRow &row : snapshot.journal) {
        if (row.kind != JournalRow::Kind::Event || !row.event || row.event->type != CrossingType)
            continue;
        const auto receivers = row.receivers.value_or(std::array<quint32, ProtocolCount>{});
        way.heard.push_back({formatEventId(snapshot.figures.epoch, row.seq), row.event->accepted,
                             std::accumulate(receivers.begin(), receivers.end(), quint64(0))});
        if (way.heard.size() > MostHeard)
            way.heard.pop_front();
    }
    match(onSecond);
}

// The receipt and the event come in either order.
void SecondHub::match(bool toSecond)
{
    Way &way = m_ways[std::size_t(toSecond)];
    if (way.sent.isEmpty())
        return;
    for (const Heard &heard : way.heard) {
        if (heard.id != way.sent)
            continue;
        const auto took = std::chrono::duration_cast<std::chrono::microseconds>(heard.at - way.begun);
        const Crossing crossing{std::exchange(way.sent, {}), toSecond, took, heard.receivers};
        Q_EMIT crossed(crossing);
        return;
    }
}

} // namespace pushscope
