// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two sessions side by side: the moments that both have, the first event that differs, and how it went.

#include "session/sessioncompare.h"
#include "session/statearchive.h"
#include "sessionfixture.h"

#include <QTemporaryDir>

using namespace pushscope;

class TestSessionCompare : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_files = 0;

    [[nodiscard]] std::unique_ptr<SessionReader> session(const std::vector<SessionRow> &rows,
                                                         const std::vector<SessionExtra> &extras = {})
    {
        const QString path = m_dir.filePath(QStringLiteral("file-%1").arg(++m_files));
        auto writer = SessionWriter::create(path, sessionHead());
        for (const SessionRow &row : rows) {
            if (!(*writer)->add(row))
                qFatal("not written");
        }
        for (const SessionExtra &extra : extras) {
            if (!(*writer)->add(extra))
                qFatal("not written");
        }
        if (!(*writer)->finish())
            qFatal("not finished");
        return std::move(*SessionReader::open(path));
    }

    static SessionRow mark(qint64 ms, const QByteArray &text, const QByteArray &op = {})
    {
        SessionRow row = sessionRow(ms, "mark");
        row.form = SessionRow::Form::Text;
        row.data = text;
        row.op = op;
        return row;
    }

    // A mark "go" at `goMs`, and after it events with these data, 10 ms apart.
    [[nodiscard]] std::vector<SessionRow> run(qint64 goMs, const QList<QByteArray> &data)
    {
        std::vector<SessionRow> rows{eventRow(1, 1, "\"before\""), mark(goMs, "go")};
        for (const QByteArray &one : data)
            rows.push_back(eventRow(rows.back().monoNs / 1'000'000 + 10, rows.size(), one));
        return rows;
    }

