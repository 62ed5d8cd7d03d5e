// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sessionexportdialog.h"

#include "ui/feed/selection.h"
#include "ui/models/coretext.h"
#include "ui/models/tablefilter.h"

#include <QComboBox>
#include <QLineEdit>

namespace pushscope {

namespace {

enum TimeChoice { Whole, UpToShown, FromShown };

// As a string of the filter's language.
QByteArray quoted(QByteArray text)
{
    return '"' + text.replace('\\', "\\\\").replace('"', "\\\"") + '"';
}

} // namespace

SessionExportDialog::SessionExportDialog(const QString &path, qint64 shownNs, const Selection &selection, QWidget *parent)
    : FileExportDialog(tr("Export session"), parent)
    , m_filter(new QLineEdit(this))
    , m_time(new QComboBox(this))
    , m_rows(new QComboBox(this))
    , m_shownNs(shownNs)
{
    const QString texts[] = {tr("JSON lines: everything, one object a line"),
                             tr("CSV: the flat view, for spreadsheets"),
                             tr("HAR: for browsers' developer tools"),
                             tr("pcapng: packets, for Wireshark"),
                             tr("curl lines: a shell script that does it to a hub again"),
                             tr("HTML page: the same in a browser"),
                             tr("Node script: the same in Node")};
    static_assert(std::size(texts) == SessionFormatCount);
    for (int i = 0; i < SessionFormatCount; ++i)
        addFormat(texts[i], QString::fromLatin1(sessionFormatSuffix(SessionFormat(i))));
    m_time->addItems({tr("the whole session"), tr("up to the time shown"), tr("from the time shown on")});
    m_filter->setPlaceholderText(tr("all rows; or: kind == event && type contains chat"));
    offerSelection(selection);
    layOut(path, {{tr("&Time:"), m_time}, {tr("&Rows:"), m_rows}, {tr("Fi&lter:"), m_filter}});
    connect(m_filter, &QLineEdit::textChanged, this, &SessionExportDialog::check);
    connect(m_rows, &QComboBox::currentIndexChanged, this, &SessionExportDialog::check);
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

SessionExportPlan SessionExportDialog::plan() const
{
    SessionExportPlan plan;
    plan.format = SessionFormat(format());
    plan.redact = redacts();
    plan.selection.filter = filter().value_or(Filter());
    if (m_time->currentIndex() == UpToShown)
        plan.selection.upToNs = m_shownNs;
    else if (m_time->currentIndex() == FromShown)
        plan.selection.fromNs = m_shownNs;
    return plan;
}

QString SessionExportDialog::problem() const
{
    const auto wanted = filter();
    if (wanted)
        return {};
    const qsizetype column = columnOf(m_filter->text(), wanted.error().offset);
    return tr("The filter is wrong at column %1: %2").arg(column + 1).arg(coreText(wanted.error()));
}

} // namespace pushscope
