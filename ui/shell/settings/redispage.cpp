// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings/redispage.h"
#include "ui/feed/servercontroller.h"
#include "ui/models/coretext.h"
#include "ui/panes/textlabel.h"
#include "ui/shell/icons.h"
#include "ui/shell/settings.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace pushscope {

namespace {

Result<void> readAddress(ServerConfig &config, const QByteArray &text)
{
    config.redis = text;
    return text.isEmpty() ? Result<void>() : config.checkRedis();
}

} // namespace

RedisPage::RedisPage(const SettingsContext &context, QWidget *parent)
    : SettingsPage(parent)
    , m_context(context)
{
    const ServerConfig &config = context.controller.config();
    setWindowTitle(tr("Redis"));
    m_url = addText(tr("Redis at (&URL):"), "redis", config.redis,
                    tr("redis://[[user]:password@]host[:port][/database], rediss:// for TLS; empty: this hub is alone"),
                    readAddress);
    addTrial();
    addChoice(tr("While Redis is a&way:"), "redis-outage",
              {tr("Publishing fails at once (503)"), tr("Publishing waits, for 30 s at most")}, config.redisWaits ? 1 : 0,
              [](ServerConfig &c, int index) { c.redisWaits = index == 1; });
    addNote(
        tr("Hubs on the same Redis and database are one hub to their clients. Events are then kept in Redis: what “Store” says "
           "of events, bytes and age counts for each channel, and a file is not used. The address is kept in a file that only "
           "you may read."));
}

void RedisPage::addTrial()
{
    m_try = new QPushButton(themedIcon(QStringLiteral("bus")), tr("&Try it"), this);
    m_try->setToolTip(tr("Asks this Redis whether a hub could join; nothing is written"));
    m_outcome = textLabel(QStringLiteral("redisTrial"), tr("What Redis says"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_try, 0, Qt::AlignTop);
    row->addWidget(m_outcome, 1);
    form()->addRow(QString(), row);
    connect(m_try, &QPushButton::clicked, this, &RedisPage::tryIt);
    connect(m_url, &QLineEdit::textChanged, this, &RedisPage::onUrlEdited);
    onUrlEdited();
}

void RedisPage::onUrlEdited()
{
    m_trial.cancel(); // it was about another address
    showText(m_outcome, {});
    ServerConfig config;
    const QByteArray url = m_url->text().trimmed().toUtf8();
    m_try->setEnabled(!url.isEmpty() && readAddress(config, url));
}

void RedisPage::tryIt()
{
    showOutcome(m_outcome, tr("Asking…"), true);
    m_trial.start(m_url->text().trimmed().toUtf8(), [this](const Result<QByteArray> &version) {
        if (version)
            showOutcome(m_outcome, tr("A hub can join: Redis %1").arg(QString::fromUtf8(*version)), true);
        else
            showOutcome(m_outcome, tr("A hub cannot join: %1").arg(coreText(version.error())), false);
    });
}

QString RedisPage::addressLabel()
{
    return tr("Redis") + QStringLiteral(" › ") + tr("Redis at (&URL):").remove(u'&').remove(u':');
}

Result<void> RedisPage::save()
{
    const QByteArray url = m_url->text().trimmed().toUtf8();
    return url == m_context.settings.redis() ? Result<void>() : m_context.settings.setRedis(url);
}

} // namespace pushscope
