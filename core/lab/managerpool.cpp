// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/managerpool.h"

#include <QNetworkProxy>

namespace pushscope {

QNetworkAccessManager &ManagerPool::take()
{
    if (m_managers.empty() || m_taken == ClientsPerManager) {
        m_managers.push_back(std::make_unique<QNetworkAccessManager>());
        m_managers.back()->setProxy(QNetworkProxy::NoProxy);
        m_taken = 0;
    }
    ++m_taken;
    return *m_managers.back();
}

void ManagerPool::clear()
{
    m_managers.clear();
    m_taken = 0;
}

} // namespace pushscope
