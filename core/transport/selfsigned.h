// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A certificate for development on one's own machine, for localhost, 127.0.0.1 and ::1, signed by an authority of its own, which
// a browser can be made to trust.

#include "transport/tlsidentity.h"

namespace pushscope {

struct SelfSigned {
    TlsFiles files;
    QString authority; // the PEM file to import where it is to be trusted
    QByteArray fingerprint; // SHA-256 of the authority, in hexadecimal
    bool made = false; // just now: whoever trusted an earlier one has to trust this one
};

// What is in the folder, or new ones where nothing is, or it is unusable or ends within 30 days. The key is its owner's alone
// (mode 0600). The authority's key is thrown away once it has signed, and it may sign for these names only (RFC 5280 §4.2.1.10),
// so that trusting it is no risk. Errc::Io with the system's reason.
[[nodiscard]] Result<SelfSigned> loadOrCreateSelfSigned(const QString &folder, WallTime now);
// How a browser, curl and Node are made to trust it, as lines for a terminal.
[[nodiscard]] QByteArray howToTrust(const SelfSigned &certificate);

} // namespace pushscope
