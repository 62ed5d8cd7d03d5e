// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The short tables under a filter: which rows are shown while rows come, go and change, what is told of it, and for every model
// that the condition made of a cell fits its row.
#include "ui/models/answersmodel.h"
#include "ui/models/attemptsmodel.h"
#include "ui/models/busmodels.h"
#include "ui/models/evidencemodel.h"
#include "ui/models/faultsmodel.h"
#include "ui/models/fieldsmodel.h"
#include "ui/models/figuresmodel.h"
#include "ui/models/framesmodel.h"
#include "ui/models/latencymodel.h"
#include "ui/models/limitsmodel.h"
#include "ui/models/marksmodel.h"
#include "ui/models/replayitemsmodel.h"
#include "ui/models/retentionmodel.h"
#include "ui/models/sentmodel.h"
#include "ui/models/stormsmodel.h"
#include "ui/models/wirecostmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace pushscope;
using namespace std::chrono_literals;

namespace {

struct Thing {
    quint64 key = 0;
    int weight = 0;
    bool operator==(const Thing &) const = default;
};

// Gives the test the ways by which rows come and go.
class ThingsModel final : public RowsTableModel<Thing>
{
public:
    using RowsTableModel::insertRowsAt;
    using RowsTableModel::removeRowsAt;
    using RowsTableModel::replaceRowAt;

    [[nodiscard]] std::span<const TableColumn> columns() const override
    {
        static constexpr std::array<TableColumn, 2> Columns{
            {{"Name", "", false, Face::Text, 10, {"name", FilterType::String}},
             {"Weight", "", true, Face::Text, 10, {"weight", FilterType::Number}}}};
        return Columns;
    }
    [[nodiscard]] QString displayText(int row, int column) const override
    {
        const Thing &thing = rowAt(row);
        return column == 0 ? QStringLiteral("thing %1").arg(thing.key) : QString::number(thing.weight);
    }

protected:
    [[nodiscard]] FilterValue cellValue(int row, int column) const override
    {
        return column == 1 ? FilterValue(double(rowAt(row).weight)) : RowsTableModel::cellValue(row, column);
    }
    [[nodiscard]] quint64 keyOf(const Thing &thing) const override { return thing.key; }
};

// What a view knows: the keys of the rows, by what it was told.
class Mirror
{
public:
    explicit Mirror(const CellTableModel &model)
        : m_model(model)
    {
        QObject::connect(&model, &QAbstractItemModel::rowsInserted, &m_here, [this](const QModelIndex &, int first, int last) {
            for (int row = first; row <= last; ++row)
                keys.insert(row, m_model.keyOfRow(row));
        });
        QObject::connect(&model, &QAbstractItemModel::rowsRemoved, &m_here,
                         [this](const QModelIndex &, int first, int last) { keys.remove(first, last - first + 1); });
        QObject::connect(&model, &QAbstractItemModel::modelReset, &m_here, [this] { keys = shown(); });
    }
    [[nodiscard]] QList<quint64> shown() const
    {
        QList<quint64> all;
        for (int row = 0; row < m_model.rowCount(); ++row)
            all.append(m_model.keyOfRow(row));
        return all;
    }

    QList<quint64> keys;

private:
    const CellTableModel &m_model;
    QObject m_here; // the connections end with it
};

} // namespace

class TestRowsTableModel : public QObject
{
    Q_OBJECT

    static QList<quint64> shown(const CellTableModel &model) { return Mirror(model).shown(); }

