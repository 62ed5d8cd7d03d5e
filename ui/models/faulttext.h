// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A fault rule in words, and the rules that are wanted most often. Pure. Source: design.md §6.

#include "fault/faultrule.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace pushscope {

[[nodiscard]] QString faultWhomText(const FaultRule &rule); // "user alice, WS only, the next 3"
[[nodiscard]] QString faultWhatText(const FaultRule &rule); // "latency 200 ms, jitter 50 ms"
[[nodiscard]] QString faultWhenText(const FaultRule &rule); // "for 10 s, at event 3, 25 % of the time"
[[nodiscard]] QString faultMeaning(const FaultKindInfo &kind); // a sentence
[[nodiscard]] QString parameterLabel(const FaultParameter &parameter); // "Jitter"
[[nodiscard]] QString parameterHint(const FaultParameter &parameter); // its meaning and its range

// One with a button of its own; whom it concerns is added by withWhom().
struct CommonFault {
    QString name; // of the button
    QString tip;
    QJsonObject rule;
    bool ofHub = false; // concerns no client but the hub as a whole
};
[[nodiscard]] QList<CommonFault> commonFaults();

// Members of `whom` are added to the rule's own. A fault of the hub stays as it is.
[[nodiscard]] QByteArray withWhom(const CommonFault &fault, const QJsonObject &whom);
// Exactly these clients: by id, or by a filter that names them. Empty if they are too many to be named.
[[nodiscard]] QJsonObject whomOf(const QList<QByteArray> &clients);
// Those whose client, user, address or room contains the text of the Clients pane's filter; all for an empty one.
[[nodiscard]] QJsonObject whomContaining(const QString &text);

} // namespace pushscope
