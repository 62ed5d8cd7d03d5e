// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/orderedtablemodel.h"

#include <QDeadlineTimer>
#include <algorithm>
#include <limits>

namespace pushscope {

namespace {

constexpr size_t MostRuns = 48; // more signals than that cost a view more than one range

// Shows a slot to a filter through the function that gives a field of it.
template<typename Value> class SlotRow final : public FilterRow
{
public:
    explicit SlotRow(Value value)
        : m_value(value)
    {
    }
    [[nodiscard]] FilterValue value(int field) const override { return m_value(field); }

private:
    Value m_value;
};

} // namespace

OrderedTableModel::OrderedTableModel(QObject *parent)
    : CellTableModel(parent)
{
    m_later.setSingleShot(true);
    m_later.setInterval(StructureInterval);
    connect(&m_later, &QTimer::timeout, this, &OrderedTableModel::flush);
    m_work.setInterval(0);
    connect(&m_work, &QTimer::timeout, this, &OrderedTableModel::workOn);
    connect(&m_sorter, &RowSorter::sorted, this, &OrderedTableModel::takeOrder);
}

int OrderedTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

OrderedTableModel::Slot OrderedTableModel::addSlot()
{
    Slot slot = Slot(m_slots.size());
    if (m_free.empty()) {
        m_slots.emplace_back();
    } else {
        slot = m_free.back();
        m_free.pop_back();
        m_slots[slot] = {};
    }
    m_slots[slot].used = true;
    ++m_total;
    wait(slot);
    return slot;
}

void OrderedTableModel::touchSlot(Slot slot)
{
    if (std::exchange(m_slots[slot].touched, true))
        return;
    m_touched.push_back(slot);
}

void OrderedTableModel::removeSlot(Slot slot)
{
    if (std::exchange(m_slots[slot].leaving, true))
        return;
    --m_total;
    wait(slot);
}

void OrderedTableModel::wait(Slot slot)
{
    if (!std::exchange(m_slots[slot].waiting, true))
        m_waiting.push_back(slot);
}

void OrderedTableModel::commit(TimePoint now)
{
    tellTouched();
    if (!m_waiting.empty() && now - m_lastStructure >= StructureInterval) {
        m_lastStructure = now;
        flush();
    } else if (!m_waiting.empty() && !m_later.isActive()) {
        m_later.start();
    }
    if (m_orderStale && now - m_lastOrder >= OrderInterval && !isBusy()) {
        m_lastOrder = now;
        resort();
    }
}

// Changed cells as contiguous ranges; one full range above half of the rows or where there would be too many.
void OrderedTableModel::tellTouched()
{
    if (m_touched.empty())
        return;
    std::vector<int> rows;
    rows.reserve(m_touched.size());
    for (const Slot slot : std::exchange(m_touched, {})) {
        SlotState &state = m_slots[slot];
        state.touched = false;
        if (!state.used || state.leaving)
            continue;
        if (!m_filter.matchesAll())
            look(slot);
        if (state.row != Hidden)
            rows.push_back(state.row);
    }
    if (rows.empty())
        return;
    m_orderStale = m_orderStale || (m_sortColumn >= 0 && isVolatile(m_sortColumn));
    const int lastColumn = columnCount() - 1;
    const auto tell = [&](int from, int to) { Q_EMIT dataChanged(index(from, 0), index(to, lastColumn)); };
    if (rows.size() * 2 > m_order.size()) {
        tell(0, int(m_order.size()) - 1);
        return;
    }
    std::sort(rows.begin(), rows.end());
    std::vector<std::pair<int, int>> runs;
    for (const int row : rows) {
        if (!runs.empty() && row <= runs.back().second + 1)
            runs.back().second = row;
        else
            runs.emplace_back(row, row);
    }
    if (runs.size() > MostRuns)
        runs = {{rows.front(), rows.back()}};
    for (const auto &[from, to] : runs)
        tell(from, to);
}

void OrderedTableModel::flush()
{
    m_later.stop();
    if (m_waiting.empty())
        return;
    removeLeaving();
    insertEntering();
    for (const Slot slot : std::exchange(m_waiting, {})) {
        m_slots[slot].waiting = false;
        if (!m_slots[slot].leaving)
            continue;
        m_slots[slot] = {};
        m_free.push_back(slot);
        slotFreed(slot);
    }
    Q_EMIT countsChanged();
}

bool OrderedTableModel::isLeaving(Slot slot)
{
    const SlotState &state = m_slots[slot];
    return state.waiting && state.row != Hidden && (state.leaving || !fits(slot));
}

void OrderedTableModel::look(Slot slot)
{
    SlotState &state = m_slots[slot];
    state.fit = accepts(slot) ? Fit::Yes : Fit::No;
    if ((state.row != Hidden) != (state.fit == Fit::Yes))
        wait(slot);
}

bool OrderedTableModel::fits(Slot slot)
{
    SlotState &state = m_slots[slot];
    if (state.fit == Fit::Unknown)
        state.fit = accepts(slot) ? Fit::Yes : Fit::No;
    return state.fit == Fit::Yes;
}

// Scattered rows are moved to the end first, so that views see one removal.
void OrderedTableModel::removeLeaving()
{
    std::vector<bool> goes(m_slots.size());
    int count = 0, first = std::numeric_limits<int>::max(), last = -1;
    size_t ordered = m_ordered;
    for (const Slot slot : m_waiting) {
        if (!isLeaving(slot) || goes[slot])
            continue;
        const int row = m_slots[slot].row;
        goes[slot] = true;
        ++count;
        first = std::min(first, row);
        last = std::max(last, row);
        ordered -= size_t(row) < m_ordered;
    }
    if (count == 0)
        return;
    m_ordered = ordered;
    const bool contiguous = last - first + 1 == count;
    if (!contiguous) {
        std::vector<Slot> order = m_order;
        std::stable_partition(order.begin(), order.end(), [&goes](Slot slot) { return !goes[slot]; });
        reorder(order);
    }
    const int from = contiguous ? first : int(m_order.size()) - count;
    beginRemoveRows({}, from, from + count - 1);
    const auto begin = m_order.begin() + from;
    std::for_each(begin, begin + count, [this](Slot slot) { m_slots[slot].row = Hidden; });
    m_order.erase(begin, begin + count);
    numberRows(size_t(from));
    endRemoveRows();
}

// New rows come last; a sorted table takes them in at its next ordering.
void OrderedTableModel::insertEntering()
{
    std::vector<Slot> entering;
    for (const Slot slot : m_waiting) {
        const SlotState &state = m_slots[slot];
        if (state.row == Hidden && !state.leaving && fits(slot))
            entering.push_back(slot);
    }
    if (entering.empty())
        return;
    const size_t from = m_order.size();
    beginInsertRows({}, int(from), int(from + entering.size()) - 1);
    m_order.insert(m_order.end(), entering.begin(), entering.end());
    numberRows(from);
    endInsertRows();
    m_orderStale = m_orderStale || m_sortColumn >= 0;
}

void OrderedTableModel::numberRows(size_t from)
{
    for (size_t row = from; row < m_order.size(); ++row)
        m_slots[m_order[row]].row = qint32(row);
}

void OrderedTableModel::reorder(const std::vector<Slot> &order)
{
    Q_ASSERT(order.size() == m_order.size());
    if (order == m_order)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    std::vector<Slot> was = std::exchange(m_order, order);
    numberRows(0);
    for (const QModelIndex &old : before)
        after.append(index(m_slots[was[size_t(old.row())]].row, old.column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void OrderedTableModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    m_ordered = 0;
    resort();
}

// An index vector sorted by keys taken once per row: no proxy, no QVariant. Equal rows stay as they stood.
void OrderedTableModel::resort()
{
    m_orderStale = false;
    if (m_order.size() < 2)
        return;
    if (m_order.size() > LargeTable) {
        m_sorter.cancel();
        if (m_pass == Pass::Filter)
            m_orderStale = true; // its end orders
        else
            beginPass(Pass::Keys);
        return;
    }
    if (m_sortColumn >= 0 && isText(m_sortColumn)) {
        const std::vector<Slot> order = orderByValue();
        reorder(order);
        m_ordered = isVolatile(m_sortColumn) ? 0 : m_order.size();
        return;
    }
    std::vector<qint64> numbers(m_order.size());
    std::transform(m_order.cbegin(), m_order.cend(), numbers.begin(), [this](Slot slot) {
        return m_sortColumn < 0 ? qint64(keyOfSlot(slot)) : sortValue(slot, m_sortColumn).number;
    });
    reorder(orderByNumber(numbers));
    m_ordered = 0;
}

std::vector<OrderedTableModel::Slot> OrderedTableModel::orderByNumber(const std::vector<qint64> &numbers) const
{
    struct Entry {
        qint64 number;
        quint32 row;
    };
    const bool descending = m_sortColumn >= 0 && m_sortOrder == Qt::DescendingOrder;
    std::vector<Entry> entries(numbers.size());
    for (quint32 row = 0; row < entries.size(); ++row)
        entries[row] = {descending ? -numbers[row] : numbers[row], row};
    const auto before = [](const Entry &a, const Entry &b) { return a.number != b.number ? a.number < b.number : a.row < b.row; };
    if (!std::is_sorted(entries.cbegin(), entries.cend(), before))
        std::sort(entries.begin(), entries.end(), before);
    std::vector<Slot> order(entries.size());
    std::transform(entries.cbegin(), entries.cend(), order.begin(), [this](const Entry &entry) { return m_order[entry.row]; });
    return order;
}

// Texts are dear to compare: where only new rows are out of order, they alone are sorted, and merged in.
std::vector<OrderedTableModel::Slot> OrderedTableModel::orderByValue() const
{
    struct Entry {
        SortValue value;
        Slot slot;
    };
    std::vector<Entry> entries;
    entries.reserve(m_order.size());
    for (const Slot slot : m_order)
        entries.push_back({sortValue(slot, m_sortColumn), slot});
    const bool descending = m_sortOrder == Qt::DescendingOrder;
    const auto before = [descending](const Entry &a, const Entry &b) {
        return descending ? (b.value <=> a.value) < 0 : (a.value <=> b.value) < 0;
    };
    const auto middle = entries.begin() + std::ptrdiff_t(std::min(m_ordered, entries.size()));
    std::stable_sort(middle, entries.end(), before);
    std::inplace_merge(entries.begin(), middle, entries.end(), before);
    std::vector<Slot> order(entries.size());
    std::transform(entries.cbegin(), entries.cend(), order.begin(), [](const Entry &entry) { return entry.slot; });
    return order;
}

bool OrderedTableModel::accepts(Slot slot) const
{
    if (m_filter.isCondition())
        return m_filter.condition().matches(SlotRow([this, slot](int field) { return filterValueOf(slot, field); }));
    return m_filter.words().isEmpty() || matches(slot, m_filter.words());
}

Result<void> OrderedTableModel::setFilter(const QString &text)
{
    Result<TableFilter> filter = TableFilter::parse(text, filterFields());
    if (!filter)
        return tl::unexpected(std::move(filter).error());
    m_filterText = text;
    if (*filter == m_filter)
        return {};
    flush();
    m_filter = std::move(*filter);
    if (m_slots.size() > LargeTable) {
        m_orderStale = m_orderStale || (isBusy() && m_sortColumn >= 0);
        m_sorter.cancel();
        beginPass(Pass::Filter);
        return {};
    }
    for (Slot slot = 0; slot < m_slots.size(); ++slot)
        lookAt(slot);
    endFilter();
    return {};
}

void OrderedTableModel::lookAt(Slot slot)
{
    if (m_slots[slot].used)
        look(slot);
}

void OrderedTableModel::endFilter()
{
    flush();
    if (m_orderStale || m_sortColumn < 0) // unsorted: the order of arrival comes back
        resort();
    Q_EMIT countsChanged();
}

void OrderedTableModel::beginPass(Pass pass)
{
    m_pass = pass;
    m_passAt = 0;
    m_keys = {};
    m_keys.hasTexts = m_sortColumn >= 0 && isText(m_sortColumn);
    m_keys.descending = m_sortColumn >= 0 && m_sortOrder == Qt::DescendingOrder;
    if (pass == Pass::Keys)
        m_keys.entries.reserve(m_order.size());
    m_work.start();
}

void OrderedTableModel::stopPasses()
{
    m_pass = Pass::None;
    m_keys = {};
    m_work.stop();
    m_sorter.cancel();
}

// One slice. Slots that come meanwhile are looked at in their turn.
void OrderedTableModel::workOn()
{
    constexpr Slot Step = 256; // between two looks at the clock
    const QDeadlineTimer end(Slice);
    do {
        const Slot upTo = Slot(std::min<size_t>(m_passAt + Step, m_slots.size()));
        for (; m_passAt < upTo; ++m_passAt)
            m_pass == Pass::Filter ? lookAt(m_passAt) : addKey(m_passAt);
        if (m_passAt == m_slots.size())
            return endPass();
    } while (!end.hasExpired());
}

void OrderedTableModel::endPass()
{
    m_work.stop();
    if (std::exchange(m_pass, Pass::None) == Pass::Filter)
        endFilter();
    else
        m_sorter.start(std::exchange(m_keys, {}));
}

void OrderedTableModel::addKey(Slot slot)
{
    const SlotState &state = m_slots[slot];
    if (!state.used || state.row == Hidden)
        return;
    const SortValue value = m_sortColumn < 0 ? SortValue{qint64(keyOfSlot(slot)), {}} : sortValue(slot, m_sortColumn);
    m_keys.add(value.number, m_keys.hasTexts ? value.text : QByteArrayView(), slot, quint32(state.row));
}

// Rows that came since the keys were taken stay behind; those that left are left out.
void OrderedTableModel::takeOrder(const std::vector<Slot> &sorted)
{
    std::vector<bool> placed(m_slots.size());
    std::vector<Slot> order;
    order.reserve(m_order.size());
    for (const Slot slot : sorted) {
        if (m_slots[slot].row == Hidden || placed[slot])
            continue;
        placed[slot] = true;
        order.push_back(slot);
    }
    std::copy_if(m_order.cbegin(), m_order.cend(), std::back_inserter(order), [&placed](Slot slot) { return !placed[slot]; });
    reorder(order);
    m_ordered = 0;
}

void OrderedTableModel::reset(const std::function<void()> &clear)
{
    beginResetModel();
    stopPasses();
    m_later.stop();
    m_slots.clear();
    m_free.clear();
    m_order.clear();
    m_touched.clear();
    m_waiting.clear();
    m_total = 0;
    m_orderStale = false;
    m_ordered = 0;
    m_lastStructure = m_lastOrder = {}; // what comes next is shown at once
    clear();
    endResetModel();
    Q_EMIT countsChanged();
}

} // namespace pushscope
