// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settingsdialog.h"
#include "ui/feed/portholder.h"
#include "ui/feed/servercontroller.h"
#include "ui/shell/icons.h"
#include "ui/shell/settings.h"
#include "ui/shell/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace pushscope {

namespace {

template<typename T, typename Target> Result<void> assign(Target &target, const Result<T> &value)
{
    if (!value)
        return tl::unexpected(value.error());
    target = std::chrono::duration_cast<Target>(*value);
    return {};
}

Result<void> assign(qint64 &target, const Result<qint64> &value)
{
    if (!value)
        return tl::unexpected(value.error());
    target = *value;
    return {};
}

QList<QByteArray> words(const QByteArray &text)
{
    QList<QByteArray> all;
    const QList<QByteArray> parts = QByteArray(text).replace(',', ' ').simplified().split(' ');
    for (const QByteArray &part : parts) {
        if (!part.isEmpty())
            all.append(part);
    }
    return all;
}

Result<void> readListen(ServerConfig &config, const QByteArray &text)
{
    config.listen = words(text);
    for (const QByteArray &address : std::as_const(config.listen)) {
        if (!splitAddress(address))
            return fail(Errc::Syntax, '\'' + address + "' is not of the form 127.0.0.1:8090");
    }
    return config.listen.isEmpty() ? fail(Errc::InvalidArgument, "the hub needs an address to listen on") : Result<void>();
}

Result<void> readEvents(ServerConfig &config, const QByteArray &text)
{
    bool ok = false;
    config.retention.events = text.toULongLong(&ok);
    return ok ? Result<void>() : fail(Errc::Syntax, '\'' + text + "' is not a whole number");
}

Result<void> readBytes(ServerConfig &config, const QByteArray &text)
{
    const Result<qint64> size = parseSize(text);
    if (!size)
        return tl::unexpected(size.error());
    config.retention.bytes = quint64(*size);
    return {};
}

} // namespace

