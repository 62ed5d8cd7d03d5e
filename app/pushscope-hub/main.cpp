// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// pushscope-hub: the hub without a window.

#include "app/common/commandline.h"
#include "exportcommand.h"
#include "hubprocess.h"
#include "protocol/jwt.h"
#include "resources/web/webresources.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace pushscope;

namespace {

constexpr ExtraOption HubExtras[] = {
    {"duration", "TIME", "stop by itself after this time [never]"},
    {"record", "FILE", "record all that happens into a session file"},
    {"record-secrets", nullptr, "record tokens and cookies too; they are left out otherwise"},
};

constexpr ExtraOption TokenExtras[] = {
    {"user", "U", "whose token it is (the claim \"sub\")"},
    {"room", "PATTERN", "a room that the bearer may enter; \"*\" stands for any run of characters; several count"},
    {"publish", "PATTERN", "a channel that the bearer may publish to: \"*\", \"room:*\", \"user:al*\"; several count"},
    {"admin", nullptr, "for the admin API"},
    {"ttl", "TIME", "how long it is good [1h]"},
};

int complain(const QByteArray &text)
{
    std::fprintf(stderr, "pushscope-hub: %s\n", text.constData());
    return 2;
}

int printHelp()
{
    std::printf("pushscope-hub [options]                     a hub for Server-Sent Events, WebSockets and long polling\n"
                "pushscope-hub token --user U [options]      prints a token for it\n"
                "pushscope-hub export FILE --to FORM [-o OUT]  a recorded session as JSON lines, CSV, HAR or pcapng\n\nOptions "
                "of the hub:\n%s\nOptions of token:\n",
                optionHelp(HubExtras).constData());
    const auto print = [](const ExtraOption &extra) {
        std::printf("  --%s %s\n        %s\n", extra.name, extra.value ? extra.value : "", extra.help);
    };
    std::for_each(std::begin(TokenExtras), std::end(TokenExtras), print);
    std::printf("\nOptions of export:\n");
    for (const ExtraOption &extra : exportExtras())
        print(extra);
    return 0;
}

int printToken(const CommandLine &line)
{
    if (line.value("user").isEmpty())
        return complain("token needs --user");
    const auto lifetime = parseDuration(line.has("ttl") ? line.value("ttl") : QByteArray("1h"));
    if (!lifetime)
        return complain("--ttl: " + lifetime.error().detail);
    ServerConfig config = line.config;
    config.publicKeys.clear(); // they can't sign
    if (const auto secret = ensureSecret(config); !secret)
        return complain(secret.error().detail);
    const WallTime now = SystemClock().wall();
    const JwtClaims claims{line.value("user"), line.extras.value("room"), line.extras.value("publish"), line.has("admin"),
                           now + *lifetime};
    const auto token = signJwt(claims, config.secrets.first(), now, config.audience, config.issuer);
    if (!token)
        return complain(token.error().detail);
    std::puts(token->constData());
    return 0;
}

int runHub(CommandLine line)
{
    if (!line.arguments.isEmpty())
        return complain("what is \"" + line.arguments.first() + "\"? --help lists the options");
    if (const auto secret = ensureSecret(line.config); !secret)
        return complain(secret.error().detail);
    const auto duration = line.has("duration") ? parseDuration(line.value("duration")) : Result<Milliseconds>(Milliseconds(0));
    if (!duration)
        return complain("--duration: " + duration.error().detail);
    initWebResources();
    HubProcess process(std::move(line.config));
    if (line.has("record")) {
        RecorderSettings settings;
        settings.path = QFile::decodeName(line.value("record"));
        settings.keepSecrets = line.has("record-secrets");
        if (const auto recording = process.record(settings); !recording)
            return complain("--record: " + recording.error().detail);
    }
    if (const auto started = process.start(*duration); !started)
        return complain(started.error().detail);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QList<QByteArray> arguments(argv + 1, argv + argc);
    const bool token = !arguments.isEmpty() && arguments.first() == "token";
    const bool exports = !arguments.isEmpty() && arguments.first() == "export";
    if (token || exports)
        arguments.removeFirst();
    if (const qsizetype output = arguments.indexOf("-o"); exports && output >= 0)
        arguments[output] = "--output";
    std::vector<ExtraOption> extras(std::begin(HubExtras), std::end(HubExtras));
    if (token)
        extras.assign(std::begin(TokenExtras), std::end(TokenExtras));
    if (exports)
        extras.assign(exportExtras().begin(), exportExtras().end());
    auto line = parseCommandLine(arguments, QProcessEnvironment::systemEnvironment(), extras);
    if (!line)
        return complain(line.error().detail);
    if (line->help)
        return printHelp();
    if (line->version) {
        std::puts("pushscope-hub " PUSHSCOPE_VERSION);
        return 0;
    }
    if (exports)
        return exportFile(*line);
    return token ? printToken(*line) : runHub(std::move(*line));
}
