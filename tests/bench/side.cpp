// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/side.h"

namespace pushscope::bench {

bool Side::runRound(const Contract &contract, const Setup &setup, const FanOut &load)
{
    constexpr int WarmUp = 10;
    Stage stage(executable, contract, setup);
    if (!stage.isReady() || !stage.subscribers().broadcast(WarmUp, load.window, load.size))
        return false;
    if (isHubAlone)
        stage.server().reserveCoreFor(hubThread);
    stage.subscribers().resetTally();
    const auto hubBefore = stage.server().cpu(hubThread), allBefore = stage.server().cpu();
    const auto begin = std::chrono::steady_clock::now();
    const bool complete = stage.subscribers().broadcast(load.events, load.window, load.size);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    const Tally &tally = stage.subscribers().tally();
    const double deliveries = double(std::max<qint64>(tally.deliveries, 1));
    hubPerDelivery.push_back(double((stage.server().cpu(hubThread) - hubBefore).count()) / 1000 / deliveries);
    deliveriesPerSecond.push_back(deliveries / took.count());
    stage.subscribers().idle(std::chrono::milliseconds(500)); // what other threads do later belongs to it
    allPerDelivery.push_back(double((stage.server().cpu() - allBefore).count()) / 1000 / deliveries);
    missing += tally.missing;
    return complete;
}

QJsonObject Side::toJson() const
{
    return {{QStringLiteral("hubThreadMicrosecondsPerDelivery"), median(hubPerDelivery)},
            {QStringLiteral("allThreadsMicrosecondsPerDelivery"), median(allPerDelivery)},
            {QStringLiteral("deliveriesPerSecond"), median(deliveriesPerSecond)},
            {QStringLiteral("missing"), missing}};
}

} // namespace pushscope::bench
