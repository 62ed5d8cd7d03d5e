// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a handler may do to links within each call: destroy its own or another one, swap the handler, flush.
#include "transport/transportfixture.h"

using namespace pushscope;

namespace {

using Hook = std::function<void()> Recorder::*;

// One way to be called, and what provokes it.
struct Occasion {
    const char *name;
    Hook hook;
    std::function<void(TransportFixture &, Recorder &, Peer &)> provoke;
};

const std::array<Occasion, 5> &occasions()
{
    static const std::array<Occasion, 5> all{{
        {"received", &Recorder::onReceived, [](TransportFixture &, Recorder &, Peer &peer) { peer.send("x"); }},
        {"peerFinished", &Recorder::onPeerFinished, [](TransportFixture &, Recorder &, Peer &peer) { peer.finish(); }},
        {"drained", &Recorder::onDrained,
         [](TransportFixture &fixture, Recorder &recorder, Peer &) {
             recorder.link->write(QByteArray(8 << 20, 'd'));
             fixture.transport->flush();
         }},
        {"finished", &Recorder::onEnded,
         [](TransportFixture &, Recorder &recorder, Peer &peer) {
             peer.finish();
             recorder.link->finish();
         }},
        {"reset", &Recorder::onEnded, [](TransportFixture &, Recorder &, Peer &peer) { peer.reset(); }},
    }};
    return all;
}

void addOccasions(bool withEnds = true)
{
    QTest::addColumn<TransportKind>("kind");
    QTest::addColumn<int>("occasion");
    for (int i = 0; i < int(occasions().size()); ++i) {
        if (!withEnds && occasions()[std::size_t(i)].hook == &Recorder::onEnded)
            continue;
        QTest::addRow("io_uring, %s", occasions()[std::size_t(i)].name) << TransportKind::Linux << i;
        QTest::addRow("epoll, %s", occasions()[std::size_t(i)].name) << TransportKind::Epoll << i;
        QTest::addRow("Qt notifiers, %s", occasions()[std::size_t(i)].name) << TransportKind::Qt << i;
    }
}

} // namespace

