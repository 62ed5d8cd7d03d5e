// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What two JSON texts differ in, member by member, as paths: values stay the octets they are. Pure.

#include <QByteArray>
#include <QString>
#include <vector>

namespace pushscope {

struct JsonChange {
    enum class Kind : quint8 { Added, Removed, Changed } kind{};
    QString path; // "items[2].price"; empty: the whole
    QByteArray before, after;

    bool operator==(const JsonChange &) const = default;
};

inline constexpr std::size_t MostJsonChanges = 500; // what goes beyond is left out

// Members by their names, elements by their places. A text that is no JSON is compared as a whole.
[[nodiscard]] std::vector<JsonChange> jsonDifference(const QByteArray &before, const QByteArray &after);

} // namespace pushscope
