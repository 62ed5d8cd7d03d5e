// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/profiles.h"
#include "ui/shell/settings.h"

#include <QDir>
#include <QRandomGenerator>
#include <algorithm>

namespace pushscope {

namespace {

constexpr auto LastKey = "v1/profile";
constexpr auto FirstNameKey = "v1/profile-name"; // of the one that is always there
constexpr auto GroupKey = "v1/profiles";
constexpr auto NotesKey = "v1/notes/"; // of the Notebook
const char *const PrivateFiles[] = {"secret", "redis"};
const QString AnswersNote = QStringLiteral("answers");

QString nameKey(const QString &id)
{
    return id.isEmpty() ? QString::fromLatin1(FirstNameKey) : QStringLiteral("v1/profiles/%1/name").arg(id);
}

QString hubGroup(const QString &id)
{
    return id.isEmpty() ? QStringLiteral("v1/hub") : QStringLiteral("v1/profiles/%1/hub").arg(id);
}

QString folderOf(const QString &folder, const QString &id)
{
    return id.isEmpty() ? folder : folder + QStringLiteral("/profiles/") + id;
}

QString noteOf(const QString &id)
{
    return QLatin1String(NotesKey) + (id.isEmpty() ? AnswersNote : QStringLiteral("profiles/%1/%2").arg(id, AnswersNote));
}

QString makeId()
{
    return QStringLiteral("p%1").arg(QRandomGenerator::system()->generate(), 8, 16, QLatin1Char('0'));
}

bool isPrintable(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar letter) { return letter.isPrint() || letter.isSurrogate(); });
}

} // namespace

Profiles::Profiles(Settings &settings)
    : m_settings(settings)
{
}

QList<Profile> Profiles::all() const
{
    QSettings &ini = m_settings.ini();
    QList<Profile> others;
    ini.beginGroup(QLatin1String(GroupKey));
    const QStringList ids = ini.childGroups();
    ini.endGroup();
    for (const QString &id : ids) {
        if (exists(id))
            others.append({id, ini.value(nameKey(id)).toString()});
    }
    std::sort(others.begin(), others.end(),
              [](const Profile &a, const Profile &b) { return QString::localeAwareCompare(a.name, b.name) < 0; });
    others.prepend({{}, ini.value(nameKey({}), tr("Default")).toString()});
    return others;
}

bool Profiles::exists(const QString &id) const
{
    return id.isEmpty() || !m_settings.ini().value(nameKey(id)).toString().isEmpty();
}

Profile Profiles::inUse() const
{
    const QList<Profile> known = all();
    const auto found
        = std::find_if(known.begin(), known.end(), [this](const Profile &profile) { return profile.id == m_settings.profile(); });
    return found == known.end() ? known.first() : *found;
}

std::optional<Profile> Profiles::find(const QString &name) const
{
    const QList<Profile> known = all();
    for (const Profile &profile : known) {
        if (profile.name.compare(name, Qt::CaseInsensitive) == 0)
            return profile;
    }
    return {};
}

QString Profiles::nameError(const QString &name, const std::optional<QString> &id) const
{
    if (name.trimmed().isEmpty())
        return tr("A profile needs a name.");
    if (name.size() > MostLetters)
        return tr("A name has at most %Ln letter(s).", nullptr, int(MostLetters));
    if (!isPrintable(name))
        return tr("A name has letters, digits, signs and blanks only.");
    const std::optional<Profile> other = find(name.trimmed());
    if (other && other->id != id)
        return tr("There is a profile called %1 already.").arg(other->name);
    return {};
}

QString Profiles::freeName(const QString &wanted) const
{
    const QString stem = wanted.left(MostLetters - 5);
    QString name = stem;
    for (int number = 2; find(name); ++number)
        name = QStringLiteral("%1 %2").arg(stem).arg(number);
    return name;
}

