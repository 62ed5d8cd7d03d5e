// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings/profilepage.h"

namespace pushscope {

ProfilePage::ProfilePage(const SettingsContext &context, QWidget *parent)
    : SettingsPage(parent)
    , m_profiles(context.settings)
    , m_inUse(m_profiles.inUse())
    , m_name(m_inUse.name)
{
    setWindowTitle(tr("Profile"));
    addText(tr("&Name of the profile:"), "profile", m_inUse.name.toUtf8(), tr("Under which the settings of the hub are kept"),
            [this](ServerConfig &, const QByteArray &text) -> Result<void> {
                const QString name = QString::fromUtf8(text).trimmed();
                if (const QString error = m_profiles.nameError(name, m_inUse.id); !error.isEmpty())
                    return fail(Errc::InvalidArgument, error.toUtf8());
                m_name = name;
                return {};
            });
    addNote(tr("The pages below, up to Access, are this profile's, and so are its rules that answer. Hub › Profile has the "
               "others, and makes new ones."));
}

Result<void> ProfilePage::save()
{
    return m_name == m_inUse.name ? Result<void>() : m_profiles.rename(m_inUse.id, m_name);
}

} // namespace pushscope
