// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sessionexportdialog.h"

#include "ui/feed/selection.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace pushscope {

namespace {

enum TimeChoice { Whole, UpToShown, FromShown };

QString suffixOf(SessionFormat format)
{
    return u'.' + QString::fromLatin1(sessionFormatName(format));
}

// As a string of the filter's language.
QByteArray quoted(QByteArray text)
{
    return '"' + text.replace('\\', "\\\\").replace('"', "\\\"") + '"';
}

} // namespace

SessionExportDialog::SessionExportDialog(const QString &path, qint64 shownNs, const Selection &selection, QWidget *parent)
    : QDialog(parent)
    , m_path(new QLineEdit(path + suffixOf(SessionFormat::Jsonl), this))
    , m_filter(new QLineEdit(this))
    , m_error(new QLabel(this))
    , m_format(new QComboBox(this))
    , m_time(new QComboBox(this))
    , m_rows(new QComboBox(this))
    , m_redact(new QCheckBox(tr("&Redact tokens, cookies and secrets"), this))
    , m_shownNs(shownNs)
{
    setWindowTitle(tr("Export session"));
    m_format->addItems({tr("JSON lines: everything, one object a line"), tr("CSV: the flat view, for spreadsheets"),
                        tr("HAR: for browsers' developer tools"), tr("pcapng: packets, for Wireshark")});
    m_time->addItems({tr("the whole session"), tr("up to the time shown"), tr("from the time shown on")});
    m_filter->setPlaceholderText(tr("all rows; or: kind == event && type contains chat"));
    m_path->setMinimumWidth(fontMetrics().averageCharWidth() * 50);
    m_redact->setChecked(true);
    m_redact->setToolTip(tr("Replaces what would let a reader of the file connect or publish as somebody else by “…”"));
    offerSelection(selection);
    m_error->setWordWrap(true);
    QPalette colours = m_error->palette();
    colours.setColor(QPalette::WindowText, Theme::color(Theme::Role::Error));
    m_error->setPalette(colours);
    layOut();
    connect(m_path, &QLineEdit::textChanged, this, &SessionExportDialog::check);
    connect(m_filter, &QLineEdit::textChanged, this, &SessionExportDialog::check);
    connect(m_rows, &QComboBox::currentIndexChanged, this, &SessionExportDialog::check);
    connect(m_format, &QComboBox::currentIndexChanged, this, &SessionExportDialog::followFormat);
    check();
}

void SessionExportDialog::layOut()
{
    auto *browse = new QPushButton(tr("&Browse…"), this);
    browse->setAccessibleName(tr("Browse for the export file"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_path, 1);
    row->addWidget(browse);
    auto *form = new QFormLayout;
    form->addRow(tr("F&ormat:"), m_format);
    form->addRow(tr("&Time:"), m_time);
    form->addRow(tr("&Rows:"), m_rows);
    form->addRow(tr("Fi&lter:"), m_filter);
    form->addRow(tr("&File:"), row);
    form->addRow(QString(), m_error);
    form->addRow(QString(), m_redact);
    if (auto *label = qobject_cast<QLabel *>(form->labelForField(row)))
        label->setBuddy(m_path);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_export = buttons->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
    m_export->setIcon(themedIcon(QStringLiteral("export")));
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(browse, &QPushButton::clicked, this, &SessionExportDialog::browse);
}

// What is selected in the window can be had alone.
void SessionExportDialog::offerSelection(const Selection &selection)
{
    m_rows->addItem(tr("of everything"), QByteArray());
    QList<QByteArray> clients = selection.clients();
    if (clients.isEmpty() && !selection.client().isEmpty())
        clients = {selection.client()};
    QList<QByteArray> conditions;
    for (const QByteArray &client : std::as_const(clients))
        conditions += "client == " + quoted(client);
    if (clients.size() == 1)
        m_rows->addItem(tr("of the client %1").arg(QString::fromUtf8(clients.first())), conditions.first());
    else if (!clients.isEmpty() && conditions.join(" || ").size() < Filter::MaxOctets / 2)
        m_rows->addItem(tr("of the %Ln selected client(s)", nullptr, int(clients.size())), conditions.join(" || "));
    if (const EventPtr &event = selection.event(); event && !event->seq.isNull())
        m_rows->addItem(tr("of the selected event"), QByteArray("id == " + QByteArray::number(event->seq.value)));
}

Result<Filter> SessionExportDialog::filter() const
{
    const QByteArray typed = m_filter->text().toUtf8();
    const auto alone = Filter::parse(typed, sessionFilterFields()); // its error has the right column
    const QByteArray condition = m_rows->currentData().toByteArray();
    if (!alone || condition.isEmpty())
        return alone;
    return Filter::parse(typed.trimmed().isEmpty() ? condition : '(' + condition + ") && (" + typed + ')', sessionFilterFields());
}

SessionFormat SessionExportDialog::format() const
{
    return SessionFormat(m_format->currentIndex());
}

QString SessionExportDialog::path() const
{
    return QFileInfo(m_path->text().trimmed()).absoluteFilePath();
}

SessionExportPlan SessionExportDialog::plan() const
{
    SessionExportPlan plan;
    plan.format = format();
    plan.redact = m_redact->isChecked();
    plan.selection.filter = filter().value_or(Filter());
    if (m_time->currentIndex() == UpToShown)
        plan.selection.upToNs = m_shownNs;
    else if (m_time->currentIndex() == FromShown)
        plan.selection.fromNs = m_shownNs;
    return plan;
}

void SessionExportDialog::check()
{
    const QFileInfo file(m_path->text().trimmed());
    const auto wanted = filter();
    QString error;
    bool wrong = true;
    if (!wanted)
        error = tr("The filter is wrong at column %1: %2")
                    .arg(wanted.error().offset + 1)
                    .arg(QString::fromUtf8(wanted.error().detail));
    else if (m_path->text().trimmed().isEmpty())
        error = tr("Name a file.");
    else if (file.isDir())
        error = tr("This is a folder: add the name of a file.");
    else if (!file.absoluteDir().exists())
        error = tr("There is no folder %1.").arg(file.absolutePath());
    else
        wrong = false;
    if (!wrong && file.exists())
        error = tr("The file exists and will be replaced once the export is complete.");
    m_error->setText(error);
    m_path->setAccessibleDescription(error);
    m_export->setEnabled(!wrong);
}

void SessionExportDialog::browse()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Export session"), m_path->text(), {}, nullptr,
                                                      QFileDialog::DontConfirmOverwrite); // said beside the field
    if (!file.isEmpty())
        m_path->setText(file);
}

void SessionExportDialog::followFormat()
{
    const QString path = m_path->text();
    for (const SessionFormat other : {SessionFormat::Jsonl, SessionFormat::Csv, SessionFormat::Har, SessionFormat::Pcapng}) {
        if (path.endsWith(suffixOf(other)))
            return m_path->setText(path.chopped(suffixOf(other).size()) + suffixOf(format()));
    }
}

} // namespace pushscope
