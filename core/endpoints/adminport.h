// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// AdminPort: the port behind the admin API; implemented beside PushServer, which knows all the parts. Answers are JSON texts.

#include "base/result.h"
#include "hub/drop.h"

namespace pushscope {

class AdminPort
{
public:
    virtual ~AdminPort() = default;
    [[nodiscard]] virtual QByteArray hubJson() = 0;
    [[nodiscard]] virtual Result<QByteArray> clientsJson(const QByteArray &filter) = 0; // Errc::Syntax with the offset
    [[nodiscard]] virtual Result<void> dropClient(const QByteArray &client, DropHow how, int closeCode) = 0;
    [[nodiscard]] virtual QByteArray reconnectsJson(const QByteArray &client) = 0; // of all if empty
    [[nodiscard]] virtual QByteArray findingsJson() = 0;
    [[nodiscard]] virtual Result<QByteArray> addFault(const QByteArray &json) = 0; // gives its id
    [[nodiscard]] virtual QByteArray faultsJson() = 0;
    [[nodiscard]] virtual Result<void> removeFault(const QByteArray &id) = 0;
    [[nodiscard]] virtual QByteArray journalJson(quint64 after, std::size_t limit) = 0;
    [[nodiscard]] virtual QByteArray metricsText() = 0;
};

} // namespace pushscope
