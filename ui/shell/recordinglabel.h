// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RecordingLabel: in the status line, for how long the hub has been recorded and how large the recording is, once a second. GUI
// thread.

#include <QBasicTimer>
#include <QLabel>

namespace pushscope {

class Recording;

class RecordingLabel : public QLabel
{
    Q_OBJECT
public:
    explicit RecordingLabel(const Recording &recording, QWidget *parent = nullptr); // borrowed

    void refresh();

Q_SIGNALS:
    void stoppedByItself(const QString &error); // once a recording

protected:
    void timerEvent(QTimerEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    const Recording &m_recording;
    QBasicTimer m_timer;
    QString m_told; // the error
};

} // namespace pushscope
