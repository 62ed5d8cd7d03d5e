// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the forms of a reproducer share: their templates, and what is said about them in each. Any thread.

#include "session/reproduction.h"

namespace pushscope {

using FormValues = QList<std::pair<QByteArray, QByteArray>>; // a mark, and what stands in its place

[[nodiscard]] QByteArray reproductionResource(const char *name); // under ":/reproduction/"
// Nothing that comes in is looked at again.
[[nodiscard]] QByteArray filledForm(const QByteArray &text, const FormValues &values);
// What it is and what is in it, in lines.
[[nodiscard]] QList<QByteArray> reproductionFacts(const Reproduction &reproduction);
[[nodiscard]] QByteArray reproductionComment(const Reproduction &reproduction,
                                             const QByteArray &mark); // the same; a mark before each
// Of the hub, fit for any of the forms: it comes from a file, whoever wrote that.
[[nodiscard]] QByteArray reproductionAddress(const Reproduction &reproduction);

} // namespace pushscope
