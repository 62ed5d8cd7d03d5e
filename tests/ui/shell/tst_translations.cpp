// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/translations.h"

#include <QLocale>
#include <QTest>

using namespace pushscope;

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        installTranslations(*QCoreApplication::instance());
    }

    void englishPlurals_data()
    {
        QTest::addColumn<QByteArray>("context");
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("text");
        const QByteArray dropped = "Dropped %Ln client(s).";
        QTest::addRow("none") << QByteArray("pushscope::ClientsPane") << dropped << 0 << QStringLiteral("Dropped 0 clients.");
        QTest::addRow("one") << QByteArray("pushscope::ClientsPane") << dropped << 1 << QStringLiteral("Dropped 1 client.");
        QTest::addRow("many") << QByteArray("pushscope::ClientsPane") << dropped << 1200
                              << QStringLiteral("Dropped 1,200 clients.");
        QTest::addRow("verb too") << QByteArray("pushscope::Retention") << QByteArray("So have %Ln other client(s).") << 1
                                  << QStringLiteral("So has 1 other client.");
        QTest::addRow("no plural") << QByteArray("pushscope::ClientsPane") << QByteArray("Drop with FIN") << -1
                                   << QStringLiteral("Drop with FIN");
    }
    void englishPlurals()
    {
        QFETCH(QByteArray, context);
        QFETCH(QByteArray, source);
        QFETCH(int, count);
        const QString text = QCoreApplication::translate(context, source, nullptr, count);
        QTEST(text, "text");
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
