// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// KeyList: which key does what, and the way to change it.

#include <QDialog>

namespace pushscope {

class Keymap;

class KeyList : public QDialog
{
    Q_OBJECT
public:
    explicit KeyList(Keymap &keymap, QWidget *parent = nullptr); // borrowed
};

} // namespace pushscope
