// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "webresources.h"

#include <QDir> // Q_INIT_RESOURCE

void initWebResources()
{
    Q_INIT_RESOURCE(web);
}
