// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The refs of comments among the rows of a recorded session: those of the rows stay as they were recorded, since evidence points
// to them, and a comment has one of its own that stands between two of them.

#include <QtGlobal>

namespace pushscope {

inline constexpr int CommentShift = 48; // rows have refs below 2^48

// The n-th comment (from 1) after the row of that ref.
[[nodiscard]] constexpr quint64 commentRef(quint64 after, quint64 n) noexcept
{
    return after | n << CommentShift;
}

// How many comments stand between the row before it and this one, itself included; 0: it is no comment's.
[[nodiscard]] constexpr quint64 commentOrdinal(quint64 ref) noexcept
{
    return ref >> CommentShift;
}

[[nodiscard]] constexpr bool isRefBefore(quint64 a, quint64 b) noexcept
{
    constexpr quint64 Row = (quint64(1) << CommentShift) - 1;
    return (a & Row) != (b & Row) ? (a & Row) < (b & Row) : a < b;
}

} // namespace pushscope
