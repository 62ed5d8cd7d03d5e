// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings/settingspage.h"
#include "ui/models/coretext.h"
#include "ui/panes/textlabel.h"
#include "ui/shell/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>

namespace pushscope {

namespace {

constexpr int HintLetters = 36; // of average width that a field shows at least
constexpr int FrameLetters = 3; // around them

QString plain(QString label)
{
    return label.remove(u'&').remove(u':');
}

} // namespace

QList<QByteArray> listedWords(const QByteArray &text)
{
    QList<QByteArray> all = QByteArray(text).replace(',', ' ').simplified().split(' ');
    all.removeAll(QByteArray());
    return all;
}

Result<quint64> readCount(const QByteArray &text)
{
    bool ok = false;
    const quint64 count = text.toULongLong(&ok);
    if (!ok)
        return fail(Errc::Syntax, SettingsPage::tr("'%1' is not a whole number").arg(QString::fromUtf8(text)).toUtf8());
    return count;
}

SettingsPage::SettingsPage(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
{
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
}

bool SettingsPage::read(ServerConfig &config)
{
    bool wellFormed = true;
    for (Field &field : m_fields) {
        const Result<void> result = field.read ? field.read(config) : Result<void>();
        setError(field, result ? QString() : coreText(result.error()));
        wellFormed = wellFormed && result;
    }
    return wellFormed;
}

bool SettingsPage::show(const Error &error)
{
    // The error names options as they stand on the command line; the one named first is the one to mend.
    Field *nearest = nullptr;
    qsizetype at = error.detail.size();
    for (Field &field : m_fields) {
        const qsizetype found = error.detail.indexOf("--" + field.option);
        if (found < 0 || found >= at)
            continue;
        nearest = &field;
        at = found;
    }
    if (!nearest)
        return false;
    // Its name stands before the field already.
    QString text = coreText(error);
    const QString name = QStringLiteral("--%1 ").arg(QLatin1String(nearest->option));
    if (text.startsWith(name))
        text.remove(0, name.size());
    setError(*nearest, text);
    return true;
}

bool SettingsPage::isComplete() const
{
    return std::all_of(m_fields.begin(), m_fields.end(), [](const Field &field) { return field.error->text().isEmpty(); });
}

bool SettingsPage::has(const QByteArray &option) const
{
    return std::any_of(m_fields.begin(), m_fields.end(), [&option](const Field &field) { return field.option == option; });
}

QString SettingsPage::errorBeside(const QByteArray &option) const
{
    for (const Field &field : m_fields) {
        if (field.option == option)
            return field.error->text();
    }
    return {};
}

QList<std::pair<QWidget *, QString>> SettingsPage::fields() const
{
    QList<std::pair<QWidget *, QString>> all;
    const QList<QWidget *> widgets = findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (const auto *label = qobject_cast<QLabel *>(widget); label && label->buddy())
            all.append({label->buddy(), plain(label->text())});
        else if (const auto *box = qobject_cast<QCheckBox *>(widget))
            all.append({widget, plain(box->text())});
    }
    return all;
}

QString SettingsPage::wordsOf(const QWidget *field) const
{
    const auto has = [field](const Field &one) { return one.widget == field; };
    const auto found = std::find_if(m_fields.begin(), m_fields.end(), has);
    return found == m_fields.end() ? field->toolTip() : field->toolTip() + u' ' + QLatin1String(found->option);
}

QList<NamedSetting> SettingsPage::named() const
{
    QList<NamedSetting> all;
    for (const auto &[widget, name] : fields())
        all.append({name, wordsOf(widget)});
    return all;
}

bool SettingsPage::focusField(const QString &label)
{
    for (const auto &[widget, name] : fields()) {
        if (name != label)
            continue;
        widget->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

bool SettingsPage::mark(const QString &text)
{
    bool any = false;
    const QList<QWidget *> widgets = findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const auto *label = qobject_cast<QLabel *>(widget);
        const auto *box = qobject_cast<QCheckBox *>(widget);
        if (!box && (!label || !label->buddy()))
            continue;
        const QString name = plain(box ? box->text() : label->text());
        const QString words = wordsOf(box ? widget : label->buddy());
        const bool fits
            = !text.isEmpty() && (name.contains(text, Qt::CaseInsensitive) || words.contains(text, Qt::CaseInsensitive));
        QFont font = widget->font();
        font.setBold(fits);
        widget->setFont(font);
        any = any || fits;
    }
    return any;
}

QLineEdit *SettingsPage::addText(const QString &label, const QByteArray &option, const QByteArray &value, const QString &hint,
                                 Read read)
{
    auto *edit = new QLineEdit(QString::fromUtf8(value), this);
    m_form->addRow(label, edit); // makes the label its buddy
    addField(option, edit, [edit, read = std::move(read)](ServerConfig &config) -> Result<void> {
        return read ? read(config, edit->text().trimmed().toUtf8()) : Result<void>();
    });
    showHint(*edit, hint);
    connect(edit, &QLineEdit::textChanged, this, &SettingsPage::edited);
    return edit;
}

// In the empty field where it fits, in any language; else below it: cut off it would say nothing.
void SettingsPage::showHint(QLineEdit &edit, const QString &hint)
{
    edit.setToolTip(hint);
    const int letter = edit.fontMetrics().averageCharWidth();
    const int width = edit.fontMetrics().horizontalAdvance(hint);
    if (width > letter * HintLetters)
        return addNote(hint);
    edit.setPlaceholderText(hint);
    edit.setMinimumWidth(width + letter * FrameLetters);
}

QComboBox *SettingsPage::addChoice(const QString &label, const QByteArray &option, const QStringList &choices, int current,
                                   ReadChoice read)
{
    auto *combo = new QComboBox(this);
    combo->addItems(choices);
    combo->setCurrentIndex(current);
    m_form->addRow(label, combo);
    addField(option, combo, [combo, read = std::move(read)](ServerConfig &config) {
        if (read)
            read(config, combo->currentIndex());
        return Result<void>();
    });
    connect(combo, &QComboBox::currentIndexChanged, this, &SettingsPage::edited);
    return combo;
}

QCheckBox *SettingsPage::addSwitch(const QString &text, const QByteArray &option, bool on, const QString &hint, ReadChoice read)
{
    auto *box = new QCheckBox(text, this);
    box->setChecked(on);
    box->setToolTip(hint);
    m_form->addRow(QString(), box);
    addField(option, box, [box, read = std::move(read)](ServerConfig &config) {
        if (read)
            read(config, box->isChecked() ? 1 : 0);
        return Result<void>();
    });
    connect(box, &QCheckBox::toggled, this, &SettingsPage::edited);
    return box;
}

void SettingsPage::addNote(const QString &text)
{
    auto *note = new QLabel(text, this);
    note->setWordWrap(true);
    QSizePolicy whole(QSizePolicy::Expanding, QSizePolicy::Preferred); // else a form gives it a few words a line
    whole.setHeightForWidth(true);
    note->setSizePolicy(whole);
    note->setForegroundRole(QPalette::PlaceholderText);
    alignToField(*note);
    m_form->addRow(QString(), note);
}

// Below its field and at its beginning: a label goes by the direction of its text, whichever the window's is.
void SettingsPage::alignToField(QLabel &label)
{
    const bool mirrored = QGuiApplication::isRightToLeft();
    label.setAlignment((mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignTop);
}

void SettingsPage::addField(const QByteArray &option, QWidget *widget, std::function<Result<void>(ServerConfig &)> read)
{
    auto *error = new QLabel(this);
    error->setObjectName(QStringLiteral("error-") + QLatin1String(option));
    error->setWordWrap(true);
    alignToField(*error);
    colourText(error, Theme::Role::Error);
    error->hide();
    m_form->addRow(QString(), error);
    m_fields.append(Field{option, widget, error, std::move(read)});
}

void SettingsPage::setError(Field &field, const QString &text)
{
    showText(field.error, text);
    field.widget->setAccessibleDescription(field.error->text());
}

} // namespace pushscope
