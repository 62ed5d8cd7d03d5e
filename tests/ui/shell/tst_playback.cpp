// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessionexport.h"
#include "session/sessionimport.h"
#include "ui/feed/playback.h"
#include "ui/feed/recording.h"

#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace pushscope;

class TestPlayback : public QObject
{
    Q_OBJECT

    static constexpr int Patience = 20'000; // ms, on a loaded machine

    struct Hub {
        QTemporaryDir folder;
        Recording recording{folder.path()};
        ServerController controller;
        QTcpSocket client; // an event stream of alice

        bool start()
        {
            ServerConfig config;
            config.listen = {"127.0.0.1:0"};
            config.secrets = {"0123456789abcdef0123456789abcdef"};
            controller.setConfig(config);
            controller.setSinkMaker([this] { return recording.begin(); });
            controller.start();
            if (!QTest::qWaitFor([this] { return controller.isRunning(); }, Patience))
                return false;
            const QUrl url(QString::fromUtf8(controller.url()));
            client.connectToHost(url.host(), quint16(url.port()));
            client.write("GET /api/events?clientId=tab-1&room=lobby&token=" + controller.makeToken("alice")
                         + " HTTP/1.1\r\nHost: x\r\n\r\n");
            return QTest::qWaitFor([this] { return client.bytesAvailable() > 0; }, Patience);
        }
        bool stop()
        {
            controller.stop();
            if (!QTest::qWaitFor([this] { return controller.state() == ServerController::State::Stopped; }, Patience))
                return false;
            // The recorder is let go of before it has written its last rows.
            return QTest::qWaitFor(
                [this] {
                    const auto reader = SessionReader::open(recording.path());
                    return reader && (*reader)->ended();
                },
                Patience);
        }
        [[nodiscard]] std::vector<JournalRow> journal(JournalRow::Kind kind)
        {
            std::vector<JournalRow> rows = controller.observatory().journalAfter(0, 100'000);
            std::erase_if(rows, [kind](const JournalRow &row) { return row.kind != kind; });
            return rows;
        }
    };

    QTemporaryDir m_folder;

    // `n` events, ten seconds apart, to alice, the lobby and everyone in turn; between the first two a rule that is removed after
    // the second, and at the end one that stays.
    [[nodiscard]] QString write(int n)
    {
        const QString path = m_folder.filePath(QStringLiteral("script-%1.pushscope").arg(n));
        if (QFile::exists(path))
            return path;
        SessionHead head;
        head.epoch = "k3f9";
        auto writer = SessionWriter::create(path, head);
        const auto add = [&](qint64 second, const char *kind, const char *op, const QByteArray &data) -> SessionRow {
            SessionRow row;
            row.monoNs = second * 1'000'000'000;
            row.kind = kind;
            row.op = op;
            row.data = data;
            row.form = SessionRow::Form::Json;
            return row;
        };
        const QByteArray rule = R"({"whom":{"user":"nobody"},"what":{"kind":"latency","ms":5}})";
        const QByteArray targets[] = {"user:alice", "room:lobby", "*"};
        bool written = true;
        for (int i = 0; i < n; ++i) {
            SessionRow event = add(10 * i, "event", "publish", "{\"n\":" + QByteArray::number(i) + '}');
            event.to = {targets[i % 3]};
            event.type = "news";
            written = written && (*writer)->add(event);
            if (i > 1)
                continue;
            SessionRow fault = add(10 * i + 5, "fault", i == 0 ? "added" : "removed", rule);
            fault.form = SessionRow::Form::Text;
            fault.cause = "fault 1";
            written = written && (*writer)->add(fault);
        }
        return written && (*writer)->finish() ? path : QString();
    }

    std::unique_ptr<PlayScript> script(int n, bool faults = false, qint64 fromNs = std::numeric_limits<qint64>::min())
    {
        return std::make_unique<PlayScript>(SessionReader::open(write(n)).value(), faults, fromNs);
    }

