// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Faults as they are set by hand: mouse and keyboard on a real window over a hub that runs, with a client that is there.
#include "windowbench.h"

#include "fault/faultrule.h"
#include "ui/feed/selection.h"
#include "ui/models/clientsmodel.h"
#include "ui/models/faultsmodel.h"
#include "ui/models/faulttext.h"
#include "ui/panes/clientspane.h"
#include "ui/panes/faultspane.h"
#include "ui/panes/livetable.h"
#include "ui/shell/actions.h"
#include "ui/shell/dockarea.h"
#include "ui/shell/theme.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QFileDialog>
#include <QHostAddress>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QUrl>

using namespace pushscope;
using namespace std::chrono_literals;

namespace {

// An event stream over a bare socket.
class Stream
{
public:
    Stream(ServerController &controller, const QByteArray &client)
        : m_port(quint16(QUrl(QString::fromUtf8(controller.url())).port()))
        , m_request("GET /api/events?clientId=" + client + "&token=" + controller.makeToken("alice")
                    + " HTTP/1.1\r\nHost: hub\r\n\r\n")
    {
        connect();
    }
    void connect()
    {
        m_text.clear();
        m_socket.abort();
        m_socket.connectToHost(QHostAddress::LocalHost, m_port);
        m_socket.write(m_request);
    }
    [[nodiscard]] bool isOver() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    [[nodiscard]] bool has(const QByteArray &text)
    {
        m_text += m_socket.readAll();
        return m_text.contains(text);
    }

private:
    quint16 m_port;
    QByteArray m_request, m_text;
    QTcpSocket m_socket;
};

void closePopups()
{
    while (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
}

// What opens runs an event loop of its own, within which it has to be served.
void whenThereIs(const std::function<bool()> &condition, const std::function<void()> &act)
{
    auto *timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, condition, act] {
        if (!condition())
            return;
        timer->stop();
        timer->deleteLater();
        act();
    });
    timer->start(5);
}

bool hasMenu()
{
    return qobject_cast<QMenu *>(QApplication::activePopupWidget());
}

// The item in the menu that is open, once it is.
QAction *waitForItem(const QString &text)
{
    QAction *found = nullptr;
    (void)QTest::qWaitFor([&] {
        const auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        const QList<QAction *> actions = menu ? menu->actions() : QList<QAction *>();
        const auto it = std::find_if(actions.begin(), actions.end(), [&](const QAction *each) { return each->text() == text; });
        found = it != actions.end() ? *it : nullptr;
        return found != nullptr;
    });
    return found;
}

// In the menu that opens next, and in those that open from it.
void chooseByMouse(const QStringList &path)
{
    whenThereIs(hasMenu, [path] {
        for (const QString &text : path) {
            QAction *item = waitForItem(text);
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!item || !menu) {
                closePopups();
                QFAIL(qPrintable(text + QStringLiteral(" is not in the menu")));
            }
            QTest::mouseClick(menu, Qt::LeftButton, Qt::NoModifier, menu->actionGeometry(item).center());
        }
    });
}

void chooseByKeys(const QStringList &path)
{
    whenThereIs(hasMenu, [path] {
        for (const QString &text : path) {
            const QAction *item = waitForItem(text);
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            for (int i = 0; menu && i < 100 && menu->activeAction() != item; ++i)
                QTest::keyClick(menu, Qt::Key_Down);
            if (!item || !menu || menu->activeAction() != item) {
                closePopups();
                QFAIL(qPrintable(text + QStringLiteral(" is not reached")));
            }
            QTest::keyClick(menu, item->menu() ? Qt::Key_Right : Qt::Key_Return);
        }
    });
}

// A file's name into the dialog that opens next.
void chooseFile(const QString &path)
{
    const auto hasDialog = [] { return bool(qobject_cast<QFileDialog *>(QApplication::activeModalWidget())); };
    whenThereIs(hasDialog, [path] {
        const QWidget *dialog = QApplication::activeModalWidget();
        auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
        QVERIFY(name);
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
    });
}

} // namespace

class TestFaultWindow : public QObject
{
    Q_OBJECT

