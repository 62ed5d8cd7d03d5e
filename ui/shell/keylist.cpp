// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/keylist.h"

#include "ui/shell/keyeditor.h"

#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace pushscope {

KeyList::KeyList(Keymap &keymap, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    auto *editor = new KeyEditor(keymap, this);
    layout->addWidget(editor, 1);
    layout->addWidget(buttons);
    editor->setFocus();
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 30);
}

} // namespace pushscope
