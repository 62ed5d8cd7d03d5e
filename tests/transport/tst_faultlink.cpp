// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/faultlink.h"
#include "fault/faultrule.h"
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
    std::unique_ptr<FaultPaths> m_paths;
    std::unique_ptr<Recorder> m_recorder;
    FaultLink *m_link = nullptr;
    quint64 m_lastRule = 0;

    void pass(Milliseconds time)
    {
        // A tick more, since the wheel may be so late.
        for (const TimePoint end = m_clock.now() + time + 16ms; m_clock.now() < end;) {
            m_clock.advance(1ms);
            m_wheel->advance(m_clock.now());
        }
    }
    quint64 add(const char *what)
    {
        const auto rule = FaultRule::parse(QByteArray("{\"what\":") + what + '}');
        if (!rule)
            qFatal("%s", rule.error().detail.constData());
        m_link->path().addStage(++m_lastRule, LinkStage::make(*rule, m_clock.now()));
        return m_lastRule;
    }
    quint64 delay(int ms, int jitter = 0)
    {
        return add(QByteArray::fromStdString("{\"kind\":\"latency\",\"ms\":" + std::to_string(ms)
                                             + ",\"jitterMs\":" + std::to_string(jitter) + '}'));
    }
    void remove(quint64 rule) { m_link->path().removeStage(rule); }

