// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QIcon>
#include <QPushButton>
#include <QTest>

using namespace pushscope;

class TestTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void contrastFormula()
    {
        // The two ends of WCAG 2.1, and a pair that its documents name: #767676 is the lightest grey that passes on white.
        QCOMPARE(Theme::contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(Theme::contrast(Qt::white, Qt::white), 1.0);
        QVERIFY(Theme::contrast(QColor(0x767676), Qt::white) >= 4.5);
        QVERIFY(Theme::contrast(QColor(0x777777), Qt::white) < 4.5);
    }

    void textIsReadable_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");
        using P = QPalette;
        constexpr std::pair<P::ColorRole, P::ColorRole> Pairs[] = {{P::WindowText, P::Window},
                                                                   {P::Text, P::Base},
                                                                   {P::Text, P::AlternateBase},
                                                                   {P::ButtonText, P::Button},
                                                                   {P::HighlightedText, P::Highlight},
                                                                   {P::ToolTipText, P::ToolTipBase},
                                                                   {P::PlaceholderText, P::Base},
                                                                   {P::PlaceholderText, P::AlternateBase},
                                                                   {P::Link, P::Base},
                                                                   {P::Link, P::Window},
                                                                   {P::LinkVisited, P::Window}};
        const char *roles[] = {"sse", "ws", "poll", "lost", "fault", "good", "warning", "error", "muted", "accent"};
        for (const auto scheme : {Theme::Scheme::Light, Theme::Scheme::Dark}) {
            const char *name = scheme == Theme::Scheme::Light ? "light" : "dark";
            const QPalette palette = Theme::palette(scheme);
            for (const auto &[text, ground] : Pairs)
                QTest::addRow("%s palette %d on %d", name, int(text), int(ground))
                    << palette.color(text) << palette.color(ground);
            for (int role = 0; role < Theme::RoleCount; ++role) {
                for (const auto ground : {P::Base, P::AlternateBase, P::Window})
                    QTest::addRow("%s %s on %d", name, roles[role], int(ground))
                        << Theme::color(Theme::Role(role), scheme) << palette.color(ground);
            }
        }
    }

    void textIsReadable()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, ground);
        QVERIFY2(Theme::contrast(text, ground) >= 4.5, qPrintable(QStringLiteral("%1 on %2").arg(text.name(), ground.name())));
    }

    void aColourThatIsReadableStays() { QCOMPARE(Theme::color(Theme::Role::Sse, Theme::Scheme::Light), QColor(0x0072b2)); }

    void everyIconIsDrawnInTheTextColour_data()
    {
        QTest::addColumn<QString>("name");
        (void)themedIcon(QStringLiteral("start")); // registers the resources
        const QStringList files = QDir(QStringLiteral(":/icons")).entryList();
        QVERIFY(files.size() > 20);
        for (const QString &file : files) {
            if (file != QLatin1String("pushscope.svg"))
                QTest::newRow(qPrintable(file)) << file.section(u'.', 0, 0);
        }
    }

    void everyIconIsDrawnInTheTextColour()
    {
        QFETCH(QString, name);
        const QIcon icon = themedIcon(name);
        for (const auto scheme : {Theme::Scheme::Light, Theme::Scheme::Dark}) {
            Theme::apply(*qApp, scheme);
            const QImage image = icon.pixmap(32, 32).toImage();
            const QColor wanted = Theme::palette(scheme).color(QPalette::ButtonText);
            int solid = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QColor pixel = image.pixelColor(x, y);
                    if (pixel.alpha() == 255 && qAbs(pixel.red() - wanted.red()) < 3 && qAbs(pixel.blue() - wanted.blue()) < 3)
                        ++solid;
                }
            }
            QVERIFY2(solid > 10, "nothing is drawn");
        }
    }

    // From right to left the text of a button stands beside its icon, and not at the far edge.
    void mirroredButtonKeepsItsTextBesideItsIcon()
    {
        const auto drawn = [](const QString &text) {
            QPushButton button(themedIcon(QStringLiteral("send")), text);
            button.setLayoutDirection(Qt::RightToLeft);
            button.resize(300, 30);
            return button.grab().toImage();
        };
        // Where two texts differ, the text is.
        const QImage one = drawn(QStringLiteral("Go")), other = drawn(QStringLiteral("Me"));
        int left = one.width(), right = 0;
        for (int x = 0; x < one.width(); ++x) {
            for (int y = 0; y < one.height(); ++y) {
                if (one.pixel(x, y) == other.pixel(x, y))
                    continue;
                left = std::min(left, x);
                right = std::max(right, x);
            }
        }
        QVERIFY2(left > 100 && right < 200 && left < right, qPrintable(QStringLiteral("%1 to %2").arg(left).arg(right)));
    }

    void dialogButtonsHaveNoForeignIcons()
    {
        QDialogButtonBox box(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
        QVERIFY(box.button(QDialogButtonBox::Save)->icon().isNull());
        QVERIFY(box.button(QDialogButtonBox::Cancel)->icon().isNull());
    }

    void unknownIconIsNull() { QVERIFY(themedIcon(QStringLiteral("no such")).isNull()); }

    // An empty box to be checked is seen, in the dark too (WCAG 2.1, 1.4.11: 3:1).
    void emptyBoxesAreSeen_data()
    {
        QTest::addColumn<Theme::Scheme>("scheme");
        QTest::newRow("light") << Theme::Scheme::Light;
        QTest::newRow("dark") << Theme::Scheme::Dark;
    }
    void emptyBoxesAreSeen()
    {
        QFETCH(Theme::Scheme, scheme);
        Theme::apply(*qApp, scheme);
        QCheckBox box;
        box.resize(box.sizeHint());
        const QImage picture = box.grab().toImage();
        const QColor ground = Theme::palette(scheme).color(QPalette::Window);
        double greatest = 0;
        for (int x = 0; x < picture.width(); ++x)
            greatest = std::max(greatest, Theme::contrast(picture.pixelColor(x, picture.height() / 2), ground));
        QVERIFY2(greatest >= 3, qPrintable(QString::number(greatest)));
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
