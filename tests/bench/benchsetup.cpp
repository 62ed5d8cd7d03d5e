// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benchsetup.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <cstdio>

namespace pushscope::bench {

namespace {

constexpr int OwnDescriptors = 64; // of either process, beside its connections

QString beside(const QString &name)
{
    return QCoreApplication::applicationDirPath() + u'/' + name;
}

[[noreturn]] void giveUp(const QString &why)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(why));
    std::exit(2);
}

Protocol protocolOf(const QString &name)
{
    if (name == u"sse")
        return Protocol::Sse;
    if (name == u"ws")
        return Protocol::WebSocket;
    if (name == u"lp")
        return Protocol::Poll;
    giveUp(QStringLiteral("--protocol must be sse, ws or lp"));
}

QString executable(const QCommandLineParser &parser, const QString &option)
{
    const QString path = parser.value(option);
    if (!QFileInfo(path).isExecutable())
        giveUp(QStringLiteral("--%1: no executable at %2").arg(option, path));
    return path;
}

} // namespace

void addOptions(QCommandLineParser &parser)
{
    parser.addHelpOption();
    parser.addOptions({
        {QStringLiteral("hub"), QStringLiteral("The hub's executable."), QStringLiteral("path"),
         beside(QStringLiteral("pushscope-hub"))},
        {QStringLiteral("hub-argument"), QStringLiteral("Passed on to the hub; may be repeated."), QStringLiteral("argument")},
        {QStringLiteral("reference"), QStringLiteral("The reference server's executable."), QStringLiteral("path"),
         beside(QStringLiteral("refserver"))},
        {QStringLiteral("reference-only"), QStringLiteral("Leaves the hub out.")},
        {QStringLiteral("protocol"), QStringLiteral("sse, ws or lp (long polling)."), QStringLiteral("name"),
         QStringLiteral("sse")},
        {QStringLiteral("subscribers"), QStringLiteral("How many connections; cut to what the limit on descriptors allows."),
         QStringLiteral("count"), QStringLiteral("2000")},
        {QStringLiteral("rounds"), QStringLiteral("How often each server has its turn; figures are medians."),
         QStringLiteral("count"), QStringLiteral("3")},
    });
}

int readNumber(const QCommandLineParser &parser, const QString &option, int least)
{
    bool ok = false;
    const int value = parser.value(option).toInt(&ok);
    if (!ok || value < least)
        giveUp(QStringLiteral("--%1 must be a number from %2").arg(option).arg(least));
    return value;
}

Setup readSetup(const QCommandLineParser &parser)
{
    Setup setup;
    setup.protocolName = parser.value(QStringLiteral("protocol"));
    setup.protocol = protocolOf(setup.protocolName);
    setup.rounds = readNumber(parser, QStringLiteral("rounds"), 1);
    setup.subscribers = std::min(readNumber(parser, QStringLiteral("subscribers"), 1), raiseDescriptorLimit() - OwnDescriptors);
    if (!parser.isSet(QStringLiteral("reference-only"))) {
        setup.servers.emplace_back(executable(parser, QStringLiteral("hub")),
                                   std::make_unique<HubContract>(parser.values(QStringLiteral("hub-argument"))));
    }
    setup.servers.emplace_back(executable(parser, QStringLiteral("reference")), std::make_unique<ReferenceContract>());
    return setup;
}

Stage::Stage(const QString &executable, const Contract &contract, const Setup &setup)
    : m_wanted(setup.subscribers)
    , m_server(executable, contract)
    , m_subscribers(contract, setup.protocol, m_server.port())
{
    if (m_server.port() == 0)
        return;
    settle();
    m_bytesBefore = m_server.privateBytes();
    const auto cpuBefore = m_server.cpu();
    m_connected = m_subscribers.connectAll(m_wanted);
    settle();
    m_bytesAfter = m_server.privateBytes();
    m_connectMicroseconds = double((m_server.cpu() - cpuBefore).count()) / 1000 / std::max(m_connected, 1);
    if (!isReady())
        std::fprintf(stderr, "%s: only %d of %d connected\n", contract.name().constData(), m_connected, m_wanted);
}

void Stage::settle()
{
    using namespace std::chrono_literals;
    std::chrono::nanoseconds before = -1s;
    // What an idle server may use for its timers; an open window never rests.
    for (int turn = 0; turn < 20 && m_server.isRunning() && m_server.cpu() - before > 2ms; ++turn) {
        before = m_server.cpu();
        m_subscribers.idle(300ms);
    }
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

void print(const QJsonObject &object)
{
    std::puts(QJsonDocument(object).toJson(QJsonDocument::Indented).constData());
}

} // namespace pushscope::bench
