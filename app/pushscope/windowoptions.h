// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WindowOptions: the options of pushscope that are about the window; those of the hub are in app/common.

#include "base/result.h"
#include "ui/shell/theme.h"

#include <QSize>
#include <QStringList>
#include <chrono>
#include <optional>

namespace pushscope {

struct WindowOptions {
    bool demo = false;
    bool help = false;
    bool version = false;
    QString screenshot; // a PNG to write, then end; empty: none
    std::chrono::milliseconds after{3000}; // before the screenshot
    std::optional<Theme::Scheme> theme;
    std::optional<QSize> size;
    QStringList rest; // for the hub, untouched
};

// `arguments` without the program's name. Errc::InvalidArgument in words for the terminal.
[[nodiscard]] Result<WindowOptions> parseWindowOptions(const QStringList &arguments);
[[nodiscard]] QByteArray windowOptionsHelp();

} // namespace pushscope
