// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CompareDialog: two recorded sessions aligned by a mark that both have: their rates and latencies over each other, the same as a
// table, and the first event that differs. Reads both on a thread of its own. Not modal. GUI thread.

#include "session/sessioncompare.h"
#include "ui/feed/filejob.h"

#include <QDialog>
#include <memory>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace pushscope {

class ComparisonChart;
class ComparisonModel;
class LiveTable;

class CompareDialog : public QDialog
{
    Q_OBJECT
public:
    static constexpr int Steps = 240; // of the time, at most

    // Session files, and what they are called.
    CompareDialog(const QString &a, const QString &nameOfA, const QString &b, const QString &nameOfB, QWidget *parent = nullptr);
    ~CompareDialog() override; // cancels and joins

    [[nodiscard]] bool isBusy() const noexcept { return m_job != nullptr; }
    [[nodiscard]] const std::vector<CommonMark> &marks() const noexcept { return m_marks; }
    [[nodiscard]] const EventDifference &difference() const noexcept { return m_difference; }
    [[nodiscard]] QString verdict() const; // what is said of it
    void alignBy(int mark); // of marks()

Q_SIGNALS:
    // Times of both sessions that belong together.
    void momentChosen(qint64 aNs, qint64 bNs);
    void compared();

private:
    struct Outcome;
    void layOut();
    void findMarks();
    void compare();
    void run(FileJob::Work work, const std::function<void()> &done);
    void showResult(const Outcome &result);
    void showVerdict();

    const QString m_paths[2], m_names[2];
    std::vector<CommonMark> m_marks;
    EventDifference m_difference;
    CommonMark m_from; // of what is shown
    std::unique_ptr<FileJob> m_job;
    QComboBox *m_mark;
    ComparisonChart *m_rates;
    ComparisonChart *m_latencies;
    ComparisonModel *m_model;
    LiveTable *m_table;
    QLabel *m_verdict;
    QProgressBar *m_progress;
    QPushButton *m_show;
};

} // namespace pushscope
