// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/composer.h"

#include "ui/feed/notebook.h"
#include "ui/models/celltext.h"
#include "ui/models/eventvariables.h"
#include "ui/panes/filedrops.h"
#include "ui/panes/flowlayout.h"
#include "ui/panes/jsoneditor.h"
#include "ui/panes/menus.h"
#include "ui/panes/publishoptions.h"
#include "ui/panes/scrolled.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QInputDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStringListModel>
#include <QToolButton>
#include <QVBoxLayout>

namespace pushscope {

namespace {

constexpr qsizetype LongestType = 256; // octets, wire.md
constexpr qsizetype MostSent = 30; // kept from one run to the next
constexpr int MenuWidth = 420; // px, of an event in the menu
constexpr auto TemplatesKey = "inject/templates";
constexpr auto SentKey = "inject/sent";

struct Template {
    const char *name;
    const char *type;
    const char *data;
};
constexpr Template Templates[] = {
    {QT_TRANSLATE_NOOP("pushscope::Composer", "Text message"), "message", "{\n  \"text\": \"Hello\"\n}"},
    {QT_TRANSLATE_NOOP("pushscope::Composer", "Chat message"), "chat:message",
     "{\n  \"from\": \"alice\",\n  \"text\": \"Hello Bob\",\n  \"participants\": [\"alice\", \"bob\"]\n}"},
    {QT_TRANSLATE_NOOP("pushscope::Composer", "Price tick"), "price", "{\n  \"symbol\": \"ACME\",\n  \"price\": 12.50\n}"},
    {QT_TRANSLATE_NOOP("pushscope::Composer", "Notification"), "notification",
     "{\n  \"title\": \"Build finished\",\n  \"level\": \"info\"\n}"},
    {QT_TRANSLATE_NOOP("pushscope::Composer", "Lines that try to break out"), "message",
     "\"one\\r\\ntwo\\rthree\\n\\ndata: forged\""},
    {QT_TRANSLATE_NOOP("pushscope::Composer", "With variables"), "tick",
     "{\n  \"n\": {{seq}},\n  \"at\": \"{{now}}\",\n  \"price\": {{random 10.0 99.0}}\n}"},
    {QT_TRANSLATE_NOOP("pushscope::Composer", "Empty"), "message", "null"},
};

QComboBox *editableCombo(const QString &objectName, int characters)
{
    auto *box = new QComboBox;
    box->setObjectName(objectName);
    box->setEditable(true);
    leaveFilesToParent(box->lineEdit());
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setMinimumContentsLength(characters);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return box;
}

void addFirst(QComboBox *box, const QString &text)
{
    if (text.isEmpty())
        return;
    const QString current = box->currentText();
    if (const int old = box->findText(text, Qt::MatchExactly | Qt::MatchCaseSensitive); old >= 0)
        box->removeItem(old);
    box->insertItem(0, text);
    while (box->count() > 30)
        box->removeItem(box->count() - 1);
    box->setEditText(current);
}

} // namespace

Composer::Composer(Notebook *notebook, QWidget *parent)
    : QWidget(parent)
    , m_target(new QComboBox)
    , m_name(editableCombo(QStringLiteral("injectName"), 8))
    , m_type(editableCombo(QStringLiteral("injectType"), 8))
    , m_options(new PublishOptions(this))
    , m_data(new Modest<JsonEditor>)
    , m_error(new QLabel)
    , m_notebook(notebook)
    , m_names(new QStringListModel(this))
{
    auto *completer = new QCompleter(m_names, m_name); // one for good: its list stays open while names come and go
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_name->setCompleter(completer);
    m_target->setObjectName(QStringLiteral("injectTarget"));
    m_target->setMinimumContentsLength(8);
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_target->addItems(
        {tr("everyone"), tr("user"), tr("room"), tr("selected client's user"), tr("clients that the filter shows")});
    m_type->addItems(
        {QStringLiteral("message"), QStringLiteral("chat:message"), QStringLiteral("price"), QStringLiteral("notification")});
    m_data->setObjectName(QStringLiteral("injectData"));
    m_data->setAccessibleName(tr("JSON data"));
    m_data->setPlainText(QLatin1String(Templates[0].data));
    setLeastLines(m_data, 3);
    m_error->setObjectName(QStringLiteral("injectError"));
    m_error->setWordWrap(true);
    m_error->setAccessibleDescription(tr("Error"));
    auto *row = new FlowLayout;
    row->addWidget(FlowLayout::labelled(tr("&To"), m_target));
    row->addWidget(FlowLayout::labelled(tr("&Name"), m_name));
    row->addWidget(FlowLayout::labelled(tr("T&ype"), m_type));
    row->addWidget(m_options->ephemeral());
    row->addWidget(m_options->keyField());
    row->addWidget(m_options->conflateField());
    row->addWidget(m_options->button());
    row->addWidget(makeTemplates());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_data, 1);
    layout->addWidget(m_error);
    connectChecks();
    showNameField();
}

