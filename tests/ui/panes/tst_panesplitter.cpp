// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/panesplitter.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace pushscope;

namespace {

constexpr int Room = 600; // pixels of the first part, and of the second one
constexpr int Least = 100;

} // namespace

class TestPaneSplitter : public QObject
{
    Q_OBJECT

    struct World {
        PaneSplitter splitter;
        QLineEdit *first = new QLineEdit;
        QLineEdit *second = new QLineEdit;

        explicit World(Qt::Orientation orientation = Qt::Horizontal)
            : splitter(orientation, QStringLiteral("splitter"))
        {
            first->setAccessibleName(QStringLiteral("Clients"));
            second->setAccessibleName(QStringLiteral("Details"));
            for (QLineEdit *part : {first, second}) {
                part->setMinimumSize(Least, Least);
                part->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
                splitter.addWidget(part);
            }
            splitter.resize(2 * Room, 2 * Room);
            splitter.setSizes({Room, Room});
            splitter.show();
            QVERIFY(QTest::qWaitForWindowActive(&splitter));
        }
        [[nodiscard]] QSplitterHandle *divider() const { return splitter.handle(1); }
        [[nodiscard]] int size() const { return splitter.sizes().first(); }
        [[nodiscard]] int step() const { return splitter.fontMetrics().height(); }
        void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(divider(), key, modifiers); }
    };