private Q_SLOTS:
    void init()
    {
        m_wheel = std::make_unique<TimerWheel>(m_clock.now());
        m_paths = std::make_unique<FaultPaths>(*m_wheel, m_clock, [](const FaultPath &) {});
        m_inner = {};
        auto link = std::make_unique<FaultLink>(std::make_unique<InnerLink>(m_inner), *m_paths);
        m_link = link.get();
        m_recorder = std::make_unique<Recorder>(std::move(link));
    }
    void cleanup()
    {
        m_recorder.reset();
        m_paths.reset();
        QVERIFY(m_inner.destroyed);
    }

    void withoutStagesAllPassesUncopied()
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
        delay(100);
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
        QCOMPARE(m_recorder->calls, (QByteArrayList{"received", "drained"}));
    }

    void finsAndEndsAreDelayedBehindTheOctets()
    {
        delay(100);
        m_link->write("out");
        m_link->finish();
        m_link->write("ignored");
        m_inner.handler->linkReceived("in");
        m_inner.handler->linkPeerFinished();
        QVERIFY(m_inner.calls.isEmpty());
        pass(100ms);
        QCOMPARE(m_inner.calls, (QByteArrayList{"write out", "finish"}));
        QCOMPARE(m_recorder->calls, (QByteArrayList{"received", "peerFinished", "drained"}));
        m_inner.handler->linkEnded(LinkEnd::Finished);
        QVERIFY(!m_recorder->was("finished"));
        pass(100ms);
        QCOMPARE(m_recorder->calls.last(), QByteArray("finished"));
    }

    void aResetTakesItsTimeToo()
    {
        delay(100);
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
        delay(100);
        m_inner.handler->linkReceived("unread");
        m_link->setReading(false);
        m_inner.handler->linkEnded(LinkEnd::PeerReset);
        pass(100ms);
        QCOMPARE(m_recorder->calls, QByteArrayList{"reset"});
    }

    void notReadingHoldsBackAndKeeps()
    {
        delay(50);
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
        delay(40, 40);
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

    void bandwidthIsShared()
    {
        add(R"({"kind":"bandwidth","bytesPerSecond":1000})");
        m_link->write(QByteArray(300, 'a'));
        m_link->write(QByteArray(200, 'b'));
        m_link->finish();
        m_inner.handler->linkReceived(QByteArray(100, 'c'));
        pass(250ms);
        QByteArray sent;
        for (const QByteArray &call : std::as_const(m_inner.calls))
            sent += call.mid(6);
        QVERIFY2(sent.size() >= 220 && sent.size() <= 270, QByteArray::number(sent.size()));
        QCOMPARE(m_recorder->received, QByteArray(100, 'c'));
        QCOMPARE(m_link->queuedBytes(), 500 - sent.size());
        pass(240ms);
        QCOMPARE(m_inner.calls.last(), QByteArray("finish"));
        QCOMPARE(m_link->queuedBytes(), 0);
    }

    void slicesComeOneATick()
    {
        add(R"({"kind":"slice","bytes":3})");
        m_link->write("abcdefgh");
        m_inner.handler->linkReceived("whole");
        QCOMPARE(m_recorder->received, QByteArray("whole"));
        pass(64ms);
        QCOMPARE(m_inner.calls, (QByteArrayList{"write abc", "write def", "write gh"}));
    }

    void aBlackholeIsSilentAndGivesAllBack()
    {
        const quint64 rule = add(R"({"kind":"blackhole"})");
        m_link->write("out");
        m_inner.handler->linkReceived("in");
        pass(600s);
        QVERIFY(m_inner.calls.isEmpty());
        QVERIFY(m_recorder->calls.isEmpty());
        QCOMPARE(m_link->queuedBytes(), 3);
        remove(rule);
        QCOMPARE(m_inner.calls, QByteArrayList{"write out"});
        QVERIFY(m_recorder->calls.isEmpty()); // not from within a call
        pass(0ms);
        QCOMPARE(m_recorder->received, QByteArray("in"));
        m_link->write("straight");
        QCOMPARE(m_inner.calls.last(), QByteArray("write straight"));
    }

    // A request may be one that nobody waits for any more.
    void whoHasLeftIsKnownWithWhatItSaid()
    {
        const quint64 rule = add(R"({"kind":"blackhole"})");
        std::optional<bool> hasLeft;
        m_recorder->onReceived = [&] { hasLeft = m_link->path().hasPeerLeft(); };
        m_inner.handler->linkReceived("in");
        m_inner.handler->linkPeerFinished();
        QVERIFY(!m_link->path().hasPeerLeft()); // that has not come through either
        remove(rule);
        pass(0ms);
        QCOMPARE(hasLeft, std::optional(true));
        QCOMPARE(m_recorder->calls, (QByteArrayList{"received", "peerFinished"}));
    }

    void whoStillSpeaksHasNotLeft()
    {
        delay(100);
        std::optional<bool> hasLeft;
        m_recorder->onReceived = [&] { hasLeft = m_link->path().hasPeerLeft(); };
        m_inner.handler->linkReceived("in");
        pass(50ms);
        m_inner.handler->linkPeerFinished();
        pass(50ms);
        QCOMPARE(hasLeft, std::optional(false));
        pass(50ms);
        QVERIFY(m_recorder->was("peerFinished"));
    }

    void evenARstStaysInABlackhole_data()
    {
        QTest::addColumn<bool>("resets");
        QTest::newRow("reset") << true;
        QTest::newRow("destroyed") << false;
    }
    void evenARstStaysInABlackhole()
    {
        QFETCH(bool, resets);
        const quint64 rule = add(R"({"kind":"blackhole"})");
        FaultPath &path = m_link->path();
        m_link->write("lost");
        if (resets)
            m_link->reset();
        m_recorder.reset(); // the hub is done with it
        pass(600s);
        QVERIFY(m_inner.calls.isEmpty() || m_inner.calls == QByteArrayList{"read"});
        QVERIFY(!m_inner.destroyed);
        path.removeStage(rule);
        pass(16ms);
        QCOMPARE(m_inner.calls.last(), QByteArray("reset"));
        QVERIFY(m_inner.destroyed);
        QVERIFY(m_paths->all().empty());
    }

    void whoLeavesABlackholeIsForgotten()
    {
        add(R"({"kind":"blackhole"})");
        m_recorder.reset();
        QVERIFY(!m_inner.destroyed);
        m_inner.handler->linkPeerFinished();
        pass(16ms);
        QVERIFY(m_inner.destroyed);
    }

    void aBufferIsFull()
    {
        const quint64 rule = add(R"({"kind":"buffer","bytes":8})");
        m_link->write("abc");
        m_link->write("def");
        pass(600s);
        QVERIFY(m_inner.calls.isEmpty());
        QCOMPARE(m_link->queuedBytes(), 0); // the hub knows nothing of a proxy's buffer
        m_link->write("ghi");
        QCOMPARE(m_inner.calls, (QByteArrayList{"write abc", "write def", "write ghi"}));
        m_link->write("j");
        m_inner.handler->linkReceived("in");
        QCOMPARE(m_recorder->received, QByteArray("in"));
        QCOMPARE(m_inner.calls.size(), 3);
        remove(rule);
        QCOMPARE(m_inner.calls.last(), QByteArray("write j"));
    }

    void aBufferIsOld()
    {
        add(R"({"kind":"buffer","bytes":1000,"ms":200})");
        m_link->write("a");
        pass(150ms);
        m_link->write("b");
        QVERIFY(m_inner.calls.isEmpty());
        pass(50ms);
        QCOMPARE(m_inner.calls, (QByteArrayList{"write a", "write b"}));
        m_link->write("c");
        m_link->finish();
        QCOMPARE(m_inner.calls.mid(2), (QByteArrayList{"write c", "finish"}));
    }

    void aSlowCloseOutlivesItsOwner()
    {
        add(R"({"kind":"slow-close","ms":5000})");
        m_link->write("last words");
        m_link->finish();
        QCOMPARE(m_inner.calls, QByteArrayList{"write last words"});
        m_recorder.reset();
        QVERIFY(!m_inner.destroyed);
        pass(4900ms);
        QVERIFY(!m_inner.calls.contains("finish"));
        pass(100ms);
        QVERIFY(m_inner.calls.contains("finish"));
        QVERIFY(!m_inner.destroyed); // its peer's FIN is waited for
        m_inner.handler->linkEnded(LinkEnd::Finished);
        pass(16ms);
        QVERIFY(m_inner.destroyed);
    }

    void cutsAfterSoMuch()
    {
        const quint64 rule = add(R"({"kind":"cut-after","bytes":5})");
        m_link->write("abc");
        QVERIFY(m_recorder->calls.isEmpty());
        m_link->write("defgh");
        m_link->write("ignored");
        QVERIFY(m_recorder->calls.isEmpty()); // not from within a call
        m_recorder->onEnded = [&] { m_recorder.reset(); };
        m_inner.queued = 2;
        pass(16ms);
        QVERIFY(!m_recorder);
        QCOMPARE(m_paths->all().front()->endedBy(), rule);
        QVERIFY(!m_inner.calls.contains("reset")); // not before the last of it is out
        m_inner.queued = 0;
        pass(16ms);
        m_inner.calls.removeAll("read");
        QCOMPARE(m_inner.calls, (QByteArrayList{"write abc", "write de", "reset"}));
        QVERIFY(m_inner.destroyed);
    }

    void endsWhatIsIdle()
    {
        add(R"({"kind":"idle-timeout","ms":1000})");
        for (int i = 0; i < 5; ++i) {
            pass(700ms);
            i % 2 ? m_link->write("x") : m_inner.handler->linkReceived("y");
        }
        QVERIFY(!m_recorder->was("reset"));
        pass(950ms);
        QVERIFY(!m_inner.calls.contains("finish"));
        pass(50ms);
        QCOMPARE(m_inner.calls.last(), QByteArray("finish"));
        QCOMPARE(m_recorder->calls, (QByteArrayList{"received", "reset"}));
    }

    void theyAddUp()
    {
        const quint64 first = delay(100), second = delay(50);
        add(R"({"kind":"slice","bytes":2})");
        m_link->write("abcd");
        pass(100ms);
        QVERIFY(m_inner.calls.isEmpty());
        pass(100ms);
        QCOMPARE(m_inner.calls, (QByteArrayList{"write ab", "write cd"}));
        m_inner.handler->linkReceived("in");
        remove(first);
        pass(40ms - 16ms);
        QVERIFY(m_recorder->received.isEmpty());
        pass(110ms);
        QCOMPARE(m_recorder->received, QByteArray("in"));
        remove(second);
        QCOMPARE(m_link->path().rules().size(), std::size_t(1));
    }

    void removedNothingIsHeldAndNothingOvertakes()
    {
        const quint64 rule = delay(600'000);
        m_link->write("slow");
        m_inner.handler->linkReceived("slow");
        remove(rule);
        m_link->write("quick");
        m_inner.handler->linkReceived(", quick");
        QCOMPARE(m_inner.calls, (QByteArrayList{"write slow", "write quick"}));
        pass(0ms);
        QCOMPARE(m_recorder->received, QByteArray("slow, quick"));
        m_inner.handler->linkReceived("; at once");
        QCOMPARE(m_recorder->received, QByteArray("slow, quick; at once"));
    }

    // Octets that become due in a stage at the very moment at which the next one is removed.
    void whatEntersAStageThatGoesIsNotLost_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::newRow("blackhole") << QByteArray("{\"kind\":\"blackhole\"}");
        QTest::newRow("buffer") << QByteArray("{\"kind\":\"buffer\",\"bytes\":1000}");
        QTest::newRow("latency") << QByteArray("{\"kind\":\"latency\",\"ms\":60000}");
        QTest::newRow("bandwidth") << QByteArray("{\"kind\":\"bandwidth\",\"bytesPerSecond\":1}");
    }
    void whatEntersAStageThatGoesIsNotLost()
    {
        QFETCH(QByteArray, what);
        delay(100);
        const quint64 outwards = add(what.constData());
        m_link->write("out");
        m_clock.advance(100ms); // and no timer was looked at yet
        remove(outwards);
        QCOMPARE(m_inner.calls, QByteArrayList{"write out"});
    }

    void resetDropsAll()
    {
        delay(100);
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
        QTest::addColumn<int>("ms");
        QTest::addColumn<QByteArray>("call");
        for (const char *call : {"received", "peerFinished", "drained", "reset"}) {
            QTest::addRow("%s, at once", call) << 0 << QByteArray(call);
            QTest::addRow("%s, delayed", call) << 50 << QByteArray(call);
        }
    }
    void mayBeDestroyedWithinEachCall()
    {
        QFETCH(int, ms);
        QFETCH(QByteArray, call);
        if (ms > 0)
            delay(ms);
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
            if (ms == 0)
                m_inner.handler->linkDrained();
        } else {
            m_recorder->onEnded = destroy;
            m_inner.handler->linkEnded(LinkEnd::PeerReset);
        }
        QCOMPARE(m_recorder == nullptr, ms == 0);
        pass(50ms);
        QVERIFY(!m_recorder);
    }

    void aNewHandlerGetsWhatIsUnderWay()
    {
        delay(50);
        m_inner.handler->linkReceived("for the next");
        m_link->setHandler(nullptr);
        QVERIFY(!m_inner.handler);
        pass(100ms);
        QVERIFY(m_recorder->calls.isEmpty());
        Recorder next(std::move(m_recorder->link));
        pass(0ms);
        QCOMPARE(next.received, QByteArray("for the next"));
    }

    void worksAroundARealLink_data()
    {
        QTest::addColumn<TransportKind>("kind");
        QTest::addColumn<QByteArray>("what");
        const QByteArrayList kinds{R"({"kind":"latency","ms":100,"jitterMs":20})", R"({"kind":"bandwidth","bytesPerSecond":50})",
                                   R"({"kind":"slice","bytes":1})", R"({"kind":"buffer","bytes":100})",
                                   R"({"kind":"slow-close","ms":300})"};
        for (const QByteArray &what : kinds) {
            const QByteArray name = what.mid(9, what.indexOf('"', 9) - 9);
            QTest::addRow("epoll, %s", name.constData()) << TransportKind::Linux << what;
            QTest::addRow("Qt, %s", name.constData()) << TransportKind::Qt << what;
        }
    }
    void worksAroundARealLink()
    {
        QFETCH(TransportKind, kind);
        QFETCH(QByteArray, what);
        TransportFixture fixture(kind);
        Peer peer(fixture.address);
        Recorder *plain = fixture.next();
        QVERIFY(plain);
        auto link = std::make_unique<FaultLink>(std::move(plain->link), *m_paths);
        const auto rule = FaultRule::parse("{\"what\":" + what + '}');
        link->path().addStage(1, LinkStage::make(*rule, m_clock.now()));
        Recorder faulted(std::move(link));
        faulted.link->write("hello");
        faulted.link->finish();
        peer.send("request");
        peer.finish();
        const auto run = [&] {
            m_clock.advance(1ms);
            m_wheel->advance(m_clock.now());
        };
        QVERIFY(pumpUntil([&] { return run(), faulted.was("finished"); }));
        QCOMPARE(faulted.received, QByteArray("request"));
        QVERIFY(peer.seesFin());
        QCOMPARE(peer.received(), QByteArray("hello"));
    }

    void cutsARealLink_data() { TransportFixture::addBackends(); }
    void cutsARealLink()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        Peer peer(fixture.address);
        Recorder *plain = fixture.next();
        QVERIFY(plain);
        auto link = std::make_unique<FaultLink>(std::move(plain->link), *m_paths);
        const auto rule = FaultRule::parse(R"({"what":{"kind":"cut-after","bytes":5}})");
        link->path().addStage(1, LinkStage::make(*rule, m_clock.now()));
        auto faulted = std::make_unique<Recorder>(std::move(link));
        faulted->onEnded = [&] { faulted.reset(); };
        faulted->link->write("hello, world");
        const auto run = [&] {
            m_clock.advance(1ms);
            m_wheel->advance(m_clock.now());
        };
        QVERIFY(pumpUntil([&] { return run(), !faulted && m_paths->all().size() == 1; })); // init's is left
        QVERIFY(peer.seesReset());
        QCOMPARE(peer.received(), QByteArray("hello"));
    }
};

QTEST_GUILESS_MAIN(TestFaultLink)
#include "tst_faultlink.moc"
