// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Side: one of two ways to run the hub that a benchmark sets beside each other, and what its rounds of a fan-out took.

#include "bench/benchsetup.h"

namespace pushscope::bench {

struct FanOut {
    int events = 100; // broadcasts a round
    int window = 2; // of them under way at a time
    int size = 100; // octets of an event's data
};

struct Side {
    QString executable;
    QByteArray hubThread; // its name; of pushscope-hub it is the main one
    bool isHubAlone = false; // on its core: its other threads share the clients'
    std::vector<double> hubPerDelivery{}, allPerDelivery{}, deliveriesPerSecond{}; // µs of CPU
    qint64 missing = 0;
    std::unique_ptr<Stage> stage{};

    // A fresh server with its subscribers; one that it had is ended first. False where not all are there. Both are borrowed.
    [[nodiscard]] bool start(const Contract &contract, const Setup &setup);
    // The load on it. False where not all was delivered.
    [[nodiscard]] bool runRound(const FanOut &load);
    [[nodiscard]] QJsonObject toJson() const; // medians
};

} // namespace pushscope::bench
