// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/pseudolocale.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QMainWindow>
#include <QRegularExpression>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

namespace pushscope {

namespace {

QChar accented(QChar letter)
{
    static const QString plain = QStringLiteral("aceghijklnorstuwyzACEGHIJKLNORSTUWYZ");
    static const QString strange = QStringLiteral("áçéğĥíĵķļñóŕšťúŵýžÁÇÉĞĤÍĴĶĻÑÓŔŠŤÚŴÝŽ");
    const qsizetype at = plain.indexOf(letter);
    return at < 0 ? letter : strange.at(at);
}

bool hasVowel(QChar letter)
{
    return QStringLiteral("aeiouAEIOU").contains(letter);
}

struct Cut {
    QStringList found;

    void check(const QWidget &widget, const QString &text, QSize needs, QSize has)
    {
        if (needs.width() <= has.width() && needs.height() <= has.height())
            return;
        found += QStringLiteral("%1 \"%2\": needs %3×%4, has %5×%6")
                     .arg(QLatin1String(widget.metaObject()->className()), text)
                     .arg(needs.width())
                     .arg(needs.height())
                     .arg(has.width())
                     .arg(has.height());
    }
};

// What of it lies within all that is around it; all of it in what can be scrolled to.
QSize roomOf(const QWidget &widget)
{
    QRect rect = widget.rect();
    for (const QWidget *inner = &widget; inner->parentWidget() && !inner->isWindow(); inner = inner->parentWidget()) {
        const auto *area = qobject_cast<const QAbstractScrollArea *>(inner->parentWidget()->parentWidget());
        if (area && area->viewport() == inner->parentWidget())
            return rect.size();
        rect = rect.translated(inner->pos()).intersected(inner->parentWidget()->rect());
    }
    return rect.size();
}

void checkLabel(const QLabel &label, Cut &cut)
{
    if (label.text().isEmpty() || label.textFormat() == Qt::RichText)
        return;
    const QSize room = roomOf(label);
    if (label.wordWrap())
        cut.check(label, label.text(), {0, label.heightForWidth(label.width())}, room);
    else if (label.sizePolicy().horizontalPolicy() != QSizePolicy::Ignored) // those show a tool tip
        cut.check(label, label.text(), {label.sizeHint().width(), 0}, room);
}

void checkButton(const QAbstractButton &button, Cut &cut)
{
    const auto *tool = qobject_cast<const QToolButton *>(&button);
    if (!button.text().isEmpty() && (!tool || tool->toolButtonStyle() != Qt::ToolButtonIconOnly))
        cut.check(button, button.text(), {button.sizeHint().width(), 0}, roomOf(button));
}

void checkCombo(const QComboBox &combo, Cut &cut)
{
    if (combo.isEditable())
        return;
    QStyleOptionComboBox option;
    option.initFrom(&combo);
    const QRect edit = combo.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &combo);
    const QString text = combo.currentText();
    cut.check(combo, text, {combo.fontMetrics().horizontalAdvance(text), 0}, edit.size());
}

// Tabs that can be scrolled to are whole, and a tool tip says what was shortened.
void checkTabs(const QTabBar &bar, Cut &cut)
{
    for (int tab = 0; tab < bar.count(); ++tab) {
        const QString text = bar.tabText(tab);
        if (bar.elideMode() != Qt::ElideNone && !bar.tabToolTip(tab).isEmpty())
            continue;
        const int icon = bar.tabIcon(tab).isNull() ? 0 : bar.iconSize().width();
        cut.check(bar, text, {bar.fontMetrics().size(Qt::TextShowMnemonic, text).width() + icon, 0}, bar.tabRect(tab).size());
    }
}

void checkHeader(const QHeaderView &header, Cut &cut)
{
    for (int section = 0; section < header.count() && header.orientation() == Qt::Horizontal; ++section) {
        const QString title = header.model()->headerData(section, Qt::Horizontal).toString();
        if (!header.isSectionHidden(section))
            cut.check(header, title, {header.fontMetrics().horizontalAdvance(title), 0},
                      {header.sectionSize(section), header.height()});
    }
}

// Of the widgets that a layout places, none lies on another. Qt's own layouts of tabs and docks let them touch.
void checkOverlaps(const QWidget &parent, Cut &cut)
{
    if (!parent.layout() || qobject_cast<const QMainWindow *>(&parent) || qobject_cast<const QTabWidget *>(&parent))
        return;
    QList<const QWidget *> seen;
    for (const QObject *child : parent.children()) {
        const auto *widget = qobject_cast<const QWidget *>(child);
        if (!widget || widget->isWindow() || !widget->isVisible())
            continue;
        for (const QWidget *other : std::as_const(seen)) {
            if (other->geometry().intersects(widget->geometry()))
                cut.found += QStringLiteral("%1 \"%2\" lies on %3 \"%4\"")
                                 .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
                                      QLatin1String(other->metaObject()->className()), other->objectName());
        }
        seen += widget;
    }
}

} // namespace

QString PseudoTranslator::pseudo(const QString &text)
{
    static const QRegularExpression kept(QStringLiteral("%L?[0-9n]+|%Ln|<[^>]*>|\\{\\{[^}]*\\}\\}|&[A-Za-z]+;|&"));
    QString out;
    qsizetype at = 0, longer = 0;
    while (at < text.size()) {
        const auto match = kept.match(text, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (match.hasMatch()) {
            out += match.captured();
            at += match.capturedLength();
            continue;
        }
        const QChar letter = text.at(at++);
        out += accented(letter);
        // Vowels are doubled until there are two fifths more.
        if (hasVowel(letter) && 5 * longer < 2 * at) {
            out += accented(letter);
            ++longer;
        }
    }
    return out;
}

QString PseudoTranslator::translate(const char *context, const char *source, const char *, int) const
{
    return QByteArrayView(context).startsWith("pushscope::") ? pseudo(QString::fromUtf8(source)) : QString();
}

QStringList textsCutOff(const QWidget &top)
{
    Cut cut;
    const QList<QWidget *> all = top.findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (!widget->isVisibleTo(&top) || widget->visibleRegion().isEmpty())
            continue;
        checkOverlaps(*widget, cut);
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            checkLabel(*label, cut);
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            checkButton(*button, cut);
        else if (const auto *combo = qobject_cast<const QComboBox *>(widget))
            checkCombo(*combo, cut);
        else if (const auto *bar = qobject_cast<const QTabBar *>(widget))
            checkTabs(*bar, cut);
        else if (const auto *header = qobject_cast<const QHeaderView *>(widget))
            checkHeader(*header, cut);
        else if (const auto *box = qobject_cast<const QGroupBox *>(widget))
            cut.check(*box, box->title(), {box->minimumSizeHint().width(), 0}, roomOf(*box));
    }
    return cut.found;
}

} // namespace pushscope
