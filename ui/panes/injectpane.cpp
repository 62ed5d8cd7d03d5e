// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/injectpane.h"

#include "ui/delegates/celldelegate.h"
#include "ui/feed/selection.h"
#include "ui/feed/servercontroller.h"
#include "ui/models/celltext.h"
#include "ui/models/clientsmodel.h"
#include "ui/models/coretext.h"
#include "ui/models/eventsmodel.h"
#include "ui/models/eventvariables.h"
#include "ui/models/sentmodel.h"
#include "ui/panes/composer.h"
#include "ui/panes/filteredtable.h"
#include "ui/panes/flowlayout.h"
#include "ui/panes/livetable.h"
#include "ui/panes/paneshortcut.h"
#include "ui/panes/panesplitter.h"
#include "ui/panes/scrolled.h"
#include "ui/panes/sharedclients.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>
#include <cmath>

namespace pushscope {

namespace {

constexpr int MostUnderWay = 256;
constexpr int ProgressInterval = 100; // ms
constexpr int ProgressAfter = 200; // ms

} // namespace

InjectPane::InjectPane(const PaneContext &context, QWidget *parent)
    : Pane(parent)
    , m_context(context)
    , m_clients(sharedClients(context, this))
    , m_composer(new Composer(context.notebook))
    , m_sent(new SentModel(this))
    , m_history(new LiveTable(m_sent, LiveTable::Kind::Plain, QStringLiteral("injectHistory"), tr("Sent in this session")))
    , m_times(new QSpinBox)
    , m_every(new QSpinBox)
    , m_paceKind(new QComboBox)
    , m_rate(new QDoubleSpinBox)
    , m_fileButton(new QToolButton)
    , m_fileLabel(new QLabel)
    , m_progress(new QProgressBar)
    , m_send(new QPushButton(themedIcon(QStringLiteral("send")), tr("&Send")))
    , m_stop(new QPushButton(themedIcon(QStringLiteral("stop")), tr("St&op")))
    , m_result(new QLabel)
{
    if (context.controller)
        m_publish = [controller = context.controller](PublishRequest request) { return controller->publish(std::move(request)); };
    m_history->setToolTip(tr("Activate a row to put it into the composer again"));
    auto *splitter = new PaneSplitter(Qt::Horizontal, QStringLiteral("injectSplitter"));
    splitter->addWidget(makeComposerSide());
    splitter->addWidget(new FilteredTable(m_history, context.notebook));
    splitter->setSizes({680, 320}); // shares, not pixels
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 0, 4);
    layout->addWidget(splitter);
    setupConnections();
    setupShortcuts();
    setAcceptDrops(true);
    updateButtons();
}

QWidget *InjectPane::makeComposerSide()
{
    m_result->setObjectName(QStringLiteral("injectResult"));
    m_result->setAccessibleDescription(tr("Result"));
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_result->hide();
    m_progress->setObjectName(QStringLiteral("injectProgress"));
    m_progress->setAccessibleName(tr("Sent so far"));
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(fontMetrics().height() / 3);
    m_progress->hide();
    auto *written = new QWidget;
    auto *inner = new QVBoxLayout(written);
    inner->setContentsMargins(0, 0, 6, 0);
    inner->setSpacing(4);
    inner->addWidget(m_composer, 1);
    inner->addWidget(makeSendRow());
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(scrolled(written, title()), 1);
    // Not scrolled away: what was sent, and who got it, is what one looks for.
    layout->addWidget(m_progress);
    layout->addWidget(m_result);
    return side;
}

QWidget *InjectPane::makeSendRow()
{
    m_times->setObjectName(QStringLiteral("injectTimes"));
    m_times->setRange(1, 1'000'000);
    m_times->setAccessibleName(tr("How many times"));
    m_every->setObjectName(QStringLiteral("injectEvery"));
    m_every->setRange(0, 3'600'000);
    m_every->setValue(50);
    m_every->setAccessibleName(tr("Every how many ms"));
    m_send->setObjectName(QStringLiteral("injectSend"));
    m_send->setToolTip(tr("Send (Ctrl+Return)"));
    m_stop->setObjectName(QStringLiteral("injectStop"));
    m_stop->setToolTip(tr("Stop sending (Esc)"));
    auto *row = new QWidget;
    auto *layout = new FlowLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    // First what is pressed most: where there is little room, the rest of the row is scrolled to.
    layout->addWidget(m_send);
    layout->addWidget(m_stop);
    layout->addWidget(FlowLayout::labelled(tr("&Repeat"), m_times));
    fillPace(row);
    layout->addWidget(m_fileButton);
    layout->addWidget(m_fileLabel);
    return row;
}

