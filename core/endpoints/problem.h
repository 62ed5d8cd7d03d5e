// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Answers: JSON, problem+json (RFC 9457), and their octets.

#include "base/result.h"
#include "endpoints/admission.h"
#include "protocol/httpmessage.h"

#include <utility>

namespace pushscope {

using Answer = std::pair<ResponseHead, QByteArray>;

// `member` names the JSON member or parameter at fault, `line` its line; left out where not known.
[[nodiscard]] Answer problem(int status, QByteArrayView detail, QByteArrayView member = {}, int line = 0);
[[nodiscard]] Answer problem(const Error &error); // with the status that fits its code
[[nodiscard]] Answer problem(const Admission::Denial &denial); // with when to come back
[[nodiscard]] int statusOf(Errc code) noexcept;
[[nodiscard]] Answer json(QByteArray body, int status = 200);
// A whole HTTP/1.1 answer as octets, for a connection whose engine is past answering.
[[nodiscard]] QByteArray plainResponse(const ResponseHead &head, const QByteArray &body);

} // namespace pushscope
