// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a snapshot says of the hub's state (figures, clients, reconnects, findings, faults), as octets. The rows of the journal
// and the deliveries are stored apart.

#include "observe/snapshot.h"

namespace pushscope {

[[nodiscard]] QByteArray packState(const Snapshot &snapshot); // compressed
// Nothing for octets that are damaged or of a later version.
[[nodiscard]] std::optional<Snapshot> unpackState(QByteArrayView octets);

// Of packState()'s octets the figures alone, without making the rows.
[[nodiscard]] std::optional<HubFigures> unpackFigures(QByteArrayView octets);

// Deliveries in order of time, some 5 octets each.
[[nodiscard]] QByteArray packDeliveries(const std::vector<Delivery> &deliveries);
[[nodiscard]] std::optional<std::vector<Delivery>> unpackDeliveries(QByteArrayView octets);

} // namespace pushscope
