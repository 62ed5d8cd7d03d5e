// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled for the window.
#pragma once
#include <QtCore>
#include <QtWidgets>
