// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings/accesspage.h"
#include "ui/feed/servercontroller.h"
#include "ui/shell/icons.h"
#include "ui/shell/settings.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace pushscope {

namespace {

Result<void> readSecret(ServerConfig &config, const QByteArray &text)
{
    if (text.isEmpty() && config.publicKeys.isEmpty())
        return fail(Errc::InvalidArgument, AccessPage::tr("without a secret no token can be checked").toUtf8());
    // Other secrets, from the command line, stay: keys are rolled over by having two.
    const QList<QByteArray> others = config.secrets.sliced(qMin(config.secrets.size(), qsizetype(1)));
    config.secrets = text.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{text} + others;
    return {};
}

} // namespace

AccessPage::AccessPage(const SettingsContext &context, QWidget *parent)
    : SettingsPage(parent)
    , m_context(context)
{
    const ServerConfig &config = context.controller.config();
    setWindowTitle(tr("Access"));
    addText(tr("Allowed &origins:"), "allow-origin", config.allowedOrigins.join(' '),
            tr("https://app.example, separated by spaces; * for any. Loopback is always allowed."),
            [](ServerConfig &c, const QByteArray &text) {
                c.allowedOrigins = listedWords(text);
                return Result<void>();
            });
    m_secret = addText(tr("Token &secret:"), "jwt-secret", config.secrets.value(0), tr("At least 32 characters"), readSecret);
    m_secret->setEchoMode(QLineEdit::Password);
    addSecretButtons();
}

void AccessPage::addSecretButtons()
{
    auto *show = new QPushButton(themedIcon(QStringLiteral("show")), tr("S&how secret"), this);
    show->setCheckable(true);
    auto *again = new QPushButton(themedIcon(QStringLiteral("restart")), tr("&Regenerate secret"), this);
    again->setToolTip(tr("Makes a new random secret. Tokens signed with the old one stop working."));
    auto *row = new QHBoxLayout;
    row->addWidget(show);
    row->addWidget(again);
    row->addStretch();
    form()->addRow(QString(), row);
    connect(show, &QPushButton::toggled, m_secret,
            [this](bool shown) { m_secret->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    connect(again, &QPushButton::clicked, m_secret, [this] { m_secret->setText(QString::fromLatin1(Settings::makeSecret())); });
}

Result<void> AccessPage::save()
{
    const QByteArray secret = m_secret->text().trimmed().toUtf8();
    if (secret.isEmpty() || secret == m_context.controller.config().secrets.value(0))
        return {};
    return m_context.settings.setSecret(secret);
}

} // namespace pushscope
