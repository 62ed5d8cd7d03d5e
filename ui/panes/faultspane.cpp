// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/faultspane.h"

#include "ui/feed/faultdesk.h"
#include "ui/feed/framefeed.h"
#include "ui/feed/selection.h"
#include "ui/models/celltext.h"
#include "ui/models/coretext.h"
#include "ui/models/faultsmodel.h"
#include "ui/models/faulttext.h"
#include "ui/panes/faulteditor.h"
#include "ui/panes/filteredtable.h"
#include "ui/panes/flowlayout.h"
#include "ui/panes/livetable.h"
#include "ui/panes/paneshortcut.h"
#include "ui/panes/panesplitter.h"
#include "ui/panes/scrolled.h"
#include "ui/panes/textlabel.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QFile>
#include <QFileDialog>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace pushscope {

namespace {

constexpr qint64 LargestFile = 4 * 1024 * 1024; // of rules

QToolButton *toolButton(const QString &icon, const QString &text, const QString &tip)
{
    auto *button = new QToolButton;
    if (!icon.isEmpty())
        button->setIcon(themedIcon(icon));
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(tip);
    button->setToolButtonStyle(icon.isEmpty() ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QString fileError(const FaultListError &error)
{
    const QString detail = coreText(error.detail);
    return error.index < 0 ? detail : FaultsPane::tr("rule %1: %2").arg(error.index + 1).arg(detail);
}

} // namespace

FaultsPane::FaultsPane(const PaneContext &context, QWidget *parent)
    : Pane(parent)
    , m_context(context)
    , m_model(new FaultsModel(this))
    , m_table(new LiveTable(m_model, LiveTable::Kind::Plain, QStringLiteral("faultsTable"), tr("Fault rules at work")))
    , m_editor(new FaultEditor)
    , m_splitter(new PaneSplitter(Qt::Horizontal, QStringLiteral("faultsSplitter")))
    , m_result(textLabel(QStringLiteral("faultsResult"), tr("Result")))
    , m_empty(textLabel(QStringLiteral("faultsEmpty"), tr("Fault rules")))
    , m_set(new QPushButton(themedIcon(QStringLiteral("fault")), tr("&Set rule")))
{
    m_splitter->addWidget(makeList());
    m_splitter->addWidget(makeEditorSide());
    m_splitter->setSizes({500, 500}); // shares, not pixels
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeCommon());
    layout->addWidget(m_splitter, 1);
    setupConnections();
    updateButtons();
    if (m_context.faults)
        return;
    // A recording is looked at only.
    layout->itemAt(0)->widget()->hide();
    m_splitter->widget(1)->hide();
    m_remove->parentWidget()->hide();
}

QWidget *FaultsPane::makeCommon()
{
    auto *row = new QWidget;
    auto *layout = new FlowLayout(row);
    layout->setContentsMargins(4, 3, 4, 3);
    m_commonMenu = toolButton(QStringLiteral("fault"), tr("Common faults"), tr("Set one for everyone"));
    m_commonMenu->setPopupMode(QToolButton::InstantPopup);
    m_commonMenu->setMenu(new QMenu(m_commonMenu));
    for (const CommonFault &fault : commonFaults()) {
        QToolButton *button = toolButton({}, fault.name, tr("%1. For everyone.").arg(fault.tip));
        QAction *action = m_commonMenu->menu()->addAction(fault.name);
        connect(action, &QAction::triggered, this, [this, json = withWhom(fault, {})] {
            if (m_context.faults)
                m_context.faults->add(json);
        });
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
        layout->addWidget(button);
        m_common.append(button);
    }
    layout->addWidget(m_commonMenu);
    return row;
}

QWidget *FaultsPane::makeList()
{
    m_remove = toolButton(QStringLiteral("clear"), tr("Remove"), tr("Remove the selected rules (Del)"));
    m_removeAll = toolButton(QStringLiteral("close"), tr("Remove all"), tr("Remove every rule"));
    m_undo = toolButton(QStringLiteral("undo"), tr("Undo"), {});
    m_save = toolButton(QStringLiteral("save"), tr("Save…"), tr("Write the rules to a file"));
    QToolButton *load
        = toolButton(QStringLiteral("open"), tr("Load…"), tr("Set the rules of a file, beside those that there are"));
    auto *bar = new QWidget;
    auto *flow = new FlowLayout(bar);
    flow->setContentsMargins(4, 3, 4, 3);
    for (QToolButton *button : {m_remove, m_removeAll, m_undo, m_save, load}) {
        button->setAutoRaise(true);
        flow->addWidget(button);
    }
    connect(m_remove, &QToolButton::clicked, this, &FaultsPane::removeSelected);
    connect(m_save, &QToolButton::clicked, this, &FaultsPane::askSave);
    connect(load, &QToolButton::clicked, this, &FaultsPane::askLoad);
    m_result->hide();
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_result);
    layout->addWidget(m_empty);
    auto *table = new Modest<FilteredTable>(m_table, m_context.notebook);
    setLeastLines(table, 4);
    layout->addWidget(table, 1);
    return scrolled(side, m_table->accessibleName());
}

