// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the window tells without being asked, and where: in its message bar, on the desktop while it is not the active window, or
// not at all. Each kind stands in the settings under an id that never changes.

#include <QByteArray>
#include <QList>
#include <QString>

namespace pushscope {

class Settings;

enum class NoticeWhere : quint8 { Nowhere, Window, Desktop, Both };
[[nodiscard]] constexpr bool inWindow(NoticeWhere where) noexcept
{
    return where == NoticeWhere::Window || where == NoticeWhere::Both;
}
[[nodiscard]] constexpr bool onDesktop(NoticeWhere where) noexcept
{
    return where == NoticeWhere::Desktop || where == NoticeWhere::Both;
}

namespace notice {
constexpr auto Lost = "lost"; // clients lost events
constexpr auto Hub = "hub"; // it did not start
constexpr auto Trouble = "trouble"; // a warning of a hub that runs: Redis is away, memory runs short
constexpr auto Recording = "recording"; // stopped by itself
constexpr auto Export = "export"; // ended
[[nodiscard]] inline QByteArray finding(const QByteArray &code)
{
    return "finding/" + code;
}
} // namespace notice

struct NoticeKind {
    QByteArray id;
    QString text; // a few words, for people
    bool inWindowAnyway; // its cause is in the window, and so is the message
    NoticeWhere shipped;
};
[[nodiscard]] QList<NoticeKind> noticeKinds(); // those of findings last
[[nodiscard]] NoticeWhere shippedNotice(const QByteArray &id);

[[nodiscard]] NoticeWhere noticeWhere(Settings &settings, const QByteArray &id); // as kept, else as shipped
void setNoticeWhere(Settings &settings, const QByteArray &id, NoticeWhere where);

} // namespace pushscope
