// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ManagerPool: network access managers for many clients. One manager opens at most six connections to a host and owns a
// thread, so six clients share one. Owned by a Population, on its thread; its clients must be gone before it is cleared.

#include <QNetworkAccessManager>
#include <memory>
#include <vector>

namespace pushscope {

class ManagerPool
{
public:
    static constexpr int ClientsPerManager = 6;

    // Borrowed until clear(), for one client that has one request at a time.
    [[nodiscard]] QNetworkAccessManager &take();
    void clear();

private:
    std::vector<std::unique_ptr<QNetworkAccessManager>> m_managers;
    int m_taken = 0; // of the last manager
};

} // namespace pushscope
