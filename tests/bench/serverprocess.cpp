// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/serverprocess.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <csignal>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace pushscope::bench {

namespace {

constexpr int StartTimeout = 30'000; // ms, for a machine that is busy

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

ServerProcess::ServerProcess(const QString &executable, const Contract &contract)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setChildProcessModifier([] {
        pinToCore(ServersCore);
        ::prctl(PR_SET_PDEATHSIG, SIGKILL); // not to be left behind when a benchmark is stopped
    });
    m_process.start(executable, contract.arguments());
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(StartTimeout)) {
            qWarning("%s did not become ready: %s", qUtf8Printable(executable), qUtf8Printable(m_process.errorString()));
            return;
        }
    }
    const QJsonObject ready = QJsonDocument::fromJson(m_process.readLine()).object();
    const QString listen = ready[QStringLiteral("listen")].toArray().at(0).toString();
    m_port = quint16(QUrl(listen).port(0));
}

ServerProcess::~ServerProcess()
{
    m_process.kill();
    m_process.waitForFinished();
}

std::chrono::nanoseconds ServerProcess::cpu(const QByteArray &threadName) const
{
    const QDir tasks(QStringLiteral("/proc/%1/task").arg(m_process.processId()));
    qint64 sum = 0;
    const QStringList threads = tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &thread : threads) {
        if (threadName.isEmpty() || readFile(tasks.filePath(thread + QStringLiteral("/comm"))).trimmed() == threadName)
            sum += readFile(tasks.filePath(thread + QStringLiteral("/schedstat"))).split(' ').value(0).toLongLong();
    }
    return std::chrono::nanoseconds(sum);
}

void ServerProcess::reserveCoreFor(const QByteArray &threadName) const
{
    const QDir tasks(QStringLiteral("/proc/%1/task").arg(m_process.processId()));
    const QStringList threads = tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &thread : threads) {
        const QByteArray name = readFile(tasks.filePath(thread + QStringLiteral("/comm"))).trimmed();
        if (name != threadName && !name.startsWith("iou-")) // the kernel's own, of io_uring
            pinToCore(ClientsCore, thread.toInt());
    }
}

qint64 ServerProcess::privateBytes() const
{
    const QByteArray status = readFile(QStringLiteral("/proc/%1/status").arg(m_process.processId()));
    const QByteArray field = "RssAnon:";
    const qsizetype begin = status.indexOf(field);
    if (begin < 0)
        return 0;
    return status.mid(begin + field.size(), 32).simplified().split(' ').value(0).toLongLong() * 1024;
}

void pinToCore(int core, pid_t thread)
{
    cpu_set_t cores;
    CPU_ZERO(&cores);
    CPU_SET(core, &cores);
    ::sched_setaffinity(thread, sizeof cores, &cores);
}

int raiseDescriptorLimit()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    return int(std::min<rlim_t>(limit.rlim_cur, 1'000'000));
}

} // namespace pushscope::bench
