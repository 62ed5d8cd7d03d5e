// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/playbackdialog.h"

#include "ui/models/coretext.h"
#include "ui/shell/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <limits>

namespace pushscope {

namespace {

constexpr double Speeds[] = {0.1, 0.25, 0.5, 1, 2, 5, 10, 50, 100};
constexpr int UsualSpeed = 3;
constexpr int Parts = 1000; // of the progress bar

} // namespace

PlaybackDialog::PlaybackDialog(const QString &file, qint64 shownNs, ServerController &controller, QWidget *parent)
    : QDialog(parent)
    , m_file(file)
    , m_shownNs(shownNs)
    , m_controller(controller)
    , m_speed(new QComboBox(this))
    , m_from(new QComboBox(this))
    , m_faults(new QCheckBox(tr("With the &faults of the session"), this))
    , m_progress(new QProgressBar(this))
    , m_result(new QLabel(this))
    , m_play(new QPushButton(this))
    , m_step(new QPushButton(themedIcon(QStringLiteral("next")), tr("S&tep"), this))
    , m_stop(new QPushButton(themedIcon(QStringLiteral("stop")), tr("&Stop"), this))
{
    setWindowTitle(tr("Play back into the hub"));
    setupFields();
    setupButtons();
    connect(&controller, &ServerController::stateChanged, this, &PlaybackDialog::showState);
    showState();
}

void PlaybackDialog::setupFields()
{
    for (const double speed : Speeds)
        m_speed->addItem(tr("%1×").arg(QLocale().toString(speed)), speed);
    m_speed->setCurrentIndex(UsualSpeed);
    m_from->addItems({tr("the beginning"), tr("the time shown")});
    m_faults->setToolTip(tr("Rules are set and removed again when they were; what is still at work at the end is removed"));
    m_progress->setRange(0, Parts);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Played back"));
    m_result->setObjectName(QStringLiteral("playbackResult"));
    m_result->setWordWrap(true);
    m_result->setMinimumWidth(fontMetrics().averageCharWidth() * 50);
    auto *form = new QFormLayout;
    form->addRow(tr("S&peed:"), m_speed);
    form->addRow(tr("F&rom:"), m_from);
    form->addRow(QString(), m_faults);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_progress);
    layout->addWidget(m_result);
    connect(m_speed, &QComboBox::currentIndexChanged, this, [this] {
        if (m_playback)
            m_playback->setSpeed(m_speed->currentData().toDouble());
    });
}

void PlaybackDialog::setupButtons()
{
    m_play->setObjectName(QStringLiteral("playbackPlay"));
    m_step->setObjectName(QStringLiteral("playbackStep"));
    m_stop->setObjectName(QStringLiteral("playbackStop"));
    m_step->setToolTip(tr("Does the next event or fault at once, and pauses"));
    auto *row = new QHBoxLayout;
    row->addStretch();
    for (QPushButton *button : {m_play, m_step, m_stop})
        row->addWidget(button);
    m_play->setDefault(true);
    layout()->addItem(row);
    connect(m_play, &QPushButton::clicked, this, &PlaybackDialog::playOrPause);
    connect(m_step, &QPushButton::clicked, this, &PlaybackDialog::step);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_playback)
            m_playback->stop();
    });
}

void PlaybackDialog::setSpeed(double speed)
{
    m_speed->setCurrentIndex(std::max(0, m_speed->findData(speed)));
}

bool PlaybackDialog::isUnderWay() const
{
    return m_playback && m_playback->state() != Playback::State::Ended;
}

bool PlaybackDialog::begin()
{
    if (isUnderWay())
        return true;
    auto reader = SessionReader::open(m_file);
    if (!reader) {
        m_result->setText(coreText(reader.error()));
        return false;
    }
    m_endNs = (*reader)->span().endNs;
    const qint64 from = m_from->currentIndex() == 0 ? std::numeric_limits<qint64>::min() : m_shownNs;
    auto script = std::make_unique<PlayScript>(std::move(*reader), m_faults->isChecked(), from);
    if (!script->peek()) {
        m_result->setText(tr("The session has no events to play back from there on."));
        return false;
    }
    m_playback = std::make_unique<Playback>(std::move(script), m_controller);
    m_playback->setSpeed(m_speed->currentData().toDouble());
    m_beginNs = m_playback->at();
    connect(m_playback.get(), &Playback::stateChanged, this, &PlaybackDialog::showState);
    connect(m_playback.get(), &Playback::progressed, this, &PlaybackDialog::showProgress);
    showState(); // it can be stopped
    return true;
}

void PlaybackDialog::playOrPause()
{
    if (m_playback && m_playback->state() == Playback::State::Playing)
        m_playback->pause();
    else if (begin())
        m_playback->play();
}

void PlaybackDialog::step()
{
    if (begin())
        m_playback->step();
}

void PlaybackDialog::showState()
{
    const bool playing = m_playback && m_playback->state() == Playback::State::Playing;
    const bool running = m_controller.isRunning();
    m_play->setText(playing ? tr("&Pause") : tr("&Play"));
    m_play->setIcon(themedIcon(playing ? QStringLiteral("pause") : QStringLiteral("start")));
    m_play->setEnabled(running);
    m_step->setEnabled(running);
    m_stop->setEnabled(isUnderWay());
    m_from->setEnabled(!isUnderWay());
    m_faults->setEnabled(!isUnderWay());
    if (m_playback)
        showProgress();
    else
        m_result->setText(running ? QString() : tr("The hub is stopped: start it, and connect the clients that are to hear it."));
}

void PlaybackDialog::showProgress()
{
    const double whole = double(std::max<qint64>(1, m_endNs - m_beginNs));
    const bool ended = m_playback->state() == Playback::State::Ended;
    m_progress->setValue(std::clamp(int(double(m_playback->at() - m_beginNs) / whole * Parts), 0, Parts));
    const int published = int(std::min<quint64>(m_playback->published(), std::numeric_limits<int>::max()));
    QString text
        = ended ? tr("Ended: %Ln event(s) published", nullptr, published) : tr("%Ln event(s) published", nullptr, published);
    if (m_playback->refused() > 0)
        text += u' '
            + tr("· %Ln refused: %1", nullptr, int(std::min<quint64>(m_playback->refused(), std::numeric_limits<int>::max())))
                  .arg(m_playback->lastError());
    m_result->setText(text);
}

void PlaybackDialog::done(int result)
{
    if (m_playback)
        m_playback->stop();
    QDialog::done(result);
}

} // namespace pushscope
