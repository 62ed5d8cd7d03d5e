// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StormsPane: cuts all clients or restarts the hub, and shows how they come back: attempts per 100 ms, connected and caught up
// over time, p50, p95 and the last one, with the storms before to compare. GUI thread.

#include "ui/models/storm.h"
#include "ui/panes/pane.h"
#include "ui/panes/panecontext.h"

#include <QCoroTask>

class QLabel;
class QMenu;
class QTabWidget;
class QToolButton;

namespace pushscope {

class LiveTable;
class PaneSplitter;
class StormChart;
class StormsModel;
class StormStepsModel;

class StormsPane final : public Pane
{
    Q_OBJECT
public:
    explicit StormsPane(const PaneContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Reconnect storms"); }
    [[nodiscard]] QIcon icon() const override;
    void applySnapshot(const Snapshot &snapshot) override;

    [[nodiscard]] StormsModel *model() const noexcept { return m_model; }
    [[nodiscard]] LiveTable *table() const noexcept { return m_table; }
    // The next clients that are cut are a storm of this name.
    void announce(const QString &cause, WallTime now) { m_recorder.announce(cause, now); }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeBar();
    QWidget *makeDetail();
    QToolButton *makeMenuButton(const QString &icon, const QString &text, const QString &tip);
    void addCommand(QMenu *menu, const QString &text, const QString &cause, const QByteArray &rule);
    QCoro::Task<> cause(QString name, QByteArray rule);
    void showStorms();
    void showChosen();

    PaneContext m_context;
    StormRecorder m_recorder;
    StormsModel *m_model;
    LiveTable *m_table;
    StormStepsModel *m_steps;
    LiveTable *m_stepsTable;
    StormChart *m_chart;
    QTabWidget *m_tabs;
    QLabel *m_sentence;
    QLabel *m_result;
    PaneSplitter *m_splitter;
    quint32 m_chosen = 0; // 0: the newest
    TimePoint m_shown{};
    bool m_stale = false;
};

} // namespace pushscope
