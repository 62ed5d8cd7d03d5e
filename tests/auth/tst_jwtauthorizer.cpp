// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/jwtauthorizer.h"
#include "support/fakeclock.h"

#include <QTest>

using namespace pushscope;
using namespace std::chrono_literals;

class TestJwtAuthorizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_clock = FakeClock(); }
    void makesAPrincipal();
    void rollsKeysOver();
    void refuses_data();
    void refuses();
    void endsWithTheLeeway();
    void remembersNoLongerThanTheTokenLives();
    void remembersWithoutEnd();
    void staysBounded();
    void matchesPatterns_data();
    void matchesPatterns();
    void wantsKeys_data();
    void wantsKeys();

private:
    [[nodiscard]] static JwtAuthorizer authorizer(const QList<QByteArray> &secrets, const JwtPolicy &policy = {})
    {
        return JwtAuthorizer(KeySet::create(secrets, {}).value(), policy);
    }
    [[nodiscard]] QByteArray token(const JwtClaims &claims, const char *secret = Secret) const
    {
        return signJwt(claims, secret, m_clock.wall()).value();
    }

    static constexpr char Secret[] = "0123456789abcdef0123456789abcdef";
    static constexpr char OldSecret[] = "old-old-old-old-old-old-old-old-";
    FakeClock m_clock;
};

void TestJwtAuthorizer::makesAPrincipal()
{
    const JwtAuthorizer subject = authorizer({Secret});
    const WallTime expires = std::chrono::floor<std::chrono::seconds>(m_clock.wall()) + 60s;
    const QByteArray text = token({"alice", {"lobby", "team-*"}, {"room:*"}, true, expires});
    for (int i = 0; i < 2; ++i) { // verified, then remembered
        const auto principal = subject.authorize(text, m_clock.wall());
        QVERIFY(principal);
        QCOMPARE(principal->user, "alice");
        QCOMPARE(principal->rooms, QList<QByteArray>({"lobby", "team-*"}));
        QCOMPARE(principal->publish, QList<QByteArray>({"room:*"}));
        QCOMPARE(principal->admin, true);
        QVERIFY(principal->endsAt == expires + 30s);
    }
    const auto plain = subject.authorize(token({"bob", {}, {}, false, std::nullopt}), m_clock.wall());
    QVERIFY(plain);
    QVERIFY(plain->rooms.isEmpty() && plain->publish.isEmpty() && !plain->admin && !plain->endsAt);
}

void TestJwtAuthorizer::rollsKeysOver()
{
    const QByteArray old = token({"alice", {}, {}, false, {}}, OldSecret);
    const QByteArray fresh = token({"alice", {}, {}, false, {}});
    QVERIFY(authorizer({OldSecret}).authorize(old, m_clock.wall()));
    QVERIFY(!authorizer({OldSecret}).authorize(fresh, m_clock.wall()));
    const JwtAuthorizer both = authorizer({Secret, OldSecret});
    QVERIFY(both.authorize(old, m_clock.wall()));
    QVERIFY(both.authorize(fresh, m_clock.wall()));
    QVERIFY(!authorizer({Secret}).authorize(old, m_clock.wall())); // the old key is gone
}

void TestJwtAuthorizer::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray good = token({"alice", {}, {}, false, {}});
    QByteArray forged = good;
    forged[good.size() - 5] = forged[good.size() - 5] == 'A' ? 'B' : 'A';
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("garbage") << QByteArray("garbage");
    QTest::newRow("forged") << forged;
    QTest::newRow("another key") << token({"alice", {}, {}, false, {}}, OldSecret);
    QTest::newRow("expired") << token({"alice", {}, {}, false, m_clock.wall() - 1h});
    QTest::newRow("alg none") << QByteArray("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.");
}

void TestJwtAuthorizer::refuses()
{
    QFETCH(QByteArray, text);
    const JwtAuthorizer subject = authorizer({Secret});
    for (int i = 0; i < 2; ++i) {
        const auto principal = subject.authorize(text, m_clock.wall());
        QVERIFY(!principal);
        QCOMPARE(principal.error().code, Errc::Unauthorized);
        QVERIFY(text.isEmpty() || !principal.error().detail.contains(text));
    }
}

void TestJwtAuthorizer::endsWithTheLeeway()
{
    JwtPolicy policy;
    policy.leeway = 5s;
    const WallTime expires = std::chrono::floor<std::chrono::seconds>(m_clock.wall()) + 60s;
    const auto principal = authorizer({Secret}, policy).authorize(token({"alice", {}, {}, false, expires}), m_clock.wall());
    QVERIFY(principal);
    QVERIFY(principal->endsAt == expires + 5s);
}

