// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mnemonics.h"

#include <QAbstractButton>
#include <QKeySequence>
#include <QLabel>
#include <QMenuBar>

namespace pushscope {

namespace {

QString withoutMark(QString text)
{
    for (qsizetype at = text.indexOf(u'&'); at >= 0; at = text.indexOf(u'&', at + 2)) {
        if (text.mid(at, 2) != QLatin1String("&&"))
            return text.remove(at, 1);
    }
    return text;
}

} // namespace

void leaveLettersToMenus(const QMenuBar &bar, const QWidget &panes)
{
    QList<QKeySequence> taken;
    const QList<QAction *> menus = bar.actions();
    for (const QAction *menu : menus)
        taken.append(QKeySequence::mnemonic(menu->text()));
    taken.removeAll(QKeySequence());
    const auto leave = [&taken](auto &widget) {
        if (taken.contains(QKeySequence::mnemonic(widget.text())))
            widget.setText(withoutMark(widget.text()));
    };
    const QList<QLabel *> labels = panes.findChildren<QLabel *>();
    for (QLabel *label : labels) {
        if (label->buddy())
            leave(*label);
    }
    const QList<QAbstractButton *> buttons = panes.findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons)
        leave(*button);
}

} // namespace pushscope