class TestLinkHandlers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void destroysItself_data() { addOccasions(); }
    void destroysItself()
    {
        QFETCH(TransportKind, kind);
        QFETCH(int, occasion);
        const Occasion &how = occasions()[std::size_t(occasion)];
        TransportFixture fixture(kind);
        Peer peer(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        recorder->*how.hook = [&] { fixture.accepted[0].reset(); };
        how.provoke(fixture, *recorder, peer);
        QTRY_VERIFY((peer.read(), !fixture.accepted[0]));
        expectAlive(fixture);
    }

    void destroysItsLinkOnly_data() { addOccasions(); }
    void destroysItsLinkOnly()
    {
        QFETCH(TransportKind, kind);
        QFETCH(int, occasion);
        const Occasion &how = occasions()[std::size_t(occasion)];
        TransportFixture fixture(kind);
        Peer peer(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        recorder->*how.hook = [recorder] { recorder->link.reset(); };
        how.provoke(fixture, *recorder, peer);
        QTRY_VERIFY((peer.read(), !recorder->link));
        expectAlive(fixture);
        QCOMPARE(recorder->calls.last(), QByteArray(how.name)); // and silence
    }

    void destroysASibling_data() { addOccasions(); }
    void destroysASibling()
    {
        QFETCH(TransportKind, kind);
        QFETCH(int, occasion);
        const Occasion &how = occasions()[std::size_t(occasion)];
        TransportFixture fixture(kind);
        // Whichever is called first destroys all others, for which the same event is in hand.
        std::vector<Peer> peers;
        for (int i = 0; i < 4; ++i)
            peers.emplace_back(fixture.address);
        QTRY_COMPARE(fixture.accepted.size(), peers.size());
        int survivor = -1;
        for (int i = 0; i < 4; ++i) {
            Recorder &recorder = *fixture.accepted[std::size_t(i)];
            recorder.*how.hook = [&, i] {
                survivor = i;
                for (int other = 0; other < 4; ++other) {
                    if (other != i)
                        fixture.accepted[std::size_t(other)].reset();
                }
            };
        }
        for (std::size_t i = 0; i < 4; ++i)
            how.provoke(fixture, *fixture.accepted[i], peers[i]);
        const auto readAll = [&] {
            for (Peer &peer : peers)
                peer.read();
        };
        QTRY_VERIFY((readAll(), survivor >= 0));
        QVERIFY(fixture.accepted[std::size_t(survivor)]->was(how.name));
        expectAlive(fixture);
    }

    // A descriptor that is closed and given to a new link in one turn: events of the old one are not the new one's.
    void aReusedDescriptorGetsNoOldEvents_data() { TransportFixture::addBackends(); }
    void aReusedDescriptorGetsNoOldEvents()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        std::vector<Peer> peers;
        for (int i = 0; i < 8; ++i)
            peers.emplace_back(fixture.address);
        QTRY_COMPARE(fixture.accepted.size(), peers.size());
        Recorder *killer = nullptr;
        for (auto &recorder : fixture.accepted) {
            recorder->onReceived = [&fixture, &killer, self = recorder.get()] {
                if (std::exchange(killer, self))
                    return;
                for (std::size_t i = 0; i < 8; ++i) {
                    if (fixture.accepted[i].get() != self)
                        fixture.accepted[i].reset();
                }
            };
        }
        // In one turn: the first link, the listener, the other links.
        peers[0].send("x");
        Peer late(fixture.address);
        for (std::size_t i = 1; i < peers.size(); ++i)
            peers[i].send("x");
        QTRY_VERIFY(killer && fixture.accepted.size() == 9);
        Recorder &fresh = *fixture.accepted.back();
        expectAlive(fixture);
        QCOMPARE(fresh.calls, QByteArrayList());
        late.send("mine");
        QTRY_COMPARE(fresh.received, QByteArray("mine"));
    }

    void swapsTheHandler_data() { addOccasions(false); } // nothing follows an end
    void swapsTheHandler()
    {
        QFETCH(TransportKind, kind);
        QFETCH(int, occasion);
        const Occasion &how = occasions()[std::size_t(occasion)];
        TransportFixture fixture(kind);
        Peer peer(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        std::unique_ptr<Recorder> upgraded;
        recorder->*how.hook = [&] { // also destroys the first handler
            upgraded = std::make_unique<Recorder>(std::move(recorder->link));
            fixture.accepted[0].reset();
        };
        how.provoke(fixture, *recorder, peer);
        QTRY_VERIFY((peer.read(), upgraded));
        peer.reset();
        QTRY_COMPARE(upgraded->calls, QByteArrayList{"reset"});
    }

    void flushesAndWrites_data() { addOccasions(); }
    void flushesAndWrites()
    {
        QFETCH(TransportKind, kind);
        QFETCH(int, occasion);
        const Occasion &how = occasions()[std::size_t(occasion)];
        TransportFixture fixture(kind);
        Peer peer(fixture.address);
        Peer other(fixture.address);
        QTRY_COMPARE(fixture.accepted.size(), 2u);
        Recorder *recorder = fixture.accepted[0].get();
        recorder->*how.hook = [&] {
            fixture.accepted[1]->link->write("seen");
            fixture.transport->flush();
            fixture.accepted[1]->link->write(", and more");
        };
        how.provoke(fixture, *recorder, peer);
        QTRY_VERIFY((peer.read(), other.received()) == "seen, and more");
    }

private:
    // The transport still accepts and carries.
    static void expectAlive(TransportFixture &fixture)
    {
        Peer peer(fixture.address);
        const std::size_t before = fixture.accepted.size();
        QTRY_COMPARE(fixture.accepted.size(), before + 1);
        peer.send("alive");
        QTRY_COMPARE(fixture.accepted[before]->received, QByteArray("alive"));
        fixture.accepted.erase(fixture.accepted.begin() + std::ptrdiff_t(before));
    }
};

QTEST_GUILESS_MAIN(TestLinkHandlers)
#include "tst_linkhandlers.moc"
