// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/commitnotice.h"

#include <QMetaObject>

namespace pushscope {

void CommitNotice::announce(Seq seq)
{
    if (!m_context)
        m_context = std::make_unique<QObject>();
    if (!m_announced.has_value())
        QMetaObject::invokeMethod(
            m_context.get(), [this] { flush(); }, Qt::QueuedConnection);
    m_announced = seq;
}

void CommitNotice::tell(Result<Seq> seq)
{
    if (m_handler)
        m_handler(std::move(seq));
}

void CommitNotice::flush()
{
    if (const auto seq = std::exchange(m_announced, std::nullopt))
        tell(*seq);
}

} // namespace pushscope
