// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/namedialog.h"
#include "ui/panes/textlabel.h"
#include "ui/shell/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace pushscope {

NameDialog::NameDialog(const QString &title, const QString &label, const QString &name, Check check, QWidget *parent)
    : QDialog(parent)
    , m_check(std::move(check))
    , m_name(new QLineEdit(name, this))
    , m_error(new QLabel(this))
{
    setWindowTitle(title);
    auto *caption = new QLabel(label, this);
    caption->setBuddy(m_name);
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setMinimumWidth(fontMetrics().averageCharWidth() * 40);
    m_name->selectAll();
    m_error->setObjectName(QStringLiteral("nameError"));
    m_error->setWordWrap(true);
    colourText(m_error, Theme::Role::Error);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(caption);
    layout->addWidget(m_name);
    layout->addWidget(m_error);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, &NameDialog::check);
    this->check();
}

QString NameDialog::name() const
{
    return m_name->text().trimmed();
}

void NameDialog::check()
{
    const QString error = m_check(name());
    m_error->setText(error);
    m_ok->setEnabled(error.isEmpty());
    layout()->activate();
    if (const int needed = layout()->totalHeightForWidth(width()); needed > height())
        resize(width(), needed); // a sentence of several lines
}

} // namespace pushscope
