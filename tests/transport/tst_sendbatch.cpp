// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Batches of sends: each descriptor gets its own octets or its own error, whatever happens to its neighbours.
#include "transport/sendbatch.h"
#include "transport/uringsendbatch.h"

#include <QTest>
#include <cerrno>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace pushscope;

namespace {

// Both ends of a stream.
struct Pair {
    Pair() { Q_ASSERT(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends) == 0); }
    ~Pair()
    {
        ::close(ends[0]);
        closePeer();
    }
    Pair(const Pair &) = delete;
    Pair &operator=(const Pair &) = delete;
    void closePeer()
    {
        if (ends[1] >= 0)
            ::close(std::exchange(ends[1], -1));
    }
    QByteArray take()
    {
        QByteArray all;
        char octets[4096];
        for (ssize_t n; (n = ::read(ends[1], octets, sizeof octets)) > 0;)
            all.append(octets, n);
        return all;
    }
    void fill()
    {
        const QByteArray much(65536, 'f');
        while (::send(ends[0], much.constData(), std::size_t(much.size()), MSG_DONTWAIT | MSG_NOSIGNAL) > 0) { }
    }
    int ends[2];
};

std::unique_ptr<SendBatch> make(bool ring)
{
    int error = 0;
    return ring ? std::unique_ptr<SendBatch>(UringSendBatch::create(error)) : std::make_unique<PlainSendBatch>();
}

// A batch to so many pairs, and what is sent to them.
struct Bench {
    explicit Bench(bool ring, int links)
        : batch(make(ring))
        , pairs(std::size_t(links))
        , parts(pairs.size())
    {
    }
    void add(std::size_t i, QByteArray &octets)
    {
        parts[i] = {octets.data(), std::size_t(octets.size())};
        sends.push_back({pairs[i].ends[0], std::span(&parts[i], 1), 0});
    }
    std::unique_ptr<SendBatch> batch; // null: no io_uring here
    std::vector<Pair> pairs;
    std::vector<iovec> parts;
    std::vector<SendBatch::Send> sends;
};

} // namespace

class TestSendBatch : public QObject
{
    Q_OBJECT

    static void addWays()
    {
        QTest::addColumn<bool>("ring");
        QTest::addColumn<int>("links");
        for (const int links : {1, 3, 4, 5, 100, int(SendBatch::MaxSends)}) {
            QTest::addRow("send, %d links", links) << false << links;
            QTest::addRow("io_uring, %d links", links) << true << links;
        }
    }

private Q_SLOTS:
    void eachGetsItsOwn_data() { addWays(); }
    void eachGetsItsOwn()
    {
        QFETCH(bool, ring);
        QFETCH(int, links);
        Bench bench(ring, links);
        if (!bench.batch)
            QSKIP("no io_uring here");
        auto &batch = bench.batch;
        auto &pairs = bench.pairs;
        auto &sends = bench.sends;
        QList<QByteArray> octets;
        for (int i = 0; i < links; ++i)
            octets.append("for " + QByteArray::number(i));
        for (int round = 0; round < 3; ++round) {
            sends.clear();
            for (std::size_t i = 0; i < pairs.size(); ++i)
                bench.add(i, octets[qsizetype(i)]);
            batch->send(sends);
            for (std::size_t i = 0; i < pairs.size(); ++i) {
                QCOMPARE(sends[i].result, octets[qsizetype(i)].size());
                QCOMPARE(pairs[i].take(), octets[qsizetype(i)]);
            }
        }
    }

