// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws every pane with made-up data, light and dark, to look at: pushscope_pane_gallery FOLDER
#include "ui/panes/clientspane.h"
#include "ui/panes/eventspane.h"
#include "ui/panes/injectpane.h"
#include "ui/panes/inspectorpane.h"
#include "ui/panes/ledgerpane.h"
#include "ui/panes/livetable.h"
#include "ui/panes/logpane.h"
#include "ui/panes/throughputpane.h"
#include "ui/shell/theme.h"
#include "ui/support/paneworld.h"
#include "ui/timeline/timelinepane.h"

#include <QApplication>
#include <QDir>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTimer>

using namespace pushscope;

namespace {

struct Gallery {
    PaneWorld world;
    ClientsPane clients{world.context};
    EventsPane events{world.context};
    InspectorPane inspector{world.context};
    LedgerPane ledger{world.context};
    ThroughputPane throughput{world.context};
    InjectPane inject{world.context};
    LogPane log{world.context};
    TimelinePane timeline{world.context};

    std::vector<std::pair<Pane *, QSize>> all()
    {
        return {{&clients, {1100, 420}},    {&events, {900, 320}}, {&inspector, {460, 520}}, {&ledger, {760, 520}},
                {&throughput, {1280, 240}}, {&inject, {900, 260}}, {&log, {900, 260}},       {&timeline, {900, 420}}};
    }

    void fill()
    {
        const std::initializer_list<Pane *> panes{&clients, &events, &inspector, &ledger, &throughput, &inject, &log, &timeline};
        world.show(world.hub.withClients(60), panes);
        for (int i = 0; i < 300; ++i)
            world.show(world.hub.frame(0.25), panes);
        Snapshot snapshot = world.hub.empty();
        snapshot.figures.oldest = Seq{1003};
        snapshot.figures.head = Seq{1500};
        for (quint32 i = 0; i < 12; ++i)
            snapshot.changedReconnects.push_back(world.hub.makeReconnect(i * 5 + 2, Verdict(i % 4)));
        using Kind = JournalRow::Kind;
        for (int i = 0; i < 5; ++i) {
            snapshot.journal.push_back(world.hub.makeLog(Kind::Log, "info", "listening on 127.0.0.1:8090"));
            snapshot.journal.push_back(world.hub.makeLog(Kind::Conn, "open", "cursor k3f9-1042"));
            snapshot.journal.push_back(world.hub.makeLog(Kind::Req, "refused", "401: the token has expired"));
            snapshot.journal.push_back(world.hub.makeLog(Kind::Fault, "set", "latency 200 ms for user alice"));
            snapshot.journal.push_back(world.hub.makeLog(Kind::Mark, "mark", "deployed 2.1"));
            snapshot.journal.push_back(world.hub.makeLog(Kind::Log, "error", "the disk is full"));
        }
        world.show(snapshot, panes);
    }

    void choose()
    {
        clients.table()->setCurrentIndex(clients.table()->model()->index(8, 2));
        ledger.table()->setCurrentIndex(ledger.table()->model()->index(2, 0));
        events.table()->setCurrentIndex(events.table()->model()->index(events.table()->model()->rowCount() - 5, 0));
        auto *data = inject.findChild<QPlainTextEdit *>(QStringLiteral("injectData"));
        data->setPlainText(QStringLiteral("{\n  \"symbol\": \"ACME\",\n  \"price\": 12.50,\n  \"open\": tru\n}"));
        Snapshot snapshot = world.hub.empty();
        snapshot.figures.oldest = Seq{1003};
        snapshot.figures.head = Seq{1500};
        ledger.applySnapshot(snapshot);
    }

    void paint(const QDir &folder, const QString &scheme)
    {
        for (const auto &[pane, size] : all()) {
            pane->resize(size);
            QCoreApplication::processEvents();
            pane->grab().save(
                folder.filePath(pane->title().remove(QChar(u' ')).toLower() + QChar(u'-') + scheme + QStringLiteral(".png")));
        }
        for (Pane *pane :
             std::initializer_list<Pane *>{&clients, &throughput, &inject, &log, &timeline}) { // as in a small window
            pane->resize(300, 260);
            QCoreApplication::processEvents();
            pane->grab().save(folder.filePath(QStringLiteral("small-") + pane->title().toLower() + QChar(u'-') + scheme
                                              + QStringLiteral(".png")));
        }
        auto *tabs = inspector.findChild<QTabWidget *>();
        for (int tab = 1; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QCoreApplication::processEvents();
            inspector.grab().save(folder.filePath(QStringLiteral("inspector%1-%2.png").arg(QString::number(tab), scheme)));
        }
        tabs->setCurrentIndex(0);
    }
};

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("."));
    if (!folder.mkpath(QStringLiteral(".")))
        return 1;
    Theme::apply(app, Theme::Scheme::Light);
    Gallery gallery;
    for (const auto &[pane, size] : gallery.all()) {
        pane->resize(size);
        pane->show();
    }
    gallery.fill();
    QTimer::singleShot(600, &app, [&] { // when the last batches are shown
        gallery.choose();
        QTimer::singleShot(400, &app, [&] {
            gallery.paint(folder, QStringLiteral("light"));
            Theme::apply(app, Theme::Scheme::Dark);
            gallery.paint(folder, QStringLiteral("dark"));
            QCoreApplication::quit();
        });
    });
    return QApplication::exec();
}
