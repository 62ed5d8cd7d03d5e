// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WireCostView: what the session's newest events cost over each way to a client, beside who is connected how. Reckoned only
// while it can be seen, at most once a second. GUI thread.

#include "observe/snapshot.h"
#include "ui/models/wirecostmodel.h"
#include "ui/panes/panecontext.h"

#include <QWidget>
#include <deque>
#include <vector>

class QLabel;

namespace pushscope {

class ClientsModel;

class WireCostView final : public QWidget
{
    Q_OBJECT
public:
    // The newest stored events that are looked at: so many, and no more than so many octets but for a single one, since each is
    // compressed several times on the GUI thread.
    static constexpr std::size_t Sample = 64;
    static constexpr qsizetype SampleOctets = 32 * 1024;

    explicit WireCostView(const PaneContext &context, QWidget *parent = nullptr);

    void take(const Snapshot &snapshot); // each one, seen or not
    [[nodiscard]] WireCostModel *model() const noexcept { return m_model; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void note(const EventPtr &event);
    void refresh();
    [[nodiscard]] std::vector<WireCost> costs(); // of the sample, and whether over TLS
    void countClients(std::vector<WireCost> &costs) const;

    PaneContext m_context;
    ClientsModel *m_clients;
    WireCostModel *m_model;
    QLabel *m_text;
    std::deque<EventPtr> m_events; // the sample
    qsizetype m_octets = 0; // of its data
    std::vector<WireCost> m_costs; // of the sample as it was last
    bool m_tls = false; // with these
    HubFigures m_figures;
    quint64 m_generation = 0;
    TimePoint m_refreshed{};
    bool m_stale = true; // another snapshot has come
    bool m_sampled = false; // m_costs are those of the sample as it is
};

} // namespace pushscope
