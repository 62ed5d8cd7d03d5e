// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says of a storm, beside what the clients themselves have counted: real clients over real sockets, whose every
// try is bounded by when it was begun and when its answer was there.
#include "windowbench.h"

#include "lab/population.h"
#include "lab/simulatedclient.h"
#include "ui/models/clientsmodel.h"
#include "ui/models/stormsmodel.h"
#include "ui/panes/clientspane.h"
#include "ui/panes/livetable.h"
#include "ui/panes/stormspane.h"
#include "ui/shell/dockarea.h"
#include "ui/shell/theme.h"

#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QTest>
#include <QToolButton>

using namespace pushscope;
using namespace std::chrono_literals;

namespace {

constexpr Milliseconds Rounding{2};

// The tries of one client since the storm was caused, by its own clock, which is the hub's.
struct Book {
    struct Try {
        WallTime begun{}, answered{};
    };
    std::vector<Try> tries;
    WallTime lostAt{}; // it noticed that its connection had ended
    WallTime backAt{};

    void note(SimulatedClient::State state)
    {
        const WallTime now = SystemClock().wall();
        if (state == SimulatedClient::State::Connecting) {
            tries.push_back({now, {}});
            return;
        }
        if (!tries.empty() && tries.back().answered == WallTime{})
            tries.back().answered = now;
        if (state == SimulatedClient::State::Connected)
            backAt = now;
        else if (lostAt == WallTime{})
            lostAt = now;
    }
};

template<typename Length> Spread spreadOfAll(const std::vector<std::unique_ptr<Book>> &books, Length length)
{
    std::vector<qint32> lengths;
    for (const auto &book : books)
        lengths.push_back(qint32(std::chrono::duration_cast<Milliseconds>(length(*book)).count()));
    return *spreadOf(lengths);
}

bool isWithin(const Spread &told, const Spread &least, const Spread &most)
{
    const auto within = [](qint32 value, qint32 low, qint32 high) {
        return value >= low - Rounding.count() && value <= high + Rounding.count();
    };
    return within(told.median, least.median, most.median) && within(told.p95, least.p95, most.p95)
        && within(told.most, least.most, most.most);
}

QByteArray text(const Spread &spread)
{
    return QByteArray::number(spread.median) + '/' + QByteArray::number(spread.p95) + '/' + QByteArray::number(spread.most);
}

} // namespace

class TestStormFigures : public QObject
{
    Q_OBJECT

    static constexpr int Clients = 24;

    struct Bench : WindowBench {
        std::vector<std::unique_ptr<Book>> books;
        Population population; // on this thread, where the books are read; its clients write into them to the last

