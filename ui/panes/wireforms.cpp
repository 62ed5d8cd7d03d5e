// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/wireforms.h"

#include "pushserver.h" // its encoder: what is shown is what is sent

namespace pushscope {

WireForms encodeWireForms(const Event &event, const Epoch &epoch)
{
    const WireEncoder encoder;
    const QByteArray object = encoder.encode(event, epoch, WireForm::PollObject);
    return {encoder.encode(event, epoch, WireForm::Sse), encoder.encode(event, epoch, WireForm::WsFrame),
            WireEncoder::pollAnswer(object, formatEventId(epoch, event.seq), {})};
}

} // namespace pushscope
