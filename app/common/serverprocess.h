// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What either executable does as a process that serves: takes all the descriptors that it may, and says when it is ready.
// Source: design.md §8.

#include <QByteArray>
#include <QList>

namespace pushscope {

void raiseDescriptorLimit();
// One JSON line on stdout, for the script that started this process.
void printReady(const QList<QByteArray> &urls, const QByteArray &epoch);

} // namespace pushscope
