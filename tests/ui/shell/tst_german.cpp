// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window in its second language: no command and no pane is left in English.

#include "windowbench.h"

#include "ui/models/celltablemodel.h"
#include "ui/models/faulttext.h"
#include "ui/panes/filterbar.h"
#include "ui/panes/filteredit.h"
#include "ui/panes/livetable.h"
#include "ui/shell/dockarea.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/translations.h"

#include <QAction>
#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QTranslator>

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

    static void speakGerman()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        installTranslations(*qApp);
    }

private Q_SLOTS:
    void cleanup()
    {
        qDeleteAll(qApp->findChildren<QTranslator *>());
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    // As shipped, no title and none of the words that a column always has is cut off, in either language.
    void columnsFitTheirWords_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("word"); // a long one
        QTest::addRow("English") << QLocale(QLocale::English, QLocale::UnitedStates) << QStringLiteral("◌ ephemeral");
        QTest::addRow("German") << QLocale(QLocale::German, QLocale::Germany) << QStringLiteral("↻ nachgeliefert");
    }
    void columnsFitTheirWords()
    {
        QFETCH(QLocale, locale);
        QFETCH(QString, word);
        QLocale::setDefault(locale);
        installTranslations(*qApp);
        WindowBench bench;
        bench.open();
        QStringList cut, words;
        int titles = 0;
        for (LiveTable *table : bench.window->docks().findChildren<LiveTable *>()) {
            const int margin = table->style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1; // on each side
            for (int column = 0; column < table->cells()->columnCount(); ++column) {
                const int room = table->shippedWidth(column) - 2 * margin;
                const QString title = table->cells()->columnTitle(column);
                const QFontMetrics header(table->horizontalHeader()->font());
                if (header.horizontalAdvance(title) > room)
                    cut += title;
                ++titles;
                for (const QString &each : table->cells()->wordsOf(column)) {
                    words += each;
                    if (QFontMetrics(table->font()).horizontalAdvance(each) > room)
                        cut += title + QStringLiteral(": ") + each;
                }
            }
        }
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
        QVERIFY2(words.contains(word), qPrintable(words.join(u'\n')));
        QVERIFY2(titles > 100, qPrintable(QString::number(titles)));
    }

    void everyCommandAndPane()
    {
        QMap<QString, QString> english;
        {
            WindowBench bench;
            bench.open();
            english = textsOf(*bench.window);
        }
        QVERIFY(english.size() > 40);
        speakGerman();
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
        speakGerman();
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

    void nounsHaveACapital()
    {
        speakGerman();
        const auto rule = FaultRule::parse(R"({"what":{"kind":"latency","ms":200,"jitterMs":50}})");
        QVERIFY(rule);
        QCOMPARE(faultWhatText(*rule), QStringLiteral("latency 200 ms, Schwankung 50 ms"));
    }

    // Beside words of ours that name them; the distribution's translation of Qt need not be there.
    void keysHaveTheirNames()
    {
        speakGerman();
        QCOMPARE(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_PageUp).toString(QKeySequence::NativeText),
                 QStringLiteral("Strg+Umschalt+Bild auf"));
    }

    void aHubThatDoesNotStart()
    {
        speakGerman();
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
