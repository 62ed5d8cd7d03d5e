// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What endpoints read out of a request: the query, the token, the origin. Source: wire.md.

#include "base/query.h"
#include "base/result.h"
#include "endpoints/settings.h"
#include "hub/authorizer.h"
#include "hub/hub.h"
#include "protocol/httpmessage.h"

namespace pushscope {

class Exchange;

class QueryParameters
{
public:
    // Percent-decoded, '+' is a space. Names may repeat.
    explicit QueryParameters(QByteArrayView query);
    [[nodiscard]] QByteArray value(QByteArrayView name) const; // the first; null if there is none
    [[nodiscard]] QList<QByteArray> values(QByteArrayView name) const;
    [[nodiscard]] bool has(QByteArrayView name) const;

private:
    QList<QueryMember> m_members;
};

struct Credentials {
    QByteArray token;
    bool fromCookie = false; // then a foreign page could have sent it
};
// Authorization: Bearer, else ?token=, else the cookie "token".
[[nodiscard]] Credentials credentialsOf(const RequestHead &head, const QueryParameters &query);

// Loopback origins, the hub's own, and those of the settings. An absent Origin is no browser.
[[nodiscard]] bool isAllowedOrigin(const RequestHead &head, const EndpointSettings &settings);
// The principal, or Unauthorized, or Forbidden where only a cookie authorizes a foreign page.
[[nodiscard]] Result<Principal> authorizeRequest(const Exchange &exchange, const QueryParameters &query,
                                                 const Authorizer &authorizer, const EndpointSettings &settings, WallTime now);

// What a client asks to hear, common to the three protocols.
struct Subscription {
    std::vector<QByteArray> channels; // user:<sub>, *, room:…
    std::vector<QByteArray> types;
    QByteArray cursor;
    ConnectionFacts facts;
    std::unique_ptr<Admission::Ticket> ticket; // null where nobody is counted
};
// Errc::InvalidArgument for a bad clientId; Errc::Forbidden for a room that the token does not cover. `cursorName` is the
// query member of the cursor. The facts are filled as far as they are known, also on an error.
[[nodiscard]] Result<void> readSubscription(const Exchange &exchange, const QueryParameters &query, const Principal &principal,
                                            QByteArrayView cursorName, Subscription &subscription);
[[nodiscard]] quint64 tokenPrintOf(const Exchange &exchange, const QueryParameters &query); // as ConnectionFacts says
[[nodiscard]] ConnectionFacts factsOf(const Exchange &exchange, const QueryParameters &query, ClientProtocol protocol);

} // namespace pushscope
