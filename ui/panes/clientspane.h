// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ClientsPane: who is connected, what is known of each, and ways to drop them. GUI thread.

#include "serverthread.h"
#include "ui/models/eventtypes.h"
#include "ui/panes/pane.h"
#include "ui/panes/panecontext.h"

#include <QCoroTask>
#include <functional>

class QLabel;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace pushscope {

class ClientsModel;
struct CopyTarget;
class FieldsTable;
class LiveTable;
class TableBar;

class ClientsPane final : public Pane
{
    Q_OBJECT
public:
    explicit ClientsPane(const PaneContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Clients"); }
    [[nodiscard]] QIcon icon() const override;
    void applySnapshot(const Snapshot &snapshot) override;

    // What is shown while there is no client; taken over.
    void setEmptyWidget(QWidget *widget);
    [[nodiscard]] ClientsModel *model() const noexcept { return m_model; }
    [[nodiscard]] LiveTable *table() const noexcept { return m_table; }

Q_SIGNALS:
    void sendRequested(); // an event, to the clients that are selected

private:
    void setupTable();
    void setupButtons();
    void setupConnections();
    void fillDropMenu(QMenu *menu);
    void fillFaultMenu(QMenu *menu); // made anew each time: it says whom
    void addFaults(QMenu *menu, const QString &title, const QJsonObject &whom, bool enabled);
    void fillCopyMenu(QMenu *menu);
    void addToMenu(QMenu *menu);
    void showDetails();
    void showPage();
    void updateButtons();
    void askCloseCode();
    void dropSelected(DropHow how, int closeCode = 1000);
    QCoro::Task<> setFault(QString name, QByteArray rule);
    void say(const QString &text);
    QCoro::Task<> drop(QList<QByteArray> clients, DropHow how, int closeCode);
    void copyIds();
    void copyAs(const std::function<QString(const ClientRow &, const CopyTarget &)> &text);
    [[nodiscard]] QList<QByteArray> selectedClients() const;

    PaneContext m_context;
    ClientsModel *m_model;
    LiveTable *m_table;
    TableBar *m_bar;
    FieldsTable *m_details;
    QLabel *m_result; // what became of the last command
    QStackedWidget *m_pages;
    QToolButton *m_dropButton = nullptr;
    QToolButton *m_faultButton = nullptr;
    QToolButton *m_copyButton = nullptr;
    EventTypes m_types;
};

} // namespace pushscope
