// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Content codings of answers, as a client's Accept-Encoding asks for them. Source: RFC 9110 §8.4, §12.5.3.

#include "endpoints/problem.h"
#include "hub/compression.h"

namespace pushscope {

// Gzip or Deflate, whichever the request likes better (gzip where it likes both alike), or None.
[[nodiscard]] Compression acceptedCoding(const RequestHead &request);
// The answer says that it depends on Accept-Encoding, and is compressed as asked where that pays.
[[nodiscard]] Answer encodedAnswer(const RequestHead &request, Answer answer);

} // namespace pushscope
