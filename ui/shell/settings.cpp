// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QStandardPaths>

#include <limits>

namespace pushscope {

namespace {

constexpr auto GeometryKey = "v1/window/geometry";
constexpr auto LayoutKey = "v1/window/layout";
constexpr auto ThemeKey = "v1/look/theme";
constexpr auto ScaleKey = "v1/look/scale";
constexpr auto LanguageKey = "v1/look/language";
constexpr auto TrayKey = "v1/look/tray";
constexpr int LeastScale = 100, MostScale = 200;
constexpr int MostDamaged = 99; // copies
constexpr auto RecordKey = "v1/recording/on", RecordSizeKey = "v1/recording/size", RecordAgeKey = "v1/recording/age";

struct Words {
    Q_DECLARE_TR_FUNCTIONS(pushscope::Settings)
};

QString key(const char *name)
{
    return QLatin1String(name);
}

// One option of the hub as it stands in the file: its name and how to write and read it.
struct Option {
    const char *name;
    QByteArray (*write)(const ServerConfig &);
    bool (*read)(ServerConfig &, const QByteArray &); // false: does not parse; the configuration is as before
};

template<typename T> bool take(T &into, const Result<T> &value)
{
    if (value)
        into = *value;
    return value.has_value();
}

template<typename Count> bool takeCount(Count &into, const QByteArray &text)
{
    bool ok = false;
    const quint64 value = text.toULongLong(&ok);
    if (!ok || value > std::numeric_limits<Count>::max())
        return false;
    into = Count(value);
    return true;
}

QList<QByteArray> splitList(const QByteArray &text)
{
    QList<QByteArray> all;
    const QList<QByteArray> parts = text.split(' ');
    for (const QByteArray &part : parts) {
        if (!part.isEmpty())
            all.append(part);
    }
    return all;
}

constexpr const char *DurabilityNames[] = {"fsync", "committed", "relaxed"};

bool takeDurability(Durability &into, const QByteArray &text)
{
    for (std::size_t i = 0; i < std::size(DurabilityNames); ++i) {
        if (text != DurabilityNames[i])
            continue;
        into = Durability(i);
        return true;
    }
    return false;
}

bool takeAge(std::chrono::seconds &into, const QByteArray &text)
{
    const Result<Milliseconds> value = parseDuration(text);
    if (value)
        into = std::chrono::floor<std::chrono::seconds>(*value);
    return value.has_value();
}

bool takeList(QList<QByteArray> &into, const QByteArray &text, bool mayBeEmpty)
{
    const QList<QByteArray> list = splitList(text);
    if (list.isEmpty() && !mayBeEmpty)
        return false;
    into = list;
    return true;
}

bool takeLines(QList<QByteArray> &into, const QByteArray &text) // names of files may have blanks
{
    into = text.isEmpty() ? QList<QByteArray>() : text.split('\n');
    return true;
}

using Config = ServerConfig;
const Option Options[] = {
    {"listen", [](const Config &c) { return c.listen.join(' '); },
     [](Config &c, const QByteArray &t) { return takeList(c.listen, t, false); }},
    {"expose", [](const Config &c) { return QByteArray(c.expose ? "true" : "false"); },
     [](Config &c, const QByteArray &t) {
         c.expose = t == "true";
         return true;
     }},
    {"tls-cert", [](const Config &c) { return c.tlsCertificates.join('\n'); },
     [](Config &c, const QByteArray &t) { return takeLines(c.tlsCertificates, t); }},
    {"tls-key", [](const Config &c) { return c.tlsKeys.join('\n'); },
     [](Config &c, const QByteArray &t) { return takeLines(c.tlsKeys, t); }},
    {"tls-self-signed", [](const Config &c) { return QByteArray(c.tlsSelfSigned ? "true" : "false"); },
     [](Config &c, const QByteArray &t) {
         c.tlsSelfSigned = t == "true";
         return true;
     }},
    {"store", [](const Config &c) { return c.store.toUtf8(); },
     [](Config &c, const QByteArray &t) {
         if (!t.isEmpty())
             c.store = QString::fromUtf8(t);
         return !t.isEmpty();
     }},
    {"durability", [](const Config &c) { return QByteArray(DurabilityNames[std::size_t(c.durability)]); },
     [](Config &c, const QByteArray &t) { return takeDurability(c.durability, t); }},
    {"retain-events", [](const Config &c) { return QByteArray::number(c.retention.events); },
     [](Config &c, const QByteArray &t) { return takeCount(c.retention.events, t); }},
    {"retain-bytes", [](const Config &c) { return QByteArray::number(c.retention.bytes); },
     [](Config &c, const QByteArray &t) { return takeCount(c.retention.bytes, t); }},
    {"retain-age", [](const Config &c) { return formatDuration(c.retention.age); },
     [](Config &c, const QByteArray &t) { return takeAge(c.retention.age, t); }},
    {"allow-origin", [](const Config &c) { return c.allowedOrigins.join(' '); },
     [](Config &c, const QByteArray &t) { return takeList(c.allowedOrigins, t, true); }},
    {"keepalive", [](const Config &c) { return formatDuration(c.keepalive); },
     [](Config &c, const QByteArray &t) { return take(c.keepalive, parseDuration(t)); }},
    {"poll-timeout", [](const Config &c) { return formatDuration(c.pollTimeout); },
     [](Config &c, const QByteArray &t) { return take(c.pollTimeout, parseDuration(t)); }},
    {"queue-limit", [](const Config &c) { return formatSize(c.queueLimit); },
     [](Config &c, const QByteArray &t) { return take(c.queueLimit, parseSize(t)); }},
    {"max-event", [](const Config &c) { return formatSize(c.maxEvent); },
     [](Config &c, const QByteArray &t) { return take(c.maxEvent, parseSize(t)); }},
    {"max-connections", [](const Config &c) { return QByteArray::number(c.maxConnections); },
     [](Config &c, const QByteArray &t) { return takeCount(c.maxConnections, t); }},
    {"max-per-user", [](const Config &c) { return QByteArray::number(c.maxPerUser); },
     [](Config &c, const QByteArray &t) { return takeCount(c.maxPerUser, t); }},
    {"max-per-address", [](const Config &c) { return QByteArray::number(c.maxPerAddress); },
     [](Config &c, const QByteArray &t) { return takeCount(c.maxPerAddress, t); }},
    {"publish-rate", [](const Config &c) { return QByteArray::number(c.publishRate); },
     [](Config &c, const QByteArray &t) { return takeCount(c.publishRate, t); }},
    {"memory-limit", [](const Config &c) { return QByteArray::number(c.memoryLimit); },
     [](Config &c, const QByteArray &t) { return take(c.memoryLimit, parseSize(t)); }},
    {"redis-outage", [](const Config &c) { return QByteArray(c.redisWaits ? "wait" : "fail"); },
     [](Config &c, const QByteArray &t) {
         c.redisWaits = t == "wait";
         return t == "wait" || t == "fail";
     }},
    {"transport", [](const Config &c) { return c.transport; },
     [](Config &c, const QByteArray &t) {
         c.transport = t;
         return true;
     }},
};

// The first profile's have stood where they are before there were others.
QString optionKey(const QString &profile, const Option &option)
{
    const QString place = profile.isEmpty() ? QStringLiteral("v1/hub/") : QStringLiteral("v1/profiles/%1/hub/").arg(profile);
    return place + QLatin1String(option.name);
}

} // namespace

Settings::Settings(const QString &folder)
    : m_folder(folder)
    , m_ini(folder + QStringLiteral("/pushscope.ini"), QSettings::IniFormat)
{
    (void)m_ini.allKeys(); // reads all of it
    if (m_ini.status() == QSettings::FormatError)
        keepDamaged();
}

// The next write leaves only what could be read.
void Settings::keepDamaged()
{
    for (int number = 1; number <= MostDamaged && m_damagedCopy.isEmpty(); ++number) {
        const QString copy = QStringLiteral("%1.damaged-%2").arg(m_ini.fileName()).arg(number);
        if (QFile::copy(m_ini.fileName(), copy))
            m_damagedCopy = copy;
    }
}

QString Settings::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/pushscope");
}

