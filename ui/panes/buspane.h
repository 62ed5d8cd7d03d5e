// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// BusPane: how this hub stands with the others on its Redis: connection, times, messages a second, outages on the time axis,
// channels, hubs, messages that were no events. Starts a second hub beside the first, and sends events across. GUI thread.

#include "ui/charts/bushistory.h"
#include "ui/feed/secondhub.h"
#include "ui/panes/pane.h"
#include "ui/panes/panecontext.h"

class QComboBox;
class QLabel;
class QTabWidget;
class QToolButton;

namespace pushscope {

class BusChannelsModel;
class BusChart;
class BusDropsModel;
class BusHubsModel;
class BusOutagesModel;
class FieldsTable;
class LiveTable;

class BusPane final : public Pane
{
    Q_OBJECT
public:
    explicit BusPane(const PaneContext &context, QWidget *parent = nullptr);
    ~BusPane() override;

    [[nodiscard]] QString title() const override { return tr("Bus"); }
    [[nodiscard]] QIcon icon() const override;
    void applySnapshot(const Snapshot &snapshot) override;
    [[nodiscard]] SecondHub &secondHub() noexcept { return *m_second; }

Q_SIGNALS:
    // The window finds this pane and answers.
    void settingsRequested();
    void testPageRequested(const QByteArray &hub); // of the hub at this address

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeBar();
    [[nodiscard]] QWidget *makeAlone();
    [[nodiscard]] QWidget *makeLists();
    QToolButton *addButton(const QString &icon, const QString &text, const QString &tip);
    void setupSecondHub();

    void take(const Snapshot &snapshot); // each one, seen or not
    void showState();
    void showFigures();
    void showDetail();
    void showSecondHub();
    void showParts();
    void toggleSecondHub();
    QCoro::Task<> sendAcross(bool toSecond);
    void showCrossing(const SecondHub::Crossing &crossing);

    PaneContext m_context;
    BusHistory m_history;
    std::optional<BusStatus> m_bus; // none: the hub is alone
    std::shared_ptr<const BusDetail> m_detail;
    WallTime m_now{}; // of the newest snapshot
    TimePoint m_shown{};
    bool m_stale = false;
    SecondHub *m_second;
    QWidget *m_alone, *m_joined;
    QLabel *m_state, *m_secondState, *m_crossing;
    QToolButton *m_startStop, *m_send, *m_page, *m_copy;
    QWidget *m_windowBox = nullptr;
    QComboBox *m_window;
    BusChart *m_chart;
    QTabWidget *m_tabs;
    BusChannelsModel *m_channels;
    BusHubsModel *m_hubs;
    BusDropsModel *m_drops;
    BusOutagesModel *m_outages;
    FieldsTable *m_figures;
};

} // namespace pushscope
