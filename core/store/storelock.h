// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StoreLock: one process per store file. The kernel drops the lock with the process, however that ends.

#include "base/result.h"

#include <QString>
#include <memory>

class QLockFile;

namespace pushscope {

class StoreLock
{
public:
    StoreLock();
    ~StoreLock();
    StoreLock(const StoreLock &) = delete;
    StoreLock &operator=(const StoreLock &) = delete;

    // Locks `<path>.lock`. Errc::Exists if another process (or store) holds it, Errc::Io with the system's reason.
    [[nodiscard]] Result<void> lock(const QString &path);

private:
    int m_descriptor = -1;
    std::unique_ptr<QLockFile> m_file; // where there is no flock()
};

} // namespace pushscope