QWidget *FaultsPane::makeEditorSide()
{
    QScrollArea *scroll = scrolled(m_editor, tr("Rule editor"));
    scroll->setObjectName(QStringLiteral("faultEditorScroll"));
    scroll->setFocusPolicy(Qt::StrongFocus); // its end is read
    m_set->setObjectName(QStringLiteral("faultSet"));
    m_set->setToolTip(tr("Set the rule that stands here (Ctrl+Return)"));
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 6, 4);
    layout->setSpacing(2);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_set, 0, Qt::AlignRight);
    return side;
}

void FaultsPane::setupConnections()
{
    connect(m_set, &QPushButton::clicked, this, &FaultsPane::setWritten);
    connect(m_editor, &FaultEditor::submitted, this, &FaultsPane::setWritten);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FaultsPane::updateButtons);
    connect(m_model, &CellTableModel::countsChanged, this, &FaultsPane::updateButtons);
    m_table->setToolTip(tr("Activate a rule to put it into the editor"));
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        if (const Result<FaultRule> rule = FaultRule::parse(m_model->rowAt(index.row()).json))
            m_editor->setRule(*rule);
    });
    addPaneShortcut(this, QStringLiteral("faults-set"), tr("Set the fault of the editor"), Qt::CTRL | Qt::Key_Return, this,
                    &FaultsPane::setWritten);
    addPaneShortcut(m_table, QStringLiteral("faults-remove"), tr("Remove the selected faults"), QKeySequence::Delete, this,
                    &FaultsPane::removeSelected);
    if (m_context.selection)
        connect(m_context.selection, &Selection::clientsChanged, m_editor, &FaultEditor::setSelectedClients);
    if (m_context.feed) {
        connect(m_context.feed, &FrameFeed::snapshotReady, this,
                [this](const Snapshot &snapshot) { m_model->apply(snapshot.faults, snapshot.figures.at); });
    }
    FaultDesk *desk = m_context.faults;
    if (!desk)
        return;
    connect(m_undo, &QToolButton::clicked, desk, &FaultDesk::undo);
    connect(m_removeAll, &QToolButton::clicked, desk, &FaultDesk::removeAll);
    connect(desk, &FaultDesk::undoChanged, this, &FaultsPane::updateButtons);
    connect(desk, &FaultDesk::said, this, &FaultsPane::say);
}

// There is more room beside the list than below it, or the other way round.
void FaultsPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    const bool wide = width() > fontMetrics().averageCharWidth() * 60;
    for (QToolButton *button : std::as_const(m_common))
        button->setVisible(wide);
    m_commonMenu->setVisible(!wide);
    m_splitter->setOrientation(width() > fontMetrics().averageCharWidth() * 90 ? Qt::Horizontal : Qt::Vertical);
}

