// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// HubFixture: a hub on its thread for tests, with a secret and tokens.

#include "serverthread.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrl>

namespace pushscope {

class HubFixture
{
public:
    // Port 0, memory, unless the configuration says otherwise. Blocks until the hub listens.
    explicit HubFixture(ServerConfig config = {})
    {
        config.listen = {"127.0.0.1:0"};
        config.secrets = {"a secret of the tests, long enough"};
        QSignalSpy started(&m_thread, &ServerThread::started);
        QSignalSpy failed(&m_thread, &ServerThread::failed);
        m_thread.start(config);
        while (started.isEmpty() && failed.isEmpty())
            QTest::qWait(5);
        if (!failed.isEmpty())
            qFatal("%s", qPrintable(failed.first().first().toString()));
        m_port = quint16(QUrl(QString::fromLatin1(m_thread.urls().first())).port());
    }

    [[nodiscard]] quint16 port() const noexcept { return m_port; }
    [[nodiscard]] ServerThread &thread() noexcept { return m_thread; }
    [[nodiscard]] QByteArray token(const QByteArray &user, bool admin = false,
                                   std::chrono::seconds lifetime = std::chrono::hours(1)) const
    {
        return ServerThread::makeToken(m_thread.config(), user, {"*"}, {"*"}, admin, lifetime).value();
    }

private:
    ServerThread m_thread;
    quint16 m_port = 0;
};

} // namespace pushscope