private Q_SLOTS:
    void findsCommonMarks()
    {
        const auto a = session({mark(5, "x"), mark(10, "go"), mark(20, "go"), mark(30, "only here")});
        const auto b = session({mark(7, "go"), mark(90, "x"), mark(95, "")});
        SessionNote note;
        note.ns = 50'000'000;
        note.text = "only here"; // a comment counts, too
        QVERIFY(addNote(b->path(), note));
        const auto again = std::move(*SessionReader::open(b->path()));
        const auto common = commonMarks(*a, *again);
        QVERIFY(common);
        const std::vector<CommonMark> expected{{"", 5'000'000, 7'000'000},
                                               {"x", 5'000'000, 90'000'000},
                                               {"go", 10'000'000, 7'000'000},
                                               {"only here", 30'000'000, 50'000'000}};
        QVERIFY(*common == expected);
    }

    void leavesOutWithdrawnMarks()
    {
        const auto a = session({mark(5, "x"), mark(10, "go"), mark(20, "go"), mark(25, "go", "withdrawn"), mark(30, "back"),
                                mark(31, "x", "withdrawn"), mark(32, "back", "withdrawn"), mark(33, "back", "restored"),
                                mark(34, "lost", "restored")}); // that it was set is no longer in the file
        const auto b = session({mark(1, "x"), mark(2, "go"), mark(3, "back"), mark(4, "lost")});
        const auto common = commonMarks(*a, *b);
        QVERIFY(common);
        QCOMPARE(common->size(), std::size_t(3)); // the beginnings, too
        QVERIFY(common->at(1) == (CommonMark{"go", 10'000'000, 2'000'000}));
        QVERIFY(common->at(2) == (CommonMark{"back", 30'000'000, 3'000'000}));
    }

    void findsTheFirstDifference_data()
    {
        QTest::addColumn<QList<QByteArray>>("a");
        QTest::addColumn<QList<QByteArray>>("b");
        QTest::addColumn<int>("alike");
        QTest::addColumn<QByteArray>("ofA");
        QTest::addColumn<QByteArray>("ofB");
        using L = QList<QByteArray>;
        QTest::newRow("none") << L{"1", "2"} << L{"1", "2"} << 2 << QByteArray() << QByteArray();
        QTest::newRow("data") << L{"1", "2", "3"} << L{"1", "4", "3"} << 1 << QByteArray("2") << QByteArray("4");
        QTest::newRow("the first") << L{"2"} << L{"1"} << 0 << QByteArray("2") << QByteArray("1");
        QTest::newRow("one ends") << L{"1", "2"} << L{"1"} << 1 << QByteArray("2") << QByteArray();
        QTest::newRow("no events") << L{} << L{} << 0 << QByteArray() << QByteArray();
        L many, other;
        for (int i = 0; i < 10'000; ++i)
            many += QByteArray::number(i);
        other = many;
        other[9'000] = "\"x\"";
        QTest::newRow("late") << many << other << 9000 << QByteArray("9000") << QByteArray("\"x\"");
    }
    void findsTheFirstDifference()
    {
        QFETCH(const QList<QByteArray>, a);
        QFETCH(const QList<QByteArray>, b);
        QFETCH(const int, alike);
        QFETCH(const QByteArray, ofA);
        QFETCH(const QByteArray, ofB);
        const auto one = session(run(100, a)), other = session(run(5000, b)); // ids and times are others
        const auto common = commonMarks(*one, *other);
        QCOMPARE(common->back().text, QByteArray("go"));
        const auto difference = firstDifference(*one, *other, common->back());
        QVERIFY(difference);
        QCOMPARE(difference->alike, quint64(alike));
        QCOMPARE(difference->a ? difference->a->data : QByteArray(), ofA);
        QCOMPARE(difference->b ? difference->b->data : QByteArray(), ofB);
    }

    void looksAtTargetsAndTypes()
    {
        auto rows = run(100, {"1"}), others = rows;
        others.back().to = {"*"};
        QCOMPARE(firstDifference(*session(rows), *session(others), {})->alike, quint64(1));
        others = rows;
        others.back().type = "other";
        QCOMPARE(firstDifference(*session(rows), *session(others), {})->alike, quint64(1));
    }

    void canBeCancelled()
    {
        QList<QByteArray> data;
        for (int i = 0; i < 10'000; ++i)
            data += QByteArray::number(i);
        const auto one = session(run(1, data)), other = session(run(1, data));
        const auto stop = [](quint64, quint64) { return false; };
        QCOMPARE(firstDifference(*one, *other, {}, stop).error().code, Errc::Cancelled);
        QCOMPARE(commonMarks(*one, *other, stop).error().code, Errc::Cancelled);
    }

    void tellsTheCourse()
    {
        // 10 deliveries in the first second, each 1 ms late; 30 in the second one, 100 ms late; then nothing.
        std::vector<SessionExtra> extras;
        Snapshot snapshot;
        snapshot.generation = 1;
        ProtocolFigures &sse = snapshot.figures.protocols[0];
        sse.clients = 3;
        for (int second = 0; second <= 4; ++second) {
            const quint64 count = second == 1 ? 10 : second == 2 ? 30 : 0;
            sse.delivered += count;
            sse.latency.record(second == 1 ? std::chrono::milliseconds(1) : std::chrono::milliseconds(100), count);
            snapshot.monoNs = second * 1'000'000'000LL;
            SessionExtra change;
            change.kind = second == 0 ? SessionExtra::Kind::Key : SessionExtra::Kind::Change;
            change.beginNs = change.endNs = snapshot.monoNs;
            change.body = packState(snapshot);
            extras.push_back(change);
        }
        const auto reader = session({eventRow(1, 1, "1")}, extras);
        const auto course = courseOf(*reader, 0, std::chrono::seconds(1), 100);
        QCOMPARE(course.size(), std::size_t(4)); // no longer than the session
        QCOMPARE(course[0].perSecond, 10.0);
        QCOMPARE(course[1].perSecond, 30.0);
        QCOMPARE(course[2].perSecond, 0.0);
        QVERIFY(course[0].p99 >= std::chrono::milliseconds(1) && course[0].p99 < std::chrono::microseconds(1100));
        QVERIFY(course[1].p50 >= std::chrono::milliseconds(100) && course[1].p50 < std::chrono::milliseconds(110));
        QCOMPARE(course[2].p99.count(), 0);
        QCOMPARE(course[3].clients, quint64(3));
        QCOMPARE(course[1].after, std::chrono::nanoseconds(std::chrono::seconds(2)));
    }
};

QTEST_GUILESS_MAIN(TestSessionCompare)
#include "tst_sessioncompare.moc"
