// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings/recordingpage.h"
#include "ui/shell/settings.h"

#include <QDir>

namespace pushscope {

namespace {

constexpr qint64 LeastOctets = 1024 * 1024;

} // namespace

RecordingPage::RecordingPage(const SettingsContext &context, QWidget *parent)
    : SettingsPage(parent)
    , m_settings(context.settings)
    , m_bounds(context.settings.recording())
{
    setWindowTitle(tr("Recording"));
    addSwitch(tr("&Record what the hub does"), "recording", m_bounds.on, tr("From its next start on"),
              [this](ServerConfig &, int on) { m_bounds.on = on != 0; });
    addText(tr("Recorded &bytes at most:"), "recording-bytes", formatSize(m_bounds.maxOctets),
            tr("512MiB: of one recording, and of all earlier ones together; 0: no limit"),
            [this](ServerConfig &, const QByteArray &text) -> Result<void> {
                const auto size = parseSize(text);
                if (size && *size != 0 && *size < LeastOctets)
                    return fail(Errc::InvalidArgument, tr("at least 1MiB, or 0 for no limit").toUtf8());
                return assignTo(m_bounds.maxOctets, size);
            });
    addText(tr("Largest &age of a recording:"), "recording-age", formatDuration(m_bounds.maxAge),
            tr("168h, 30m: what is older is removed; 0s: no limit"),
            [this](ServerConfig &, const QByteArray &text) { return assignDuration(m_bounds.maxAge, parseDuration(text)); });
    addNote(tr("Recordings are kept in %1. To keep one for good, save it as a file of your own.")
                .arg(QDir::toNativeSeparators(Recording::defaultFolder())));
}

Result<void> RecordingPage::save()
{
    m_settings.setRecording(m_bounds);
    return {};
}

} // namespace pushscope
