// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PublishOptions: what few events have, behind a button of the composer: the idempotency key of a stored event, and the name
// under which an ephemeral one replaces the one before. GUI thread.

#include "serverthread.h"

#include <QWidget>

class QCheckBox;
class QJsonObject;
class QLineEdit;
class QToolButton;

namespace pushscope {

class PublishOptions final : public QObject
{
    Q_OBJECT
public:
    explicit PublishOptions(QWidget *parent);

    // To be laid out in this order.
    [[nodiscard]] QCheckBox *ephemeral() const noexcept { return m_ephemeral; }
    [[nodiscard]] QToolButton *button() const noexcept { return m_button; }
    [[nodiscard]] QWidget *keyField() const noexcept { return m_keyField; }
    [[nodiscard]] QWidget *conflateField() const noexcept { return m_conflateField; }

    void writeTo(PublishRequest &request) const; // what counts for such an event
    void take(const PublishRequest &request);
    void writeTo(QJsonObject &kept) const;
    void take(const QJsonObject &kept);
    [[nodiscard]] QString problem(QWidget **where) const; // empty: none

Q_SIGNALS:
    void changed();

private:
    void set(bool ephemeral, const QString &key, const QString &conflate);
    void showFields();

    QCheckBox *m_ephemeral;
    QToolButton *m_button;
    QLineEdit *m_key;
    QLineEdit *m_conflate;
    QWidget *m_keyField;
    QWidget *m_conflateField;
};

} // namespace pushscope
