// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Icons: our own set from :/icons, drawn in the palette's text colour at the moment they are painted, so that a change of theme
// needs no reload. Names: clear clients copy cursor demo drop events export fault finding follow freeze inject inspector ledger
// log mark message next open pause previous program reset save search send settings spawn start stop storm theme throughput undo.

#include <QIcon>

namespace pushscope {

[[nodiscard]] QIcon themedIcon(const QString &name); // a null icon for an unknown name
[[nodiscard]] QIcon programIcon();

} // namespace pushscope
