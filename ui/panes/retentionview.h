// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RetentionView: the retention cliff: the oldest event that the store keeps against every client, as a picture, in a sentence and
// as a table, and the chosen reconnect's cursor among them. Looks at the clients once a second. GUI thread.

#include "observe/snapshot.h"
#include "ui/models/retention.h"
#include "ui/panes/panecontext.h"

#include <QWidget>

class QLabel;

namespace pushscope {

class ClientsModel;
class LiveTable;
class RetentionBar;
class RetentionModel;

class RetentionView final : public QWidget
{
    Q_OBJECT
public:
    static constexpr std::size_t MostRows = 500; // those nearest to the edge

    explicit RetentionView(const PaneContext &context, QWidget *parent = nullptr);

    void applyFigures(const HubFigures &figures);
    void setReconnect(const ReconnectRow *reconnect); // null: none is chosen
    [[nodiscard]] LiveTable *table() const noexcept { return m_table; }

private:
    void setupLayout();
    void lookAtSome(); // of the clients, with each figures, so that many don't hold up the window
    void showLooked();
    void showBar();

    PaneContext m_context;
    ClientsModel *m_clients;
    RetentionModel *m_model;
    LiveTable *m_table;
    RetentionBar *m_bar;
    QLabel *m_forecast;
    QLabel *m_cursorText;
    QLabel *m_more; // how many clients are not in the table
    EdgePace m_pace;
    HubFigures m_figures;
    TimePoint m_looked{}; // when the look under way began, or the last one
    std::size_t m_next = 0; // where it goes on; 0: it is done
    std::size_t m_found = 0; // so far, of which these are nearest to the edge
    std::vector<RetentionRow> m_rows;
    QByteArray m_cursor;
    bool m_chosen = false;
};

} // namespace pushscope