void InjectPane::fillPace(QWidget *row)
{
    m_every->setSuffix(tr(" ms"));
    m_paceKind->setObjectName(QStringLiteral("injectPace"));
    m_paceKind->addItems({tr("every"), tr("at a rate of"), tr("at random, on average")});
    m_paceKind->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_paceKind->setToolTip(tr("At random: the gaps are those of a Poisson process"));
    m_rate->setObjectName(QStringLiteral("injectRate"));
    m_rate->setAccessibleName(tr("How many per second"));
    m_rate->setRange(0.01, 100'000);
    m_rate->setValue(20);
    m_rate->setDecimals(2);
    m_rate->setSuffix(tr(" /s"));
    m_rate->hide();
    QWidget *pace = FlowLayout::labelled(tr("ti&mes,"), m_paceKind); // "every 50 ms" stays on one line
    pace->layout()->addWidget(m_every);
    pace->layout()->addWidget(m_rate);
    row->layout()->addWidget(pace);
    connect(m_paceKind, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_every->setVisible(Pace(index) == Pace::Every);
        m_rate->setVisible(Pace(index) != Pace::Every);
    });
    m_fileButton->setObjectName(QStringLiteral("injectFile"));
    m_fileButton->setText(tr("File…"));
    m_fileButton->setAccessibleName(tr("File of events"));
    m_fileButton->setToolTip(tr("Send the events of a file of JSON lines, at their own times where they have some"));
    m_fileButton->setFocusPolicy(Qt::TabFocus);
    m_fileLabel->setObjectName(QStringLiteral("injectFileName"));
    m_fileLabel->hide();
    connect(m_fileButton, &QToolButton::clicked, this, [this] { m_file.events.empty() ? askFile() : dropFile(); });
}

void InjectPane::askFile()
{
    const QString path
        = QFileDialog::getOpenFileName(this, tr("Events to send"), {}, tr("JSON lines (*.jsonl *.ndjson);;All files (*)"));
    if (!path.isEmpty())
        takeFile(path);
}

void InjectPane::takeFile(const QString &path)
{
    Result<EventsFile> file = readEventsFile(path);
    const QString name = QFileInfo(path).fileName();
    if (!file) {
        say(tr("✖ %1 can't be sent: %2").arg(name, coreText(file.error())), false);
        return;
    }
    m_file = std::move(*file);
    m_result->hide(); // of what was before
    const auto length = std::chrono::duration_cast<std::chrono::microseconds>(m_file.events.back().at);
    QString text = tr("%1: %Ln event(s)", nullptr, int(m_file.events.size())).arg(name);
    if (m_file.timed)
        text += QStringLiteral(", ") + durationText(length);
    m_fileLabel->setText(text);
    m_fileLabel->show();
    m_fileButton->setText(tr("Without the file"));
    m_fileButton->setAccessibleName(m_fileButton->text());
    updateButtons();
}

void InjectPane::dropFile()
{
    m_file = {};
    m_fileLabel->hide();
    m_fileButton->setText(tr("File…"));
    m_fileButton->setAccessibleName(tr("File of events"));
    updateButtons();
}

void InjectPane::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    const QString name = urls.value(0).fileName();
    if (urls.size() == 1 && urls[0].isLocalFile()
        && (name.endsWith(QLatin1String(".jsonl")) || name.endsWith(QLatin1String(".ndjson"))))
        event->acceptProposedAction();
}

void InjectPane::dropEvent(QDropEvent *event)
{
    const QString path = event->mimeData()->urls().value(0).toLocalFile();
    if (path.isEmpty()) // the program that it comes from has ended meanwhile
        return;
    takeFile(path);
    event->acceptProposedAction();
}

