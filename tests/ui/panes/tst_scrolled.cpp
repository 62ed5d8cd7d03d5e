// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What scrolls in a pane is laid out when something changed, and then rests.

#include "ui/panes/scrolled.h"
#include "ui/panes/textlabel.h"

#include <QTest>
#include <QVBoxLayout>

using namespace pushscope;

namespace {

// Counts the layouts that are asked for within a widget, itself included.
class LayoutRequests final : public QObject
{
public:
    explicit LayoutRequests(QWidget &watched)
        : m_watched(watched)
    {
        qApp->installEventFilter(this);
    }
    int count = 0;

protected:
    bool eventFilter(QObject *receiver, QEvent *event) override
    {
        const auto *widget = qobject_cast<QWidget *>(receiver);
        if (event->type() == QEvent::LayoutRequest && widget && (widget == &m_watched || m_watched.isAncestorOf(widget)))
            ++count;
        return false;
    }

private:
    QWidget &m_watched;
};

} // namespace

class TestScrolled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rests();
    void takesTheHeightOfItsText();
};

namespace {

struct Area {
    Area()
    {
        auto *content = new QWidget;
        auto *layout = new QVBoxLayout(content);
        auto *inner = new QVBoxLayout;
        layout->addLayout(inner);
        inner->addWidget(label = textLabel(QStringLiteral("text"), QStringLiteral("A text")));
        inner->addWidget(below = new QWidget, 1);
        below->setMinimumHeight(20);
        area.reset(scrolled(content, QStringLiteral("An area")));
        area->resize(200, 300);
    }
    static void rounds(int count)
    {
        for (int i = 0; i < count; ++i)
            QCoreApplication::processEvents();
    }
    QLabel *label = nullptr;
    QWidget *below = nullptr;
    std::unique_ptr<QScrollArea> area;
};

const QString LongText = QStringLiteral("a sentence that takes several lines ").repeated(12);

} // namespace

void TestScrolled::rests()
{
    Area one;
    one.label->setText(LongText);
    one.area->show();
    QVERIFY(QTest::qWaitForWindowExposed(one.area.get()));
    Area::rounds(50);
    LayoutRequests requests(*one.area);
    Area::rounds(50);
    QCOMPARE(requests.count, 0);
    one.label->setText(QStringLiteral("short"));
    Area::rounds(50);
    QVERIFY(requests.count > 0);
    requests.count = 0;
    Area::rounds(50);
    QCOMPARE(requests.count, 0);
}

void TestScrolled::takesTheHeightOfItsText()
{
    Area one;
    one.area->show();
    QVERIFY(QTest::qWaitForWindowExposed(one.area.get()));
    one.label->setText(LongText.repeated(3)); // more than fits: it scrolls
    QTRY_COMPARE(one.label->height(), one.label->heightForWidth(one.label->width()));
    QVERIFY(one.area->widget()->height() > one.area->viewport()->height());
    one.label->setText(QStringLiteral("short"));
    QTRY_COMPARE(one.area->widget()->height(), one.area->viewport()->height());
    QVERIFY(one.below->height() > one.label->height());
    QFont large = one.area->font();
    large.setPointSize(2 * large.pointSize());
    one.label->setText(LongText);
    one.area->setFont(large);
    QTRY_COMPARE(one.label->height(), one.label->heightForWidth(one.label->width()));
}

QTEST_MAIN(TestScrolled)
#include "tst_scrolled.moc"
