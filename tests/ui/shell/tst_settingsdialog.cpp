// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/redisprocess.h"
#include "ui/feed/servercontroller.h"
#include "ui/shell/settings.h"
#include "ui/shell/settingsdialog.h"
#include "ui/shell/translations.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <functional>

using namespace pushscope;

class TestSettingsDialog : public QObject
{
    Q_OBJECT

    static QLineEdit *field(const QDialog &dialog, const QString &label)
    {
        const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
        for (const QLabel *one : labels) {
            if (QString(one->text()).remove(u'&').startsWith(label))
                return qobject_cast<QLineEdit *>(one->buddy());
        }
        return nullptr;
    }

    static void choose(const QDialog &dialog, const QString &label, const QString &choice)
    {
        const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
        for (const QLabel *one : labels) {
            if (QString(one->text()).remove(u'&') == label + u':')
                qobject_cast<QComboBox *>(one->buddy())->setCurrentText(choice);
        }
    }

    // Whether its text begins at that edge.
    static bool inkTouches(QLabel &label, Qt::AlignmentFlag edge)
    {
        const QImage picture = label.grab().toImage();
        const int near = label.fontMetrics().averageCharWidth();
        const int from = edge == Qt::AlignRight ? picture.width() - near : 0;
        const QRgb ground = picture.pixel(0, picture.height() - 1);
        for (int x = from; x < from + near; ++x) {
            for (int y = 0; y < picture.height(); ++y) {
                if (picture.pixel(x, y) != ground)
                    return true;
            }
        }
        return false;
    }

