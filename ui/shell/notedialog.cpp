// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notedialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace pushscope {

NoteDialog::NoteDialog(const QList<Place> &places, QWidget *parent)
    : NoteDialog(tr("Mark or comment"), places, {}, parent)
{
}

NoteDialog::NoteDialog(const SessionNote &note, QWidget *parent)
    : NoteDialog(tr("Change the comment"), {{QString(), note}}, note.text, parent)
{
}

NoteDialog::NoteDialog(const QString &title, const QList<Place> &places, const QByteArray &text, QWidget *parent)
    : QDialog(parent)
    , m_places(places)
    , m_place(new QComboBox(this))
    , m_text(new QPlainTextEdit(QString::fromUtf8(text), this))
{
    setWindowTitle(title);
    m_text->setTabChangesFocus(true);
    m_text->setMinimumSize(fontMetrics().averageCharWidth() * 50, fontMetrics().lineSpacing() * 5);
    auto *form = new QFormLayout;
    form->addRow(tr("&Text:"), m_text);
    for (const Place &place : m_places)
        m_place->addItem(place.name);
    if (m_places.size() > 1)
        form->addRow(tr("&About:"), m_place);
    else
        m_place->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_keep = buttons->addButton(tr("&Keep"), QDialogButtonBox::AcceptRole);
    m_keep->setToolTip(tr("Writes it into the session's file (Ctrl+Return)"));
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(buttons);
    m_text->setFocus();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_text, &QPlainTextEdit::textChanged, this, &NoteDialog::check);
    connect(new QShortcut(Qt::CTRL | Qt::Key_Return, this), &QShortcut::activated, m_keep, &QPushButton::click);
    check();
}

SessionNote NoteDialog::note() const
{
    SessionNote note = m_places[std::max(0, m_place->currentIndex())].note;
    note.text = m_text->toPlainText().trimmed().toUtf8();
    return note;
}

void NoteDialog::check()
{
    const qsizetype octets = m_text->toPlainText().trimmed().toUtf8().size();
    m_keep->setEnabled(octets > 0 && octets <= SessionNote::MaxOctets);
}

} // namespace pushscope