    void partsLeaveInOrder_data() { addWays(); }
    void partsLeaveInOrder()
    {
        QFETCH(bool, ring);
        QFETCH(int, links);
        Bench bench(ring, links);
        if (!bench.batch)
            QSKIP("no io_uring here");
        auto &batch = bench.batch;
        auto &pairs = bench.pairs;
        auto &sends = bench.sends;
        QByteArray texts[] = {"one ", "two ", "three"};
        std::vector<std::array<iovec, 3>> triples(pairs.size());
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            for (std::size_t k = 0; k < 3; ++k)
                triples[i][k] = {texts[k].data(), std::size_t(texts[k].size())};
            sends.push_back({pairs[i].ends[0], std::span(triples[i]).first(1 + i % 3), 0});
        }
        batch->send(sends);
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const QByteArray expected = QByteArray("one two three").left(i % 3 == 0 ? 4 : i % 3 == 1 ? 8 : 13);
            QCOMPARE(sends[i].result, expected.size());
            QCOMPARE(pairs[i].take(), expected);
        }
    }

    // What a full peer can't take is told at once, and nobody waits for it.
    void fullOnesAreToldAndOthersGoOn_data() { addWays(); }
    void fullOnesAreToldAndOthersGoOn()
    {
        QFETCH(bool, ring);
        QFETCH(int, links);
        Bench bench(ring, links);
        if (!bench.batch)
            QSKIP("no io_uring here");
        auto &batch = bench.batch;
        auto &pairs = bench.pairs;
        auto &sends = bench.sends;
        QByteArray octets = "hello";
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            if (i % 3 == 0)
                pairs[i].fill();
            bench.add(i, octets);
        }
        batch->send(sends);
        for (std::size_t i = 0; i < pairs.size(); ++i)
            QCOMPARE(sends[i].result, i % 3 == 0 ? -EAGAIN : 5);
    }

    void partOfMuchIsTaken_data() { addWays(); }
    void partOfMuchIsTaken()
    {
        QFETCH(bool, ring);
        QFETCH(int, links);
        Bench bench(ring, links);
        if (!bench.batch)
            QSKIP("no io_uring here");
        auto &batch = bench.batch;
        auto &pairs = bench.pairs;
        auto &sends = bench.sends;
        if (links > 100)
            QSKIP("memory");
        QByteArray much(4 << 20, 'm');
        for (std::size_t i = 0; i < pairs.size(); ++i)
            bench.add(i, much);
        batch->send(sends);
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            QVERIFY(sends[i].result > 0);
            QVERIFY(sends[i].result < much.size());
            QCOMPARE(pairs[i].take().size(), sends[i].result);
        }
    }

    // Also in the middle of a batch, and without a SIGPIPE.
    void vanishedOnesAreTold_data() { addWays(); }
    void vanishedOnesAreTold()
    {
        QFETCH(bool, ring);
        QFETCH(int, links);
        Bench bench(ring, links);
        if (!bench.batch)
            QSKIP("no io_uring here");
        auto &batch = bench.batch;
        auto &pairs = bench.pairs;
        auto &sends = bench.sends;
        QByteArray octets = "hello";
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            if (i % 2 == 0)
                pairs[i].closePeer();
            bench.add(i, octets);
        }
        batch->send(sends);
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            QCOMPARE(sends[i].result, i % 2 == 0 ? -EPIPE : 5);
            if (i % 2 != 0)
                QCOMPARE(pairs[i].take(), octets);
        }
    }

    void aDescriptorThatIsNoneIsTold_data() { addWays(); }
    void aDescriptorThatIsNoneIsTold()
    {
        QFETCH(bool, ring);
        QFETCH(int, links);
        Bench bench(ring, links);
        if (!bench.batch)
            QSKIP("no io_uring here");
        auto &batch = bench.batch;
        auto &pairs = bench.pairs;
        auto &sends = bench.sends;
        QByteArray octets = "hello";
        for (std::size_t i = 0; i < pairs.size(); ++i)
            bench.add(i, octets);
        sends[0].descriptor = 1 << 20;
        batch->send(sends);
        QCOMPARE(sends[0].result, -EBADF);
        for (std::size_t i = 1; i < pairs.size(); ++i)
            QCOMPARE(sends[i].result, 5);
    }
};

QTEST_GUILESS_MAIN(TestSendBatch)
#include "tst_sendbatch.moc"