QIcon FaultsPane::icon() const
{
    return themedIcon(QStringLiteral("fault"));
}

void FaultsPane::applySnapshot(const Snapshot &)
{
    // The model takes every snapshot from the feed; nothing else moves here.
}

void FaultsPane::updateButtons()
{
    const bool any = m_model->totalCount() > 0;
    showText(m_empty,
             any                    ? QString()
                 : m_context.faults ? tr("No fault is at work. Take a common one above, or write one in the editor.")
                                    : tr("No fault is at work."));
    m_remove->setEnabled(m_table->selectionModel()->hasSelection());
    m_removeAll->setEnabled(any);
    m_save->setEnabled(any);
    const bool canUndo = m_context.faults && m_context.faults->canUndo();
    m_undo->setEnabled(canUndo);
    m_undo->setToolTip(canUndo ? tr("%1 (Ctrl+Z)").arg(m_context.faults->undoText()) : tr("Nothing to undo"));
}

QCoro::Task<> FaultsPane::setWritten()
{
    const std::optional<QByteArray> rule = m_editor->rule();
    if (!rule || !m_context.faults)
        co_return;
    const QPointer<FaultsPane> self = this;
    const auto set = co_await m_context.faults->add(*rule);
    if (self && !set)
        m_editor->showRefusal(set.error());
}

void FaultsPane::removeSelected()
{
    std::vector<FaultRow> rules;
    for (const quint64 key : m_table->selectedKeys()) {
        if (const int row = m_model->rowOfKey(key); row >= 0)
            rules.push_back(m_model->faultAt(row));
    }
    if (!rules.empty() && m_context.faults)
        m_context.faults->remove(std::move(rules));
}

void FaultsPane::askSave()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save fault rules"), QStringLiteral("faults.json"),
                                                      tr("Fault rules (*.json);;All files (*)"));
    if (!path.isEmpty())
        saveTo(path);
}

void FaultsPane::askLoad()
{
    const QString path
        = QFileDialog::getOpenFileName(this, tr("Load fault rules"), {}, tr("Fault rules (*.json);;All files (*)"));
    if (!path.isEmpty())
        loadFrom(path);
}

void FaultsPane::saveTo(const QString &path)
{
    std::vector<FaultRule> rules;
    for (const FaultEntry &entry : m_model->rows()) {
        if (Result<FaultRule> rule = FaultRule::parse(entry.json))
            rules.push_back(std::move(*rule));
    }
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(faultListJson(rules)) >= 0 && file.commit();
    say(written ? tr("✔ %Ln rule(s) saved to %1.", nullptr, int(rules.size())).arg(path)
                : tr("✖ %1 could not be written: %2").arg(path, file.errorString()),
        written);
}

void FaultsPane::loadFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        say(tr("✖ %1 could not be read: %2").arg(path, file.errorString()), false);
        return;
    }
    if (file.size() > LargestFile) {
        say(tr("✖ %1 is too large for a list of fault rules.").arg(path), false);
        return;
    }
    const auto rules = parseFaultList(file.readAll());
    if (!rules) {
        say(tr("✖ Nothing was set from %1: %2").arg(path, fileError(rules.error())), false);
        return;
    }
    QList<QByteArray> jsons;
    for (const FaultRule &rule : *rules)
        jsons += rule.json;
    if (jsons.isEmpty())
        say(tr("%1 has no rule.").arg(path), true);
    else if (m_context.faults)
        m_context.faults->addAll(std::move(jsons));
}

void FaultsPane::say(const QString &text, bool good)
{
    QPalette colors = palette();
    if (!good)
        colors.setColor(QPalette::WindowText, Theme::color(Theme::Role::Error));
    m_result->setPalette(colors);
    showText(m_result, text);
}

} // namespace pushscope
