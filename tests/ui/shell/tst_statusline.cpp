// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusline.h"
#include "ui/shell/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace pushscope;

class TestStatusLine : public QObject
{
    Q_OBJECT

    static HubFigures figures(quint32 faults)
    {
        HubFigures figures;
        figures.mono = TimePoint(std::chrono::hours(1) + std::chrono::seconds(faults)); // each is shown at once
        figures.activeFaults = faults;
        return figures;
    }

private Q_SLOTS:
    void faultsWhileTheyWork()
    {
        StatusLine line;
        line.show();
        line.setState(ServerThread::State::Running, QStringLiteral("http://127.0.0.1:8090"));
        auto *faults = line.findChild<QToolButton *>(QStringLiteral("statusFaults"));
        auto *removal = line.findChild<QToolButton *>(QStringLiteral("statusRemoveFaults"));
        const QSignalSpy asked(&line, &StatusLine::faultsRemovalRequested);
        line.applyFigures(figures(0));
        QCOMPARE(faults->text(), QStringLiteral("no faults"));
        QVERIFY(removal->isHidden());
        line.applyFigures(figures(2));
        QCOMPARE(faults->text(), QStringLiteral("⚡ 2 fault(s)"));
        QCOMPARE(faults->accessibleName(), faults->text());
        QVERIFY(line.text().contains(QStringLiteral("⚡ 2 fault(s)")));
        QCOMPARE(faults->palette().color(QPalette::ButtonText), Theme::color(Theme::Role::Fault));
        QTest::mouseClick(removal, Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        line.setState(ServerThread::State::Stopped);
        QCOMPARE(faults->text(), QStringLiteral("no faults"));
    }

    void showsOnlyWhatFits()
    {
        QWidget window;
        window.resize(2000, 30);
        StatusLine line(&window);
        line.resize(2000, 30);
        window.show();
        line.setState(ServerThread::State::Running, QStringLiteral("http://127.0.0.1:8090"));
        line.applyFigures(figures(2));
        const auto shown = [&line] {
            QList<QWidget *> widgets = line.findChildren<QWidget *>();
            widgets.removeIf([](QWidget *widget) { return !widget->isVisible(); });
            return widgets;
        };
        const qsizetype all = shown().size();
        QVERIFY(line.findChild<QWidget *>(QStringLiteral("Store"))->isVisible());
        for (const int width : {700, 420, 250}) {
            line.resize(width, 30);
            QCoreApplication::processEvents();
            QVERIFY(line.findChild<QWidget *>(QStringLiteral("Hub state"))->isVisible());
            QVERIFY(!line.findChild<QWidget *>(QStringLiteral("Store"))->isVisible());
            const QList<QWidget *> widgets = shown();
            QVERIFY(widgets.size() < all);
            for (const QWidget *widget : widgets) {
                QVERIFY2(widget->width() >= widget->sizeHint().width() || widgets.size() == 1, qPrintable(widget->objectName()));
                QVERIFY2(widget->geometry().right() <= width || widgets.size() == 1, qPrintable(widget->objectName()));
                for (const QWidget *other : widgets)
                    QVERIFY(other == widget || !other->geometry().intersects(widget->geometry()));
            }
        }
        line.resize(2000, 30);
        QCoreApplication::processEvents();
        QCOMPARE(shown().size(), all);
    }

    void findingsLeadToTheirPane()
    {
        StatusLine line;
        line.show();
        auto *findings = line.findChild<QToolButton *>(QStringLiteral("statusFindings"));
        const QSignalSpy asked(&line, &StatusLine::findingsRequested);
        QCOMPARE(findings->text(), QStringLiteral("no findings"));
        line.setFindings(3);
        QCOMPARE(findings->text(), QStringLiteral("△ 3 finding(s)"));
        findings->setFocus();
        QTest::keyClick(findings, Qt::Key_Space);
        QCOMPARE(asked.size(), 1);
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Theme::apply(app, Theme::Scheme::Dark);
    TestStatusLine test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_statusline.moc"
