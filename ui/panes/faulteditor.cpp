// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/faulteditor.h"

#include "ui/models/celltext.h"
#include "ui/models/coretext.h"
#include "ui/models/faultadvice.h"
#include "ui/models/faulttext.h"
#include "ui/panes/flowlayout.h"
#include "ui/panes/textlabel.h"
#include "ui/shell/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGroupBox>
#include <QJsonDocument>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace pushscope {

namespace {

QComboBox *comboBox(const QString &name, const QStringList &items)
{
    auto *box = new QComboBox;
    box->setObjectName(name);
    box->addItems(items);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

QLineEdit *lineEdit(const QString &name, const QString &hint, int characters)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(name);
    edit->setPlaceholderText(hint);
    edit->setMinimumWidth(edit->fontMetrics().averageCharWidth() * characters);
    return edit;
}

QSpinBox *spinBox(const QString &name, qint64 least, qint64 most, qint64 value)
{
    auto *box = new QSpinBox;
    box->setObjectName(name);
    box->setRange(int(least), int(most));
    box->setValue(int(value));
    return box;
}

QWidget *groupOf(const QString &title, FlowLayout *fields)
{
    auto *group = new QGroupBox(title);
    group->setLayout(fields);
    fields->setContentsMargins(6, 2, 6, 4);
    return group;
}

QJsonValue valueOf(const QWidget *field)
{
    if (const auto *number = qobject_cast<const QSpinBox *>(field))
        return number->value();
    if (const auto *flag = qobject_cast<const QCheckBox *>(field))
        return flag->isChecked();
    if (const auto *choice = qobject_cast<const QComboBox *>(field))
        return choice->currentText();
    return qobject_cast<const QLineEdit *>(field)->text();
}

void setValueOf(QWidget *field, const FaultRule::Value &value)
{
    const auto *text = std::get_if<QByteArray>(&value);
    if (auto *number = qobject_cast<QSpinBox *>(field))
        number->setValue(int(std::get<qint64>(value)));
    else if (auto *flag = qobject_cast<QCheckBox *>(field))
        flag->setChecked(std::get<qint64>(value) != 0);
    else if (auto *choice = qobject_cast<QComboBox *>(field))
        choice->setCurrentText(text ? QString::fromUtf8(*text) : QString());
    else
        qobject_cast<QLineEdit *>(field)->setText(text ? QString::fromUtf8(*text) : QString());
}

} // namespace

FaultEditor::FaultEditor(QWidget *parent)
    : QWidget(parent)
    , m_advice(textLabel(QStringLiteral("faultAdvice"), tr("What an app does about it")))
    , m_error(textLabel(QStringLiteral("faultError"), tr("Error")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(4);
    layout->addWidget(makeWhat()); // first: what is whom's and when's depends on it
    layout->addWidget(makeWhom());
    layout->addWidget(makeWhen());
    layout->addWidget(m_advice);
    layout->addStretch();
    showKind();
    showTarget();
}

QWidget *FaultEditor::addField(FlowLayout *to, const QString &label, QWidget *field, const char *member)
{
    QWidget *both = FlowLayout::labelled(label, field);
    to->addWidget(both);
    m_fields.insert(member, field);
    if (field->accessibleName().isEmpty() && !qobject_cast<QComboBox *>(field))
        field->setAccessibleName(QString(label).remove(QChar(u'&')));
    if (auto *edit = qobject_cast<QLineEdit *>(field))
        connect(edit, &QLineEdit::returnPressed, this, &FaultEditor::submitted);
    return both;
}

QWidget *FaultEditor::makeWhat()
{
    m_kind = new QComboBox;
    m_kind->setObjectName(QStringLiteral("faultKind"));
    FaultKindInfo::Group last = FaultKindInfo::Group::Transport;
    for (const FaultKindInfo &info : faultKinds()) {
        if (std::exchange(last, info.group) != info.group)
            m_kind->insertSeparator(m_kind->count());
        m_kind->addItem(QLatin1String(info.name), int(info.kind));
        m_kind->setItemData(m_kind->count() - 1, faultMeaning(info), Qt::ToolTipRole);
    }
    m_kind->setMaxVisibleItems(m_kind->count());
    m_meaning = textLabel(QStringLiteral("faultMeaning"), tr("What the fault does"));
    m_meaning->setContentsMargins(0, 0, 0, 0);
    m_meaning->setWordWrap(false); // it goes to a line of its own
    m_parameters = new QWidget;
    auto *group = new QGroupBox(tr("What"));
    auto *layout = new QVBoxLayout(group);
    layout->setContentsMargins(6, 2, 6, 4);
    layout->setSpacing(3);
    auto *row = new FlowLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(FlowLayout::labelled(tr("&Kind"), m_kind));
    row->addWidget(m_meaning);
    layout->addLayout(row);
    layout->addWidget(m_parameters);
    m_fields.insert("what.kind", m_kind);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &FaultEditor::showKind);
    return group;
}

