// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/patientrequests.h"

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>

namespace pushscope {

QNetworkReply *PatientRequests::get(const QNetworkRequest &request, std::chrono::milliseconds patience)
{
    QNetworkReply *reply = (m_own ? *m_own : m_shared).get(request);
    // Ends with the reply. QTimer::singleShot would leave one in the thread's list until its time: thousands of polls a second
    // made it so long that going through it took half of the thread's time.
    auto *timer = new QTimer(reply);
    timer->setSingleShot(true);
    QObject::connect(timer, &QTimer::timeout, reply, [this, reply] {
        if (reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid() || reply->isFinished())
            return;
        distrustConnections();
        reply->abort();
    });
    timer->start(patience);
    return reply;
}

void PatientRequests::distrustConnections()
{
    if (m_own) {
        m_own->clearConnectionCache(); // ends all that it has under way: this client's alone
        return;
    }
    m_own = std::make_unique<QNetworkAccessManager>();
    m_own->setProxy(QNetworkProxy::NoProxy);
}

} // namespace pushscope
