// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The parts of an HTTP exchange as values, the same for every HTTP version.

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <optional>

namespace pushscope {

struct HttpField {
    QByteArray name; // lower case
    QByteArray value;

    bool operator==(const HttpField &) const = default;
};

struct RequestHead {
    QByteArray method; // as sent: "GET"
    QByteArray target; // origin form, not decoded: "/api/events?room=a"
    QByteArray version = "1.1";
    QList<HttpField> fields;

    // The value of the first field of that (lower-case) name; empty and null if there is none.
    [[nodiscard]] QByteArray field(QByteArrayView name) const;
    // All values of a list field joined by ", ".
    [[nodiscard]] QByteArray joinedField(QByteArrayView name) const;
    // True if a comma-separated field has this token, case-insensitively ("connection", "upgrade").
    [[nodiscard]] bool hasToken(QByteArrayView name, QByteArrayView token) const;
    [[nodiscard]] QByteArrayView path() const; // up to '?'
    [[nodiscard]] QByteArrayView query() const; // after '?', may be empty

    bool operator==(const RequestHead &) const = default;
};

struct BodyChunk {
    QByteArray octets;
    bool operator==(const BodyChunk &) const = default;
};

struct MessageEnd { // the request is complete
    bool operator==(const MessageEnd &) const = default;
};

struct PeerClosed { // the peer ended where it may
    bool operator==(const PeerClosed &) const = default;
};

struct ResponseHead {
    int status = 200;
    QList<HttpField> fields;
    // Octets of the body when known: then Content-Length is sent; otherwise the body is delimited by
    // chunks (HTTP/1.1) or by the end of the connection (HTTP/1.0).
    std::optional<qsizetype> contentLength;

    bool operator==(const ResponseHead &) const = default;
};

[[nodiscard]] QByteArrayView reasonPhrase(int status);

} // namespace pushscope
