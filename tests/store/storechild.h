// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A process that appends to a store until it is killed. The test runs itself again as this child.

#include "storefixture.h"

#include <QProcess>

#include <cstdio>

namespace pushscope {

// In the child: `--append <path> <events>`. Says "open <next seq>", then "acked <seq>" for each commit, and after that many
// events "done"; then waits to be killed. 0 events: on and on.
inline int runStoreChild(const QString &path, quint64 events)
{
    StoreSettings settings;
    settings.path = path;
    SqliteStore store(settings);
    if (const auto opened = store.open(SystemClock().wall()); !opened) {
        std::printf("failed %s\n", opened.error().detail.constData());
        std::fflush(stdout);
        return 1;
    }
    const Seq first = store.nextSeq();
    std::printf("open %llu\n", first.value);
    std::fflush(stdout);
    store.setCommitted([&](const Result<Seq> &seq) {
        std::printf("acked %llu\n", seq.value_or(Seq()).value);
        if (events && seq && seq->value - first.value + 1 >= events)
            std::puts("done");
        std::fflush(stdout);
    });
    while (true) {
        const quint64 given = store.nextSeq().value - first.value;
        if ((events && given >= events) || !append(store, {"*", "user:" + QByteArray::number(given % 7)}, SystemClock().wall()))
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        else if (given % 16 == 0)
            QCoreApplication::processEvents();
    }
}

// In the parent.
class StoreChild
{
public:
    StoreChild(const QString &path, quint64 events)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--append"), path, QString::number(events)});
    }
    ~StoreChild() { kill(); }

    // The next line that it says; empty when it has ended.
    [[nodiscard]] QByteArray line()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(-1))
                return {};
        }
        return m_process.readLine().trimmed();
    }
    // Until it says so; false when it ends before.
    [[nodiscard]] bool waitFor(QByteArrayView word)
    {
        for (QByteArray said = line(); !said.isEmpty(); said = line()) {
            if (said.startsWith("acked "))
                acked = said.sliced(6).toULongLong();
            if (said.startsWith(word))
                return true;
        }
        return false;
    }
    void kill() // -9; what it had said before counts
    {
        m_process.kill();
        m_process.waitForFinished(-1);
        while (m_process.canReadLine()) {
            const QByteArray said = m_process.readLine().trimmed();
            if (said.startsWith("acked "))
                acked = said.sliced(6).toULongLong();
        }
    }

    quint64 acked = 0;

private:
    QProcess m_process;
};

} // namespace pushscope
