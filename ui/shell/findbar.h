// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FindBar: the bar by which a whole recorded session is searched: what to find, how many there are so far, and from one to the
// next. Hidden until it is asked for. GUI thread.

#include "ui/feed/sessionsearch.h"

#include <QBasicTimer>
#include <QToolBar>

class QLabel;
class QProgressBar;

namespace pushscope {

class FilterEdit;

class FindBar : public QToolBar
{
    Q_OBJECT
public:
    explicit FindBar(SessionSearch &search, QWidget *parent = nullptr); // borrowed

    void open(); // shows it, ready to type
    void find(const QString &text);
    // To the hit after the present one, or before it (by = −1); without one, from `setPlace()` on.
    void step(int by);
    void setPlace(qint64 ns); // where the search begins: the time shown
    void showHit(const QString &text); // what is found there, in a line
    [[nodiscard]] QList<QAction *> keyActions() const { return {m_next, m_previous}; } // those that have keys
    [[nodiscard]] qsizetype current() const noexcept { return m_current; } // of the search's hits; negative: none

Q_SIGNALS:
    void hitReached(const pushscope::SearchHit &hit);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void setupButtons();
    void startNow();
    void onChanged();
    void showState();
    void reach(qsizetype hit);
    [[nodiscard]] qsizetype firstFromPlace() const;

    SessionSearch &m_search;
    FilterEdit *m_text;
    QLabel *m_state;
    QLabel *m_hit;
    QProgressBar *m_progress;
    QAction *m_progressAction = nullptr; // shows and hides it
    QAction *m_next;
    QAction *m_previous;
    QAction *m_cancel;
    QBasicTimer m_typing; // the search begins when one has stopped typing
    qint64 m_place = 0;
    qsizetype m_current = -1;
    bool m_wantsFirst = false; // the first hit from the place on is gone to when it is known
};

} // namespace pushscope
