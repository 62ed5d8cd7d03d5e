// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WireCostView: what the session's newest events cost over each way to a client, beside who is connected how. Reckoned only
// while it can be seen, at most once a second. GUI thread.

#include "observe/snapshot.h"
#include "ui/panes/panecontext.h"

#include <QWidget>
#include <deque>

class QLabel;

namespace pushscope {

class ClientsModel;
struct WireCost;
class WireCostModel;

class WireCostView final : public QWidget
{
    Q_OBJECT
public:
    static constexpr std::size_t Sample = 64; // events

    explicit WireCostView(const PaneContext &context, QWidget *parent = nullptr);

    void take(const Snapshot &snapshot); // each one, seen or not
    [[nodiscard]] WireCostModel *model() const noexcept { return m_model; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void countClients(std::vector<WireCost> &costs) const;

    PaneContext m_context;
    ClientsModel *m_clients;
    WireCostModel *m_model;
    QLabel *m_text;
    std::deque<EventPtr> m_events; // the newest stored ones
    HubFigures m_figures;
    quint64 m_generation = 0;
    TimePoint m_refreshed{};
    bool m_stale = true;
};

} // namespace pushscope
