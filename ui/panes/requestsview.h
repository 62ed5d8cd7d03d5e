// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RequestsView: the HTTP requests of the selected client and the one that published the selected event, with their lines, queries
// and headers, as they stand in the session's file. Looked up only while the view can be seen, on a thread of its own. GUI
// thread.

#include "session/requestfinder.h"
#include "ui/feed/filejob.h"
#include "ui/models/eventtrail.h"
#include "ui/panes/panecontext.h"

#include <QElapsedTimer>
#include <QWidget>
#include <functional>
#include <memory>

class QLabel;
class QMenu;
class QModelIndex;

namespace pushscope {

class ClientsModel;
class FieldsTable;
class LiveTable;
class RequestsModel;

class RequestsView final : public QWidget
{
    Q_OBJECT
public:
    // While a session is being written, it is looked at again so often.
    static constexpr Milliseconds Pace{1000};

    // All borrowed.
    RequestsView(const PaneContext &context, const ClientsModel &clients, const EventTrail &trail, QWidget *parent = nullptr);
    ~RequestsView() override;

    // Where the session is now: its file, empty while nothing is recorded.
    void setSession(std::function<QString()> path);
    void refresh(); // at frame rate
    [[nodiscard]] RequestsModel *model() const noexcept { return m_model; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] RequestQuestion question() const;
    void ask(const QString &path, const RequestQuestion &question);
    void take(std::vector<FoundRequest> found, const QString &error);
    void showChosen();
    void addToMenu(QMenu *menu, const QModelIndex &at);
    void copyAsCurl(quint64 key) const;
    void say(const QString &error);

    PaneContext m_context;
    const ClientsModel &m_clients;
    const EventTrail &m_trail;
    std::function<QString()> m_path;
    RequestsModel *m_model;
    QLabel *m_text;
    LiveTable *m_table;
    FieldsTable *m_fields;
    std::unique_ptr<FileJob> m_job; // null: none is under way
    QString m_askedPath;
    RequestQuestion m_asked; // last
    std::pair<QByteArray, QByteArray> m_shown; // the client and the event whose requests stand there
    QElapsedTimer m_since; // that was answered
};

} // namespace pushscope
