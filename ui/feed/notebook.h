// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Notebook: what panes remember from one run to the next: lists of texts and small values under keys with a version, in the
// window's settings. Without settings it remembers for this run only. GUI thread.

#include <QHash>
#include <QObject>
#include <QStringList>

class QSettings;

namespace pushscope {

class Notebook : public QObject
{
    Q_OBJECT
public:
    explicit Notebook(QSettings *settings = nullptr, QObject *parent = nullptr); // borrowed; may be null

    [[nodiscard]] QStringList list(const QString &key) const;
    void setList(const QString &key, const QStringList &list);
    // Puts `text` first, once, and keeps at most `most`.
    void addFirst(const QString &key, const QString &text, qsizetype most = 30);
    [[nodiscard]] QString text(const QString &key, const QString &otherwise = {}) const;
    void setText(const QString &key, const QString &text);
    // What is written from now on is forgotten at the end: scripts that take pictures leave no trace.
    void setRemembers(bool remembers) noexcept { m_remembers = remembers; }

Q_SIGNALS:
    void changed(const QString &key);

private:
    [[nodiscard]] QVariant value(const QString &key) const;
    void setValue(const QString &key, const QVariant &value);

    QSettings *m_settings;
    QHash<QString, QVariant> m_now; // of this run
    bool m_remembers = true;
};

} // namespace pushscope
