// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/framesmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace pushscope;
using Layer = WireFrame::Layer;

class TestFramesModel : public QObject
{
    Q_OBJECT

    static WireFrame frame(Layer layer, int type, int flags, quint64 number = 1)
    {
        WireFrame frame;
        frame.number = number;
        frame.layer = layer;
        frame.type = quint8(type);
        frame.flags = quint8(flags);
        frame.stream = 5;
        frame.length = 12'345;
        return frame;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void words_data()
    {
        QTest::addColumn<int>("layer");
        QTest::addColumn<int>("type");
        QTest::addColumn<int>("flags");
        QTest::addColumn<QString>("typeText");
        QTest::addColumn<QString>("flagsText");
        const auto row = [](Layer layer, int type, int flags, const char *typeText, const char *flagsText) {
            QTest::addRow("%s %d %x", layer == Layer::Http2 ? "HTTP/2" : "WebSocket", type, flags)
                << int(layer) << type << flags << typeText << flagsText;
        };
        row(Layer::Http2, 0, 0x1, "DATA", "END_STREAM");
        row(Layer::Http2, 1, 0x2d, "HEADERS", "END_STREAM END_HEADERS PADDED PRIORITY");
        row(Layer::Http2, 4, 0x1, "SETTINGS", "ACK");
        row(Layer::Http2, 6, 0x0, "PING", "");
        row(Layer::Http2, 3, 0x1, "RST_STREAM", "0x01");
        row(Layer::Http2, 22, 0x0, "type 22", "");
        row(Layer::WebSocket, 1, 0x80, "Text", "FIN");
        row(Layer::WebSocket, 1, 0xc1, "Text", "FIN RSV1 MASK");
        row(Layer::WebSocket, 0, 0x01, "Continuation", "MASK");
        row(Layer::WebSocket, 11, 0xb0, "opcode 11", "FIN RSV2 RSV3");
    }
    void words()
    {
        QFETCH(const int, layer);
        QFETCH(const int, type);
        QFETCH(const int, flags);
        QTEST(frameTypeText(frame(Layer(layer), type, flags)), "typeText");
        QTEST(frameFlagsText(frame(Layer(layer), type, flags)), "flagsText");
    }

    void cells()
    {
        FramesModel model;
        WireFrame out = frame(Layer::Http2, 0, 1, 7);
        out.out = true;
        model.append({frame(Layer::WebSocket, 9, 0x81, 6), out});
        const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(text(0, FramesModel::Direction), QStringLiteral("← in"));
        QCOMPARE(text(0, FramesModel::Stream), QStringLiteral("–"));
        QCOMPARE(text(1, FramesModel::Direction), QStringLiteral("→ out"));
        QCOMPARE(text(1, FramesModel::Stream), QStringLiteral("5"));
        QCOMPARE(text(1, FramesModel::Length), QStringLiteral("12,345"));
        QCOMPARE(model.rowOfKey(7), 1);
        QCOMPARE(model.rowOfKey(8), -1);
    }

    void isARing()
    {
        FramesModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        quint64 number = 0;
        const auto more = [&](std::size_t count) {
            std::vector<WireFrame> frames;
            for (std::size_t i = 0; i < count; ++i)
                frames.push_back(frame(Layer::Http2, 0, 0, ++number));
            model.append(frames);
        };
        more(FramesModel::Capacity - 1);
        QCOMPARE(model.rowCount(), int(FramesModel::Capacity) - 1);
        more(2);
        QVERIFY(model.rowCount() <= int(FramesModel::Capacity));
        QCOMPARE(model.frameAt(model.rowCount() - 1).number, number);
        more(3 * FramesModel::Capacity);
        QCOMPARE(model.rowCount(), int(FramesModel::Capacity));
        QCOMPARE(model.frameAt(0).number, number - FramesModel::Capacity + 1);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(TestFramesModel)
#include "tst_framesmodel.moc"
