// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/faultkinds.h"

#include <algorithm>
#include <array>

namespace pushscope {

namespace {

using Parameter = FaultParameter;
using Type = FaultParameter::Type;
using Group = FaultKindInfo::Group;

constexpr qint64 TenMinutes = 600'000;
constexpr qint64 GiB = 1024 * 1024 * 1024;

constexpr Parameter number(const char *name, const char *unit, qint64 least, qint64 most, qint64 fallback, const char *meaning)
{
    return {name, Type::Number, unit, least, most, fallback, nullptr, meaning};
}

constexpr Parameter milliseconds(const char *name, qint64 least, qint64 fallback, const char *meaning)
{
    return number(name, "ms", least, TenMinutes, fallback, meaning);
}

constexpr Parameter text(const char *name, Type type, qint64 most, const char *fallback, const char *meaning)
{
    return {name, type, "", 0, most, 0, fallback, meaning};
}

constexpr Parameter Latency[]
    = {milliseconds("ms", 0, 200, QT_TRANSLATE_NOOP("pushscope::FaultText", "how long it takes")),
       milliseconds("jitterMs", 0, 0, QT_TRANSLATE_NOOP("pushscope::FaultText", "it takes so much less or more, at random"))};
constexpr Parameter Bandwidth[] = {number("bytesPerSecond", "bytes/s", 1, GiB, 1000,
                                          QT_TRANSLATE_NOOP("pushscope::FaultText", "what passes in a second, each way"))};
constexpr Parameter Slice[]
    = {number("bytes", "bytes", 1, 65'536, 16, QT_TRANSLATE_NOOP("pushscope::FaultText", "the size of a piece"))};
constexpr Parameter SlowClose[]
    = {milliseconds("ms", 0, 5000, QT_TRANSLATE_NOOP("pushscope::FaultText", "how long the connection stays half open"))};
constexpr Parameter CutAfter[]
    = {number("bytes", "bytes", 0, GiB, 1000, QT_TRANSLATE_NOOP("pushscope::FaultText", "what the client still gets"))};
constexpr Parameter Status[] = {number("code", "", 200, 599, 503, QT_TRANSLATE_NOOP("pushscope::FaultText", "the HTTP status"))};
constexpr Parameter DropHeader[] = {text("name", Type::FieldName, 64, nullptr,
                                         QT_TRANSLATE_NOOP("pushscope::FaultText", "the field that is taken out, both ways"))};
constexpr Parameter Buffer[] = {
    number("bytes", "bytes", 1, 16 * 1024 * 1024, 4096,
           QT_TRANSLATE_NOOP("pushscope::FaultText", "what is gathered before it goes on")),
    milliseconds("ms", 0, 0, QT_TRANSLATE_NOOP("pushscope::FaultText", "the longest that it is kept; 0: until there is enough"))};
constexpr Parameter IdleTimeout[]
    = {milliseconds("ms", 1, 60'000, QT_TRANSLATE_NOOP("pushscope::FaultText", "how long nothing may pass"))};
constexpr Parameter BlockUpgrade[]
    = {text("how", Type::Choice, 0, "403|hang", QT_TRANSLATE_NOOP("pushscope::FaultText", "refused, or never answered"))};
constexpr Parameter ContentType[] = {
    text("value", Type::FieldValue, 256, "text/html", QT_TRANSLATE_NOOP("pushscope::FaultText", "what the answer says it is"))};
constexpr Parameter Delay[]
    = {milliseconds("ms", 0, 1000, QT_TRANSLATE_NOOP("pushscope::FaultText", "how long each event is kept"))};
constexpr Parameter CloseCode[]
    = {{"code", Type::CloseCode, "", 1000, 4999, 1012, nullptr, QT_TRANSLATE_NOOP("pushscope::FaultText", "the close code")},
       text("reason", Type::Text, 123, "", QT_TRANSLATE_NOOP("pushscope::FaultText", "what the Close frame says"))};
constexpr Parameter Evict[]
    = {text("upTo", Type::EventId, 40, nullptr, QT_TRANSLATE_NOOP("pushscope::FaultText", "the newest event that is evicted"))};
constexpr Parameter Restart[]
    = {{"drain", Type::Flag, "", 0, 1, 1, nullptr,
        QT_TRANSLATE_NOOP("pushscope::FaultText", "clients are told to come back; otherwise they are reset")},
       milliseconds("retryMs", 0, 1000,
                    QT_TRANSLATE_NOOP("pushscope::FaultText", "an event stream's shortest wait before it comes back")),
       milliseconds("jitterMs", 0, 2000, QT_TRANSLATE_NOOP("pushscope::FaultText", "up to so much is added to it, at random"))};

constexpr FaultKindInfo Kinds[] = {
    {FaultKind::Latency, "latency", Group::Transport, FaultHold::Link, false,
     QT_TRANSLATE_NOOP("pushscope::FaultText", "All that passes takes longer, each way"), Latency},
    {FaultKind::Bandwidth, "bandwidth", Group::Transport, FaultHold::Link, false,
     QT_TRANSLATE_NOOP("pushscope::FaultText", "The network is slow"), Bandwidth},
    {FaultKind::Slice, "slice", Group::Transport, FaultHold::Link, false,
     QT_TRANSLATE_NOOP("pushscope::FaultText", "What the client gets comes in small pieces"), Slice},
    {FaultKind::Blackhole,
     "blackhole",
     Group::Transport,
     FaultHold::Link,
     false,
     QT_TRANSLATE_NOOP("pushscope::FaultText", "The connection is open, and silent"),
     {}},
    {FaultKind::Fin,
     "fin",
     Group::Transport,
     FaultHold::Once,
     false,
     QT_TRANSLATE_NOOP("pushscope::FaultText", "The hub ends the connection in order"),
     {}},
    {FaultKind::Rst,
     "rst",
     Group::Transport,
     FaultHold::Once,
     false,
     QT_TRANSLATE_NOOP("pushscope::FaultText", "The connection is reset"),
     {}},
    {FaultKind::SlowClose, "slow-close", Group::Transport, FaultHold::Link, false,
     QT_TRANSLATE_NOOP("pushscope::FaultText", "The end of a connection comes late"), SlowClose},
    {FaultKind::CutAfter, "cut-after", Group::Transport, FaultHold::Link, false,
     QT_TRANSLATE_NOOP("pushscope::FaultText", "The connection is reset amid its octets"), CutAfter},
    {FaultKind::Refuse,
     "refuse",
     Group::Transport,
     FaultHold::Hub,
     false,
     QT_TRANSLATE_NOOP("pushscope::FaultText", "The hub accepts no connections"),
     {}},
    {FaultKind::Status, "status", Group::Http, FaultHold::Request, false,
     QT_TRANSLATE_NOOP("pushscope::FaultText", "Requests are answered with a status"), Status},
    {FaultKind::DropHeader, "drop-header", Group::Http, FaultHold::Request, false,
     QT_TRANSLATE_NOOP("pushscope::FaultText", "A proxy takes out a header field"), DropHeader},
    {FaultKind::Buffer, "buffer", Group::Http, FaultHold::Link, false,
     QT_TRANSLATE_NOOP("pushscope::FaultText", "A proxy gathers what the hub sends"), Buffer},
    {FaultKind::IdleTimeout, "idle-timeout", Group::Http, FaultHold::Link, false,
     QT_TRANSLATE_NOOP("pushscope::FaultText", "A proxy ends connections that are idle"), IdleTimeout},
    {FaultKind::StripLastEventId,
     "strip-last-event-id",
     Group::Http,
     FaultHold::Request,
     false,
     QT_TRANSLATE_NOOP("pushscope::FaultText", "A proxy takes out the Last-Event-ID"),
     {}},
    {FaultKind::BlockUpgrade, "block-upgrade", Group::Http, FaultHold::Request, true,
     QT_TRANSLATE_NOOP("pushscope::FaultText", "A proxy lets no WebSocket through"), BlockUpgrade},
    {FaultKind::ContentType, "content-type", Group::Http, FaultHold::Request, false,
     QT_TRANSLATE_NOOP("pushscope::FaultText", "Answers have the wrong content type"), ContentType},
    {FaultKind::Lose,
     "lose",
     Group::Push,
     FaultHold::Event,
     false,
     QT_TRANSLATE_NOOP("pushscope::FaultText", "Live events are not sent"),
     {}},
    {FaultKind::Duplicate,
     "duplicate",
     Group::Push,
     FaultHold::Event,
     false,
     QT_TRANSLATE_NOOP("pushscope::FaultText", "Live events are sent twice"),
     {}},
    {FaultKind::Delay, "delay", Group::Push, FaultHold::Event, false,
     QT_TRANSLATE_NOOP("pushscope::FaultText", "Live events are sent later"), Delay},
    {FaultKind::Reorder,
     "reorder",
     Group::Push,
     FaultHold::Event,
     false,
     QT_TRANSLATE_NOOP("pushscope::FaultText", "Two live events change places"),
     {}},
    {FaultKind::NoKeepalive,
     "no-keepalive",
     Group::Push,
     FaultHold::Signal,
     false,
     QT_TRANSLATE_NOOP("pushscope::FaultText", "No keepalives and no pings are sent"),
     {}},
    {FaultKind::NoPong,
     "no-pong",
     Group::Push,
     FaultHold::Signal,
     true,
     QT_TRANSLATE_NOOP("pushscope::FaultText", "The client's pings are not answered"),
     {}},
    {FaultKind::CloseCode, "close-code", Group::Push, FaultHold::Once, false,
     QT_TRANSLATE_NOOP("pushscope::FaultText", "A WebSocket is closed with a code"), CloseCode},
    {FaultKind::MalformedFrame,
     "malformed-frame",
     Group::Push,
     FaultHold::Once,
     false,
     QT_TRANSLATE_NOOP("pushscope::FaultText", "The client gets octets that break its protocol"),
     {}},
    {FaultKind::ExpireToken,
     "expire-token",
     Group::Push,
     FaultHold::Once,
     false,
     QT_TRANSLATE_NOOP("pushscope::FaultText", "The client's token is over"),
     {}},
    {FaultKind::Evict, "evict", Group::Push, FaultHold::Hub, false,
     QT_TRANSLATE_NOOP("pushscope::FaultText", "The store forgets its oldest events"), Evict},
    {FaultKind::Restart, "restart", Group::Push, FaultHold::Hub, false,
     QT_TRANSLATE_NOOP("pushscope::FaultText", "The hub restarts"), Restart},
};

} // namespace

std::span<const FaultKindInfo> faultKinds() noexcept
{
    return Kinds;
}

const FaultKindInfo &faultKindInfo(FaultKind kind) noexcept
{
    return Kinds[std::size_t(kind)];
}

const FaultKindInfo *findFaultKind(QByteArrayView name) noexcept
{
    const auto *it = std::find_if(std::begin(Kinds), std::end(Kinds),
                                  [&](const FaultKindInfo &info) { return name == QByteArrayView(info.name); });
    return it == std::end(Kinds) ? nullptr : it;
}

const char *faultKindName(FaultKind kind) noexcept
{
    return faultKindInfo(kind).name;
}

} // namespace pushscope