QWidget *FaultEditor::makeWhom()
{
    auto *fields = new FlowLayout;
    m_target = comboBox(QStringLiteral("faultTarget"),
                        {tr("everyone"), tr("user"), tr("client"), tr("the selected clients"), tr("those of a filter")});
    m_name = lineEdit(QStringLiteral("faultName"), {}, 14);
    m_protocol = comboBox(QStringLiteral("faultProtocol"), {tr("any")});
    for (std::size_t i = 0; i < ProtocolCount; ++i)
        m_protocol->addItem(protocolText(ClientProtocol(i)));
    m_next = spinBox(QStringLiteral("faultNext"), 0, 1'000'000, 0);
    m_next->setSpecialValueText(tr("all"));
    m_next->setToolTip(tr("Only so many more connections or requests; all: those that there are, too"));
    addField(fields, tr("&Clients"), m_target, "whom");
    addField(fields, tr("&Name"), m_name, "whom.user");
    addField(fields, tr("&Protocol"), m_protocol, "whom.protocol");
    addField(fields, tr("N&ext"), m_next, "whom.next");
    m_fields.insert("whom.client", m_name);
    m_fields.insert("whom.filter", m_name);
    connect(m_target, &QComboBox::currentIndexChanged, this, &FaultEditor::showTarget);
    return groupOf(tr("Whom"), fields);
}

QWidget *FaultEditor::makeWhen()
{
    auto *fields = new FlowLayout;
    m_for = lineEdit(QStringLiteral("faultFor"), tr("until removed"), 12);
    m_for->setToolTip(tr("How long, such as 10s, 500ms, 2m; empty: until it is removed"));
    m_at = spinBox(QStringLiteral("faultAt"), 0, 1'000'000, 0);
    m_at->setSpecialValueText(tr("at once"));
    m_at->setToolTip(tr("Just before the n-th event that is due to a client from when the rule is set"));
    m_probability = new QDoubleSpinBox;
    m_probability->setObjectName(QStringLiteral("faultProbability"));
    m_probability->setRange(0, 100);
    m_probability->setDecimals(1);
    m_probability->setValue(100);
    m_probability->setSuffix(tr(" %"));
    m_probability->setToolTip(tr("Of each chance to act"));
    addField(fields, tr("&For"), m_for, "for");
    addField(fields, tr("&At event"), m_at, "at.event");
    addField(fields, tr("P&robability"), m_probability, "probability");
    m_fields.insert("at", m_at);
    return groupOf(tr("When"), fields);
}

QWidget *FaultEditor::makeParameter(const FaultParameter &parameter)
{
    using Type = FaultParameter::Type;
    const QString name = QStringLiteral("fault-") + QLatin1String(parameter.name);
    QWidget *field = nullptr;
    if (parameter.type == Type::Number || parameter.type == Type::CloseCode) {
        auto *box = spinBox(name, parameter.least, parameter.most, parameter.fallback);
        const QString unit = QLatin1String(parameter.unit);
        box->setGroupSeparatorShown(!unit.isEmpty());
        box->setSuffix(unit.isEmpty() ? QString() : QChar(u' ') + unit);
        field = box;
    } else if (parameter.type == Type::Flag) {
        auto *box = new QCheckBox;
        box->setObjectName(name);
        box->setChecked(parameter.fallback != 0);
        field = box;
    } else if (parameter.type == Type::Choice) {
        field = comboBox(name, QString::fromLatin1(parameter.words).split(QChar(u'|')));
    } else {
        auto *edit = lineEdit(name, parameter.words ? QString() : tr("must be given"), 18);
        edit->setText(QString::fromUtf8(parameter.words));
        field = edit;
    }
    field->setToolTip(parameterHint(parameter));
    field->setAccessibleDescription(field->toolTip());
    return field;
}

