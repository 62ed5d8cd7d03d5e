// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/jwt.h"

#include "jwtsigner.h"

#include <QMessageAuthenticationCode>
#include <QTest>
#include <openssl/err.h>

using namespace pushscope;
using namespace std::chrono_literals;

namespace {

constexpr qint64 NowSeconds = 1'790'000'000;
const WallTime Now{Milliseconds(NowSeconds * 1000)};
const QByteArray Secret = "a secret of the test, long enough for HS512 to be happy with it";
const QList<JwtKey> SecretKey{{JwtKey::Kind::Secret, Secret}};

QByteArray claimsWith(const QByteArray &members)
{
    return R"({"sub":"alice")" + (members.isEmpty() ? QByteArray() : ',' + members) + '}';
}

JwtKey publicKey(const TestKeyPair &keys)
{
    return {JwtKey::Kind::PublicKeyPem, keys.publicPem()};
}

} // namespace

class TestJwt : public QObject
{
    Q_OBJECT

    TestKeyPair m_rsa = TestKeyPair::rsa();
    TestKeyPair m_ec = TestKeyPair::ec();

    void refuses(const QByteArray &token, const QList<JwtKey> &keys, const JwtPolicy &policy = {}, WallTime now = Now)
    {
        const auto claims = verifyJwt(token, keys, policy, now);
        QVERIFY(!claims);
        QCOMPARE(claims.error().code, Errc::Unauthorized);
        QVERIFY(!claims.error().detail.isEmpty());
        QVERIFY(!claims.error().detail.contains("alice"));
        QCOMPARE(ERR_peek_error(), 0u); // TLS in this thread would take it for its own
    }

private Q_SLOTS:
    void algorithms_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"HS256", "HS384", "HS512"})
            QTest::newRow(name) << hmacToken(name, claimsWith({}), Secret) << QByteArray(name);
        QTest::newRow("RS256") << keyPairToken("RS256", claimsWith({}), m_rsa) << QByteArray("RS256");
        QTest::newRow("ES256") << keyPairToken("ES256", claimsWith({}), m_ec) << QByteArray("ES256");
    }
    void algorithms()
    {
        QFETCH(QByteArray, token);
        QFETCH(QByteArray, name);
        const JwtAlgorithm algorithm = *parseJwtAlgorithm(name);
        QCOMPARE(jwtAlgorithmName(algorithm).toByteArray(), name);
        const QList<JwtKey> keys{{JwtKey::Kind::Secret, "an old one"},
                                 publicKey(TestKeyPair::ec()),
                                 publicKey(m_ec),
                                 publicKey(m_rsa),
                                 {JwtKey::Kind::Secret, Secret}};
        JwtPolicy policy;
        QVERIFY(verifyJwt(token, keys, policy, Now));
        policy.algorithms = {algorithm};
        const auto claims = verifyJwt(token, keys, policy, Now);
        QVERIFY2(claims, claims ? "" : claims.error().detail.constData());
        QCOMPARE(claims->subject, QByteArray("alice"));
        QCOMPARE(ERR_peek_error(), 0u);

        policy.algorithms = JwtPolicy().algorithms;
        policy.algorithms.removeOne(algorithm);
        refuses(token, keys, policy);
        refuses(token, {});
        QByteArray changed = token;
        const qsizetype at = changed.lastIndexOf('.') + 5;
        changed[at] = changed[at] == 'A' ? 'B' : 'A';
        refuses(changed, keys);
        refuses(token.left(token.lastIndexOf('.') + 1), keys);
        refuses(token.chopped(4), keys);
        refuses(token + "AAAA", keys);
        refuses(token + '=', keys);
        // another payload under the same signature
        const QByteArray other = tokenHead("{\"alg\":\"" + name + "\",\"typ\":\"JWT\"}", R"({"sub":"mallory"})");
        refuses(other + token.mid(token.lastIndexOf('.')), keys);
    }

    void keysFitTheirAlgorithm()
    {
        const QByteArray rsaPem = m_rsa.publicPem();
        const QByteArray ecPem = m_ec.publicPem();
        // The classic: HS256 with the public key's text as the secret.
        for (const QByteArray &pem : {rsaPem, ecPem, rsaPem.trimmed()}) {
            for (const char *name : {"HS256", "HS384", "HS512"})
                refuses(hmacToken(name, claimsWith({}), pem), {publicKey(m_rsa), publicKey(m_ec)});
        }
        refuses(keyPairToken("RS256", claimsWith({}), m_ec), {publicKey(m_ec)});
        refuses(keyPairToken("ES256", claimsWith({}), m_rsa), {publicKey(m_rsa)});
        refuses(keyPairToken("RS256", claimsWith({}), m_rsa), {{JwtKey::Kind::Secret, rsaPem}});
        refuses(keyPairToken("RS256", claimsWith({}), m_rsa), {publicKey(TestKeyPair::rsa())});
        const TestKeyPair small = TestKeyPair::rsa(1024);
        refuses(keyPairToken("RS256", claimsWith({}), small), {publicKey(small)});
        const TestKeyPair p384 = TestKeyPair::ec("P-384");
        refuses(keyPairToken("ES256", claimsWith({}), m_ec), {publicKey(p384)});
        refuses(hmacToken("HS256", claimsWith({}), ""), {{JwtKey::Kind::Secret, ""}});
        refuses(keyPairToken("RS256", claimsWith({}), m_rsa), {{JwtKey::Kind::PublicKeyPem, "-----BEGIN PUBLIC KEY-----\nno\n"}});
        refuses(keyPairToken("RS256", claimsWith({}), m_rsa), {{JwtKey::Kind::PublicKeyPem, ""}});
    }

    void garbage_data()
    {
        QTest::addColumn<QByteArray>("token");
        const QByteArray good = hmacToken("HS256", claimsWith({}), Secret);
        const auto signedHeader = [](const QByteArray &header) {
            // signed as HS256, whatever the header says
            const QByteArray head = tokenHead(header, claimsWith({}));
            return head + '.' + base64Url(QMessageAuthenticationCode::hash(head, Secret, QCryptographicHash::Sha256));
        };
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("dots") << QByteArray("..");
        QTest::newRow("a word") << QByteArray("token");
        QTest::newRow("two parts") << good.left(good.lastIndexOf('.'));
        QTest::newRow("four parts") << good + ".AAAA";
        QTest::newRow("a space in front") << ' ' + good;
        QTest::newRow("a line end behind") << good + '\n';
        QTest::newRow("a NUL behind") << good + QByteArray("\0x", 2);
        QTest::newRow("the other alphabet") << QByteArray(good).replace('.', "+.");
        QTest::newRow("too long") << good + QByteArray(100'000, 'A');
        QTest::newRow("none") << signedHeader(R"({"alg":"none"})");
        QTest::newRow("none without a signature") << tokenHead(R"({"alg":"none"})", claimsWith({})) + '.';
        QTest::newRow("None") << signedHeader(R"({"alg":"None"})");
        QTest::newRow("lower case") << signedHeader(R"({"alg":"hs256","typ":"JWT"})");
        QTest::newRow("no algorithm") << signedHeader(R"({"typ":"JWT"})");
        QTest::newRow("a number as algorithm") << signedHeader(R"({"alg":256})");
        QTest::newRow("RS512") << signedHeader(R"({"alg":"RS512"})");
        QTest::newRow("two algorithms") << signedHeader(R"({"alg":"HS256","alg":"HS256"})");
        QTest::newRow("a critical extension") << signedHeader(R"({"alg":"HS256","crit":["b64"],"b64":false})");
        QTest::newRow("a header that is a list") << signedHeader(R"(["HS256"])");
        QTest::newRow("a header that is no JSON") << signedHeader("HS256");
        QTest::newRow("claims that are no JSON") << hmacToken("HS256", "alice", Secret);
        QTest::newRow("claims that are a list") << hmacToken("HS256", "[]", Secret);
        QTest::newRow("claims twice") << hmacToken("HS256", R"({"sub":"alice","sub":"bob"})", Secret);
        QTest::newRow("claims that are no UTF-8") << hmacToken("HS256", "{\"sub\":\"a\xff\"}", Secret);
    }
    void garbage()
    {
        QFETCH(QByteArray, token);
        refuses(token, SecretKey);
    }

    void claims()
    {
        const auto token = hmacToken("HS256",
                                     claimsWith(R"("rooms":["lobby","team-*"],"publish":["room:*","\u002a"],"admin":true,)"
                                                R"("exp":1790000100,"iat":1,"aud":["x"],"iss":"y","other":{"a":[1]})"),
                                     Secret);
        const auto claims = verifyJwt(token, SecretKey, {}, Now);
        QVERIFY2(claims, claims ? "" : claims.error().detail.constData());
        QCOMPARE(*claims, (JwtClaims{"alice", {"lobby", "team-*"}, {"room:*", "*"}, true, WallTime(1'790'000'100s)}));
        const auto bare = verifyJwt(hmacToken("HS256", claimsWith({}), Secret), SecretKey, {}, Now);
        QCOMPARE(*bare, (JwtClaims{"alice", {}, {}, false, std::nullopt}));
    }

    void wrongTypes_data()
    {
        QTest::addColumn<QByteArray>("payload");
        for (const char *payload :
             {R"({})", R"({"sub":""})", R"({"sub":1})", R"({"sub":null})", R"({"sub":["alice"]})", R"({"sub":"\ud800"})"})
            QTest::newRow(payload) << QByteArray(payload);
        for (const char *member : {R"("exp":"1790000100")", R"("exp":null)",  R"("exp":true)",      R"("nbf":"1")",
                                   R"("nbf":[])",           R"("iat":"now")", R"("rooms":"lobby")", R"("rooms":[1])",
                                   R"("rooms":["a",null])", R"("rooms":{})",  R"("publish":true)",  R"("publish":[["*"]])",
                                   R"("admin":"true")",     R"("admin":1)",   R"("admin":null)",    R"("aud":1)",
                                   R"("aud":[1])",          R"("aud":{})",    R"("iss":1)",         R"("iss":["y"])"})
            QTest::newRow(member) << claimsWith(member);
    }
    void wrongTypes()
    {
        QFETCH(QByteArray, payload);
        refuses(hmacToken("HS256", payload, Secret), SecretKey);
    }

    void times_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<qint64>("nowMs"); // from Now
        QTest::addColumn<bool>("good");
        const auto row = [](const char *name, const char *member, qint64 nowMs, bool good) {
            QTest::newRow(name) << QByteArray(member) << nowMs << good;
        };
        row("exp to come", R"("exp":1790000001)", 0, true);
        row("exp now, within the leeway", R"("exp":1790000000)", 0, true);
        row("exp 1 ms within the leeway", R"("exp":1790000000)", 29'999, true);
        row("exp at the leeway's end", R"("exp":1790000000)", 30'000, false);
        row("exp with a fraction, within", R"("exp":1790000000.5)", 30'499, true);
        row("exp with a fraction, past", R"("exp":1790000000.5)", 30'500, false);
        row("exp with an exponent", R"("exp":1.79e9)", 30'000, false);
        row("exp zero", R"("exp":0)", 0, false);
        row("exp below zero", R"("exp":-1)", 0, false);
        row("exp far away", R"("exp":9007199254740993)", 0, true);
        row("exp beyond 64 bits", R"("exp":9999999999999999999999)", 0, false);
        row("exp beyond a double", R"("exp":1e999)", 0, false);
        row("exp far in the past", R"("exp":-9007199254740993)", 0, false);
        row("nbf passed", R"("nbf":1789999999)", 0, true);
        row("nbf at the leeway's end", R"("nbf":1790000030)", 0, true);
        row("nbf 1 ms beyond the leeway", R"("nbf":1790000030)", -1, false);
        row("nbf far away", R"("nbf":9007199254740993)", 0, false);
        row("iat to come", R"("iat":1790009999)", 0, true);
    }
    void times()
    {
        QFETCH(QByteArray, member);
        QFETCH(qint64, nowMs);
        QFETCH(bool, good);
        const auto token = hmacToken("HS256", claimsWith(member), Secret);
        const auto claims = verifyJwt(token, SecretKey, {}, Now + Milliseconds(nowMs));
        QCOMPARE(claims.has_value(), good);
    }

    void anExpiryCanBeRequired()
    {
        JwtPolicy policy;
        policy.requireExpiry = true;
        refuses(hmacToken("HS256", claimsWith({}), Secret), SecretKey, policy);
        QVERIFY(verifyJwt(hmacToken("HS256", claimsWith(R"("exp":1790000100)"), Secret), SecretKey, policy, Now));
        policy.leeway = 0s;
        refuses(hmacToken("HS256", claimsWith(R"("exp":1790000000)"), Secret), SecretKey, policy);
    }

    void audienceAndIssuer_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<bool>("good");
        QTest::newRow("both") << QByteArray(R"("aud":"hub","iss":"me")") << true;
        QTest::newRow("one of a list") << QByteArray(R"("aud":["other","hub"],"iss":"me")") << true;
        QTest::newRow("another audience") << QByteArray(R"("aud":"hub2","iss":"me")") << false;
        QTest::newRow("an audience in other case") << QByteArray(R"("aud":"Hub","iss":"me")") << false;
        QTest::newRow("other audiences") << QByteArray(R"("aud":["a","b"],"iss":"me")") << false;
        QTest::newRow("no audience in the list") << QByteArray(R"("aud":[],"iss":"me")") << false;
        QTest::newRow("no audience") << QByteArray(R"("iss":"me")") << false;
        QTest::newRow("another issuer") << QByteArray(R"("aud":"hub","iss":"you")") << false;
        QTest::newRow("no issuer") << QByteArray(R"("aud":"hub")") << false;
    }
    void audienceAndIssuer()
    {
        QFETCH(QByteArray, member);
        QFETCH(bool, good);
        JwtPolicy policy;
        policy.audience = "hub";
        policy.issuer = "me";
        QCOMPARE(verifyJwt(hmacToken("HS256", claimsWith(member), Secret), SecretKey, policy, Now).has_value(), good);
    }

    void signedTokensVerify()
    {
        const JwtClaims claims{"al\"ice\n\xc3\xa4", {"lobby", "team-*"}, {"*"}, true, WallTime(1'790'000'100s)};
        JwtPolicy policy;
        policy.audience = "hub";
        policy.issuer = "me";
        policy.requireExpiry = true;
        policy.algorithms = {JwtAlgorithm::HS256};
        const auto token = signJwt(claims, Secret, Now, "hub", "me");
        QVERIFY2(token, token ? "" : token.error().detail.constData());
        const auto verified = verifyJwt(*token, SecretKey, policy, Now);
        QVERIFY2(verified, verified ? "" : verified.error().detail.constData());
        QCOMPARE(*verified, claims);
        refuses(*token, {{JwtKey::Kind::Secret, "another"}}, policy);
        const JwtClaims bare{"bob", {}, {}, false, std::nullopt};
        QCOMPARE(*verifyJwt(*signJwt(bare, Secret, Now), SecretKey, {}, Now), bare);
    }

    void whatCannotBeSigned()
    {
        QVERIFY(!signJwt({}, Secret, Now));
        QVERIFY(!signJwt({"alice", {}, {}, false, std::nullopt}, "", Now));
        QVERIFY(!signJwt({"\xff", {}, {}, false, std::nullopt}, Secret, Now));
    }

    void names()
    {
        for (const char *name : {"none", "hs256", "HS256 ", "", "RS384", "PS256"})
            QVERIFY(!parseJwtAlgorithm(name));
    }
};

QTEST_APPLESS_MAIN(TestJwt)
#include "tst_jwt.moc"
