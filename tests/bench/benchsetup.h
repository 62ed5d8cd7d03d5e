// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// BenchSetup: the command line that the benchmarks share, and one server with its subscribers, started and measured.

#include "bench/serverprocess.h"
#include "bench/subscribers.h"

#include <QCommandLineParser>
#include <QJsonObject>

namespace pushscope::bench {

struct Setup {
    std::vector<std::pair<QString, std::unique_ptr<Contract>>> servers; // executable and how to speak to it
    Protocol protocol = Protocol::Sse;
    QString protocolName;
    int subscribers = 0;
    int rounds = 0;
};

// Adds the shared options.
void addOptions(QCommandLineParser &parser);
// From the parsed options; says what is wrong and ends the program otherwise.
[[nodiscard]] Setup readSetup(const QCommandLineParser &parser);
[[nodiscard]] int readNumber(const QCommandLineParser &parser, const QString &option, int least);

// A fresh server with all its subscribers connected and at rest.
class Stage
{
public:
    Stage(const QString &executable, const Contract &contract, const Setup &setup);

    [[nodiscard]] bool isReady() const noexcept { return m_connected == m_wanted; }
    [[nodiscard]] int connected() const noexcept { return m_connected; }
    [[nodiscard]] ServerProcess &server() noexcept { return m_server; }
    [[nodiscard]] Subscribers &subscribers() noexcept { return m_subscribers; }
    [[nodiscard]] qint64 bytesBefore() const noexcept { return m_bytesBefore; }
    [[nodiscard]] qint64 bytesAfter() const noexcept { return m_bytesAfter; }
    [[nodiscard]] double bytesPerConnection() const { return double(m_bytesAfter - m_bytesBefore) / std::max(m_connected, 1); }
    [[nodiscard]] double connectMicroseconds() const noexcept { return m_connectMicroseconds; } // CPU per connection

    void settle(); // until the server does nothing any more, 6 s at most

private:
    int m_wanted;
    ServerProcess m_server;
    Subscribers m_subscribers;
    int m_connected = 0;
    qint64 m_bytesBefore = 0;
    qint64 m_bytesAfter = 0;
    double m_connectMicroseconds = 0;
};

[[nodiscard]] double median(std::vector<double> values); // not empty
void print(const QJsonObject &object); // to stdout

} // namespace pushscope::bench
