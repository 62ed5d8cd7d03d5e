// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FramesView: the frames of the selected client as they pass. The hub is asked for them only while the view can be seen. GUI
// thread.

#include "observe/snapshot.h"
#include "ui/panes/panecontext.h"

#include <QWidget>

class QLabel;

namespace pushscope {

class ClientsModel;
class FramesModel;
class LiveTable;

class FramesView final : public QWidget
{
    Q_OBJECT
public:
    FramesView(const PaneContext &context, const ClientsModel &clients, QWidget *parent = nullptr);
    ~FramesView() override;

    void refresh(); // takes what has passed; at frame rate
    [[nodiscard]] FramesModel *model() const noexcept { return m_model; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void watch(const ClientRow *client); // null: nobody
    void say(const ClientRow *client);

    PaneContext m_context;
    const ClientsModel &m_clients;
    FramesModel *m_model;
    QLabel *m_text;
    LiveTable *m_table;
    QByteArray m_client;
    quint64 m_skipped = 0;
};

} // namespace pushscope
