// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// NoteDialog: asks for the text of a comment on a recorded session, and what it is about. GUI thread.

#include "session/sessionnotes.h"

#include <QDialog>

class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace pushscope {

class NoteDialog : public QDialog
{
    Q_OBJECT
public:
    struct Place {
        QString name; // "the time shown"
        SessionNote note; // without a text
    };

    NoteDialog(const QList<Place> &places, QWidget *parent = nullptr); // a new one; the first place is proposed
    NoteDialog(const SessionNote &note, QWidget *parent = nullptr); // that is changed

    [[nodiscard]] SessionNote note() const; // once accepted

private:
    NoteDialog(const QString &title, const QList<Place> &places, const QByteArray &text, QWidget *parent);
    void check();

    const QList<Place> m_places;
    QComboBox *m_place;
    QPlainTextEdit *m_text;
    QPushButton *m_keep = nullptr;
};

} // namespace pushscope