QByteArray Settings::geometry() const
{
    return m_ini.value(key(GeometryKey)).toByteArray();
}

QByteArray Settings::layout() const
{
    return m_ini.value(key(LayoutKey)).toByteArray();
}

void Settings::setWindow(const QByteArray &geometry, const QByteArray &layout)
{
    m_ini.setValue(key(GeometryKey), geometry);
    m_ini.setValue(key(LayoutKey), layout);
}

void Settings::forgetWindow()
{
    m_ini.remove(key(GeometryKey));
    m_ini.remove(key(LayoutKey));
}

std::optional<Theme::Scheme> Settings::theme() const
{
    const QString name = m_ini.value(key(ThemeKey)).toString();
    if (name == QLatin1String("dark"))
        return Theme::Scheme::Dark;
    if (name == QLatin1String("light"))
        return Theme::Scheme::Light;
    return {};
}

void Settings::setTheme(std::optional<Theme::Scheme> scheme)
{
    if (!scheme)
        m_ini.remove(key(ThemeKey));
    else
        m_ini.setValue(key(ThemeKey), QLatin1String(*scheme == Theme::Scheme::Dark ? "dark" : "light"));
}

int Settings::scale() const
{
    return qBound(LeastScale, m_ini.value(key(ScaleKey), LeastScale).toInt(), MostScale);
}

