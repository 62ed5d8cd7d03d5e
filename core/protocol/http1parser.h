// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Http1Parser: one request through Boost.Beast's parser, which is fed whole heads and whole chunk lines, so that where
// octets were split makes no difference. Exists only while a request is being read. Internal to http1connection.cpp.

#include "protocol/httpmessage.h"
#include "protocol/protocolerror.h"

#include <memory>
#include <optional>
#include <tl/expected.hpp>

namespace pushscope {

class Http1Parser
{
public:
    explicit Http1Parser(qsizetype bodyBytes);
    ~Http1Parser();

    template<typename T> using Expected = tl::expected<T, ProtocolError>;

    // The whole head with its empty line.
    [[nodiscard]] Expected<RequestHead> head(const QByteArray &text);
    [[nodiscard]] bool isChunked() const; // after the head
    [[nodiscard]] bool isDone() const;
    // Octets of a body of known length, or of the chunk under way. Appends to `body`; gives how many it took.
    [[nodiscard]] Expected<qsizetype> body(QByteArrayView in, QByteArray &body);
    // A chunk's size line with the CRLF that ended the chunk before it; the last one with its whole trailer.
    // Gives the chunk's size; none: it is the last one and its trailer is still missing.
    [[nodiscard]] Expected<std::optional<quint64>> chunkLines(const QByteArray &text);

private:
    class Beast;
    std::unique_ptr<Beast> m_beast;
};

} // namespace pushscope