const FaultKindInfo &FaultEditor::kind() const
{
    return faultKindInfo(FaultKind(std::max(0, m_kind->currentData().toInt())));
}

// The parameters of the kind, and what of whom and when it has.
void FaultEditor::showKind()
{
    clearError();
    const FaultKindInfo &info = kind();
    showText(m_meaning, faultMeaning(info));
    showText(m_advice, tr("In your app: %1").arg(faultAdvice(info.kind)));
    for (auto it = m_fields.begin(); it != m_fields.end();)
        it = it.key().startsWith("what.") && it.key() != "what.kind" ? m_fields.erase(it) : std::next(it);
    auto *parameters = new QWidget;
    auto *fields = new FlowLayout(parameters);
    fields->setContentsMargins(0, 0, 0, 0);
    for (const FaultParameter &parameter : info.parameters) {
        const QByteArray member = QByteArray("what.") + parameter.name;
        addField(fields, parameterLabel(parameter), makeParameter(parameter), member.constData());
    }
    delete m_parameters->parentWidget()->layout()->replaceWidget(m_parameters, parameters);
    m_parameters->deleteLater();
    m_parameters = parameters;
    m_parameters->setVisible(!info.parameters.empty());
    const bool ofHub = info.hold == FaultHold::Hub;
    m_target->setEnabled(!ofHub);
    m_protocol->setEnabled(!ofHub && !info.webSocketOnly);
    m_next->setEnabled(!ofHub);
    m_probability->setEnabled(!ofHub);
    m_at->setEnabled(!ofHub);
    m_for->setEnabled(info.kind != FaultKind::Evict && info.kind != FaultKind::Restart);
    showTarget();
}

void FaultEditor::showTarget()
{
    clearError();
    const auto target = Target(m_target->currentIndex());
    m_name->setEnabled(m_target->isEnabled() && (target == Target::User || target == Target::Client || target == Target::Filter));
    m_name->setPlaceholderText(target == Target::Filter ? tr("protocol == ws && lagMs > 200ms") : QString());
    m_name->setMinimumWidth(m_name->fontMetrics().averageCharWidth() * (target == Target::Filter ? 34 : 14));
}

void FaultEditor::setSelectedClients(const QList<QByteArray> &clients)
{
    if (clients == m_selected)
        return;
    m_selected = clients;
    m_target->setItemText(int(Target::Selected),
                          clients.isEmpty() ? tr("the selected clients")
                                            : tr("the %Ln selected client(s)", nullptr, int(clients.size())));
}

QJsonObject FaultEditor::whomJson() const
{
    QJsonObject whom;
    if (!m_target->isEnabled())
        return whom;
    const auto target = Target(m_target->currentIndex());
    if (target == Target::Selected)
        whom = whomOf(m_selected);
    if (target == Target::User)
        whom.insert(QStringLiteral("user"), m_name->text().trimmed());
    if (target == Target::Client)
        whom.insert(QStringLiteral("client"), m_name->text().trimmed());
    if (target == Target::Filter)
        whom.insert(QStringLiteral("filter"), m_name->text());
    if (m_protocol->isEnabled() && m_protocol->currentIndex() > 0)
        whom.insert(QStringLiteral("protocol"), QLatin1String(protocolName(ClientProtocol(m_protocol->currentIndex() - 1))));
    if (m_next->value() > 0)
        whom.insert(QStringLiteral("next"), m_next->value());
    return whom;
}

