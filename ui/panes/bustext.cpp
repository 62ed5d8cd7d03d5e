// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/bustext.h"

#include "ui/models/celltext.h"
#include "ui/models/coretext.h"

#include <QCoreApplication>

namespace pushscope {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(pushscope::BusText)
};

QString away(const BusStatus &bus, WallTime now)
{
    return durationText(std::max(WallTime::duration::zero(), now - bus.since));
}

// A time that was not measured yet is not 0.
QString timeText(std::chrono::microseconds time)
{
    return time.count() == 0 ? nothingText() : durationText(time);
}

} // namespace

QString busSentence(const BusStatus &bus, const BusSample *sample, WallTime now)
{
    const QString server = QString::fromUtf8(bus.server);
    if (!bus.connected) {
        QString text
            = Words::tr("✖ No connection to %1 for %2: %3. Clients stay connected and get what they miss when it is back.")
                  .arg(server, away(bus, now), coreText(bus.trouble));
        if (bus.waiting > 0)
            text += u' ' + Words::tr("%Ln publish(es) wait.", nullptr, int(bus.waiting));
        return text;
    }
    QString text = Words::tr("● Joined by %1 since %2: %3, %4.")
                       .arg(server, clockText(bus.since), Words::tr("%Ln hub(s)", nullptr, int(bus.hubs)),
                            Words::tr("%Ln channel(s)", nullptr, int(bus.channels)));
    if (sample)
        text += u' '
            + Words::tr("%1 messages/s in, %2 out. Ping %3, script %4.")
                  .arg(rateText(sample->in), rateText(sample->out), timeText(bus.pingTime), timeText(bus.scriptTime));
    return text;
}

QString busWords(const BusStatus &bus, WallTime now)
{
    return bus.connected ? Words::tr("bus: %Ln hub(s)", nullptr, int(bus.hubs))
                         : Words::tr("✖ no Redis for %1").arg(away(bus, now));
}

QList<Field> busFields(const BusStatus &bus, const BusHistory &history)
{
    using namespace std::chrono_literals;
    const BusSample &now = *history.last();
    const auto peak = [&](double BusSample::*figure) {
        return Words::tr("%1 (at most %2 in the last minute)")
            .arg(rateText(now.*figure), rateText(history.greatest(figure, 60s)));
    };
    return {
        {Words::tr("Messages in, 1/s"), peak(&BusSample::in)},
        {Words::tr("Messages out, 1/s"), peak(&BusSample::out)},
        {Words::tr("Ping by a channel, ms"), peak(&BusSample::ping)},
        {Words::tr("Publish script, ms"), peak(&BusSample::script)},
        {Words::tr("Publishes that wait"), numberText(bus.waiting), bus.waiting > 1000 ? Tone::Warning : Tone::Plain},
        {Words::tr("Messages heard"), numberText(bus.messagesIn)},
        {Words::tr("Messages published"), numberText(bus.messagesOut)},
        {Words::tr("Events of other programs"), numberText(bus.foreign)},
        {Words::tr("Dropped: no event"), numberText(bus.malformed), bus.malformed > 0 ? Tone::Warning : Tone::Plain},
        {Words::tr("Dropped: a type of the hub's own"), numberText(bus.foreignRefused),
         bus.foreignRefused > 0 ? Tone::Warning : Tone::Plain},
        {Words::tr("Outages"), numberText(bus.outages), bus.outages > 0 ? Tone::Warning : Tone::Plain},
    };
}

} // namespace pushscope
