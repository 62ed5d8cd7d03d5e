// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recordinglabel.h"

#include "ui/feed/recording.h"
#include "ui/shell/theme.h"

#include <QDir>
#include <QEvent>
#include <QLocale>
#include <QTimerEvent>

namespace pushscope {

namespace {

constexpr int RefreshMs = 1000;
constexpr qint64 SecondsADay = 86'400;

QString spanText(qint64 seconds)
{
    if (seconds >= SecondsADay)
        return RecordingLabel::tr("%Ln day(s)", nullptr, int(seconds / SecondsADay));
    const QString minutes
        = QStringLiteral("%1:%2").arg(seconds / 60 % 60, 2, 10, QLatin1Char('0')).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return seconds < 3600 ? minutes : QStringLiteral("%1:%2").arg(seconds / 3600).arg(minutes);
}

} // namespace

RecordingLabel::RecordingLabel(const Recording &recording, QWidget *parent)
    : QLabel(parent)
    , m_recording(recording)
{
    setObjectName(QStringLiteral("Recording"));
    setContentsMargins(6, 0, 6, 0);
    m_timer.start(RefreshMs, Qt::VeryCoarseTimer, this);
    refresh();
}

void RecordingLabel::refresh()
{
    const QString error = m_recording.error();
    if (std::exchange(m_told, error) != error && !error.isEmpty())
        Q_EMIT stoppedByItself(error);
    const bool running = m_recording.isRunning() && error.isEmpty();
    const Recorder::Figures figures = m_recording.figures();
    QString text = tr("○ not recording"), tip = error;
    if (running) {
        text = tr("◉ rec %1 · %2")
                   .arg(spanText(m_recording.begun().secsTo(QDateTime::currentDateTime())),
                        QLocale().formattedDataSize(figures.octets, 1));
        tip = tr("%Ln row(s) recorded in %1", nullptr, int(std::min<quint64>(figures.rows, INT_MAX)))
                  .arg(QDir::toNativeSeparators(m_recording.path()));
    }
    if (figures.dropped > 0)
        text += u' ' + tr("(%Ln dropped)", nullptr, int(std::min<quint64>(figures.dropped, INT_MAX)));
    setText(text);
    setToolTip(tip);
    setAccessibleName(text);
    QPalette colours;
    if (!running || figures.dropped > 0)
        colours.setColor(QPalette::WindowText, Theme::color(error.isEmpty() ? Theme::Role::Muted : Theme::Role::Error));
    if (palette().color(QPalette::WindowText) != colours.color(QPalette::WindowText))
        setPalette(colours);
}

void RecordingLabel::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_timer.timerId())
        refresh();
    else
        QLabel::timerEvent(event);
}

void RecordingLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace pushscope
