// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MeasuredApplication: a QApplication that measures each event that its loop hands to a receiver, with all that it calls.

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonObject>
#include <QThread>
#include <QTimer>
#include <algorithm>
#include <chrono>
#include <vector>

namespace pushscope::bench {

class MeasuredApplication final : public QApplication
{
public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0 || QThread::currentThread() != thread())
            return QApplication::notify(receiver, event);
        ++m_depth;
        QElapsedTimer timer;
        timer.start();
        const bool handled = QApplication::notify(receiver, event);
        if (m_measuring)
            m_times.push_back(double(timer.nsecsElapsed()) / 1e6);
        --m_depth;
        return handled;
    }
    // Runs the loop for as long; what its handlers took, in ms.
    QJsonObject measure(std::chrono::milliseconds time)
    {
        m_times.clear();
        m_measuring = true;
        QTimer::singleShot(time, this, [] { QCoreApplication::exit(); }); // quit() would close the window
        exec();
        m_measuring = false;
        std::sort(m_times.begin(), m_times.end());
        // Handlers of a microsecond (a cursor's blink) would hide the others: those that do something count.
        m_times.erase(m_times.begin(), std::lower_bound(m_times.begin(), m_times.end(), 0.1));
        const auto at
            = [this](double share) { return m_times.empty() ? 0.0 : m_times[std::size_t(share * double(m_times.size() - 1))]; };
        return {{QStringLiteral("handlers"), qint64(m_times.size())},
                {QStringLiteral("p50"), at(0.5)},
                {QStringLiteral("p99"), at(0.99)},
                {QStringLiteral("max"), at(1.0)}};
    }

private:
    std::vector<double> m_times;
    bool m_measuring = false;
    int m_depth = 0;
};

} // namespace pushscope::bench
