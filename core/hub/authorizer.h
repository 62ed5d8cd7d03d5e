// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Authorizer: the port that turns a token into what its bearer may do. Source: wire.md, "Authorization".

#include "base/clock.h"
#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <optional>

namespace pushscope {

// `*` stands for any run of characters, everything else for itself.
[[nodiscard]] bool matchesPattern(QByteArrayView pattern, QByteArrayView text);

struct Principal {
    QByteArray user;
    QList<QByteArray> rooms; // patterns over bare room names
    QList<QByteArray> publish; // patterns over channels
    bool admin = false;
    std::optional<WallTime> endsAt; // leeway added: at this time the connection ends

    [[nodiscard]] bool mayEnter(QByteArrayView room) const;
    [[nodiscard]] bool mayPublishTo(QByteArrayView channel) const;
};

class Authorizer
{
public:
    virtual ~Authorizer() = default;
    // Errc::Unauthorized with a reason fit for an answer: nothing of the token is in it.
    [[nodiscard]] virtual Result<Principal> authorize(QByteArrayView token, WallTime now) const = 0;
};

} // namespace pushscope
