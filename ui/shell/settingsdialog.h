// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SettingsDialog: pages of settings beside the list of them, and a search over all. Each field is checked as it is typed, the
// error stands below it. What is accepted goes to the controller and the settings; a running hub takes it with its next start,
// which is said and offered. GUI thread.

#include "serverconfig.h"
#include "ui/shell/settings/settingspage.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace pushscope {

class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    SettingsDialog(ServerController &controller, Settings &settings, QWidget *parent = nullptr);

    [[nodiscard]] const ServerConfig &edited() const noexcept { return m_edited; }
    [[nodiscard]] bool isComplete() const; // no field has an error
    // What can be set, as "page › label", for who searches; and the way to one of them.
    [[nodiscard]] static QList<NamedSetting> named(ServerController &controller, Settings &settings);
    [[nodiscard]] QList<NamedSetting> named() const;
    void goTo(const QString &label);
    [[nodiscard]] QString errorBeside(const QByteArray &option) const; // "" where all is well
    [[nodiscard]] const QList<SettingsPage *> &pages() const noexcept { return m_pages; }

Q_SIGNALS:
    // Something was saved that the program takes with its next start only.
    void newStartNeeded();

private:
    void setupPages();
    void setupButtons();
    void setupSearch();
    void search(const QString &wanted);
    void check();
    void showError(const Error &error);
    void markPages();
    void sayRestarts();
    void save(bool restart);

    SettingsContext m_context;
    ServerConfig m_edited;
    QLineEdit *m_search;
    QListWidget *m_list;
    QStackedWidget *m_stack;
    QList<SettingsPage *> m_pages;
    QLabel *m_restarts = nullptr;
    QLabel *m_general = nullptr;
    QPushButton *m_saveButton = nullptr;
    QPushButton *m_restartButton = nullptr;
};

} // namespace pushscope
