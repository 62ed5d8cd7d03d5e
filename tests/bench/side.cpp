// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/side.h"

namespace pushscope::bench {

bool Side::start(const Contract &contract, const Setup &setup)
{
    stage.reset();
    stage = std::make_unique<Stage>(executable, contract, setup);
    const FanOut warmUp{10};
    return stage->isReady() && stage->subscribers().broadcast(warmUp.events, warmUp.window, warmUp.size);
}

bool Side::runRound(const FanOut &load)
{
    Subscribers &subscribers = stage->subscribers();
    ServerProcess &server = stage->server();
    if (isHubAlone)
        server.reserveCoreFor(hubThread);
    subscribers.resetTally();
    const auto hubBefore = server.cpu(hubThread), allBefore = server.cpu();
    const auto begin = std::chrono::steady_clock::now();
    const bool complete = subscribers.broadcast(load.events, load.window, load.size);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    const Tally &tally = subscribers.tally();
    const double deliveries = double(std::max<qint64>(tally.deliveries, 1));
    hubPerDelivery.push_back(double((server.cpu(hubThread) - hubBefore).count()) / 1000 / deliveries);
    deliveriesPerSecond.push_back(deliveries / took.count());
    subscribers.idle(std::chrono::milliseconds(500)); // what other threads do later belongs to it
    allPerDelivery.push_back(double((server.cpu() - allBefore).count()) / 1000 / deliveries);
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
