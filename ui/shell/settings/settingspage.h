// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SettingsPage: one page of the settings dialog: labelled fields, each with its error below it. A page that concerns the hub
// reads its fields into a ServerConfig; what else it keeps, it saves itself. Owned by the dialog. GUI thread.

#include "serverconfig.h"

#include <QList>
#include <QWidget>
#include <functional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace pushscope {

class ServerController;
class Settings;

// What pages read when they are made and write when they are saved.
struct SettingsContext {
    ServerController &controller;
    Settings &settings;
};

// What can be set: its label, as people read it, and by what else it is found: its hint, and its option on the command line.
struct NamedSetting {
    QString name;
    QString words;
};

class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    using Read = std::function<Result<void>(ServerConfig &config, const QByteArray &text)>;
    using ReadChoice = std::function<void(ServerConfig &config, int index)>;

    // Takes the fields into `config` and shows what is wrong with single ones; false where something is.
    [[nodiscard]] bool read(ServerConfig &config);
    // Shows an error of ServerConfig::validate() beside the field that it names first; false where none here is named.
    [[nodiscard]] bool show(const Error &error);
    [[nodiscard]] bool isComplete() const; // no field has an error
    [[nodiscard]] bool has(const QByteArray &option) const;
    [[nodiscard]] QString errorBeside(const QByteArray &option) const; // "" where all is well

    // Keeps what is no part of the ServerConfig. Errc::Io with the reason.
    [[nodiscard]] virtual Result<void> save() { return {}; }
    // What was changed here takes the next start of the program, not of the hub.
    [[nodiscard]] virtual bool needsNewStart() const { return false; }

    [[nodiscard]] QList<NamedSetting> named() const;
    bool focusField(const QString &label);
    // Sets the labels in bold that have `text` in them, in their hint or in their option; false where none has.
    bool mark(const QString &text);

Q_SIGNALS:
    void edited();

protected:
    explicit SettingsPage(QWidget *parent = nullptr);

    [[nodiscard]] QFormLayout *form() const noexcept { return m_form; }
    // `option` is the name on the command line, by which validate() speaks of it.
    QLineEdit *addText(const QString &label, const QByteArray &option, const QByteArray &value, const QString &hint, Read read);
    QComboBox *addChoice(const QString &label, const QByteArray &option, const QStringList &choices, int current,
                         ReadChoice read = {});
    QCheckBox *addSwitch(const QString &text, const QByteArray &option, bool on, const QString &hint, ReadChoice read = {});
    void addNote(const QString &text); // a sentence below the last field
    static void alignToField(QLabel &label); // of a sentence that may run the other way than the window

private:
    struct Field {
        QByteArray option;
        QWidget *widget; // that is edited
        QLabel *error;
        std::function<Result<void>(ServerConfig &)> read;
    };

    void addField(const QByteArray &option, QWidget *widget, std::function<Result<void>(ServerConfig &)> read);
    void showHint(QLineEdit &edit, const QString &hint);
    void setError(Field &field, const QString &text);
    [[nodiscard]] QList<std::pair<QWidget *, QString>> fields() const; // and what they are called
    [[nodiscard]] QString wordsOf(const QWidget *field) const;

    QFormLayout *m_form;
    QList<Field> m_fields;
};

// Words of a list that was typed with blanks or commas between.
[[nodiscard]] QList<QByteArray> listedWords(const QByteArray &text);
// Parts of Read functions: the value, or its error.
template<typename Target, typename T> Result<void> assignTo(Target &target, const Result<T> &value)
{
    if (!value)
        return tl::unexpected(value.error());
    target = Target(*value);
    return {};
}
template<typename Target> Result<void> assignDuration(Target &target, const Result<Milliseconds> &value)
{
    if (!value)
        return tl::unexpected(value.error());
    target = std::chrono::duration_cast<Target>(*value);
    return {};
}
// A whole number from 0.
[[nodiscard]] Result<quint64> readCount(const QByteArray &text);

} // namespace pushscope
