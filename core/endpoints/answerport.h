// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// AnswerPort: the port through which WebSockets meet the rules that answer their messages; implemented beside PushServer.
// AnswerTarget: what such a rule may do to a WebSocket.

#include "base/result.h"
#include "hub/subscriber.h"

namespace pushscope {

class AnswerTarget
{
public:
    virtual ~AnswerTarget() = default;
    virtual void reply(const QByteArray &text) = 0; // one text message; past the queue's limit it is dropped as too slow
    virtual void handleText(const QByteArray &text) = 0; // as the hub does where no rule answers; that it came is told already
    virtual void endWith(int code, const QByteArray &reason, const QByteArray &cause) = 0; // a Close frame
};

class AnswerPort
{
public:
    virtual ~AnswerPort() = default;
    [[nodiscard]] virtual bool hasRules() const noexcept = 0;
    // Whether a rule took this text message; if not, the hub handles it itself. May end the target.
    [[nodiscard]] virtual bool take(const QByteArray &text, Subscriber &subscriber, const QByteArray &user, AnswerTarget &target)
        = 0;
    // The target is going: nothing that waits may act on it any more.
    virtual void closed(AnswerTarget &target) = 0;
};

} // namespace pushscope
