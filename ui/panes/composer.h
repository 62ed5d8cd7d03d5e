// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Composer: whom, what type, which data: an event as it is written before it is sent. GUI thread.

#include "serverthread.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QToolButton;

namespace pushscope {

class JsonEditor;

class Composer final : public QWidget
{
    Q_OBJECT
public:
    enum class Target : quint8 { Everyone, User, Room, SelectedUser };

    explicit Composer(QWidget *parent = nullptr);

    // What stands here; nothing, with the reason in the error label and the focus at its place, where it can't be sent.
    [[nodiscard]] std::optional<PublishRequest> request();
    void setRequest(const PublishRequest &request);
    void setSelectedUser(const QByteArray &user); // of the selected client; empty: none
    void remember(const PublishRequest &request); // offers its names again
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
    void refuse(const QString &why, QWidget *where);
    [[nodiscard]] QString problem(QWidget **where) const; // besides the data; empty: none
    [[nodiscard]] QByteArray channel() const;

    QComboBox *m_target;
    QComboBox *m_name;
    QComboBox *m_type;
    QCheckBox *m_ephemeral;
    JsonEditor *m_data;
    QLabel *m_error;
    QByteArray m_selectedUser;
    bool m_canSend = true;
};

} // namespace pushscope
