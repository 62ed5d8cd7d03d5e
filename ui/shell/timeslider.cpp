// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/timeslider.h"

#include "ui/shell/icons.h"
#include "ui/shell/markedslider.h"

#include <QAction>
#include <QComboBox>
#include <QDateTime>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QTimerEvent>

namespace pushscope {

namespace {

constexpr int Steps = 10'000; // of the slider
constexpr int FrameMs = 33;
constexpr double Speeds[] = {0.1, 0.5, 1, 2, 5, 10, 100};
constexpr int UsualSpeed = 2;

QString secondsText(qint64 ns)
{
    return QLocale().toString(double(ns) / 1e9, 'f', 3);
}

} // namespace

TimeSlider::TimeSlider(QWidget *parent)
    : QToolBar(tr("Time"), parent)
    , m_slider(new MarkedSlider)
    , m_label(new QLabel)
{
    setObjectName(QStringLiteral("toolbar-time"));
    setAccessibleName(tr("Time of the session"));
    setLayoutDirection(Qt::LeftToRight); // time, in any language
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    QAction *begin = addAction(themedIcon(QStringLiteral("previous")), tr("To the beginning"));
    m_slider->setRange(0, Steps);
    m_slider->setSingleStep(Steps / 1000);
    m_slider->setPageStep(Steps / 20);
    m_slider->setObjectName(QStringLiteral("timeSlider"));
    m_slider->setAccessibleName(tr("Time shown"));
    m_slider->setToolTip(tr("The whole window shows the session at this time"));
    addWidget(m_slider);
    QAction *end = addAction(themedIcon(QStringLiteral("next")), tr("To the end"));
    m_run = addAction(themedIcon(QStringLiteral("start")), tr("Let the time run"));
    m_run->setCheckable(true);
    m_run->setShortcut(Qt::Key_F9);
    m_run->setObjectName(QStringLiteral("run-time"));
    m_run->setStatusTip(tr("Goes through the session as it was recorded"));
    m_speed = new QComboBox;
    m_speed->setObjectName(QStringLiteral("timeSpeed"));
    for (const double factor : Speeds)
        m_speed->addItem(tr("%1×").arg(QLocale().toString(factor)));
    m_speed->setCurrentIndex(UsualSpeed);
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("How fast the time runs"));
    addWidget(m_speed);
    m_label->setObjectName(QStringLiteral("timeShown"));
    m_label->setMargin(fontMetrics().averageCharWidth());
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    addWidget(m_label);
    connect(m_run, &QAction::toggled, this, &TimeSlider::setRunning);
    connect(begin, &QAction::triggered, this, [this] { setTime(m_begin); });
    connect(end, &QAction::triggered, this, [this] { setTime(m_end); });
    connect(m_slider, &QSlider::valueChanged, this, &TimeSlider::onMoved);
}

void TimeSlider::setSpan(qint64 beginNs, qint64 endNs, WallTime wallStart)
{
    m_begin = beginNs;
    m_end = std::max(beginNs, endNs);
    m_wallStart = wallStart;
    m_label->setMinimumWidth(m_label->fontMetrics().horizontalAdvance(
        tr("%1 · %2 of %3 s").arg(QStringLiteral("00:00:00.000"), secondsText(m_end), secondsText(m_end - m_begin))));
    showMarks();
    setTime(m_end);
}

void TimeSlider::setMarks(std::vector<qint64> ns)
{
    m_marks = std::move(ns);
    showMarks();
}

void TimeSlider::showMarks()
{
    std::vector<int> values;
    for (const qint64 ns : m_marks)
        values.push_back(valueAt(ns));
    m_slider->setMarks(std::move(values));
    m_slider->setToolTip(m_marks.empty() ? tr("The whole window shows the session at this time")
                                         : tr("The whole window shows the session at this time; there are %Ln mark(s)", nullptr,
                                              int(m_marks.size())));
}

int TimeSlider::valueAt(qint64 ns) const
{
    const double share = m_end == m_begin ? 1.0 : double(std::clamp(ns, m_begin, m_end) - m_begin) / double(m_end - m_begin);
    return int(share * Steps + 0.5);
}

void TimeSlider::setTime(qint64 ns)
{
    m_time = std::clamp(ns, m_begin, m_end);
    {
        const QSignalBlocker blocker(m_slider); // its steps are coarser than the time
        m_slider->setValue(valueAt(m_time));
    }
    showTime();
    Q_EMIT timeChanged(m_time);
}

double TimeSlider::speed() const
{
    return Speeds[std::max(0, m_speed->currentIndex())];
}

void TimeSlider::setRunning(bool running)
{
    if (running && !isRunning()) {
        if (m_time >= m_end)
            setTime(m_begin); // once more
        m_elapsed.start();
        m_timer.start(FrameMs, this);
    } else if (!running) {
        m_timer.stop();
    }
    m_run->setChecked(running);
}

void TimeSlider::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QToolBar::timerEvent(event);
    setTime(m_time + qint64(double(m_elapsed.nsecsElapsed()) * speed()));
    m_elapsed.restart();
    if (m_time >= m_end)
        setRunning(false);
}

void TimeSlider::onMoved(int value)
{
    m_time = m_begin + qint64(double(m_end - m_begin) * value / Steps);
    showTime();
    Q_EMIT timeChanged(m_time);
}

void TimeSlider::showTime()
{
    const qint64 wallMs = m_wallStart.time_since_epoch().count() + m_time / 1'000'000;
    const QString clock = QDateTime::fromMSecsSinceEpoch(wallMs).toString(QStringLiteral("HH:mm:ss.zzz"));
    const QString text = tr("%1 · %2 of %3 s").arg(clock, secondsText(m_time - m_begin), secondsText(m_end - m_begin));
    m_label->setText(text);
    m_slider->setAccessibleDescription(text);
}

} // namespace pushscope
