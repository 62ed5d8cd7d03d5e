// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// AsNobody: as long as it lives, what is forbidden to others is forbidden to this process too, all its threads included. Of root
// alone something is taken; anybody else has it so already.

#include <QFile>

#include <unistd.h>

namespace pushscope {

class AsNobody
{
public:
    static constexpr uid_t Nobody = 65534;

    AsNobody()
        : m_own(::geteuid())
    {
        m_holds = m_own != 0 || ::seteuid(Nobody) == 0;
    }
    ~AsNobody()
    {
        if (m_own == 0 && m_holds)
            m_holds = ::seteuid(m_own) == 0;
    }
    Q_DISABLE_COPY_MOVE(AsNobody)
    [[nodiscard]] bool holds() const noexcept { return m_holds; }

private:
    const uid_t m_own;
    bool m_holds;
};

// Others may look into it, and only its owner may change it; a temporary folder is its owner's alone otherwise.
inline bool letOthersRead(const QString &folder)
{
    return QFile::setPermissions(folder, QFileDevice::Permissions(0x7755));
}

// Nobody may open it, or what is in it, but root.
inline bool forbid(const QString &path)
{
    return QFile::setPermissions(path, QFileDevice::Permissions());
}

} // namespace pushscope
