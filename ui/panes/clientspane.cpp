// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/clientspane.h"

#include "ui/feed/faultdesk.h"
#include "ui/feed/framefeed.h"
#include "ui/feed/selection.h"
#include "ui/feed/servercontroller.h"
#include "ui/models/clientsmodel.h"
#include "ui/models/clienttext.h"
#include "ui/models/copytext.h"
#include "ui/models/coretext.h"
#include "ui/models/faulttext.h"
#include "ui/panes/fieldstable.h"
#include "ui/panes/filteredtable.h"
#include "ui/panes/livetable.h"
#include "ui/panes/menus.h"
#include "ui/panes/panesplitter.h"
#include "ui/panes/scrolled.h"
#include "ui/panes/sharedclients.h"
#include "ui/panes/tablebar.h"
#include "ui/shell/firstrun.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QStackedWidget>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace pushscope {

namespace {

constexpr int LeastDetails = 3; // rows

struct CloseCode {
    int code;
    const char *meaning;
};
// RFC 6455 §7.4.1 and wire.md
constexpr CloseCode CloseCodes[] = {
    {1000, QT_TRANSLATE_NOOP("pushscope::ClientsPane", "normal closure")},
    {1001, QT_TRANSLATE_NOOP("pushscope::ClientsPane", "going away")},
    {1008, QT_TRANSLATE_NOOP("pushscope::ClientsPane", "policy violation")},
    {1011, QT_TRANSLATE_NOOP("pushscope::ClientsPane", "internal error")},
    {1012, QT_TRANSLATE_NOOP("pushscope::ClientsPane", "service restart")},
    {1013, QT_TRANSLATE_NOOP("pushscope::ClientsPane", "try again later")},
    {4001, QT_TRANSLATE_NOOP("pushscope::ClientsPane", "unauthorized")},
    {4003, QT_TRANSLATE_NOOP("pushscope::ClientsPane", "forbidden")},
    {4008, QT_TRANSLATE_NOOP("pushscope::ClientsPane", "too slow")},
};

} // namespace

ClientsPane::ClientsPane(const PaneContext &context, QWidget *parent)
    : Pane(parent)
    , m_context(context)
    , m_model(sharedClients(context, this))
    , m_table(new LiveTable(m_model, LiveTable::Kind::Sorted, QStringLiteral("clientsTable"), tr("Clients")))
    , m_bar(new TableBar(m_model, m_table, tr("Filter by client, user, room or address"), context.notebook))
    , m_details(new FieldsTable(QStringLiteral("clientDetails"), tr("Details of the client")))
    , m_result(new QLabel)
    , m_pages(new QStackedWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    setupTable();
    setupButtons();
    setupConnections();
    if (context.controller) {
        auto *firstRun = new FirstRun(context);
        setEmptyWidget(scrolled(firstRun, firstRun->accessibleName()));
    }
    showPage();
}

void ClientsPane::setupTable()
{
    auto *splitter = new PaneSplitter(Qt::Vertical, QStringLiteral("clientsSplitter"));
    splitter->addWidget(m_table);
    splitter->addWidget(new FilteredTable(m_details, m_context.notebook));
    splitter->setSizes({600, 400}); // shares, not pixels
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    // However small the pane is, some of what is known of a client is read at once.
    m_details->setMinimumHeight(LeastDetails * Theme::rowHeight(fontMetrics())
                                + style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    m_result->setObjectName(QStringLiteral("clientsResult"));
    m_result->setWordWrap(true);
    m_result->setMargin(4);
    m_result->hide();
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_result);
    layout->addWidget(splitter, 1);
    m_pages->addWidget(page);
    auto *empty = new QLabel(tr("No client is connected."));
    empty->setAlignment(Qt::AlignCenter);
    m_pages->addWidget(empty);
}

void ClientsPane::setupButtons()
{
    m_dropButton
        = m_bar->addButton(themedIcon(QStringLiteral("drop")), tr("Drop"), tr("End the connections of the selected clients"));
    m_dropButton->setMenu(new QMenu(m_dropButton));
    fillDropMenu(m_dropButton->menu());
    m_faultButton = m_bar->addButton(themedIcon(QStringLiteral("fault")), tr("Break"),
                                     tr("Set a fault for the selected clients, or for all that match the filter"));
    m_faultButton->setMenu(new QMenu(m_faultButton));
    connect(m_faultButton->menu(), &QMenu::aboutToShow, this, [this] { fillFaultMenu(m_faultButton->menu()); });
    m_copyButton = m_bar->addButton(themedIcon(QStringLiteral("copy")), tr("Copy"), tr("Copy the selected clients"));
    m_copyButton->setMenu(new QMenu(m_copyButton));
    fillCopyMenu(m_copyButton->menu());
}

