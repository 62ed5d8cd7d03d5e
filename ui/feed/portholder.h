// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What to say and offer when a port cannot be bound: who holds it, where /proc tells, and which one is free. Blocks for some
// milliseconds; for the rare failure only.

#include <QByteArray>
#include <QList>
#include <QString>
#include <optional>

namespace pushscope {

struct HostPort {
    QByteArray host;
    quint16 port = 0;
};
// "127.0.0.1:8090", "[::1]:8090"; nothing for another form.
[[nodiscard]] std::optional<HostPort> splitAddress(QByteArrayView address);
[[nodiscard]] QByteArray joinAddress(const HostPort &address);

// Whether this process could listen there now.
[[nodiscard]] bool canBind(const HostPort &address);

struct PortHolder {
    qint64 pid = 0;
    QString program;
};
// The process that listens on this TCP port, as far as /proc shows it: only processes of the same user can be named.
[[nodiscard]] std::optional<PortHolder> findPortHolder(quint16 port);
// The first port after `from` (wrapping to 1024) that can be bound on `host`; 0 if none of the next 200 can.
[[nodiscard]] quint16 nextFreePort(const QByteArray &host, quint16 from);

// Why a start failed, where a port was the cause.
struct TakenPort {
    QByteArray entry; // as it stands in the list
    HostPort address;
    std::optional<PortHolder> holder;
    quint16 next = 0; // a free one; 0: none was found
};
// The first of these addresses that cannot be bound.
[[nodiscard]] std::optional<TakenPort> findTakenPort(const QList<QByteArray> &listen);

} // namespace pushscope
