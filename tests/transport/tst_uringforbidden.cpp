// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A process of its own, which may not use io_uring: first in the middle of its work, then not at all, as in a container.
#include "transport/transportfixture.h"
#include "transport/uringsendbatch.h"

#include <cerrno>
#include <cstddef>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

using namespace pushscope;

namespace {

// For the rest of the process: `call` gives `error`.
bool forbid(long call, int error)
{
    sock_filter steps[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, quint32(call), 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | quint32(error)),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    sock_fprog program{std::size(steps), steps};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

QStringList said;

void note(QtMsgType, const QMessageLogContext &context, const QString &text)
{
    if (qstrcmp(context.category, "pushscope.transport") == 0)
        said.append(text);
}

// One event to eight peers, so that it is a batch.
bool fansOut(TransportFixture &fixture)
{
    std::vector<Peer> peers;
    peers.reserve(8);
    for (int i = 0; i < 8; ++i)
        peers.emplace_back(fixture.address);
    if (!QTest::qWaitFor([&] { return fixture.accepted.size() >= 8; }))
        return false;
    for (const auto &recorder : fixture.accepted)
        recorder->link->write("to everyone");
    const bool all = QTest::qWaitFor(
        [&] { return std::all_of(peers.begin(), peers.end(), [](Peer &peer) { return peer.received() == "to everyone"; }); });
    fixture.accepted.clear();
    return all;
}

} // namespace

class TestUringForbidden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qInstallMessageHandler(note); }
    void cleanupTestCase() { qInstallMessageHandler(nullptr); }

    // In this order: what is forbidden stays forbidden.
    void aRingThatFailsIsGivenUp()
    {
        TransportFixture fixture(TransportKind::Linux);
        if (fixture.transport->name() != "epoll, io_uring")
            QSKIP("no io_uring here");
        QVERIFY(fansOut(fixture));
        if (!forbid(SYS_io_uring_enter, ENOMEM))
            QSKIP("no seccomp here");
        QVERIFY(fansOut(fixture)); // nothing of that very batch is lost or doubled
        QCOMPARE(fixture.transport->name(), QByteArray("epoll, send"));
        QCOMPARE(said.size(), 1);
        QVERIFY2(said[0].contains(QStringLiteral("io_uring failed")), qPrintable(said[0]));
        QVERIFY(fansOut(fixture));
        QCOMPARE(said.size(), 1);
    }

    void whereItIsNotAllowedItGoesWithout()
    {
        said.clear();
        if (!forbid(SYS_io_uring_setup, EPERM))
            QSKIP("no seccomp here");
        int error = 0;
        QVERIFY(!UringSendBatch::create(error));
        QCOMPARE(error, EPERM);
        TransportFixture fixture(TransportKind::Linux);
        QCOMPARE(fixture.transport->name(), QByteArray("epoll, send"));
        QCOMPARE(said.size(), 1);
        QVERIFY2(said[0].contains(QStringLiteral("no io_uring here")), qPrintable(said[0]));
        QVERIFY(fansOut(fixture));
    }
};

QTEST_GUILESS_MAIN(TestUringForbidden)
#include "tst_uringforbidden.moc"
