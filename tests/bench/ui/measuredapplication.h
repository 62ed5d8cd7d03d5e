// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MeasuredApplication: a QApplication that measures each event that its loop hands to a receiver, with all that it calls: by the
// clock, and by the CPU time of its thread, which holds on a machine that others use too.

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonObject>
#include <QThread>
#include <QTimer>
#include <algorithm>
#include <chrono>
#include <ctime>
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
        const double cpuBefore = threadCpu();
        const bool handled = QApplication::notify(receiver, event);
        if (m_measuring) {
            m_times.push_back(double(timer.nsecsElapsed()) / 1e6);
            m_cpu.push_back(threadCpu() - cpuBefore);
            if (m_cpu.back() >= LeastFelt)
                m_lastBusy = double(m_since.nsecsElapsed()) / 1e6;
        }
        --m_depth;
        return handled;
    }
    // Runs the loop for as long; what its handlers took, in ms.
    QJsonObject measure(std::chrono::milliseconds time)
    {
        m_times.clear();
        m_cpu.clear();
        m_lastBusy = 0;
        m_since.start();
        m_measuring = true;
        QTimer::singleShot(time, this, [] { QCoreApplication::exit(); }); // quit() would close the window
        exec();
        m_measuring = false;
        const QJsonObject cpu = summary(m_cpu);
        QJsonObject result = summary(m_times);
        result[QStringLiteral("cpuP99")] = cpu[QStringLiteral("p99")];
        result[QStringLiteral("cpuMax")] = cpu[QStringLiteral("max")];
        return result;
    }

    // When, in ms after the beginning of measure(), the last handler ended that did something; 0: none did.
    [[nodiscard]] double lastBusyMs() const noexcept { return m_lastBusy; }

    [[nodiscard]] static double threadCpu() // ms
    {
        timespec now{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
    }
    [[nodiscard]] static QJsonObject quantiles(std::vector<double> times)
    {
        std::sort(times.begin(), times.end());
        const auto at
            = [&times](double share) { return times.empty() ? 0.0 : times[std::size_t(share * double(times.size() - 1))]; };
        return {{QStringLiteral("p50"), at(0.5)}, {QStringLiteral("p99"), at(0.99)}, {QStringLiteral("max"), at(1.0)}};
    }

private:
    static constexpr double LeastFelt = 0.1; // ms: handlers of a microsecond (a cursor's blink) would hide the others

    static QJsonObject summary(std::vector<double> times)
    {
        std::erase_if(times, [](double time) { return time < LeastFelt; });
        QJsonObject result = quantiles(times);
        result[QStringLiteral("handlers")] = qint64(times.size());
        return result;
    }

    std::vector<double> m_times, m_cpu; // ms
    QElapsedTimer m_since; // the beginning of measure()
    double m_lastBusy = 0;
    bool m_measuring = false;
    int m_depth = 0;
};

} // namespace pushscope::bench
