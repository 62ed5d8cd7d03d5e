// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Http2Request: a request while its head and body come in. nghttp2 has checked the fields' characters and the pseudo-header
// fields; the limits and what an origin server makes of them are checked here. Source: RFC 9113 §8.

#include "base/clock.h"
#include "protocol/http2limits.h"
#include "protocol/httpmessage.h"
#include "protocol/protocolerror.h"

#include <optional>

namespace pushscope {

class Http2Request
{
public:
    explicit Http2Request(TimePoint now) noexcept
        : progressAt(now)
    {
    }

    void addField(QByteArrayView name, QByteArrayView value, const Http2Limits &limits);
    // Once all fields are in. An error with a code of 400 and more is to be answered; a lower one is Http2Error: malformed.
    [[nodiscard]] std::optional<ProtocolError> finishHead();
    [[nodiscard]] RequestHead takeHead() noexcept { return std::move(m_head); }
    [[nodiscard]] bool isTunnel() const noexcept { return m_isTunnel; }
    [[nodiscard]] bool expectsContinue() const noexcept { return m_expectsContinue; }
    [[nodiscard]] bool addBody(qsizetype octets, const Http2Limits &limits) noexcept; // false: too many

    TimePoint progressAt; // when something of it came last
    bool headIsIn = false;
    bool isRefused = false; // the rest of its body is not looked at

private:
    [[nodiscard]] std::optional<ProtocolError> checkHost();
    [[nodiscard]] std::optional<ProtocolError> checkExpect();

    RequestHead m_head{{}, {}, "2", {}};
    QByteArray m_authority;
    QByteArray m_protocol;
    std::optional<ProtocolError> m_error;
    qsizetype m_listBytes = 0;
    qsizetype m_bodyBytes = 0;
    bool m_isTunnel = false;
    bool m_expectsContinue = false;
};

} // namespace pushscope