void TestJwtAuthorizer::remembersNoLongerThanTheTokenLives()
{
    const JwtAuthorizer subject = authorizer({Secret});
    const WallTime expires = std::chrono::floor<std::chrono::seconds>(m_clock.wall()) + 60s;
    const QByteArray text = token({"alice", {}, {}, false, expires});
    QVERIFY(subject.authorize(text, m_clock.wall()));
    QVERIFY(subject.authorize(text, expires + 30s - 1ms)); // at its end, leeway included
    for (const WallTime late : {expires + 30s, expires + 31s, expires + 24h}) {
        const auto principal = subject.authorize(text, late);
        QVERIFY(!principal);
        QCOMPARE(principal.error().code, Errc::Unauthorized);
    }
}

void TestJwtAuthorizer::remembersWithoutEnd()
{
    const JwtAuthorizer subject = authorizer({Secret});
    const QByteArray text = token({"alice", {}, {}, false, {}});
    QVERIFY(subject.authorize(text, m_clock.wall()));
    QVERIFY(subject.authorize(text, m_clock.wall() + 24h));
}

void TestJwtAuthorizer::staysBounded()
{
    const JwtAuthorizer subject = authorizer({Secret});
    const QByteArray first = token({"first", {}, {}, false, {}});
    QCOMPARE(subject.authorize(first, m_clock.wall())->user, "first");
    for (qsizetype i = 0; i < JwtAuthorizer::MaxCached + 10; ++i) {
        const QByteArray user = "user" + QByteArray::number(i);
        QCOMPARE(subject.authorize(token({user, {}, {}, false, {}}), m_clock.wall())->user, user);
    }
    QVERIFY(subject.cached() <= JwtAuthorizer::MaxCached);
    QCOMPARE(subject.authorize(first, m_clock.wall())->user, "first");
}

void TestJwtAuthorizer::matchesPatterns_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *pattern, const char *text, bool matches) {
        QTest::addRow("'%s' and '%s'", pattern, text) << QByteArray(pattern) << QByteArray(text) << matches;
    };
    row("lobby", "lobby", true);
    row("lobby", "lobby2", false);
    row("lobby", "Lobby", false);
    row("team-*", "team-a", true);
    row("team-*", "team-", true);
    row("team-*", "team", false);
    row("*", "", true);
    row("*", "room:x", true);
    row("*", "*", true); // everyone included
    row("room:*", "*", false);
    row("user:al*", "user:alice", true);
    row("user:al*", "user:bob", false);
    row("*-eu-*", "a-eu-b", true);
    row("*-eu-*", "a-eu", false);
    row("a*b*c", "aXbXbYc", true);
    row("a?c", "abc", false); // no other wildcard
    row("", "", true);
    row("", "a", false);
    row("**", "a", true);
}

void TestJwtAuthorizer::matchesPatterns()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, text);
    QFETCH(bool, matches);
    const auto principal = authorizer({Secret}).authorize(token({"alice", {pattern}, {pattern}, false, {}}), m_clock.wall());
    QVERIFY(principal);
    QCOMPARE(principal->mayEnter(text), matches);
    QCOMPARE(principal->mayPublishTo(text), matches);
}

void TestJwtAuthorizer::wantsKeys_data()
{
    QTest::addColumn<QList<QByteArray>>("secrets");
    QTest::addColumn<QList<QByteArray>>("publicKeys");
    QTest::addColumn<QByteArray>("error");
    const QByteArray pem = "-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----\n";
    QTest::newRow("a secret") << QList<QByteArray>{"s"} << QList<QByteArray>() << QByteArray();
    QTest::newRow("a public key") << QList<QByteArray>() << QList<QByteArray>{pem} << QByteArray();
    QTest::newRow("both, several") << QList<QByteArray>{"a", "b"} << QList<QByteArray>{pem, pem} << QByteArray();
    QTest::newRow("none") << QList<QByteArray>() << QList<QByteArray>() << QByteArray("neither");
    QTest::newRow("empty secret") << QList<QByteArray>{"a", ""} << QList<QByteArray>() << QByteArray("empty");
    QTest::newRow("no PEM") << QList<QByteArray>() << QList<QByteArray>{"MFkw"} << QByteArray("PEM");
    QTest::newRow("private key") << QList<QByteArray>() << QList<QByteArray>{"-----BEGIN PRIVATE KEY-----\nMIIE\n"}
                                 << QByteArray("private key");
}

void TestJwtAuthorizer::wantsKeys()
{
    QFETCH(QList<QByteArray>, secrets);
    QFETCH(QList<QByteArray>, publicKeys);
    QFETCH(QByteArray, error);
    const auto keys = KeySet::create(secrets, publicKeys);
    if (error.isEmpty()) {
        QVERIFY(keys);
        QCOMPARE(keys->keys().size(), secrets.size() + publicKeys.size());
        QCOMPARE(keys->keys().first().kind, secrets.isEmpty() ? JwtKey::Kind::PublicKeyPem : JwtKey::Kind::Secret);
    } else {
        QVERIFY(!keys);
        QCOMPARE(keys.error().code, Errc::InvalidArgument);
        QVERIFY2(keys.error().detail.contains(error), keys.error().detail.constData());
    }
}

QTEST_GUILESS_MAIN(TestJwtAuthorizer)
#include "tst_jwtauthorizer.moc"
