// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/faultlink.h"
#include "support/fakeclock.h"
#include "transport/transportfixture.h"

using namespace pushscope;
using namespace std::chrono_literals;

namespace {

// What the inner link was told, in order; its end of the calls is `handler`.
struct InnerLog {
    QByteArrayList calls;
    LinkHandler *handler = nullptr;
    qsizetype queued = 0;
    bool destroyed = false;
    const char *lastWritten = nullptr; // where the octets were
};

class InnerLink final : public Link
{
public:
    explicit InnerLink(InnerLog &log)
        : m_log(log)
    {
    }
    ~InnerLink() override { m_log.destroyed = true; }
    void setHandler(LinkHandler *handler) override { m_log.handler = handler; }
    void write(SharedBytes octets) override
    {
        m_log.lastWritten = octets.constData();
        m_log.calls.append("write " + octets);
    }
    [[nodiscard]] qsizetype queuedBytes() const noexcept override { return m_log.queued; }
    void setReading(bool on) override { m_log.calls.append(on ? "read" : "don't read"); }
    void finish() override { m_log.calls.append("finish"); }
    void reset() override { m_log.calls.append("reset"); }
    [[nodiscard]] SocketAddress peer() const override { return {QHostAddress(QHostAddress::LocalHost), 7}; }

private:
    InnerLog &m_log;
};

} // namespace

class TestFaultLink : public QObject
{
    Q_OBJECT
    FakeClock m_clock;
    std::unique_ptr<TimerWheel> m_wheel;
    InnerLog m_inner;
    std::unique_ptr<Recorder> m_recorder;
    FaultLink *m_link = nullptr;

    void pass(Milliseconds time)
    {
        // A tick more, since the wheel may be so late.
        for (const TimePoint end = m_clock.now() + time + 16ms; m_clock.now() < end;) {
            m_clock.advance(1ms);
            m_wheel->advance(m_clock.now());
        }
    }

private Q_SLOTS:
    void init()
    {
        m_wheel = std::make_unique<TimerWheel>(m_clock.now());
        m_inner = {};
        auto link = std::make_unique<FaultLink>(std::make_unique<InnerLink>(m_inner), *m_wheel, m_clock);
        m_link = link.get();
        m_recorder = std::make_unique<Recorder>(std::move(link));
    }
    void cleanup()
    {
        m_recorder.reset();
        QVERIFY(m_inner.destroyed);
    }

    void withoutLatencyAllPassesUncopied()
    {
        const SharedBytes octets = "out";
        m_link->write(octets);
        QCOMPARE(static_cast<const void *>(m_inner.lastWritten), static_cast<const void *>(octets.constData()));
        m_inner.handler->linkReceived("in");
        m_inner.handler->linkDrained();
        m_inner.handler->linkPeerFinished();
        m_link->setReading(false);
        m_link->finish();
        QCOMPARE(m_inner.calls, (QByteArrayList{"write out", "don't read", "finish"}));
        m_inner.handler->linkEnded(LinkEnd::Finished);
        QCOMPARE(m_recorder->calls, (QByteArrayList{"received", "drained", "peerFinished", "finished"}));
        QCOMPARE(m_link->peer().port, quint16(7));
    }

    void delaysBothWays()
    {
        m_link->setLatency(100ms, 0ms);
        m_link->write("out");
        m_inner.handler->linkReceived("in");
        m_inner.queued = 5;
        QCOMPARE(m_link->queuedBytes(), 8);
        pass(80ms - 16ms);
        QVERIFY(m_inner.calls.isEmpty());
        QVERIFY(m_recorder->calls.isEmpty());
        pass(20ms);
        QCOMPARE(m_inner.calls, QByteArrayList{"write out"});
        QCOMPARE(m_recorder->received, QByteArray("in"));
        QCOMPARE(m_link->queuedBytes(), 5);
        QCOMPARE(m_recorder->calls, (QByteArrayList{"drained", "received"}));
    }

    void finsAndEndsAreDelayedBehindTheOctets()
    {
        m_link->setLatency(100ms, 0ms);
        m_link->write("out");
        m_link->finish();
        m_link->write("ignored");
        m_inner.handler->linkReceived("in");
        m_inner.handler->linkPeerFinished();
        QVERIFY(m_inner.calls.isEmpty());
        pass(100ms);
        QCOMPARE(m_inner.calls, (QByteArrayList{"write out", "finish"}));
        QCOMPARE(m_recorder->calls, (QByteArrayList{"drained", "received", "peerFinished"}));
        m_inner.handler->linkEnded(LinkEnd::Finished);
        QVERIFY(!m_recorder->was("finished"));
        pass(100ms);
        QCOMPARE(m_recorder->calls.last(), QByteArray("finished"));
    }

    void aResetTakesItsTimeToo()
    {
        m_link->setLatency(100ms, 0ms);
        m_inner.handler->linkReceived("in");
        m_link->write("lost");
        m_inner.handler->linkEnded(LinkEnd::PeerReset);
        QCOMPARE(m_link->queuedBytes(), 0);
        m_link->write("ignored");
        QVERIFY(m_recorder->calls.isEmpty());
        pass(100ms);
        QCOMPARE(m_recorder->calls, (QByteArrayList{"received", "reset"}));
        QVERIFY(m_inner.calls.isEmpty());
    }

    void aResetIsNoticedWhileNotReading()
    {
        m_link->setLatency(100ms, 0ms);
        m_inner.handler->linkReceived("unread");
        m_link->setReading(false);
        m_inner.handler->linkEnded(LinkEnd::PeerReset);
        pass(100ms);
        QCOMPARE(m_recorder->calls, QByteArrayList{"reset"});
    }

