// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/commandline.h"

#include "auth/keyset.h"

#include <QFile>
#include <QSettings>
#include <QStandardPaths>

namespace pushscope {

namespace {

struct HubOption {
    const char *name;
    const char *value; // null: a flag
    const char *help;
    Result<void> (*set)(ServerConfig &, const QByteArray &);
    bool repeats = false; // the first of a more precise source replaces what came before
    void (*clear)(ServerConfig &) = nullptr;
};

template<auto Member> Result<void> setText(ServerConfig &config, const QByteArray &text)
{
    config.*Member = text;
    return {};
}

template<auto Member> Result<void> setDuration(ServerConfig &config, const QByteArray &text)
{
    return parseDuration(text).map([&](Milliseconds value) { config.*Member = value; });
}

template<auto Member> Result<void> setSize(ServerConfig &config, const QByteArray &text)
{
    return parseSize(text).map([&](qint64 value) { config.*Member = value; });
}

template<auto Member> Result<void> appendText(ServerConfig &config, const QByteArray &text)
{
    (config.*Member).append(text);
    return {};
}

template<auto Member> void clearList(ServerConfig &config)
{
    (config.*Member).clear();
}

Result<QByteArray> readFile(const QByteArray &path)
{
    QFile file(QFile::decodeName(path));
    if (!file.open(QIODevice::ReadOnly))
        return fail(Errc::Io, path + ": " + file.errorString().toUtf8());
    return file.readAll();
}

Result<quint64> parseCount(const QByteArray &text)
{
    bool ok = false;
    const quint64 count = text.toULongLong(&ok);
    if (!ok)
        return fail(Errc::Syntax, '\'' + text + "' is not a whole number");
    return count;
}

template<auto Member> Result<void> setCount(ServerConfig &config, const QByteArray &text)
{
    using Value = std::remove_reference_t<decltype(config.*Member)>;
    return parseCount(text).and_then([&](quint64 count) -> Result<void> {
        if (count > std::numeric_limits<Value>::max())
            return fail(Errc::Syntax, '\'' + text + "' is too much");
        config.*Member = Value(count);
        return {};
    });
}

const HubOption HubOptions[] = {
    {"listen", "[http://|https://]ADDR:PORT",
     "where to listen; may be given several times; port 0 picks a free one. https:// is TLS, http:// clear text; an address with "
     "neither is TLS if there is a certificate and no other address says https [127.0.0.1:8090]",
     appendText<&ServerConfig::listen>, true, clearList<&ServerConfig::listen>},
    {"expose", nullptr, "allow addresses that are not loopback: whoever reaches this machine can then connect",
     [](ServerConfig &config, const QByteArray &) -> Result<void> {
         config.expose = true;
         return {};
     }},
    {"tls-cert", "FILE",
     "a PEM certificate for TLS, followed by those that lead to its authority; several, each with its key, are chosen from by "
     "the name that a client asks for; read again when a file changes",
     appendText<&ServerConfig::tlsCertificates>, true, clearList<&ServerConfig::tlsCertificates>},
    {"tls-key", "FILE", "the PEM private key of the --tls-cert of the same place", appendText<&ServerConfig::tlsKeys>, true,
     clearList<&ServerConfig::tlsKeys>},
    {"tls-self-signed", nullptr,
     "make a certificate for localhost, keep it in the configuration folder, and say how a browser is made to trust it",
     [](ServerConfig &config, const QByteArray &) -> Result<void> {
         config.tlsSelfSigned = true;
         return {};
     }},
    {"store", "FILE|memory", "where events are kept [memory]",
     [](ServerConfig &config, const QByteArray &text) -> Result<void> {
         config.store = QFile::decodeName(text);
         return {};
     }},
    {"redis", "URL",
     "join the hubs that use this Redis, and keep events there: redis://[[user]:password@]host[:port][/database], rediss:// for "
     "TLS (with ?ssl_ca_certs=FILE for an authority of your own); in the environment the password stays out of process lists "
     "[alone]",
     setText<&ServerConfig::redis>},
    {"redis-outage", "fail|wait", "while Redis is away, publishing answers 503, or waits up to 30s for its return [fail]",
     [](ServerConfig &config, const QByteArray &text) -> Result<void> {
         if (text != "fail" && text != "wait")
             return fail(Errc::Syntax, "'" + text + "' is not fail or wait");
         config.redisWaits = text == "wait";
         return {};
     }},
    {"durability", "fsync|committed|relaxed",
     "what an acknowledged event survives: a power cut, a killed process, or nothing [committed]",
     [](ServerConfig &config, const QByteArray &text) -> Result<void> {
         if (text != "fsync" && text != "committed" && text != "relaxed")
             return fail(Errc::Syntax, "'" + text + "' is not fsync, committed or relaxed");
         config.durability = text == "fsync" ? Durability::Fsync
             : text == "relaxed"             ? Durability::Relaxed
                                             : Durability::Committed;
         return {};
     }},
    {"jwt-secret", "S|@FILE",
     "a secret that signs tokens, or the file that has it; several count; made on first run if none is given",
     [](ServerConfig &config, const QByteArray &text) -> Result<void> {
         return secretFromOption(text).map([&](const QByteArray &secret) { config.secrets.append(secret); });
     },
     true, clearList<&ServerConfig::secrets>},
    {"jwt-public-key", "FILE", "a PEM public key that verifies tokens (RS256, ES256); several count",
     [](ServerConfig &config, const QByteArray &text) -> Result<void> {
         return readFile(text).map([&](const QByteArray &pem) { config.publicKeys.append(pem); });
     },
     true, clearList<&ServerConfig::publicKeys>},
    {"jwt-alg", "A,B,…", "the algorithms allowed [HS256,HS384,HS512,RS256,ES256]",
     [](ServerConfig &config, const QByteArray &text) -> Result<void> {
         config.algorithms.clear();
         for (const QByteArray &name : text.split(','))
             config.algorithms.append(name.trimmed());
         return {};
     }},
    {"jwt-aud", "A", "the audience that tokens must name [not checked]", setText<&ServerConfig::audience>},
    {"jwt-iss", "I", "the issuer that tokens must name [not checked]", setText<&ServerConfig::issuer>},
    {"require-exp", nullptr, "refuse tokens without an expiry",
     [](ServerConfig &config, const QByteArray &) -> Result<void> {
         config.requireExpiry = true;
         return {};
     }},
    {"keepalive", "TIME", "how often an idle connection is written to, and WebSockets pinged [30s]",
     setDuration<&ServerConfig::keepalive>},
    {"poll-timeout", "TIME", "how long a poll waits when it does not say, at most 60s [30s]",
     setDuration<&ServerConfig::pollTimeout>},
    {"idle-timeout", "TIME", "how long an HTTP connection may rest between two requests [75s]",
     setDuration<&ServerConfig::idleTimeout>},
    {"header-timeout", "TIME", "how long a request's head may take [10s]", setDuration<&ServerConfig::headerTimeout>},
    {"queue-limit", "SIZE", "what may wait for one client to read; past it, it is dropped and replays [1MiB]",
     setSize<&ServerConfig::queueLimit>},
    {"max-event", "SIZE", "the largest data of an event, at most half the queue limit [256KiB]",
     setSize<&ServerConfig::maxEvent>},
    {"memory-limit", "SIZE",
     "the memory of the process: near it the slowest clients are dropped, then publishing is refused [3/4 of the machine's]",
     setSize<&ServerConfig::memoryLimit>},
    {"max-connections", "N", "event streams, WebSockets and waiting polls in all; 0: no limit [0]",
     setCount<&ServerConfig::maxConnections>},
    {"max-per-user", "N", "of these of one user; 0: no limit [0]", setCount<&ServerConfig::maxPerUser>},
    {"max-per-address", "N", "of these from one address; 0: no limit [0]", setCount<&ServerConfig::maxPerAddress>},
    {"publish-rate", "N", "events a second that one token may publish, and as many at once; 0: no limit [0]",
     setCount<&ServerConfig::publishRate>},
    {"retain-events", "N", "how many events are kept, with Redis of each channel; 0: no limit [1000000]",
     [](ServerConfig &config, const QByteArray &text) {
         return parseCount(text).map([&](quint64 n) { config.retention.events = n; });
     }},
    {"retain-bytes", "SIZE", "how much is kept, with Redis of each channel; 0: no limit [512MiB]",
     [](ServerConfig &config, const QByteArray &text) {
         return parseSize(text).map([&](qint64 n) { config.retention.bytes = quint64(n); });
     }},
    {"retain-age", "TIME", "how long events are kept; 0s: no limit [24h]",
     [](ServerConfig &config, const QByteArray &text) {
         return parseDuration(text).map(
             [&](Milliseconds age) { config.retention.age = std::chrono::duration_cast<std::chrono::seconds>(age); });
     }},
    {"allow-origin", "ORIGIN", "an origin that pages may connect from, besides loopback ones; \"*\" for any; several count",
     appendText<&ServerConfig::allowedOrigins>, true, clearList<&ServerConfig::allowedOrigins>},
    {"transport", "auto|linux|qt", "the socket layer: epoll, Qt Network, or the faster that is there [auto]",
     setText<&ServerConfig::transport>},
};

const HubOption *findOption(QByteArrayView name)
{
    const auto it = std::find_if(std::begin(HubOptions), std::end(HubOptions),
                                 [&](const HubOption &option) { return name == QByteArrayView(option.name); });
    return it == std::end(HubOptions) ? nullptr : it;
}

Result<void> apply(const HubOption &option, ServerConfig &config, const QList<QByteArray> &values, const QByteArray &source)
{
    if (option.clear)
        option.clear(config);
    for (const QByteArray &value : option.repeats ? values : values.last(1)) {
        if (auto set = option.set(config, value); !set)
            return fail(Errc::InvalidArgument, source + ": " + set.error().detail);
    }
    return {};
}

QByteArray environmentName(const char *option)
{
    return "PUSHSCOPE_" + QByteArray(option).replace('-', '_').toUpper();
}

bool isOn(const QByteArray &value)
{
    return value == "1" || value == "true" || value == "yes" || value == "on";
}

Result<void> applyFile(const QString &path, bool mustExist, ServerConfig &config)
{
    const QByteArray name = QFile::encodeName(path);
    if (!QFile::exists(path))
        return mustExist ? Result<void>(fail(Errc::Io, "--config " + name + ": there is no such file")) : Result<void>();
    const QSettings file(path, QSettings::IniFormat);
    if (file.status() != QSettings::NoError)
        return fail(Errc::Syntax, name + ": is not an INI file");
    for (const QString &key : file.childKeys()) {
        const HubOption *option = findOption(key.toUtf8());
        if (!option)
            return fail(Errc::InvalidArgument, name + ": there is no option \"" + key.toUtf8() + '"');
        QList<QByteArray> values;
        for (const QString &value : file.value(key).toStringList())
            values.append(value.toUtf8());
        if (!option->value && !isOn(values.value(0)))
            continue;
        if (auto applied = apply(*option, config, values, name + ", " + option->name); !applied)
            return applied;
    }
    return {};
}

Result<void> applyEnvironment(const QProcessEnvironment &environment, CommandLine &line)
{
    for (const HubOption &option : HubOptions) {
        const QByteArray name = environmentName(option.name);
        if (!environment.contains(QString::fromLatin1(name)))
            continue;
        const QByteArray value = environment.value(QString::fromLatin1(name)).toUtf8();
        if (!option.value && !isOn(value))
            continue;
        // Secrets and keys may have any character; only addresses and origins are lists here.
        const bool isList = QByteArrayView(option.name) == "listen" || QByteArrayView(option.name) == "allow-origin";
        if (auto applied = apply(option, line.config, isList ? value.split(',') : QList<QByteArray>{value}, name); !applied)
            return applied;
        line.overrides.append(name + '=' + value);
    }
    return {};
}

// Options as given: by name, in order.
struct Given {
    QHash<QByteArray, QList<QByteArray>> options;
    QList<QByteArray> arguments;
};

Result<Given> split(const QList<QByteArray> &arguments, std::span<const ExtraOption> extras)
{
    Given given;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QByteArray &argument = arguments[i];
        if (!argument.startsWith("-") || argument == "-") {
            given.arguments.append(argument);
            continue;
        }
        const qsizetype equals = argument.indexOf('=');
        QByteArray name = argument.mid(2, equals < 0 ? -1 : equals - 2);
        if (argument == "-h")
            name = "help";
        const auto extra
            = std::find_if(extras.begin(), extras.end(), [&](const ExtraOption &option) { return name == option.name; });
        const HubOption *option = findOption(name);
        const bool builtIn = name == "help" || name == "version";
        if (!option && extra == extras.end() && !builtIn && name != "config")
            return fail(Errc::InvalidArgument, "there is no option " + argument.left(100) + "; --help lists them");
        const bool takesValue = name == "config" || (option ? option->value != nullptr : !builtIn && extra->value != nullptr);
        if (takesValue && equals < 0 && ++i >= arguments.size())
            return fail(Errc::InvalidArgument, "--" + name + " needs a value");
        if (!takesValue && equals >= 0)
            return fail(Errc::InvalidArgument, "--" + name + " takes no value");
        given.options[name].append(takesValue ? (equals < 0 ? arguments[i] : argument.mid(equals + 1)) : QByteArray());
    }
    return given;
}

} // namespace

