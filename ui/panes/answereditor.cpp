// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/answereditor.h"
#include "ui/models/answersmodel.h"
#include "ui/models/coretext.h"
#include "ui/panes/textlabel.h"
#include "ui/shell/theme.h"

#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace pushscope {

namespace {

constexpr qsizetype TrialLimit = 64 * 1024;
constexpr int JsonLines = 4;

QString placeOf(const QByteArray &text, qsizetype offset)
{
    const QByteArray before = text.left(offset);
    const qsizetype line = before.count('\n') + 1;
    const qsizetype column = offset - (before.lastIndexOf('\n') + 1) + 1;
    return line == 1 ? AnswerEditor::tr("at character %1").arg(column)
                     : AnswerEditor::tr("line %1, character %2").arg(line).arg(column);
}

} // namespace

AnswerEditor::AnswerEditor(const AnswerText &rule, QList<QByteArray> taken, QWidget *parent)
    : QDialog(parent)
    , m_form(new QFormLayout)
    , m_taken(std::move(taken))
    , m_on(rule.on)
{
    setWindowTitle(tr("Rule that answers"));
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    auto *page = new QWidget;
    auto *rows = new QVBoxLayout(page); // room that is left is below, not between a field and its error
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addLayout(m_form);
    rows->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setAccessibleName(windowTitle());
    area->setWidgetResizable(true);
    area->setWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(area, 1);
    setupWhen(rule);
    setupThen(rule);
    setupTrial();
    setupButtons();
    check();
    const int letter = fontMetrics().averageCharWidth();
    resize(letter * 90, letter * 80);
}

void AnswerEditor::setupWhen(const AnswerText &rule)
{
    m_name = addLine(tr("&Name:"), "name", rule.name, tr("By which the journal speaks of it"));
    m_type = addLine(tr("When the &type is:"), "when.type", rule.type,
                     tr("order:new, order:*; empty: any message. What the hub answers itself, like chat:send, in full only."));
    m_path = addLine(tr("and &has the value:"), "when.path", rule.path, tr("$.payload.items[0].name; empty: the whole text"));
    m_matches = addLine(tr("that &matches:"), "when.matches", rule.matches,
                        tr("A regular expression; its parentheses are {{1}}, {{2}}. Empty: the value only has to be there."));
}

void AnswerEditor::setupThen(const AnswerText &rule)
{
    m_kind = new QComboBox(this);
    m_kind->addItems(
        {tr("Reply to its sender"), tr("Publish an event"), tr("Let the hub answer, later"), tr("Close the connection")});
    m_kind->setCurrentIndex(int(rule.kind));
    addField(tr("T&hen:"), "then.kind", m_kind, {});
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AnswerEditor::check);
    const QString variables
        = tr("JSON with variables: {{$.payload.name}} {{1}} {{user}} {{client}} {{type}} {{now}} {{uuid}} {{seq}}");
    m_message = addJson(tr("Me&ssage:"), "then.message", rule.message, variables, AnswerKind::Reply);
    m_to = addLine(tr("T&o:"), "then.to", rule.to,
                   tr("user:alice, room:{{$.payload.room}} or *; several are separated by spaces"), {AnswerKind::Broadcast});
    m_eventType = addLine(tr("&Event type:"), "then.type", rule.eventType, tr("message, or {{type}}"), {AnswerKind::Broadcast});
    m_data = addJson(tr("&Data:"), "then.data", rule.data, variables, AnswerKind::Broadcast);
    m_code = new QSpinBox(this);
    m_code->setRange(1000, 4999);
    m_code->setValue(rule.code);
    m_code->setAccessibleName(tr("Close code"));
    addField(tr("&Close code:"), "then.code", m_code, {AnswerKind::Close});
    connect(m_code, &QSpinBox::valueChanged, this, &AnswerEditor::check);
    m_reason
        = addLine(tr("&Reason:"), "then.reason", rule.reason, tr("At most 120 octets; may have variables"), {AnswerKind::Close});
    m_after = addLine(tr("&After:"), "then.after", rule.after, tr("200ms, 2s; at most 60s. Empty: at once."));
}

void AnswerEditor::setupTrial()
{
    m_trial = new QPlainTextEdit(this);
    m_trial->setAccessibleName(tr("Message to try"));
    m_trial->setFont(Theme::monospace());
    m_trial->setTabChangesFocus(true);
    m_trial->setLayoutDirection(Qt::LeftToRight); // JSON, in any language
    m_trial->setFixedHeight(QFontMetrics(m_trial->font()).lineSpacing() * 3 + 12);
    m_trial->setPlaceholderText(QStringLiteral("{\"type\":\"order:new\",\"payload\":{\"name\":\"Bob\"}}"));
    m_form->addRow(tr("Tr&y a message:"), m_trial);
    m_outcome = textLabel(QStringLiteral("answerOutcome"), tr("What the rule would do"));
    m_form->addRow(QString(), m_outcome);
    connect(m_trial, &QPlainTextEdit::textChanged, this, &AnswerEditor::check);
}

void AnswerEditor::setupButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Save);
    layout()->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QLineEdit *AnswerEditor::addLine(const QString &label, const QByteArray &member, const QByteArray &text, const QString &hint,
                                 const QList<AnswerKind> &kinds)
{
    auto *edit = new QLineEdit(QString::fromUtf8(text), this);
    edit->setPlaceholderText(hint);
    edit->setToolTip(hint);
    addField(label, member, edit, kinds);
    connect(edit, &QLineEdit::textChanged, this, &AnswerEditor::check);
    return edit;
}

