// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// NameDialog: asks for a name, and says below the field what is wrong with it while it is typed. GUI thread.

#include <QDialog>
#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace pushscope {

class NameDialog final : public QDialog
{
    Q_OBJECT
public:
    using Check = std::function<QString(const QString &name)>; // the error, or ""

    NameDialog(const QString &title, const QString &label, const QString &name, Check check, QWidget *parent = nullptr);

    [[nodiscard]] QString name() const;

private:
    void check();

    Check m_check;
    QLineEdit *m_name;
    QLabel *m_error;
    QPushButton *m_ok;
};

} // namespace pushscope
