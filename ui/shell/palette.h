// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Palette: one line in which a few letters find a command, a client, an event or a setting, and Return goes there. GUI thread.

#include <QDialog>
#include <QIcon>
#include <functional>

class QLineEdit;
class QListWidget;

namespace pushscope {

struct PaletteItem {
    QString text; // what is searched
    QString detail; // shown beside it: the key of a command, what an event is
    QIcon icon;
    std::function<void()> go;
    QString words = {}; // that are not shown, and find it as a whole
};

// How well `wanted` fits: its letters in order, the more the better at the beginnings of words; negative: not at all. Pure.
[[nodiscard]] int paletteScore(QStringView text, QStringView wanted);

class Palette final : public QDialog
{
    Q_OBJECT
public:
    // Gives what it has for a text; few at a time of what there may be many.
    using Source = std::function<QList<PaletteItem>(const QString &wanted)>;

    explicit Palette(QList<Source> sources, QWidget *parent);

    void search(const QString &wanted);
    [[nodiscard]] QStringList found() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void goTo(int row);

    QList<Source> m_sources;
    QList<PaletteItem> m_items; // as they are shown
    QLineEdit *m_line;
    QListWidget *m_list;
};

} // namespace pushscope
