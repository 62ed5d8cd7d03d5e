// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for parts of core that the window links.
#include "lab/population.h"
#include "serverconfig.h"
#include "session/journalexport.h"

namespace pushscope {

bool ServerConfig::operator==(const ServerConfig &o) const
{
    return listen == o.listen && store == o.store && secrets == o.secrets && keepalive == o.keepalive && maxEvent == o.maxEvent
        && retention.events == o.retention.events && allowedOrigins == o.allowedOrigins && durability == o.durability
        && expose == o.expose && queueLimit == o.queueLimit && pollTimeout == o.pollTimeout && transport == o.transport
        && retention.age == o.retention.age && retention.bytes == o.retention.bytes;
}
Result<void> ServerConfig::validate() const
{
    if (queueLimit < 2 * maxEvent)
        return fail(Errc::InvalidArgument, "queue-limit must be at least twice max-event");
    return {};
}

class SimulatedClient
{
};
Population::Population(QObject *parent)
    : QObject(parent)
{
}
Population::~Population() = default;
void Population::add(const PopulationPlan &) { }
void Population::clear() { }
void Population::cut(double) { }
Population::Figures Population::figures() const
{
    return {};
}
int Population::size() const noexcept
{
    return 0;
}

Result<JournalExport> JournalExport::create(const QString &path, ExportFormat format, const ExportHeader &header)
{
    JournalExport e;
    e.m_file = std::make_unique<QSaveFile>(path);
    e.m_format = format;
    e.m_header = header;
    if (!e.m_file->open(QIODevice::WriteOnly))
        return fail(Errc::Io, e.m_file->errorString().toUtf8());
    e.m_file->write("{}\n");
    return e;
}
Result<void> JournalExport::write(std::span<const JournalRow> rows)
{
    for (const JournalRow &row : rows)
        m_file->write(QByteArray::number(row.ref) + '\n');
    return {};
}
Result<void> JournalExport::finish()
{
    if (!m_file->commit())
        return fail(Errc::Io, m_file->errorString().toUtf8());
    return {};
}

} // namespace pushscope
