// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window's arrangement and its columns outlive a program that is killed. The test runs itself as that program.
#include "windowbench.h"

#include "ui/panes/livetable.h"
#include "ui/shell/dockarea.h"
#include "ui/shell/placekeeper.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <csignal>
#include <unistd.h>

using namespace pushscope;

namespace {

constexpr auto FolderVariable = "TST_KILLEDWINDOW_FOLDER";
constexpr auto WidthFile = "/width-of-clients"; // in that folder

constexpr auto TableName = "eventsTable";
constexpr auto ColumnsKey = "v1/columns/events/eventsTable";
constexpr int HiddenColumn = 2;

// Closes a pane, hides a column and makes another pane wider, waits until that is in the file, and ends as by kill -9.
int beKilled(const QString &folder)
{
    Settings settings(folder);
    ServerController controller;
    MainWindow window(controller, settings);
    window.resize(1440, 900);
    window.show();
    if (!QTest::qWaitForWindowExposed(&window))
        return 2;
    auto *log = window.findChild<QDockWidget *>(QStringLiteral("dock-log"));
    auto *clients = window.findChild<QDockWidget *>(QStringLiteral("dock-clients"));
    if (!QTest::qWaitFor([log] { return !log->isHidden(); }, 30'000))
        return 3;
    QCoreApplication::processEvents();
    log->hide();
    window.findChild<LiveTable *>(QLatin1String(TableName))->setColumnHidden(HiddenColumn, true);
    window.docks().resizeDocks({clients}, {600}, Qt::Horizontal);
    const auto saved = [&] {
        Settings file(folder);
        return file.layout() == window.docks().saveLayout() && file.ini().contains(QLatin1String(ColumnsKey));
    };
    if (!QTest::qWaitFor(saved, 60'000))
        return 4;
    QFile width(folder + QLatin1String(WidthFile));
    if (!width.open(QIODevice::WriteOnly) || width.write(QByteArray::number(clients->width())) < 0)
        return 6;
    width.close();
    ::kill(::getpid(), SIGKILL);
    return 5;
}

} // namespace

class TestKilledWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLayoutIsThereAfterAKill()
    {
        WindowBench bench;
        QProcess killed;
        killed.setProcessChannelMode(QProcess::ForwardedChannels);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QLatin1String(FolderVariable), bench.folder.path());
        killed.setProcessEnvironment(environment);
        killed.start(QCoreApplication::applicationFilePath(), QStringList());
        QVERIFY(killed.waitForFinished(120'000));
        QCOMPARE(killed.exitStatus(), QProcess::CrashExit);
        Settings settings(bench.folder.path());
        MainWindow window(bench.controller, settings);
        window.resize(1440, 900);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTRY_VERIFY(window.findChild<QDockWidget *>(QStringLiteral("dock-log"))->isHidden());
        QVERIFY(window.findChild<LiveTable *>(QLatin1String(TableName))->isColumnHidden(HiddenColumn));
        QFile file(bench.folder.path() + QLatin1String(WidthFile));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const int width = file.readAll().toInt();
        QVERIFY2(width > 1440 * 30 / 100, "as shipped it has 26 %"); // it was made wider
        QTRY_COMPARE(window.findChild<QDockWidget *>(QStringLiteral("dock-clients"))->width(), width);
    }

    void whoLeavesNoTraceWritesNothing()
    {
        WindowBench bench;
        bench.open();
        bench.window->setRemembers(false);
        bench.dock("log")->hide();
        bench.window->findChild<LiveTable *>(QLatin1String(TableName))->setColumnHidden(HiddenColumn, true);
        QTest::qWait(2 * PlaceKeeper::RestMs); // that nothing happens can only be waited for
        Settings file(bench.folder.path());
        QCOMPARE(file.layout(), QByteArray());
        QVERIFY(!file.ini().contains(QLatin1String(ColumnsKey)));
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    if (const QByteArray folder = qgetenv(FolderVariable); !folder.isEmpty())
        return beKilled(QString::fromLocal8Bit(folder));
    TestKilledWindow test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killedwindow.moc"
