// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ProfilesDialog: the list of profiles, and what can be done with them: a new one, another name, a copy, away with it; and the
// way to another. What is done here is done at once. GUI thread.

#include "ui/shell/profiles.h"

#include <QDialog>
#include <functional>

class QLabel;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace pushscope {

class Instance;

class ProfilesDialog final : public QDialog
{
    Q_OBJECT
public:
    ProfilesDialog(Profiles &profiles, const Instance &instance, QWidget *parent = nullptr); // borrowed

    [[nodiscard]] QString error() const; // of the last command; "" where all went well

Q_SIGNALS:
    void changed(); // names, or which there are
    void switchRequested(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; // keys of the list

private:
    void setupList();
    void setupButtons(QVBoxLayout &column);
    QPushButton *addButton(QVBoxLayout &column, const QString &text, const QString &tip, void (ProfilesDialog::*slot)());
    void fill(const QString &chosen);
    void updateButtons();
    [[nodiscard]] Profile chosen() const;
    void askName(const QString &title, const QString &name, const std::optional<QString> &id,
                 std::function<Result<QString>(const QString &)> act); // gives the id to be chosen then
    void switchTo();
    void add();
    void rename();
    void duplicate();
    void remove();
    void say(const QString &error);

    Profiles &m_profiles;
    const Instance &m_instance;
    QListWidget *m_list;
    QLabel *m_error;
    QPushButton *m_switch = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace pushscope
