// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/latencychart.h"
#include "ui/charts/scopechart.h"
#include "ui/models/figuresmodel.h"
#include "ui/models/latencymodel.h"
#include "ui/models/wirecostmodel.h"
#include "ui/panes/livetable.h"
#include "ui/panes/throughputpane.h"
#include "ui/panes/wirecostview.h"
#include "ui/support/paneworld.h"

#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineSeries>
#include <QPaintEvent>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QValueAxis>

using namespace pushscope;

class TestThroughputPane : public QObject
{
    Q_OBJECT

    struct Fixture {
        PaneWorld world;
        ThroughputPane pane{world.context};

        Fixture()
        {
            pane.resize(1200, 300);
            pane.show();
        }
        void run(int ticks)
        {
            for (int i = 0; i < ticks; ++i)
                world.show(world.hub.frame(0.25), {&pane});
        }
        ScopeChart *chart(const char *name) { return named<ScopeChart>(pane, QLatin1String(name)); }
        static QLineSeries *line(const ScopeChart *chart, int n)
        {
            return qobject_cast<QLineSeries *>(chart->chart()->series().at(n));
        }
        QString cell(int row, int column)
        {
            return pane.findChild<LiveTable *>(QStringLiteral("figuresTable"))->model()->index(row, column).data().toString();
        }
    };

private Q_SLOTS:
    // Each of them is compressed several times on this thread.
    void costsAreOfSoManyOctets_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<int>("looked");
        QTest::newRow("small") << qsizetype(100) << 64;
        QTest::newRow("large") << qsizetype(10'000) << 3;
        QTest::newRow("larger than all") << qsizetype(100'000) << 1;
    }
    void costsAreOfSoManyOctets()
    {
        QFETCH(qsizetype, size);
        QFETCH(int, looked);
        WireCostView view({});
        view.show();
        Snapshot snapshot;
        snapshot.generation = 1;
        snapshot.figures.mono = TimePoint(std::chrono::hours(1));
        for (quint64 seq = 1; seq <= 100; ++seq) {
            auto event = std::make_shared<Event>();
            event->seq = Seq{seq};
            event->to = {"*"};
            event->type = "a";
            event->data = '"' + QByteArray(size, 'x') + '"';
            JournalRow row;
            row.kind = JournalRow::Kind::Event;
            row.event = event;
            snapshot.journal.push_back(row);
        }
        view.take(snapshot);
        const QString text = view.findChild<QLabel *>(QStringLiteral("wireCostText"))->text();
        QVERIFY2(text.contains(QStringLiteral("newest %1 ").arg(looked)), qPrintable(text));
        QCOMPARE(view.model()->rowCount(), 8);
    }

    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void chartsAndTableFill()
    {
        Fixture f;
        QCOMPARE(f.cell(0, FiguresModel::Events), QStringLiteral("–"));
        f.run(21);
        QCOMPARE(f.pane.history().samples().size(), 20u);
        for (const char *name : {"Events", "Bytes", "Connections"}) {
            QVERIFY(f.chart(name));
            QCOMPARE(Fixture::line(f.chart(name), 0)->count(), 20);
        }
        QCOMPARE(f.chart("Latency")->chart()->series().size(), 9);
        QVERIFY(f.cell(0, FiguresModel::Events) != QStringLiteral("–"));
        QVERIFY(f.cell(0, FiguresModel::P99) != QStringLiteral("–"));
        const auto axes = f.chart("Events")->chart()->axes(Qt::Vertical);
        QVERIFY(qobject_cast<QValueAxis *>(axes.first())->max() >= Fixture::line(f.chart("Events"), 0)->at(19).y());
    }

    // Seven digits have no room beside a small chart: they are told in millions, and the line with them.
    void largeFiguresAreToldInMillions()
    {
        Snapshot snapshot;
        snapshot.generation = 1;
        snapshot.figures.mono = TimePoint(std::chrono::hours(1));
        RateHistory history;
        (void)history.take(snapshot);
        ScopeChart chart(QStringLiteral("Bytes"), {}, {Figure::Bytes});
        const auto *axis = qobject_cast<QValueAxis *>(chart.chart()->axes(Qt::Vertical).first());
        const auto pass = [&](quint64 bytes) {
            snapshot.figures.protocols[0].bytesOut += bytes;
            snapshot.figures.mono += std::chrono::milliseconds(250);
            snapshot.figures.at += std::chrono::milliseconds(250);
            (void)history.take(snapshot);
            chart.showHistory(history);
        };
        pass(100'000);
        QCOMPARE(axis->max(), 500'000.0);
        QCOMPARE(axis->labelFormat(), QStringLiteral("%.0f"));
        pass(1'000'000);
        QCOMPARE(axis->max(), 5.0);
        QCOMPARE(axis->labelFormat(), QStringLiteral("%.3g M"));
        QCOMPARE(Fixture::line(&chart, 0)->at(1).y(), 4.0);
        QCOMPARE(Fixture::line(&chart, 0)->at(0).y(), 0.4);
    }

    void pauseStopsTheViewAndNotTheCapture()
    {
        Fixture f;
        f.run(11);
        auto *pause = named<QToolButton>(f.pane, QStringLiteral("Pause"));
        QVERIFY(pause);
        QTest::keyClick(pause, Qt::Key_Space);
        f.run(10);
        QCOMPARE(Fixture::line(f.chart("Events"), 0)->count(), 10);
        QCOMPARE(f.pane.history().samples().size(), 20u);
        QTest::keyClick(pause, Qt::Key_Space);
        QCOMPARE(Fixture::line(f.chart("Events"), 0)->count(), 20);
    }

    void longerWindows()
    {
        Fixture f;
        f.run(401); // 100 s
        QVERIFY(Fixture::line(f.chart("Events"), 0)->count() <= 241);
        auto *window = f.pane.findChild<QComboBox *>(QStringLiteral("throughputWindow"));
        QTest::keyClick(window, Qt::Key_Down);
        QCOMPARE(Fixture::line(f.chart("Events"), 0)->count(), 400);
        const auto axes = f.chart("Events")->chart()->axes(Qt::Horizontal);
        QCOMPARE(qobject_cast<QValueAxis *>(axes.first())->min(), -5.0); // minutes
    }

    void theWheelAndKeysZoom()
    {
        Fixture f;
        f.run(11);
        const auto *window = f.pane.findChild<QComboBox *>(QStringLiteral("throughputWindow"));
        QTest::keyClick(f.chart("Events"), Qt::Key_Minus);
        QCOMPARE(window->currentIndex(), 1);
        QTest::keyClick(f.chart("Queues"), Qt::Key_Plus);
        QTest::keyClick(f.chart("Queues"), Qt::Key_Plus); // there is no shorter one
        QCOMPARE(window->currentIndex(), 0);
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(f.chart("Events"), Qt::Key_Minus);
        QCOMPARE(window->currentIndex(), 3); // an hour
    }

    // A mark goes from the top to the bottom of a chart, at one time: all of it is painted with each move.
    void marksMoveAsAWhole()
    {
        struct Painted : QObject {
            bool eventFilter(QObject *, QEvent *event) override
            {
                if (event->type() == QEvent::Paint)
                    all += static_cast<QPaintEvent *>(event)->region();
                return false;
            }
            QRegion all;
        };
        Fixture bench;
        bench.run(8);
        ScopeChart *chart = bench.chart("Events");
        QCoreApplication::processEvents();
        Painted painted;
        chart->viewport()->installEventFilter(&painted);
        bench.run(1);
        QTRY_VERIFY(painted.all.contains(chart->viewport()->rect().center()));
        QCoreApplication::processEvents();
        QCOMPARE(painted.all.boundingRect(), chart->viewport()->rect());
    }

    void theCursorReadsValues()
    {
        Fixture f;
        f.run(101);
        const QString now = f.cell(0, FiguresModel::Events);
        for (int i = 0; i < 10; ++i)
            QTest::keyClick(f.chart("Events"), Qt::Key_Left);
        QVERIFY(f.pane.findChild<QLabel *>(QStringLiteral("figuresMoment"))->text().startsWith(QStringLiteral("At ")));
        QVERIFY(f.cell(0, FiguresModel::Events) != now);
        QTest::keyClick(f.chart("Events"), Qt::Key_Escape);
        QCOMPARE(f.cell(0, FiguresModel::Events), now);
        QCOMPARE(f.pane.findChild<QLabel *>(QStringLiteral("figuresMoment"))->text(), QStringLiteral("Now"));
    }

    // The picture, its cursor by keys and the table say the same.
    void theHistogramOfLatencies()
    {
        Fixture f;
        f.run(101);
        auto *histogram = named<LatencyChart>(f.pane, QStringLiteral("Latency histogram"));
        auto *table = named<LiveTable>(f.pane, QStringLiteral("Latencies as a table"));
        QVERIFY(histogram && table);
        const std::vector<LatencyBin> bins = latencyBins(f.pane.latencies().within(std::chrono::minutes(1)));
        QVERIFY(bins.size() > 1);
        QCOMPARE(table->model()->rowCount(), int(bins.size()));
        QTest::keyClick(histogram, Qt::Key_Right);
        QTest::keyClick(histogram, Qt::Key_Right);
        QCOMPARE(histogram->cursor(), std::optional(bins[1].upTo));
        QCOMPARE(table->currentIndex().row(), 1);
        QVERIFY2(histogram->reading().startsWith(latencyBorderText(bins[1].upTo)), qPrintable(histogram->reading()));
        const auto share = latencyShareText(bins[1].deliveries[0], deliveriesOf(bins)[0]);
        QVERIFY2(histogram->reading().contains(share), qPrintable(histogram->reading()));
        QTest::keyClick(table, Qt::Key_Up);
        QCOMPARE(histogram->cursor(), std::optional(bins[0].upTo));
        QTest::keyClick(histogram, Qt::Key_Escape);
        QVERIFY(histogram->reading().isEmpty());
    }

    // As the charts', and only the deliveries of that time are in it.
    void theHistogramFollowsTheRange()
    {
        Fixture f;
        const auto *table = f.pane.findChild<LiveTable *>(QStringLiteral("latencyTable"));
        const auto deliveries = [table] {
            const auto *model = qobject_cast<const LatencyModel *>(table->model());
            return deliveriesOf(model->rows())[0];
        };
        f.run(41); // 10 s
        const quint64 early = deliveries();
        QVERIFY(early > 0);
        f.run(240); // another minute, so that the first 10 s are beyond one
        const quint64 minute = deliveries();
        QTest::keyClick(f.pane.findChild<QComboBox *>(QStringLiteral("throughputWindow")), Qt::Key_Down);
        QVERIFY2(deliveries() > minute, qPrintable(QString::number(minute)));
    }

    void exports()
    {
        Fixture f;
        f.run(11);
        const QTemporaryDir folder;
        QVERIFY(f.pane.exportCsv(folder.filePath(QStringLiteral("t.csv"))));
        QFile csv(folder.filePath(QStringLiteral("t.csv")));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QCOMPARE(csv.readAll().count('\n'), 31);
        QVERIFY(f.pane.exportLatencies(folder.filePath(QStringLiteral("l.csv"))));
        QFile latencies(folder.filePath(QStringLiteral("l.csv")));
        QVERIFY(latencies.open(QIODevice::ReadOnly));
        QCOMPARE(latencies.readAll(), latencyCsv(latencyBins(f.pane.latencies().within(std::chrono::minutes(1)))));
        QVERIFY(f.pane.exportPng(folder.filePath(QStringLiteral("t.png"))));
        QVERIFY(!QImage(folder.filePath(QStringLiteral("t.png"))).isNull());
        QVERIFY(f.pane.exportSvg(folder.filePath(QStringLiteral("t.svg"))));
        QFile svg(folder.filePath(QStringLiteral("t.svg")));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QByteArray drawn = svg.readAll();
        QVERIFY(drawn.contains("Latency histogram"));
        QVERIFY(drawn.contains("<svg") && drawn.count("<polyline") + drawn.count("<path") > 10);
        QVERIFY(!f.pane.exportCsv(folder.filePath(QStringLiteral("missing/t.csv"))));
    }
};

QTEST_MAIN(TestThroughputPane)
#include "tst_throughputpane.moc"
