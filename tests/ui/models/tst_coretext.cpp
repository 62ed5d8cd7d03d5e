// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What core says in the second language. That nothing is missing in the table, the test `coretexts` sees.
#include "observe/filter.h"
#include "ui/models/coretext.h"
#include "ui/shell/translations.h"

#include <QTest>

using namespace pushscope;

class TestCoreText : public QObject
{
    Q_OBJECT

    static void speakGerman()
    {
        static const bool once = (installTranslations(*qApp, QStringLiteral("de")), true);
        Q_UNUSED(once)
    }

private Q_SLOTS:
    void english()
    {
        const QByteArray detail = "cannot open the store /tmp/x: cannot lock /tmp/x.lock";
        QCOMPARE(coreText(detail), QString::fromUtf8(detail));
    }

    // Whatever a file says: each part is looked at once, not each part of each part.
    void manyParts()
    {
        const QByteArray parts = QByteArray("part: ").repeated(2'000);
        QCOMPARE(coreText(parts), QString::fromUtf8(parts));
    }

    void german_data()
    {
        speakGerman();
        QTest::addColumn<QByteArray>("detail");
        QTest::addColumn<QString>("german");
        QTest::addRow("nothing") << QByteArray() << QString();
        QTest::addRow("a whole sentence") << QByteArray("the hub is not running") << QStringLiteral("der Hub läuft nicht");
        QTest::addRow("two values") << QByteArray("the key in /a b/k is not that of the certificate in /c")
                                    << QStringLiteral("der Schlüssel in /a b/k ist nicht der des Zertifikats in /c");
        QTest::addRow("an error in an error, in an error")
            << QByteArray("cannot open the store /tmp/x: cannot lock /tmp/x.lock")
            << QStringLiteral("der Speicher /tmp/x kann nicht geöffnet werden: /tmp/x.lock kann nicht gesperrt werden");
        QTest::addRow("an error before the words")
            << QByteArray("not UTF-8 at octet 7") << QStringLiteral("kein UTF-8, bei Oktett 7");
        QTest::addRow("an error amid the words")
            << QByteArray("The store x is damaged (its head is missing). It was moved to y, and a new one has begun.")
            << QStringLiteral(
                   "Der Speicher x ist beschädigt (sein Kopf fehlt). Er wurde nach y gelegt, und ein neuer ist begonnen.");
        QTest::addRow("what is no error stands before one")
            << QByteArray("a: b: not an object") << QStringLiteral("a: b: kein Objekt");
        QTest::addRow("a member and what is wrong with it")
            << QByteArray("\"whom.filter\" is wrong at column 4: there is no such field")
            << QStringLiteral("\"whom.filter\" ist in Spalte 4 falsch: ein solches Feld gibt es nicht");
        QTest::addRow("the more exact of two patterns") // the other one is '%1' is not of the form %2
            << QByteArray("%1 has no secret in it") << QStringLiteral("%1 enthält kein Geheimnis");
        QTest::addRow("a value that looks like a place for one")
            << QByteArray("cannot read %2: %1") << QStringLiteral("%2 kann nicht gelesen werden: %1");
        QTest::addRow("what nobody knows") << QByteArray("errno 42, somewhere") << QStringLiteral("errno 42, somewhere");
        QTest::addRow("words of the system behind")
            << QByteArray("cannot write: disk: on fire") << QStringLiteral("es kann nicht geschrieben werden: disk: on fire");
    }
    void german()
    {
        QFETCH(QByteArray, detail);
        QTEST(coreText(detail), "german");
    }

    void findings_data()
    {
        speakGerman();
        QTest::addColumn<QByteArray>("finding");
        QTest::addColumn<QString>("german");
        QTest::addRow("one") << QByteArray("Came back without a cursor after 1 min 2 s: 1 event that came meanwhile is lost.")
                             << QStringLiteral("Kam nach 1 min 2 s ohne Cursor wieder: verloren ist 1 Ereignis von inzwischen.");
        QTest::addRow("several") << QByteArray("Came back without a cursor after 3 s: 12 events that came meanwhile are lost.")
                                 << QStringLiteral(
                                        "Kam nach 3 s ohne Cursor wieder: verloren sind 12 Ereignisse von inzwischen.");
        QTest::addRow("words within words") << QByteArray(
            "Tried again 8 times without success (no answer), and its waits are: ×2 from 1 s, cap 30 s, no jitter. Many "
            "such clients hit the hub together.")
                                            << QStringLiteral("Versuchte es 8-mal wieder ohne Erfolg (keine Antwort), und seine "
                                                              "Wartezeiten sind: ×2 ab 1 s, höchstens 30 s, "
                                                              "kein Jitter. Viele solche Clients treffen den Hub gemeinsam.");
        QTest::addRow("why it was refused")
            << QByteArray(
                   "Tried 5 times with one and the same token, which is refused each time (401: the token has expired). It needs "
                   "another one.")
            << QStringLiteral("Versuchte es 5-mal mit ein und demselben Token, was jedes Mal abgelehnt wird (401: das Token ist "
                              "abgelaufen). Er braucht ein anderes.");
        QTest::addRow("what was added behind it")
            << QByteArray("Its WebSocket upgrade is broken on the way: its Upgrade field was removed. It fell back to poll.")
            << QStringLiteral(
                   "Sein WebSocket-Upgrade wird auf dem Weg zerstört: sein Feld Upgrade wurde entfernt. Er wich auf poll aus.");
        QTest::addRow("without what may be added")
            << QByteArray("Its WebSocket upgrade is broken on the way: it came as HTTP/1.0.")
            << QStringLiteral("Sein WebSocket-Upgrade wird auf dem Weg zerstört: es kam als HTTP/1.0 an.");
        QTest::addRow("evidence") << QByteArray("12 pongs together, 2.1 s late")
                                  << QStringLiteral("12 Pongs zusammen, 2.1 s zu spät");
        QTest::addRow("evidence within a sentence")
            << QByteArray(
                   "Never answered a ping, though it reads: it acknowledged inqw1sxd-7 meanwhile. It is disconnected each time a "
                   "pong is due (RFC 6455 section 5.5.2).")
            << QStringLiteral(
                   "Beantwortete nie einen Ping, obwohl er liest: er hat inzwischen inqw1sxd-7 bestätigt. Jedes Mal, wenn ein "
                   "Pong fällig ist, wird er getrennt (RFC 6455, Abschnitt 5.5.2).");
    }
    void findings()
    {
        QFETCH(QByteArray, finding);
        QTEST(coreText(finding), "german");
    }

    // As it comes, not as this test writes it.
    void ofAFilter()
    {
        speakGerman();
        const auto filter = Filter::parse("lagMs > ", clientFilterFields());
        QVERIFY(!filter);
        QCOMPARE(coreText(filter.error()), QStringLiteral("hier wird ein Wert erwartet"));
    }
};

QTEST_MAIN(TestCoreText)
#include "tst_coretext.moc"
