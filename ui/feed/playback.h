// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Playback: plays a recorded session into a hub that runs: its events are published again with the spacing that they had, at any
// speed, and its faults set and removed with them. One run each. GUI thread.

#include "session/playscript.h"
#include "ui/feed/servercontroller.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QHash>
#include <QPointer>
#include <QSet>

namespace pushscope {

class Playback : public QObject
{
    Q_OBJECT
public:
    static constexpr int Pace = 5; // ms, between two looks at what is due
    static constexpr int MostAtOnce = 500; // steps; what is due beyond comes with the next look
    static constexpr int MostUnderWay = 1'000; // events whose receipt is waited for; more wait, and the time with them
    static constexpr double LeastSpeed = 0.1, MostSpeed = 100;

    enum class State : quint8 { Paused, Playing, Ended };

    // Begins paused at the first step of the script. The controller is borrowed; it may go first.
    Playback(std::unique_ptr<PlayScript> script, ServerController &controller, QObject *parent = nullptr);
    ~Playback() override; // takes back the faults that are at work

    void setSpeed(double speed); // clamped; goes on from where it is
    void play();
    void pause();
    void step(); // the next one at once; pauses
    void stop(); // ends, and takes back the faults that it has set

    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] double speed() const noexcept { return m_speed; }
    [[nodiscard]] qint64 at() const noexcept { return m_at; } // ns, as the session counts
    [[nodiscard]] quint64 published() const noexcept { return m_published; }
    [[nodiscard]] quint64 refused() const noexcept { return m_refused; } // events and faults
    [[nodiscard]] const QString &lastError() const noexcept { return m_lastError; }

Q_SIGNALS:
    void stateChanged(pushscope::Playback::State state);
    void progressed(); // at most once a look

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void setState(State state);
    void take(const PlayStep &step);
    [[nodiscard]] bool mustWait(const PlayStep &step) const;
    void endIfDone();
    void publish(PublishRequest request);
    void addFault(const QByteArray &name, const QByteArray &rule);
    void onFaultAdded(const QByteArray &name, const Result<QByteArray> &id);
    static void removeFault(ServerController &controller, const QByteArray &id);
    void noteRefusal(const Error &error);
    void removeFaults();

    std::unique_ptr<PlayScript> m_script;
    QPointer<ServerController> m_controller;
    State m_state = State::Paused;
    double m_speed = 1;
    qint64 m_at = 0;
    QBasicTimer m_timer;
    QElapsedTimer m_elapsed; // since the last look
    int m_underWay = 0;
    quint64 m_published = 0, m_refused = 0;
    QString m_lastError;
    QHash<QByteArray, QByteArray> m_faults; // at work: their ids in the hub, by their names in the session
    QSet<QByteArray> m_beingAdded; // whose ids are not known yet
};

} // namespace pushscope
