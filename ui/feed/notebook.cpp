// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/notebook.h"

#include <QSettings>

namespace pushscope {

namespace {

QString versioned(const QString &key)
{
    return QStringLiteral("v1/notes/") + key;
}

} // namespace

Notebook::Notebook(QSettings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

QVariant Notebook::value(const QString &key) const
{
    if (const auto found = m_now.constFind(key); found != m_now.cend())
        return *found;
    return m_settings ? m_settings->value(versioned(key)) : QVariant();
}

void Notebook::setValue(const QString &key, const QVariant &value)
{
    m_now.insert(key, value);
    if (m_settings && m_remembers)
        m_settings->setValue(versioned(key), value);
    Q_EMIT changed(key);
}

QStringList Notebook::list(const QString &key) const
{
    return value(key).toStringList();
}

void Notebook::setList(const QString &key, const QStringList &list)
{
    setValue(key, list);
}

void Notebook::addFirst(const QString &key, const QString &text, qsizetype most)
{
    QStringList all = list(key);
    all.removeAll(text);
    all.prepend(text);
    setValue(key, QStringList(all.mid(0, most)));
}

QString Notebook::text(const QString &key, const QString &otherwise) const
{
    const QVariant found = value(key);
    return found.isValid() ? found.toString() : otherwise;
}

void Notebook::setText(const QString &key, const QString &text)
{
    setValue(key, text);
}

} // namespace pushscope
