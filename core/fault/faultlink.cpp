// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/faultlink.h"

namespace pushscope {

FaultLink::FaultLink(std::unique_ptr<Link> inner, FaultPaths &paths)
    : m_paths(paths)
    , m_path(std::make_unique<FaultPath>(std::move(inner), paths))
{
}

FaultLink::~FaultLink()
{
    if (m_path->hasLastWords())
        m_paths.adopt(std::move(m_path));
}

} // namespace pushscope
