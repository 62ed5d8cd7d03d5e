// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/jsonfolds.h"
#include "ui/panes/jsoneditor.h"

#include <QTest>
#include <QTextBlock>

using namespace pushscope;

class TestJsonFolding : public QObject
{
    Q_OBJECT

    // Lines from 0: the object 0–8, "a" 1–4, its list 2–3, "b" 5–7.
    static QString text()
    {
        return QStringLiteral("{\n"
                              "  \"a\": {\n"
                              "    \"list\": [\n"
                              "      1 ]\n"
                              "  },\n"
                              "  \"b\": [\n"
                              "    \"{ no bracket\"\n"
                              "  ]\n"
                              "}");
    }

    struct Bench {
        JsonEditor editor;
        Bench()
        {
            editor.setPlainText(text());
            editor.resize(400, 300);
            editor.show();
            (void)editor.isValid(); // checks now
        }
        [[nodiscard]] QList<int> seen() const
        {
            QList<int> lines;
            for (int line = 0; line < editor.document()->blockCount(); ++line) {
                if (!editor.isHidden(line))
                    lines += line;
            }
            return lines;
        }
        void goTo(int line) { editor.setTextCursor(QTextCursor(editor.document()->findBlockByNumber(line))); }
    };

private Q_SLOTS:
    void folds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<JsonFold>>("folds");
        QTest::newRow("all") << text() << QList<JsonFold>{{0, 8}, {1, 4}, {2, 3}, {5, 7}};
        QTest::newRow("empty") << QString() << QList<JsonFold>();
        QTest::newRow("one line") << QStringLiteral("{\"a\":[1,2]}") << QList<JsonFold>();
        QTest::newRow("two begin on a line") << QStringLiteral("[{\n1\n},\n2]") << QList<JsonFold>{{0, 3}};
        QTest::newRow("brackets in strings") << QStringLiteral("[\n\"]\\\"]\",\n\"\\\\\"]") << QList<JsonFold>{{0, 2}};
        QTest::newRow("a string that is not closed") << QStringLiteral("[\n\"abc]\n]") << QList<JsonFold>{{0, 2}};
        QTest::newRow("ends in a backslash") << QStringLiteral("[\n\"abc\\\n]") << QList<JsonFold>{{0, 2}};
        QTest::newRow("never closed") << QStringLiteral("[\n{\n1\n]\n") << QList<JsonFold>{{0, 3}};
        QTest::newRow("never opened") << QStringLiteral("1\n]\n}") << QList<JsonFold>();
        QTest::newRow("a quote at the end") << QStringLiteral("[\n\"") << QList<JsonFold>();
    }
    void folds()
    {
        QFETCH(QString, text);
        QTEST(foldsOf(text), "folds");
    }

    void linesAreHiddenAndTheTextIsWhole()
    {
        Bench bench;
        bench.editor.toggleFold(1);
        QVERIFY(bench.editor.isFolded(1));
        QCOMPARE(bench.seen(), (QList<int>{0, 1, 5, 6, 7, 8}));
        QCOMPARE(bench.editor.octets(), text().toUtf8());
        QVERIFY(bench.editor.isValid());
        bench.editor.toggleFold(0); // around it
        QCOMPARE(bench.seen(), QList<int>{0});
        bench.editor.toggleFold(0);
        QCOMPARE(bench.seen(), (QList<int>{0, 1, 5, 6, 7, 8})); // the inner one is still folded
        bench.editor.toggleFold(3); // begins nothing
        QCOMPARE(bench.seen(), (QList<int>{0, 1, 5, 6, 7, 8}));
        bench.editor.unfoldAll();
        QCOMPARE(bench.seen().size(), 9);
    }

    void hiddenLinesTakeNoRoom()
    {
        Bench bench;
        const auto top = [&bench](int line) {
            return bench.editor.cursorRect(QTextCursor(bench.editor.document()->findBlockByNumber(line))).top();
        };
        const int height = top(1) - top(0);
        QVERIFY(height > 0);
        bench.editor.toggleFold(1);
        QCOMPARE(top(5) - top(1), height);
    }

    void byKeyboard()
    {
        Bench bench;
        QVERIFY(QTest::qWaitForWindowActive(&bench.editor));
        bench.editor.setFocus();
        bench.goTo(3); // in the list
        QTest::keyClick(&bench.editor, Qt::Key_Minus, Qt::ControlModifier);
        QVERIFY(bench.editor.isFolded(2));
        QCOMPARE(bench.editor.textCursor().blockNumber(), 2); // not left behind
        QTest::keyClick(&bench.editor, Qt::Key_Minus, Qt::ControlModifier);
        QVERIFY(!bench.editor.isFolded(2));
        bench.editor.toggleFold(1);
        bench.editor.toggleFold(5);
        QTest::keyClick(&bench.editor, Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(bench.seen().size(), 9);
    }

    void byMouse()
    {
        Bench bench;
        auto *gutter = bench.editor.findChild<QWidget *>(QStringLiteral("gutter"));
        QVERIFY(gutter && gutter->isVisible());
        const QPoint line = bench.editor.cursorRect(QTextCursor(bench.editor.document()->findBlockByNumber(5))).center();
        QTest::mouseClick(gutter, Qt::LeftButton, {}, QPoint(gutter->width() / 2, line.y()));
        QVERIFY(bench.editor.isFolded(5));
        QVERIFY(!bench.editor.grab().isNull()); // is painted
    }

    void theCursorUnfolds()
    {
        Bench bench;
        bench.editor.toggleFold(1);
        bench.goTo(3);
        QVERIFY(!bench.editor.isFolded(1));
        QVERIFY(!bench.editor.isHidden(3));
    }

    void editsKeepTheRest()
    {
        Bench bench;
        bench.editor.toggleFold(5);
        bench.goTo(0);
        bench.editor.textCursor().insertText(QStringLiteral("\n"));
        (void)bench.editor.isValid();
        QVERIFY(bench.editor.isFolded(6)); // it moved on by a line
        QCOMPARE(bench.seen(), (QList<int>{0, 1, 2, 3, 4, 5, 6, 9}));
        // A bracket goes: what it hid is seen.
        QTextCursor cursor(bench.editor.document()->findBlockByNumber(6));
        cursor.movePosition(QTextCursor::EndOfBlock);
        cursor.deletePreviousChar();
        (void)bench.editor.isValid();
        QCOMPARE(bench.seen().size(), 10);
    }

    void errorsAreNotFoldedAway()
    {
        Bench bench;
        QTextCursor cursor(bench.editor.document()->findBlockByNumber(3));
        cursor.insertText(QStringLiteral("wrong"));
        QVERIFY(!bench.editor.isValid());
        bench.editor.toggleFold(1);
        QVERIFY(!bench.editor.isHidden(3));
        bench.editor.toggleFold(5); // elsewhere
        QVERIFY(bench.editor.isFolded(5));
    }
};

QTEST_MAIN(TestJsonFolding)
#include "tst_jsonfolding.moc"