void Settings::setScale(int percent)
{
    m_ini.setValue(key(ScaleKey), percent);
}

QString Settings::language() const
{
    return m_ini.value(key(LanguageKey)).toString();
}

void Settings::setLanguage(const QString &language)
{
    m_ini.setValue(key(LanguageKey), language);
}

bool Settings::tray() const
{
    return m_ini.value(key(TrayKey), false).toBool();
}

void Settings::setTray(bool wanted)
{
    m_ini.setValue(key(TrayKey), wanted);
}

ServerConfig Settings::hub(const ServerConfig &base) const
{
    ServerConfig config = base;
    for (const Option &option : Options) {
        const QVariant value = m_ini.value(optionKey(m_profile, option));
        if (value.isValid() && !option.read(config, value.toString().toUtf8()))
            qWarning("%s: %s is not understood and left at its default", qPrintable(m_ini.fileName()), option.name);
    }
    if (const QByteArray url = redis(); !url.isEmpty())
        config.redis = url;
    return config;
}

void Settings::setHub(const ServerConfig &config)
{
    for (const Option &option : Options)
        m_ini.setValue(optionKey(m_profile, option), QString::fromUtf8(option.write(config)));
}

RecordingBounds Settings::recording() const
{
    RecordingBounds bounds;
    bounds.on = m_ini.value(key(RecordKey), bounds.on).toBool();
    if (const auto size = parseSize(m_ini.value(key(RecordSizeKey)).toString().toUtf8()))
        bounds.maxOctets = *size;
    if (const auto age = parseDuration(m_ini.value(key(RecordAgeKey)).toString().toUtf8()))
        bounds.maxAge = std::chrono::floor<std::chrono::seconds>(*age);
    return bounds;
}

void Settings::setRecording(const RecordingBounds &bounds)
{
    m_ini.setValue(key(RecordKey), bounds.on);
    m_ini.setValue(key(RecordSizeKey), QString::fromUtf8(formatSize(bounds.maxOctets)));
    m_ini.setValue(key(RecordAgeKey), QString::fromUtf8(formatDuration(bounds.maxAge)));
}

QString Settings::secretFile() const
{
    return profileFolder() + QStringLiteral("/secret");
}

QString Settings::profileFolder() const
{
    return m_profile.isEmpty() ? m_folder : m_folder + QStringLiteral("/profiles/") + m_profile;
}

QString Settings::profileKey(const QString &key) const
{
    return m_profile.isEmpty() ? key : QStringLiteral("profiles/%1/%2").arg(m_profile, key);
}

QByteArray Settings::makeSecret()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), qsizetype(sizeof words)).toHex();
}

Result<void> Settings::writePrivate(const QString &name, const QByteArray &text, const QString &what) const
{
    QDir().mkpath(profileFolder());
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(text + '\n') != text.size() + 1 || !file.commit())
        return fail(Errc::Io, Words::tr("%1 cannot be kept in %2: %3").arg(what, name, file.errorString()).toUtf8());
    return {};
}

Result<void> Settings::setSecret(const QByteArray &secret)
{
    return writePrivate(secretFile(), secret, Words::tr("the hub's secret"));
}

static QString redisFile(const QString &folder)
{
    return folder + QStringLiteral("/redis");
}

QByteArray Settings::redis() const
{
    QFile file(redisFile(profileFolder()));
    return file.open(QIODevice::ReadOnly) ? file.readLine(4096).trimmed() : QByteArray();
}

Result<void> Settings::setRedis(const QByteArray &url)
{
    if (!url.isEmpty())
        return writePrivate(redisFile(profileFolder()), url, Words::tr("the address of Redis"));
    QFile file(redisFile(profileFolder()));
    if (file.exists() && !file.remove())
        return fail(
            Errc::Io,
            Words::tr("the address of Redis cannot be removed from %1: %2").arg(file.fileName(), file.errorString()).toUtf8());
    return {};
}

} // namespace pushscope
