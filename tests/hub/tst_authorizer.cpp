// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/authorizer.h"

#include <QTest>

using namespace pushscope;

class TestAuthorizer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void patterns_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char *pattern, const char *text, bool expected) {
            QTest::addRow("%s ~ %s", pattern, text) << QByteArray(pattern) << QByteArray(text) << expected;
        };
        row("", "", true);
        row("", "a", false);
        row("a", "", false);
        row("lobby", "lobby", true);
        row("lobby", "lobby2", false);
        row("lobby", "Lobby", false);
        row("lobby", "lobb", false);
        row("*", "", true);
        row("*", "room:lobby", true);
        row("**", "x", true);
        row("team-*", "team-", true);
        row("team-*", "team-7", true);
        row("team-*", "team", false);
        row("team-*", "my-team-7", false);
        row("*-team", "my-team", true);
        row("*-team", "my-team-", false);
        row("a*c", "abc", true);
        row("a*c", "abcc", true);
        row("a*c", "abcd", false);
        row("a*b*c", "axxbyybzzc", true);
        row("a*b*c", "acb", false);
        row("user:al*", "user:alice", true);
        row("user:al*", "room:al", false);
        row("a?c", "abc", false);
        row("a.c", "abc", false);
        row("[ab]", "a", false);
        row("*", "*", true);
    }
    void patterns()
    {
        QFETCH(QByteArray, pattern);
        QFETCH(QByteArray, text);
        QTEST(matchesPattern(pattern, text), "expected");
    }

    // Exponential matching would not end within the life of a developer.
    void manyStarsEnd()
    {
        QVERIFY(!matchesPattern(QByteArray("a*").repeated(50) + 'b', QByteArray(2000, 'a')));
        QVERIFY(matchesPattern(QByteArray("a*").repeated(50), QByteArray(2000, 'a')));
    }

    void principal()
    {
        Principal principal;
        QVERIFY(!principal.mayEnter("lobby"));
        QVERIFY(!principal.mayPublishTo("*"));
        principal.rooms = {"team-*", "lobby"};
        principal.publish = {"room:team-*"};
        QVERIFY(principal.mayEnter("lobby"));
        QVERIFY(principal.mayEnter("team-1"));
        QVERIFY(!principal.mayEnter("attic"));
        QVERIFY(principal.mayPublishTo("room:team-1"));
        QVERIFY(!principal.mayPublishTo("room:lobby"));
        QVERIFY(!principal.mayPublishTo("*"));
        principal.publish = {"*"};
        for (const char *channel : {"*", "user:bob", "room:lobby"})
            QVERIFY2(principal.mayPublishTo(channel), channel);
    }
};

QTEST_APPLESS_MAIN(TestAuthorizer)
#include "tst_authorizer.moc"
