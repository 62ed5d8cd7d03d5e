// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/outgoing.h"
#include "transport/transport.h"

#include <QTest>
#include <random>

using namespace pushscope;

class TestSocketAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("canonical"); // empty: Errc::Syntax
        const auto row
            = [](const char *text, const char *canonical) { QTest::newRow(text) << QByteArray(text) << QByteArray(canonical); };
        row("127.0.0.1:8090", "127.0.0.1:8090");
        row("0.0.0.0:0", "0.0.0.0:0");
        row("localhost:65535", "127.0.0.1:65535");
        row("[::1]:8090", "[::1]:8090");
        row("[0:0::1]:1", "[::1]:1");
        row("[fe80::1%1]:80", "[fe80::1%1]:80");
        for (const char *bad : {"",
                                ":",
                                "127.0.0.1",
                                "127.0.0.1:",
                                ":8090",
                                "127.0.0.1:65536",
                                "127.0.0.1:-1",
                                "127.0.0.1:+1",
                                "127.0.0.1: 1",
                                "127.0.0.1:1 ",
                                "127.0.0.1:0x50",
                                "127.1:80",
                                "010.0.0.1:80",
                                "256.0.0.1:80",
                                "::1:80",
                                "[::1]",
                                "[::1]80",
                                "[127.0.0.1]:80",
                                "[localhost]:80",
                                "[]:80",
                                "example.org:80"})
            row(bad, "");
    }
    void parses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, canonical);
        const auto address = SocketAddress::parse(text);
        if (canonical.isEmpty()) {
            QVERIFY(!address);
            QCOMPARE(address.error().code, Errc::Syntax);
            return;
        }
        QVERIFY2(address, address ? "" : address.error().detail.constData());
        QCOMPARE(address->toByteArray(), canonical);
        QCOMPARE(SocketAddress::parse(canonical), address);
    }

    // Octets come out of the queue as they went in, wherever the kernel stops taking them.
    void outgoingKeepsOrder()
    {
        std::mt19937 random(11);
        Outgoing out;
        QByteArray put, got;
        for (int round = 0; round < 5000; ++round) {
            for (auto i = random() % 3; i > 0; --i) {
                const QByteArray part(int(random() % 40 + 1), char('a' + round % 26));
                put += part;
                out.push(part);
            }
            std::array<iovec, 4> parts;
            const std::size_t used = out.gather(parts);
            QByteArray offered;
            for (const iovec &part : std::span(parts).first(used))
                offered.append(static_cast<const char *>(part.iov_base), qsizetype(part.iov_len));
            const qsizetype taken = offered.isEmpty() ? 0 : qsizetype(random() % (offered.size() + 1));
            got += offered.first(taken);
            out.take(taken);
            QCOMPARE(out.bytes(), put.size() - got.size());
        }
        QVERIFY(put.startsWith(got));
        QVERIFY(!got.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestSocketAddress)
#include "tst_socketaddress.moc"
