// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/manual.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace pushscope {

namespace {

// The pictures are for readers of the file; here the window itself is beside it.
QString manualText()
{
    QFile file(QStringLiteral(":/docs/manual.md"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    lines.removeIf([](const QString &line) { return line.startsWith(QLatin1String("![")); });
    return lines.join(u'\n');
}

} // namespace

Manual::Manual(QWidget *parent)
    : QDialog(parent)
    , m_text(new QTextBrowser(this))
{
    setWindowTitle(tr("Manual"));
    m_text->setAccessibleName(tr("Manual"));
    m_text->setOpenExternalLinks(true);
    m_text->setMarkdown(manualText());
    auto *search = new QLineEdit(this);
    search->setPlaceholderText(tr("Search; Return goes on"));
    search->setAccessibleName(tr("Search the manual"));
    connect(search, &QLineEdit::returnPressed, this, [this, search] {
        if (!m_text->find(search->text())) {
            m_text->moveCursor(QTextCursor::Start); // from the top again
            m_text->find(search->text());
        }
    });
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(search);
    layout->addWidget(m_text, 1);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 36);
}

} // namespace pushscope
