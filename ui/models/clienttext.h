// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A client as fields. Pure.

#include "observe/snapshot.h"
#include "ui/models/fieldsmodel.h"

namespace pushscope {

[[nodiscard]] QList<Field> clientFields(const ClientRow &client, const Epoch &epoch);
// Whether an event to these channels is for the client.
[[nodiscard]] bool isAddressed(const QList<QByteArray> &channels, const ClientRow &client);

} // namespace pushscope
