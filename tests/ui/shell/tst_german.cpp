// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window in its second language: no command and no pane is left in English.

#include "windowbench.h"

#include "ui/panes/filterbar.h"
#include "ui/panes/filteredit.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/translations.h"

#include <QAction>
#include <QLabel>

using namespace pushscope;

class TestGerman : public QObject
{
    Q_OBJECT

    // What the window is seen to say, by the name of what says it.
    static QMap<QString, QString> textsOf(const MainWindow &window)
    {
        QMap<QString, QString> texts;
        for (const QAction *action : window.findChildren<QAction *>()) {
            if (!action->objectName().isEmpty() && !action->text().isEmpty())
                texts[action->objectName()] = action->text().remove(QLatin1Char('&'));
        }
        for (const QDockWidget *dock : window.findChildren<QDockWidget *>())
            texts[dock->objectName()] = dock->windowTitle();
        return texts;
    }

private Q_SLOTS:
    void everyCommandAndPane()
    {
        QMap<QString, QString> english;
        {
            WindowBench bench;
            bench.open();
            english = textsOf(*bench.window);
        }
        QVERIFY(english.size() > 40);
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        installTranslations(*qApp);
        WindowBench bench;
        bench.open();
        const QMap<QString, QString> german = textsOf(*bench.window);
        const QStringList alike{QStringLiteral("Bus"), QStringLiteral("Clients"), QStringLiteral("Filter"),
                                QStringLiteral("Layout")};
        for (auto it = english.cbegin(); it != english.cend(); ++it) {
            if (!alike.contains(it.value()))
                QVERIFY2(german.value(it.key()) != it.value(), qPrintable(it.key() + QStringLiteral(": ") + it.value()));
        }
    }

    // What core says of it: in English, to everybody else.
    void everyFilterThatIsWrong()
    {
        WindowBench bench;
        bench.open();
        const QList<FilterBar *> bars = bench.window->findChildren<FilterBar *>();
        QVERIFY(bars.size() > 5);
        for (FilterBar *bar : bars) {
            bar->setFilter(QStringLiteral("nosuch == 2"));
            const QString error = bar->findChild<QLabel *>(QStringLiteral("filterError"))->text();
            QVERIFY2(error == QStringLiteral("Spalte 1: ein solches Feld gibt es nicht"), qPrintable(error));
        }
    }

    void aHubThatDoesNotStart()
    {
        WindowBench bench;
        bench.open();
        ServerConfig config = bench.controller.config();
        config.listen = {"nowhere:0"};
        bench.controller.setConfig(config);
        bench.controller.start();
        QTRY_COMPARE_WITH_TIMEOUT(bench.window->messages().text(),
                                  QStringLiteral("Der Hub startete nicht: --listen nowhere:0: der Rechner muss eine IP-Adresse "
                                                 "oder localhost sein"),
                                  10'000);
    }
};

QTEST_MAIN(TestGerman)
#include "tst_german.moc"
