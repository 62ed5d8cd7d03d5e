// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/answerspane.h"
#include "ui/feed/answerdesk.h"
#include "ui/feed/framefeed.h"
#include "ui/models/answersmodel.h"
#include "ui/models/coretext.h"
#include "ui/panes/answereditor.h"
#include "ui/panes/filteredtable.h"
#include "ui/panes/flowlayout.h"
#include "ui/panes/livetable.h"
#include "ui/panes/paneshortcut.h"
#include "ui/panes/textlabel.h"
#include "ui/shell/icons.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

namespace pushscope {

namespace {

QToolButton *toolButton(const QString &icon, const QString &text, const QString &tip)
{
    auto *button = new QToolButton;
    button->setIcon(themedIcon(icon));
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(tip);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

AnswerText example(const QByteArray &name)
{
    AnswerText rule;
    rule.name = name;
    rule.type = "order:new";
    rule.message = "{\n  \"type\": \"order:accepted\",\n  \"data\": {{$.payload}}\n}";
    rule.data = "{{$.payload}}";
    rule.eventType = "{{type}}";
    return rule;
}

} // namespace

AnswersPane::AnswersPane(const PaneContext &context, QWidget *parent)
    : Pane(parent)
    , m_desk(new AnswerDesk(context.controller, context.notebook, this))
    , m_model(new AnswersModel(this))
    , m_table(new LiveTable(m_model, LiveTable::Kind::Plain, QStringLiteral("answersTable"), tr("Rules that answer")))
    , m_result(textLabel(QStringLiteral("answersResult"), tr("Result")))
    , m_empty(textLabel(QStringLiteral("answersEmpty"), tr("Rules")))
{
    m_result->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_result);
    layout->addWidget(m_empty);
    layout->addWidget(new FilteredTable(m_table, context.notebook), 1);
    m_empty->setText(tr("No rule yet. A rule answers what WebSocket clients send: with a reply, an event to others, a delay or a "
                        "close; so the hub can stand in for a backend that isn't written yet."));
    setupTable();
    connect(m_desk, &AnswerDesk::changed, this, [this] {
        m_model->setRules(m_desk->rules());
        updateButtons();
    });
    connect(m_desk, &AnswerDesk::reverted, this, &AnswersPane::onReverted);
    connect(m_desk, &AnswerDesk::refused, this, [this](const QString &reason) { say(reason, false); });
    connect(m_model, &AnswersModel::switched, this, [this] {
        const int index = selectedRule();
        m_desk->setRules(m_model->rules());
        if (index >= 0)
            select(std::size_t(index));
    });
    if (context.feed)
        connect(context.feed, &FrameFeed::snapshotReady, m_model, &AnswersModel::apply);
    m_model->setRules(m_desk->rules());
    updateButtons();
}

QIcon AnswersPane::icon() const
{
    return themedIcon(QStringLiteral("message"));
}

QWidget *AnswersPane::makeBar()
{
    auto *bar = new QWidget;
    auto *flow = new FlowLayout(bar);
    const auto add = [this, flow](const char *icon, const QString &text, const QString &tip, auto slot) {
        auto *button = toolButton(QLatin1String(icon), text, tip);
        flow->addWidget(button);
        connect(button, &QToolButton::clicked, this, slot);
        return button;
    };
    m_new = add("spawn", tr("New rule…"), tr("A rule that answers messages of WebSocket clients; also by Insert"),
                [this] { addRule(); });
    m_ofRule = {
        add("settings", tr("Edit rule…"), tr("Also by Enter in the list"), [this] { editSelected(); }),
        add("copy", tr("Duplicate rule"), {}, [this] { duplicateSelected(); }),
        add("close", tr("Remove rule"), tr("Also by Delete in the list"), [this] { removeSelected(); }),
        add("previous", tr("Earlier"), tr("All rules that match act, in this order; also by Alt+Up in the list"),
            [this] { moveSelected(-1); }),
        add("next", tr("Later"), tr("All rules that match act, in this order; also by Alt+Down in the list"),
            [this] { moveSelected(+1); }),
    };
    m_undo = add("undo", tr("Undo"), tr("Takes the last change of the rules back (Ctrl+Z)"), [this] { m_desk->undo(); });
    m_save = add("save", tr("Save rules…"), tr("Into a file"), [this] { askSave(); });
    add("open", tr("Load rules…"), tr("From a file, instead of these"), [this] { askLoad(); });
    return bar;
}

void AnswersPane::setupTable()
{
    m_table->setItemDelegate(new QStyledItemDelegate(m_table)); // it draws the boxes
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAlternatingRowColors(false);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(AnswersModel::Then, QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AnswersPane::updateButtons);
    connect(m_table, &QTableView::doubleClicked, this, &AnswersPane::editSelected);
    setupKeys();
}

void AnswersPane::setupKeys()
{
    addPaneShortcut(this, QStringLiteral("answers-new"), tr("A new rule that answers"), Qt::Key_Insert, this,
                    &AnswersPane::addRule);
    addPaneShortcut(m_table, QStringLiteral("answers-edit"), tr("Edit the rule"), Qt::Key_Return, this,
                    &AnswersPane::editSelected);
    auto *enter = new QShortcut(Qt::Key_Enter, m_table); // of the number pad: not a key of its own
    enter->setContext(Qt::WidgetWithChildrenShortcut);
    connect(enter, &QShortcut::activated, this, &AnswersPane::editSelected);
    addPaneShortcut(m_table, QStringLiteral("answers-remove"), tr("Remove the rule"), Qt::Key_Delete, this,
                    &AnswersPane::removeSelected);
    addPaneShortcut(m_table, QStringLiteral("answers-switch"), tr("Switch the rule on or off"), Qt::Key_Space, this,
                    &AnswersPane::switchSelected);
    addPaneShortcut(m_table, QStringLiteral("answers-earlier"), tr("Move the rule up"), Qt::ALT | Qt::Key_Up, this,
                    [this] { moveSelected(-1); });
    addPaneShortcut(m_table, QStringLiteral("answers-later"), tr("Move the rule down"), Qt::ALT | Qt::Key_Down, this,
                    [this] { moveSelected(+1); });
}

int AnswersPane::selectedRule() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : int(m_model->indexOfRow(rows.first().row()));
}

