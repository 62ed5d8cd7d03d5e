// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StatusLine: the figures at the bottom of the window, as text. Changes at most four times a second. GUI thread.

#include "observe/snapshot.h"
#include "serverthread.h"

#include <QWidget>
#include <deque>
#include <vector>

class QLabel;
class QToolButton;

namespace pushscope {

class StatusLine : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setState(ServerThread::State state, const QString &address = {});
    void setRecorded(const QString &name); // of the session that is shown in place of a hub
    void setFrozen(bool frozen);
    void applyFigures(const HubFigures &figures);
    void setFindings(qint64 count);
    void setBus(const std::optional<BusStatus> &bus, WallTime now); // none: the hub is alone
    void setSecondHub(const QByteArray &url); // empty: there is none
    [[nodiscard]] QString text() const; // all of it, for tests and copying

Q_SIGNALS:
    void faultsRequested(); // to be shown
    void faultsRemovalRequested(); // of all
    void findingsRequested(); // to be shown
    void busRequested(); // to be shown

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    enum Item : quint8 { Running, Clients, Rate, Dropped, Store, Frozen, Count };
    struct Part {
        QWidget *widget;
        bool wanted = true;
    };
    struct Sample {
        TimePoint at;
        quint64 published = 0, delivered = 0;
    };

    [[nodiscard]] bool hasFigures() const noexcept;
    void showState();
    void showFigures();
    void setItem(Item item, const QString &text, const QString &tip = {});
    void setColour(QWidget *widget, bool marked, int role);
    QToolButton *addButton(const QString &name, const QString &tip);
    void showBadges();
    void setWanted(QWidget *part, bool wanted);
    void fit();

    std::array<QLabel *, Count> m_labels{};
    std::vector<Part> m_parts; // in their order
    QToolButton *m_faults;
    QToolButton *m_removeFaults;
    QToolButton *m_findings;
    QToolButton *m_bus;
    QString m_secondHub;
    qint64 m_findingCount = 0;
    ServerThread::State m_state = ServerThread::State::Stopped;
    QString m_address; // while it runs
    QString m_recorded; // empty: a hub is shown
    HubFigures m_figures;
    std::deque<Sample> m_samples; // of the last second
    TimePoint m_shownAt{};
};

} // namespace pushscope