QToolButton *Composer::makeTemplates()
{
    auto *button = new QToolButton;
    button->setObjectName(QStringLiteral("injectTemplates"));
    button->setText(tr("Template"));
    button->setAccessibleName(tr("Template"));
    button->setToolTip(tr("Put an example, a template of your own, a variable or what was sent before into the composer"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::TabFocus);
    m_templates = new QMenu(button);
    button->setMenu(m_templates);
    connect(m_templates, &QMenu::aboutToShow, this, &Composer::fillTemplates);
    return button;
}

void Composer::fillTemplates()
{
    emptyMenu(*m_templates);
    for (const Template &entry : Templates)
        m_templates->addAction(tr(entry.name), this, [this, &entry] { take(entry.type, QLatin1String(entry.data)); });
    QMenu *variables = m_templates->addMenu(tr("Insert a variable"));
    const QStringList examples = variableExamples();
    for (const QString &example : examples)
        variables->addAction(example, this, [this, example] { m_data->insertPlainText(example); });
    if (!m_notebook)
        return;
    const QStringList own = m_notebook->list(QLatin1String(TemplatesKey));
    m_templates->addSeparator();
    for (qsizetype i = 0; i + 1 < own.size(); i += 2)
        m_templates->addAction(own[i], this, [this, text = own[i + 1]] { setWritten(text); });
    m_templates->addAction(tr("Save as template…"), this, &Composer::askTemplateName);
    QMenu *remove = m_templates->addMenu(tr("Remove a template"));
    remove->setEnabled(!own.isEmpty());
    for (qsizetype i = 0; i + 1 < own.size(); i += 2) {
        remove->addAction(own[i], this, [this, i] {
            QStringList kept = m_notebook->list(QLatin1String(TemplatesKey));
            kept.remove(i, 2);
            m_notebook->setList(QLatin1String(TemplatesKey), kept);
        });
    }
    QMenu *before = m_templates->addMenu(tr("Sent before"));
    const QStringList sent = m_notebook->list(QLatin1String(SentKey));
    before->setEnabled(!sent.isEmpty());
    for (const QString &text : sent) {
        const QJsonObject event = QJsonDocument::fromJson(text.toUtf8()).object();
        const QString shown = QStringLiteral("%1 %2").arg(event.value(QLatin1String("type")).toString(),
                                                          event.value(QLatin1String("data")).toString().simplified());
        before->addAction(fontMetrics().elidedText(shown, Qt::ElideRight, MenuWidth).replace(u'&', QStringLiteral("&&")), this,
                          [this, text] { setWritten(text); });
    }
}

// Through a cursor, so that it can be undone.
void Composer::take(const char *type, const QString &data)
{
    m_type->setEditText(QLatin1String(type));
    QTextCursor all(m_data->document());
    all.select(QTextCursor::Document);
    all.insertText(data);
}

QString Composer::written() const
{
    QJsonObject event{{QStringLiteral("target"), m_target->currentIndex()},
                      {QStringLiteral("name"), m_name->currentText()},
                      {QStringLiteral("type"), m_type->currentText()},
                      {QStringLiteral("data"), QString::fromUtf8(m_data->octets())}};
    m_options->writeTo(event);
    return QString::fromUtf8(QJsonDocument(event).toJson(QJsonDocument::Compact));
}

void Composer::setWritten(const QString &written)
{
    const QJsonObject event = QJsonDocument::fromJson(written.toUtf8()).object();
    m_target->setCurrentIndex(std::clamp(event.value(QLatin1String("target")).toInt(), 0, m_target->count() - 1));
    m_name->setEditText(event.value(QLatin1String("name")).toString());
    m_options->take(event);
    take(event.value(QLatin1String("type")).toString().toUtf8().constData(), event.value(QLatin1String("data")).toString());
    m_type->setEditText(event.value(QLatin1String("type")).toString());
}

void Composer::askTemplateName()
{
    bool ok = false;
    const QString name = QInputDialog::getText(this, tr("Save as template"), tr("Name of the template:"), QLineEdit::Normal,
                                               m_type->currentText(), &ok);
    if (ok && !name.trimmed().isEmpty())
        saveTemplate(name.trimmed());
}

void Composer::saveTemplate(const QString &name)
{
    if (!m_notebook)
        return;
    QStringList own = m_notebook->list(QLatin1String(TemplatesKey));
    for (qsizetype i = own.size() - 2; i >= 0; i -= 2) {
        if (own[i] == name)
            own.remove(i, 2);
    }
    own << name << written();
    m_notebook->setList(QLatin1String(TemplatesKey), own);
}

void Composer::connectChecks()
{
    connect(m_data, &JsonEditor::checked, this, &Composer::check);
    connect(m_name, &QComboBox::editTextChanged, this, &Composer::check);
    connect(m_type, &QComboBox::editTextChanged, this, &Composer::check);
    connect(m_options, &PublishOptions::changed, this, &Composer::check);
    connect(m_target, &QComboBox::currentIndexChanged, this, &Composer::showNameField);
}

void Composer::showNameField()
{
    const auto target = Target(m_target->currentIndex());
    m_name->setEnabled(target == Target::User || target == Target::Room);
    const QStringList &names = target == Target::Room ? m_rooms : m_users;
    if (names != m_names->stringList())
        m_names->setStringList(names);
    check();
}

void Composer::setSelectedUsers(const QList<QByteArray> &users)
{
    if (users == m_selectedUsers)
        return;
    m_selectedUsers = users;
    const QString name = users.isEmpty() ? tr("selected client's user")
        : users.size() == 1              ? tr("selected client's user (%1)").arg(lineText(users.first()))
                                         : tr("selected clients' users (%1)").arg(numberText(quint64(users.size())));
    m_target->setItemText(int(Target::SelectedUser), name);
    check();
}

void Composer::setFilteredUsers(const QList<QByteArray> &users)
{
    if (users == m_filteredUsers)
        return;
    m_filteredUsers = users;
    m_target->setItemText(int(Target::Filtered), tr("clients that the filter shows (%1)").arg(numberText(quint64(users.size()))));
    check();
}

void Composer::writeToSelected()
{
    m_target->setCurrentIndex(int(Target::SelectedUser));
    m_data->setFocus(Qt::OtherFocusReason);
}

void Composer::setNames(const QStringList &users, const QStringList &rooms)
{
    if (users == m_users && rooms == m_rooms)
        return;
    m_users = users;
    m_rooms = rooms;
    showNameField();
}

QList<QByteArray> Composer::channels() const
{
    const QByteArray name = m_name->currentText().trimmed().toUtf8();
    const auto usersOf = [](const QList<QByteArray> &users) {
        QList<QByteArray> channels;
        for (const QByteArray &user : users)
            channels += "user:" + user;
        return channels;
    };
    switch (Target(m_target->currentIndex())) {
    case Target::Everyone:
        return {"*"};
    case Target::User:
        return {"user:" + name};
    case Target::Room:
        return {"room:" + name};
    case Target::SelectedUser:
        return usersOf(m_selectedUsers);
    case Target::Filtered:
        return usersOf(m_filteredUsers);
    }
    return {};
}

QString Composer::problem(QWidget **where) const
{
    const auto target = Target(m_target->currentIndex());
    const QByteArray type = m_type->currentText().toUtf8();
    *where = m_name;
    if (m_name->isEnabled() && m_name->currentText().trimmed().isEmpty())
        return target == Target::User ? tr("Name the user it is for.") : tr("Name the room it is for.");
    *where = m_target;
    if (target == Target::SelectedUser && m_selectedUsers.isEmpty())
        return tr("Select a client that has a user, or choose another target.");
    if (target == Target::Filtered && m_filteredUsers.isEmpty())
        return tr("The filter of the Clients pane shows nobody who has a user.");
    *where = m_type;
    if (type.isEmpty() || type.size() > LongestType)
        return tr("A type has 1 to %Ln byte(s).", nullptr, int(LongestType));
    if (type.startsWith("hub."))
        return tr("Types that begin with hub. are the hub's own.");
    return m_options->problem(where);
}

void Composer::check()
{
    QWidget *where = nullptr;
    const QString other = problem(&where);
    const QString text = other.isEmpty() ? m_data->errorText() : other;
    if (m_error->text() != text)
        m_error->setText(text);
    m_error->setVisible(!text.isEmpty());
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, Theme::color(Theme::Role::Error));
    m_error->setPalette(colors);
    if (std::exchange(m_canSend, text.isEmpty()) != m_canSend)
        Q_EMIT canSendChanged(m_canSend);
}

