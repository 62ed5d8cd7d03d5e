// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What may be typed next in a filter: fields, operators that fit them, values, connectives. Pure.

#include "observe/filter.h"

#include <QStringList>
#include <functional>

namespace pushscope {

struct FilterPlace {
    enum class Wants : quint8 { Field, Operator, Value, Connective };
    Wants wants = Wants::Field;
    qsizetype from = 0; // where the word under the cursor begins
    QString typed; // of it, up to the cursor; an opening quote included
    int field = -1; // that the operator or value is for
};

[[nodiscard]] FilterPlace placeInFilter(QStringView text, qsizetype cursor, std::span<const FilterField> fields);

// Values of a field as they are written in a condition; asked only where a value is wanted.
using FilterValues = std::function<QStringList(int field)>;
// Those that begin with what is typed, whatever the case of their letters; each as it replaces the typed word.
[[nodiscard]] QStringList filterProposals(const FilterPlace &place, std::span<const FilterField> fields,
                                          const FilterValues &values);

// Values that a field may have though no row has them now: protocols, states, verdicts.
[[nodiscard]] QStringList knownFilterValues(QByteArrayView field);

} // namespace pushscope
