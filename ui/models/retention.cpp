// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/retention.h"

#include "ui/models/celltext.h"

#include <QCoreApplication>
#include <tuple>

namespace pushscope {

namespace {

constexpr std::chrono::seconds PaceWindow{30};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(pushscope::Retention)
};

QString whoText(const RetentionRow &row)
{
    return row.user.isEmpty() ? lineText(row.client) : Words::tr("%1 (user %2)").arg(lineText(row.client), lineText(row.user));
}

} // namespace

QString aboutText(std::chrono::seconds time)
{
    return time < std::chrono::minutes(1) ? Words::tr("%1 s").arg(std::max<qint64>(1, time.count())) : durationText(time);
}

void EdgePace::add(TimePoint at, const Epoch &epoch, Seq oldest)
{
    if (epoch != m_epoch || (!m_samples.empty() && oldest.value < m_samples.back().oldest))
        m_samples.clear();
    m_epoch = epoch;
    m_samples.push_back({at, oldest.value});
    while (m_samples.size() > 2 && m_samples[1].at <= at - PaceWindow)
        m_samples.pop_front();
}

double EdgePace::idsPerSecond() const
{
    if (m_samples.size() < 2)
        return 0;
    const Sample &first = m_samples.front(), &last = m_samples.back();
    const double seconds = std::chrono::duration<double>(last.at - first.at).count();
    return seconds > 0 ? double(last.oldest - first.oldest) / seconds : 0;
}

RetentionRow retentionRow(const ClientRow &client, Seq oldest, double idsPerSecond)
{
    RetentionRow row;
    row.clientKey = client.key;
    row.client = client.client;
    row.user = client.user;
    row.protocol = client.protocol;
    row.state = client.state;
    row.last = client.lastSent;
    row.oldestMissed = client.oldestMissed;
    if (row.oldestMissed.isNull() || oldest.isNull())
        return row;
    row.margin = qint64(row.oldestMissed.value) - qint64(oldest.value);
    if (row.margin >= 0 && idsPerSecond > 0)
        row.losesIn = std::chrono::seconds(qint64(double(row.margin + 1) / idsPerSecond + 0.5));
    return row;
}

bool standsBefore(const RetentionRow &a, const RetentionRow &b)
{
    const auto order = [](const RetentionRow &row) {
        const bool safe = row.oldestMissed.isNull();
        return std::tuple(safe, safe ? row.last.value : row.oldestMissed.value, row.clientKey);
    };
    return order(a) < order(b);
}

QString retentionForecast(std::span<const RetentionRow> rows, double idsPerSecond)
{
    const auto missing = [](const RetentionRow &row) { return !row.oldestMissed.isNull(); };
    const auto count = std::count_if(rows.begin(), rows.end(), missing);
    if (count == 0)
        return Words::tr("Nobody who is away has missed a stored event.");
    const auto fallen
        = std::count_if(rows.begin(), rows.end(), [&](const RetentionRow &row) { return missing(row) && row.margin < 0; });
    QString text;
    if (fallen > 0)
        text = Words::tr("▼ %1 has lost the oldest event it missed: it was evicted.").arg(whoText(rows.front())) + QChar(u' ');
    if (fallen > 1)
        text += Words::tr("So have %Ln other client(s).", nullptr, int(fallen - 1)) + QChar(u' ');
    if (fallen == count)
        return text.trimmed();
    const RetentionRow &next = rows[size_t(fallen)];
    if (!next.losesIn)
        return text + Words::tr("Nothing is being evicted now: what %1 has missed stays.").arg(whoText(next));
    return text
        + Words::tr("%1 loses its oldest missed event in about %2, at %3 ids evicted a second.")
              .arg(whoText(next), aboutText(*next.losesIn), rateText(idsPerSecond));
}

} // namespace pushscope
