// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RedisProcess: a redis-server of a test's own: a free port, a folder of its own, every write in its append-only file before it
// is answered. Without the program the test fails: what it shows must not be missing in silence.

#include <QByteArray>
#include <QCoreApplication>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

namespace pushscope {

class RedisProcess
{
public:
    explicit RedisProcess(QStringList extra = {})
        : m_extra(std::move(extra))
        , m_port(freePort())
    {
    }
    ~RedisProcess() { kill(); }

    // Blocks until it answers.
    void start()
    {
        if (!tryStart())
            qFatal("redis-server does not answer: %s", m_said.constData());
    }
    // False if it ended instead, as one does that knows an option not.
    [[nodiscard]] bool tryStart()
    {
        m_process.setWorkingDirectory(m_folder.path());
        m_process.start(QStringLiteral("redis-server"),
                        QStringList{QStringLiteral("--port"), QString::number(m_port), QStringLiteral("--bind"),
                                    QStringLiteral("127.0.0.1"), QStringLiteral("--dir"), m_folder.path(),
                                    QStringLiteral("--save"), QString(), QStringLiteral("--appendonly"), QStringLiteral("yes"),
                                    QStringLiteral("--appendfsync"), QStringLiteral("always")}
                            + m_extra);
        if (!m_process.waitForStarted())
            qFatal("redis-server can't be started (Debian package redis-server): %s", qPrintable(m_process.errorString()));
        for (int tries = 0; !command({"PING"}).startsWith("+PONG"); ++tries) {
            if (tries > 2000 || m_process.state() == QProcess::NotRunning) {
                m_said = m_process.readAllStandardOutput();
                return false;
            }
            QTest::qWait(10);
        }
        return true;
    }
    void kill() // as kill -9 does
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.kill();
        m_process.waitForFinished(-1);
    }
    void freeze() { ::kill(pid_t(m_process.processId()), SIGSTOP); }
    void thaw() { ::kill(pid_t(m_process.processId()), SIGCONT); }

    // One command over a connection of its own; what came back, as RESP.
    [[nodiscard]] QByteArray command(const QList<QByteArray> &words) const
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
        if (!socket.waitForConnected(1000))
            return {};
        QByteArray text;
        for (const QList<QByteArray> &command :
             m_password.isEmpty() ? QList<QList<QByteArray>>{words} : QList<QList<QByteArray>>{{"AUTH", m_password}, words}) {
            text += '*' + QByteArray::number(command.size()) + "\r\n";
            for (const QByteArray &word : command)
                text += '$' + QByteArray::number(word.size()) + "\r\n" + word + "\r\n";
        }
        socket.write(text);
        if (!socket.waitForReadyRead(5000))
            return {};
        QByteArray reply = socket.readAll();
        if (!m_password.isEmpty()) {
            while (reply.count("\r\n") < 2 && socket.waitForReadyRead(5000))
                reply += socket.readAll();
            reply.remove(0, reply.indexOf("\r\n") + 2);
        }
        return reply;
    }
    void setPassword(QByteArray password) { m_password = std::move(password); }
    [[nodiscard]] QString folder() const { return m_folder.path(); } // where its append-only file is
    [[nodiscard]] quint16 port() const noexcept { return m_port; }
    [[nodiscard]] QByteArray url(quint16 port = 0) const
    {
        return "redis://127.0.0.1:" + QByteArray::number(port ? port : m_port);
    }

private:
    // Below those that the kernel gives to outgoing connections (ip_local_port_range), one of which could take it while Redis is
    // killed. Each of a process is another one, and processes begin apart.
    [[nodiscard]] static quint16 freePort()
    {
        constexpr int First = 20'000, Count = 10'000, Apart = 16;
        static int next = int(QCoreApplication::applicationPid() * Apart % Count);
        for (int tries = 0; tries < Count; ++tries) {
            const auto port = quint16(First + next++ % Count);
            if (QTcpServer probe; probe.listen(QHostAddress::LocalHost, port))
                return port;
        }
        qFatal("no free port");
    }

    QStringList m_extra;
    const quint16 m_port;
    QTemporaryDir m_folder;
    QProcess m_process;
    QByteArray m_password, m_said;
};

} // namespace pushscope
