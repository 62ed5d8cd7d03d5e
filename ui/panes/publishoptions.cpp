// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/publishoptions.h"

#include "ui/models/coretext.h"
#include "ui/models/eventvariables.h"
#include "ui/panes/flowlayout.h"

#include <QCheckBox>
#include <QJsonObject>
#include <QLineEdit>
#include <QToolButton>

namespace pushscope {

namespace {

constexpr qsizetype LongestKey = 256; // octets, as the hub takes it
constexpr auto EphemeralKey = "ephemeral";
constexpr auto KeyKey = "key";
constexpr auto ConflateKey = "conflate";

} // namespace

PublishOptions::PublishOptions(QWidget *parent)
    : QObject(parent)
    , m_ephemeral(new QCheckBox(tr("&Ephemeral")))
    , m_button(new QToolButton)
    , m_key(new QLineEdit)
    , m_conflate(new QLineEdit)
    , m_keyField(FlowLayout::labelled(tr("&Key"), m_key))
    , m_conflateField(FlowLayout::labelled(tr("Con&flate"), m_conflate))
{
    m_ephemeral->setObjectName(QStringLiteral("injectEphemeral"));
    m_ephemeral->setToolTip(tr("Not stored, without an id, never replayed"));
    m_button->setObjectName(QStringLiteral("injectMore"));
    m_button->setText(tr("More"));
    m_button->setAccessibleName(tr("More about the event"));
    m_button->setToolTip(tr("An idempotency key, or the name under which an ephemeral event replaces the one before"));
    m_button->setCheckable(true);
    m_button->setFocusPolicy(Qt::TabFocus);
    m_key->setObjectName(QStringLiteral("injectKey"));
    m_key->setPlaceholderText(tr("none: each one is new"));
    m_key->setToolTip(
        tr("Idempotency key: what is published with the same one within 5 minutes is published once. Variables as in "
           "the data: order-{{seq}}"));
    m_conflate->setObjectName(QStringLiteral("injectConflate"));
    m_conflate->setPlaceholderText(tr("none: each one counts"));
    m_conflate->setToolTip(tr("The newest ephemeral event of this name replaces one that still waits in a client's queue"));
    connect(m_ephemeral, &QCheckBox::toggled, this, &PublishOptions::showFields);
    connect(m_button, &QToolButton::toggled, this, &PublishOptions::showFields);
    connect(m_key, &QLineEdit::textChanged, this, &PublishOptions::changed);
    connect(m_conflate, &QLineEdit::textChanged, this, &PublishOptions::changed);
    showFields();
}

// Only a stored event can be known again, only an ephemeral one be replaced.
void PublishOptions::showFields()
{
    m_keyField->setVisible(m_button->isChecked() && !m_ephemeral->isChecked());
    m_conflateField->setVisible(m_button->isChecked() && m_ephemeral->isChecked());
    Q_EMIT changed();
}

void PublishOptions::writeTo(PublishRequest &request) const
{
    request.ephemeral = m_ephemeral->isChecked();
    if (!m_button->isChecked())
        return;
    (request.ephemeral ? request.conflate : request.key) = (request.ephemeral ? m_conflate : m_key)->text().trimmed().toUtf8();
}

void PublishOptions::take(const PublishRequest &request)
{
    set(request.ephemeral, QString::fromUtf8(request.key), QString::fromUtf8(request.conflate));
}

void PublishOptions::writeTo(QJsonObject &kept) const
{
    PublishRequest request;
    writeTo(request);
    kept.insert(QLatin1String(EphemeralKey), request.ephemeral);
    if (!request.key.isEmpty())
        kept.insert(QLatin1String(KeyKey), QString::fromUtf8(request.key));
    if (!request.conflate.isEmpty())
        kept.insert(QLatin1String(ConflateKey), QString::fromUtf8(request.conflate));
}

void PublishOptions::take(const QJsonObject &kept)
{
    set(kept.value(QLatin1String(EphemeralKey)).toBool(), kept.value(QLatin1String(KeyKey)).toString(),
        kept.value(QLatin1String(ConflateKey)).toString());
}

// What counts is to be seen.
void PublishOptions::set(bool ephemeral, const QString &key, const QString &conflate)
{
    m_key->setText(key);
    m_conflate->setText(conflate);
    m_ephemeral->setChecked(ephemeral);
    m_button->setChecked(!key.isEmpty() || !conflate.isEmpty());
}

QString PublishOptions::problem(QWidget **where) const
{
    PublishRequest request;
    writeTo(request);
    *where = m_key;
    if (request.key.size() > LongestKey)
        return tr("A key has at most %Ln byte(s).", nullptr, int(LongestKey));
    if (const Result<QByteArray> checked = expandInText(request.key, {}); !checked)
        return tr("In the key: %1").arg(coreText(checked.error()));
    return {};
}

} // namespace pushscope
