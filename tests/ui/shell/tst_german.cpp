// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window in its second language: no command and no pane is left in English.

#include "windowbench.h"

#include "ui/shell/translations.h"

#include <QAction>

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
};

QTEST_MAIN(TestGerman)
#include "tst_german.moc"
