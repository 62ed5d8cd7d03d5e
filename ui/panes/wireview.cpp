// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/wireview.h"

#include "ui/models/bytestext.h"
#include "ui/models/celltext.h"
#include "ui/shell/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>

namespace pushscope {

namespace {

constexpr qsizetype ShownBytes = 32 * 1024;

QString formName(ClientProtocol protocol)
{
    switch (protocol) {
    case ClientProtocol::Sse:
        return WireView::tr("Event stream block");
    case ClientProtocol::WebSocket:
        return WireView::tr("WebSocket frame");
    case ClientProtocol::Poll:
        return WireView::tr("Long-poll answer");
    }
    return {};
}

} // namespace

WireView::WireView(QWidget *parent)
    : QWidget(parent)
    , m_hex(new QCheckBox(tr("He&x"), this))
    , m_row(new QBoxLayout(QBoxLayout::TopToBottom))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    m_hex->setObjectName(QStringLiteral("wireHex"));
    m_hex->setAccessibleName(tr("Hex"));
    m_hex->setToolTip(tr("Show the bytes as a hex dump"));
    auto *legend = new QLabel(tr("↵ line feed  ⇤ carriage return  \\x81 an octet that is no text"), this);
    legend->setForegroundRole(QPalette::PlaceholderText);
    auto *top = new QHBoxLayout;
    top->addWidget(m_hex);
    top->addWidget(legend, 1);
    layout->addLayout(top);
    layout->addLayout(m_row, 1);
    for (std::size_t i = 0; i < ProtocolCount; ++i)
        addForm(ClientProtocol(i));
    connect(m_hex, &QCheckBox::toggled, this, &WireView::showForms);
    clear();
}

void WireView::addForm(ClientProtocol protocol)
{
    Form &form = m_views[std::size_t(protocol)];
    form.heading = new QLabel(this);
    form.heading->setObjectName(QStringLiteral("wireSize%1").arg(int(protocol)));
    form.text = new QPlainTextEdit(this);
    form.text->setObjectName(QStringLiteral("wireText%1").arg(int(protocol)));
    form.text->setReadOnly(true);
    form.text->setTabChangesFocus(true);
    form.text->setAccessibleName(formName(protocol));
    form.text->setFont(Theme::monospace());
    form.text->setMinimumSize(60, fontMetrics().height() * 2);
    form.heading->setBuddy(form.text);
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(form.heading);
    column->addWidget(form.text, 1);
    m_row->addLayout(column, 1);
}

void WireView::setForms(const WireForms &forms)
{
    m_bytes = {forms.sse, forms.webSocket, forms.poll};
    showForms();
}

void WireView::clear()
{
    m_bytes = {};
    showForms();
}

void WireView::showForms()
{
    for (std::size_t i = 0; i < ProtocolCount; ++i) {
        const auto protocol = ClientProtocol(i);
        const QByteArrayView bytes(m_bytes[i]);
        const QByteArrayView shown = bytes.first(std::min(ShownBytes, bytes.size()));
        QString text = m_hex->isChecked() ? hexText(shown) : bytesText(shown);
        if (shown.size() < bytes.size())
            text += QChar(u'\n') + tr("… %1 more bytes").arg(numberText(quint64(bytes.size() - shown.size())));
        m_views[i].text->setLineWrapMode(m_hex->isChecked() ? QPlainTextEdit::NoWrap : QPlainTextEdit::WidgetWidth);
        m_views[i].text->setPlainText(text);
        m_views[i].heading->setText(
            tr("%1 %2: %3 bytes").arg(protocolShape(protocol), formName(protocol), numberText(quint64(bytes.size()))));
    }
}

void WireView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool wide = width() > fontMetrics().averageCharWidth() * 110;
    m_row->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace pushscope