void Composer::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        check(); // colours the error anew
}

std::optional<PublishRequest> Composer::request()
{
    const bool json = m_data->isValid();
    check();
    QWidget *where = nullptr;
    if (!problem(&where).isEmpty()) {
        where->setFocus();
        return {};
    }
    if (!json) {
        m_data->goToError();
        return {};
    }
    PublishRequest request;
    request.to = channels();
    request.type = m_type->currentText().toUtf8();
    request.data = m_data->octets();
    m_options->writeTo(request);
    return request;
}

void Composer::setRequest(const PublishRequest &request)
{
    const QByteArray to = request.to.value(0);
    const Target target = to.startsWith("user:") ? Target::User : to.startsWith("room:") ? Target::Room : Target::Everyone;
    m_target->setCurrentIndex(int(target));
    if (target != Target::Everyone)
        m_name->setEditText(QString::fromUtf8(to.mid(5)));
    m_type->setEditText(QString::fromUtf8(request.type));
    m_options->take(request);
    m_data->setPlainText(QString::fromUtf8(request.data));
}

void Composer::remember(const PublishRequest &request)
{
    const QByteArray to = request.to.value(0);
    if (to.size() > 5)
        addFirst(m_name, QString::fromUtf8(to.mid(5)));
    addFirst(m_type, QString::fromUtf8(request.type));
    if (m_notebook)
        m_notebook->addFirst(QLatin1String(SentKey), written(), MostSent);
}

} // namespace pushscope
