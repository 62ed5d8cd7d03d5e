// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Code to paste into a browser's console or a shell that becomes a client of this hub. Pure. Source: wire.md.

#include <QByteArray>
#include <QString>

namespace pushscope {

struct SnippetTarget {
    QByteArray url; // "http://127.0.0.1:8090"
    QByteArray token;
    QByteArray room = "lobby";
};

[[nodiscard]] QString eventSourceSnippet(const SnippetTarget &target);
[[nodiscard]] QString webSocketSnippet(const SnippetTarget &target);
[[nodiscard]] QString pollSnippet(const SnippetTarget &target);
[[nodiscard]] QString curlSnippet(const SnippetTarget &target); // listens as an event stream
[[nodiscard]] QString publishSnippet(const SnippetTarget &target); // curl; needs a token that may publish

} // namespace pushscope
