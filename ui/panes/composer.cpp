// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/composer.h"

#include "ui/models/celltext.h"
#include "ui/panes/flowlayout.h"
#include "ui/panes/jsoneditor.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace pushscope {

namespace {

constexpr qsizetype LongestType = 256; // octets, wire.md

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
    {QT_TRANSLATE_NOOP("pushscope::Composer", "Empty"), "message", "null"},
};

QComboBox *editableCombo(const QString &objectName, int characters)
{
    auto *box = new QComboBox;
    box->setObjectName(objectName);
    box->setEditable(true);
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

Composer::Composer(QWidget *parent)
    : QWidget(parent)
    , m_target(new QComboBox)
    , m_name(editableCombo(QStringLiteral("injectName"), 8))
    , m_type(editableCombo(QStringLiteral("injectType"), 8))
    , m_ephemeral(new QCheckBox(tr("&Ephemeral")))
    , m_data(new JsonEditor)
    , m_error(new QLabel)
{
    m_target->setObjectName(QStringLiteral("injectTarget"));
    m_target->setMinimumContentsLength(8);
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_target->addItems({tr("everyone"), tr("user"), tr("room"), tr("selected client's user")});
    m_type->addItems(
        {QStringLiteral("message"), QStringLiteral("chat:message"), QStringLiteral("price"), QStringLiteral("notification")});
    m_ephemeral->setObjectName(QStringLiteral("injectEphemeral"));
    m_ephemeral->setToolTip(tr("Not stored, without an id, never replayed"));
    m_data->setObjectName(QStringLiteral("injectData"));
    m_data->setAccessibleName(tr("JSON data"));
    m_data->setPlainText(QLatin1String(Templates[0].data));
    m_error->setObjectName(QStringLiteral("injectError"));
    m_error->setWordWrap(true);
    m_error->setAccessibleName(tr("Error"));
    auto *row = new FlowLayout;
    row->addWidget(FlowLayout::labelled(tr("&To"), m_target));
    row->addWidget(FlowLayout::labelled(tr("&Name"), m_name));
    row->addWidget(FlowLayout::labelled(tr("T&ype"), m_type));
    row->addWidget(m_ephemeral);
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
    button->setText(tr("Template"));
    button->setAccessibleName(tr("Template"));
    button->setToolTip(tr("Put an example into the composer"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::TabFocus);
    auto *menu = new QMenu(button);
    for (const Template &entry : Templates) {
        menu->addAction(tr(entry.name), this, [this, &entry] {
            m_type->setEditText(QLatin1String(entry.type));
            QTextCursor all(m_data->document()); // through a cursor, so that it can be undone
            all.select(QTextCursor::Document);
            all.insertText(QLatin1String(entry.data));
        });
    }
    button->setMenu(menu);
    return button;
}

void Composer::connectChecks()
{
    connect(m_data, &JsonEditor::checked, this, &Composer::check);
    connect(m_name, &QComboBox::editTextChanged, this, &Composer::check);
    connect(m_type, &QComboBox::editTextChanged, this, &Composer::check);
    connect(m_target, &QComboBox::currentIndexChanged, this, &Composer::showNameField);
}

void Composer::showNameField()
{
    const auto target = Target(m_target->currentIndex());
    m_name->setEnabled(target == Target::User || target == Target::Room);
    check();
}

void Composer::setSelectedUser(const QByteArray &user)
{
    if (user == m_selectedUser)
        return;
    m_selectedUser = user;
    const QString name = user.isEmpty() ? tr("selected client's user") : tr("selected client's user (%1)").arg(lineText(user));
    m_target->setItemText(int(Target::SelectedUser), name);
    check();
}

QByteArray Composer::channel() const
{
    const QByteArray name = m_name->currentText().trimmed().toUtf8();
    switch (Target(m_target->currentIndex())) {
    case Target::Everyone:
        return "*";
    case Target::User:
        return "user:" + name;
    case Target::Room:
        return "room:" + name;
    case Target::SelectedUser:
        return "user:" + m_selectedUser;
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
    if (target == Target::SelectedUser && m_selectedUser.isEmpty())
        return tr("Select a client that has a user, or choose another target.");
    *where = m_type;
    if (type.isEmpty() || type.size() > LongestType)
        return tr("A type has 1 to %Ln byte(s).", nullptr, int(LongestType));
    if (type.startsWith("hub."))
        return tr("Types that begin with hub. are the hub's own.");
    return {};
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
    request.to = {channel()};
    request.type = m_type->currentText().toUtf8();
    request.data = m_data->octets();
    request.ephemeral = m_ephemeral->isChecked();
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
    m_ephemeral->setChecked(request.ephemeral);
    m_data->setPlainText(QString::fromUtf8(request.data));
}

void Composer::remember(const PublishRequest &request)
{
    const QByteArray to = request.to.value(0);
    if (to.size() > 5)
        addFirst(m_name, QString::fromUtf8(to.mid(5)));
    addFirst(m_type, QString::fromUtf8(request.type));
}

} // namespace pushscope
