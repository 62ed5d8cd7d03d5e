// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/keymap.h"

#include <QAction>
#include <QSettings>
#include <QShortcut>
#include <QWidget>

namespace pushscope {

namespace {

constexpr int PrefixLength = 4; // "key:", of a pane's shortcut

QString settingsKey(const QString &id)
{
    return QStringLiteral("v1/keys/") + id;
}

} // namespace

Keymap::Keymap(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

void Keymap::take(const QList<QAction *> &actions, const QWidget &window)
{
    m_bindings.clear();
    for (QAction *action : actions)
        m_bindings.append(bindingOf(action));
    takeShortcuts(window);
    for (KeyBinding &binding : m_bindings)
        applyKept(binding);
    Q_EMIT changed();
}

void Keymap::add(const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        m_bindings.append(bindingOf(action));
        applyKept(m_bindings.last());
    }
    Q_EMIT changed();
}

// An action that does now one thing and now another says in its whatsThis() what its key is for.
KeyBinding Keymap::bindingOf(QAction *action)
{
    const QString text = action->whatsThis().isEmpty() ? action->text() : action->whatsThis();
    return {action->objectName(), text, false, action->shortcut(), action->shortcut(), {action}, {}};
}

void Keymap::applyKept(KeyBinding &binding)
{
    const QVariant kept = m_settings.value(settingsKey(binding.id));
    apply(binding, kept.isValid() ? QKeySequence(kept.toString(), QKeySequence::PortableText) : binding.shipped);
}

// Shortcuts of several panes under one name are one entry.
void Keymap::takeShortcuts(const QWidget &window)
{
    const QList<QShortcut *> shortcuts = window.findChildren<QShortcut *>();
    for (QShortcut *shortcut : shortcuts) {
        if (!shortcut->objectName().startsWith(QLatin1String("key:")))
            continue;
        const QString id = shortcut->objectName().mid(PrefixLength);
        const auto found = std::find_if(m_bindings.begin(), m_bindings.end(), [&id](const KeyBinding &b) { return b.id == id; });
        if (found != m_bindings.end())
            found->shortcuts.append(shortcut);
        else
            m_bindings.append({id, shortcut->whatsThis(), true, shortcut->key(), shortcut->key(), {}, {shortcut}});
    }
}

void Keymap::apply(KeyBinding &binding, const QKeySequence &keys)
{
    binding.keys = keys;
    for (const QPointer<QAction> &action : std::as_const(binding.actions)) {
        if (!action)
            continue;
        action->setShortcut(keys);
        const QString tip = action->statusTip();
        if (!tip.isEmpty())
            action->setToolTip(keys.isEmpty() ? tip
                                              : QStringLiteral("%1 (%2)").arg(tip, keys.toString(QKeySequence::NativeText)));
    }
    for (const QPointer<QShortcut> &shortcut : std::as_const(binding.shortcuts)) {
        if (shortcut)
            shortcut->setKey(keys);
    }
}

void Keymap::remember(const KeyBinding &binding)
{
    if (binding.keys == binding.shipped)
        m_settings.remove(settingsKey(binding.id));
    else
        m_settings.setValue(settingsKey(binding.id), binding.keys.toString(QKeySequence::PortableText));
}

QList<qsizetype> Keymap::rivals(const QString &id, const QKeySequence &keys) const
{
    QList<qsizetype> others;
    const auto self = std::find_if(m_bindings.cbegin(), m_bindings.cend(), [&id](const KeyBinding &b) { return b.id == id; });
    if (keys.isEmpty() || self == m_bindings.cend())
        return others;
    for (qsizetype at = 0; at < m_bindings.size(); ++at) {
        const KeyBinding &binding = m_bindings[at];
        // Two panes may use one key, each for itself.
        if (binding.id == id || (binding.inPane && self->inPane) || binding.keys.isEmpty())
            continue;
        if (binding.keys == keys || binding.keys.matches(keys) != QKeySequence::NoMatch
            || keys.matches(binding.keys) != QKeySequence::NoMatch)
            others.append(at);
    }
    return others;
}

QStringList Keymap::conflicts(const QString &id, const QKeySequence &keys) const
{
    QStringList others;
    for (const qsizetype at : rivals(id, keys))
        others.append(m_bindings[at].text);
    return others;
}

void Keymap::takeOver(const QString &id, const QKeySequence &keys)
{
    for (const qsizetype at : rivals(id, keys)) {
        apply(m_bindings[at], {});
        remember(m_bindings[at]);
    }
    setKeys(id, keys);
}

void Keymap::setKeys(const QString &id, const QKeySequence &keys)
{
    for (KeyBinding &binding : m_bindings) {
        if (binding.id != id)
            continue;
        apply(binding, keys);
        remember(binding);
    }
    Q_EMIT changed();
}

void Keymap::resetAll()
{
    for (KeyBinding &binding : m_bindings) {
        apply(binding, binding.shipped);
        remember(binding);
    }
    Q_EMIT changed();
}

} // namespace pushscope
