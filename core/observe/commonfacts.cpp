// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/commonfacts.h"

namespace pushscope {

std::size_t CommonFactsPool::Hash::operator()(const SharedFacts &facts) const noexcept
{
    return qHashMulti(0, facts->addressHost, facts->userAgent, facts->http);
}

bool CommonFactsPool::Equal::operator()(const SharedFacts &a, const SharedFacts &b) const noexcept
{
    return a->host == b->host && a->addressHost == b->addressHost && a->userAgent == b->userAgent && a->http == b->http
        && a->tls == b->tls && qstrcmp(a->tlsVersion, b->tlsVersion) == 0 && qstrcmp(a->tlsCipher, b->tlsCipher) == 0;
}

SharedFacts CommonFactsPool::shared(CommonFacts facts)
{
    if (m_kept.size() >= MaxKept)
        m_kept.clear();
    return *m_kept.insert(SharedFacts(new CommonFacts(std::move(facts)))).first;
}

} // namespace pushscope
