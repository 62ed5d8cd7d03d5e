// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// KeyList: which key does what.

#include <QDialog>

namespace pushscope {

class KeyList : public QDialog
{
    Q_OBJECT
public:
    explicit KeyList(const QList<QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace pushscope
