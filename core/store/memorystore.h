// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MemoryStore: the store that forgets everything when the hub ends. Hub thread. All it keeps, readRecent() gives.

#include "hub/eventstore.h"
#include "store/commitnotice.h"
#include "store/evictionmarks.h"
#include "store/keytable.h"
#include "store/recentring.h"

namespace pushscope {

class MemoryStore final : public EventStore
{
public:
    explicit MemoryStore(Retention retention = {});

    [[nodiscard]] Result<QList<QByteArray>> open(WallTime now) override;
    void setCommitted(Committed handler) override;
    [[nodiscard]] State state() const override;
    [[nodiscard]] Result<void> append(EventPtr event) override;
    [[nodiscard]] Seq nextSeq() const override { return m_head.next(); }
    [[nodiscard]] Seq committed() const override { return m_head; }
    [[nodiscard]] std::optional<Seq> findKey(const QByteArray &publisher, const QByteArray &key, WallTime now) const override;
    [[nodiscard]] std::optional<ReplaySlice> readRecent(std::span<const QByteArray> channels, Seq after,
                                                        std::size_t limit) const override;
    [[nodiscard]] QCoro::Task<Result<ReplaySlice>> read(QList<QByteArray> channels, Seq after, std::size_t limit) override;
    [[nodiscard]] Seq evictedUpTo(const QByteArray &channel) const override;
    void expire(WallTime now) override;
    void evict(Seq upTo) override;
    void close() override;

private:
    void evictOldest();
    void trim(); // to the retention by count and bytes

    Retention m_retention;
    Epoch m_epoch;
    Seq m_head;
    RecentRing m_ring;
    KeyTable m_keys;
    EvictionMarks m_evicted;
    CommitNotice m_notice;
};

} // namespace pushscope
