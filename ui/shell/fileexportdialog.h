// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FileExportDialog: what dialogs of exports share: the form, the file, whether secrets stay in it, and what is wrong with that.
// GUI thread.

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace pushscope {

class FileExportDialog : public QDialog
{
    Q_OBJECT
public:
    [[nodiscard]] QString path() const; // absolute
    [[nodiscard]] bool redacts() const;

protected:
    FileExportDialog(const QString &title, QWidget *parent);

    void addFormat(const QString &text, const QString &suffix);
    [[nodiscard]] int format() const; // as they were added
    // Once all forms are there. `path` without a suffix; `rows`, with their labels, stand between form and file.
    void layOut(const QString &path, const QList<std::pair<QString, QWidget *>> &rows = {});
    [[nodiscard]] virtual QString problem() const { return {}; } // with what a dialog has of its own; empty: none
    void check();

private:
    [[nodiscard]] QString problemOfFile() const;
    void browse();
    void followFormat();

    QLineEdit *m_path;
    QLabel *m_error;
    QComboBox *m_format; // the data of an item is its suffix
    QCheckBox *m_redact;
    QPushButton *m_export = nullptr;
};

} // namespace pushscope