    void notReadingHoldsBackAndKeeps()
    {
        m_link->setLatency(50ms, 0ms);
        m_inner.handler->linkReceived("kept");
        m_link->setReading(false);
        pass(200ms);
        QVERIFY(m_recorder->calls.isEmpty());
        m_link->setReading(true);
        QVERIFY(m_recorder->calls.isEmpty()); // never from within a call of the owner
        pass(0ms);
        QCOMPARE(m_recorder->received, QByteArray("kept"));
        QCOMPARE(m_inner.calls, (QByteArrayList{"don't read", "read"}));
    }

    void jitterKeepsTheOrder()
    {
        m_link->setLatency(40ms, 40ms);
        QByteArrayList expected;
        QByteArray arrived;
        for (int i = 0; i < 200; ++i) {
            const QByteArray octets = QByteArray::number(i) + ' ';
            m_link->write(octets);
            m_inner.handler->linkReceived(octets);
            expected.append("write " + octets);
            arrived += octets;
            m_clock.advance(1ms);
            m_wheel->advance(m_clock.now());
        }
        QVERIFY(!m_inner.calls.isEmpty());
        QVERIFY(m_inner.calls.size() < expected.size());
        pass(80ms);
        QCOMPARE(m_inner.calls, expected);
        QCOMPARE(m_recorder->received, arrived);
    }

    void switchedOffNothingOvertakes()
    {
        m_link->setLatency(100ms, 0ms);
        m_link->write("slow");
        m_inner.handler->linkReceived("slow");
        m_link->setLatency(0ms, 0ms);
        m_link->write("quick");
        m_inner.handler->linkReceived(", quick");
        QVERIFY(m_inner.calls.isEmpty());
        pass(100ms);
        QCOMPARE(m_inner.calls, (QByteArrayList{"write slow", "write quick"}));
        QCOMPARE(m_recorder->received, QByteArray("slow, quick"));
        m_link->write("at once");
        m_inner.handler->linkReceived("; at once");
        QCOMPARE(m_inner.calls.last(), QByteArray("write at once"));
        QCOMPARE(m_recorder->received, QByteArray("slow, quick; at once"));
    }

    void resetDropsAll()
    {
        m_link->setLatency(100ms, 0ms);
        m_link->write("lost");
        m_inner.handler->linkReceived("lost");
        m_link->reset();
        QCOMPARE(m_inner.calls, QByteArrayList{"reset"});
        m_link->write("ignored");
        m_link->finish();
        pass(200ms);
        QCOMPARE(m_inner.calls, QByteArrayList{"reset"});
        QVERIFY(m_recorder->calls.isEmpty());
    }

    void mayBeDestroyedWithinEachCall_data()
    {
        QTest::addColumn<int>("delay");
        QTest::addColumn<QByteArray>("call");
        for (const char *call : {"received", "peerFinished", "drained", "reset"}) {
            QTest::addRow("%s, at once", call) << 0 << QByteArray(call);
            QTest::addRow("%s, delayed", call) << 50 << QByteArray(call);
        }
    }
    void mayBeDestroyedWithinEachCall()
    {
        QFETCH(int, delay);
        QFETCH(QByteArray, call);
        m_link->setLatency(Milliseconds(delay), 0ms);
        const auto destroy = [&] { m_recorder.reset(); };
        if (call == "received") {
            m_recorder->onReceived = destroy;
            m_inner.handler->linkReceived("x");
            if (m_recorder)
                m_inner.handler->linkReceived("y");
        } else if (call == "peerFinished") {
            m_recorder->onPeerFinished = destroy;
            m_inner.handler->linkPeerFinished();
        } else if (call == "drained") {
            m_recorder->onDrained = destroy;
            m_link->write("x");
            if (delay == 0)
                m_inner.handler->linkDrained();
        } else {
            m_recorder->onEnded = destroy;
            m_inner.handler->linkEnded(LinkEnd::PeerReset);
        }
        QCOMPARE(m_recorder == nullptr, delay == 0);
        pass(50ms);
        QVERIFY(!m_recorder);
    }

    void aNewHandlerGetsWhatIsUnderWay()
    {
        m_link->setLatency(50ms, 0ms);
        m_inner.handler->linkReceived("for the next");
        m_link->setHandler(nullptr);
        QVERIFY(!m_inner.handler);
        pass(100ms);
        QVERIFY(m_recorder->calls.isEmpty());
        Recorder next(std::move(m_recorder->link));
        pass(0ms);
        QCOMPARE(next.received, QByteArray("for the next"));
    }

    void worksAroundARealLink_data() { TransportFixture::addBackends(); }
    void worksAroundARealLink()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        Peer peer(fixture.address);
        Recorder *plain = fixture.next();
        QVERIFY(plain);
        auto link = std::make_unique<FaultLink>(std::move(plain->link), *m_wheel, m_clock);
        link->setLatency(100ms, 20ms);
        Recorder delayed(std::move(link));
        delayed.link->write("hello");
        delayed.link->finish();
        peer.send("request");
        peer.finish();
        const auto run = [&] {
            m_clock.advance(1ms);
            m_wheel->advance(m_clock.now());
        };
        QVERIFY(pumpUntil([&] { return run(), delayed.was("finished"); }));
        QCOMPARE(delayed.received, QByteArray("request"));
        QVERIFY(peer.seesFin());
        QCOMPARE(peer.received(), QByteArray("hello"));
    }
};

QTEST_GUILESS_MAIN(TestFaultLink)
#include "tst_faultlink.moc"
