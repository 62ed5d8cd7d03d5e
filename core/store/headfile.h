// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// HeadFile: `<store>.head`, which says after each commit how far the store has come. SQLite drops a torn tail of its log in
// silence; this file tells that there was one. Store thread.

#include "base/ids.h"

#include <QFile>
#include <optional>

namespace pushscope {

class HeadFile
{
public:
    struct Record {
        Epoch epoch;
        Seq last; // committed
        QByteArray boot; // of the machine's run that wrote it; empty where the system has no such id
        bool synced = false; // written under Durability::Fsync: a power cut loses no commit
    };

    // What the file says; nothing if it is missing or torn.
    [[nodiscard]] static std::optional<Record> read(const QString &path);
    [[nodiscard]] static QByteArray bootId();

    // Errc::Io with the system's reason.
    [[nodiscard]] Result<void> open(const QString &path, Record record);
    void update(Seq last); // a few octets, not synced: the kernel keeps them when we are killed
    [[nodiscard]] static QString nameFor(const QString &storePath);

private:
    [[nodiscard]] bool write();

    QFile m_file;
    Record m_record;
};

} // namespace pushscope