void AnswersPane::select(std::size_t index)
{
    if (const int row = m_model->rowOfIndex(index); row >= 0)
        m_table->selectRow(row);
}

void AnswersPane::updateButtons()
{
    const bool any = m_model->totalCount() > 0;
    const bool chosen = selectedRule() >= 0;
    for (QToolButton *button : std::as_const(m_ofRule))
        button->setEnabled(chosen);
    m_undo->setEnabled(m_desk->canUndo());
    m_save->setEnabled(any);
    m_empty->setVisible(!any);
    m_table->setVisible(any);
}

void AnswersPane::edit(int index, const AnswerText &rule)
{
    QList<QByteArray> taken;
    for (const AnswerText &other : m_desk->rules())
        taken.append(other.name);
    if (index >= 0)
        taken.removeAt(index);
    auto *editor = new AnswerEditor(rule, taken, this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &QDialog::accepted, this, [this, editor, index] {
        std::vector<AnswerText> rules = m_desk->rules();
        const AnswerText edited = editor->rule();
        const bool isNew = index < 0 || std::size_t(index) >= rules.size();
        if (isNew)
            rules.push_back(edited);
        else
            rules[std::size_t(index)] = edited;
        const std::size_t place = isNew ? rules.size() - 1 : std::size_t(index);
        m_desk->setRules(std::move(rules));
        select(place);
        sayKept(edited);
    });
    editor->open();
}

