// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The pane driven as by hand: mouse and keyboard on its view, with made-up snapshots.
#include "ui/timeline/timelinepane.h"

#include "ui/charts/picturebutton.h"
#include "ui/feed/faultdesk.h"
#include "ui/feed/servercontroller.h"
#include "ui/models/celltablemodel.h"
#include "ui/models/faulttext.h"
#include "ui/panes/filteredit.h"
#include "ui/panes/livetable.h"
#include "ui/shell/theme.h"
#include "ui/support/paneworld.h"
#include "ui/timeline/timelinesamples.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QComboBox>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QUrl>
#include <QWheelEvent>
#include <QXmlStreamReader>

using namespace pushscope;
using namespace std::chrono_literals;

namespace {

// 20 clients who connected at 1 s; tab-3 was away from 4 s to 6 s, and then got event 43 again and lost 44.
struct Fixture {
    PaneWorld world;
    TimelineSamples make;
    TimelinePane pane{world.context};
    TimelineView *view = pane.view();

    Fixture()
    {
        pane.resize(1000, 320);
        pane.show();
        make.at(1s);
        for (quint32 key = 1; key <= 20; ++key)
            make.open(key, 100 + key).client(key);
        for (quint64 seq = 41; seq <= 50; ++seq) {
            make.at(Milliseconds(1500) + (seq - 41) * 900ms).publish(seq, "price");
            for (quint32 key = 1; key <= 20; ++key) {
                if (key != 3 || seq < 43 || seq > 45)
                    make.deliver(key, seq);
            }
        }
        make.at(4s).close(3, 103, "client");
        make.at(6s).open(3, 200).client(3).deliver(3, 43, true).reconnect(3, 7, Verdict::Lost, {44});
        show(10s);
    }
    void show(Moment now) { world.show(make.at(now).take(), {&pane}); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(view, key, modifiers); }
    // Where this moment of the row stands in the viewport.
    QPoint at(int row, Moment moment) const
    {
        const QRect rect = view->rowRect(row);
        return {rect.x() + int(std::round(view->axis().xOf(moment))), rect.center().y()};
    }
    void click(const QPoint &where) { QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::NoModifier, where); }
    void wheel(const QPoint &where, int notches, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWheelEvent event(where, view->viewport()->mapToGlobal(where), {}, QPoint(0, 120 * notches), Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(view->viewport(), &event);
    }
    QString label(const char *name) { return pane.findChild<QLabel *>(QLatin1String(name))->text(); }
    QToolButton *button(const char *name) { return named<QToolButton>(pane, QLatin1String(name)); }
};

} // namespace

