// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/wirecosts.h"

#include "pushserver.h" // its encoder: what is counted is what is sent

#include <QElapsedTimer>
#include <array>
#include <cmath>

namespace pushscope {

namespace {

constexpr double PacketOctets = 1448; // of an Ethernet with timestamps
constexpr qsizetype RecordOctets = 22; // header, type and tag of a record of TLS 1.3
constexpr qsizetype FrameOctets = 9; // RFC 9113 §4.1

// As the hub answers a poll, but for what its length adds.
constexpr QByteArrayView AnswerHead = "HTTP/1.1 200 OK\r\nvary: origin\r\ncontent-type: application/json\r\ncache-control: "
                                      "no-store\r\nvary: accept-encoding\r\nContent-Length: \r\n\r\n";
constexpr QByteArrayView CodingField = "content-encoding: gzip\r\n";

struct Way {
    ClientProtocol protocol;
    bool http2, compressed;
    WireForm form; // as it is written
};

constexpr std::array<Way, 8> Ways{{
    {ClientProtocol::Sse, false, false, WireForm::SseChunk},
    {ClientProtocol::Sse, false, true, WireForm::SseGzipChunk},
    {ClientProtocol::Sse, true, false, WireForm::Sse},
    {ClientProtocol::Sse, true, true, WireForm::SseGzip},
    {ClientProtocol::WebSocket, false, false, WireForm::WsFrame},
    {ClientProtocol::WebSocket, false, true, WireForm::WsDeflate15},
    {ClientProtocol::Poll, false, false, WireForm::PollObject},
    {ClientProtocol::Poll, false, true, WireForm::PollObject},
}};

qsizetype octetsOf(const Way &way, const EventPtr &event, const WireEncoder &encoder, const Epoch &epoch)
{
    const EncodedEvent encoded(event, encoder, epoch); // anew for each way, so that each pays for all that it needs
    const SharedBytes &octets = encoded.form(way.form);
    if (way.protocol != ClientProtocol::Poll)
        return octets.size() + (way.http2 ? FrameOctets : 0);
    QByteArray body = WireEncoder::pollAnswer(octets, formatEventId(epoch, event->seq), {});
    if (way.compressed)
        body = gzipBody(body);
    return AnswerHead.size() + (way.compressed ? CodingField.size() : 0) + QByteArray::number(body.size()).size() + body.size();
}

WireCost costOf(const Way &way, const std::vector<EventPtr> &events, const WireCostSetting &setting)
{
    const WireEncoder encoder;
    const bool polls = way.protocol == ClientProtocol::Poll;
    WireCost cost;
    cost.protocol = way.protocol;
    cost.http2 = way.http2;
    cost.compressed = way.compressed;
    (void)octetsOf(way, events.front(), encoder, setting.epoch); // makes what is made once
    QElapsedTimer watch;
    watch.start();
    for (const EventPtr &event : events) {
        const qsizetype octets = octetsOf(way, event, encoder, setting.epoch) + (setting.tls ? RecordOctets : 0);
        cost.octets += double(octets);
        cost.packets += std::ceil(double(octets) / PacketOctets);
        if (!polls)
            continue;
        const qsizetype up = setting.requestOctets + formatEventId(setting.epoch, event->seq).size();
        cost.octetsUp += double(up + (setting.tls ? RecordOctets : 0));
        cost.packets += std::ceil(double(up) / PacketOctets);
    }
    const auto count = double(events.size());
    cost.makingUs = double(watch.nsecsElapsed()) / 1000 / count;
    cost.octets /= count;
    cost.octetsUp /= count;
    cost.packets /= count;
    return cost;
}

} // namespace

std::vector<WireCost> wireCosts(const std::vector<EventPtr> &events, const WireCostSetting &setting)
{
    std::vector<WireCost> costs;
    if (events.empty())
        return costs;
    for (const Way &way : Ways) {
        costs.push_back(costOf(way, events, setting));
        costs.back().ratio = (costs.back().octets + costs.back().octetsUp) / costs.front().octets;
    }
    return costs;
}

} // namespace pushscope
