// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WindowOptions: the options of pushscope that are about the window; those of the hub are in app/common.

#include "app/common/commandline.h"
#include "ui/shell/theme.h"

#include <QSize>
#include <QStringList>
#include <optional>

namespace pushscope {

struct WindowOptions {
    bool demo = false;
    QString screenshot; // a PNG to write, then end; empty: none
    Milliseconds after{3000}; // before the screenshot
    std::optional<Theme::Scheme> theme;
    std::optional<QSize> size;
    QString profile; // its name; empty: the last one
    QStringList sessions; // files to open in place of a hub
};

// For parseCommandLine() and optionHelp().
[[nodiscard]] std::span<const ExtraOption> windowExtras();
// Errc::InvalidArgument in words for the terminal.
[[nodiscard]] Result<WindowOptions> parseWindowOptions(const CommandLine &line);

} // namespace pushscope
