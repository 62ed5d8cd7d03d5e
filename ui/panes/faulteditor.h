// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FaultEditor: whom, what, when: a fault rule as it is written before it is set. Its fields for a kind come from faultKinds().
// GUI thread.

#include "fault/faultrule.h"

#include <QHash>
#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace pushscope {

class FlowLayout;

class FaultEditor final : public QWidget
{
    Q_OBJECT
public:
    enum class Target : quint8 { Everyone, User, Client, Selected, Filter };

    explicit FaultEditor(QWidget *parent = nullptr);

    // What stands here as the JSON of POST /api/faults; nothing, with the reason beside the field, where it can't be set.
    [[nodiscard]] std::optional<QByteArray> rule();
    // What the hub refused; its detail begins with the member in quotes.
    void showRefusal(const Error &error);
    void setRule(const FaultRule &rule); // to be changed and set again
    void setSelectedClients(const QList<QByteArray> &clients);

Q_SIGNALS:
    void submitted(); // Return in a field

private:
    QWidget *makeWhom();
    QWidget *makeWhat();
    QWidget *makeWhen();
    QWidget *addField(FlowLayout *to, const QString &label, QWidget *field, const char *member);
    QWidget *makeParameter(const FaultParameter &parameter);
    void showKind();
    void showTarget();
    void clearError();
    void showError(const QByteArray &member, const QString &text);
    [[nodiscard]] const FaultKindInfo &kind() const;
    [[nodiscard]] QJsonObject whomJson() const;
    [[nodiscard]] QJsonObject whatJson() const;

    QComboBox *m_target;
    QLineEdit *m_name;
    QComboBox *m_protocol;
    QSpinBox *m_next;
    QComboBox *m_kind;
    QLabel *m_meaning;
    QLabel *m_advice; // what an app has to do about it
    QWidget *m_parameters; // made anew for each kind
    QLineEdit *m_for;
    QSpinBox *m_at;
    QDoubleSpinBox *m_probability;
    QLabel *m_error; // stands behind the field that it is about
    QHash<QByteArray, QWidget *> m_fields; // by the member that they set
    QList<QByteArray> m_selected;
};

} // namespace pushscope
