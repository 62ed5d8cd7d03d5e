// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The test page and its client script as resources under ":/web/". A static library's resources are only there once this
// was called: before the hub starts, any thread.

void initWebResources();