SettingsDialog::SettingsDialog(ServerController &controller, Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_controller(controller)
    , m_settings(settings)
    , m_edited(controller.config())
    , m_search(new QLineEdit(this))
    , m_tabs(new QTabWidget(this))
{
    setWindowTitle(tr("Settings"));
    m_tabs->setAccessibleName(tr("Settings"));
    m_tabs->tabBar()->setAccessibleName(tr("Settings"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_tabs, 1);
    setupListen();
    setupStore();
    setupDelivery();
    setupAccess();
    setupButtons();
    setupSearch();
    check();
    resize(fontMetrics().averageCharWidth() * 84, sizeHint().height());
}

bool SettingsDialog::isComplete() const
{
    return m_general->text().isEmpty()
        && std::all_of(m_fields.begin(), m_fields.end(), [](const Field &field) { return field.error->text().isEmpty(); });
}

QString SettingsDialog::errorBeside(const QByteArray &option) const
{
    for (const Field &field : m_fields) {
        if (field.option == option)
            return field.error->text();
    }
    return {};
}

QFormLayout *SettingsDialog::addPage(const QString &title)
{
    auto *page = new QWidget(m_tabs);
    auto *form = new QFormLayout(page);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_tabs->addTab(page, title);
    return form;
}

void SettingsDialog::setupListen()
{
    QFormLayout *form = addPage(tr("&Listen"));
    addText(form, tr("&Addresses:"), "listen", m_edited.listen.join(' '), tr("Separated by spaces. Port 0 takes a free one."),
            readListen);
    m_expose = new QCheckBox(tr("&Expose to other machines"), this);
    m_expose->setChecked(m_edited.expose);
    m_expose->setToolTip(tr("Needed for an address that is not loopback. Whoever reaches this machine can then try to connect; "
                            "tokens travel in clear text."));
    connect(m_expose, &QCheckBox::toggled, this, &SettingsDialog::check);
    form->addRow(QString(), m_expose);
    const QStringList transports{tr("Automatic"), tr("Linux (epoll, io_uring)"), tr("Qt Network")};
    const int current = m_edited.transport == "linux" ? 1 : m_edited.transport == "qt" ? 2 : 0;
    m_transport = addChoice(form, tr("&Transport:"), "transport", transports, current);
}

void SettingsDialog::setupStore()
{
    QFormLayout *form = addPage(tr("&Store"));
    addStoreRow(form);
    m_durability = addChoice(form, tr("&Durability:"), "durability",
                             {tr("fsync: survives a power cut"), tr("committed: survives a crash of the hub"),
                              tr("relaxed: answers before the commit")},
                             int(m_edited.durability));
    addText(form, tr("Keep at most &events:"), "retain-events", QByteArray::number(m_edited.retention.events), tr("0: no limit"),
            readEvents);
    addText(form, tr("Keep at most &bytes:"), "retain-bytes", formatSize(qint64(m_edited.retention.bytes)),
            tr("512MiB; 0: no limit"), readBytes);
    addText(form, tr("Keep at most for (&age):"), "retain-age", formatDuration(m_edited.retention.age),
            tr("24h, 30m; 0s: no limit"),
            [](ServerConfig &c, const QByteArray &text) { return assign(c.retention.age, parseDuration(text)); });
}

void SettingsDialog::addStoreRow(QFormLayout *form)
{
    const bool memory = m_edited.store == QLatin1String("memory");
    m_storeKind = addChoice(form, tr("&Keep events in:"), "store", {tr("Memory"), tr("A file (SQLite)")}, memory ? 0 : 1);
    m_storeFile = new QLineEdit(memory ? QString() : m_edited.store, this);
    m_storeFile->setAccessibleName(tr("Store file"));
    auto *browse = new QPushButton(tr("Bro&wse…"), this);
    browse->setAccessibleName(tr("Browse for the store file"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_storeFile, 1);
    row->addWidget(browse);
    auto *label = new QLabel(tr("&File:"), this);
    label->setBuddy(m_storeFile);
    form->addRow(label, row);
    const auto follow = [this, browse] {
        m_storeFile->setEnabled(m_storeKind->currentIndex() == 1);
        browse->setEnabled(m_storeKind->currentIndex() == 1);
        check();
    };
    m_storeFile->setEnabled(!memory);
    browse->setEnabled(!memory);
    connect(m_storeKind, &QComboBox::currentIndexChanged, this, follow);
    connect(m_storeFile, &QLineEdit::textChanged, this, &SettingsDialog::check);
    connect(browse, &QPushButton::clicked, this, [this] {
        const QString file
            = QFileDialog::getSaveFileName(this, tr("Store file"), m_storeFile->text(), tr("SQLite (*.db *.sqlite)"), nullptr,
                                           QFileDialog::DontConfirmOverwrite);
        if (!file.isEmpty())
            m_storeFile->setText(file);
    });
}

void SettingsDialog::setupDelivery()
{
    QFormLayout *form = addPage(tr("Deli&very"));
    addText(form, tr("&Keepalive every:"), "keepalive", formatDuration(m_edited.keepalive), tr("30s, 500ms, 2m"),
            [](ServerConfig &c, const QByteArray &text) { return assign(c.keepalive, parseDuration(text)); });
    addText(form, tr("&Poll timeout:"), "poll-timeout", formatDuration(m_edited.pollTimeout), tr("For polls that name none"),
            [](ServerConfig &c, const QByteArray &text) { return assign(c.pollTimeout, parseDuration(text)); });
    addText(form, tr("&Queue limit per client:"), "queue-limit", formatSize(m_edited.queueLimit),
            tr("A client that is further behind is dropped"),
            [](ServerConfig &c, const QByteArray &text) { return assign(c.queueLimit, parseSize(text)); });
    addText(form, tr("Largest e&vent:"), "max-event", formatSize(m_edited.maxEvent), tr("At most half of the queue limit"),
            [](ServerConfig &c, const QByteArray &text) { return assign(c.maxEvent, parseSize(text)); });
}

void SettingsDialog::setupAccess()
{
    QFormLayout *form = addPage(tr("A&ccess"));
    addText(form, tr("Allowed &origins:"), "allow-origin", m_edited.allowedOrigins.join(' '),
            tr("https://app.example, separated by spaces; * for any. Loopback is always allowed."),
            [](ServerConfig &c, const QByteArray &text) {
                c.allowedOrigins = words(text);
                return Result<void>();
            });
    addSecretRow(form);
}

void SettingsDialog::addSecretRow(QFormLayout *form)
{
    m_secret = addText(form, tr("Token &secret:"), "jwt-secret", m_edited.secrets.value(0), tr("At least 32 characters"),
                       [](ServerConfig &c, const QByteArray &text) -> Result<void> {
                           if (text.isEmpty() && c.publicKeys.isEmpty())
                               return fail(Errc::InvalidArgument, "without a secret no token can be checked");
                           // Other secrets, from the command line, stay: keys are rolled over by having two.
                           c.secrets = text.isEmpty()
                               ? QList<QByteArray>()
                               : QList<QByteArray>{text} + c.secrets.sliced(qMin(c.secrets.size(), qsizetype(1)));
                           return Result<void>();
                       });
    m_secret->setEchoMode(QLineEdit::Password);
    auto *show = new QPushButton(themedIcon(QStringLiteral("show")), tr("S&how secret"), this);
    show->setCheckable(true);
    auto *again = new QPushButton(themedIcon(QStringLiteral("restart")), tr("&Regenerate secret"), this);
    again->setToolTip(tr("Makes a new random secret. Tokens signed with the old one stop working."));
    auto *row = new QHBoxLayout;
    row->addWidget(show);
    row->addWidget(again);
    row->addStretch();
    form->addRow(QString(), row);
    connect(show, &QPushButton::toggled, this,
            [this](bool shown) { m_secret->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    connect(again, &QPushButton::clicked, this, [this] { m_secret->setText(QString::fromLatin1(Settings::makeSecret())); });
}

QLineEdit *SettingsDialog::addText(QFormLayout *form, const QString &label, const QByteArray &option, const QByteArray &value,
                                   const QString &hint, Read read)
{
    auto *edit = new QLineEdit(QString::fromUtf8(value), this);
    edit->setToolTip(hint);
    edit->setPlaceholderText(hint);
    form->addRow(label, edit); // makes the label its buddy
    m_fields.append(Field{option, edit, addError(form, option), std::move(read), m_tabs->count() - 1});
    connect(edit, &QLineEdit::textChanged, this, &SettingsDialog::check);
    return edit;
}

QComboBox *SettingsDialog::addChoice(QFormLayout *form, const QString &label, const QByteArray &option,
                                     const QStringList &choices, int current)
{
    auto *combo = new QComboBox(this);
    combo->addItems(choices);
    combo->setCurrentIndex(current);
    form->addRow(label, combo);
    m_fields.append(Field{option, nullptr, addError(form, option), {}, m_tabs->count() - 1});
    connect(combo, &QComboBox::currentIndexChanged, this, &SettingsDialog::check);
    return combo;
}

QLabel *SettingsDialog::addError(QFormLayout *form, const QByteArray &option)
{
    auto *error = new QLabel(this);
    error->setObjectName(QStringLiteral("error-") + QLatin1String(option));
    error->setWordWrap(true);
    QPalette colours = error->palette();
    colours.setColor(QPalette::WindowText, Theme::color(Theme::Role::Error));
    error->setPalette(colours);
    error->hide();
    form->addRow(QString(), error);
    return error;
}

void SettingsDialog::setupButtons()
{
    m_general = new QLabel(this);
    m_general->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_saveButton = buttons->button(QDialogButtonBox::Save);
    m_restartButton = buttons->addButton(tr("Save and &restart now"), QDialogButtonBox::ApplyRole);
    layout()->addWidget(m_general);
    layout()->addWidget(buttons);
    connect(m_saveButton, &QPushButton::clicked, this, [this] { save(false); });
    connect(m_restartButton, &QPushButton::clicked, this, [this] { save(true); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void SettingsDialog::setupSearch()
{
    m_search->setPlaceholderText(tr("Search the settings"));
    m_search->setAccessibleName(tr("Search the settings"));
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::search);
}

QStringList SettingsDialog::labels(ServerController &controller, Settings &settings)
{
    return SettingsDialog(controller, settings).labels();
}

QStringList SettingsDialog::labels() const
{
    QStringList all;
    for (int page = 0; page < m_tabs->count(); ++page) {
        const QList<QLabel *> labels = m_tabs->widget(page)->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->buddy())
                all += QString(m_tabs->tabText(page) + QStringLiteral(" › ") + label->text()).remove(u'&').remove(u':');
        }
    }
    return all;
}

void SettingsDialog::goTo(const QString &label)
{
    for (int page = 0; page < m_tabs->count(); ++page) {
        const QList<QLabel *> labels = m_tabs->widget(page)->findChildren<QLabel *>();
        for (const QLabel *one : labels) {
            const QString name = QString(m_tabs->tabText(page) + QStringLiteral(" › ") + one->text()).remove(u'&').remove(u':');
            if (!one->buddy() || name != label)
                continue;
            m_tabs->setCurrentIndex(page);
            one->buddy()->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

// Goes to the first page that has it, and leaves only the fitting rows bright.
void SettingsDialog::search(const QString &wanted)
{
    const QString text = wanted.trimmed();
    bool gone = false;
    for (int page = 0; page < m_tabs->count(); ++page) {
        const QList<QLabel *> labels = m_tabs->widget(page)->findChildren<QLabel *>();
        bool any = text.isEmpty() || QString(m_tabs->tabText(page)).remove(u'&').contains(text, Qt::CaseInsensitive);
        for (QLabel *label : labels) {
            if (!label->buddy())
                continue;
            const bool fits = QString(label->text()).remove(u'&').contains(text, Qt::CaseInsensitive)
                || label->buddy()->toolTip().contains(text, Qt::CaseInsensitive);
            QFont font = label->font();
            font.setBold(fits && !text.isEmpty());
            label->setFont(font);
            any = any || fits;
        }
        m_tabs->setTabEnabled(page, any);
        if (any && !std::exchange(gone, true))
            m_tabs->setCurrentIndex(page);
    }
}

void SettingsDialog::check()
{
    if (!m_restartButton)
        return; // still being set up
    ServerConfig config = m_controller.config();
    for (const Field &field : std::as_const(m_fields))
        field.error->clear();
    m_general->clear();
    bool wellFormed = true;
    for (const Field &field : std::as_const(m_fields)) {
        if (!field.edit)
            continue;
        if (const Result<void> result = field.read(config, field.edit->text().trimmed().toUtf8()); !result) {
            field.error->setText(QString::fromUtf8(result.error().detail));
            wellFormed = false;
        }
    }
    constexpr const char *Transports[] = {"auto", "linux", "qt"};
    config.expose = m_expose->isChecked();
    config.transport = Transports[m_transport->currentIndex()];
    config.store = m_storeKind->currentIndex() == 0 ? QStringLiteral("memory") : m_storeFile->text().trimmed();
    config.durability = Durability(m_durability->currentIndex());
    if (config.store.isEmpty()) {
        showError(Error{Errc::InvalidArgument, "--store needs the name of a file here"});
    } else if (wellFormed) {
        if (const Result<void> valid = config.validate(); !valid)
            showError(valid.error());
    }
    m_edited = config;
    markTabs();
}

void SettingsDialog::showError(const Error &error)
{
    // The error names the option as it stands on the command line; the one named first is the one to mend.
    const Field *nearest = nullptr;
    qsizetype at = error.detail.size();
    for (const Field &field : std::as_const(m_fields)) {
        const qsizetype found = error.detail.indexOf("--" + field.option);
        if (found >= 0 && found < at) {
            nearest = &field;
            at = found;
        }
    }
    QByteArray text = error.detail;
    if (nearest && at == 0)
        text = text.mid(nearest->option.size() + 3); // its name stands before the field already
    (nearest ? nearest->error : m_general)->setText(QString::fromUtf8(text));
}

void SettingsDialog::markTabs()
{
    for (int page = 0; page < m_tabs->count(); ++page)
        m_tabs->setTabIcon(page, {});
    for (const Field &field : std::as_const(m_fields)) {
        const bool wrong = !field.error->text().isEmpty();
        field.error->setVisible(wrong);
        if (field.edit)
            field.edit->setAccessibleDescription(field.error->text());
        if (wrong)
            m_tabs->setTabIcon(field.page, themedIcon(QStringLiteral("warning")));
    }
    const bool running = m_controller.state() != ServerController::State::Stopped;
    const bool complete = isComplete();
    m_saveButton->setEnabled(complete);
    m_restartButton->setEnabled(complete && running);
    m_restartButton->setVisible(running);
    if (complete && running && !(m_edited == m_controller.config()))
        m_restartButton->setToolTip(tr("The running hub takes these settings with its next start"));
}

void SettingsDialog::save(bool restart)
{
    m_settings.setHub(m_edited);
    if (const QByteArray secret = m_edited.secrets.value(0);
        secret != m_controller.config().secrets.value(0) && !secret.isEmpty()) {
        if (const Result<void> kept = m_settings.setSecret(secret); !kept) {
            m_general->setText(QString::fromUtf8(kept.error().detail));
            return;
        }
    }
    m_controller.setConfig(m_edited);
    accept();
    if (restart)
        m_controller.restart();
}

} // namespace pushscope
