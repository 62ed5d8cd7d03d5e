// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Keymap: which key does what: the shipped keys of the window's actions and of its panes, and those that the user gave instead,
// kept under the names of the actions. GUI thread.

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QPointer>

class QAction;
class QSettings;
class QShortcut;

namespace pushscope {

struct KeyBinding {
    QString id; // names it in the settings: never changed
    QString text; // what it does
    bool inPane = false; // works in the pane that has the focus, else anywhere
    QKeySequence shipped, keys;
    QList<QPointer<QAction>> actions;
    QList<QPointer<QShortcut>> shortcuts;
};

class Keymap : public QObject
{
    Q_OBJECT
public:
    explicit Keymap(QSettings &settings, QObject *parent = nullptr); // borrowed

    // Once, when all are made: actions by their object names, and the window's pane shortcuts; gives them the user's keys.
    void take(const QList<QAction *> &actions, const QWidget &window);
    void add(const QList<QAction *> &actions); // of a window that has more, after take()
    [[nodiscard]] const QList<KeyBinding> &bindings() const noexcept { return m_bindings; }
    // Who else has these keys where this one would be heard.
    [[nodiscard]] QStringList conflicts(const QString &id, const QKeySequence &keys) const;
    void setKeys(const QString &id, const QKeySequence &keys); // empty: none
    void takeOver(const QString &id, const QKeySequence &keys); // those who had them have none then
    void resetAll(); // to the shipped ones

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QList<qsizetype> rivals(const QString &id, const QKeySequence &keys) const; // places in the list
    void takeShortcuts(const QWidget &window);
    void applyKept(KeyBinding &binding); // the user's keys, or the shipped ones
    [[nodiscard]] static KeyBinding bindingOf(QAction *action);
    void apply(KeyBinding &binding, const QKeySequence &keys);
    void remember(const KeyBinding &binding);

    QSettings &m_settings;
    QList<KeyBinding> m_bindings;
};

} // namespace pushscope