    // What a run was, without its times and ids.
    static QList<QByteArray> storyOf(const QString &path)
    {
        QList<QByteArray> story;
        const auto reader = SessionReader::open(path);
        if (!reader)
            return story;
        quint64 at = 0;
        while (const auto chunk = (*reader)->chunkAfter(at)) {
            RowDecoder decoder(chunk->body);
            PackedRow packed;
            while (decoder.next(packed)) {
                const SessionRow row = (*reader)->row(packed);
                if (row.kind != "event" && row.kind != "fault")
                    continue;
                QByteArray line = row.kind + ' ' + row.op + ' ' + row.to.join(',') + ' ' + row.type + ' ' + row.data;
                for (const quint32 count : row.receivers.value_or(std::array<quint32, ProtocolCount>{}))
                    line += ' ' + QByteArray::number(count);
                story.append(line);
            }
            at = chunk->first + chunk->count - 1;
        }
        return story;
    }

private Q_SLOTS:
    void readsEventsAndFaultsInOrder()
    {
        const auto plain = script(4);
        int steps = 0;
        qint64 before = -1;
        for (const PlayStep *step = plain->peek(); step; step = plain->peek()) {
            QCOMPARE(step->what, PlayStep::What::Publish);
            QVERIFY(step->ns > before);
            before = step->ns;
            plain->advance();
            ++steps;
        }
        QCOMPARE(steps, 4);
        const auto faults = script(4, true, 5'000'000'000);
        QCOMPARE(faults->peek()->what, PlayStep::What::AddFault);
        faults->advance();
        QCOMPARE(faults->peek()->what, PlayStep::What::Publish);
        QCOMPARE(faults->peek()->data, QByteArray("{\"n\":1}"));
        faults->advance();
        QCOMPARE(faults->peek()->what, PlayStep::What::RemoveFault);
    }

    void stepsPausesAndStops()
    {
        Hub hub;
        QVERIFY(hub.start());
        Playback playback(script(100), hub.controller);
        QCOMPARE(playback.state(), Playback::State::Paused);
        playback.step();
        QTRY_COMPARE_WITH_TIMEOUT(playback.published(), quint64(1), Patience);
        playback.step();
        QTRY_COMPARE_WITH_TIMEOUT(playback.published(), quint64(2), Patience);
        QCOMPARE(playback.at(), qint64(10'000'000'000));
        QCOMPARE(playback.state(), Playback::State::Paused);
        playback.setSpeed(Playback::MostSpeed);
        playback.play();
        QTRY_VERIFY_WITH_TIMEOUT(playback.published() >= 4, Patience);
        playback.pause();
        QCOMPARE(playback.state(), Playback::State::Paused);
        playback.stop();
        QCOMPARE(playback.state(), Playback::State::Ended);
        playback.play(); // it is over
        QCOMPARE(playback.state(), Playback::State::Ended);
        const auto events = hub.journal(JournalRow::Kind::Event);
        QVERIFY(events.size() >= 4 && events.size() < 100);
        for (std::size_t i = 0; i < events.size(); ++i)
            QCOMPARE(events[i].event->data, "{\"n\":" + QByteArray::number(i) + '}');
    }

    void keepsTheSpacing()
    {
        Hub hub;
        QVERIFY(hub.start());
        Playback playback(script(4), hub.controller); // thirty seconds
        QVERIFY(QCoro::waitFor(hub.controller.addMark("begun")));
        playback.setSpeed(Playback::MostSpeed);
        playback.play();
        QTRY_COMPARE_WITH_TIMEOUT(playback.state(), Playback::State::Ended, Patience);
        QCOMPARE(playback.published(), quint64(4));
        const auto events = hub.journal(JournalRow::Kind::Event);
        QCOMPARE(events.size(), std::size_t(4));
        const qint64 begun = hub.journal(JournalRow::Kind::Mark).front().monoNs;
        for (std::size_t i = 0; i < events.size(); ++i) // a hundredth of ten seconds; later on a busy machine, and never earlier
            QVERIFY(events[i].monoNs - begun >= qint64(i) * 100'000'000);
    }

    void withFaultsAndWithout_data()
    {
        QTest::addColumn<bool>("faults");
        QTest::newRow("with") << true;
        QTest::newRow("without") << false;
    }
    void withFaultsAndWithout()
    {
        QFETCH(const bool, faults);
        Hub hub;
        QVERIFY(hub.start());
        Playback playback(script(3, faults), hub.controller);
        playback.setSpeed(Playback::MostSpeed);
        playback.play();
        QTRY_COMPARE_WITH_TIMEOUT(playback.state(), Playback::State::Ended, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(hub.journal(JournalRow::Kind::Fault).size(), std::size_t(faults ? 2 : 0), Patience);
        if (!faults)
            return;
        const auto rows = hub.journal(JournalRow::Kind::Fault);
        QCOMPARE(rows[0].op, QByteArray("added"));
        QCOMPARE(rows[1].op, QByteArray("removed"));
    }

    void aStopTakesFaultsBack()
    {
        Hub hub;
        QVERIFY(hub.start());
        Playback playback(script(3, true), hub.controller);
        playback.step();
        playback.step(); // the rule
        QTRY_COMPARE_WITH_TIMEOUT(hub.journal(JournalRow::Kind::Fault).size(), std::size_t(1), Patience);
        playback.stop();
        QTRY_COMPARE_WITH_TIMEOUT(hub.journal(JournalRow::Kind::Fault).size(), std::size_t(2), Patience);
    }

    void endsWithTheHub()
    {
        Hub hub;
        QVERIFY(hub.start());
        Playback playback(script(100), hub.controller);
        playback.play();
        QVERIFY(hub.stop());
        QCOMPARE(playback.state(), Playback::State::Ended);
    }

    void aSecondRecordingDiffersOnlyInTimesAndIds()
    {
        Hub first;
        QVERIFY(first.start());
        const QByteArray rule = R"({"whom":{"user":"alice"},"what":{"kind":"latency","ms":1}})";
        QByteArray fault;
        for (int i = 0; i < 40; ++i) {
            PublishRequest request;
            request.to = i % 2 ? QList<QByteArray>{"room:lobby"} : QList<QByteArray>{"user:alice", "user:bob"};
            request.type = i % 3 ? "news" : "chat:message";
            request.data = "{\"n\":" + QByteArray::number(i) + ",\"text\":\"\\u00e4 \xE2\x9C\x93\",\"f\":1.0}";
            request.ephemeral = i % 7 == 0;
            QVERIFY(QCoro::waitFor(first.controller.publish(request)));
            if (i == 10)
                fault = QCoro::waitFor(first.controller.addFault(rule)).value();
            if (i == 30)
                QVERIFY(QCoro::waitFor(first.controller.removeFault(fault)));
        }
        const QString recorded = first.recording.path();
        QVERIFY(first.stop());

        const QString log = m_folder.filePath(QStringLiteral("first.jsonl"));
        const QString imported = m_folder.filePath(QStringLiteral("imported.pushscope"));
        SessionExportPlan plan;
        plan.redact = false;
        QVERIFY(exportSession(**SessionReader::open(recorded), plan, log));
        QVERIFY(importSession(log, imported));

        Hub second;
        QVERIFY(second.start());
        Playback playback(std::make_unique<PlayScript>(SessionReader::open(imported).value(), true, 0), second.controller);
        playback.setSpeed(Playback::MostSpeed);
        playback.play();
        QTRY_COMPARE_WITH_TIMEOUT(playback.state(), Playback::State::Ended, Patience);
        QCOMPARE(playback.refused(), quint64(0));
        QCOMPARE(playback.published(), quint64(40));
        const QString again = second.recording.path();
        QVERIFY(second.stop());
        const QList<QByteArray> story = storyOf(recorded);
        QVERIFY(story.size() >= 42);
        QCOMPARE(storyOf(again), story);
    }
};

QTEST_MAIN(TestPlayback)
#include "tst_playback.moc"
