// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws every pane with made-up data, light and dark, to look at: pushscope_pane_gallery FOLDER
#include "ui/panes/clientspane.h"
#include "ui/panes/eventspane.h"
#include "ui/panes/faultspane.h"
#include "ui/panes/findingspane.h"
#include "ui/panes/injectpane.h"
#include "ui/panes/inspectorpane.h"
#include "ui/panes/ledgerpane.h"
#include "ui/panes/livetable.h"
#include "ui/panes/logpane.h"
#include "ui/panes/stormspane.h"
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
    StormsPane storms{world.context};
    InjectPane inject{world.context};
    FaultsPane faults{world.context};
    FindingsPane findings{world.context};
    LogPane log{world.context};
    TimelinePane timeline{world.context};

    std::vector<std::pair<Pane *, QSize>> all()
    {
        return {{&clients, {1100, 420}}, {&events, {900, 320}},      {&inspector, {460, 520}}, {&ledger, {760, 520}},
                {&storms, {760, 420}},   {&throughput, {1280, 240}}, {&inject, {900, 260}},    {&faults, {950, 300}},
                {&findings, {950, 300}}, {&log, {900, 260}},         {&timeline, {900, 420}}};
    }

    void fill()
    {
        const std::initializer_list<Pane *> panes{&clients, &events, &inspector, &ledger, &storms,  &throughput,
                                                  &inject,  &faults, &findings,  &log,    &timeline};
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
        for (const char *code : {"no-cursor", "no-backoff", "slow-consumer", "stopped-for-good"})
            snapshot.changedFindings.push_back(world.hub.makeFinding(quint32(snapshot.changedFindings.size()) + 5, code));
        snapshot.changedFindings.push_back(world.hub.makeFinding(0, "herd"));
        world.show(snapshot, panes);
        storm(panes);
    }

    // All are cut, and come back one after another, while the faults go on.
    void storm(std::initializer_list<Pane *> panes)
    {
        const std::vector<FaultRow> rules{
            world.hub.makeFault(R"({"what":{"kind":"latency","ms":200,"jitterMs":50},"whom":{"user":"alice"}})"),
            world.hub.makeFault(R"({"what":{"kind":"blackhole"},"whom":{"protocol":"ws"},"for":"10s"})"),
            world.hub.makeFault(R"({"what":{"kind":"lose"},"at":{"event":3},"probability":0.25})")};
        storms.announce(QStringLiteral("all dropped with RST"), world.hub.figures().at);
        Snapshot cut = world.hub.frame(0.033);
        for (quint32 key = 1; key <= 60; ++key) {
            ClientRow away = world.hub.makeClient(key);
            away.state = ClientState::Away;
            if (key % 9 == 0)
                away.oldestMissed = Seq{995 + key};
            cut.changedClients.push_back(away);
        }
        cut.figures.oldest = Seq{1003};
        world.show(cut, panes);
        const WallTime at = cut.figures.at;
        for (quint32 key = 1; key <= 55; ++key) {
            Snapshot back = world.hub.frame(0.05);
            ReconnectRow row = world.hub.makeReconnect(key, Verdict::Recovered);
            row.away = std::chrono::duration_cast<Milliseconds>(back.figures.at - at);
            row.at = back.figures.at;
            row.caughtUpAfter = Milliseconds(40 + key * 7 % 300);
            back.changedReconnects = {row};
            if (key % 3 == 0)
                back.journal.push_back(world.hub.makeLog(JournalRow::Kind::Req, "refused", "503"));
            ClientRow live = world.hub.makeClient(key);
            if (key % 9 != 0)
                back.changedClients.push_back(live);
            back.figures.oldest = Seq{1003 + key};
            back.faults = rules;
            world.show(back, panes);
        }
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
        findings.table()->setCurrentIndex(findings.table()->model()->index(0, 0));
    }

    void paint(const QDir &folder, const QString &scheme)
    {
        for (const auto &[pane, size] : all()) {
            pane->resize(size);
            QCoreApplication::processEvents();
            pane->grab().save(
                folder.filePath(pane->title().remove(QChar(u' ')).toLower() + QChar(u'-') + scheme + QStringLiteral(".png")));
        }
        for (Pane *pane : std::initializer_list<Pane *>{&clients, &throughput, &storms, &inject, &faults, &findings, &ledger,
                                                        &log, &timeline}) { // as in a small window
            pane->resize(300, 260);
            QCoreApplication::processEvents();
            pane->grab().save(folder.filePath(QStringLiteral("small-") + pane->title().remove(QChar(u' ')).toLower() + QChar(u'-')
                                              + scheme + QStringLiteral(".png")));
        }
        auto *tabs = inspector.findChild<QTabWidget *>();
        for (int tab = 1; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QCoreApplication::processEvents();
            inspector.grab().save(folder.filePath(QStringLiteral("inspector%1-%2.png").arg(QString::number(tab), scheme)));
        }
        tabs->setCurrentIndex(0);
        auto *ledgerTabs = ledger.findChild<QTabWidget *>();
        for (int tab = 1; tab < ledgerTabs->count(); ++tab) {
            ledgerTabs->setCurrentIndex(tab);
            ledger.resize(760, 520);
            QCoreApplication::processEvents();
            ledger.grab().save(folder.filePath(QStringLiteral("ledger%1-%2.png").arg(QString::number(tab), scheme)));
        }
        ledgerTabs->setCurrentIndex(0);
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
