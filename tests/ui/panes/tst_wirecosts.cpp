// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an event is said to cost over each way is what a real hub sends.
#include "observe/snapshot.h"
#include "server/hubfixture.h"
#include "support/rawsocket.h"
#include "ui/panes/wirecosts.h"

using namespace pushscope;
using namespace std::chrono_literals;

namespace {

constexpr auto Patience = 20s; // for a machine that is busy

EventPtr eventOf(Seq seq, const QByteArray &data)
{
    auto event = std::make_shared<Event>();
    event->seq = seq;
    event->to = {"user:alice"};
    event->type = "price";
    event->data = data;
    return event;
}

} // namespace

class TestWireCosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWhatAHubSends_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::newRow("short") << QByteArray("{\"bid\":1}");
        QTest::newRow("long, and alike") << QByteArray("{\"text\":\"" + QByteArray("to be or not to be ").repeated(500) + "\"}");
    }
    void isWhatAHubSends()
    {
        QFETCH(const QByteArray, data);
        HubFixture hub;
        const QByteArray token = hub.token("alice");
        RawSocket stream, poll;
        QVERIFY(stream.connectTo(hub.port()) && poll.connectTo(hub.port()));
        const HttpAnswer head = exchange(poll, "GET", "/api/poll?timeout=0&token=" + token);
        QCOMPARE(head.status, 200);
        const QByteArray cursor = head.body.mid(head.body.indexOf("\"cursor\":\"") + 10).split('"').first();
        QVERIFY(stream.send("GET /api/events?token=" + token + " HTTP/1.1\r\nHost: a\r\n\r\n"));
        QVERIFY(!stream.receiveUntil(": ping\n\n\r\n", Patience).isEmpty());
        auto published = hub.thread().publish({{"user:alice"}, "price", data, false});
        QTRY_VERIFY_WITH_TIMEOUT(published.isFinished(), 20'000);
        const QByteArray id = published.result().value().id;
        const Epoch epoch = hub.thread().epoch();

        const std::vector<WireCost> costs = wireCosts({eventOf(parseEventId(id)->seq, data)}, {epoch, 100, false});
        QCOMPARE(costs.size(), std::size_t(8));
        const auto costOf = [&costs](ClientProtocol protocol, bool compressed) {
            return *std::find_if(costs.begin(), costs.end(), [&](const WireCost &cost) {
                return cost.protocol == protocol && cost.compressed == compressed && !cost.http2;
            });
        };
        QCOMPARE(double(stream.receiveUntil("\n\n\r\n", Patience).size()), costOf(ClientProtocol::Sse, false).octets);
        for (const bool compressed : {false, true}) {
            const HttpAnswer answer = exchange(poll, "GET", "/api/poll?timeout=0&cursor=" + cursor + "&token=" + token, {},
                                               compressed ? "Accept-Encoding: gzip\r\n" : "");
            const bool wasCompressed = answer.head.contains("content-encoding: gzip");
            if (wasCompressed == compressed) // one that would not become smaller is sent as it is
                QCOMPARE(double(answer.head.size() + answer.body.size()), costOf(ClientProtocol::Poll, compressed).octets);
        }
    }

    void ratios()
    {
        std::vector<EventPtr> events;
        for (quint64 i = 1; i <= 10; ++i)
            events.push_back(eventOf(Seq{i}, "{\"text\":\"" + QByteArray("all alike ").repeated(400) + "\"}"));
        const std::vector<WireCost> clear = wireCosts(events, {"k3f9", 100, false});
        const std::vector<WireCost> tls = wireCosts(events, {"k3f9", 100, true});
        QCOMPARE(clear.front().ratio, 1.0);
        QCOMPARE(clear.front().packets, 3.0); // of some 4,060 octets
        for (std::size_t i = 0; i < clear.size(); ++i) {
            QVERIFY(tls[i].octets == clear[i].octets + 22);
            if (clear[i].compressed)
                QVERIFY(clear[i].octets < clear[i - 1].octets / 5);
            QCOMPARE(clear[i].octetsUp > 0, clear[i].protocol == ClientProtocol::Poll);
        }
        QVERIFY(wireCosts({}, {}).empty());
    }
};

QTEST_GUILESS_MAIN(TestWireCosts)
#include "tst_wirecosts.moc"
