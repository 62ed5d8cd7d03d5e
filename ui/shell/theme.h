// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Theme: our two palettes on the Fusion style, and the one place that colours and shapes come from. All colours here have a
// contrast of at least 4.5:1 as text on Base, AlternateBase and Window of their palette. GUI thread.

#include "hub/event.h"

#include <QColor>
#include <QPalette>

class QApplication;

namespace pushscope {

class Theme
{
public:
    enum class Scheme : quint8 { Light, Dark };
    enum class Role : quint8 {
        Sse,
        WebSocket,
        Poll, // the protocols
        Lost, // what a client did not get
        Fault, // what we broke
        Good, // recovered, running
        Warning,
        Error,
        Muted, // secondary text
        Accent,
    };
    static constexpr int RoleCount = 10;

    // Sets style and palette of the application; may be called again while windows are open. They get PaletteChange events.
    static void apply(QApplication &app, Scheme scheme);
    [[nodiscard]] static Scheme current(); // of the application's palette
    [[nodiscard]] static QPalette palette(Scheme scheme);

    [[nodiscard]] static QColor color(Role role); // in the current scheme
    [[nodiscard]] static QColor color(Role role, Scheme scheme);
    [[nodiscard]] static QColor color(ClientProtocol protocol) { return color(Role(protocol)); }
    [[nodiscard]] static QColor gridLine(); // thin lines in charts: quieter than any text

    [[nodiscard]] static QString protocolShape(ClientProtocol protocol); // "●", "■", "▲"
    [[nodiscard]] static QString protocolLabel(ClientProtocol protocol); // "SSE", "WS", "LP"

    [[nodiscard]] static double contrast(const QColor &a, const QColor &b); // WCAG 2.1, 1 to 21

    // Sizes come from the font, so that they are right at any scale.
    [[nodiscard]] static int rowHeight(const QFontMetrics &metrics); // of a table: 22 px at 100 %
    [[nodiscard]] static int iconExtent(const QFontMetrics &metrics);
    [[nodiscard]] static QFont monospace(); // for ids and payloads, at the size of the application's font
    // A font of this size whose digits have one width: this one where it has, as most have, else the monospaced one.
    [[nodiscard]] static QFont tabular(const QFont &font);
};

} // namespace pushscope
