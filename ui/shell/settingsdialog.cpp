// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settingsdialog.h"
#include "ui/feed/servercontroller.h"
#include "ui/models/coretext.h"
#include "ui/shell/icons.h"
#include "ui/shell/settings.h"
#include "ui/shell/settings/settingspages.h"
#include "ui/shell/theme.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

namespace pushscope {

namespace {

QString nameOf(const SettingsPage &page, const QString &label)
{
    return page.windowTitle() + QStringLiteral(" › ") + label;
}

} // namespace

SettingsDialog::SettingsDialog(ServerController &controller, Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_context{controller, settings}
    , m_edited(controller.config())
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
{
    setWindowTitle(tr("Settings"));
    auto *body = new QHBoxLayout;
    body->addWidget(m_list);
    body->addWidget(m_stack, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addLayout(body, 1);
    setupPages();
    setupButtons();
    setupSearch();
    check();
    const int letter = fontMetrics().averageCharWidth();
    int widest = 0; // of the pages, which are scrolled downwards only
    for (const SettingsPage *page : std::as_const(m_pages))
        widest = qMax(widest, page->sizeHint().width());
    const int around = m_list->width() + style()->pixelMetric(QStyle::PM_ScrollBarExtent) + letter * 6;
    resize(qMax(letter * 96, widest + around), qMax(letter * 62, sizeHint().height()));
}

void SettingsDialog::setupPages()
{
    m_list->setAccessibleName(tr("Pages"));
    m_pages = makeSettingsPages(m_context, this);
    for (SettingsPage *page : std::as_const(m_pages)) {
        auto *area = new QScrollArea(m_stack);
        area->setFrameShape(QFrame::NoFrame);
        area->setFocusPolicy(Qt::NoFocus);
        area->setAccessibleName(page->windowTitle());
        area->setWidgetResizable(true);
        area->setWidget(page);
        m_stack->addWidget(area);
        m_list->addItem(page->windowTitle());
        connect(page, &SettingsPage::edited, this, &SettingsDialog::check);
    }
    // Wide enough for the longest and the sign of an error.
    m_list->setFixedWidth(m_list->sizeHintForColumn(0) + 2 * Theme::iconExtent(fontMetrics()) + 2 * m_list->frameWidth());
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    m_list->setCurrentRow(0);
}

void SettingsDialog::setupButtons()
{
    m_restarts = new QLabel(this);
    m_restarts->setWordWrap(true);
    m_general = new QLabel(this);
    m_general->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_saveButton = buttons->button(QDialogButtonBox::Save);
    m_restartButton = buttons->addButton(tr("Save and &restart now"), QDialogButtonBox::ApplyRole);
    layout()->addWidget(m_general);
    layout()->addWidget(m_restarts);
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

bool SettingsDialog::isComplete() const
{
    return m_general->text().isEmpty()
        && std::all_of(m_pages.begin(), m_pages.end(), [](const SettingsPage *page) { return page->isComplete(); });
}

QString SettingsDialog::errorBeside(const QByteArray &option) const
{
    for (const SettingsPage *page : m_pages) {
        if (page->has(option))
            return page->errorBeside(option);
    }
    return {};
}

QList<NamedSetting> SettingsDialog::named(ServerController &controller, Settings &settings)
{
    return SettingsDialog(controller, settings).named();
}

QList<NamedSetting> SettingsDialog::named() const
{
    QList<NamedSetting> all;
    for (const SettingsPage *page : m_pages) {
        const QList<NamedSetting> named = page->named();
        for (const auto &[label, words] : named)
            all.append({nameOf(*page, label), words});
    }
    return all;
}

void SettingsDialog::goTo(const QString &label)
{
    for (qsizetype i = 0; i < m_pages.size(); ++i) {
        const QString prefix = nameOf(*m_pages.at(i), {});
        if (!label.startsWith(prefix))
            continue;
        m_list->setCurrentRow(int(i));
        if (m_pages.at(i)->focusField(label.sliced(prefix.size())))
            return;
    }
}

// Leaves the pages that have it, goes to the first of them, and sets the fitting labels in bold.
void SettingsDialog::search(const QString &wanted)
{
    const QString text = wanted.trimmed();
    bool gone = text.isEmpty();
    for (qsizetype i = 0; i < m_pages.size(); ++i) {
        const bool marked = m_pages.at(i)->mark(text);
        const bool fits = text.isEmpty() || marked || m_pages.at(i)->windowTitle().contains(text, Qt::CaseInsensitive);
        m_list->item(int(i))->setHidden(!fits);
        if (fits && !std::exchange(gone, true))
            m_list->setCurrentRow(int(i));
    }
}

void SettingsDialog::check()
{
    ServerConfig config = m_context.controller.config();
    m_general->clear();
    bool wellFormed = true;
    for (SettingsPage *page : std::as_const(m_pages))
        wellFormed = page->read(config) && wellFormed;
    if (wellFormed) {
        if (const Result<void> valid = config.validate(); !valid)
            showError(valid.error());
    }
    m_edited = config;
    markPages();
    sayRestarts();
}

void SettingsDialog::showError(const Error &error)
{
    for (SettingsPage *page : std::as_const(m_pages)) {
        if (page->show(error))
            return;
    }
    m_general->setText(coreText(error));
}

void SettingsDialog::markPages()
{
    for (qsizetype i = 0; i < m_pages.size(); ++i) {
        QListWidgetItem *item = m_list->item(int(i));
        const bool complete = m_pages.at(i)->isComplete();
        item->setIcon(complete ? QIcon() : themedIcon(QStringLiteral("warning")));
        item->setToolTip(complete ? QString() : tr("Something here is not right yet"));
    }
    const bool complete = isComplete();
    m_saveButton->setEnabled(complete);
    m_restartButton->setEnabled(complete);
}

void SettingsDialog::sayRestarts()
{
    const bool running = m_context.controller.state() != ServerController::State::Stopped;
    const bool hub = running && !(m_edited == m_context.controller.config());
    const bool program
        = std::any_of(m_pages.begin(), m_pages.end(), [](const SettingsPage *page) { return page->needsNewStart(); });
    QStringList said;
    if (hub)
        said += tr("The running hub takes this with its next start.");
    if (program)
        said += tr("Size and language change with the next start of Pushscope.");
    m_restarts->setText(said.join(u' '));
    m_restarts->setVisible(!said.isEmpty());
    m_general->setVisible(!m_general->text().isEmpty());
    m_restartButton->setVisible(running);
}

void SettingsDialog::save(bool restart)
{
    const bool program
        = std::any_of(m_pages.begin(), m_pages.end(), [](const SettingsPage *page) { return page->needsNewStart(); });
    for (SettingsPage *page : std::as_const(m_pages)) {
        if (const Result<void> kept = page->save(); !kept) {
            m_general->setText(coreText(kept.error()));
            m_general->show();
            return;
        }
    }
    m_context.settings.setHub(m_edited);
    m_context.settings.sync();
    m_context.controller.setConfig(m_edited);
    accept();
    if (restart)
        m_context.controller.restart();
    if (program)
        Q_EMIT newStartNeeded();
}

} // namespace pushscope
