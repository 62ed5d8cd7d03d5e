// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A recorded session as an observatory shows it: the state, the rows and the deliveries at any time of it, in any order.

#include "session/sessionplayer.h"
#include "session/statearchive.h"
#include "sessionfixture.h"

#include <QTemporaryDir>

using namespace pushscope;

class TestSessionPlayer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void beginsAtTheEnd();
    void goesAnywhere_data();
    void goesAnywhere();
    void advancesByChanges();
    void tellsProgress();
    void manyRowsAreAJump();
    void answersTheObservatory();
    void looksBackInSteps();

private:
    [[nodiscard]] std::unique_ptr<SessionPlayer> player(Observatory &observatory) const;
    QTemporaryDir m_dir;
    QString m_path;
};

// A row and a delivery each 100 ms, a change of the state each second, for 60 s; client n comes in second n.
void TestSessionPlayer::initTestCase()
{
    m_path = m_dir.filePath(QStringLiteral("session"));
    auto writer = SessionWriter::create(m_path, sessionHead());
    QVERIFY(writer.has_value());
    RecordedState state;
    for (qint64 ms = 100; ms <= 60'000; ms += 100) {
        QVERIFY((*writer)->add(eventRow(ms, quint64(ms / 100), "1")).has_value());
        SessionExtra deliveries;
        deliveries.beginNs = deliveries.endNs = ms * 1'000'000;
        deliveries.body = packDeliveries({{1, quint32(ms / 100), quint64(ms * 1'000'000) << 1}});
        QVERIFY((*writer)->add(deliveries).has_value());
        if (ms % 1000 != 0)
            continue;
        Snapshot change;
        change.generation = 5;
        change.monoNs = ms * 1'000'000;
        change.figures.mono = TimePoint(Milliseconds(ms));
        change.figures.published = quint64(ms / 100);
        ClientRow client;
        client.key = quint32(ms / 1000);
        client.client = "c" + QByteArray::number(client.key);
        change.changedClients = {client};
        if (client.key > 1) { // the one before is given as many events as there have been seconds
            ClientProgress progress;
            progress.key = client.key - 1;
            progress.eventsOut = quint64(ms / 1000);
            change.progressedClients = {progress};
        }
        state.apply(change);
        SessionExtra extra;
        extra.kind = SessionExtra::Kind::Change;
        extra.beginNs = extra.endNs = change.monoNs;
        extra.body = packState(change);
        QVERIFY((*writer)->add(extra).has_value());
        if (ms % 20'000 != 1000)
            continue;
        extra.kind = SessionExtra::Kind::Key;
        extra.body = packState(state.whole());
        QVERIFY((*writer)->add(extra).has_value());
    }
    QVERIFY((*writer)->finish().has_value());
}

std::unique_ptr<SessionPlayer> TestSessionPlayer::player(Observatory &observatory) const
{
    return std::make_unique<SessionPlayer>(SessionReader::open(m_path).value(), observatory);
}

void TestSessionPlayer::beginsAtTheEnd()
{
    Observatory observatory;
    const auto shown = player(observatory);
    const auto snapshot = shown->next();
    QCOMPARE(snapshot->changedClients.size(), std::size_t(60));
    QCOMPARE(snapshot->journal.size(), std::size_t(600));
    QCOMPARE(snapshot->deliveries.size(), std::size_t(600));
    QVERIFY(snapshot->journal.back().event);
    QCOMPARE(snapshot->journal.back().event->seq, Seq{600});
    QCOMPARE(snapshot->journal.back().receivers->at(1), 2U);
}

void TestSessionPlayer::goesAnywhere_data()
{
    QTest::addColumn<QList<int>>("seconds");
    QTest::newRow("backwards") << QList<int>{60, 30, 29, 5, 1};
    QTest::newRow("forwards") << QList<int>{1, 2, 20, 21, 22, 59, 60};
    QTest::newRow("to and fro") << QList<int>{40, 41, 39, 40, 2, 55, 54};
}

void TestSessionPlayer::goesAnywhere()
{
    QFETCH(QList<int>, seconds);
    Observatory observatory;
    const auto shown = player(observatory);
    RecordedState seen;
    quint64 generation = 0;
    std::size_t rows = 0, deliveries = 0;
    for (const int second : seconds) {
        shown->seek(qint64(second) * 1'000'000'000 + 50'000'000);
        const auto snapshot = shown->next();
        if (snapshot->generation != generation) { // a window would forget all it has seen
            generation = snapshot->generation;
            seen.clear();
            rows = deliveries = 0;
        }
        seen.apply(*snapshot);
        rows += snapshot->journal.size();
        deliveries += snapshot->deliveries.size();
        QCOMPARE(seen.clients().size(), std::size_t(second));
        QCOMPARE(seen.figures().published, quint64(second) * 10);
        QCOMPARE(rows, std::size_t(second) * 10);
        QCOMPARE(deliveries, std::size_t(second) * 10);
    }
}

void TestSessionPlayer::advancesByChanges()
{
    Observatory observatory;
    const auto shown = player(observatory);
    shown->seek(10'000'000'000);
    const auto before = shown->next();
    shown->seek(12'000'000'000);
    const auto after = shown->next();
    QCOMPARE(after->generation, before->generation);
    QCOMPARE(after->changedClients.size(), std::size_t(2));
    QCOMPARE(after->journal.size(), std::size_t(20));
    QCOMPARE(after->journal.front().ref, before->journal.back().ref + 1);
}

// More rows than are shown are not read one by one on the way.
void TestSessionPlayer::tellsProgress()
{
    Observatory observatory;
    const auto shown = player(observatory);
    shown->seek(10'000'000'000);
    const auto before = shown->next();
    QCOMPARE(before->changedClients.at(8).eventsOut, 10u); // client 9, whole
    QCOMPARE(before->changedClients.at(9).eventsOut, 0u);
    QVERIFY(before->progressedClients.empty());
    shown->seek(12'000'000'000);
    const auto after = shown->next(); // rows of 11 and 12, progress of 10 and 11
    QCOMPARE(after->changedClients.size(), std::size_t(2));
    QCOMPARE(after->progressedClients.size(), std::size_t(2));
    QCOMPARE(after->progressedClients.front().key, 10u);
    QCOMPARE(after->progressedClients.front().eventsOut, 11u);
    QCOMPARE(after->progressedClients.back().key, 11u);
    QCOMPARE(after->progressedClients.back().eventsOut, 12u);
}

void TestSessionPlayer::manyRowsAreAJump()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("busy"));
    constexpr quint64 Rows = 3 * SessionPlayer::MaxRows; // ten a millisecond
    auto writer = SessionWriter::create(path, sessionHead());
    QVERIFY(writer.has_value());
    for (quint64 i = 1; i <= Rows; ++i) {
        SessionRow row = eventRow(0, i, "1");
        row.monoNs = qint64(i) * 100'000;
        QVERIFY((*writer)->add(row).has_value());
    }
    QVERIFY((*writer)->finish().has_value());
    Observatory observatory;
    SessionPlayer shown(SessionReader::open(path).value(), observatory);
    shown.seek(100'000'000);
    const auto first = shown.next();
    QCOMPARE(first->journal.size(), std::size_t(1000));
    shown.seek(200'000'000);
    const auto near = shown.next();
    QCOMPARE(near->generation, first->generation);
    QCOMPARE(near->journal.size(), std::size_t(1000));
    shown.seek(5'000'000'000);
    const auto far = shown.next();
    QVERIFY(far->generation != first->generation);
    QCOMPARE(far->journal.size(), SessionPlayer::MaxRows);
    QCOMPARE(far->journal.back().event->seq, Seq{50'000});
}

void TestSessionPlayer::answersTheObservatory()
{
    Observatory observatory;
    const auto shown = player(observatory);
    observatory.request();
    std::unique_ptr<const Snapshot> snapshot;
    const auto taken = [&] { // QTRY_VERIFY asks once more when it has succeeded
        if (!snapshot)
            snapshot = observatory.take();
        return snapshot != nullptr;
    };
    QTRY_VERIFY(taken());
    QCOMPARE(snapshot->changedClients.size(), std::size_t(60));
    observatory.request(); // nothing has changed: the answer waits for the slider
    QCoreApplication::processEvents();
    QVERIFY(!observatory.take());
    snapshot.reset();
    shown->seek(1'000'000'000);
    QTRY_VERIFY(taken());
    QCOMPARE(snapshot->changedClients.size(), std::size_t(1));
}

void TestSessionPlayer::looksBackInSteps()
{
    Observatory observatory;
    const auto shown = player(observatory);
    SessionReader &reader = shown->reader();
    const auto figures = reader.figuresBefore(30'500'000'000, std::chrono::seconds(5), 4);
    QCOMPARE(figures.size(), std::size_t(4));
    const quint64 published[] = {150, 200, 250, 300};
    for (std::size_t i = 0; i < figures.size(); ++i)
        QCOMPARE(figures[i].published, published[i]);
    QCOMPARE(reader.figuresBefore(2'500'000'000, std::chrono::seconds(1), 60).size(), std::size_t(2)); // no more there is
    QVERIFY(reader.figuresBefore(0, std::chrono::seconds(1), 60).empty());
}

QTEST_GUILESS_MAIN(TestSessionPlayer)
#include "tst_sessionplayer.moc"
