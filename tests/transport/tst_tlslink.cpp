// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/tlslink.h"

#include "transport/selfsigned.h"
#include "transport/tlsfiles.h"
#include "transport/tlspeer.h"
#include "transport/transportfixture.h"

using namespace pushscope;

namespace {

// A server whose links are all TLS.
struct TlsFixture {
    explicit TlsFixture(TransportKind kind, TlsContext::Settings settings = {})
        : transport(makeTransport(kind))
    {
        if (settings.identities.isEmpty())
            settings.identities = {certificates.make("localhost")};
        tls = std::make_unique<TlsContext>(settings, clock);
        loaded = tls->load();
        const auto bound = transport->listen({QHostAddress(QHostAddress::LocalHost), 0}, [this](std::unique_ptr<Link> link) {
            accepted.push_back(std::make_unique<Recorder>(tls->wrap(std::move(link))));
        });
        if (bound)
            address = *bound;
    }
    Recorder *next()
    {
        const std::size_t index = taken++;
        return QTest::qWaitFor([&] { return accepted.size() > index; }) ? accepted[index].get() : nullptr;
    }

    SystemClock clock;
    TestCertificates certificates;
    std::unique_ptr<TlsContext> tls;
    Result<QList<QByteArray>> loaded;
    std::unique_ptr<Transport> transport;
    SocketAddress address;
    std::vector<std::unique_ptr<Recorder>> accepted; // before the context
    std::size_t taken = 0;
};

const QByteArray Http1("\x08http/1.1", 9);

} // namespace

class TestTlsLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void echoes_data()
    {
        QTest::addColumn<TransportKind>("kind");
        QTest::addColumn<int>("version");
        QTest::addColumn<qsizetype>("slice");
        for (const auto &[name, kind] : {std::pair{"epoll", TransportKind::Linux}, {"Qt", TransportKind::Qt}}) {
            QTest::addRow("%s, 1.3", name) << kind << TLS1_3_VERSION << qsizetype(0);
            QTest::addRow("%s, 1.2", name) << kind << TLS1_2_VERSION << qsizetype(0);
            QTest::addRow("%s, 1.3, octet by octet", name) << kind << TLS1_3_VERSION << qsizetype(1);
            QTest::addRow("%s, 1.2, octet by octet", name) << kind << TLS1_2_VERSION << qsizetype(1);
        }
    }
    void echoes()
    {
        QFETCH(TransportKind, kind);
        QFETCH(int, version);
        QFETCH(qsizetype, slice);
        TlsFixture fixture(kind);
        TlsPeer peer(fixture.address, {.serverName = "localhost", .protocols = Http1, .maxVersion = version, .slice = slice});
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        QVERIFY(!recorder->link->tls());
        recorder->link->write("early"); // leaves once both agree
        recorder->onReceived = [&] { recorder->link->write(std::exchange(recorder->received, {})); };
        QTRY_VERIFY(peer.isOpen());
        QTRY_COMPARE(peer.received(), QByteArray("early"));
        peer.write("hello");
        QTRY_COMPARE(peer.received(), QByteArray("earlyhello"));
        const TlsFacts facts = recorder->link->tls();
        QCOMPARE(QByteArray(facts.version), QByteArray(version == TLS1_3_VERSION ? "TLSv1.3" : "TLSv1.2"));
        QVERIFY(QByteArray(facts.cipher).startsWith("TLS_"));
        QCOMPARE(facts.protocol, QByteArray("http/1.1"));
        QCOMPARE(facts.serverName, QByteArray("localhost"));
        QCOMPARE(recorder->link->queuedBytes(), 0);
    }

    void largeOnesKeepTheirOrder_data() { TransportFixture::addBackends(); }
    void largeOnesKeepTheirOrder()
    {
        QFETCH(TransportKind, kind);
        TlsFixture fixture(kind);
        TlsPeer peer(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        QTRY_VERIFY(peer.isOpen());
        QByteArray all;
        for (int i = 0; i < 12; ++i) {
            const QByteArray part((1 << i) * 1000 + i, char('a' + i));
            all += part;
            recorder->link->write(part);
        }
        QTRY_VERIFY(recorder->link->queuedBytes() > 0); // more than a kernel takes
        QTRY_COMPARE_WITH_TIMEOUT(peer.received().size(), all.size(), 60000);
        QVERIFY(peer.received() == all);
        QTRY_COMPARE(recorder->link->queuedBytes(), 0);
        QVERIFY(recorder->was("drained"));
    }

    void pausedReadingLosesNothing_data() { TransportFixture::addBackends(); }
    void pausedReadingLosesNothing()
    {
        QFETCH(TransportKind, kind);
        TlsFixture fixture(kind);
        TlsPeer peer(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        QTRY_VERIFY(peer.isOpen());
        // Off within a call: records that came with it wait, encrypted.
        recorder->onReceived = [&] { recorder->link->setReading(false); };
        QByteArray records;
        for (int i = 0; i < 20; ++i) {
            (void)SSL_write(peer.ssl(), "0123456789", 10);
        }
        peer.pump(); // in one segment
        QTRY_COMPARE(recorder->received.size(), 10);
        for (int i = 2; i <= 20; ++i) {
            recorder->link->setReading(true);
            QTRY_COMPARE(recorder->received.size(), 10 * i);
        }
        recorder->onReceived = nullptr;
        recorder->link->setReading(true);
        peer.write("more");
        QTRY_COMPARE(recorder->received.size(), 204);
    }

    void closesInOrder_data() { TransportFixture::addBackends(); }
    void closesInOrder()
    {
        QFETCH(TransportKind, kind);
        TlsFixture fixture(kind);
        TlsPeer peer(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        QTRY_VERIFY(peer.isOpen());
        peer.write("bye");
        peer.closeNotify();
        QTRY_COMPARE(recorder->calls, (QByteArrayList{"received", "peerFinished"}));
        recorder->link->write("and you"); // half closed: the peer still reads
        recorder->link->finish();
        recorder->link->write("never");
        QTRY_VERIFY(peer.seesCloseNotify());
        QCOMPARE(peer.received(), QByteArray("and you"));
        QTRY_VERIFY(peer.wire.seesFin());
        peer.wire.finish();
        QTRY_VERIFY(recorder->was("finished"));
    }

    void aFinWithoutCloseNotifyIsTruncation_data() { TransportFixture::addBackends(); }
    void aFinWithoutCloseNotifyIsTruncation()
    {
        QFETCH(TransportKind, kind);
        TlsFixture fixture(kind);
        TlsPeer peer(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        QTRY_VERIFY(peer.isOpen());
        peer.write("half a message");
        peer.wire.finish();
        QTRY_VERIFY(recorder->was("truncated"));
        QVERIFY(!recorder->was("peerFinished"));
    }

    void theDeadAreSilent_data() { TransportFixture::addBackends(); }
    void theDeadAreSilent() // destroyed, reset and finished within a call
    {
        QFETCH(TransportKind, kind);
        TlsFixture fixture(kind);
        for (const int what : {0, 1, 2}) {
            TlsPeer peer(fixture.address);
            Recorder *recorder = fixture.next();
            QVERIFY(recorder);
            QTRY_VERIFY(peer.isOpen());
            recorder->onReceived = [&] {
                if (what == 0)
                    recorder->link.reset();
                else if (what == 1)
                    recorder->link->reset();
                else
                    recorder->link->finish();
            };
            (void)SSL_write(peer.ssl(), "one", 3);
            (void)SSL_write(peer.ssl(), "two", 3);
            peer.pump();
            QTRY_VERIFY(peer.wire.seesFin() || peer.wire.seesReset());
            QCOMPARE(recorder->received, QByteArray(what == 2 ? "onetwo" : "one"));
        }
    }

    void garbageIsAnsweredAndHarmsNobody_data()
    {
        QTest::addColumn<TransportKind>("kind");
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QByteArray>("answer"); // begins so
        const QByteArray alert("\x15\x03", 2);
        for (const auto &[name, kind] : {std::pair{"epoll", TransportKind::Linux}, {"Qt", TransportKind::Qt}}) {
            QTest::addRow("%s, HTTP in clear", name)
                << kind << QByteArray("GET / HTTP/1.1\r\n\r\n") << QByteArray("HTTP/1.1 400 ");
            QTest::addRow("%s, HTTP/2 in clear", name)
                << kind << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << QByteArray("HTTP/1.1 400 ");
            QTest::addRow("%s, zeroes", name) << kind << QByteArray(1000, '\0') << QByteArray();
            QTest::addRow("%s, ones", name) << kind << QByteArray(1000, '\xff') << QByteArray();
            QTest::addRow("%s, a record of garbage", name) << kind << QByteArray::fromHex("160301000501000001ff") << alert;
            QTest::addRow("%s, a record too long", name)
                << kind << QByteArray::fromHex("160301ffff") + QByteArray(100, 'x') << alert;
            QTest::addRow("%s, an alert first", name) << kind << QByteArray::fromHex("15030100020228") << QByteArray();
        }
    }
    void garbageIsAnsweredAndHarmsNobody()
    {
        QFETCH(TransportKind, kind);
        QFETCH(QByteArray, octets);
        QFETCH(QByteArray, answer);
        TlsFixture fixture(kind);
        Peer peer(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        peer.send(octets);
        QTRY_VERIFY(peer.seesFin());
        QVERIFY2(peer.received().startsWith(answer), peer.received().toHex());
        QTRY_VERIFY(recorder->was("peerFinished"));
        QVERIFY(recorder->received.isEmpty());
        TlsPeer good(fixture.address);
        QVERIFY(fixture.next());
        QTRY_VERIFY(good.isOpen());
    }

    void aBrokenRecordIsAnAlert_data() { TransportFixture::addBackends(); }
    void aBrokenRecordIsAnAlert()
    {
        QFETCH(TransportKind, kind);
        TlsFixture fixture(kind);
        TlsPeer peer(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        QTRY_VERIFY(peer.isOpen());
        QTRY_VERIFY(bool(recorder->link->tls()));
        (void)SSL_write(peer.ssl(), "secret", 6);
        peer.feedBroken();
        QTRY_VERIFY(peer.error().contains("bad record mac"));
        QTRY_VERIFY(recorder->was("peerFinished"));
        QVERIFY(recorder->received.isEmpty());
    }

    void whatIsTooOldIsRefused_data()
    {
        QTest::addColumn<TlsPeer::Settings>("settings");
        QTest::newRow("TLS 1.1") << TlsPeer::Settings{.maxVersion = TLS1_1_VERSION, .ciphers = "ALL:@SECLEVEL=0"};
        QTest::newRow("no forward secrecy") << TlsPeer::Settings{.maxVersion = TLS1_2_VERSION, .ciphers = "AES128-GCM-SHA256"};
        QTest::newRow("CBC") << TlsPeer::Settings{.maxVersion = TLS1_2_VERSION, .ciphers = "ECDHE-ECDSA-AES128-SHA256"};
        QTest::newRow("unknown protocol by ALPN") << TlsPeer::Settings{.protocols = QByteArray("\x04spdy", 5)};
    }
    void whatIsTooOldIsRefused()
    {
        QFETCH(TlsPeer::Settings, settings);
        TlsFixture fixture(TransportKind::Auto);
        TlsPeer peer(fixture.address, settings);
        QTRY_VERIFY2(peer.error().contains("alert"), peer.error());
        QVERIFY(!peer.isOpen());
    }

    void renegotiationIsRefused()
    {
        TlsFixture fixture(TransportKind::Auto);
        TlsPeer peer(fixture.address, {.maxVersion = TLS1_2_VERSION});
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        QTRY_VERIFY(peer.isOpen());
        SSL_renegotiate(peer.ssl());
        QTRY_VERIFY2(peer.error().contains("renegotiation"), peer.error());
    }

    void theNameChoosesTheCertificate_data()
    {
        QTest::addColumn<QByteArray>("asked");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("the first") << QByteArray("one.test") << QByteArray("one.test");
        QTest::newRow("another") << QByteArray("two.test") << QByteArray("two.test");
        QTest::newRow("a wildcard") << QByteArray("a.three.test") << QByteArray("*.three.test");
        QTest::newRow("none has it") << QByteArray("four.test") << QByteArray("one.test");
        QTest::newRow("none asked") << QByteArray() << QByteArray("one.test");
    }
    void theNameChoosesTheCertificate()
    {
        QFETCH(QByteArray, asked);
        TestCertificates certificates;
        TlsFixture fixture(
            TransportKind::Auto,
            {.identities = {certificates.make("one.test"), certificates.make("two.test"), certificates.make("*.three.test")}});
        for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
            TlsPeer peer(fixture.address, {.serverName = asked, .protocols = Http1, .maxVersion = version});
            QTRY_VERIFY(peer.isOpen());
            QTEST(peer.certificateName(), "shown");
        }
    }

    void badFilesAreNamed()
    {
        TestCertificates certificates;
        const SystemClock clock;
        const TlsFiles one = certificates.make("one.test");
        const TlsFiles two = certificates.make("two.test");
        const auto error = [&](const TlsFiles &files) {
            TlsContext context({.identities = {files}}, clock);
            const auto loaded = context.load();
            return loaded ? QByteArray() : loaded.error().detail;
        };
        QCOMPARE(error(one), QByteArray());
        const QString absent = certificates.path("absent");
        QVERIFY(error({absent, one.key}).startsWith("cannot read " + absent.toUtf8()));
        QVERIFY(error({one.certificate, absent}).startsWith("cannot read " + absent.toUtf8()));
        QVERIFY(error({one.certificate, two.key}).contains("is not that of the certificate"));
        QVERIFY(error({one.key, one.key}).contains("has no PEM certificate"));
        QVERIFY(error({one.certificate, one.certificate}).contains("has no PEM private key"));
    }

    void expiredOnesWarn()
    {
        TestCertificates certificates;
        TlsFixture expired(TransportKind::Auto, {.identities = {certificates.make("old.test", -20, 10)}});
        QVERIFY(expired.loaded.has_value());
        QCOMPARE(expired.loaded->size(), 1);
        QVERIFY(expired.loaded->first().contains("expired on 20"));
        TlsFixture early(TransportKind::Auto, {.identities = {certificates.make("new.test", 1, 10)}});
        QVERIFY(early.loaded->first().contains("is not valid before 20"));
    }

    void reloadDropsNobody()
    {
        TestCertificates certificates;
        const TlsFiles served = certificates.make("first.test");
        TlsFixture fixture(TransportKind::Auto, {.identities = {served}});
        TlsPeer before(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        QTRY_VERIFY(before.isOpen());
        QVERIFY(!fixture.tls->filesChanged());
        const TlsFiles renewed = certificates.make("second.test");
        const auto replace = [](const QString &from, const QString &to) {
            QFile::remove(to);
            QVERIFY(QFile::copy(from, to));
        };
        replace(renewed.certificate, served.certificate);
        QVERIFY(fixture.tls->filesChanged());
        QVERIFY(!fixture.tls->load()); // the key is still the old one's
        QVERIFY(!fixture.tls->filesChanged()); // and nothing is tried again until it changes
        TlsPeer meanwhile(fixture.address);
        QTRY_VERIFY(meanwhile.isOpen());
        QCOMPARE(meanwhile.certificateName(), QByteArray("first.test"));
        replace(renewed.key, served.key);
        QVERIFY(fixture.tls->filesChanged());
        QVERIFY(fixture.tls->load().has_value());
        TlsPeer after(fixture.address);
        QTRY_VERIFY(after.isOpen());
        QCOMPARE(after.certificateName(), QByteArray("second.test"));
        before.write("still here");
        QTRY_COMPARE(recorder->received, QByteArray("still here"));
        recorder->link->write("so am I");
        QTRY_COMPARE(before.received(), QByteArray("so am I"));
    }

    void handshakesWaitForEachOther_data() { TransportFixture::addBackends(); }
    void handshakesWaitForEachOther()
    {
        QFETCH(TransportKind, kind);
        TestCertificates certificates;
        TlsFixture narrow(kind,
                          {.identities = {certificates.make("localhost")}, .maxHandshakes = 2, .patience = Milliseconds(0)});
        // Two that never go on, and one that says nothing at all, which takes no place.
        Peer silent(narrow.address);
        TlsPeer idle1(narrow.address), idle2(narrow.address);
        for (TlsPeer *idle : {&idle1, &idle2})
            idle->wire.send(idle->takeFlight().left(50));
        for (int i = 0; i < 3; ++i)
            QVERIFY(narrow.next());
        TlsPeer good(narrow.address);
        QTRY_VERIFY(good.isOpen()); // those who take long gave way
        QTRY_VERIFY(idle1.wire.seesFin() || idle2.wire.seesFin());
        QVERIFY(!silent.seesFin());
    }

    void selfSignedIsMadeOnceAndTrusted()
    {
        QTemporaryDir folder;
        const WallTime now = SystemClock().wall();
        const QString path = folder.filePath(QStringLiteral("deep/tls"));
        const auto made = loadOrCreateSelfSigned(path, now);
        QVERIFY(made.has_value());
        QVERIFY(made->made);
        QCOMPARE(QFile::permissions(made->files.key)
                     & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
        QVERIFY(howToTrust(*made).contains(made->authority.toUtf8()));
        const auto kept = loadOrCreateSelfSigned(path, now);
        QVERIFY(kept.has_value() && !kept->made);
        QCOMPARE(kept->fingerprint, made->fingerprint);
        // A client that trusts the authority, and no more, is content with all three names.
        TlsFixture fixture(TransportKind::Auto, {.identities = {made->files}});
        TlsPeer peer(fixture.address, {.serverName = "localhost"});
        SSL_CTX_load_verify_locations(SSL_get_SSL_CTX(peer.ssl()), made->authority.toLocal8Bit().constData(), nullptr);
        SSL_set_verify(peer.ssl(), SSL_VERIFY_PEER, nullptr);
        SSL_set1_host(peer.ssl(), "localhost");
        QTRY_VERIFY2(peer.isOpen() || !peer.error().isEmpty(), peer.error());
        QCOMPARE(peer.error(), QByteArray());
        const CertificatePtr certificate(SSL_get1_peer_certificate(peer.ssl()));
        QCOMPARE(X509_check_ip_asc(certificate.get(), "127.0.0.1", 0), 1);
        QCOMPARE(X509_check_ip_asc(certificate.get(), "::1", 0), 1);
        // Before it ends there is another.
        const auto later = loadOrCreateSelfSigned(path, now + std::chrono::hours(24 * 380));
        QVERIFY(later.has_value() && later->made);
        QVERIFY(later->fingerprint != made->fingerprint);
    }
};

QTEST_GUILESS_MAIN(TestTlsLink)
#include "tst_tlslink.moc"
