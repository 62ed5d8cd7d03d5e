// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Profiles: named sets of what a hub is started with: its settings, its secret, where its Redis is, and its rules that answer.
// One is always there (id ""); the others stand in the settings under ids that never change. A set is there when its name is,
// which is written last and removed first. Borrows the settings, where each window reads what another has written. GUI thread.

#include "base/result.h"

#include <QCoreApplication>
#include <QList>
#include <optional>

namespace pushscope {

class Settings;

struct Profile {
    QString id;
    QString name;

    bool operator==(const Profile &) const = default;
};

class Profiles
{
    Q_DECLARE_TR_FUNCTIONS(pushscope::Profiles)
public:
    static constexpr qsizetype MostLetters = 60; // of a name

    explicit Profiles(Settings &settings);

    [[nodiscard]] QList<Profile> all() const; // the one that is always there, then the others by name
    [[nodiscard]] Profile inUse() const;
    [[nodiscard]] std::optional<Profile> find(const QString &name) const; // in any case of its letters
    // Why it can't be called this, in words for people; empty: it can. `id` is whose name it would be.
    [[nodiscard]] QString nameError(const QString &name, const std::optional<QString> &id = {}) const;
    [[nodiscard]] QString freeName(const QString &wanted) const; // it, or it with a number

    // Names that nameError() refuses are Errc::InvalidArgument; what can't be written is Errc::Io with the reason.
    [[nodiscard]] Result<Profile> add(const QString &name); // as shipped
    [[nodiscard]] Result<Profile> duplicate(const QString &id, const QString &name);
    [[nodiscard]] Result<void> rename(const QString &id, const QString &name);
    // Errc::Forbidden for the one that is always there and the one in use.
    [[nodiscard]] Result<void> remove(const QString &id);

    // With which the program starts when none is named.
    [[nodiscard]] QString last() const;
    void setLast(const QString &id);

private:
    [[nodiscard]] bool exists(const QString &id) const;
    [[nodiscard]] Result<void> write() const;
    [[nodiscard]] Result<void> copyPrivate(const QString &from, const QString &to) const;
    void copyKeys(const QString &from, const QString &to);

    Settings &m_settings;
};

} // namespace pushscope
