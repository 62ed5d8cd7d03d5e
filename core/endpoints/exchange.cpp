// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/exchange.h"

namespace pushscope {

ResponseHead Exchange::faultedHead(ResponseHead head) const
{
    if (!m_headFaults)
        return head;
    head.fields.removeIf([this](const HttpField &field) { return m_headFaults->dropped.contains(field.name); });
    for (HttpField &field : head.fields) {
        if (field.name == "content-type" && !m_headFaults->contentType.isNull())
            field.value = m_headFaults->contentType;
    }
    return head;
}

} // namespace pushscope