void ClientsPane::setupConnections()
{
    connect(m_table, &LiveTable::menuRequested, this, &ClientsPane::addToMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ClientsPane::updateButtons);
    connect(m_model, &CellTableModel::countsChanged, this, [this] {
        // Between two times of a recording there is none for a moment.
        const bool any = m_model->totalCount() > 0;
        QMetaObject::invokeMethod(this, &ClientsPane::showPage, any ? Qt::DirectConnection : Qt::QueuedConnection);
    });
    connect(m_table, &LiveTable::currentKeyChanged, this, [this](quint64 key) {
        const ClientRow *client = m_model->find(quint32(key));
        if (client && m_context.selection)
            m_context.selection->setClient(client->key, client->client);
        if (m_context.selection)
            m_context.selection->setClients(selectedClients());
        showDetails();
    });
    if (m_context.feed)
        connect(m_context.feed, &FrameFeed::snapshotReady, this, [this](const Snapshot &snapshot) { m_types.apply(snapshot); });
    if (m_context.selection) {
        connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
                [this] { m_context.selection->setClients(selectedClients()); });
        connect(m_context.selection, &Selection::clientChanged, this, [this](quint32 key) {
            m_table->setCurrentKey(key);
            showDetails();
        });
    }
    updateButtons();
}

QIcon ClientsPane::icon() const
{
    return themedIcon(QStringLiteral("clients"));
}

void ClientsPane::setEmptyWidget(QWidget *widget)
{
    QWidget *old = m_pages->widget(1);
    m_pages->removeWidget(old);
    delete old;
    m_pages->insertWidget(1, widget);
    showPage();
}

void ClientsPane::showPage()
{
    const int page = m_model->totalCount() == 0 ? 1 : 0;
    if (m_pages->currentIndex() != page)
        m_pages->setCurrentIndex(page);
}

void ClientsPane::applySnapshot(const Snapshot &)
{
    showDetails();
}

void ClientsPane::showDetails()
{
    const ClientRow *client = m_model->find(quint32(m_table->currentKey()));
    m_details->setVisible(client != nullptr);
    if (client)
        m_details->setFields(clientFields(*client, m_model->epoch()));
}

void ClientsPane::updateButtons()
{
    const bool any = m_table->selectionModel()->hasSelection();
    m_dropButton->setEnabled(any);
    m_copyButton->setEnabled(any);
}

void ClientsPane::fillDropMenu(QMenu *menu)
{
    menu->addAction(tr("Drop with FIN"), this, [this] { dropSelected(DropHow::Fin); });
    menu->addAction(tr("Drop with RST"), this, [this] { dropSelected(DropHow::Rst); });
    QMenu *codes = menu->addMenu(tr("Drop with close code"));
    for (const CloseCode &entry : CloseCodes) {
        const int code = entry.code;
        codes->addAction(tr("%1 %2").arg(QString::number(code), tr(entry.meaning)), this,
                         [this, code] { dropSelected(DropHow::CloseCode, code); });
    }
    codes->addSeparator();
    codes->addAction(tr("Another code…"), this, &ClientsPane::askCloseCode);
}

void ClientsPane::fillFaultMenu(QMenu *menu)
{
    emptyMenu(*menu);
    const QList<QByteArray> clients = selectedClients();
    const QJsonObject whom = whomOf(clients);
    addFaults(menu,
              clients.size() == 1 ? tr("Only %1").arg(QString::fromUtf8(clients.first()))
                                  : tr("The %Ln selected client(s)", nullptr, int(clients.size())),
              whom, !whom.isEmpty()); // also where they are too many to be named
    const QString filter = m_model->filter();
    addFaults(menu, filter.isEmpty() ? tr("All clients") : tr("All that match “%1”").arg(filter), whomContaining(filter), true);
}

