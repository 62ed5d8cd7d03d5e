// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Manual: docs/manual.md in a window of its own, searched from its line. GUI thread.

#include <QDialog>

class QTextBrowser;

namespace pushscope {

class Manual final : public QDialog
{
    Q_OBJECT
public:
    explicit Manual(QWidget *parent = nullptr);

private:
    QTextBrowser *m_text;
};

} // namespace pushscope
