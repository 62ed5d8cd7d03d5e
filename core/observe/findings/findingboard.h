// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FindingBoard: the findings as they stand, one entry per client and code. Memory bounded by entries. Owned by Findings; hub
// thread.

#include "observe/snapshot.h"
#include "observe/viewer.h"

#include <map>
#include <set>
#include <unordered_map>

namespace pushscope {

// When a fact was, and the journal row that tells it (0: none).
struct Moment {
    TimePoint now{};
    WallTime wall{};
    quint64 ref = 0;
};

// Whom a finding is about: a client that is known (by key), or one that was never let in (key 0, by name), or, without a name,
// many.
struct FindingSubject {
    quint32 clientKey = 0;
    QByteArray client;
};

class FindingBoard
{
public:
    static constexpr std::size_t MaxRows = 10'000; // the oldest goes
    static constexpr std::size_t MaxEvidence = 20; // of one entry: the first half stays, of the rest the newest

    // Seen once more: the entry is made, or counts one more and says what is given now.
    void raise(const FindingSubject &subject, const char *code, Moment at, QByteArray text,
               const std::vector<FindingRow::Evidence> &evidence);
    // The same sight, told better; nothing if there is no such entry.
    void retell(const FindingSubject &subject, const char *code, Moment at, QByteArray text, quint32 clients = 1);
    void withdraw(const FindingSubject &subject, const char *code);
    [[nodiscard]] bool has(const FindingSubject &subject, const QByteArray &code) const;
    // One that was never let in before, by this name, is known from now on.
    void adopt(const QByteArray &stranger, const FindingSubject &subject);

    [[nodiscard]] const std::map<quint32, FindingRow> &rows() const noexcept { return m_rows; } // oldest first
    [[nodiscard]] std::vector<FindingRow> takeChanged(Viewer viewer = Viewer::Window); // since its last call
    [[nodiscard]] std::vector<quint32> takeRemoved(Viewer viewer = Viewer::Window);

private:
    [[nodiscard]] static QByteArray nameOf(const FindingSubject &subject, const QByteArray &code);
    FindingRow *find(const FindingSubject &subject, const char *code);
    void remove(quint32 key);
    void changed(quint32 key);

    std::map<quint32, FindingRow> m_rows; // by key
    struct Hash {
        std::size_t operator()(const QByteArray &name) const noexcept { return qHash(name); }
    };
    std::unordered_map<QByteArray, quint32, Hash> m_keys; // by client and code
    std::size_t m_strangers = 0; // rows of those never let in
    struct Told {
        std::set<quint32> changed, removed;
    };
    std::array<Told, ViewerCount> m_told; // what each viewer is still to be told
    quint32 m_lastKey = 0;
};

} // namespace pushscope
