// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/faultadvice.h"
#include "ui/models/faultsmodel.h"
#include "ui/models/faulttext.h"
#include "ui/support/syntheticsource.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace pushscope;
using namespace std::chrono_literals;

class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void inWords_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("whom");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("when");
        QTest::addRow("latency") << QByteArray(R"({"what":{"kind":"latency","ms":200,"jitterMs":50}})")
                                 << QStringLiteral("everyone") << QStringLiteral("latency 200 ms, jitter 50 ms")
                                 << QStringLiteral("at once, until removed");
        QTest::addRow("no jitter") << QByteArray(R"({"what":{"kind":"latency","ms":2000},"whom":{"user":"alice"},"for":"10s"})")
                                   << QStringLiteral("user alice") << QStringLiteral("latency 2.0 s")
                                   << QStringLiteral("for 10.0 s");
        QTest::addRow("status") << QByteArray(R"({"what":{"kind":"status"},"whom":{"client":"tab-7","next":3}})")
                                << QStringLiteral("client tab-7, the next 3") << QStringLiteral("status 503")
                                << QStringLiteral("at once, until removed");
        QTest::addRow("lose") << QByteArray(
            R"({"what":{"kind":"lose"},"whom":{"protocol":"ws","filter":"lagMs > 200ms"},"at":{"event":3},"probability":0.25})")
                              << QStringLiteral("lagMs > 200ms, ■ WS only") << QStringLiteral("lose")
                              << QStringLiteral("at event 3, 25 % of the time");
        QTest::addRow("bandwidth") << QByteArray(R"({"what":{"kind":"bandwidth","bytesPerSecond":12000}})")
                                   << QStringLiteral("everyone") << QStringLiteral("bandwidth 12,000 bytes/s")
                                   << QStringLiteral("at once, until removed");
        QTest::addRow("close code") << QByteArray(R"({"what":{"kind":"close-code","code":4001,"reason":"go"}})")
                                    << QStringLiteral("everyone") << QStringLiteral("close-code 4001, reason go")
                                    << QStringLiteral("at once, until removed");
        QTest::addRow("restart") << QByteArray(R"({"what":{"kind":"restart","drain":false}})") << QStringLiteral("the hub")
                                 << QStringLiteral("restart drain no, retry 1.0 s, jitter 2.0 s")
                                 << QStringLiteral("at once, until removed");
    }
    void inWords()
    {
        QFETCH(QByteArray, json);
        const Result<FaultRule> rule = FaultRule::parse(json);
        QVERIFY2(rule, rule ? "" : rule.error().detail.constData());
        QTEST(faultWhomText(*rule), "whom");
        QTEST(faultWhatText(*rule), "what");
        QTEST(faultWhenText(*rule), "when");
    }

    void everyKindIsExplained()
    {
        for (const FaultKindInfo &kind : faultKinds()) {
            QVERIFY(faultMeaning(kind).size() > 10);
            QVERIFY(faultAdvice(kind.kind).size() > 40);
            for (const FaultParameter &parameter : kind.parameters) {
                QVERIFY2(parameterLabel(parameter) != QLatin1String(parameter.name), parameter.name);
                QVERIFY(!parameterHint(parameter).isEmpty());
            }
        }
    }

    void commonOnesAreRules()
    {
        for (const CommonFault &fault : commonFaults()) {
            const QByteArray json = withWhom(fault, {{QStringLiteral("client"), QStringLiteral("tab-7")}});
            const Result<FaultRule> rule = FaultRule::parse(json);
            QVERIFY2(rule, json.constData());
            QCOMPARE(rule->whom.client, fault.ofHub ? QByteArray() : QByteArray("tab-7"));
            QVERIFY(FaultRule::parse(withWhom(fault, {})));
        }
    }

    void whom_data()
    {
        QTest::addColumn<QJsonObject>("whom");
        QTest::addColumn<QByteArray>("client");
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<bool>("matches");
        const QJsonObject two = whomOf({R"(a "b" \)", "tab-2"});
        QTest::addRow("one of two") << two << QByteArray(R"(a "b" \)") << QByteArray() << true;
        QTest::addRow("none of two") << two << QByteArray("tab-3") << QByteArray() << false;
        QTest::addRow("the one") << whomOf({"tab-2"}) << QByteArray("tab-2") << QByteArray() << true;
        QTest::addRow("not the one") << whomOf({"tab-2"}) << QByteArray("tab-22") << QByteArray() << false;
        QTest::addRow("contains") << whomContaining(QStringLiteral("LIC")) << QByteArray("tab-1") << QByteArray("alice") << true;
        QTest::addRow("contains not") << whomContaining(QStringLiteral("LIC")) << QByteArray("tab-1") << QByteArray("bob")
                                      << false;
        QTest::addRow("no pattern") << whomContaining(QStringLiteral("a.\"c")) << QByteArray("abc") << QByteArray("") << false;
        QTest::addRow("as it stands") << whomContaining(QStringLiteral("a.\"c")) << QByteArray("xa.\"c") << QByteArray("")
                                      << true;
        QTest::addRow("no filter") << whomContaining({}) << QByteArray("abc") << QByteArray("") << true;
    }
    void whom()
    {
        QFETCH(QJsonObject, whom);
        QFETCH(QByteArray, client);
        QFETCH(QByteArray, user);
        const Result<FaultRule> rule = FaultRule::parse(withWhom(commonFaults().first(), whom));
        QVERIFY2(rule, rule ? "" : rule.error().detail.constData());
        ClientRow row;
        row.client = client;
        row.user = user;
        QTEST(rule->matches(row), "matches");
    }

    void tooManyToBeNamed()
    {
        QList<QByteArray> clients;
        for (int i = 0; i < 1000; ++i)
            clients += "client-" + QByteArray::number(i);
        QVERIFY(whomOf(clients).isEmpty());
        QVERIFY(whomOf({}).isEmpty());
    }

    void asATable()
    {
        SyntheticHub hub;
        FaultsModel model;
        using Tester = QAbstractItemModelTester;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        std::vector<FaultRow> faults{hub.makeFault(R"({"what":{"kind":"blackhole"},"for":"10s"})"),
                                     hub.makeFault(R"({"what":{"kind":"lose"}})"), hub.makeFault("not ours")};
        const WallTime now = hub.figures().at;
        model.apply(faults, now);
        const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(text(0, FaultsModel::What), QStringLiteral("⚡ blackhole"));
        QCOMPARE(text(0, FaultsModel::EndsIn), QStringLiteral("10.0 s"));
        QCOMPARE(text(1, FaultsModel::EndsIn), QStringLiteral("–"));
        QCOMPARE(text(1, FaultsModel::Hits), QStringLiteral("14"));
        QCOMPARE(text(2, FaultsModel::What), QStringLiteral("⚡ not ours"));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.apply(faults, now + 100ms);
        QCOMPARE(changed.size(), 0); // nothing to be seen
        model.apply(faults, now + 2s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(text(0, FaultsModel::EndsIn), QStringLiteral("8.0 s"));
        faults.erase(faults.begin());
        model.apply(faults, now + 3s);
        QCOMPARE(reset.size(), 1);
        QCOMPARE(model.faultAt(0).id, QByteArray("2"));
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
