// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette.h"

#include "ui/shell/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace pushscope {

namespace {

constexpr qsizetype MostShown = 60;
constexpr int AtWordStart = 8, Together = 4, Elsewhere = 1;

bool beginsAWord(QStringView text, QStringView wanted)
{
    for (qsizetype at = text.indexOf(wanted, 0, Qt::CaseInsensitive); at >= 0 && !wanted.isEmpty();
         at = text.indexOf(wanted, at + 1, Qt::CaseInsensitive)) {
        if (at == 0 || !text[at - 1].isLetterOrNumber())
            return true;
    }
    return false;
}

} // namespace

int paletteScore(QStringView text, QStringView wanted)
{
    int score = 0;
    qsizetype at = 0, last = -2;
    for (const QChar letter : wanted) {
        if (letter.isSpace())
            continue;
        qsizetype best = -1;
        int bestScore = 0;
        for (qsizetype i = at; i < text.size(); ++i) {
            if (text[i].toCaseFolded() != letter.toCaseFolded())
                continue;
            const bool start = i == 0 || !text[i - 1].isLetterOrNumber();
            const int here = i == last + 1 ? Together + (start ? AtWordStart : 0) : start ? AtWordStart : Elsewhere;
            if (best < 0 || here > bestScore) {
                best = i;
                bestScore = here;
            }
            if (i == last + 1)
                break; // what goes on is what is meant
        }
        if (best < 0)
            return -1;
        score += bestScore;
        last = best;
        at = best + 1;
    }
    if (beginsAWord(text, wanted.trimmed()))
        score += AtWordStart * int(wanted.size()); // as it was typed, before letters from here and there
    return score * 16 - int(std::min(text.size(), qsizetype(255))) / 16;
}

Palette::Palette(QList<Source> sources, QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_sources(std::move(sources))
    , m_line(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setWindowTitle(tr("Find a command"));
    setAccessibleName(windowTitle());
    m_line->setPlaceholderText(tr("A command, client, event or setting"));
    m_line->setAccessibleName(tr("Find a command"));
    m_line->installEventFilter(this);
    m_list->setAccessibleName(tr("Found"));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_line);
    layout->addWidget(m_list, 1);
    const int width = fontMetrics().averageCharWidth() * 80;
    resize(parent ? std::min(width, parent->width() - 40) : width, fontMetrics().height() * 26);
    if (parent)
        move(parent->mapToGlobal(QPoint((parent->width() - this->width()) / 2, parent->height() / 10)));
    connect(m_line, &QLineEdit::textChanged, this, &Palette::fill);
    connect(m_list, &QListWidget::itemActivated, this, [this] { goTo(m_list->currentRow()); });
    connect(m_list, &QListWidget::itemClicked, this, [this] { goTo(m_list->currentRow()); });
    fill();
}

void Palette::search(const QString &wanted)
{
    m_line->setText(wanted);
}

QStringList Palette::found() const
{
    QStringList texts;
    for (const PaletteItem &item : m_items)
        texts += item.text;
    return texts;
}

void Palette::fill()
{
    const QString wanted = m_line->text().trimmed();
    std::vector<std::pair<int, PaletteItem>> fitting;
    for (const Source &source : std::as_const(m_sources)) {
        const QList<PaletteItem> all = source(wanted);
        for (const PaletteItem &item : all) {
            int score = paletteScore(item.text, wanted);
            if (item.words.contains(wanted, Qt::CaseInsensitive))
                score = std::max(score, paletteScore(wanted, wanted) - 1); // as good as its name, but for its name itself
            if (score >= 0 || wanted.isEmpty())
                fitting.emplace_back(wanted.isEmpty() ? 0 : score, item);
        }
    }
    std::stable_sort(fitting.begin(), fitting.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    m_items.clear();
    m_list->clear();
    for (const auto &[score, item] : fitting) {
        if (m_items.size() == MostShown)
            break;
        m_items.append(item);
        // A key is read from left to right among words of any direction: U+2066 to U+2069.
        const QString detail = QStringLiteral("   ") + QChar(0x2066) + item.detail + QChar(0x2069);
        new QListWidgetItem(item.icon, item.detail.isEmpty() ? item.text : item.text + detail, m_list);
    }
    m_list->setCurrentRow(0);
}

void Palette::goTo(int row)
{
    if (row < 0 || row >= m_items.size())
        return;
    const std::function<void()> go = m_items[row].go;
    accept(); // first: what is gone to takes the focus
    go();
}

// The arrows move through the list while the line keeps the focus.
bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        goTo(m_list->currentRow());
        return true;
    }
    const int page = std::max(1, m_list->height() / std::max(1, m_list->sizeHintForRow(0)) - 1);
    const int step = key == Qt::Key_Down ? 1
        : key == Qt::Key_Up              ? -1
        : key == Qt::Key_PageDown        ? page
        : key == Qt::Key_PageUp          ? -page
                                         : 0;
    if (step == 0)
        return QDialog::eventFilter(watched, event);
    m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, std::max(0, m_list->count() - 1)));
    return true;
}

} // namespace pushscope
