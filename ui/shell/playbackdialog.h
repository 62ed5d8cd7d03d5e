// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlaybackDialog: plays a recorded session into the hub that runs, with speed, pause, step and stop. Not modal: one looks at the
// hub meanwhile. GUI thread.

#include "ui/feed/playback.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace pushscope {

class PlaybackDialog : public QDialog
{
    Q_OBJECT
public:
    // The session file; `shownNs`: the time that its window shows. The controller is borrowed.
    PlaybackDialog(const QString &file, qint64 shownNs, ServerController &controller, QWidget *parent = nullptr);

    [[nodiscard]] Playback *playback() const noexcept { return m_playback.get(); } // null before the first start
    void setSpeed(double speed); // to the nearest that is offered

protected:
    void done(int result) override; // ends it

private:
    void setupFields();
    void setupButtons();
    [[nodiscard]] bool begin(); // where none is under way
    void playOrPause();
    void step();
    void showState();
    void showProgress();
    [[nodiscard]] bool isUnderWay() const;

    const QString m_file;
    const qint64 m_shownNs;
    qint64 m_beginNs = 0, m_endNs = 0;
    ServerController &m_controller;
    std::unique_ptr<Playback> m_playback;
    QComboBox *m_speed;
    QComboBox *m_from;
    QCheckBox *m_faults;
    QProgressBar *m_progress;
    QLabel *m_result;
    QPushButton *m_play;
    QPushButton *m_step;
    QPushButton *m_stop;
};

} // namespace pushscope
