// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a column and a cell of our tables tell a view and a filter besides their text.

#include "observe/filter.h"

#include <QByteArrayView>
#include <Qt>
#include <compare>

namespace pushscope {

// How a cell is coloured; the delegate knows the colours, the text carries the same meaning in a shape or a word.
enum class Tone : quint8 { Plain, Muted, Sse, WebSocket, Poll, Good, Bad, Warning, Fault };

enum class Face : quint8 {
    Text, // elided at the end
    Id, // monospace, elided in the middle
    Payload, // monospace, elided at the end
};

enum CellRole : int {
    ToneRole = Qt::UserRole, // int of a Tone
    FaceRole, // int of a Face
    KeyRole, // quint64 that names the row for as long as it exists
};

struct TableColumn {
    const char *title; // with its unit; QT_TRANSLATE_NOOP in the context of the model's class
    const char *hint; // one sentence for the tool tip of the header
    bool number = false; // right-aligned
    Face face = Face::Text;
    int width = 10; // as first shown, in average characters
    FilterField field{}; // by which conditions name it, unless the model has fields of its own
};

// The raw value a cell is sorted by: the number, then the text in natural order ("sim-2" before "sim-10").
struct SortValue {
    qint64 number = 0;
    QByteArrayView text;
};
[[nodiscard]] std::strong_ordering naturalCompare(QByteArrayView a, QByteArrayView b) noexcept;
[[nodiscard]] inline std::strong_ordering operator<=>(const SortValue &a, const SortValue &b) noexcept
{
    const auto byNumber = a.number <=> b.number;
    return byNumber != 0 ? byNumber : naturalCompare(a.text, b.text);
}

// Whether `haystack` contains `needle` (already in lower case), where A–Z count as a–z.
[[nodiscard]] bool containsFolded(QByteArrayView haystack, QByteArrayView needle) noexcept;

} // namespace pushscope
