// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// AdminService: the answers of the admin API, made of what the parts know. Owned by PushServer; hub thread.

#include "endpoints/adminport.h"

#include <functional>

namespace pushscope {

class ConnectionJournal;
class FaultService;
class Hub;
class Observer;

class AdminService final : public AdminPort
{
public:
    // All borrowed.
    AdminService(Hub &hub, Observer &observer, ConnectionJournal &journal, FaultService &faults);

    [[nodiscard]] QByteArray hubJson() override;
    [[nodiscard]] Result<QByteArray> clientsJson(const QByteArray &filter) override;
    [[nodiscard]] Result<void> dropClient(const QByteArray &client, DropHow how, int closeCode) override;
    [[nodiscard]] QByteArray reconnectsJson(const QByteArray &client) override;
    [[nodiscard]] QByteArray findingsJson() override;
    [[nodiscard]] Result<QByteArray> addFault(const QByteArray &json) override;
    [[nodiscard]] QByteArray faultsJson() override;
    [[nodiscard]] Result<void> removeFault(const QByteArray &id) override;
    [[nodiscard]] QByteArray journalJson(quint64 after, std::size_t limit) override;
    [[nodiscard]] QByteArray metricsText() override;

private:
    [[nodiscard]] QByteArray busJson() const;
    Hub &m_hub;
    Observer &m_observer;
    ConnectionJournal &m_journal;
    FaultService &m_faults;
};

} // namespace pushscope