// As it was written: to whom and with its variables, not as it came to be sent.
void InjectPane::writeAgain(const SentEvent &sent)
{
    if (sent.written.isEmpty())
        m_composer->setRequest(sent.request); // of a file
    else
        m_composer->setWritten(sent.written);
}

void InjectPane::writeToSelected()
{
    m_composer->writeToSelected();
}

void InjectPane::setupConnections()
{
    connect(m_send, &QPushButton::clicked, this, &InjectPane::send);
    connect(m_stop, &QPushButton::clicked, this, &InjectPane::stop);
    connect(&m_pace, &QTimer::timeout, this, &InjectPane::sendDue);
    connect(m_composer, &Composer::canSendChanged, this, &InjectPane::updateButtons);
    if (m_context.controller)
        connect(m_context.controller, &ServerController::stateChanged, this, &InjectPane::updateButtons);
    connect(m_history, &QAbstractItemView::activated, this,
            [this](const QModelIndex &index) { writeAgain(m_sent->sentAt(index.row())); });
    if (m_context.selection) {
        const auto showIfSeen = [this] {
            if (isVisible()) // sending looks for itself
                showTargets();
        };
        connect(m_context.selection, &Selection::clientChanged, this, showIfSeen);
        connect(m_context.selection, &Selection::clientsChanged, this, showIfSeen);
    }
    m_pace.setTimerType(Qt::PreciseTimer);
    m_pace.setSingleShot(true);
}

void InjectPane::setupShortcuts()
{
    const QString sendText = tr("Send the event in Inject");
    addPaneShortcut(this, QStringLiteral("send"), sendText, Qt::CTRL | Qt::Key_Return, this, &InjectPane::send);
    addPaneShortcut(this, QStringLiteral("send-keypad"), sendText, Qt::CTRL | Qt::Key_Enter, this, &InjectPane::send);
    addPaneShortcut(this, QStringLiteral("stop"), tr("Stop sending"), Qt::Key_Escape, this, &InjectPane::stop);
}

// Where there is no room for both, the composer is what the pane is for.
void InjectPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    m_history->setVisible(width() > fontMetrics().averageCharWidth() * 80);
}

QIcon InjectPane::icon() const
{
    return themedIcon(QStringLiteral("inject"));
}

void InjectPane::applySnapshot(const Snapshot &snapshot)
{
    for (std::size_t p = 0; p < ProtocolCount; ++p)
        m_latest[p] = snapshot.figures.protocols[p].latency;
    if (m_snapshotsUntilLatencies > 0 && --m_snapshotsUntilLatencies == 0)
        sayLatencies(snapshot.figures);
    if (m_targetsPace.isDue(snapshot.figures.mono))
        showTargets();
}

// Whom it can be for, as the Clients pane has them now; names to complete only while there are not too many to look at.
void InjectPane::showTargets()
{
    constexpr int MostLookedAt = 2'000;
    QList<QByteArray> selected, shown;
    QSet<QByteArray> users, rooms, chosen, chosenUsers;
    const auto choose = [&](const ClientRow &client) {
        if (!client.user.isEmpty() && !chosenUsers.contains(client.user)) {
            chosenUsers.insert(client.user);
            selected.append(client.user);
        }
    };
    if (m_context.selection) {
        const QList<QByteArray> &clients = m_context.selection->clients();
        chosen = {clients.cbegin(), clients.cend()};
        if (const ClientRow *client = m_clients->find(m_context.selection->clientKey()))
            choose(*client);
    }
    for (int row = 0, count = std::min(m_clients->rowCount(), MostLookedAt); row < count; ++row) {
        const ClientRow &client = m_clients->clientAt(row);
        rooms.unite(QSet<QByteArray>(client.rooms.cbegin(), client.rooms.cend()));
        if (client.user.isEmpty())
            continue;
        if (!users.contains(client.user))
            shown.append(client.user);
        users.insert(client.user);
        if (chosen.contains(client.client))
            choose(client);
    }
    const auto sorted = [](const QSet<QByteArray> &names) {
        QStringList all;
        for (const QByteArray &name : names)
            all += QString::fromUtf8(name);
        all.sort();
        return all;
    };
    m_composer->setSelectedUsers(selected);
    m_composer->setFilteredUsers(shown);
    m_composer->setNames(sorted(users), sorted(rooms));
}

