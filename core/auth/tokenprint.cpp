// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/tokenprint.h"

namespace pushscope {

static constexpr qsizetype PrintOctets = 32;

TokenPrint::TokenPrint()
    : m_digest(EVP_MD_fetch(nullptr, "SHA256", nullptr))
    , m_context(EVP_MD_CTX_new())
{
}

QByteArray TokenPrint::of(QByteArrayView token)
{
    QByteArray print(PrintOctets, Qt::Uninitialized);
    const bool done = m_digest && m_context && EVP_DigestInit_ex2(m_context.get(), m_digest.get(), nullptr) == 1
        && EVP_DigestUpdate(m_context.get(), token.data(), std::size_t(token.size())) == 1
        && EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char *>(print.data()), nullptr) == 1;
    return done ? print : QByteArray();
}

} // namespace pushscope
