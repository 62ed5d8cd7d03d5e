// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How a connection is ended on purpose.

#include <QtGlobal>

namespace pushscope {

enum class DropHow : quint8 {
    Fin, // an ordinary end: the stream or the poll ends, a WebSocket is closed without a Close frame
    Rst,
    CloseCode, // a WebSocket gets a Close frame; others end as with Fin
};

} // namespace pushscope