void AnswersPane::sayKept(const AnswerText &rule)
{
    const QString name = QString::fromUtf8(rule.name);
    if (!rule.on)
        say(tr("%1 is kept, and switched off").arg(name), true);
    else if (!m_desk->isAtWork())
        say(tr("%1 is kept, and acts when the hub runs").arg(name), true);
    else
        say(tr("%1 is at work").arg(name), true);
}

// Says so, and shows where: the list may be longer than the pane.
void AnswersPane::onReverted(bool undone, std::size_t first)
{
    if (const std::size_t count = m_desk->rules().size(); count > 0)
        select(std::min(first, count - 1));
    say(undone ? tr("↶ The last change of the rules was taken back.") : tr("The change of the rules was made again."), true);
}

void AnswersPane::addRule()
{
    if (const auto count = int(m_model->totalCount()); count >= MaxAnswerRules)
        say(tr("There are %Ln rules already: that is all.", nullptr, count), false);
    else
        edit(-1, example(m_desk->freeName(tr("rule").toUtf8())));
}

void AnswersPane::editSelected()
{
    if (const int index = selectedRule(); index >= 0)
        edit(index, m_desk->rules().at(std::size_t(index)));
}

void AnswersPane::duplicateSelected()
{
    const int index = selectedRule();
    if (index < 0 || m_model->totalCount() >= MaxAnswerRules)
        return;
    std::vector<AnswerText> rules = m_desk->rules();
    AnswerText copy = rules.at(std::size_t(index));
    copy.name = m_desk->freeName(copy.name);
    rules.insert(rules.begin() + index + 1, copy);
    m_desk->setRules(std::move(rules));
    select(std::size_t(index) + 1);
}

void AnswersPane::removeSelected()
{
    const int index = selectedRule();
    if (index < 0)
        return;
    std::vector<AnswerText> rules = m_desk->rules();
    rules.erase(rules.begin() + index);
    const std::size_t left = rules.size();
    m_desk->setRules(std::move(rules));
    if (left > 0)
        select(std::min(std::size_t(index), left - 1));
    else
        m_new->setFocus(Qt::OtherFocusReason); // the list is gone
}

void AnswersPane::switchSelected()
{
    const int index = selectedRule();
    if (index < 0)
        return;
    const QModelIndex cell = m_model->index(m_model->rowOfIndex(std::size_t(index)), AnswersModel::Name);
    const bool on = m_model->data(cell, Qt::CheckStateRole).toInt() == Qt::Checked;
    m_model->setData(cell, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

void AnswersPane::moveSelected(int by)
{
    const int index = selectedRule(), to = index + by;
    if (index < 0 || to < 0 || to >= m_model->totalCount())
        return;
    std::vector<AnswerText> rules = m_desk->rules();
    std::swap(rules[std::size_t(index)], rules[std::size_t(to)]);
    m_desk->setRules(std::move(rules));
    select(std::size_t(to));
}

void AnswersPane::askSave()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save rules"), QStringLiteral("answers.json"),
                                                      tr("Rules that answer (*.json);;All files (*)"));
    if (path.isEmpty())
        return;
    const Result<void> saved = m_desk->saveTo(path);
    say(saved ? tr("Saved: %1").arg(path) : tr("%1 was not saved: %2").arg(path, coreText(saved.error())), saved.has_value());
}

void AnswersPane::askLoad()
{
    const QString path
        = QFileDialog::getOpenFileName(this, tr("Load rules"), {}, tr("Rules that answer (*.json);;All files (*)"));
    if (!path.isEmpty())
        loadFrom(path);
}

void AnswersPane::loadFrom(const QString &path)
{
    const Result<void> loaded = m_desk->loadFrom(path);
    say(loaded ? tr("Loaded: %1").arg(path) : tr("%1 was not loaded: %2").arg(path, coreText(loaded.error())),
        loaded.has_value());
}

void AnswersPane::say(const QString &text, bool good)
{
    showOutcome(m_result, text, good);
}

} // namespace pushscope