void InjectPane::send()
{
    if (m_left > 0 || !m_publish)
        return;
    if (!hasHub())
        return say(noHubText(), false);
    showTargets(); // whom the filter shows now
    if (m_file.events.empty()) {
        const std::optional<PublishRequest> request = m_composer->request();
        if (!request)
            return;
        m_composer->remember(*request);
        m_repeated = *request;
        m_written = m_composer->written();
        m_wanted = m_left = m_times->value();
    } else {
        m_written.clear();
        m_wanted = m_left = int(m_file.events.size());
    }
    m_done = m_failed = 0;
    m_due = 0;
    m_took = {};
    m_receivers = {};
    m_before = m_latest;
    m_snapshotsUntilLatencies = 0;
    m_shown.invalidate();
    m_clock.start();
    updateButtons();
    sendDue();
}

double InjectPane::dueAfter(double due)
{
    if (m_file.timed && !m_file.events.empty()) {
        const std::size_t next = std::size_t(m_wanted - m_left);
        return next < m_file.events.size() ? double(m_file.events[next].at.count()) / 1e6 : due;
    }
    switch (Pace(m_paceKind->currentIndex())) {
    case Pace::Every:
        return due + m_every->value();
    case Pace::Rate:
        return due + 1000 / m_rate->value();
    case Pace::Poisson:
        return due - std::log(1 - m_random.generateDouble()) * 1000 / m_rate->value();
    }
    return due;
}

// All that are due; a hub that answers more slowly than that is waited for.
void InjectPane::sendDue()
{
    constexpr int MostATurn = 16; // so that the window stays at work
    for (int i = 0; i < MostATurn && m_left > 0 && m_underWay < MostUnderWay && m_due <= double(m_clock.nsecsElapsed()) / 1e6;
         ++i) {
        sendNext();
        m_due = dueAfter(m_due);
    }
    if (m_left > 0)
        m_pace.start(int(
            std::clamp(std::ceil(m_due - double(m_clock.nsecsElapsed()) / 1e6), m_underWay < MostUnderWay ? 0.0 : 1.0, 3.6e6)));
}

QList<PublishRequest> InjectPane::requestsFor(int index)
{
    if (!m_file.events.empty())
        return {m_file.events[std::size_t(index)].request};
    QList<PublishRequest> requests{m_repeated};
    if (usesVariable(m_repeated.data, "user")) {
        requests.clear();
        for (const QByteArray &channel : std::as_const(m_repeated.to)) {
            requests.append(m_repeated);
            requests.last().to = {channel};
        }
    }
    for (PublishRequest &request : requests) {
        const QByteArray &channel = request.to.constFirst();
        const EventValues values{quint64(index) + 1, SystemClock().wall().time_since_epoch().count(),
                                 channel.startsWith("user:") ? channel.mid(5) : QByteArray(), &m_random};
        if (const Result<QByteArray> data = expandVariables(request.data, values))
            request.data = *data;
        if (const Result<QByteArray> key = expandInText(request.key, values))
            request.key = *key;
    }
    return requests;
}

void InjectPane::sendNext()
{
    if (m_left == 0)
        return;
    QList<PublishRequest> requests = requestsFor(m_wanted - m_left);
    --m_left;
    m_extra += int(requests.size()) - 1;
    m_underWay += int(requests.size());
    for (PublishRequest &request : requests)
        sendOne(std::move(request));
    updateButtons();
}

QCoro::Task<> InjectPane::sendOne(PublishRequest request)
{
    const QPointer<InjectPane> self = this;
    SentEvent event;
    event.at = SystemClock().wall();
    event.request = request;
    event.written = m_written;
    const Result<PublishReceipt> receipt = co_await m_publish(std::move(request));
    if (!self)
        co_return;
    if (receipt)
        event.receipt = *receipt;
    else
        event.failure = coreText(receipt.error());
    finished(std::move(event));
}