    static void verifyCells(CellTableModel &model)
    {
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const std::span<const FilterField> fields = model.filterFields();
        QCOMPARE(int(fields.size()), model.columnCount());
        const int rows = model.rowCount();
        QVERIFY(rows > 0);
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < model.columnCount(); ++column) {
                const FilterField &field = fields[std::size_t(model.fieldOfColumn(column))];
                const FilterValue value = model.filterValue(row, model.fieldOfColumn(column));
                const quint64 key = model.keyOfRow(row);
                const QString is = conditionFor(field, value), isNot = conditionAgainst(field, value);
                const Result<void> set = model.setFilter(is);
                QVERIFY2(set, qPrintable(is));
                QVERIFY2(model.rowOfKey(key) >= 0, qPrintable(is));
                QCOMPARE(model.hiddenCount() + model.rowCount(), model.totalCount());
                QVERIFY2(model.setFilter(isNot), qPrintable(isNot));
                QVERIFY2(model.rowOfKey(key) < 0, qPrintable(isNot));
                QVERIFY(model.setFilter({}));
                QCOMPARE(model.rowCount(), rows);
            }
        }
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void showsWhatPasses()
    {
        ThingsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({{1, 10}, {2, 20}, {3, 30}, {4, 40}});
        QVERIFY(model.setFilter(QStringLiteral("weight > 10 && weight != 30")));
        QCOMPARE(shown(model), (QList<quint64>{2, 4}));
        QCOMPARE(model.hiddenCount(), 2);
        QCOMPARE(model.rowOfKey(4), 1);
        QCOMPARE(model.rowOfKey(3), -1);
        QCOMPARE(model.find(3)->weight, 30);
        QVERIFY(!model.find(5));
        QCOMPARE(model.indexOfRow(1), 3u);
        QCOMPARE(model.rowOfIndex(3), 1);
        QCOMPARE(model.rowOfIndex(0), -1);
        QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("thing 4"));
        QVERIFY(model.setFilter(QStringLiteral("THING 3"))); // words, whatever their case
        QCOMPARE(shown(model), QList<quint64>{3});
        QVERIFY(model.setFilter({}));
        QCOMPARE(model.rowCount(), 4);
    }

    void aWrongConditionChangesNothing()
    {
        ThingsModel model;
        model.setRows({{1, 10}, {2, 20}});
        QVERIFY(model.setFilter(QStringLiteral("weight == 20")));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const Result<void> wrong = model.setFilter(QStringLiteral("weight == 20 && nosuch > 1"));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().offset, 16);
        QCOMPARE(shown(model), QList<quint64>{2});
        QVERIFY(model.setFilter(QStringLiteral("weight == 20"))); // the same again
        QCOMPARE(reset.size(), 0);
    }

    void changedCellsComeAndGo()
    {
        ThingsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({{1, 10}, {2, 20}});
        QVERIFY(model.setFilter(QStringLiteral("weight >= 20")));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setRows({{1, 10}, {2, 21}}); // the same rows are shown
        QCOMPARE(changed.size(), 1);
        QCOMPARE(reset.size(), 0);
        model.setRows({{1, 11}, {2, 21}}); // of what is hidden nothing is seen
        model.setRows({{1, 25}, {2, 5}});
        QCOMPARE(shown(model), QList<quint64>{1});
        model.replaceRowAt(1, {2, 50});
        QCOMPARE(shown(model), (QList<quint64>{1, 2}));
        model.setRows({{1, 1}, {2, 2}});
        QCOMPARE(model.rowCount(), 0);
        model.setRows({{1, 1}, {2, 3}}); // nothing to tell
        QCOMPARE(model.hiddenCount(), 2);
    }

    void tellsOnlyWhatIsShown()
    {
        ThingsModel model;
        Mirror mirror(model);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(model.setFilter(QStringLiteral("weight > 4")));
        QRandomGenerator random(20'261);
        quint64 key = 0;
        QList<Thing> all;
        for (int step = 0; step < 2'000; ++step) {
            const auto place = qsizetype(random.bounded(quint32(all.size() + 1)));
            const auto count = qsizetype(random.bounded(4U));
            if (random.bounded(5) < 3 && all.size() < 60) {
                std::vector<Thing> coming;
                for (qsizetype i = 0; i < count; ++i) {
                    coming.push_back({++key, int(random.bounded(10))});
                    all.insert(place + i, coming.back());
                }
                model.insertRowsAt(std::size_t(place), std::move(coming));
            } else {
                const qsizetype going = std::min(count, all.size() - place);
                all.remove(place, going);
                model.removeRowsAt(std::size_t(place), std::size_t(going));
            }
            QList<quint64> wanted;
            for (const Thing &thing : std::as_const(all)) {
                if (thing.weight > 4)
                    wanted.append(thing.key);
            }
            QCOMPARE(shown(model), wanted);
            QCOMPARE(mirror.keys, wanted);
            QCOMPARE(model.totalCount(), all.size());
        }
    }

    void framesPassUnderAFilter()
    {
        FramesModel model;
        Mirror mirror(model);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(model.setFilter(QStringLiteral("dir == out && flags contains FIN")));
        quint64 number = 0;
        for (int batch = 0; batch < 30; ++batch) {
            std::vector<WireFrame> frames;
            for (int i = 0; i < 200; ++i, ++number)
                frames.push_back({number + 1, WallTime(1s), WireFrame::Layer::WebSocket, number % 2 == 0, 1,
                                  quint8(number % 4 < 2 ? 0x80 : 0)});
            model.append(std::move(frames));
            QCOMPARE(mirror.keys, mirror.shown());
        }
        QVERIFY(model.totalCount() <= qint64(FramesModel::Capacity));
        const auto passes = [](const WireFrame &frame) { return frame.out && (frame.flags & 0x80) != 0; };
        QCOMPARE(model.rowCount(), int(std::count_if(model.rows().cbegin(), model.rows().cend(), passes)));
        QVERIFY(model.rowCount() > 100 && model.hiddenCount() > 100);
        QVERIFY(model.frameAt(0).out);
    }

    void answersAreSwitchedUnderAFilter()
    {
        AnswersModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        AnswerText first, second;
        first.name = "first";
        second.name = "second";
        model.setRules({first, second});
        QVERIFY(model.setFilter(QStringLiteral("rule == second")));
        QVERIFY(model.setData(model.index(0, AnswersModel::Name), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(model.rules()[0].on && !model.rules()[1].on);
        QCOMPARE(model.index(0, AnswersModel::Name).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    }

    void conditionsOfCells_data()
    {
        QTest::addColumn<std::shared_ptr<CellTableModel>>("model");
        const WallTime at(Milliseconds(1'790'000'000'123));
        const auto add = [](const char *name, auto model) { QTest::newRow(name) << std::shared_ptr<CellTableModel>(model); };
        const auto attempts = std::make_shared<AttemptsModel>();
        attempts->setRows({{1, at, -1ms, "401"}, {2, at + 250ms, 250ms, "ok"}});
        add("attempts", attempts);
        const auto channels = std::make_shared<BusChannelsModel>();
        channels->setRows({{"user:\"o' b\"", 2, true, 7}, {"*", 0, false, 0}, {"room:a", 1, false, 3}});
        add("channels", channels);
        const auto hubs = std::make_shared<BusHubsModel>();
        hubs->setRows({{"hub-1", "host", "127.0.0.1:8090", 123, 4, true}, {"hub-2", "", "", 124, 0, false}});
        add("hubs", hubs);
        const auto drops = std::make_shared<BusDropsModel>();
        BusDrop drop;
        drop.number = 1;
        drop.at = at;
        drop.reason = "no JSON: null";
        drops->setRows({drop});
        add("drops", drops);
        const auto outages = std::make_shared<BusOutagesModel>();
        BusOutageRow outage;
        outage.outage.number = 1;
        outage.outage.from = at;
        outage.lasted = 1234ms;
        outages->setRows({outage});
        add("outages", outages);
        const auto evidence = std::make_shared<EvidenceModel>();
        evidence->setRows({{1, {}}, {2, {at, 17, Seq{5}, "3 times"}}});
        add("evidence", evidence);
        const auto faults = std::make_shared<FaultsModel>();
        faults->setRows(
            {{"1", "{}", QStringLiteral("alice"), QStringLiteral("rst"), QString(), 3, 12s},
             {"2", "{}", QStringLiteral("everyone"), QStringLiteral("latency 20 ms ± 5"), QStringLiteral("25 %"), 0}});
        add("faults", faults);
        const auto fields = std::make_shared<FieldsModel>();
        fields->setFields({{QStringLiteral("name"), QStringLiteral("a \\ \"b\"")}, {QStringLiteral("contains"), {}}});
        add("fields", fields);
        const auto figures = std::make_shared<FiguresModel>();
        RateSample sample;
        sample.values[0] = {1234.5, 1.0 / 3, 5, 0.07, 0.1 + 0.2, 1e-7, 1e12};
        figures->setSample(&sample);
        add("figures", figures);
        const auto frames = std::make_shared<FramesModel>();
        frames->append(
            {{1, at, WireFrame::Layer::Http2, true, 0, 1, 3, 10}, {2, at, WireFrame::Layer::WebSocket, false, 9, 0x81}});
        add("frames", frames);
        const auto latency = std::make_shared<LatencyModel>();
        latency->setBins({{100us, {1, 0, 0}}, {200us, {5, 7, 0}}, {2s, {0, 0, 9}}});
        add("latency", latency);
        const auto limits = std::make_shared<LimitsModel>();
        limits->setRows({{LimitRow::Limit::Connections, 100, 4, 1}, {LimitRow::Limit::Descriptors, 0, -1, 0}});
        add("limits", limits);
        const auto marks = std::make_shared<MarksModel>();
        SessionMark mark;
        mark.key = 1;
        mark.at = at;
        mark.note.text = "two\nlines";
        marks->setRows({mark});
        add("marks", marks);
        const auto items = std::make_shared<ReplayItemsModel>();
        ReconnectRow::Item missed, lost;
        missed.seq = Seq{7};
        missed.at = at;
        missed.bytes = 71;
        lost.what = ReconnectRow::Item::What::Lost;
        lost.seq = Seq{8};
        lost.cause = "evicted";
        items->setRows({missed, lost});
        add("replayed items", items);
        const auto retention = std::make_shared<RetentionModel>();
        RetentionRow safe, away;
        safe.clientKey = 1;
        safe.client = "tab 1";
        safe.last = Seq{9};
        away.clientKey = 2;
        away.client = "null";
        away.state = ClientState::Away;
        away.oldestMissed = Seq{4};
        away.margin = -3;
        away.losesIn = 90s;
        retention->setRows({safe, away});
        add("retention", retention);
        const auto sent = std::make_shared<SentModel>();
        SentEvent good, failed;
        good.at = at;
        good.request.to = {"user:alice", "room:a b"};
        good.receipt.id = "k3f9-1043";
        good.receipt.receivers = {3, 1, 0};
        good.receipt.took = 431us;
        failed.request.to = {"*"};
        failed.failure = QStringLiteral("no hub runs");
        sent->add(good);
        sent->add(failed);
        add("sent", sent);
        const auto storms = std::make_shared<StormsModel>();
        StormRow storm;
        storm.number = 1;
        storm.at = at;
        storm.cause = QStringLiteral("all dropped (RST) || more");
        storm.backAfter = Spread{100, 200, 300};
        StormRow other = storm;
        other.number = 2;
        other.backAfter = {};
        storms->setRows({storm, other});
        add("storms", storms);
        const auto steps = std::make_shared<StormStepsModel>();
        steps->setRows({{0, 1, 2, 3}, {100, 4, 5, 6}});
        add("steps of a storm", steps);
        const auto costs = std::make_shared<WireCostModel>();
        WireCost sse, lp;
        sse.octets = 71.4285714;
        sse.ratio = 1.0000000002;
        sse.makingUs = 0.37;
        lp.protocol = ClientProtocol::Poll;
        lp.compressed = true;
        lp.writtenUs = 15;
        costs->setRows({sse, lp});
        add("costs", costs);
        const auto answers = std::make_shared<AnswersModel>();
        AnswerText rule;
        rule.name = "rule 1";
        rule.matches = "^a|b$";
        rule.message = "{\"type\":\"x\"}";
        answers->setRules({rule});
        add("answers", answers);
    }
    // As "Apply as filter" does it in each cell: its row is shown, and by the opposite hidden.
    void conditionsOfCells()
    {
        QFETCH(const std::shared_ptr<CellTableModel>, model);
        verifyCells(*model);
    }
};

QTEST_MAIN(TestRowsTableModel)
#include "tst_rowstablemodel.moc"
