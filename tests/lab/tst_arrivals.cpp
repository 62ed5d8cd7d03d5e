// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/arrivals.h"
#include "lab/eventjson.h"

#include <QTest>

using namespace pushscope;

class TestArrivals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Each step is "id type [data]"; a dot stands for no id.
    void sequences_data()
    {
        QTest::addColumn<QList<QByteArray>>("steps");
        QTest::addColumn<QByteArray>("cursor");
        QTest::addColumn<QList<int>>("figures"); // received, duplicates, out of order, gaps
        using Steps = QList<QByteArray>;
        using Figures = QList<int>;
        QTest::newRow("in order") << Steps{"e-1 a", "e-2 a", "e-5 a"} << QByteArray("e-5") << Figures{3, 0, 0, 0};
        QTest::newRow("twice") << Steps{"e-1 a", "e-2 a", "e-1 a", "e-2 a"} << QByteArray("e-2") << Figures{2, 2, 0, 0};
        QTest::newRow("a straggler") << Steps{"e-1 a", "e-3 a", "e-2 a", "e-2 a"} << QByteArray("e-3") << Figures{3, 1, 1, 0};
        QTest::newRow("no id") << Steps{"e-1 a", ". presence:cursor", ". presence:cursor"} << QByteArray("e-1")
                               << Figures{3, 0, 0, 0};
        QTest::newRow("welcome on a stream") << Steps{"e-7 hub.welcome {}"} << QByteArray("e-7") << Figures{0, 0, 0, 0};
        QTest::newRow("welcome on a WebSocket")
            << Steps{". hub.welcome {\"client\":\"c\",\"cursor\":\"e-7\"}"} << QByteArray("e-7") << Figures{0, 0, 0, 0};
        QTest::newRow("welcome when resuming keeps the cursor")
            << Steps{"e-3 a", ". hub.welcome {\"cursor\":\"e-9\"}", "e-4 a"} << QByteArray("e-4") << Figures{2, 0, 0, 0};
        QTest::newRow("a quiet client's cursor")
            << Steps{"e-3 a", "e-90 hub.cursor {\"cursor\":\"e-90\"}", "e-91 a"} << QByteArray("e-91") << Figures{2, 0, 0, 0};
        QTest::newRow("a gap") << Steps{"e-3 a", "e-20 hub.gap {}", "e-21 a"} << QByteArray("e-21") << Figures{2, 0, 0, 1};
        QTest::newRow("a new epoch") << Steps{"e-30 a", "f-0 hub.gap {\"reason\":\"epoch\"}", "f-1 a", "f-2 a"}
                                     << QByteArray("f-2") << Figures{3, 0, 0, 1};
        QTest::newRow("other control events count for nothing")
            << Steps{". hub.pong {}", ". hub.ack {\"id\":\"e-8\"}"} << QByteArray() << Figures{0, 0, 0, 0};
        QTest::newRow("an id of another hub") << Steps{"x:1 a", "x:2 a", "x:2 a"} << QByteArray("x:2") << Figures{2, 1, 0, 0};
    }
    void sequences()
    {
        QFETCH(QList<QByteArray>, steps);
        QFETCH(QByteArray, cursor);
        QFETCH(QList<int>, figures);
        Arrivals arrivals;
        for (const QByteArray &step : steps) {
            const QList<QByteArray> part = step.split(' ');
            (void)arrivals.take(part[0] == "." ? QByteArray() : part[0], part[1], part.value(2));
        }
        QCOMPARE(arrivals.cursor(), cursor);
        const ArrivalFigures &f = arrivals.figures();
        QCOMPARE(QList<int>({int(f.received), int(f.duplicates), int(f.outOfOrder), int(f.gaps)}), figures);
    }

    void anOldDuplicateIsNoStraggler()
    {
        Arrivals arrivals;
        for (int i = 1; i <= 1'000; ++i)
            (void)arrivals.take("e-" + QByteArray::number(i), "a", "null");
        QCOMPARE(arrivals.take("e-5", "a", "null").verdict, ReceivedEvent::Verdict::Duplicate);
        QCOMPARE(arrivals.figures().outOfOrder, 0u);
        QCOMPARE(arrivals.cursor(), QByteArray("e-1000"));
    }

    void eventJson_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("good");
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("data");
        const auto row = [](const char *name, QByteArray text, bool good, QByteArray id = {}, QByteArray type = {},
                            QByteArray data = {}) { QTest::newRow(name) << text << good << id << type << data; };
        row("whole", R"({"id":"e-1","type":"a","data":{"b": 1.0}})", true, "e-1", "a", R"({"b": 1.0})");
        row("octets of the data stay", R"({"type":"a","data":12345678901234567890})", true, "", "a", "12345678901234567890");
        row("null id", R"({"id":null,"type":"a","data":[]})", true, "", "a", "[]");
        row("no data", R"({"type":"a"})", true, "", "a", "null");
        row("unknown members", R"({"type":"a","x":[1],"data":2})", true, "", "a", "2");
        row("escaped type", R"({"type":"chat\u003amessage","data":2})", true, "", "chat:message", "2");
        row("no type", R"({"id":"e-1","data":1})", false);
        row("an array", "[1]", false);
        row("no JSON", "{\"type\":", false);
        row("empty", "", false);
    }
    void eventJson()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, good);
        const auto event = parseEventJson(text);
        QCOMPARE(event.has_value(), good);
        if (!good)
            return;
        QTEST(event->id, "id");
        QTEST(event->type, "type");
        QTEST(event->data, "data");
    }
};

QTEST_GUILESS_MAIN(TestArrivals)
#include "tst_arrivals.moc"