void InjectPane::finished(SentEvent event)
{
    --m_underWay;
    if (m_extra > 0)
        --m_extra; // several for one
    else
        ++m_done;
    const bool good = event.failure.isEmpty();
    if (!good) {
        ++m_failed;
        m_wanted -= std::exchange(m_left, 0); // what fails once is not tried a hundred times
        m_pace.stop();
    } else {
        m_took.record(event.receipt.took);
        for (std::size_t p = 0; p < ProtocolCount; ++p)
            m_receivers[p] += event.receipt.receivers[p];
    }
    const QString what = good ? receiptText(event.receipt) : tr("✖ Not sent: %1").arg(event.failure);
    m_last = std::move(event);
    const bool last = m_left == 0 && m_underWay == 0;
    showProgress(what, good, last);
    if (last)
        finish();
    updateButtons();
}

void InjectPane::showProgress(const QString &what, bool good, bool last)
{
    m_progress->setMaximum(std::max(1, m_wanted));
    m_progress->setValue(m_done);
    m_progress->setVisible(!last && m_clock.elapsed() > ProgressAfter);
    if (!last && m_shown.isValid() && m_shown.elapsed() < ProgressInterval)
        return;
    QString text = what;
    if (m_wanted > 1)
        text = tr("%1 of %2 sent. Last: %3").arg(numberText(quint64(m_done - m_failed)), numberText(quint64(m_wanted)), what);
    if (last && m_wanted > 1 && good) {
        std::array<quint32, ProtocolCount> sums{};
        std::transform(m_receivers.cbegin(), m_receivers.cend(), sums.begin(), [](quint64 sum) { return quint32(sum); });
        text += u' '
            + tr("All: %1; answered in %2 (p50), %3 (p99).")
                  .arg(receiversDetail(sums), durationText(m_took.percentile(0.5)), durationText(m_took.percentile(0.99)));
    }
    say(text, good);
    m_shown.start();
}

void InjectPane::finish()
{
    m_sent->add(m_last); // one row for a burst
    m_extra = 0;
    m_snapshotsUntilLatencies = m_failed == 0 ? 2 : 0; // the next one may have been made before the last delivery
}

// Of what was delivered since the sending began, this and what came meanwhile.
void InjectPane::sayLatencies(const HubFigures &figures)
{
    QStringList parts;
    for (std::size_t p = 0; p < ProtocolCount; ++p) {
        const Histogram since = figures.protocols[p].latency.since(m_before[p]);
        if (since.count() > 0 && m_receivers[p] > 0)
            parts += tr("%1 %2 (p50), %3 (p99)")
                         .arg(protocolText(ClientProtocol(p)), durationText(since.percentile(0.5)),
                              durationText(since.percentile(0.99)));
    }
    if (parts.isEmpty())
        return;
    const QString before = m_result->text();
    m_result->setText(before + (before.endsWith(u'.') ? QStringLiteral(" ") : QStringLiteral(". "))
                      + tr("To the last write: %1.").arg(parts.join(QStringLiteral(" · "))));
}

void InjectPane::stop()
{
    if (m_left == 0)
        return;
    m_pace.stop();
    m_wanted -= std::exchange(m_left, 0);
    say(tr("Stopped after %Ln event(s).", nullptr, m_done), true);
    m_progress->hide();
    if (m_underWay == 0 && m_done > 0)
        finish();
    updateButtons();
}

void InjectPane::say(const QString &text, bool good)
{
    m_result->setText(text);
    QPalette colors = palette();
    if (!good)
        colors.setColor(QPalette::WindowText, Theme::color(Theme::Role::Error));
    m_result->setPalette(colors);
    m_result->show();
}

bool InjectPane::hasHub() const
{
    return !m_context.controller || m_context.controller->isRunning();
}

QString InjectPane::noHubText()
{
    return tr("No hub runs that could send: start it first.");
}

void InjectPane::updateButtons()
{
    const bool file = !m_file.events.empty();
    m_send->setEnabled(hasHub() && m_left == 0 && (file || m_composer->canSend()));
    m_send->setToolTip(hasHub() ? tr("Send (Ctrl+Return)") : noHubText());
    m_composer->setEnabled(!file);
    m_times->setEnabled(!file);
    const bool ownTimes = file && m_file.timed;
    m_paceKind->setEnabled(!ownTimes);
    m_every->setEnabled(!ownTimes);
    m_rate->setEnabled(!ownTimes);
    m_fileButton->setEnabled(m_left == 0);
    m_stop->setEnabled(m_left > 0);
}

} // namespace pushscope
