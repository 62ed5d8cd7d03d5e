// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WireView: the bytes of one event on each of the three wires with their sizes, side by side where there is room. GUI thread.

#include "ui/panes/wireforms.h"

#include <QWidget>
#include <array>

class QBoxLayout;
class QCheckBox;
class QLabel;
class QPlainTextEdit;

namespace pushscope {

class WireView final : public QWidget
{
    Q_OBJECT
public:
    explicit WireView(QWidget *parent = nullptr);

    void setForms(const WireForms &forms);
    void clear();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Form {
        QLabel *heading;
        QPlainTextEdit *text;
    };
    void addForm(ClientProtocol protocol);
    void showForms();

    std::array<Form, ProtocolCount> m_views{};
    std::array<QByteArray, ProtocolCount> m_bytes;
    QCheckBox *m_hex;
    QBoxLayout *m_row;
};

} // namespace pushscope
