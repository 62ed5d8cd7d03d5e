// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Settings: what the window remembers, in an ini file of the user's configuration folder (XDG_CONFIG_HOME), under keys with a
// version: what an older program can't read, it doesn't see. The hub's secret is in a file of its own that only the user may
// read. What concerns the hub is that of the profile in use (profiles.h). A file that is damaged is copied before it is written.

#include "serverconfig.h"
#include "ui/feed/recording.h"
#include "ui/shell/theme.h"

#include <QSettings>

namespace pushscope {

class Settings
{
public:
    explicit Settings(const QString &folder = defaultFolder());
    [[nodiscard]] static QString defaultFolder();
    [[nodiscard]] const QString &folder() const noexcept { return m_folder; }
    // Where the file was copied to because it could not be read as a whole; empty: it could.
    [[nodiscard]] const QString &damagedCopy() const noexcept { return m_damagedCopy; }

    // Whose settings of the hub these are, for this run; "" is the profile that is always there.
    [[nodiscard]] const QString &profile() const noexcept { return m_profile; }
    void setProfile(const QString &id) { m_profile = id; }
    [[nodiscard]] QString profileFolder() const; // of what only the user may read
    [[nodiscard]] QString profileKey(const QString &key) const; // in the notebook, of what is kept with the profile

    [[nodiscard]] QByteArray geometry() const;
    [[nodiscard]] QByteArray layout() const;
    void setWindow(const QByteArray &geometry, const QByteArray &layout);
    void forgetWindow();

    [[nodiscard]] std::optional<Theme::Scheme> theme() const; // nothing: like the system
    void setTheme(std::optional<Theme::Scheme> scheme);
    [[nodiscard]] int scale() const; // of everything, in per cent, 100 to 200
    void setScale(int percent);
    [[nodiscard]] QString language() const; // "en", "de"; empty: the system's
    void setLanguage(const QString &language);

    [[nodiscard]] bool tray() const; // the icon there is wanted
    void setTray(bool wanted);

    // What was saved over `base`; a value that does not parse is left as in `base`.
    [[nodiscard]] ServerConfig hub(const ServerConfig &base = {}) const;
    void setHub(const ServerConfig &config); // without the secrets

    [[nodiscard]] RecordingBounds recording() const; // a value that does not parse is the shipped one
    void setRecording(const RecordingBounds &bounds);

    // Where the secret is that the hub is started with when none is given.
    [[nodiscard]] QString secretFile() const;
    // Replaces it. Errc::Io with the system's reason.
    [[nodiscard]] Result<void> setSecret(const QByteArray &secret);
    [[nodiscard]] static QByteArray makeSecret();
    // Where Redis is, which may have a password in it: in a file of its own, too; empty: there is none.
    [[nodiscard]] QByteArray redis() const;
    [[nodiscard]] Result<void> setRedis(const QByteArray &url);

    [[nodiscard]] QSettings &ini() noexcept { return m_ini; } // for what panes remember
    void sync() { m_ini.sync(); }

private:
    [[nodiscard]] Result<void> writePrivate(const QString &file, const QByteArray &text, const QString &what) const;

    void keepDamaged();

    QString m_folder;
    QString m_profile;
    QSettings m_ini;
    QString m_damagedCopy;
};

} // namespace pushscope