void ClientsPane::addFaults(QMenu *menu, const QString &title, const QJsonObject &whom, bool enabled)
{
    QMenu *faults = menu->addMenu(title);
    faults->setEnabled(enabled && m_context.faults);
    for (const CommonFault &fault : commonFaults()) {
        if (fault.ofHub)
            continue;
        QAction *action = faults->addAction(fault.name, this,
                                            [this, name = fault.name, rule = withWhom(fault, whom)] { setFault(name, rule); });
        action->setStatusTip(fault.tip);
    }
}

QCoro::Task<> ClientsPane::setFault(QString name, QByteArray rule)
{
    const QPointer<ClientsPane> self = this;
    const auto set = co_await m_context.faults->add(rule);
    if (self)
        say(set ? tr("✔ %1: set. The Faults pane shows it and takes it back.").arg(name)
                : tr("✖ %1: %2").arg(name, coreText(set.error())));
}

void ClientsPane::say(const QString &text)
{
    m_result->setText(text);
    m_result->setVisible(true);
}

void ClientsPane::fillCopyMenu(QMenu *menu)
{
    menu->addAction(tr("Copy client id"), this, &ClientsPane::copyIds);
    if (m_context.controller) { // in a recording there is no hub to connect to
        menu->addAction(tr("Copy as cURL"), this, [this] { copyAs(clientCurl); });
        menu->addAction(tr("Copy as EventSource (JavaScript)"), this, [this] { copyAs(clientEventSource); });
        menu->addAction(tr("Copy as WebSocket (JavaScript)"), this, [this] { copyAs(clientWebSocket); });
    }
    menu->addAction(tr("Copy as JSON line"), this, [this] {
        copyAs([](const ClientRow &client, const CopyTarget &target) { return clientJsonLine(client, target.epoch); });
    });
}

void ClientsPane::addToMenu(QMenu *menu)
{
    if (!m_table->selectionModel()->hasSelection())
        return;
    if (m_context.controller)
        menu->addAction(themedIcon(QStringLiteral("send")), tr("Send an event…"), this, &ClientsPane::sendRequested);
    fillDropMenu(menu->addMenu(themedIcon(QStringLiteral("drop")), tr("Drop")));
    fillFaultMenu(menu->addMenu(themedIcon(QStringLiteral("fault")), tr("Break")));
    menu->addSeparator();
    fillCopyMenu(menu);
}

void ClientsPane::askCloseCode()
{
    bool ok = false;
    const int code
        = QInputDialog::getInt(this, tr("Drop with close code"), tr("Close code (1000 to 4999):"), 4000, 1000, 4999, 1, &ok);
    if (ok)
        dropSelected(DropHow::CloseCode, code);
}

QList<QByteArray> ClientsPane::selectedClients() const
{
    QList<QByteArray> clients;
    for (const quint64 key : m_table->selectedKeys()) {
        if (const ClientRow *client = m_model->find(quint32(key)))
            clients.append(client->client);
    }
    return clients;
}

void ClientsPane::dropSelected(DropHow how, int closeCode)
{
    if (m_context.controller)
        drop(selectedClients(), how, closeCode);
}

QCoro::Task<> ClientsPane::drop(QList<QByteArray> clients, DropHow how, int closeCode)
{
    const QPointer<ClientsPane> self = this;
    const QPointer<ServerController> controller = m_context.controller;
    int dropped = 0;
    QString failure;
    for (const QByteArray &client : std::as_const(clients)) {
        const Result<void> result = co_await controller->dropClient(client, how, closeCode);
        if (!self || !controller)
            co_return;
        if (result)
            ++dropped;
        else
            failure = coreText(result.error());
    }
    const QString done = tr("Dropped %Ln client(s).", nullptr, dropped);
    say(failure.isEmpty() ? done : tr("%1 Not all: %2").arg(done, failure));
}

void ClientsPane::copyIds()
{
    QApplication::clipboard()->setText(QString::fromUtf8(selectedClients().join('\n')));
}

void ClientsPane::copyAs(const std::function<QString(const ClientRow &, const CopyTarget &)> &text)
{
    QStringList lines;
    for (const quint64 key : m_table->selectedKeys()) {
        const ClientRow *client = m_model->find(quint32(key));
        if (!client)
            continue;
        CopyTarget target{{}, {}, m_model->epoch()};
        if (m_context.controller)
            target
                = {m_context.controller->url(), m_context.controller->makeToken(client->user), m_model->epoch(), m_types.all()};
        lines += text(*client, target);
    }
    QApplication::clipboard()->setText(lines.join(QChar(u'\n')));
}

} // namespace pushscope
