// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A process of its own, whose limit on descriptors is lowered.
#include "transport/transportfixture.h"

#include <sys/resource.h>
#include <unistd.h>

using namespace pushscope;

namespace {

// What qCWarning(lcTransport) said while this lives.
class Warnings
{
public:
    Warnings()
    {
        current = this;
        m_previous = qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &context, const QString &text) {
            if (type == QtWarningMsg && qstrcmp(context.category, "pushscope.transport") == 0)
                current->texts.append(text);
        });
    }
    ~Warnings() { qInstallMessageHandler(m_previous); }
    QStringList texts;

private:
    static inline Warnings *current = nullptr;
    QtMessageHandler m_previous;
};

// Lets the process open so many descriptors more. The limit is on their numbers, and the lowest free one is taken.
void leaveRoomFor(int descriptors)
{
    std::vector<int> taken;
    for (int i = 0; i <= descriptors; ++i)
        taken.push_back(::dup(0));
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = rlim_t(taken.back());
    for (const int descriptor : taken)
        ::close(descriptor);
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace

class TestDescriptorLimit : public QObject
{
    Q_OBJECT
    rlimit m_original{};

private Q_SLOTS:
    // One whole life of a link on each, while there are descriptors: UBSan opens a pipe where it first meets a class.
    void initTestCase()
    {
        ::getrlimit(RLIMIT_NOFILE, &m_original);
        for (const TransportKind kind : {TransportKind::Linux, TransportKind::Epoll, TransportKind::Qt}) {
            TransportFixture fixture(kind);
            Peer peer(fixture.address);
            Recorder *recorder = fixture.next();
            QVERIFY(recorder);
            peer.send("x");
            QTRY_COMPARE(recorder->received, QByteArray("x"));
            fixture.accepted[0].reset();
            QTRY_VERIFY(isLoopAtRest());
        }
    }
    void cleanup() { ::setrlimit(RLIMIT_NOFILE, &m_original); }

    void pausesSaysSoOnceAndRecoversWhenALinkCloses_data() { TransportFixture::addBackends(); }
    void pausesSaysSoOnceAndRecoversWhenALinkCloses()
    {
        QFETCH(TransportKind, kind);
        Warnings warnings;
        TransportFixture fixture(kind);
        Peer first(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        first.send("still ");
        QTRY_COMPARE(recorder->received, QByteArray("still "));
        std::vector<Peer> peers;
        peers.reserve(8);
        for (int i = 0; i < 8; ++i)
            peers.emplace_back(fixture.address);
        leaveRoomFor(3);
        QTRY_COMPARE(warnings.texts.size(), 1);
        QCOMPARE(fixture.accepted.size(), 4u);
        QCOMPARE(fixture.transport->acceptState().pauses, 1u);
        QVERIFY(fixture.transport->acceptState().paused);
        first.send("here"); // links go on meanwhile
        QTRY_COMPARE(recorder->received, QByteArray("still here"));
        for (std::size_t i = 0; i < 5; ++i) {
            fixture.accepted[i].reset();
            QTRY_COMPARE(fixture.accepted.size(), i + 5);
        }
        QCOMPARE(warnings.texts.size(), 1);
    }

    void triesAgainByItself_data() { TransportFixture::addBackends(); }
    void triesAgainByItself()
    {
        QFETCH(TransportKind, kind);
        Warnings warnings;
        TransportFixture fixture(kind);
        Peer peer(fixture.address);
        leaveRoomFor(0);
        QTRY_COMPARE(warnings.texts.size(), 1);
        QVERIFY(fixture.accepted.empty());
        ::setrlimit(RLIMIT_NOFILE, &m_original); // as when another part of the process closes a file
        QVERIFY(fixture.next());
        QCOMPARE(warnings.texts.size(), 1);
    }

    void theLoopRestsMeanwhile_data() { TransportFixture::addBackends(); }
    void theLoopRestsMeanwhile()
    {
        QFETCH(TransportKind, kind);
        Warnings warnings;
        TransportFixture fixture(kind);
        Peer peer(fixture.address);
        leaveRoomFor(0);
        QTRY_COMPARE(warnings.texts.size(), 1);
        QTRY_VERIFY(isLoopAtRest());
    }
};

QTEST_GUILESS_MAIN(TestDescriptorLimit)
#include "tst_descriptorlimit.moc"
