// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// InjectPane: writes an event and sends it, once or n times at a pace, or sends those of a file at their own times, and says what
// happened. GUI thread.

#include "serverthread.h"
#include "ui/models/eventsfile.h"
#include "ui/models/sentmodel.h"
#include "ui/panes/lookpace.h"
#include "ui/panes/pane.h"
#include "ui/panes/panecontext.h"

#include <QCoroTask>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTimer>
#include <functional>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QToolButton;

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
    enum class Pace : quint8 { Every, Rate, Poisson };
    // Sends what is in the file instead of what is written, until it is taken away.
    void takeFile(const QString &path);
    void writeToSelected(); // what is written next is for the users of the selected clients
    [[nodiscard]] SentModel *sent() const noexcept { return m_sent; }

public Q_SLOTS:
    void send();
    void stop();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    [[nodiscard]] QWidget *makeComposerSide();
    [[nodiscard]] QWidget *makeSendRow();
    void setupConnections();
    void setupShortcuts();
    void fillPace(QWidget *row);
    void askFile();
    void dropFile();
    void showTargets();
    void writeAgain(const SentEvent &sent);
    [[nodiscard]] QList<PublishRequest> requestsFor(int index); // several where each user gets an own one
    [[nodiscard]] double dueAfter(double due); // ms since the start of what is being sent
    void sendDue();
    void sendNext();
    void showProgress(const QString &what, bool good, bool last);
    void finish();
    void sayLatencies(const HubFigures &figures);
    QCoro::Task<> sendOne(PublishRequest request);
    void finished(SentEvent event);
    void say(const QString &text, bool good);
    void updateButtons();
    [[nodiscard]] bool hasHub() const; // or a publisher of its own
    [[nodiscard]] static QString noHubText();

    PaneContext m_context;
    Publish m_publish;
    ClientsModel *m_clients;
    Composer *m_composer;
    SentModel *m_sent;
    LiveTable *m_history;
    QSpinBox *m_times;
    QSpinBox *m_every;
    QComboBox *m_paceKind;
    QDoubleSpinBox *m_rate;
    QToolButton *m_fileButton;
    QLabel *m_fileLabel;
    QProgressBar *m_progress;
    QPushButton *m_send;
    QPushButton *m_stop;
    QLabel *m_result;
    QTimer m_pace;
    PublishRequest m_repeated;
    QString m_written; // the composer as it was when sending began; empty: a file is sent
    EventsFile m_file; // without events: what is written is sent
    QRandomGenerator m_random{QRandomGenerator::securelySeeded()};
    QElapsedTimer m_clock; // since the start of what is being sent
    double m_due = 0; // ms on it, of the next one
    Histogram m_took; // of the answers
    std::array<quint64, ProtocolCount> m_receivers{};
    LookPace m_targetsPace; // names to complete, of up to 2,000 clients
    std::array<Histogram, ProtocolCount> m_latest, m_before; // delivery latencies: of the last snapshot, and when it began
    int m_snapshotsUntilLatencies = 0; // 0: they are not waited for
    SentEvent m_last;
    int m_left = 0; // still to be sent
    int m_underWay = 0; // sent, not answered yet
    int m_extra = 0; // under way beyond one a time: an own one for each user
    int m_done = 0, m_wanted = 0, m_failed = 0;
    QElapsedTimer m_shown; // a burst's progress is told a few times a second
};

} // namespace pushscope
