// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Instance: one window for each profile. Who holds a profile has a lock file in the profile's folder and listens on a local
// socket that only the user can reach; who comes later asks there, in one line of JSON, to show the window and open files. The
// lock of a process that died counts for nothing. GUI thread.

#include "base/result.h"

#include <QDeadlineTimer>
#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QStringList>
#include <memory>
#include <optional>

class QLocalSocket;

namespace pushscope {

class Instance : public QObject
{
    Q_OBJECT
public:
    // What became of a start.
    enum class Start : quint8 {
        Ours, // this process is the profile's window
        Shown, // another is, and has shown itself
        OtherHub, // another is, with a hub that was told otherwise on its command line
        Silent, // another is, and doesn't answer
    };

    // `folder` is the settings'. `overrides` is what this process was told of its hub besides the profile, in an order that
    // doesn't depend on the user's: starts with different ones don't share a window.
    Instance(const QString &folder, const QList<QByteArray> &overrides, QObject *parent = nullptr);
    ~Instance() override;

    // Holds `profile`, or asks who holds it to show itself and to open `files`. Waits for an answer until `deadline`.
    [[nodiscard]] Start begin(const QString &profile, const QStringList &files, QDeadlineTimer deadline);
    // Asks whoever holds `profile`, with whatever hub, to open `files`. Holds nothing where nobody does: Ours.
    [[nodiscard]] Start ask(const QString &profile, const QStringList &files, QDeadlineTimer deadline) const;

    // Takes `profile` for this process, and then lets go of the one that it had. False, and all as before, where another
    // process has it.
    [[nodiscard]] bool hold(const QString &profile);
    [[nodiscard]] bool isHeldElsewhere(const QString &profile) const;
    // Asks who holds it to show itself, without waiting.
    void show(const QString &profile);

Q_SIGNALS:
    // Another start of the program wants the window to be seen, and these files to be opened.
    void asked(const QStringList &files);

private:
    [[nodiscard]] QString lockName(const QString &profile) const;
    [[nodiscard]] QString socketName(const QString &profile) const;
    [[nodiscard]] QByteArray request(const QStringList &files, bool anyHub) const;
    [[nodiscard]] std::optional<Start> askOnce(const QString &profile, const QByteArray &line, QDeadlineTimer deadline) const;
    void listen(const QString &profile);
    void onConnection();
    void onLine(QLocalSocket &socket);

    const QString m_folder;
    const QString m_hub; // a digest of the overrides, which may have secrets
    QString m_profile; // that is held
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace pushscope