Result<Profile> Profiles::add(const QString &name)
{
    if (const QString error = nameError(name); !error.isEmpty())
        return fail(Errc::InvalidArgument, error.toUtf8());
    const Profile made{makeId(), name.trimmed()};
    m_settings.ini().setValue(nameKey(made.id), made.name);
    return write().map([&made] { return made; });
}

Result<Profile> Profiles::duplicate(const QString &id, const QString &name)
{
    if (const QString error = nameError(name); !error.isEmpty())
        return fail(Errc::InvalidArgument, error.toUtf8());
    if (!exists(id))
        return fail(Errc::NotFound, tr("This profile is not there any more.").toUtf8());
    const Profile made{makeId(), name.trimmed()};
    if (const Result<void> copied = copyPrivate(id, made.id); !copied)
        return tl::unexpected(copied.error());
    copyKeys(id, made.id);
    m_settings.ini().setValue(nameKey(made.id), made.name);
    return write().map([&made] { return made; });
}

void Profiles::copyKeys(const QString &from, const QString &to)
{
    QSettings &ini = m_settings.ini();
    ini.beginGroup(hubGroup(from));
    const QStringList keys = ini.childKeys();
    ini.endGroup();
    for (const QString &key : keys)
        ini.setValue(hubGroup(to) + u'/' + key, ini.value(hubGroup(from) + u'/' + key));
    if (const QVariant answers = ini.value(noteOf(from)); answers.isValid())
        ini.setValue(noteOf(to), answers);
}

// A copy has the permissions of what it was copied from.
Result<void> Profiles::copyPrivate(const QString &from, const QString &to) const
{
    const QDir target(folderOf(m_settings.folder(), to));
    if (!QDir().mkpath(target.path()))
        return fail(Errc::Io, tr("The folder %1 cannot be made.").arg(target.path()).toUtf8());
    for (const char *name : PrivateFiles) {
        QFile file(folderOf(m_settings.folder(), from) + u'/' + QLatin1String(name));
        if (file.exists() && !file.copy(target.filePath(QLatin1String(name))))
            return fail(Errc::Io, file.fileName().toUtf8() + ": " + file.errorString().toUtf8());
    }
    return {};
}

Result<void> Profiles::rename(const QString &id, const QString &name)
{
    if (const QString error = nameError(name, id); !error.isEmpty())
        return fail(Errc::InvalidArgument, error.toUtf8());
    if (!exists(id))
        return fail(Errc::NotFound, tr("This profile is not there any more.").toUtf8());
    m_settings.ini().setValue(nameKey(id), name.trimmed());
    return write();
}

Result<void> Profiles::remove(const QString &id)
{
    if (id.isEmpty())
        return fail(Errc::Forbidden, tr("This profile is always there.").toUtf8());
    if (id == m_settings.profile())
        return fail(Errc::Forbidden, tr("The profile in use can't be deleted.").toUtf8());
    if (!exists(id))
        return {};
    QSettings &ini = m_settings.ini();
    const bool wasLast = last() == id;
    ini.remove(QLatin1String(GroupKey) + u'/' + id);
    ini.remove(QLatin1String(NotesKey) + QStringLiteral("profiles/") + id);
    if (wasLast)
        ini.remove(QLatin1String(LastKey));
    const Result<void> written = write();
    if (written)
        QDir(folderOf(m_settings.folder(), id)).removeRecursively();
    return written;
}

QString Profiles::last() const
{
    const QString id = m_settings.ini().value(QLatin1String(LastKey)).toString();
    return exists(id) ? id : QString();
}

void Profiles::setLast(const QString &id)
{
    m_settings.ini().setValue(QLatin1String(LastKey), id);
    m_settings.sync();
}

Result<void> Profiles::write() const
{
    m_settings.sync();
    if (m_settings.ini().status() == QSettings::AccessError)
        return fail(Errc::Io, tr("%1 cannot be written.").arg(m_settings.ini().fileName()).toUtf8());
    return {};
}

} // namespace pushscope
