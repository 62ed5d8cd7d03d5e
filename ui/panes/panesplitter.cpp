// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/panesplitter.h"

#include <QAbstractScrollArea>
#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QPainter>
#include <QTabWidget>
#include <functional>
#include <optional>

namespace pushscope {

namespace {

constexpr int Divider = 1; // index of the one handle that shows: that of the first part never does
constexpr int LargeSteps = 5;
constexpr int Whole = 100; // percent

} // namespace

class PaneDivider final : public QSplitterHandle
{
    Q_OBJECT
public:
    explicit PaneDivider(PaneSplitter &splitter)
        : QSplitterHandle(splitter.orientation(), &splitter)
        , m_splitter(splitter)
    {
        setFocusPolicy(Qt::TabFocus); // who drags it goes on where the focus is
    }

    [[nodiscard]] PaneSplitter &paneSplitter() const noexcept { return m_splitter; }

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] bool takes(const QKeyEvent &key) const { return bool(actionOf(key)); }
    [[nodiscard]] std::function<void()> actionOf(const QKeyEvent &key) const; // none: not one of its keys
    [[nodiscard]] std::optional<PaneSplitter::Way> wayOf(int key) const; // as the arrow points

    PaneSplitter &m_splitter;
};

namespace {

// As what moves in percent: a screen reader reads where it is and may set it.
class AccessibleDivider final : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit AccessibleDivider(PaneDivider *divider)
        : QAccessibleWidget(divider, QAccessible::Splitter)
    {
    }

    QString text(QAccessible::Text what) const override
    {
        return what == QAccessible::Name ? splitter().dividerName() : QAccessibleWidget::text(what);
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ValueInterface)
            return static_cast<QAccessibleValueInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    QVariant currentValue() const override { return splitter().share(); }
    void setCurrentValue(const QVariant &value) override { splitter().moveToShare(value.toInt()); }
    QVariant maximumValue() const override { return Whole; }
    QVariant minimumValue() const override { return 0; }
    QVariant minimumStepSize() const override { return 1; }

private:
    [[nodiscard]] PaneSplitter &splitter() const { return static_cast<PaneDivider *>(widget())->paneSplitter(); }
};

QAccessibleInterface *accessibleOf(const QString &, QObject *object)
{
    auto *divider = qobject_cast<PaneDivider *>(object);
    return divider ? new AccessibleDivider(divider) : nullptr;
}

// A part has a name, or is a frame around what has one.
QString nameOf(const QWidget &part)
{
    if (!part.accessibleName().isEmpty())
        return part.accessibleName();
    if (const auto *splitter = qobject_cast<const QSplitter *>(&part))
        return nameOf(*splitter->widget(0));
    for (const QWidget *each : part.findChildren<QWidget *>()) {
        const bool isPart = qobject_cast<const QAbstractScrollArea *>(each) || qobject_cast<const QTabWidget *>(each);
        if (isPart && !each->accessibleName().isEmpty())
            return each->accessibleName();
    }
    return {};
}

} // namespace

bool PaneDivider::event(QEvent *event)
{
    // Its keys are its own while it has the focus, whatever else has them in the window.
    if (event->type() == QEvent::ShortcutOverride && takes(*static_cast<QKeyEvent *>(event)))
        event->accept();
    return QSplitterHandle::event(event);
}

std::optional<PaneSplitter::Way> PaneDivider::wayOf(int key) const
{
    using Way = PaneSplitter::Way;
    if (orientation() == Qt::Vertical)
        return key == Qt::Key_Up ? std::optional(Way::Back) : key == Qt::Key_Down ? std::optional(Way::Forth) : std::nullopt;
    if (key != Qt::Key_Left && key != Qt::Key_Right)
        return std::nullopt;
    return (key == Qt::Key_Left) == m_splitter.isLeftToRight() ? Way::Back : Way::Forth;
}

