// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/limitsmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace pushscope;

class TestLimitsModel : public QObject
{
    Q_OBJECT

    using Limit = LimitRow::Limit;

    static HubFigures figures()
    {
        HubFigures figures;
        figures.limits = LimitFigures();
        return figures;
    }
    static int rowOf(const LimitsModel &model, Limit limit) { return model.rowOfKey(1 + quint64(limit)); }

private Q_SLOTS:
    void aRecordedSessionHasNone() { QVERIFY(limitRows({}, {}).empty()); }

    void rowsFollowTheFigures()
    {
        LimitsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        ServerConfig config;
        config.maxConnections = 1000;
        config.publishRate = 5;
        config.queueLimit = 1024 * 1024;
        HubFigures now = figures();
        model.setRows(limitRows(now, config));
        const auto text = [&](Limit limit, int column) { return model.index(rowOf(model, limit), column).data().toString(); };
        QCOMPARE(text(Limit::Connections, LimitsModel::AtMost), QStringLiteral("1,000"));
        QCOMPARE(text(Limit::Connections, LimitsModel::Now), QStringLiteral("0"));
        QCOMPARE(text(Limit::User, LimitsModel::AtMost), QStringLiteral("–"));
        QCOMPARE(text(Limit::PublishRate, LimitsModel::AtMost), QStringLiteral("5/s"));
        QCOMPARE(text(Limit::Queue, LimitsModel::AtMost), QStringLiteral("1.0 MiB"));
        QCOMPARE(model.tone(rowOf(model, Limit::Connections), LimitsModel::Hits), Tone::Plain);

        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        now.protocols[0].connections = 600;
        now.protocols[1].connections = 400;
        now.limits->overConnections = 3;
        now.limits->overRate = 7;
        now.limits->acceptPauses = 2;
        now.limits->acceptPaused = true;
        now.droppedSlow = 4;
        model.setRows(limitRows(now, config));
        QVERIFY(resets.isEmpty()); // a selected row stays so
        QCOMPARE(text(Limit::Connections, LimitsModel::Now), QStringLiteral("1,000"));
        QCOMPARE(text(Limit::Connections, LimitsModel::Hits), QStringLiteral("3"));
        QCOMPARE(model.tone(rowOf(model, Limit::Connections), LimitsModel::Hits), Tone::Warning);
        QCOMPARE(text(Limit::PublishRate, LimitsModel::Hits), QStringLiteral("7"));
        QCOMPARE(text(Limit::Queue, LimitsModel::Hits), QStringLiteral("4"));
        QCOMPARE(text(Limit::Descriptors, LimitsModel::Now), QStringLiteral("none left"));
        QCOMPARE(text(Limit::Descriptors, LimitsModel::Hits), QStringLiteral("2"));
        for (int row = 0; row < model.rowCount(); ++row) {
            QVERIFY(!model.displayText(row, LimitsModel::Limit).isEmpty());
            QVERIFY(!model.toolTipText(row, LimitsModel::Hits).isEmpty());
        }
    }
};

QTEST_MAIN(TestLimitsModel)
#include "tst_limitsmodel.moc"
