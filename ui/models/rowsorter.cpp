// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rowsorter.h"

#include "ui/models/tablecolumn.h"

#include <QThreadPool>
#include <algorithm>
#include <mutex>

namespace pushscope {

// Whoever is not waited for any more is told nothing: the lock keeps the receiver from going while it is told.
struct RowSorter::Shared {
    std::mutex mutex;
    RowSorter *receiver = nullptr;
};

void SortKeys::add(qint64 number, QByteArrayView text, quint32 slot, quint32 place)
{
    entries.push_back({number, slot, place, quint32(texts.size()), quint32(text.size())});
    texts.append(text.data(), text.size());
}

std::vector<quint32> SortKeys::sorted() &&
{
    const QByteArrayView all = texts;
    const auto textOf = [all](const Entry &entry) { return all.sliced(entry.begin, entry.size); };
    const auto before = [&](const Entry &a, const Entry &b) {
        const Entry &less = descending ? b : a, &more = descending ? a : b;
        if (less.number != more.number)
            return less.number < more.number;
        if (hasTexts) {
            if (const auto order = naturalCompare(textOf(less), textOf(more)); order != 0)
                return order < 0;
        }
        return a.place < b.place;
    };
    if (!std::is_sorted(entries.cbegin(), entries.cend(), before))
        std::sort(entries.begin(), entries.end(), before);
    std::vector<quint32> order(entries.size());
    std::transform(entries.cbegin(), entries.cend(), order.begin(), [](const Entry &entry) { return entry.slot; });
    return order;
}

RowSorter::~RowSorter()
{
    cancel();
}

void RowSorter::cancel()
{
    const std::shared_ptr<Shared> shared = std::exchange(m_shared, nullptr);
    if (!shared)
        return;
    const std::lock_guard lock(shared->mutex);
    shared->receiver = nullptr;
}

void RowSorter::start(SortKeys keys)
{
    cancel();
    m_shared = std::make_shared<Shared>();
    m_shared->receiver = this;
    QThreadPool::globalInstance()->start([shared = m_shared, given = std::make_shared<SortKeys>(std::move(keys))] {
        auto order = std::make_shared<std::vector<quint32>>(std::move(*given).sorted());
        const std::lock_guard lock(shared->mutex);
        RowSorter *receiver = shared->receiver;
        if (!receiver)
            return;
        QMetaObject::invokeMethod(
            receiver,
            [receiver, shared, order] {
                if (receiver->m_shared != shared)
                    return;
                receiver->m_shared.reset();
                Q_EMIT receiver->sorted(*order);
            },
            Qt::QueuedConnection);
    });
}

} // namespace pushscope
