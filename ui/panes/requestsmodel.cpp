// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/requestsmodel.h"

#include "ui/models/celltext.h"

#include <QCoreApplication>

namespace pushscope {

namespace {

constexpr std::array<TableColumn, RequestsModel::ColumnCount> Columns{{
    {QT_TRANSLATE_NOOP("pushscope::RequestsModel", "Time"),
     QT_TRANSLATE_NOOP("pushscope::RequestsModel", "When it was answered"),
     true,
     Face::Text,
     13,
     {"at", FilterType::Time}},
    {QT_TRANSLATE_NOOP("pushscope::RequestsModel", "Of"),
     QT_TRANSLATE_NOOP("pushscope::RequestsModel", "Whether the client made it, or the event was published by it"),
     false,
     Face::Text,
     8,
     {"of", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::RequestsModel", "Request"),
     QT_TRANSLATE_NOOP("pushscope::RequestsModel", "Its method and target, without secrets"),
     false,
     Face::Payload,
     36,
     {"request", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::RequestsModel", "Answer"),
     QT_TRANSLATE_NOOP("pushscope::RequestsModel", "The status that it was answered with"),
     true,
     Face::Text,
     8,
     {"status", FilterType::Number}},
    {QT_TRANSLATE_NOOP("pushscope::RequestsModel", "Took"),
     QT_TRANSLATE_NOOP("pushscope::RequestsModel", "From the whole request to its answer"),
     true,
     Face::Text,
     9,
     {"took", FilterType::Duration}},
}};

constexpr qsizetype MostBody = 4096; // octets that are shown of a body

QByteArrayView lineOf(QByteArrayView head)
{
    const qsizetype end = head.indexOf("\r\n");
    return end < 0 ? head : head.first(end);
}

// "GET /events?room=a" of "GET /events?room=a HTTP/1.1".
QByteArrayView actOf(QByteArrayView head)
{
    const QByteArrayView line = lineOf(head);
    const qsizetype version = line.lastIndexOf(' ');
    return version < 0 ? line : line.first(version);
}

// The lines after the first, as they were sent.
void addHeaders(const QByteArray &head, QList<Field> &fields)
{
    const QList<QByteArray> lines = head.mid(lineOf(head).size()).split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            fields.append(
                {QString::fromUtf8(line.left(colon)), lineText(line.mid(colon + 1).trimmed()), Tone::Plain, Face::Payload});
    }
}

void addBody(const QString &name, const QByteArray &body, QList<Field> &fields)
{
    if (body.isEmpty())
        return;
    const QString size = RequestsModel::tr("%1 bytes").arg(numberText(quint64(body.size())));
    fields.append({name, size + QStringLiteral(" · ") + lineText(QByteArrayView(body).first(qMin(MostBody, body.size()))),
                   Tone::Plain, Face::Payload});
}

} // namespace

QList<Field> requestFields(const FoundRequest &request)
{
    const WireExchange &exchange = request.exchange;
    QList<Field> fields;
    fields.append({RequestsModel::tr("Request"), lineText(lineOf(exchange.requestHead)), Tone::Good, Face::Payload});
    fields.append({RequestsModel::tr("From"), QString::fromLatin1(exchange.peer)});
    for (const QueryMember &parameter : requestParameters(exchange.requestHead))
        fields.append({QStringLiteral("? ") + lineText(parameter.name), lineText(parameter.value), Tone::Plain, Face::Payload});
    addHeaders(exchange.requestHead, fields);
    addBody(RequestsModel::tr("Its body"), exchange.requestBody, fields);
    fields.append({RequestsModel::tr("Answer"), lineText(lineOf(exchange.answerHead)),
                   exchange.status >= 400 ? Tone::Bad : Tone::Good, Face::Payload});
    addHeaders(exchange.answerHead, fields);
    addBody(RequestsModel::tr("Body of the answer"), exchange.answerBody, fields);
    return fields;
}

std::span<const TableColumn> RequestsModel::columns() const
{
    return Columns;
}

QString RequestsModel::displayText(int row, int column) const
{
    const FoundRequest &request = rowAt(row);
    const WireExchange &exchange = request.exchange;
    switch (column) {
    case Time:
        return clockText(request.at);
    case Of:
        return request.ofEvent ? tr("event") : tr("client");
    case Request:
        return lineText(actOf(exchange.requestHead));
    case Answer:
        return QString::number(exchange.status);
    case Took:
        return durationText(std::chrono::microseconds((exchange.answeredNs - exchange.beganNs) / 1000));
    default:
        return {};
    }
}

FilterValue RequestsModel::cellValue(int row, int column) const
{
    const FoundRequest &request = rowAt(row);
    const WireExchange &exchange = request.exchange;
    switch (column) {
    case Time:
        return timeValue(request.at);
    case Of:
        return QByteArray(request.ofEvent ? "event" : "client");
    case Request:
        return textValue(actOf(exchange.requestHead).toByteArray());
    case Answer:
        return double(exchange.status);
    default:
        return durationValue(std::chrono::nanoseconds(exchange.answeredNs - exchange.beganNs));
    }
}

QString RequestsModel::toolTipText(int row, int column) const
{
    return column == Time ? dateText(rowAt(row).at) : displayText(row, column);
}

Tone RequestsModel::tone(int row, int column) const
{
    return column == Answer && rowAt(row).exchange.status >= 400 ? Tone::Bad : Tone::Plain;
}

} // namespace pushscope
