// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reproductionresources.h"

#include <QDir> // Q_INIT_RESOURCE

void initReproductionResources()
{
    static const bool done = [] {
        Q_INIT_RESOURCE(reproduction);
        return true;
    }();
    Q_UNUSED(done)
}
