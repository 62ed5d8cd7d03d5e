// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// InjectPane: writes an event and sends it, once or n times every t ms, and says what happened. GUI thread.

#include "serverthread.h"
#include "ui/models/sentmodel.h"
#include "ui/panes/pane.h"
#include "ui/panes/panecontext.h"

#include <QCoroTask>
#include <QElapsedTimer>
#include <QTimer>
#include <functional>

class QLabel;
class QPushButton;
class QSpinBox;

namespace pushscope {

class ClientsModel;
class Composer;
class LiveTable;

class InjectPane final : public Pane
{
    Q_OBJECT
public:
    using Publish = std::function<QCoro::Task<Result<PublishReceipt>>(PublishRequest)>;

    explicit InjectPane(const PaneContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Inject"); }
    [[nodiscard]] QIcon icon() const override;
    void applySnapshot(const Snapshot &snapshot) override;

    // Instead of the controller: for tests.
    void setPublish(Publish publish) { m_publish = std::move(publish); }
    [[nodiscard]] SentModel *sent() const noexcept { return m_sent; }

public Q_SLOTS:
    void send();
    void stop();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeComposerSide();
    [[nodiscard]] QWidget *makeSendRow();
    void setupConnections();
    void setupShortcuts();
    void showSelectedUser();
    void sendNext();
    QCoro::Task<> sendOne(PublishRequest request);
    void finished(SentEvent event);
    void say(const QString &text, bool good);
    void updateButtons();

    PaneContext m_context;
    Publish m_publish;
    ClientsModel *m_clients;
    Composer *m_composer;
    SentModel *m_sent;
    LiveTable *m_history;
    QSpinBox *m_times;
    QSpinBox *m_every;
    QPushButton *m_send;
    QPushButton *m_stop;
    QLabel *m_result;
    QTimer m_pace;
    PublishRequest m_repeated;
    SentEvent m_last;
    int m_left = 0; // still to be sent
    int m_underWay = 0; // sent, not answered yet
    int m_done = 0, m_wanted = 0, m_failed = 0;
    QElapsedTimer m_shown; // a burst's progress is told a few times a second
};

} // namespace pushscope