QString configurationFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/pushscope");
}

Result<void> ensureSecret(ServerConfig &config, const QString &folder)
{
    if (!config.secrets.isEmpty() || !config.publicKeys.isEmpty())
        return {};
    auto secret = loadOrCreateSecret(folder + QStringLiteral("/secret"));
    if (!secret)
        return tl::unexpected(secret.error());
    config.secrets.append(*secret);
    return {};
}

Result<CommandLine> parseCommandLine(const QList<QByteArray> &arguments, const QProcessEnvironment &environment,
                                     std::span<const ExtraOption> extras, const ServerConfig &base)
{
    auto given = split(arguments, extras);
    if (!given)
        return tl::unexpected(given.error());
    CommandLine line;
    line.config = base;
    line.config.tlsFolder = configurationFolder() + QStringLiteral("/tls");
    line.help = given->options.contains("help");
    line.version = given->options.contains("version");
    line.arguments = std::move(given->arguments);
    const bool named = given->options.contains("config");
    const QString file
        = named ? QFile::decodeName(given->options["config"].last()) : configurationFolder() + QStringLiteral("/hub.ini");
    if (auto applied = applyFile(file, named, line.config); !applied)
        return tl::unexpected(applied.error());
    if (auto applied = applyEnvironment(environment, line); !applied)
        return tl::unexpected(applied.error());
    for (auto it = given->options.cbegin(); it != given->options.cend(); ++it) {
        const HubOption *option = findOption(it.key());
        if (!option) {
            line.extras.insert(it.key(), it.value());
        } else if (auto applied = apply(*option, line.config, it.value(), "--" + it.key()); !applied) {
            return tl::unexpected(applied.error());
        }
        if (option || it.key() == "config")
            line.overrides.append(it.key() + '=' + it.value().join('\n'));
    }
    std::sort(line.overrides.begin(), line.overrides.end());
    return line;
}

QByteArray optionHelp(std::span<const ExtraOption> extras)
{
    QByteArray text;
    const auto add = [&](const char *name, const char *value, const char *help) {
        text += QByteArray("  --") + name + (value ? QByteArray(" ") + value : QByteArray()) + "\n        " + help + '\n';
    };
    for (const HubOption &option : HubOptions)
        add(option.name, option.value, option.help);
    for (const ExtraOption &extra : extras)
        add(extra.name, extra.value, extra.help);
    add("config", "FILE", "an INI file of these options, one \"name=value\" a line [hub.ini in the configuration folder]");
    add("help", nullptr, "this text");
    add("version", nullptr, "the version");
    return text
        + "Times have a unit: 500ms, 30s, 2m, 1h. Sizes are octets, or have one: 256KiB, 1MiB.\n"
          "Every hub option can also stand in the environment: --jwt-secret is PUSHSCOPE_JWT_SECRET.\n";
}

} // namespace pushscope
