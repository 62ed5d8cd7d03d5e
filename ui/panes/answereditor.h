// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// AnswerEditor: one rule that answers, each field checked as it is typed, and what the rule would do with a message that is
// tried here. GUI thread.

#include "answer/answerrule.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace pushscope {

class AnswerEditor final : public QDialog
{
    Q_OBJECT
public:
    // `taken`: the names of the other rules.
    AnswerEditor(const AnswerText &rule, QList<QByteArray> taken, QWidget *parent = nullptr);

    [[nodiscard]] AnswerText rule() const; // as it is typed
    [[nodiscard]] bool isComplete() const; // it is a rule
    [[nodiscard]] QString errorBeside(const QByteArray &member) const; // "" where all is well

private:
    struct Field {
        QByteArray member; // as AnswerError names it
        QWidget *label;
        QWidget *edit;
        QLabel *error;
        QList<AnswerKind> kinds; // that have it; empty: all
    };

    void setupWhen(const AnswerText &rule);
    void setupThen(const AnswerText &rule);
    void setupTrial();
    void setupButtons();
    QLineEdit *addLine(const QString &label, const QByteArray &member, const QByteArray &text, const QString &hint,
                       const QList<AnswerKind> &kinds = {});
    QPlainTextEdit *addJson(const QString &label, const QByteArray &member, const QByteArray &text, const QString &hint,
                            AnswerKind kind);
    void addField(const QString &label, const QByteArray &member, QWidget *edit, const QList<AnswerKind> &kinds);
    void check();
    void tryOut(const AnswerRule &rule);

    QFormLayout *m_form;
    QList<QByteArray> m_taken;
    bool m_on;
    QList<Field> m_fields;
    QLineEdit *m_name = nullptr, *m_type = nullptr, *m_path = nullptr, *m_matches = nullptr;
    QComboBox *m_kind = nullptr;
    QPlainTextEdit *m_message = nullptr, *m_data = nullptr;
    QLineEdit *m_to = nullptr, *m_eventType = nullptr, *m_reason = nullptr, *m_after = nullptr;
    QSpinBox *m_code = nullptr;
    QPlainTextEdit *m_trial = nullptr;
    QLabel *m_outcome = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace pushscope