    struct Bench : WindowBench {
        void begin()
        {
            open();
            controller.start();
            QTRY_VERIFY(controller.isRunning());
        }
        [[nodiscard]] QString status() const { return window->findChild<QToolButton *>(QStringLiteral("statusFaults"))->text(); }
        [[nodiscard]] FaultsPane *faults() const { return window->findChild<FaultsPane *>(); }
        [[nodiscard]] QToolButton *button(const QWidget *pane, const QString &text) const
        {
            const QList<QToolButton *> buttons = pane->findChildren<QToolButton *>();
            const auto it = std::find_if(buttons.begin(), buttons.end(),
                                         [&](const QToolButton *each) { return each->text() == text && each->isVisible(); });
            return it != buttons.end() ? *it : nullptr;
        }
        // Where the mouse does it, in the window as a whole.
        [[nodiscard]] QPoint inWindow(const QWidget *widget, const QPoint &at) const { return widget->mapTo(window.get(), at); }
        void click(const QWidget *widget) const
        {
            QVERIFY(widget);
            QTest::mouseClick(window->windowHandle(), Qt::LeftButton, Qt::NoModifier, inWindow(widget, widget->rect().center()));
        }
        [[nodiscard]] QList<QByteArray> rules() const
        {
            QList<QByteArray> rules;
            for (const FaultEntry &entry : faults()->model()->rows())
                rules += FaultRule::parse(entry.json)->json;
            return rules;
        }
        void publish(const QByteArray &data) { (void)controller.publish({.to = {"*"}, .data = data}); }
    };
    const QString m_none = QStringLiteral("no faults"), m_one = QStringLiteral("⚡ 1 fault(s)");

private Q_SLOTS:
    void eachCommonOneHasAButton_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("lasts");
        for (const CommonFault &fault : commonFaults()) {
            const bool lasts = FaultRule::parse(withWhom(fault, {}))->info().hold != FaultHold::Once;
            QTest::addRow("%s", qPrintable(fault.name)) << fault.name << lasts;
        }
    }
    // Set by a click, shown in the status line as long as it is at work, and taken back by a click.
    void eachCommonOneHasAButton()
    {
        QFETCH(const QString, name);
        QFETCH(const bool, lasts);
        Bench bench;
        bench.begin();
        Stream client(bench.controller, "tab-1");
        QTRY_VERIFY(client.has("hub.welcome"));
        bench.window->docks().showPane("faults");
        QToolButton *undo = bench.button(bench.faults(), QStringLiteral("Undo"));
        QVERIFY(undo && !undo->isEnabled());
        if (QToolButton *own = bench.button(bench.faults(), name)) {
            bench.click(own);
        } else {
            chooseByMouse({name}); // the pane is narrow
            bench.click(bench.button(bench.faults(), QStringLiteral("Common faults")));
        }
        if (lasts)
            QTRY_COMPARE(bench.status(), m_one);
        else
            QTRY_VERIFY(client.isOver() || client.has("\r\n0\r\n"));
        QTRY_VERIFY(undo->isEnabled());
        bench.click(undo);
        QTRY_COMPARE(bench.status(), m_none);
        client.connect();
        QTRY_VERIFY(client.has("hub.welcome"));
        bench.publish("\"afterwards\"");
        QTRY_VERIFY(client.has("afterwards"));
    }

    // The keys of the window, with the focus in the pane of the faults and out of it.
    void undoneAndRedoneByKey_data()
    {
        QTest::addColumn<QString>("pane");
        QTest::newRow("in the pane") << "faults";
        QTest::newRow("elsewhere") << "clients";
    }
    void undoneAndRedoneByKey()
    {
        QFETCH(const QString, pane);
        Bench bench;
        bench.begin();
        bench.window->docks().showPane("faults");
        const QString latency = QStringLiteral("Latency 200 ± 50 ms");
        if (QToolButton *own = bench.button(bench.faults(), latency)) {
            bench.click(own);
        } else {
            chooseByMouse({latency}); // the pane is narrow
            bench.click(bench.button(bench.faults(), QStringLiteral("Common faults")));
        }
        QTRY_COMPARE(bench.status(), m_one);
        bench.window->docks().showPane(pane.toLatin1().constData());
        QWidget *focused = pane == QLatin1String("faults") ? static_cast<QWidget *>(bench.faults()->findChild<LiveTable *>())
                                                           : bench.window->findChild<ClientsPane *>()->findChild<LiveTable *>();
        QVERIFY(focused);
        focused->setFocus();
        QTRY_VERIFY(focused->hasFocus());
        QTest::keySequence(focused, QKeySequence::Undo);
        QTRY_COMPARE(bench.status(), m_none);
        QTest::keySequence(focused, QKeySequence::Redo);
        QTRY_COMPARE(bench.status(), m_one);
    }

    void fromTheContextMenuOfAClient()
    {
        Bench bench;
        bench.begin();
        Stream first(bench.controller, "tab-1"), second(bench.controller, "tab-2");
        QTRY_VERIFY(first.has("hub.welcome") && second.has("hub.welcome"));
        bench.window->docks().showPane("clients");
        const auto *clients = bench.window->findChild<ClientsPane *>();
        QTRY_COMPARE(clients->model()->rowCount(), 2);
        const QModelIndex cell = clients->model()->index(clients->model()->clientAt(0).client == "tab-1" ? 0 : 1, 1);
        QWidget *viewport = clients->table()->viewport();
        const QPoint where = bench.inWindow(viewport, clients->table()->visualRect(cell).center());
        QTest::mouseClick(bench.window->windowHandle(), Qt::LeftButton, Qt::NoModifier, where);
        chooseByMouse({QStringLiteral("Break"), QStringLiteral("Only tab-1"), QStringLiteral("Black hole 10 s")});
        QTest::mouseClick(bench.window->windowHandle(), Qt::RightButton, Qt::NoModifier, where);
        QTRY_COMPARE(bench.status(), m_one);
        bench.publish("\"held back\"");
        QTRY_VERIFY(second.has("held back"));
        QVERIFY(!first.has("held back"));
        bench.window->docks().showPane("faults");
        QCOMPARE(FaultRule::parse(bench.faults()->model()->faultAt(0).json)->whom.client, QByteArray("tab-1"));
        QTRY_VERIFY(bench.window->actions().undoFault->isEnabled());
        bench.window->actions().undoFault->trigger();
        QTRY_COMPARE(bench.status(), m_none);
        QTRY_VERIFY(first.has("held back"));
    }

    void aListIsSavedAndLoaded()
    {
        Bench bench;
        bench.begin();
        bench.window->docks().showPane("faults");
        FaultsPane *pane = bench.faults();
        const QString path = bench.folder.filePath(QStringLiteral("rules.json"));
        const QStringList names{QStringLiteral("Latency 200 ± 50 ms"), QStringLiteral("503 for the next 3")};
        for (const QString &name : names) {
            if (QToolButton *own = bench.button(pane, name)) {
                bench.click(own);
            } else {
                chooseByMouse({name});
                bench.click(bench.button(pane, QStringLiteral("Common faults")));
            }
        }
        QTRY_COMPARE(bench.status(), QStringLiteral("⚡ 2 fault(s)"));
        QTRY_COMPARE(pane->model()->rowCount(), 2);
        const QList<QByteArray> before = bench.rules();
        chooseFile(path);
        bench.click(bench.button(pane, QStringLiteral("Save…")));
        QTRY_VERIFY(QFile::exists(path));
        QTRY_VERIFY(bench.button(pane, QStringLiteral("Remove all"))->isEnabled());
        bench.click(bench.button(pane, QStringLiteral("Remove all")));
        QTRY_COMPARE(bench.status(), m_none);
        QTRY_COMPARE(pane->model()->rowCount(), 0);
        chooseFile(path);
        bench.click(bench.button(pane, QStringLiteral("Load…")));
        QTRY_COMPARE(bench.status(), QStringLiteral("⚡ 2 fault(s)"));
        QTRY_COMPARE(pane->model()->rowCount(), 2);
        QCOMPARE(bench.rules(), before);
        QTRY_VERIFY(bench.button(pane, QStringLiteral("Undo"))->isEnabled());
        bench.click(bench.button(pane, QStringLiteral("Undo"))); // the whole file
        QTRY_COMPARE(bench.status(), m_none);
        QTRY_VERIFY(bench.button(pane, QStringLiteral("Undo"))->isEnabled());
        bench.click(bench.button(pane, QStringLiteral("Undo"))); // what had been removed before
        QTRY_COMPARE(bench.status(), QStringLiteral("⚡ 2 fault(s)"));
    }

    void aSpanOfTheTimelineIsBroken_data()
    {
        QTest::addColumn<bool>("byMouse");
        QTest::addColumn<QStringList>("fault");
        QTest::addColumn<QByteArray>("kind");
        const QStringList rst{QStringLiteral("rst")}, hole{QStringLiteral("Network"), QStringLiteral("blackhole")};
        QTest::addRow("by mouse: rst") << true << rst << QByteArray("rst");
        QTest::addRow("by mouse: black hole") << true << hole << QByteArray("blackhole");
        QTest::addRow("by keyboard: rst") << false << rst << QByteArray("rst");
        QTest::addRow("by keyboard: black hole") << false << hole << QByteArray("blackhole");
    }
    // Across the lane of a client that is connected: the fault that is chosen holds it for as long as the span is.
    void aSpanOfTheTimelineIsBroken()
    {
        QFETCH(const bool, byMouse);
        QFETCH(const QStringList, fault);
        QFETCH(const QByteArray, kind);
        Bench bench;
        bench.begin();
        Stream client(bench.controller, "tab-1");
        QTRY_VERIFY(client.has("hub.welcome"));
        bench.window->docks().showPane("timeline");
        auto *pane = bench.window->findChild<TimelinePane *>();
        QTRY_COMPARE(pane->store().lanes().size(), 1u);
        TimelineView *view = pane->view();
        QTRY_VERIFY(!view->rowRect(0).isEmpty());
        for (int i = 0; i < 8; ++i)
            QTest::keyClick(view, Qt::Key_Minus); // so that a short way is a long time
        QWindow *window = bench.window->windowHandle();
        if (byMouse) {
            const QRect lane = view->rowRect(0);
            const QPoint from = bench.inWindow(view->viewport(), {lane.left() + lane.width() / 3, lane.center().y()});
            const QPoint to = from + QPoint(lane.width() / 3, 0);
            chooseByMouse(fault);
            QTest::mousePress(window, Qt::LeftButton, Qt::NoModifier, from);
            QTest::mouseMove(window, from + QPoint(20, 0));
            QTest::mouseMove(window, to);
            QTest::mouseRelease(window, Qt::LeftButton, Qt::NoModifier, to);
        } else {
            bench.window->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
            view->setFocus();
            QTest::keyClick(window, Qt::Key_Down);
            for (int i = 0; i < 10; ++i)
                QTest::keyClick(window, Qt::Key_Right, Qt::ShiftModifier);
            chooseByKeys(fault);
            QTest::keyClick(window, Qt::Key_Return);
        }
        QTRY_COMPARE(bench.status(), m_one);
        QVERIFY(view->range() && view->range()->length() > 5s);
        QCOMPARE(bench.window->selection().client(), QByteArray("tab-1"));
        QTRY_COMPARE(bench.faults()->model()->rowCount(), 1);
        const Result<FaultRule> rule = FaultRule::parse(bench.rules().first());
        QCOMPARE(QByteArray(rule->info().name), kind);
        QCOMPARE(rule->whom.client, QByteArray("tab-1"));
        QCOMPARE(*rule->lasts, std::chrono::ceil<Milliseconds>(view->range()->length()));
        if (kind == "rst") {
            QTRY_VERIFY(client.isOver());
            QTRY_VERIFY(!pane->store().lanes()[0].spans[0].isOpen());
        } else {
            bench.publish("\"held back\"");
            QTRY_VERIFY(!pane->store().rules().empty());
            QVERIFY(!client.has("held back"));
        }
        QTRY_VERIFY(bench.window->actions().undoFault->isEnabled());
        bench.window->actions().undoFault->trigger();
        QTRY_COMPARE(bench.status(), m_none);
        if (kind == "rst")
            client.connect();
        QTRY_VERIFY(client.has(kind == "rst" ? "hub.welcome" : "held back"));
        bench.publish("\"afterwards\"");
        QTRY_VERIFY(client.has("afterwards"));
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    Theme::apply(app, Theme::Scheme::Light);
    TestFaultWindow test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_faultwindow.moc"