std::function<void()> PaneDivider::actionOf(const QKeyEvent &key) const
{
    using Way = PaneSplitter::Way;
    PaneSplitter *splitter = &m_splitter;
    const Qt::KeyboardModifiers modifiers = key.modifiers() & ~Qt::KeypadModifier;
    if (const auto way = wayOf(key.key()); way && (modifiers == Qt::NoModifier || modifiers == Qt::ControlModifier))
        return [=] { splitter->step(*way, modifiers == Qt::NoModifier ? 1 : LargeSteps); };
    if (modifiers != Qt::NoModifier)
        return {};
    switch (key.key()) {
    case Qt::Key_PageUp:
        return [=] { splitter->step(Way::Back, LargeSteps); };
    case Qt::Key_PageDown:
        return [=] { splitter->step(Way::Forth, LargeSteps); };
    case Qt::Key_Home:
        return [=] { splitter->moveToEnd(Way::Back); };
    case Qt::Key_End:
        return [=] { splitter->moveToEnd(Way::Forth); };
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return [=] { Q_EMIT splitter->shippedWanted(); };
    default:
        return {};
    }
}

void PaneDivider::keyPressEvent(QKeyEvent *event)
{
    if (const auto action = actionOf(*event))
        action();
    else
        QSplitterHandle::keyPressEvent(event);
}

void PaneDivider::mouseDoubleClickEvent(QMouseEvent *event)
{
    QSplitterHandle::mouseDoubleClickEvent(event);
    Q_EMIT m_splitter.shippedWanted();
}

// A frame within so few pixels would be no frame: with the focus, all of it is in the colour of what is chosen.
void PaneDivider::paintEvent(QPaintEvent *event)
{
    if (hasFocus())
        QPainter(this).fillRect(rect(), palette().color(QPalette::Highlight));
    else
        QSplitterHandle::paintEvent(event);
}

PaneSplitter::PaneSplitter(Qt::Orientation orientation, const QString &objectName)
    : QSplitter(orientation)
{
    static const bool installed = (QAccessible::installFactory(&accessibleOf), true);
    Q_UNUSED(installed)
    setObjectName(objectName);
    connect(this, &QSplitter::splitterMoved, this, [this] {
        QAccessibleValueChangeEvent moved(handle(Divider), share());
        QAccessible::updateAccessibility(&moved);
    });
}

QSplitterHandle *PaneSplitter::createHandle()
{
    auto *divider = new PaneDivider(*this);
    // Tab comes from the first part to the divider to the second part, which is in the chain already: what stands before it there
    // is the hidden handle of the first one.
    if (count() > 0)
        setTabOrder(handle(0), divider);
    return divider;
}

QString PaneSplitter::dividerName() const
{
    if (count() != 2)
        return {};
    const QStringList names = m_partNames.isEmpty() ? QStringList{nameOf(*widget(0)), nameOf(*widget(1))} : m_partNames;
    return tr("Divider between %1 and %2").arg(names[0], names[1]);
}

void PaneSplitter::setPartNames(const QString &first, const QString &second)
{
    m_partNames = {first, second};
}

int PaneSplitter::share() const
{
    const QList<int> parts = sizes();
    const int whole = parts.value(0) + parts.value(1);
    return whole > 0 ? qRound(double(parts[0]) * Whole / whole) : 0;
}

void PaneSplitter::moveToShare(int percent)
{
    const QList<int> parts = sizes();
    const int whole = parts.value(0) + parts.value(1);
    moveSplitter(closestLegalPosition(qRound(double(whole) * std::clamp(percent, 0, Whole) / Whole), Divider), Divider);
}

void PaneSplitter::step(Way way, int steps)
{
    moveSplitter(stepTarget(way, steps), Divider);
}

bool PaneSplitter::hasGivenWay(Way way) const
{
    return sizes().value(way == Way::Back ? 0 : 1) == 0;
}

// A part stops at its least size. One that has given all its room comes back with the first step, however much the least size is.
int PaneSplitter::stepTarget(Way way, int steps)
{
    const int from = sizes().value(0);
    const int stepSize = fontMetrics().height();
    int least = 0, most = 0;
    getRange(Divider, &least, &most);
    const bool opens = hasGivenWay(way == Way::Back ? Way::Forth : Way::Back);
    for (int by = stepSize * steps;; by += stepSize) {
        const int wanted = std::clamp(from + int(way) * by, least, most);
        const int to = closestLegalPosition(wanted, Divider);
        if (to != from || !opens || wanted == (way == Way::Back ? least : most))
            return to;
    }
}

void PaneSplitter::moveToEnd(Way way)
{
    int least = 0, most = 0;
    getRange(Divider, &least, &most);
    moveSplitter(way == Way::Back ? least : most, Divider);
}

} // namespace pushscope

#include "panesplitter.moc"
