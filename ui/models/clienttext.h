// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A client as fields, and as the command that connects like it. Pure.

#include "observe/snapshot.h"
#include "ui/models/fieldsmodel.h"

namespace pushscope {

[[nodiscard]] QList<Field> clientFields(const ClientRow &client, const Epoch &epoch);
// Whether an event to these channels is for the client.
[[nodiscard]] bool isAddressed(const QList<QByteArray> &channels, const ClientRow &client);
// A shell command for curl that connects to the hub at `url` as this client does, from the last id it has.
[[nodiscard]] QString clientCurl(const ClientRow &client, const Epoch &epoch, const QByteArray &url, const QByteArray &token);

} // namespace pushscope