QPlainTextEdit *AnswerEditor::addJson(const QString &label, const QByteArray &member, const QByteArray &text, const QString &hint,
                                      AnswerKind kind)
{
    auto *edit = new QPlainTextEdit(QString::fromUtf8(text), this);
    edit->setToolTip(hint);
    edit->setPlaceholderText(hint);
    edit->setFont(Theme::monospace());
    edit->setTabChangesFocus(true);
    edit->setLayoutDirection(Qt::LeftToRight);
    edit->setAccessibleName(QString(label).remove(u'&').remove(u':'));
    edit->setFixedHeight(QFontMetrics(edit->font()).lineSpacing() * JsonLines + 12);
    addField(label, member, edit, {kind});
    connect(edit, &QPlainTextEdit::textChanged, this, &AnswerEditor::check);
    return edit;
}

void AnswerEditor::addField(const QString &label, const QByteArray &member, QWidget *edit, const QList<AnswerKind> &kinds)
{
    auto *name = new QLabel(label, this);
    name->setBuddy(edit);
    m_form->addRow(name, edit);
    auto *error = new QLabel(this);
    error->setObjectName(QStringLiteral("error-") + QLatin1String(member));
    error->setWordWrap(true);
    QPalette colours = error->palette();
    colours.setColor(QPalette::WindowText, Theme::color(Theme::Role::Error));
    error->setPalette(colours);
    error->hide();
    m_form->addRow(QString(), error);
    m_fields.append(Field{member, name, edit, error, kinds});
}

AnswerText AnswerEditor::rule() const
{
    const auto line = [](const QLineEdit *edit) { return edit->text().trimmed().toUtf8(); };
    AnswerText text;
    text.name = line(m_name);
    text.on = m_on;
    text.type = line(m_type);
    text.path = line(m_path);
    text.matches = m_matches->text().toUtf8(); // blanks count
    text.kind = AnswerKind(m_kind->currentIndex());
    text.after = line(m_after);
    switch (text.kind) {
    case AnswerKind::Reply:
        text.message = m_message->toPlainText().toUtf8();
        break;
    case AnswerKind::Broadcast:
        text.to = line(m_to);
        text.eventType = line(m_eventType);
        text.data = m_data->toPlainText().toUtf8();
        break;
    case AnswerKind::Delay:
        break;
    case AnswerKind::Close:
        text.code = m_code->value();
        text.reason = line(m_reason);
        break;
    }
    return text;
}

bool AnswerEditor::isComplete() const
{
    return m_save->isEnabled();
}

QString AnswerEditor::errorBeside(const QByteArray &member) const
{
    for (const Field &field : m_fields) {
        if (field.member == member)
            return field.error->text();
    }
    return {};
}

void AnswerEditor::check()
{
    if (!m_save)
        return; // still being set up
    const AnswerText text = rule();
    auto made = AnswerRule::make(text);
    if (made && m_taken.contains(text.name))
        made = tl::unexpected<AnswerError>(AnswerError{"name", tr("another rule has this name").toUtf8()});
    for (const Field &field : std::as_const(m_fields)) {
        const bool applies = field.kinds.isEmpty() || field.kinds.contains(text.kind);
        field.label->setVisible(applies);
        field.edit->setVisible(applies);
        QString error;
        if (!made && made.error().member == field.member) {
            error = coreText(made.error().detail);
            if (made.error().offset >= 0) {
                const auto *json = qobject_cast<QPlainTextEdit *>(field.edit);
                const QByteArray typed = json ? json->toPlainText().toUtf8() : QByteArray();
                error += QStringLiteral(" (%1)").arg(placeOf(typed, made.error().offset));
            }
        }
        showText(field.error, error);
        field.edit->setAccessibleDescription(error);
    }
    m_save->setEnabled(made.has_value());
    if (made)
        tryOut(*made);
    else
        showText(m_outcome, {});
}

void AnswerEditor::tryOut(const AnswerRule &rule)
{
    const QByteArray typed = m_trial->toPlainText().trimmed().toUtf8();
    if (typed.isEmpty()) {
        showText(m_outcome, {});
        return;
    }
    const QJsonDocument document = QJsonDocument::fromJson(typed);
    const QByteArray type = document.object().value(QLatin1String("type")).toString().toUtf8();
    const AnswerMessage message{typed, document.isNull() ? QByteArrayView() : QByteArrayView(typed), type};
    AnswerText on = rule.text();
    on.on = true;
    const auto captures = AnswerRule::make(on)->match(message);
    if (!captures) {
        showText(m_outcome, tr("This message does not match."));
        return;
    }
    const WallTime now{Milliseconds(QDateTime::currentMSecsSinceEpoch())};
    const AnswerFacts facts{message.json, type, "alice", "web-1", now, 1, *captures};
    const auto body = rule.body().render(facts, TrialLimit);
    if (!body) {
        showText(m_outcome, coreText(body.error()));
        return;
    }
    AnswerText filled = rule.text();
    (filled.kind == AnswerKind::Broadcast   ? filled.data
         : filled.kind == AnswerKind::Reply ? filled.message
                                            : filled.reason)
        = *body;
    if (filled.kind == AnswerKind::Broadcast) {
        filled.to = rule.to().render(facts, TrialLimit).value_or(QByteArray());
        filled.eventType = rule.eventType().render(facts, TrialLimit).value_or(QByteArray());
    }
    QString outcome = tr("It matches: %1").arg(AnswersModel::thenText(filled));
    if (filled.kind == AnswerKind::Broadcast)
        outcome += QStringLiteral(": ") + QString::fromUtf8(filled.data).simplified();
    showText(m_outcome, outcome);
}

} // namespace pushscope
