// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The window's texts in the user's language as far as there is one, else in English, whose plurals are a translation too.

class QCoreApplication;

namespace pushscope {

void installTranslations(QCoreApplication &app); // before the first text is made

} // namespace pushscope
