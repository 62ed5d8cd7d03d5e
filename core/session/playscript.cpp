// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/playscript.h"

namespace pushscope {

PlayScript::PlayScript(std::unique_ptr<SessionReader> reader, bool faults, qint64 fromNs)
    : m_reader(std::move(reader))
    , m_faults(faults)
    , m_fromNs(fromNs)
{
}

const PlayStep *PlayScript::peek()
{
    if (m_at == m_steps.size())
        fill();
    return m_at < m_steps.size() ? &m_steps[m_at] : nullptr;
}

void PlayScript::advance()
{
    Q_ASSERT(m_at < m_steps.size());
    ++m_at;
}

void PlayScript::fill()
{
    m_steps.clear();
    m_at = 0;
    while (m_steps.empty()) {
        const auto chunk = m_reader->chunkAfter(m_row);
        if (!chunk)
            return;
        m_row = chunk->first + chunk->count - 1;
        if (chunk->endNs < m_fromNs)
            continue;
        RowDecoder decoder(chunk->body, chunk->count);
        PackedRow packed;
        while (decoder.next(packed)) {
            if (auto step = packed.monoNs < m_fromNs ? std::nullopt : stepOf(packed))
                m_steps.push_back(std::move(*step));
        }
    }
}

std::optional<PlayStep> PlayScript::stepOf(const PackedRow &packed)
{
    const QByteArray &kind = m_reader->strings().string(packed.kind);
    const QByteArray &op = m_reader->strings().string(packed.op);
    PlayStep step;
    if (kind == "event" && (op == "publish" || op == "ephemeral")) {
        SessionRow row = m_reader->row(packed);
        if (row.form != SessionRow::Form::Json || row.to.isEmpty()) {
            ++m_leftOut;
            return {};
        }
        step.to = std::move(row.to);
        step.type = std::move(row.type);
        step.data = std::move(row.data);
        step.ephemeral = op == "ephemeral";
    } else if (m_faults && kind == "fault" && (op == "added" || op == "removed")) {
        const SessionRow row = m_reader->row(packed);
        step.what = op == "added" ? PlayStep::What::AddFault : PlayStep::What::RemoveFault;
        step.data = row.data;
        step.fault = row.cause;
    } else {
        return {};
    }
    step.ns = packed.monoNs;
    return step;
}

} // namespace pushscope
