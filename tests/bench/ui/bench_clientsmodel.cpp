// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What ClientsModel costs with many clients under a visible table, beside the same rows under a QSortFilterProxyModel.
// bench_clientsmodel [clients] prints one JSON object; times are medians in ms.
#include "ui/models/clientsmodel.h"
#include "ui/models/eventsmodel.h"
#include "ui/support/syntheticsource.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <cstdio>
#include <functional>

using namespace pushscope;

namespace {

constexpr int Rounds = 9;

double median(std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

double timed(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

double medianOf(const std::function<void()> &prepare, const std::function<void()> &work)
{
    std::vector<double> times;
    for (int round = 0; round < Rounds; ++round) {
        prepare();
        times.push_back(timed(work));
    }
    return median(times);
}

// The rows as plain items do it: values in data(), a proxy sorts by EditRole.
class PlainRows final : public QAbstractTableModel
{
public:
    std::vector<ClientRow> rows;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 4; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole && role != Qt::EditRole)
            return {};
        const ClientRow &row = rows[size_t(index.row())];
        switch (index.column()) {
        case 0:
            return QString::fromUtf8(row.client);
        case 1:
            return QString::fromUtf8(row.user);
        case 2:
            return qulonglong(row.eventsOut);
        default:
            return qlonglong(row.lag.count());
        }
    }
    void change(const std::vector<ClientRow> &changed)
    {
        for (const ClientRow &row : changed) {
            rows[row.key - 1] = row;
            const int at = int(row.key) - 1;
            Q_EMIT dataChanged(index(at, 0), index(at, 3));
        }
    }
};

void setUp(QTableView &view, QAbstractItemModel *model)
{
    view.setModel(model);
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.verticalHeader()->setDefaultSectionSize(22);
    view.resize(1200, 600);
    view.show();
    QCoreApplication::processEvents();
}

QJsonObject benchOurs(quint32 clients)
{
    SyntheticHub hub;
    ClientsModel model;
    QTableView view;
    setUp(view, &model);
    TimePoint now{std::chrono::hours(1)};
    Snapshot snapshot = hub.withClients(clients);
    QJsonObject result;
    result[QStringLiteral("first_snapshot")] = timed([&] { model.apply(snapshot, now); });
    const auto changes = [&](quint32 count) {
        return medianOf([&] { snapshot = hub.withChanges(count); },
                        [&] {
                            model.apply(snapshot, now += Milliseconds(33));
                            QCoreApplication::processEvents();
                        });
    };
    result[QStringLiteral("frame_of_3333_changes")] = changes(3333);
    result[QStringLiteral("frame_of_all_changed")] = changes(clients);
    const auto sort
        = [&](int column) { return medianOf([&] { model.sort(ClientsModel::Address); }, [&] { model.sort(column); }); };
    result[QStringLiteral("sort_by_number")] = sort(ClientsModel::EventsOut);
    result[QStringLiteral("sort_by_text")] = sort(ClientsModel::Client);
    model.sort(ClientsModel::Lag);
    result[QStringLiteral("frame_of_3333_changes_with_new_order")]
        = medianOf([&] { snapshot = hub.withChanges(3333); },
                   [&] {
                       model.apply(snapshot, now += std::chrono::seconds(2));
                       QCoreApplication::processEvents();
                   });
    result[QStringLiteral("filter")] = medianOf([&] { model.setFilter({}); }, [&] { model.setFilter(QStringLiteral("alice")); });
    return result;
}

QJsonObject benchProxy(quint32 clients)
{
    SyntheticHub hub;
    PlainRows rows;
    rows.rows = hub.withClients(clients).changedClients;
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&rows);
    proxy.setDynamicSortFilter(false);
    QTableView view;
    setUp(view, &proxy);
    QJsonObject result;
    const auto sort = [&](int column) { return medianOf([&] { proxy.sort(1); }, [&] { proxy.sort(column); }); };
    result[QStringLiteral("sort_by_number")] = sort(2);
    result[QStringLiteral("sort_by_text")] = sort(0);
    proxy.sort(3);
    proxy.setDynamicSortFilter(true);
    Snapshot snapshot;
    std::vector<double> times;
    for (int round = 0; round < 3; ++round) {
        snapshot = hub.withChanges(1000);
        times.push_back(timed([&] {
            rows.change(snapshot.changedClients);
            QCoreApplication::processEvents();
        }));
    }
    result[QStringLiteral("1000_single_changes_of_the_sorted_column")] = median(times);
    proxy.setDynamicSortFilter(false);
    result[QStringLiteral("filter")] = medianOf([&] { proxy.setFilterFixedString({}); },
                                                [&] {
                                                    proxy.setFilterKeyColumn(1);
                                                    proxy.setFilterFixedString(QStringLiteral("alice"));
                                                });
    return result;
}

// 100,000 events a second, taken at frame rate for a second, with a view that follows.
QJsonObject benchEvents()
{
    SyntheticHub hub;
    EventsModel model;
    QTableView view;
    setUp(view, &model);
    TimePoint now{std::chrono::hours(1)};
    model.apply(hub.withEvents(int(EventsModel::Capacity)), now);
    std::vector<double> times;
    for (int frame = 0; frame < 60; ++frame) {
        const Snapshot snapshot = hub.withEvents(3333);
        times.push_back(timed([&] {
            model.apply(snapshot, now += Milliseconds(33));
            view.scrollToBottom();
            QCoreApplication::processEvents();
        }));
    }
    const double worst = *std::max_element(times.cbegin(), times.cend());
    return {{QStringLiteral("frame_of_3333_events"), median(times)}, {QStringLiteral("worst_frame"), worst}};
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    const quint32 clients = argc > 1 ? quint32(std::max(1000, std::atoi(argv[1]))) : 100'000;
    const QJsonObject result{{QStringLiteral("clients"), int(clients)},
                             {QStringLiteral("unit"), QStringLiteral("ms")},
                             {QStringLiteral("clients_model"), benchOurs(clients)},
                             {QStringLiteral("sort_filter_proxy"), benchProxy(clients)},
                             {QStringLiteral("events_model"), benchEvents()}};
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Indented).constData());
    return 0;
}
