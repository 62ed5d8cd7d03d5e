// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/faultrule.h"

#include "observe/snapshot.h"

namespace pushscope {

bool FaultRule::mayMatch(QByteArrayView client, QByteArrayView user, ClientProtocol protocol) const noexcept
{
    return (whom.user.isEmpty() || whom.user == user) && (whom.client.isEmpty() || whom.client == client)
        && (!whom.protocol || *whom.protocol == protocol) && (!info().webSocketOnly || protocol == ClientProtocol::WebSocket);
}

bool FaultRule::mayMatch(const ClientRow &client) const noexcept
{
    return mayMatch(client.client, client.user, client.protocol);
}

bool FaultRule::matches(const ClientRow &client) const
{
    return mayMatch(client) && whom.filter.matches(ClientFilterRow(client));
}

QByteArray faultListJson(std::span<const FaultRule> rules)
{
    QByteArray text = "[";
    for (const FaultRule &rule : rules)
        text += (text.size() > 1 ? ",\n" : "\n") + rule.json;
    return text + "\n]\n";
}

} // namespace pushscope