class TestTimelinePane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        Theme::apply(*qApp, Theme::Scheme::Light);
    }

    // An axis without a hub had times, and they were those of 1970.
    void withoutAHubThereIsNoTime()
    {
        PaneWorld world;
        TimelinePane pane(world.context);
        pane.resize(1000, 320);
        pane.show();
        const TimelineView &view = *pane.view();
        const int lanes = view.rowRect(0).y();
        const auto ruler = [&] { return view.viewport()->grab(QRect(view.rowRect(0).x(), 0, 600, lanes)).toImage(); };
        QImage blank = ruler();
        blank.fill(blank.pixelColor(0, 0));
        QCOMPARE(ruler(), blank);
        TimelineSamples make;
        world.show(make.at(1s).take(), {&pane});
        QVERIFY(ruler() != blank); // a hub, though nobody is there
    }

    void savesAPicture()
    {
        Fixture f;
        QTemporaryDir folder;
        auto *picture = f.pane.findChild<PictureButton *>();
        QVERIFY(picture);
        const QString png = folder.filePath(QStringLiteral("lanes.png")), svg = folder.filePath(QStringLiteral("lanes.SVG"));
        QVERIFY(picture->save(png) && picture->save(svg));
        const QImage image(png);
        QCOMPARE(image.deviceIndependentSize().toSize(), f.view->viewport()->size());
        QVERIFY(image.pixelColor(0, 0) != image.pixelColor(f.at(0, Moment(2s)))); // the connected span
        QVERIFY(!picture->save(folder.filePath(QStringLiteral("none/lanes.png"))));

        // An SVG has each part as a picture within it, which cuts off what goes over its edges.
        QFile file(svg);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QStringList texts;
        int inner = 0, depth = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && xml.name() == QLatin1String("svg") && ++depth == 2)
                ++inner;
            if (xml.isEndElement() && xml.name() == QLatin1String("svg"))
                --depth;
            if (xml.isCharacters() && !xml.isWhitespace())
                texts.append(xml.text().toString().trimmed());
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(inner, 5);
        QVERIFY2(texts.contains(QStringLiteral("Timeline")) && texts.filter(QStringLiteral("tab-3")).size() == 1,
                 qPrintable(texts.join(u',')));
    }

    void followsTheEndUntilItIsMoved()
    {
        Fixture f;
        QVERIFY(f.view->isFollowing());
        QCOMPARE(f.view->axis().end(), Moment(10s));
        f.show(11s);
        QCOMPARE(f.view->axis().end(), Moment(11s));
        f.key(Qt::Key_Left);
        QVERIFY(!f.view->isFollowing());
        const Moment begin = f.view->axis().begin();
        f.make.deliver(3, 51).deliver(4, 51);
        f.show(12s);
        QCOMPARE(f.view->axis().begin(), begin);
        auto *follow = f.pane.findChild<QToolButton *>(QStringLiteral("timelineFollow"));
        QVERIFY(!follow->isHidden());
        QCOMPARE(follow->text(), QStringLiteral("▼ 2 new"));
        follow->click();
        QVERIFY(f.view->isFollowing());
        QCOMPARE(f.view->axis().end(), Moment(12s));
        QVERIFY(follow->isHidden());
    }

    void keysMoveAndZoom()
    {
        Fixture f;
        const Moment length = f.view->axis().length();
        f.key(Qt::Key_Plus);
        QVERIFY(f.view->axis().length() < length);
        QVERIFY(std::abs((f.view->axis().end() - Moment(10s)).count()) < 1000); // what is followed stays in sight
        QVERIFY(f.view->isFollowing());
        f.key(Qt::Key_Minus);
        QVERIFY(std::abs((f.view->axis().length() - length).count()) < 1000);
        f.key(Qt::Key_Home);
        QVERIFY(f.view->axis().shows(f.pane.store().begin()));
        QVERIFY(f.view->axis().xOf(f.pane.store().begin()) < 50);
        f.key(Qt::Key_F);
        QVERIFY(f.view->axis().shows(1s) && f.view->axis().shows(10s));
        f.key(Qt::Key_Left);
        f.key(Qt::Key_End);
        QVERIFY(f.view->isFollowing());
        f.key(Qt::Key_PageDown);
        QVERIFY(f.view->verticalScrollBar()->value() > 0);
        f.key(Qt::Key_PageUp);
        QCOMPARE(f.view->verticalScrollBar()->value(), 0);
    }

    void zoomsFromHoursToMicroseconds()
    {
        Fixture f;
        for (int i = 0; i < 80; ++i)
            f.key(Qt::Key_Minus);
        QVERIFY(f.view->axis().length() > 24h);
        f.view->viewport()->grab();
        f.key(Qt::Key_F);
        f.key(Qt::Key_Left);
        for (int i = 0; i < 120; ++i)
            f.wheel(f.at(0, 1500ms), 1);
        QVERIFY(f.view->axis().length() < 20us);
        QVERIFY(f.view->axis().shows(1500ms)); // what is under the pointer stays there
        f.view->viewport()->grab();
    }

    void theWheelZoomsAndMoves()
    {
        Fixture f;
        f.key(Qt::Key_F);
        f.key(Qt::Key_Left);
        const QPoint where = f.at(1, 5s);
        f.wheel(where, 3);
        QVERIFY(std::abs((f.view->axis().timeAt(where.x() - f.view->lanesRect().x()) - Moment(5s)).count()) < 20'000'000);
        const Moment begin = f.view->axis().begin();
        f.wheel(where, -1, Qt::ShiftModifier);
        QVERIFY(f.view->axis().begin() > begin);
        f.wheel(QPoint(5, where.y()), -1); // over the names
        QVERIFY(f.view->verticalScrollBar()->value() > 0);
        const int height = f.view->laneHeight();
        f.wheel(where, -2, Qt::ControlModifier);
        QVERIFY(f.view->laneHeight() < height);
    }

    void theAxisIsDragged()
    {
        Fixture f;
        const QPoint from = f.view->rulerRect().center();
        const Moment begin = f.view->axis().begin();
        QTest::mousePress(f.view->viewport(), Qt::LeftButton, Qt::NoModifier, from);
        QTest::mouseMove(f.view->viewport(), from + QPoint(100, 0));
        QTest::mouseRelease(f.view->viewport(), Qt::LeftButton, Qt::NoModifier, from + QPoint(100, 0));
        QCOMPARE(f.view->axis().begin(), begin - Moment(qint64(100 * f.view->axis().nsPerPixel())));
        QVERIFY(!f.view->isFollowing());
    }

    void theOverviewLeadsAnywhere()
    {
        Fixture f;
        for (int i = 0; i < 10; ++i)
            f.key(Qt::Key_Plus);
        const QRect overview = f.view->overviewRect();
        QVERIFY(!overview.isEmpty());
        f.click(QPoint(overview.left() + overview.width() / 10, overview.center().y()));
        QVERIFY(f.view->axis().end() < Moment(4s));
    }

    void aClickLeadsToTheEventTheReconnectAndTheClient()
    {
        Fixture f;
        f.key(Qt::Key_F);
        f.click(f.at(4, 2400ms)); // event 42 of tab-5
        QCOMPARE(f.world.selection.clientKey(), 5u);
        QCOMPARE(f.world.selection.client(), QByteArray("tab-5"));
        QCOMPARE(f.world.selection.seq(), Seq{42});
        f.click(f.at(2, 6s));
        QCOMPARE(f.world.selection.clientKey(), 3u);
        QCOMPARE(f.world.selection.reconnectKey(), 7u);
        f.click(f.at(2, 4200ms)); // the lost one
        QCOMPARE(f.world.selection.seq(), Seq{44});
        f.click(QPoint(5, f.view->rowRect(7).center().y())); // a name
        QCOMPARE(f.world.selection.clientKey(), 8u);
    }

    void whatIsChosenElsewhereIsShown()
    {
        Fixture f;
        f.world.selection.setClient(19, "tab-19");
        QCOMPARE(f.view->client(), 19u);
        QVERIFY(f.view->lanesRect().contains(f.view->rowRect(18)));
        for (int i = 0; i < 12; ++i)
            f.key(Qt::Key_Plus);
        f.world.selection.setSeq(Seq{42});
        QVERIFY(f.view->axis().shows(2400ms));
        f.world.selection.setReconnect(7);
        QVERIFY(f.view->axis().shows(6s));
        QCOMPARE(f.world.selection.clientKey(), 3u); // its client comes with it
    }

    void upAndDownChooseClients()
    {
        Fixture f;
        f.key(Qt::Key_Down);
        QCOMPARE(f.world.selection.clientKey(), 1u);
        f.key(Qt::Key_Down);
        QCOMPARE(f.world.selection.clientKey(), 2u);
        f.key(Qt::Key_Up);
        QCOMPARE(f.world.selection.clientKey(), 1u);
        f.key(Qt::Key_F);
        f.key(Qt::Key_Right, Qt::ControlModifier); // the next event after the middle
        const Seq first = f.world.selection.seq();
        QVERIFY(!first.isNull());
        f.key(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(f.world.selection.seq(), first.next());
        f.key(Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(f.world.selection.seq(), first);
    }

    void aDragAcrossALaneOffersToBreakIt()
    {
        Fixture f;
        f.key(Qt::Key_F);
        QStringList items;
        QTimer::singleShot(0, &f.pane, [&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            for (const QAction *action : menu->actions())
                items += action->text();
            menu->close();
        });
        const QPoint from = f.at(1, 3s), to = f.at(1, 5s);
        QTest::mousePress(f.view->viewport(), Qt::LeftButton, Qt::NoModifier, from);
        QTest::mouseMove(f.view->viewport(), from + QPoint(30, 0));
        QTest::mouseMove(f.view->viewport(), to);
        QTest::mouseRelease(f.view->viewport(), Qt::LeftButton, Qt::NoModifier, to);
        QVERIFY(f.view->range());
        QVERIFY(std::abs((f.view->range()->length() - Moment(2s)).count()) < 40'000'000);
        QCOMPARE(f.world.selection.clientKey(), 2u);
        QVERIFY(items.first().startsWith(QStringLiteral("Break tab-2 for ")));
        QVERIFY(items.contains(QStringLiteral("rst")));
        QVERIFY(items.contains(QStringLiteral("Network")));
        QVERIFY(f.view->readout().contains(QChar(u':')));
        f.button("Fit selection")->click();
        QVERIFY(f.view->axis().length() < Moment(2500ms));
        f.key(Qt::Key_Escape);
        QVERIFY(!f.view->range());
        QVERIFY(f.view->isFollowing());
    }

    void aSpanIsDrawnByKeysToo()
    {
        Fixture f;
        f.key(Qt::Key_Down);
        f.key(Qt::Key_Right, Qt::ShiftModifier);
        f.key(Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(f.view->range());
        const QSignalSpy asked(f.view, &TimelineView::menuAsked);
        QTimer::singleShot(0, &f.pane, [] {
            if (QWidget *menu = QApplication::activePopupWidget())
                menu->close();
        });
        f.key(Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
    }

    void cutsAreRules_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("rule");
        QTest::newRow("without parameters") << QStringLiteral(
            "rst") << QStringLiteral(R"({"for":"1500ms","what":{"kind":"rst"},"whom":{"client":"tab-1"}})");
        QTest::newRow("with the usual ones")
            << QStringLiteral("latency 200 ms")
            << QStringLiteral(R"({"for":"1500ms","what":{"kind":"latency"},"whom":{"client":"tab-1"}})");
        QTest::newRow("a choice") << QStringLiteral("block-upgrade 403")
                                  << QStringLiteral(
                                         R"({"for":"1500ms","what":{"kind":"block-upgrade"},"whom":{"client":"tab-1"}})");
        QTest::newRow("a close code")
            << QStringLiteral("close-code 1013")
            << QStringLiteral(R"({"for":"1500ms","what":{"code":1013,"kind":"close-code"},"whom":{"client":"tab-1"}})");
    }
    void cutsAreRules()
    {
        QFETCH(const QString, label);
        QFETCH(const QString, rule);
        const QList<FaultRule> cuts = clientCuts("tab-1", 1500ms);
        const auto cut
            = std::find_if(cuts.begin(), cuts.end(), [&](const FaultRule &each) { return faultWhatText(each) == label; });
        QVERIFY(cut != cuts.end());
        QCOMPARE(QString::fromUtf8(cut->json), rule);
    }

    void everyCutConcernsTheClientAndEnds()
    {
        const QList<FaultRule> cuts = clientCuts("tab-1", 0ms);
        QVERIFY(cuts.size() > 15);
        for (const FaultRule &cut : cuts) {
            QCOMPARE(cut.whom.client, QByteArray("tab-1"));
            QVERIFY2(cut.lasts && *cut.lasts == 1ms, cut.json);
        }
    }

    // Against a hub that runs, with a client that is there: it goes, it is kept away, and its lane shows why.
    void breaksAClientOfARunningHub()
    {
        ServerController controller;
        ServerConfig config;
        config.listen = {"127.0.0.1:0"};
        config.secrets = {"0123456789abcdef0123456789abcdef"};
        controller.setConfig(config);
        FrameFeed feed(controller.observatory());
        Selection selection;
        FaultDesk faults(controller);
        TimelinePane pane({&controller, &feed, &selection, &faults});
        connect(&feed, &FrameFeed::snapshotReady, &pane, &TimelinePane::applySnapshot);
        pane.resize(1000, 320);
        pane.show();
        controller.start();
        QTRY_VERIFY(controller.isRunning());
        feed.setRunning(true);
        feed.setViewed(true);
        const auto connectClient = [&](QTcpSocket &socket) {
            socket.connectToHost(QHostAddress::LocalHost, quint16(QUrl(QString::fromUtf8(controller.url())).port()));
            socket.write("GET /api/events?clientId=tab-3&token=" + controller.makeToken("alice")
                         + " HTTP/1.1\r\nHost: hub\r\n\r\n");
        };
        QTcpSocket client;
        connectClient(client);
        QTRY_COMPARE(pane.store().lanes().size(), 1u);
        QTRY_COMPARE(pane.store().lanes()[0].spans.size(), 1u);
        selection.setClient(pane.store().lanes()[0].key, "tab-3");
        auto *button = named<QToolButton>(pane, QStringLiteral("Break"));
        QVERIFY(button->isEnabled());
        Q_EMIT button->menu()->aboutToShow();
        const QList<QAction *> actions = button->menu()->actions();
        const auto rst
            = std::find_if(actions.begin(), actions.end(), [](QAction *a) { return a->text() == QStringLiteral("rst"); });
        QVERIFY(rst != actions.end());
        (*rst)->trigger();
        auto *result = pane.findChild<QLabel *>(QStringLiteral("timelineResult"));
        QTRY_COMPARE(result->text(), QStringLiteral("tab-3: rst, for 5.0 s (fault 1)"));
        QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
        QTRY_VERIFY(!pane.store().lanes()[0].spans[0].isOpen());
        QVERIFY(pane.store().lanes()[0].spans[0].cause.endsWith(" rst"));
        QVERIFY(!pane.store().rules().empty());
        QTcpSocket again;
        connectClient(again);
        QTRY_COMPARE(again.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(pane.store().lanes()[0].reconnects.size(), 0u);
        feed.setRunning(false);
        controller.stop();
        QTRY_VERIFY(!controller.isRunning());
    }

    void filterAndOrder()
    {
        Fixture f;
        auto *filter = named<FilterEdit>(f.pane, QStringLiteral("Filter Timeline lanes"));
        const auto *error = filter->parentWidget()->findChild<QLabel *>(QStringLiteral("filterError"));
        QTest::keyClicks(filter, QStringLiteral("protocol == ws"));
        QTest::keyClick(filter, Qt::Key_Return);
        const auto *hidden = filter->parentWidget()->findChild<QLabel *>(QStringLiteral("hidden"));
        QCOMPARE(hidden->text(), QStringLiteral("13 of 20 hidden"));
        filter->setText(QStringLiteral("protocol == ws && nosuch == 1"));
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(filter->errorColumn(), 18);
        QVERIFY2(error->text().startsWith(QStringLiteral("Column 19: ")), qPrintable(error->text()));
        QCOMPARE(hidden->text(), QStringLiteral("13 of 20 hidden")); // what was shown stays
        filter->clear();
        QTRY_VERIFY(hidden->isHidden());
        QVERIFY(error->isHidden());
        filter->setFocus();
        QTest::keyClicks(filter, QStringLiteral("protocol == "));
        QCOMPARE(filter->proposals().mid(0, 3),
                 (QStringList{QStringLiteral("sse"), QStringLiteral("ws"), QStringLiteral("poll")}));
        filter->clear();
        f.make.at(10500ms).deliver(9, 51);
        f.show(11s);
        f.pane.findChild<QComboBox *>(QStringLiteral("timelineOrder"))->setCurrentIndex(1);
        f.click(QPoint(5, f.view->rowRect(0).center().y()));
        QCOMPARE(f.world.selection.clientKey(), 9u);
    }

    void theTableTellsTheChosenLane()
    {
        Fixture f;
        auto *table = named<LiveTable>(f.pane, QStringLiteral("Timeline as text"));
        QVERIFY(table->isHidden());
        f.world.selection.setClient(3, "tab-3");
        f.button("As text")->click();
        QVERIFY(table->isVisible());
        QCOMPARE(table->model()->rowCount(), 5);
        QVERIFY(table->model()->index(0, 2).data().toString().startsWith(QStringLiteral("● SSE connection 103")));
        f.key(Qt::Key_Plus);
        for (int i = 0; i < 12; ++i)
            f.key(Qt::Key_Plus);
        Q_EMIT table->activated(table->model()->index(0, 2));
        QVERIFY(f.view->axis().shows(1s));
    }

    void asksForDeliveriesWhileItIsOpen()
    {
        Fixture f;
        QVERIFY(f.world.observatory.deliveriesWanted());
        f.pane.hide();
        QVERIFY(!f.world.observatory.deliveriesWanted());
        f.pane.show();
        QVERIFY(f.world.observatory.deliveriesWanted());
    }

    void whatIsDroppedIsSaid()
    {
        Fixture f;
        f.make.next().deliveriesSkipped = 1234;
        f.show(11s);
        QCOMPARE(f.label("timelineDropped"), QStringLiteral("1,234 older events dropped"));
    }

    // Live events are drawn in their protocol's colour, and the picture is another one where something is lost.
    void itIsPainted_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<qint64>("atMs");
        QTest::addColumn<int>("role");
        QTest::newRow("a live WebSocket event") << 0 << qint64(1500) << int(Theme::Role::WebSocket);
        QTest::newRow("a live poll event") << 1 << qint64(1500) << int(Theme::Role::Poll);
        QTest::newRow("a live SSE event") << 2 << qint64(1500) << int(Theme::Role::Sse);
        QTest::newRow("a lost one") << 2 << qint64(4200) << int(Theme::Role::Lost);
    }
    void itIsPainted()
    {
        QFETCH(const int, row);
        QFETCH(const qint64, atMs);
        QFETCH(const int, role);
        Fixture f;
        f.key(Qt::Key_F);
        const QImage image = f.view->viewport()->grab().toImage();
        const QColor wanted = Theme::color(Theme::Role(role));
        const QPoint where = f.at(row, Milliseconds(atMs));
        int found = 0;
        for (int dy = -3; dy <= 3; ++dy) {
            for (int dx = -3; dx <= 3; ++dx)
                found += image.pixel(where + QPoint(dx, dy)) == wanted.rgb();
        }
        QVERIFY2(found >= 5, qPrintable(QString::number(found)));
    }
};

QTEST_MAIN(TestTimelinePane)
#include "tst_timelinepane.moc"
