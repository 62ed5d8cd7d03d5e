// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SessionSearch: finds the rows of a session file that have words in them or match a condition, over all of the file, on a thread
// of its own. What it has found so far can be used while it goes on. GUI thread.

#include "session/sessionscan.h"
#include "ui/feed/filejob.h"

#include <QObject>
#include <memory>
#include <mutex>

namespace pushscope {

struct SearchHit {
    quint64 row = 0; // its number in the file; 0: it is a comment
    qint64 ns = 0;
    bool operator==(const SearchHit &) const = default;
};

class SessionSearch : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t MaxHits = 1'000'000;

    explicit SessionSearch(const QString &path, QObject *parent = nullptr);
    ~SessionSearch() override; // cancels and joins

    // In place of what was searched before. `text`: words, or a condition over sessionFilterFields(); Errc::Syntax with the octet
    // for a condition that is wrong: nothing is begun then. An empty one finds nothing.
    [[nodiscard]] Result<void> start(const QString &text);
    void cancel(); // what was found stays
    [[nodiscard]] bool isUnderWay() const noexcept { return m_job != nullptr; }
    [[nodiscard]] int progress() const noexcept { return m_progress; } // parts of 1,000
    [[nodiscard]] bool wasCancelled() const noexcept { return m_cancelled; }
    [[nodiscard]] const QString &error() const noexcept { return m_error; }

    // In the order of the file; they grow while it is under way. At most MaxHits, then it is over.
    [[nodiscard]] const std::vector<SearchHit> &hits() const noexcept { return m_hits; }

Q_SIGNALS:
    void changed(); // of anything

private:
    struct Shared { // with the thread
        std::mutex mutex;
        std::vector<SearchHit> found; // not taken yet
    };
    void takeFound(Shared &shared);

    const QString m_path;
    std::unique_ptr<FileJob> m_job;
    std::vector<SearchHit> m_hits;
    int m_progress = 0;
    bool m_cancelled = false;
    QString m_error;
};

} // namespace pushscope
