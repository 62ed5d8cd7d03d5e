// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a reproducer is made of, as resources under ":/reproduction/". A static library's resources are only there once this was
// called; harmless again, any thread.

void initReproductionResources();
