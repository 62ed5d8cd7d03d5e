// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notices.h"
#include "ui/models/findingtext.h"
#include "ui/shell/settings.h"

#include <QCoreApplication>

namespace pushscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(pushscope::Notices)
};

constexpr const char *WhereNames[] = {"nowhere", "window", "desktop", "both"};

QString settingsKey(const QByteArray &id)
{
    return QStringLiteral("v1/notices/") + QString::fromLatin1(id);
}

} // namespace

QList<NoticeKind> noticeKinds()
{
    using Where = NoticeWhere;
    QList<NoticeKind> kinds{
        {notice::Lost, Words::tr("Lost events"), false, Where::Desktop},
        {notice::Hub, Words::tr("The hub did not start"), true, Where::Both},
        {notice::Trouble, Words::tr("Warnings of the hub"), false, Where::Desktop},
        {notice::Recording, Words::tr("A recording stopped by itself"), true, Where::Both},
        {notice::Export, Words::tr("An export has ended"), true, Where::Both},
    };
    const QList<QByteArray> codes = findingCodes();
    for (const QByteArray &code : codes)
        kinds.append({notice::finding(code), Words::tr("Finding: %1").arg(explainFinding(code).title), false, Where::Nowhere});
    return kinds;
}

NoticeWhere shippedNotice(const QByteArray &id)
{
    const QList<NoticeKind> kinds = noticeKinds();
    for (const NoticeKind &kind : kinds) {
        if (kind.id == id)
            return kind.shipped;
    }
    return NoticeWhere::Nowhere;
}

NoticeWhere noticeWhere(Settings &settings, const QByteArray &id)
{
    const QString kept = settings.ini().value(settingsKey(id)).toString();
    for (std::size_t i = 0; i < std::size(WhereNames); ++i) {
        if (kept == QLatin1String(WhereNames[i]))
            return NoticeWhere(i);
    }
    return shippedNotice(id);
}

void setNoticeWhere(Settings &settings, const QByteArray &id, NoticeWhere where)
{
    settings.ini().setValue(settingsKey(id), QLatin1String(WhereNames[std::size_t(where)]));
}

} // namespace pushscope
