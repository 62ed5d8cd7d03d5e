// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A memory BIO without a memory: OpenSSL reads from octets that are borrowed for one call and appends to those that are taken
// after it. Internal to TlsLink.

#include "transport/tlslink.h"

namespace pushscope {

// `octets` is borrowed for the life of the session, which becomes a server's.
void attachOctets(SSL *ssl, TlsLink::Octets &octets);

} // namespace pushscope
