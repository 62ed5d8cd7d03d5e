// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WireEncoder: an event as each of the wire forms of wire.md. Pure.

#include "hub/eventencoder.h"
#include "hub/subscriber.h"
#include "protocol/deflate.h"

namespace pushscope {

class WireEncoder final : public EventEncoder
{
public:
    [[nodiscard]] SharedBytes encode(const Event &event, const Epoch &epoch, WireForm form) const override;
    [[nodiscard]] SharedBytes compress(const SharedBytes &source, WireForm form) const override;
    // {"id":…,"type":…,"data":…}; the id is left out where there is none.
    [[nodiscard]] static QByteArray object(QByteArrayView id, QByteArrayView type, QByteArrayView data);
    // {"requested":…,"oldest":…,"newest":…,"reason":…}
    [[nodiscard]] static QByteArray gapData(const Gap &gap, const Epoch &epoch);
    // A whole answer to a poll, of objects as PollObject makes them.
    [[nodiscard]] static QByteArray pollAnswer(const QByteArray &objects, QByteArrayView cursor, QByteArrayView gap);
    [[nodiscard]] static QByteArray idOrNull(const Epoch &epoch, Seq seq); // as JSON

private:
    [[nodiscard]] Deflater &deflater(int windowBits) const;

    mutable std::array<std::unique_ptr<Deflater>, 7> m_deflaters; // by the bits of the window, from 9 on; made when first needed
};

} // namespace pushscope
