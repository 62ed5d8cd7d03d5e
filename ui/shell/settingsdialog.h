// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SettingsDialog: the hub's configuration. Each field is checked as it is typed, the error stands beside it. What is accepted
// goes to the controller and the settings; a running hub takes it with its next start. GUI thread.

#include "serverconfig.h"

#include <QDialog>
#include <functional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTabWidget;

namespace pushscope {

class ServerController;
class Settings;

class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    SettingsDialog(ServerController &controller, Settings &settings, QWidget *parent = nullptr);

    [[nodiscard]] const ServerConfig &edited() const noexcept { return m_edited; }
    [[nodiscard]] bool isComplete() const; // no field has an error
    // What can be set, as its labels name it, for who searches; and the way to one of them.
    [[nodiscard]] static QStringList labels(ServerController &controller, Settings &settings);
    [[nodiscard]] QStringList labels() const;
    void goTo(const QString &label);
    [[nodiscard]] QString errorBeside(const QByteArray &option) const; // "" where all is well

private:
    using Read = std::function<Result<void>(ServerConfig &, const QByteArray &text)>;
    struct Field {
        QByteArray option; // its name on the command line, which validate() names
        QLineEdit *edit; // null: a choice, which cannot be wrong by itself
        QLabel *error;
        Read read;
        int page; // of the tab it is on
    };

    QFormLayout *addPage(const QString &title);
    void setupListen();
    void setupStore();
    void setupDelivery();
    void setupAccess();
    void setupButtons();
    void setupSearch();
    void search(const QString &wanted);
    QLineEdit *addText(QFormLayout *form, const QString &label, const QByteArray &option, const QByteArray &value,
                       const QString &hint, Read read);
    QComboBox *addChoice(QFormLayout *form, const QString &label, const QByteArray &option, const QStringList &choices,
                         int current);
    QLabel *addError(QFormLayout *form, const QByteArray &option);
    void addStoreRow(QFormLayout *form);
    void addSecretRow(QFormLayout *form);

    void check();
    void showError(const Error &error);
    void markTabs();
    void save(bool restart);

    ServerController &m_controller;
    Settings &m_settings;
    ServerConfig m_edited;
    QLineEdit *m_search;
    QTabWidget *m_tabs;
    QList<Field> m_fields;
    QCheckBox *m_expose = nullptr;
    QComboBox *m_transport = nullptr;
    QComboBox *m_storeKind = nullptr;
    QLineEdit *m_storeFile = nullptr;
    QComboBox *m_durability = nullptr;
    QLineEdit *m_secret = nullptr;
    QLabel *m_general = nullptr;
    QPushButton *m_saveButton = nullptr;
    QPushButton *m_restartButton = nullptr;
};

} // namespace pushscope
