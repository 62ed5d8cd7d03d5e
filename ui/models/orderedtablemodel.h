// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// OrderedTableModel: rows that live in slots and an order over them that the model owns. Changes are gathered by the subclass
// (add, touch, remove) and told in commit() as few signals: contiguous dataChanged ranges, inserts and removals in batches of
// at most four a second, a new order at most once a second. What takes long in a large table (a filter over all rows, an order)
// is done in slices between other events, and sorted on another thread: until then the rows stay as they were. GUI thread.

#include "base/clock.h"
#include "ui/models/celltablemodel.h"
#include "ui/models/rowsorter.h"

#include <QTimer>
#include <vector>

namespace pushscope {

class OrderedTableModel : public CellTableModel
{
    Q_OBJECT
public:
    explicit OrderedTableModel(QObject *parent = nullptr);

    static constexpr Milliseconds StructureInterval{250};
    static constexpr Milliseconds OrderInterval{1000};
    static constexpr size_t LargeTable = 50'000; // rows
    static constexpr Milliseconds Slice{4};

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    Result<void> setFilter(const QString &text) override;
    [[nodiscard]] QString filter() const { return m_filterText; }
    [[nodiscard]] const TableFilter &tableFilter() const noexcept { return m_filter; }
    [[nodiscard]] FilterValue filterValue(int row, int field) const override { return filterValueOf(slotAt(row), field); }
    [[nodiscard]] qint64 totalCount() const override { return qint64(m_total); }
    [[nodiscard]] bool isBusy() const noexcept { return m_pass != Pass::None || m_sorter.isUnderWay(); } // with all rows

protected:
    using Slot = quint32;

    [[nodiscard]] virtual SortValue sortValue(Slot slot, int column) const = 0;
    [[nodiscard]] virtual bool matches(Slot slot, QByteArrayView needle) const = 0; // needle: in lower case, not empty
    [[nodiscard]] virtual FilterValue filterValueOf(Slot slot, int field) const = 0; // field: of filterFields()
    [[nodiscard]] virtual bool isText(int column) const = 0; // whether SortValue::text matters
    [[nodiscard]] virtual bool isVolatile(int column) const = 0; // whether its values change while rows stay
    [[nodiscard]] virtual quint64 keyOfSlot(Slot slot) const = 0;
    virtual void slotFreed(Slot slot) = 0; // its row is shown nowhere any more

    [[nodiscard]] Slot slotAt(int row) const { return m_order[size_t(row)]; }
    [[nodiscard]] int rowOf(Slot slot) const { return std::max(-1, m_slots[slot].row); }
    [[nodiscard]] Slot addSlot(); // the subclass fills it before commit()
    void touchSlot(Slot slot);
    void removeSlot(Slot slot); // stays filled until slotFreed()
    void commit(TimePoint now);
    void reset(const std::function<void()> &clear); // all slots are gone
    void flush(); // what waits for its batch, now

private:
    static constexpr qint32 Hidden = -1;
    enum class Fit : quint8 { Unknown, Yes, No }; // whether the filter shows the row, as it was looked at last
    struct SlotState {
        qint32 row = Hidden;
        bool used = false, touched = false, waiting = false, leaving = false;
        Fit fit = Fit::Unknown;
    };
    [[nodiscard]] bool accepts(Slot slot) const;
    void look(Slot slot); // with the filter
    [[nodiscard]] bool fits(Slot slot);
    void wait(Slot slot);
    void tellTouched();
    void removeLeaving();
    void insertEntering();
    void reorder(const std::vector<Slot> &order);
    void resort();
    [[nodiscard]] std::vector<Slot> orderByNumber(const std::vector<qint64> &numbers) const;
    [[nodiscard]] std::vector<Slot> orderByValue() const;
    void numberRows(size_t from);
    [[nodiscard]] bool isLeaving(Slot slot);
    enum class Pass : quint8 { None, Filter, Keys }; // over all slots, in slices
    void beginPass(Pass pass);
    void stopPasses();
    void workOn();
    void endPass();
    void lookAt(Slot slot);
    void endFilter();
    void addKey(Slot slot);
    void takeOrder(const std::vector<Slot> &sorted);

    std::vector<SlotState> m_slots;
    std::vector<Slot> m_free;
    std::vector<Slot> m_order; // row → slot
    std::vector<Slot> m_touched;
    std::vector<Slot> m_waiting; // for a batch: to be shown, hidden or removed
    size_t m_total = 0;
    QString m_filterText;
    TableFilter m_filter;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_orderStale = false;
    size_t m_ordered = 0; // so many first rows are in order by a column whose values stay
    TimePoint m_lastStructure{}, m_lastOrder{};
    QTimer m_later; // so that the last batch is shown when no frame follows
    Pass m_pass = Pass::None;
    Slot m_passAt = 0;
    QTimer m_work; // while there is a pass
    SortKeys m_keys; // as far as they were taken
    RowSorter m_sorter;
};

} // namespace pushscope
