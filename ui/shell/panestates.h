// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PaneStates: how the user left what is within the panes: the columns of every table and the splitters between their parts,
// under keys of the pane's id and the object's name. They are found, not listed. GUI thread.

#include "ui/shell/panefactory.h"

#include <QMap>
#include <QObject>

class QSettings;

namespace pushscope {

class KeptColumns;
class KeptSplitter;

class PaneStates final : public QObject
{
    Q_OBJECT
public:
    explicit PaneStates(QSettings &settings, QObject *parent = nullptr); // borrowed

    // Finds what is there and makes it as it was left, before it is shown for the first time. What was saved for other columns
    // or parts, or is no state, is left alone.
    void restore(const QList<PaneEntry> &panes);
    bool save(); // into the settings; whether something there changed
    void reset(); // as shipped, all of it

Q_SIGNALS:
    void changed(); // or may have: worth a look when it rests

private:
    template<typename Kept> bool saveAll(const QMap<QString, Kept *> &all);

    QSettings &m_settings;
    QMap<QString, KeptColumns *> m_columns; // by key; each is the child of what it watches
    QMap<QString, KeptSplitter *> m_splitters;
};

} // namespace pushscope
