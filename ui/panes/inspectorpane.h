// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// InspectorPane: what is selected, in full: the event as a tree and as text, its exact bytes on each wire, and the client. GUI
// thread.

#include "ui/models/eventtrail.h"
#include "ui/panes/lookpace.h"
#include "ui/panes/pane.h"
#include "ui/panes/panecontext.h"

#include <functional>

class QLabel;
class QPlainTextEdit;
class QTabWidget;
class QTreeView;

namespace pushscope {

class ClientsModel;
class FieldsTable;
class FramesView;
class JsonTreeModel;
class RequestsView;
class WireView;

class InspectorPane final : public Pane
{
    Q_OBJECT
public:
    explicit InspectorPane(const PaneContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Inspector"); }
    [[nodiscard]] QIcon icon() const override;
    void applySnapshot(const Snapshot &snapshot) override;

    // Where the session is recorded now, whose requests are shown; an empty path while nothing is recorded.
    void setSession(std::function<QString()> path);

private:
    [[nodiscard]] QWidget *makeEventTab();
    [[nodiscard]] QWidget *makeClientTab();
    [[nodiscard]] QWidget *makeTableTab(QLabel *heading, FieldsTable *table);
    void showDifference(const Event &event);
    void showDeliveries();
    void setupConnections();
    void inspect(const EventPtr &event, quint64 ref);
    void showData(const QString &heading, const QByteArray &data);
    void showMissing(Seq seq);
    void showClient();
    [[nodiscard]] Epoch epoch() const;

    PaneContext m_context;
    ClientsModel *m_clients;
    QTabWidget *m_tabs;
    QLabel *m_heading;
    JsonTreeModel *m_tree;
    QTreeView *m_treeView;
    QPlainTextEdit *m_text;
    WireView *m_wire;
    EventTrail m_trail;
    QLabel *m_differenceText; // what it is compared with
    FieldsTable *m_difference;
    QLabel *m_deliveryText;
    FieldsTable *m_deliveries;
    LookPace m_deliveriesPace; // looks at all clients
    FieldsTable *m_clientFields;
    QLabel *m_clientHint;
    FramesView *m_frames;
    RequestsView *m_requests;
};

} // namespace pushscope
