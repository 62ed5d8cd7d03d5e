// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// HubChild: a hub on a Redis as a process of its own, which can be killed and comes back on the same port.

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace pushscope {

class HubChild
{
public:
    explicit HubChild(QByteArray redis)
        : m_redis(std::move(redis))
    {
        start();
    }
    ~HubChild() { kill(); }

    // Blocks until it listens.
    void start()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_configuration.path());
        m_process.setProcessEnvironment(environment);
        m_process.start(QString::fromUtf8(PUSHSCOPE_HUB),
                        {QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(m_port), QStringLiteral("--redis"),
                         QString::fromUtf8(m_redis), QStringLiteral("--jwt-secret"),
                         QStringLiteral("a secret of the tests, long enough")});
        while (!m_process.canReadLine() && m_process.state() != QProcess::NotRunning)
            m_process.waitForReadyRead(100);
        const QJsonObject ready = QJsonDocument::fromJson(m_process.readLine()).object();
        if (!ready.value(QLatin1String("ready")).toBool())
            qFatal("the hub does not start: %s", m_process.readAllStandardError().constData());
        m_port = quint16(QUrl(ready.value(QLatin1String("listen")).toArray().at(0).toString()).port());
    }
    void kill() // as kill -9 does
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.kill();
        m_process.waitForFinished(-1);
    }
    [[nodiscard]] quint16 port() const noexcept { return m_port; }

private:
    const QByteArray m_redis;
    QTemporaryDir m_configuration;
    QProcess m_process;
    quint16 m_port = 0; // a free one, and then the same
};

} // namespace pushscope
