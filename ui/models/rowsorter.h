// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RowSorter: orders a great many rows on a thread of the pool, by keys that were copied before. GUI thread.

#include <QByteArray>
#include <QObject>
#include <memory>
#include <vector>

namespace pushscope {

// Rows by number, and where numbers are equal by text in natural order; equal rows stay as they stood.
struct SortKeys {
    struct Entry {
        qint64 number = 0;
        quint32 slot = 0;
        quint32 place = 0; // as the row stood
        quint32 begin = 0, size = 0; // of its text
    };
    std::vector<Entry> entries;
    QByteArray texts; // one behind the other; less than 4 GiB
    bool hasTexts = false;
    bool descending = false;

    void add(qint64 number, QByteArrayView text, quint32 slot, quint32 place);
    [[nodiscard]] std::vector<quint32> sorted() &&; // the slots
};

class RowSorter final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~RowSorter() override;

    // Instead of what is under way, whose result is forgotten.
    void start(SortKeys keys);
    void cancel();
    [[nodiscard]] bool isUnderWay() const noexcept { return m_shared != nullptr; }

Q_SIGNALS:
    void sorted(const std::vector<quint32> &order);

private:
    struct Shared; // with the thread
    std::shared_ptr<Shared> m_shared; // null: nothing is under way
};

} // namespace pushscope