private Q_SLOTS:
    // By how many steps the first part grows.
    void movesAsTheKeySays_data()
    {
        QTest::addColumn<Qt::Orientation>("orientation");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<int>("steps");
        const Qt::KeyboardModifiers none, ctrl = Qt::ControlModifier, alt = Qt::AltModifier;
        const auto row = [](const char *name, Qt::Orientation orientation, Qt::LayoutDirection direction, Qt::Key key,
                            Qt::KeyboardModifiers modifiers,
                            int steps) { QTest::newRow(name) << orientation << direction << key << modifiers << steps; };
        row("right", Qt::Horizontal, Qt::LeftToRight, Qt::Key_Right, none, 1);
        row("left", Qt::Horizontal, Qt::LeftToRight, Qt::Key_Left, none, -1);
        row("right, of the number pad", Qt::Horizontal, Qt::LeftToRight, Qt::Key_Right, Qt::KeypadModifier, 1);
        row("right, mirrored", Qt::Horizontal, Qt::RightToLeft, Qt::Key_Right, none, -1);
        row("left, mirrored", Qt::Horizontal, Qt::RightToLeft, Qt::Key_Left, none, 1);
        row("far right", Qt::Horizontal, Qt::LeftToRight, Qt::Key_Right, ctrl, 5);
        row("far left, mirrored", Qt::Horizontal, Qt::RightToLeft, Qt::Key_Left, ctrl, 5);
        row("down", Qt::Vertical, Qt::LeftToRight, Qt::Key_Down, none, 1);
        row("up", Qt::Vertical, Qt::LeftToRight, Qt::Key_Up, none, -1);
        row("down, mirrored", Qt::Vertical, Qt::RightToLeft, Qt::Key_Down, none, 1);
        row("page down", Qt::Vertical, Qt::LeftToRight, Qt::Key_PageDown, none, 5);
        row("page up", Qt::Horizontal, Qt::LeftToRight, Qt::Key_PageUp, none, -5);
        row("not of its axis", Qt::Horizontal, Qt::LeftToRight, Qt::Key_Up, none, 0);
        row("not of its axis either", Qt::Vertical, Qt::LeftToRight, Qt::Key_Right, none, 0);
        row("back in what was selected", Qt::Horizontal, Qt::LeftToRight, Qt::Key_Left, alt, 0);
    }
    void movesAsTheKeySays()
    {
        QFETCH(Qt::Orientation, orientation);
        QFETCH(Qt::LayoutDirection, direction);
        QFETCH(Qt::Key, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(int, steps);
        World world(orientation);
        world.splitter.setLayoutDirection(direction);
        QCoreApplication::processEvents();
        const int before = world.size();
        const int x = world.divider()->x();
        const QSignalSpy moved(&world.splitter, &QSplitter::splitterMoved);
        world.press(key, modifiers);
        QCOMPARE(world.size() - before, steps * world.step());
        QCOMPARE(moved.size(), steps == 0 ? 0 : 1); // what keeps the shares hears of it
        if (key == Qt::Key_Left || key == Qt::Key_Right)
            QCOMPARE(world.divider()->x() - x, (key == Qt::Key_Right ? 1 : -1) * qAbs(steps) * world.step());
    }

    void stopsAtTheLeastSizeAndComesBackFromNothing()
    {
        World world;
        for (int i = 0; i < 100; ++i)
            world.press(Qt::Key_Left);
        QCOMPARE(world.size(), Least);
        world.press(Qt::Key_Home);
        QCOMPARE(world.size(), 0);
        world.press(Qt::Key_Right);
        QCOMPARE(world.size(), Least);
        world.press(Qt::Key_End);
        QCOMPARE(world.splitter.sizes().last(), 0);
        world.press(Qt::Key_Right); // there is no further
        QCOMPARE(world.splitter.sizes().last(), 0);
        world.press(Qt::Key_Left);
        QCOMPARE(world.splitter.sizes().last(), Least);
    }

    void asksForTheShippedShares()
    {
        World world;
        const QSignalSpy wanted(&world.splitter, &PaneSplitter::shippedWanted);
        world.press(Qt::Key_Return);
        world.press(Qt::Key_Enter, Qt::KeypadModifier);
        QCOMPARE(wanted.size(), 2);
        QTest::mouseDClick(world.divider(), Qt::LeftButton);
        QCOMPARE(wanted.size(), 3);
        world.press(Qt::Key_Space);
        QCOMPARE(wanted.size(), 3);
    }

    // Tab goes from part to divider to part; no divider, where one of the parts is hidden.
    void tabComesToIt()
    {
        World world;
        world.first->setFocus();
        QTest::keyClick(world.first, Qt::Key_Tab);
        QVERIFY(world.divider()->hasFocus());
        QTest::keyClick(world.divider(), Qt::Key_Tab);
        QVERIFY(world.second->hasFocus());
        QTest::keyClick(world.second, Qt::Key_Backtab);
        QVERIFY(world.divider()->hasFocus());
        world.second->hide();
        QCoreApplication::processEvents();
        QVERIFY(!world.divider()->isVisible());
        world.first->setFocus();
        QTest::keyClick(world.first, Qt::Key_Tab);
        QVERIFY(world.first->hasFocus());
        world.second->show();
        QCoreApplication::processEvents();
        QTest::keyClick(world.first, Qt::Key_Tab);
        QVERIFY(world.divider()->hasFocus());
    }

    void theFocusShows()
    {
        World world;
        const QRgb colour = world.splitter.palette().color(QPalette::Highlight).rgb();
        const auto shows = [&] {
            const QImage picture = world.divider()->grab().toImage();
            return picture.pixel(picture.rect().center()) == colour && picture.pixel(0, 0) == colour;
        };
        world.first->setFocus();
        QVERIFY(!shows());
        world.divider()->setFocus(Qt::TabFocusReason);
        QVERIFY(shows());
    }

    void aScreenReaderReadsAndMovesIt()
    {
        World world;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(world.divider());
        QVERIFY(accessible);
        QCOMPARE(accessible->role(), QAccessible::Splitter);
        QCOMPARE(accessible->text(QAccessible::Name), QStringLiteral("Divider between Clients and Details"));
        QAccessibleValueInterface *value = accessible->valueInterface();
        QVERIFY(value);
        QCOMPARE(value->currentValue().toInt(), 50);
        const QSignalSpy moved(&world.splitter, &QSplitter::splitterMoved);
        value->setCurrentValue(75);
        QCOMPARE(value->currentValue().toInt(), 75);
        QCOMPARE(moved.size(), 1);
    }

    // A frame around what has a name has none of its own.
    void theNameIsThatOfWhatIsInThePart()
    {
        PaneSplitter splitter(Qt::Vertical, QStringLiteral("splitter"));
        auto *frame = new QWidget;
        auto *area = new QAbstractScrollArea;
        area->setAccessibleName(QStringLiteral("Rules"));
        (new QVBoxLayout(frame))->addWidget(area);
        auto *other = new QWidget;
        other->setAccessibleName(QStringLiteral("Rule editor"));
        splitter.addWidget(frame);
        splitter.addWidget(other);
        QCOMPARE(splitter.dividerName(), QStringLiteral("Divider between Rules and Rule editor"));
    }
};

QTEST_MAIN(TestPaneSplitter)
#include "tst_panesplitter.moc"