QJsonObject FaultEditor::whatJson() const
{
    QJsonObject what{{QStringLiteral("kind"), QLatin1String(kind().name)}};
    for (const FaultParameter &parameter : kind().parameters) {
        const QJsonValue value = valueOf(m_fields.value(QByteArray("what.") + parameter.name));
        if (!(value.isString() && value.toString().isEmpty() && parameter.words)) // left empty: as it is by itself
            what.insert(QLatin1String(parameter.name), value);
    }
    return what;
}

std::optional<QByteArray> FaultEditor::rule()
{
    clearError();
    QJsonObject rule{{QStringLiteral("what"), whatJson()}};
    const QJsonObject whom = whomJson();
    if (Target(m_target->currentIndex()) == Target::Selected && m_target->isEnabled() && !whom.contains(QStringLiteral("client"))
        && !whom.contains(QStringLiteral("filter"))) {
        showError("whom",
                  m_selected.isEmpty() ? tr("Select clients in the Clients pane, or choose others here.")
                                       : tr("These are too many to be named: choose them by a filter."));
        return {};
    }
    if (!whom.isEmpty())
        rule.insert(QStringLiteral("whom"), whom);
    if (m_for->isEnabled() && !m_for->text().trimmed().isEmpty())
        rule.insert(QStringLiteral("for"), m_for->text().trimmed());
    if (m_at->isEnabled() && m_at->value() > 0)
        rule.insert(QStringLiteral("at"), QJsonObject{{QStringLiteral("event"), m_at->value()}});
    if (m_probability->isEnabled() && m_probability->value() < 100)
        rule.insert(QStringLiteral("probability"), m_probability->value() / 100);
    const QByteArray json = QJsonDocument(rule).toJson(QJsonDocument::Compact);
    if (const Result<FaultRule> parsed = FaultRule::parse(json); !parsed) {
        showRefusal(parsed.error());
        return {};
    }
    return json;
}

void FaultEditor::showRefusal(const Error &error)
{
    const QByteArray &detail = error.detail;
    const qsizetype end = detail.startsWith('"') ? detail.indexOf('"', 1) : -1;
    showError(end > 0 ? detail.mid(1, end - 1) : QByteArray(), coreText(error));
}

void FaultEditor::clearError()
{
    m_error->hide();
    m_error->setParent(this);
}

// Behind its field, where that has a line of its own to stand in; else at the end.
void FaultEditor::showError(const QByteArray &member, const QString &text)
{
    clearError();
    colourText(m_error, Theme::Role::Error);
    m_error->setText(QStringLiteral("✖ ") + text);
    QWidget *field = m_fields.value(member);
    QWidget *both = field ? field->parentWidget() : nullptr;
    auto *flow = both && both->parentWidget() ? dynamic_cast<FlowLayout *>(both->parentWidget()->layout()) : nullptr;
    if (flow)
        flow->insertWidget(flow->indexOf(both) + 1, m_error);
    else
        layout()->addWidget(m_error);
    m_error->show();
    if (field)
        field->setFocus(Qt::OtherFocusReason);
}

void FaultEditor::setRule(const FaultRule &rule)
{
    m_kind->setCurrentIndex(m_kind->findData(int(rule.kind)));
    for (std::size_t i = 0; i < rule.values.size(); ++i)
        setValueOf(m_fields.value(QByteArray("what.") + rule.info().parameters[i].name), rule.values[i]);
    const FaultRule::Whom &whom = rule.whom;
    const auto [target, name] = !whom.filterText.isEmpty() ? std::pair(Target::Filter, whom.filterText)
        : !whom.client.isEmpty()                           ? std::pair(Target::Client, whom.client)
        : !whom.user.isEmpty()                             ? std::pair(Target::User, whom.user)
                                                           : std::pair(Target::Everyone, QByteArray());
    m_target->setCurrentIndex(int(target));
    m_name->setText(QString::fromUtf8(name));
    m_protocol->setCurrentIndex(whom.protocol ? int(*whom.protocol) + 1 : 0);
    m_next->setValue(whom.next);
    m_for->setText(rule.lasts ? QStringLiteral("%1ms").arg(rule.lasts->count()) : QString());
    m_at->setValue(rule.atEvent);
    m_probability->setValue(rule.probability * 100);
}

} // namespace pushscope
