// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings/noticespage.h"
#include "ui/shell/notifier.h"
#include "ui/shell/settings.h"
#include "ui/shell/trayicon.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>

namespace pushscope {

NoticesPage::NoticesPage(const SettingsContext &context, QWidget *parent)
    : SettingsPage(parent)
    , m_settings(context.settings)
    , m_missing(new QLabel(this))
{
    setWindowTitle(tr("Notifications"));
    m_missing->setObjectName(QStringLiteral("missing"));
    m_missing->setWordWrap(true);
    m_missing->hide();
    alignToField(*m_missing);
    form()->addRow(m_missing);
    m_tray = addSwitch(tr("&Icon in the tray"), "tray", m_settings.tray(),
                       tr("It shows and hides the window, and starts and stops the hub"));
    const QStringList anywhere{tr("Nowhere"), tr("In the window"), tr("On the desktop"), tr("In both")};
    const QStringList inWindowAnyway{tr("In the window"), tr("In both")};
    const QList<NoticeKind> kinds = noticeKinds();
    for (const NoticeKind &kind : kinds) {
        const NoticeWhere where = noticeWhere(m_settings, kind.id);
        const int current = kind.inWindowAnyway ? (onDesktop(where) ? 1 : 0) : int(where);
        QComboBox *combo
            = addChoice(kind.text + u':', "notice-" + kind.id, kind.inWindowAnyway ? inWindowAnyway : anywhere, current);
        m_rows.append({kind, combo});
    }
    addNote(tr("The desktop is told only while the window is not the active one, and View › Notifications is on."));
}

// Not before: other programs are asked.
void NoticesPage::showEvent(QShowEvent *event)
{
    SettingsPage::showEvent(event);
    sayWhatIsThere();
}

void NoticesPage::sayWhatIsThere()
{
    QStringList missing;
    if (!TrayIcon::isAvailable())
        missing += tr("This desktop has no tray: the icon shows as soon as there is one.");
    if (!Notifier::desktopListens())
        missing += tr("Nothing shows notifications on this desktop.");
    m_missing->setText(missing.join(u' '));
    m_missing->setVisible(!missing.isEmpty());
}

Result<void> NoticesPage::save()
{
    m_settings.setTray(m_tray->isChecked());
    for (const Row &row : std::as_const(m_rows)) {
        const int index = row.where->currentIndex();
        const NoticeWhere anyway = index > 0 ? NoticeWhere::Both : NoticeWhere::Window;
        setNoticeWhere(m_settings, row.kind.id, row.kind.inWindowAnyway ? anyway : NoticeWhere(index));
    }
    return {};
}

} // namespace pushscope
