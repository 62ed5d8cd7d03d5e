// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FaultLink: a Link around a Link, with a FaultPath in between. Lives on the hub thread; owned by whom it was given to. Without
// stages it passes everything through as it comes and keeps nothing.

#include "fault/faultpaths.h"

namespace pushscope {

class FaultLink final : public Link
{
public:
    // `paths` is borrowed and outlives the link.
    FaultLink(std::unique_ptr<Link> inner, FaultPaths &paths);
    // What was to be said before the end is still said.
    ~FaultLink() override;

    [[nodiscard]] FaultPath &path() const noexcept { return *m_path; }
    [[nodiscard]] std::unique_ptr<Link> unwrap() { return m_path->takeInner(); } // of an idle path; then destroy this one

    void setHandler(LinkHandler *handler) override { m_path->setHandler(handler); }
    void write(SharedBytes octets) override { m_path->write(std::move(octets)); }
    [[nodiscard]] qsizetype queuedBytes() const noexcept override { return m_path->queuedBytes(); } // those held included
    void setReading(bool on) override { m_path->setReading(on); }
    void finish() override { m_path->finish(); }
    void reset() override { m_path->reset(); } // at once, if anything gets through at all
    [[nodiscard]] SocketAddress peer() const override { return m_path->peer(); }
    [[nodiscard]] TlsFacts tls() const override { return m_path->tls(); }

private:
    FaultPaths &m_paths;
    std::unique_ptr<FaultPath> m_path;
};

} // namespace pushscope
