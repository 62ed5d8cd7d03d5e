// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Result: what a call gives that the world may make fail. Nothing throws.

#include <QByteArray>
#include <tl/expected.hpp>

namespace pushscope {

enum class Errc {
    InvalidArgument, // a value out of range or of the wrong form
    Syntax, // text that does not parse
    TooLarge, // over a limit that was configured
    NotFound,
    Exists,
    Unauthorized, // no or a bad token
    Forbidden, // a good token that does not cover it
    Unavailable, // try again later
    Io, // the operating system refused
    Corrupt, // stored data that is damaged
    Protocol, // a peer broke a rule of its protocol
    Cancelled,
};

// Codes are for programs; `detail` is English for logs and problem+json, `offset` the octet at
// which parsing failed, or -1.
struct Error {
    Errc code = Errc::InvalidArgument;
    QByteArray detail;
    qsizetype offset = -1;

    bool operator==(const Error &) const = default;
};

template<typename T> using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(Errc code, QByteArray detail, qsizetype offset = -1)
{
    return tl::unexpected<Error>(Error{code, std::move(detail), offset});
}

} // namespace pushscope
