// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The command line that the window and the hub share: options, the environment (PUSHSCOPE_…), and an INI file, in this order of
// precedence. Below them stand the settings that the window saved. Source: design.md §8.

#include "base/result.h"
#include "serverconfig.h"

#include <QHash>
#include <QProcessEnvironment>
#include <span>

namespace pushscope {

// An option that only one of the executables has.
struct ExtraOption {
    const char *name; // without the dashes
    const char *value; // what to call its value in the help; null: a flag
    const char *help;
};

struct CommandLine {
    ServerConfig config;
    bool help = false;
    bool version = false;
    QHash<QByteArray, QList<QByteArray>> extras; // those given; a flag has an empty value
    QList<QByteArray> arguments; // what is no option
    // What the environment and the options say of the hub, "name=value" each, in an order that does not depend on theirs.
    QList<QByteArray> overrides;

    [[nodiscard]] bool has(const QByteArray &extra) const { return extras.contains(extra); }
    [[nodiscard]] QByteArray value(const QByteArray &extra) const { return extras.value(extra).value(0); }
};

// Over `base`. Errc::InvalidArgument with a text that names the option. Files named by options (secrets, keys, --config) are
// read; the configuration is not validated as a whole yet.
[[nodiscard]] Result<CommandLine> parseCommandLine(const QList<QByteArray> &arguments, const QProcessEnvironment &environment,
                                                   std::span<const ExtraOption> extras, const ServerConfig &base = {});
// The hub options with their units and defaults, then the extras.
[[nodiscard]] QByteArray optionHelp(std::span<const ExtraOption> extras);
[[nodiscard]] QString configurationFolder(); // honours XDG_CONFIG_HOME
// Where no secret was given: the one in `folder`, made on first run (mode 0600).
[[nodiscard]] Result<void> ensureSecret(ServerConfig &config, const QString &folder = configurationFolder());

} // namespace pushscope
