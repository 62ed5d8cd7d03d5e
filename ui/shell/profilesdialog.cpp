// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/profilesdialog.h"
#include "ui/models/coretext.h"
#include "ui/panes/textlabel.h"
#include "ui/shell/instance.h"
#include "ui/shell/namedialog.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace pushscope {

namespace {

constexpr int IdRole = Qt::UserRole, NameRole = Qt::UserRole + 1;

} // namespace

ProfilesDialog::ProfilesDialog(Profiles &profiles, const Instance &instance, QWidget *parent)
    : QDialog(parent)
    , m_profiles(profiles)
    , m_instance(instance)
    , m_list(new QListWidget(this))
    , m_error(new QLabel(this))
{
    setWindowTitle(tr("Profiles"));
    auto *note = new QLabel(
        tr("A profile is all that a hub is started with: its settings, its secret, and its rules that answer."), this);
    note->setWordWrap(true);
    auto *column = new QVBoxLayout;
    auto *body = new QHBoxLayout;
    body->addWidget(m_list, 1);
    body->addLayout(column);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(note);
    layout->addLayout(body, 1);
    layout->addWidget(m_error);
    layout->addWidget(buttons);
    setupButtons(*column);
    setupList();
    m_error->setObjectName(QStringLiteral("profilesError"));
    m_error->setWordWrap(true);
    m_error->hide();
    fill(m_profiles.inUse().id);
    const int letter = fontMetrics().averageCharWidth();
    resize(qMax(letter * 70, sizeHint().width()), qMax(letter * 40, sizeHint().height()));
}

void ProfilesDialog::setupList()
{
    m_list->setObjectName(QStringLiteral("profiles"));
    m_list->setAccessibleName(tr("Profiles"));
    connect(m_list, &QListWidget::currentRowChanged, this, &ProfilesDialog::updateButtons);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &ProfilesDialog::switchTo);
    m_list->installEventFilter(this);
}

bool ProfilesDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        switchTo();
        return true;
    case Qt::Key_Insert:
        add();
        return true;
    case Qt::Key_F2:
        rename();
        return true;
    case Qt::Key_Delete:
        remove();
        return true;
    default:
        return false;
    }
}

void ProfilesDialog::setupButtons(QVBoxLayout &column)
{
    m_switch = addButton(column, tr("&Switch to it"), tr("Also by Enter in the list"), &ProfilesDialog::switchTo);
    addButton(column, tr("&New…"), tr("With the shipped settings; also by Insert in the list"), &ProfilesDialog::add);
    addButton(column, tr("&Rename…"), tr("Also by F2 in the list"), &ProfilesDialog::rename);
    addButton(column, tr("&Duplicate…"), tr("Another with the same settings, secret and rules"), &ProfilesDialog::duplicate);
    m_remove = addButton(column, tr("D&elete…"), tr("Also by Delete in the list"), &ProfilesDialog::remove);
    column.addStretch(1);
}

QPushButton *ProfilesDialog::addButton(QVBoxLayout &column, const QString &text, const QString &tip,
                                       void (ProfilesDialog::*slot)())
{
    auto *button = new QPushButton(text, this);
    button->setToolTip(tip);
    button->setAutoDefault(false);
    column.addWidget(button);
    connect(button, &QPushButton::clicked, this, slot);
    return button;
}

void ProfilesDialog::fill(const QString &chosen)
{
    const QString inUse = m_profiles.inUse().id;
    m_list->clear();
    const QList<Profile> all = m_profiles.all();
    for (const Profile &profile : all) {
        const QString state = profile.id == inUse    ? tr("%1 (in use)")
            : m_instance.isHeldElsewhere(profile.id) ? tr("%1 (open in another window)")
                                                     : QStringLiteral("%1");
        auto *item = new QListWidgetItem(state.arg(profile.name), m_list);
        item->setData(IdRole, profile.id);
        item->setData(NameRole, profile.name);
        if (profile.id == chosen)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem())
        m_list->setCurrentRow(0);
    updateButtons();
}

Profile ProfilesDialog::chosen() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? Profile{item->data(IdRole).toString(), item->data(NameRole).toString()} : m_profiles.inUse();
}

void ProfilesDialog::updateButtons()
{
    const Profile profile = chosen();
    const bool inUse = profile.id == m_profiles.inUse().id;
    m_switch->setEnabled(!inUse);
    m_remove->setEnabled(!inUse && !profile.id.isEmpty());
}

void ProfilesDialog::askName(const QString &title, const QString &name, const std::optional<QString> &id,
                             std::function<Result<QString>(const QString &)> act)
{
    auto *dialog = new NameDialog(
        title, tr("&Name of the profile:"), name, [this, id](const QString &typed) { return m_profiles.nameError(typed, id); },
        this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, act = std::move(act)] {
        const Result<QString> made = act(dialog->name());
        say(made ? QString() : coreText(made.error()));
        fill(made ? *made : chosen().id);
        Q_EMIT changed();
    });
    dialog->open();
}

void ProfilesDialog::switchTo()
{
    const QString id = chosen().id;
    if (id == m_profiles.inUse().id)
        return;
    accept();
    Q_EMIT switchRequested(id);
}

void ProfilesDialog::add()
{
    askName(tr("New profile"), m_profiles.freeName(tr("Profile")), {},
            [this](const QString &name) { return m_profiles.add(name).map([](const Profile &made) { return made.id; }); });
}

void ProfilesDialog::rename()
{
    const Profile profile = chosen();
    askName(tr("Rename profile"), profile.name, profile.id,
            [this, id = profile.id](const QString &name) { return m_profiles.rename(id, name).map([&id] { return id; }); });
}

void ProfilesDialog::duplicate()
{
    const Profile profile = chosen();
    askName(tr("Duplicate profile"), m_profiles.freeName(profile.name), {}, [this, id = profile.id](const QString &name) {
        return m_profiles.duplicate(id, name).map([](const Profile &made) { return made.id; });
    });
}

void ProfilesDialog::remove()
{
    const Profile profile = chosen();
    if (!m_remove->isEnabled())
        return;
    if (m_instance.isHeldElsewhere(profile.id))
        return say(tr("%1 is open in another window: close that first.").arg(profile.name));
    auto *question = new QMessageBox(QMessageBox::Question, tr("Delete profile"),
                                     tr("Delete %1, with its settings, its secret and its rules?").arg(profile.name),
                                     QMessageBox::Cancel, this);
    QPushButton *yes = question->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(yes, &QPushButton::clicked, this, [this, id = profile.id] {
        const Result<void> removed = m_profiles.remove(id);
        say(removed ? QString() : coreText(removed.error()));
        fill({});
        Q_EMIT changed();
    });
    question->open();
}

QString ProfilesDialog::error() const
{
    return m_error->text();
}

void ProfilesDialog::say(const QString &error)
{
    showOutcome(m_error, error, false);
}

} // namespace pushscope