    // Each page as it is seen.
    static void forEachPage(SettingsDialog &dialog, const std::function<void(QWidget &page)> &look)
    {
        auto *stack = dialog.findChild<QStackedWidget *>();
        for (int i = 0; i < stack->count(); ++i) {
            stack->setCurrentIndex(i);
            QCoreApplication::processEvents();
            look(*qobject_cast<QScrollArea *>(stack->widget(i))->widget());
        }
    }

private Q_SLOTS:
    // A hint that is cut off says nothing: it stands in the field as a whole, or in a sentence below.
    void hintsAreReadAsAWhole_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addRow("English") << QLocale(QLocale::English, QLocale::UnitedStates);
        QTest::addRow("German") << QLocale(QLocale::German, QLocale::Germany);
    }
    void hintsAreReadAsAWhole()
    {
        QFETCH(QLocale, locale);
        const QLocale before;
        QLocale::setDefault(locale);
        installTranslations(*qApp);
        const QTemporaryDir folder;
        ServerController controller;
        Settings settings(folder.path());
        SettingsDialog dialog(controller, settings);
        dialog.resize(dialog.minimumSizeHint().expandedTo(dialog.sizeHint()));
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QStringList cut;
        int inFields = 0, below = 0;
        forEachPage(dialog, [&](QWidget &page) {
            QStringList notes;
            for (const QLabel *label : page.findChildren<QLabel *>())
                notes += label->text();
            for (const QLineEdit *edit : page.findChildren<QLineEdit *>()) {
                if (edit->toolTip().isEmpty() || qobject_cast<const QComboBox *>(edit->parentWidget()))
                    continue;
                const int room = edit->width() - 2 * edit->fontMetrics().averageCharWidth();
                const bool inField = edit->placeholderText() == edit->toolTip()
                    && edit->fontMetrics().horizontalAdvance(edit->placeholderText()) <= room;
                inFields += inField ? 1 : 0;
                below += notes.contains(edit->toolTip()) ? 1 : 0;
                if (!inField && !(notes.contains(edit->toolTip()) && edit->placeholderText().isEmpty()))
                    cut += edit->toolTip();
            }
        });
        qDeleteAll(qApp->findChildren<QTranslator *>()); // the other cases are in English
        QLocale::setDefault(before);
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
        QVERIFY2(inFields >= 4 && below >= 4, qPrintable(QStringLiteral("%1, %2").arg(inFields).arg(below)));
    }

    // Also where the text runs the other way than the window does.
    void notesBeginWhereTheirFieldsDo()
    {
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        const QTemporaryDir folder;
        ServerController controller;
        Settings settings(folder.path());
        SettingsDialog dialog(controller, settings);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        int notes = 0;
        QStringList wrong;
        forEachPage(dialog, [&](QWidget &page) {
            for (QLabel *label : page.findChildren<QLabel *>()) {
                if (!label->wordWrap() || label->buddy() || label->text().isEmpty() || !label->isVisible())
                    continue;
                ++notes;
                if (!inkTouches(*label, Qt::AlignRight))
                    wrong += label->text();
            }
        });
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        QVERIFY2(notes >= 8, qPrintable(QString::number(notes)));
    }

    void errorStandsBesideItsField_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("option");
        QTest::newRow("address") << "Addresses"
                                 << "nowhere" << QByteArray("listen");
        QTest::newRow("no address") << "Addresses"
                                    << "" << QByteArray("listen");
        QTest::newRow("keepalive") << "Keepalive every"
                                   << "often" << QByteArray("keepalive");
        QTest::newRow("redis") << "Redis at"
                               << "127.0.0.1:6379" << QByteArray("redis");
        QTest::newRow("poll timeout") << "Poll timeout"
                                      << "30" << QByteArray("poll-timeout");
        QTest::newRow("queue") << "Queue limit"
                               << "1 MB" << QByteArray("queue-limit");
        QTest::newRow("event") << "Largest event"
                               << "big" << QByteArray("max-event");
        QTest::newRow("events kept") << "Keep at most events"
                                     << "-1" << QByteArray("retain-events");
        QTest::newRow("bytes kept") << "Keep at most bytes"
                                    << "lots" << QByteArray("retain-bytes");
        QTest::newRow("age") << "Keep at most for"
                             << "a day" << QByteArray("retain-age");
        QTest::newRow("certificate") << "Certificates"
                                     << "/nowhere/hub.pem" << QByteArray("tls-cert");
        QTest::newRow("key") << "Keys"
                             << "/nowhere/key.pem" << QByteArray("tls-key");
        QTest::newRow("clients") << "Clients"
                                 << "many" << QByteArray("max-connections");
        QTest::newRow("rate") << "Events a second of one token"
                              << "4294967296" << QByteArray("publish-rate");
        QTest::newRow("memory") << "Memory"
                                << "all of it" << QByteArray("memory-limit");
        QTest::newRow("secret") << "Token secret"
                                << "" << QByteArray("jwt-secret");
    }

    void errorStandsBesideItsField()
    {
        QFETCH(QString, label);
        QFETCH(QString, text);
        QFETCH(QByteArray, option);
        const QTemporaryDir folder;
        Settings settings(folder.path());
        ServerController controller;
        ServerConfig config;
        config.secrets = {Settings::makeSecret()};
        controller.setConfig(config);
        SettingsDialog dialog(controller, settings);
        QVERIFY(dialog.isComplete());
        QLineEdit *edit = field(dialog, label);
        QVERIFY(edit);
        const QString before = edit->text();
        edit->setText(text);
        QVERIFY(!dialog.isComplete());
        QVERIFY2(!dialog.errorBeside(option).isEmpty(), option.constData());
        QVERIFY(!dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->isEnabled());
        edit->setText(before);
        QVERIFY(dialog.isComplete());
        QVERIFY(dialog.errorBeside(option).isEmpty());
    }

    // The address is asked itself; what it said goes when another is typed.
    void redisIsTried()
    {
        const QTemporaryDir folder;
        Settings settings(folder.path());
        ServerController controller;
        ServerConfig config;
        config.secrets = {Settings::makeSecret()};
        controller.setConfig(config);
        SettingsDialog dialog(controller, settings);
        QLineEdit *url = field(dialog, QStringLiteral("Redis at"));
        QPushButton *tryIt = nullptr;
        for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (QString(button->text()).remove(u'&') == QLatin1String("Try it"))
                tryIt = button;
        }
        const auto *said = dialog.findChild<QLabel *>(QStringLiteral("redisTrial"));
        QVERIFY(url && tryIt && said);
        QVERIFY(!tryIt->isEnabled());
        url->setText(QStringLiteral("127.0.0.1"));
        QVERIFY(!tryIt->isEnabled());
        RedisProcess redis;
        url->setText(QString::fromLatin1(redis.url()));
        tryIt->click();
        QTRY_VERIFY_WITH_TIMEOUT(said->text().startsWith(QLatin1String("A hub cannot join: ")), 30'000);
        redis.start();
        tryIt->click();
        QTRY_VERIFY_WITH_TIMEOUT(said->text().startsWith(QLatin1String("A hub can join: Redis ")), 30'000);
        url->setText(QStringLiteral("redis://127.0.0.1:1"));
        QVERIFY(said->text().isEmpty());
    }

    void whatDoesNotFitTogetherIsSaid()
    {
        const QTemporaryDir folder;
        Settings settings(folder.path());
        ServerController controller;
        ServerConfig config;
        config.secrets = {Settings::makeSecret()};
        controller.setConfig(config);
        SettingsDialog dialog(controller, settings);
        field(dialog, QStringLiteral("Largest event"))->setText(QStringLiteral("1MiB")); // as much as the queue holds
        QVERIFY(!dialog.isComplete());
        field(dialog, QStringLiteral("Queue limit"))->setText(QStringLiteral("4MiB"));
        QVERIFY(dialog.isComplete());
    }

    // A page that nothing fits goes from the list, and the first that fits is shown.
    void searchFindsPages_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("page");
        QTest::newRow("label") << "keepal"
                               << "Delivery";
        QTest::newRow("switch") << "other machines"
                                << "Listen";
        QTest::newRow("page") << "APPEAR"
                              << "Appearance";
        QTest::newRow("hint") << "loopback is always"
                              << "Access";
    }

    void searchFindsPages()
    {
        QFETCH(QString, text);
        QFETCH(QString, page);
        const QTemporaryDir folder;
        Settings settings(folder.path());
        ServerController controller;
        SettingsDialog dialog(controller, settings);
        auto *list = dialog.findChild<QListWidget *>();
        dialog.findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly)->setText(text);
        QCOMPARE(list->currentItem()->text(), page);
        QVERIFY(!list->currentItem()->isHidden());
        int shown = 0;
        for (int row = 0; row < list->count(); ++row)
            shown += list->item(row)->isHidden() ? 0 : 1;
        QVERIFY(shown < list->count());
        dialog.findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly)->clear();
        for (int row = 0; row < list->count(); ++row)
            QVERIFY(!list->item(row)->isHidden());
    }

    void everyLabelLeadsToItsField()
    {
        const QTemporaryDir folder;
        Settings settings(folder.path());
        ServerController controller;
        SettingsDialog dialog(controller, settings);
        dialog.show();
        QStringList labels;
        for (const auto &[name, words] : dialog.named())
            labels += name;
        QVERIFY(labels.contains(QStringLiteral("Appearance › Language")));
        for (const QString &label : labels) {
            dialog.goTo(label);
            const QString page = label.section(QStringLiteral(" › "), 0, 0);
            QCOMPARE(dialog.findChild<QListWidget *>()->currentItem()->text(), page);
            auto *shown = qobject_cast<QScrollArea *>(dialog.findChild<QStackedWidget *>()->currentWidget());
            QVERIFY(shown && shown->widget()->focusWidget());
        }
    }

    // Size and language wait for the next start; the theme doesn't.
    void appearanceIsKept()
    {
        const QTemporaryDir folder;
        Settings settings(folder.path());
        ServerController controller;
        ServerConfig config;
        config.secrets = {Settings::makeSecret()};
        controller.setConfig(config);
        SettingsDialog dialog(controller, settings);
        const QSignalSpy needed(&dialog, &SettingsDialog::newStartNeeded);
        choose(dialog, QStringLiteral("Theme"), QStringLiteral("Dark"));
        QVERIFY(std::none_of(dialog.pages().begin(), dialog.pages().end(), [](auto *page) { return page->needsNewStart(); }));
        choose(dialog, QStringLiteral("Language"), QStringLiteral("Deutsch"));
        choose(dialog, QStringLiteral("Size of everything"), QStringLiteral("150 %"));
        dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
        QCOMPARE(needed.size(), 1);
        const Settings again(folder.path());
        QCOMPARE(again.theme(), Theme::Scheme::Dark);
        QCOMPARE(again.language(), QStringLiteral("de"));
        QCOMPARE(again.scale(), 150);
    }

    void certificatesAreKept()
    {
        const QTemporaryDir folder;
        Settings settings(folder.path());
        ServerController controller;
        ServerConfig config;
        config.secrets = {Settings::makeSecret()};
        controller.setConfig(config);
        QList<QByteArray> files;
        for (const char *name : {"/one hub.pem", "/two.pem", "/one hub.key", "/two.key"}) {
            QFile file(folder.path() + QLatin1String(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            files.append(QFile::encodeName(file.fileName()));
        }
        SettingsDialog dialog(controller, settings);
        field(dialog, QStringLiteral("Certificates"))->setText(QString::fromUtf8(files[0] + "; " + files[1]));
        QVERIFY(!dialog.errorBeside("tls-cert").isEmpty()); // no keys yet
        field(dialog, QStringLiteral("Keys"))->setText(QString::fromUtf8(files[2] + "; " + files[3]));
        QVERIFY(dialog.isComplete());
        dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
        QCOMPARE(controller.config().tlsCertificates, files.first(2));
        QCOMPARE(Settings(folder.path()).hub().tlsCertificates, files.first(2));
        QCOMPARE(Settings(folder.path()).hub().tlsKeys, files.last(2));
    }

    void saveKeeps()
    {
        const QTemporaryDir folder;
        Settings settings(folder.path());
        ServerController controller;
        ServerConfig config;
        config.secrets = {Settings::makeSecret()};
        controller.setConfig(config);
        SettingsDialog dialog(controller, settings);
        const QString secret = QString::fromLatin1(Settings::makeSecret());
        field(dialog, QStringLiteral("Keepalive every"))->setText(QStringLiteral("5s"));
        field(dialog, QStringLiteral("Token secret"))->setText(secret);
        dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QCOMPARE(controller.config().keepalive, Milliseconds(5000));
        QCOMPARE(settings.hub().keepalive, Milliseconds(5000));
        QFile kept(settings.secretFile());
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromLatin1(kept.readAll().trimmed()), secret);
    }
};

QTEST_MAIN(TestSettingsDialog)
#include "tst_settingsdialog.moc"
