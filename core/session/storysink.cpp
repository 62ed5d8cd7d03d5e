// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/storysink.h"

#include "session/flatsinks.h"
#include "session/reproductionforms.h"
#include "session/wireforms.h"

namespace pushscope {

namespace {

class StorySink final : public SessionSink
{
public:
    StorySink(SessionFormat format, QIODevice &out, qint64 fromNs, qint64 upToNs) noexcept
        : m_format(format)
        , m_out(out)
        , m_fromNs(fromNs)
        , m_upToNs(upToNs)
    {
    }
    Result<void> begin(const SessionHead &head) override
    {
        m_story.begin(head);
        return {};
    }
    bool needsAll() const noexcept override { return true; }
    Result<void> row(const SessionRow &row, bool wanted) override
    {
        m_story.add(row, wanted);
        if (row.kind == "fault" && wanted)
            m_faults.push_back(row);
        return {};
    }
    Result<void> extra(const SessionExtra &extra) override
    {
        m_story.add(extra);
        return {};
    }
    Result<void> end() override
    {
        m_story.finish();
        return m_out.write(told()).and_then([this] { return m_out.flush(); });
    }

private:
    QByteArray told() const
    {
        const auto again = [this] { return reproductionOf(m_story, m_faults, m_fromNs, m_upToNs); };
        switch (m_format) {
        case SessionFormat::Har:
            return harOf(m_story, m_fromNs, m_upToNs);
        case SessionFormat::Curl:
            return curlLinesOf(again());
        case SessionFormat::Html:
            return pageOf(again());
        case SessionFormat::Node:
            return scriptOf(again());
        default:
            return pcapngOf(m_story, m_fromNs, m_upToNs);
        }
    }

    SessionFormat m_format;
    SinkOutput m_out;
    qint64 m_fromNs, m_upToNs;
    WireStory m_story;
    std::vector<SessionRow> m_faults;
};

} // namespace

std::unique_ptr<SessionSink> makeStorySink(SessionFormat format, QIODevice &out, qint64 fromNs, qint64 upToNs)
{
    return std::make_unique<StorySink>(format, out, fromNs, upToNs);
}

} // namespace pushscope
