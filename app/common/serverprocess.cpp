// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/serverprocess.h"

#include <QCoreApplication>
#include <cstdio>
#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace pushscope {

void raiseDescriptorLimit()
{
#ifdef Q_OS_UNIX
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
#endif
}

void printReady(const QList<QByteArray> &urls, const QByteArray &epoch)
{
    const QByteArray line = "{\"ready\":true,\"listen\":[\"" + urls.join("\",\"")
        + "\"],\"pid\":" + QByteArray::number(QCoreApplication::applicationPid()) + ",\"epoch\":\"" + epoch + "\"}";
    std::puts(line.constData());
    std::fflush(stdout);
}

} // namespace pushscope
