// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Composer: whom, what type, which data: an event as it is written before it is sent. GUI thread.

#include "serverthread.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QMenu;
class QStringListModel;
class QToolButton;

namespace pushscope {

class JsonEditor;
class Notebook;
class PublishOptions;

class Composer final : public QWidget
{
    Q_OBJECT
public:
    enum class Target : quint8 { Everyone, User, Room, SelectedUser, Filtered };

    explicit Composer(Notebook *notebook = nullptr, QWidget *parent = nullptr); // borrowed; null: nothing is kept

    // What stands here; nothing, with the reason in the error label and the focus at its place, where it can't be sent.
    [[nodiscard]] std::optional<PublishRequest> request();
    void setRequest(const PublishRequest &request);
    [[nodiscard]] QString written() const; // all that stands here, to be kept
    void setWritten(const QString &written);
    void setSelectedUsers(const QList<QByteArray> &users); // of the selected clients
    void setFilteredUsers(const QList<QByteArray> &users); // of the clients that the Clients pane's filter shows
    void writeToSelected(); // chooses the selected clients' users, and goes to the data
    void setNames(const QStringList &users, const QStringList &rooms); // to complete
    void remember(const PublishRequest &request); // offers its names again
    void saveTemplate(const QString &name); // what stands here, in place of one of that name
    [[nodiscard]] bool canSend() const noexcept { return m_canSend; }

Q_SIGNALS:
    void canSendChanged(bool canSend);

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *makeTemplates();
    void connectChecks();
    void showNameField();
    void check();
    [[nodiscard]] QString problem(QWidget **where) const; // besides the data; empty: none
    [[nodiscard]] QList<QByteArray> channels() const;
    void fillTemplates();
    void take(const char *type, const QString &data);
    void askTemplateName();

    QComboBox *m_target;
    QComboBox *m_name;
    QComboBox *m_type;
    PublishOptions *m_options;
    JsonEditor *m_data;
    QLabel *m_error;
    Notebook *m_notebook;
    QMenu *m_templates = nullptr;
    QStringList m_users, m_rooms;
    QStringListModel *m_names; // to complete: users or rooms
    QList<QByteArray> m_selectedUsers, m_filteredUsers;
    bool m_canSend = true;
};

} // namespace pushscope
