// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CommonFacts: what many clients have in common: from which host they come, by which software and over which wire. One copy of
// each combination, to which a record has a pointer of 8 octets. Hub thread.

#include <QByteArray>
#include <QSharedData>
#include <unordered_set>

namespace pushscope {

struct CommonFacts : QSharedData {
    QByteArray host; // "::1"
    QByteArray addressHost; // as addresses write it: "[::1]"
    QByteArray userAgent;
    QByteArray http; // "1.1"
    bool tls = false;
    const char *tlsVersion = nullptr; // static, as in TlsFacts; null: in clear
    const char *tlsCipher = nullptr;
};

using SharedFacts = QExplicitlySharedDataPointer<const CommonFacts>; // never null once it was given out

class CommonFactsPool
{
public:
    [[nodiscard]] SharedFacts shared(CommonFacts facts);

private:
    struct Hash {
        std::size_t operator()(const SharedFacts &facts) const noexcept;
    };
    struct Equal {
        bool operator()(const SharedFacts &a, const SharedFacts &b) const noexcept;
    };
    // Where hardly two clients have anything in common they are not worth remembering; what was given out lives on.
    static constexpr std::size_t MaxKept = 4096;
    std::unordered_set<SharedFacts, Hash, Equal> m_kept;
};

} // namespace pushscope
