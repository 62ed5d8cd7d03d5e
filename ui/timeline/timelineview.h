// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TimelineView: the lanes on one time axis, painted by hand: only what can be seen, at the cost of pixels. Moved by mouse and
// keyboard; what is clicked is told by signals. Follows the end until it is moved. GUI thread.

#include "ui/charts/picture.h"
#include "ui/timeline/laneorder.h"
#include "ui/timeline/timelinehit.h"
#include "ui/timeline/timelinerulers.h"

#include <QAbstractScrollArea>

namespace pushscope {

class TimelineView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    TimelineView(const TimelineStore &store, const LaneOrder &order, QWidget *parent = nullptr); // borrowed

    void refresh(); // after the store or the order has changed

    [[nodiscard]] const TimeAxis &axis() const noexcept { return m_axis; }
    [[nodiscard]] bool isFollowing() const noexcept { return m_following; }
    [[nodiscard]] quint64 unseenCount() const noexcept; // deliveries since it stopped following
    void follow();
    void fitAll();
    void fitRange(); // the chosen span fills the view
    void showMoment(Moment at); // moves no further than need be

    // What is chosen; these say nothing, but for the read-out.
    void setClient(quint32 key); // scrolls to its lane
    void setSeq(Seq seq, std::optional<Moment> at); // shows that moment, where given
    void setReconnect(quint32 key); // shows its moment, where it is the chosen client's
    void setRange(const TimeRange &range); // an empty one: none
    [[nodiscard]] quint32 client() const noexcept { return m_client; }
    [[nodiscard]] const std::optional<TimeRange> &range() const noexcept { return m_range; }
    [[nodiscard]] QString readout() const; // the time under the pointer, else the length of the range, else where the view begins

    [[nodiscard]] QByteArray svg() const; // what is shown now, as a picture

    [[nodiscard]] QRect lanesRect() const; // in the viewport; its left edge is the axis' pixel 0
    [[nodiscard]] QRect rulerRect() const;
    [[nodiscard]] QRect overviewRect() const; // empty where there is no room
    [[nodiscard]] QRect rowRect(int row) const;
    [[nodiscard]] int rowAt(int y) const; // -1: none
    [[nodiscard]] int laneHeight() const noexcept { return m_laneHeight; }
    void setLaneHeight(int pixels);

Q_SIGNALS:
    void clientChosen(quint32 key);
    void eventChosen(quint32 key, pushscope::Seq seq);
    void reconnectChosen(quint32 key, quint32 reconnect);
    void menuAsked(const QPoint &globalAt); // for the chosen client and range
    void followChanged();
    void readoutChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    enum class Drag : quint8 { None, Pressed, Range, Pan, Overview };

    void applyMetrics();
    void setScrollRange();
    [[nodiscard]] std::vector<PicturePart> parts() const;
    [[nodiscard]] LaneScene scene() const { return {m_store, m_axis, m_look, m_seq, m_reconnect}; }
    [[nodiscard]] std::pair<int, int> rowsInSight() const; // the first, and the one behind the last
    void paintGround(QPainter &painter) const;
    void paintBlank(QPainter &painter) const; // while there is no time
    void paintLanes(QPainter &painter) const;
    void paintNames(QPainter &painter) const;
    void paintTime(QPainter &painter) const; // the ruler, and what goes through all lanes
    void paintRange(QPainter &painter) const;
    void paintEmpty(QPainter &painter) const;
    void moved(); // by the user
    void stopFollowing();
    void zoomAt(double factor, double x);
    void panBy(double pixels);
    void chooseAt(const QPoint &at);
    void chooseRow(int row);
    void stepEvent(int direction); // to the next or previous event of the chosen client
    void growRange(double pixels); // its end moves
    void overviewTo(int x);
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    void showToolTip(const QPoint &at, const QPoint &globalAt);
    void setPointer(std::optional<QPoint> at);
    [[nodiscard]] double zoomAnchor() const;
    [[nodiscard]] double axisX(int x) const { return x - lanesRect().x(); }

    const TimelineStore &m_store;
    const LaneOrder &m_order;
    TimelineLook m_look;
    TimeAxis m_axis;
    int m_laneHeight = 0; // px; 0: by the font
    int m_wantedHeight = 0; // as set; 0: by the font
    quint32 m_client = 0;
    Seq m_seq;
    quint32 m_reconnect = 0;
    std::optional<TimeRange> m_range;
    std::optional<QPoint> m_pointer;
    Drag m_drag = Drag::None;
    QPoint m_pressed;
    Moment m_pressedAt{0};
    bool m_following = true;
    bool m_lengthIsOurs = true; // not yet chosen by the user: it grows with what is recorded
    quint64 m_seen = 0; // deliveries when it stopped following
};

} // namespace pushscope