        void begin()
        {
            open();
            controller.start();
            QTRY_VERIFY(controller.isRunning());
            PopulationPlan plan;
            plan.hub = QUrl(QString::fromUtf8(controller.url()));
            // Qt's network access manager sends a request again by itself where its connection is reset: nobody has counted that
            // one.
            plan.webSocket = Clients;
            plan.policy = {.kind = ReconnectPolicy::Kind::Exponential, .base = 200ms, .cap = 1s, .honourRetry = false};
            plan.token = [this](const QByteArray &user) { return controller.makeToken(user); };
            population.add(plan);
            QTRY_COMPARE_WITH_TIMEOUT(population.figures().connected, Clients, 30'000);
            QTRY_COMPARE_WITH_TIMEOUT(window->findChild<ClientsPane *>()->model()->rowCount(), Clients, 30'000);
            window->docks().showPane("storms");
        }
        void keepBooks()
        {
            for (int i = 0; i < Clients; ++i) {
                books.push_back(std::make_unique<Book>());
                QObject::connect(population.at(i), &SimulatedClient::stateChanged, population.at(i),
                                 [book = books.back().get()](SimulatedClient::State state) { book->note(state); });
            }
        }
        [[nodiscard]] StormsPane *storms() const { return window->findChild<StormsPane *>(); }
        void cause(const QString &button, int item) const
        {
            for (const QToolButton *each : storms()->findChildren<QToolButton *>()) {
                if (each->text() == button)
                    each->menu()->actions().at(item)->trigger();
            }
        }
        [[nodiscard]] bool isOver() const
        {
            const auto &rows = storms()->model()->rows();
            return !rows.empty() && rows.front().caughtUp == Clients
                && std::all_of(books.begin(), books.end(), [](const auto &book) { return book->backAt != WallTime{}; });
        }
        // The clients' tries that were answered, or begun, by then.
        [[nodiscard]] quint64 tries(WallTime Book::Try::*moment, WallTime by) const
        {
            quint64 count = 0;
            for (const auto &book : books) {
                count += quint64(std::count_if(book->tries.begin(), book->tries.end(), [&](const Book::Try &each) {
                    return each.*moment != WallTime{} && each.*moment <= by;
                }));
            }
            return count;
        }
    };

private Q_SLOTS:
    void asTheClientsCounted_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<int>("item");
        QTest::addColumn<int>("refused"); // of the first tries
        QTest::addColumn<bool>("listens"); // all through: each try reaches the hub
        QTest::addRow("all dropped with RST") << QStringLiteral("Drop all") << 0 << 0 << true;
        QTest::addRow("all closed with 1012, and some refused") << QStringLiteral("Drop all") << 2 << 15 << true;
        QTest::addRow("restart with drain") << QStringLiteral("Restart as a deployment does") << 0 << 0 << false;
        QTest::addRow("restart without") << QStringLiteral("Restart as a deployment does") << 1 << 0 << false;
    }
    void asTheClientsCounted()
    {
        QFETCH(const QString, button);
        QFETCH(const int, item);
        QFETCH(const int, refused);
        QFETCH(const bool, listens);
        Bench bench;
        bench.begin();
        if (refused > 0) {
            bool set = false;
            const QByteArray rule
                = R"({"what":{"kind":"status","code":503},"whom":{"next":)" + QByteArray::number(refused) + "}}";
            auto adding = bench.controller.addFault(rule).then([&](const Result<QByteArray> &id) { set = id.has_value(); });
            QTRY_VERIFY(set);
        }
        bench.keepBooks();
        const WallTime causedAt = SystemClock().wall();
        bench.cause(button, item);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isOver(), 60'000);

        const StormRow row = bench.storms()->model()->rows().front();
        QCOMPARE(row.cut, quint32(Clients));
        QCOMPARE(row.back, quint32(Clients));
        QVERIFY(row.at >= causedAt - Rounding);
        const quint64 made = bench.tries(&Book::Try::begun, WallTime::max());
        if (listens)
            QCOMPARE(row.attempts, made);
        QVERIFY2(row.attempts >= Clients + quint64(refused) && row.attempts <= made, qPrintable(QString::number(row.attempts)));

        const Spread least = spreadOfAll(bench.books, [](const Book &book) { return book.tries.back().begun - book.lostAt; });
        const Spread most = spreadOfAll(bench.books, [&](const Book &book) { return book.backAt - causedAt; });
        QVERIFY2(row.backAfter && isWithin(*row.backAfter, least, most),
                 (text(least) + " ≤ " + text(*row.backAfter) + " ≤ " + text(most)).constData());
        QVERIFY(row.caughtUpAfter && row.caughtUpAfter->median >= row.backAfter->median
                && row.caughtUpAfter->most >= row.backAfter->most);

        // Step by step, as the picture and its table have it.
        const auto *steps = bench.storms()->findChild<LiveTable *>(QStringLiteral("stormSteps"))->model();
        quint64 attempts = 0, peak = 0;
        for (int i = 0; i < steps->rowCount(); ++i) {
            const quint64 here = steps->index(i, StormStepsModel::Attempts).data().toString().toULongLong();
            attempts += here;
            peak = std::max(peak, here);
            const WallTime end = row.at + Storm::Step * (i + 1);
            if (listens)
                QVERIFY2(attempts >= bench.tries(&Book::Try::answered, end - Rounding), qPrintable(QString::number(i)));
            const quint64 begun = bench.tries(&Book::Try::begun, end + Rounding);
            QVERIFY2(attempts <= begun,
                     qPrintable(QStringLiteral("step %1: %2 attempts, %3 begun; cut %4 ms after it was asked for")
                                    .arg(i)
                                    .arg(attempts)
                                    .arg(begun)
                                    .arg((row.at - causedAt).count())));
        }
        QCOMPARE(attempts, row.attempts);
        QCOMPARE(peak, quint64(row.peak));
        const QString sentence = bench.storms()->findChild<QLabel *>(QStringLiteral("stormSentence"))->text();
        QVERIFY2(sentence.contains(QStringLiteral("24 of 24 clients are back after %1 attempts").arg(row.attempts)),
                 qPrintable(sentence));
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    Theme::apply(app, Theme::Scheme::Light);
    TestStormFigures test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_stormfigures.moc"
