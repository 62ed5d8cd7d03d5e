// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The window's texts in the user's language as far as there is one, else in English, whose plurals are a translation too.

#include <QString>

class QCoreApplication;

namespace pushscope {

// Before the first text is made. `language`: "en", "de", for numbers and dates, too; empty: the system's.
void installTranslations(QCoreApplication &app, const QString &language = {});

} // namespace pushscope
