// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/filter.h"
#include "observe/rowjson.h"
#include "observe/snapshot.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <functional>

using namespace pushscope;

namespace {

// One field of each type, and truth values whose row prints what was looked at.
constexpr FilterField Fields[] = {
    {"name", FilterType::String}, {"count", FilterType::Number},  {"lag", FilterType::Duration}, {"size", FilterType::Size},
    {"on", FilterType::Bool},     {"rooms", FilterType::List},    {"at", FilterType::Time},      {"last", FilterType::Id},
    {"none", FilterType::Number}, {"noName", FilterType::String}, {"odd", FilterType::Number},
};

class Row final : public FilterRow
{
public:
    FilterValue value(int field) const override
    {
        switch (field) {
        case 0:
            return QByteArray("ann \"b\" c\\d");
        case 1:
            return 5.0;
        case 2:
            return 1500.0;
        case 3:
            return 65536.0;
        case 4:
            return true;
        case 5:
            return QList<QByteArray>{"lobby", "team-7"};
        case 6:
            return 1'790'000'000'042.0; // 2026-09-21T14:13:20.042Z
        case 7:
            return 1042.0;
        case 10:
            return QByteArray("text where a number was promised");
        default:
            return {};
        }
    }
};

class Bits final : public FilterRow
{
public:
    explicit Bits(unsigned bits)
        : m_bits(bits)
    {
    }
    FilterValue value(int field) const override
    {
        looked += char('a' + field);
        return (m_bits >> field & 1) != 0;
    }
    mutable QByteArray looked;

private:
    unsigned m_bits;
};
constexpr FilterField BitFields[]
    = {{"a", FilterType::Bool}, {"b", FilterType::Bool}, {"c", FilterType::Bool}, {"d", FilterType::Bool}};

// A condition over a..d, written by chance with only as many parentheses as precedence needs, and its value by the C++ rules.
struct Condition {
    QByteArray text;
    std::function<bool(unsigned)> value;
    int binds = 3; // 1: ||, 2: &&, 3: tighter
};

Condition inParentheses(Condition inner, int binds)
{
    return inner.binds >= binds ? inner : Condition{"(" + inner.text + ")", inner.value, 3};
}

Condition randomCondition(QRandomGenerator &random, int depth)
{
    const int kind = depth == 0 ? 0 : random.bounded(4);
    if (kind == 0) {
        const int bit = random.bounded(4);
        return {QByteArray(1, char('a' + bit)), [bit](unsigned bits) { return (bits >> bit & 1) != 0; }, 3};
    }
    Condition left = randomCondition(random, depth - 1);
    if (kind == 1)
        return {"!" + inParentheses(left, 3).text, [left](unsigned bits) { return !left.value(bits); }, 3};
    Condition right = randomCondition(random, depth - 1);
    if (kind == 2) {
        return {inParentheses(left, 2).text + "&&" + inParentheses(right, 2).text,
                [left, right](unsigned bits) { return left.value(bits) && right.value(bits); }, 2};
    }
    return {left.text + " || " + right.text, [left, right](unsigned bits) { return left.value(bits) || right.value(bits); }, 1};
}

ClientRow exampleClient()
{
    ClientRow row;
    row.client = "tab-1";
    row.certain = true;
    row.user = "alice";
    row.protocol = ClientProtocol::WebSocket;
    row.http = "1.1";
    row.compression = Compression::MessageDeflate;
    row.bytesSaved = 1025;
    row.address = "127.0.0.1:51234";
    row.userAgent = "Mozilla/5.0 Chrome/156";
    row.rooms = {"lobby", "team-1"};
    row.state = ClientState::Waiting;
    row.connectedAt = WallTime(Milliseconds(1'790'000'000'042));
    row.reconnects = 3;
    row.eventsOut = 40;
    row.bytesOut = 3 * 1024 * 1024;
    row.eventsIn = 6;
    row.bytesIn = 700;
    row.queueBytes = 8000;
    row.lag = Milliseconds(250);
    row.lastSent = Seq{1042};
    return row;
}

} // namespace

class TestFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void matches_data();
    void matches();
    void errors_data();
    void errors();
    void precedence_data();
    void precedence();
    void looksNoFurtherThanNeeded_data();
    void looksNoFurtherThanNeeded();
    void randomConditions();
    void nesting_data();
    void nesting();
    void length();
    void randomTextIsHarmless();
    void clients_data();
    void clients();
    void clientFieldsAreThoseOfTheJson();
    void copiesMatchAlike();
};

void TestFilter::matches_data()
{
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *text, bool expected) { QTest::newRow(text) << expected; };
    row("", true);
    row(" \t\r\n", true);

    row("name == 'ann \"b\" c\\d'", true);
    row("name == 'ann'", false);
    row("name != ann", true);
    row("name != \"ann \\\"b\\\" c\\\\d\"", false);
    row("name < b", true);
    row("name < \"ann \"", false);
    row("name <= 'ann \"b\" c\\d'", true);
    row("name > ann", true);
    row("name >= b", false);
    row("name contains 'n \"b'", true);
    row("name contains N", false);
    row("name contains ''", true);
    row("name =~ '^ann\\s.b'", true);
    row("name =~ '(?i)ANN'", true);
    row("name =~ ^b", false);
    row("name =~ 'c\\\\\\\\d$'", true);

    row("count == 5", true);
    row("count==5", true);
    row("count == 5.0", true);
    row("count == 4", false);
    row("count != 5", false);
    row("count != -5", true);
    row("count < 5.5", true);
    row("count < 5", false);
    row("count <= 5", true);
    row("count <= 4.9", false);
    row("count > -1", true);
    row("count > 5", false);
    row("count >= 5", true);
    row("count >= 6", false);

    row("lag == 1500", true);
    row("lag == 1500ms", true);
    row("lag == 1.5s", true);
    row("lag == 1500000us", true);
    row("lag > 1s", true);
    row("lag < 1m", true);
    row("lag < 1h", true);
    row("lag < 1d", true);
    row("lag > 2s", false);
    row("lag >= 1.501s", false);
    row("lag <= 1500ms", true);
    row("lag != 1500ms", false);

    row("size == 64KiB", true);
    row("size == 65536", true);
    row("size == 65536B", true);
    row("size > 64kB", true);
    row("size > 65KB", true);
    row("size < 1MB", true);
    row("size < 1MiB", true);
    row("size < 1GB", true);
    row("size < 1GiB", true);
    row("size >= 0.0625MiB", true);
    row("size <= 63KiB", false);
    row("size != 64KiB", false);

    row("on", true);
    row("!on", false);
    row("!!on", true);
    row("on == true", true);
    row("on == false", false);
    row("on != false", true);
    row("!on == false", true); // ! binds less than ==
    row("(on)", true);

    row("rooms contains lobby", true);
    row("rooms contains \"team-7\"", true);
    row("rooms contains team", false);
    row("rooms =~ ^team-[0-9]$", true);
    row("rooms =~ ^room", false);

    row("at == 2026-09-21T14:13:20.042Z", true);
    row("at == '2026-09-21T14:13:20.042'", true);
    row("at == 2026-09-21T16:13:20.042+02:00", true);
    row("at > 2026-09-21", true);
    row("at < 2026-09-22", true);
    row("at >= 2026-09-21T14:14", false);
    row("at <= 2026-09-21T14:14", true);
    row("at > 2026-03-29T02:30:00", true); // does not exist in central Europe
    row("at != 2026-09-21", true);

    row("last == 1042", true);
    row("last == k3f9-1042", true);
    row("last == 'k3f9-1042'", true);
    row("last < 1043", true);
    row("last > k3f9-1042", false);
    row("last >= k3f9-1042", true);
    row("last <= 9", false);
    row("last != 1", true);
    row("last == null", false);
    row("last != null", true);

    row("none == null", true);
    row("none != null", false);
    row("none == 0", false);
    row("none != 0", true);
    row("none < 1", false);
    row("none >= 0", false);
    row("noName == null", true);
    row("noName == 'null'", false);
    row("noName contains ''", false);
    row("noName =~ .*", false);
    row("odd == 5", false);
    row("odd > 5", false);

    row("count == 5 && lag > 1s", true);
    row("count == 5 && lag > 2s || on", true);
    row("!(count == 5 && on) || rooms contains x", false);
    row("name contains contains || on", true);
}

void TestFilter::matches()
{
    QFETCH(bool, expected);
    const auto filter = Filter::parse(QTest::currentDataTag(), Fields);
    QVERIFY2(filter.has_value(), filter ? "" : filter.error().detail.constData());
    QCOMPARE(filter->matches(Row()), expected);
}

void TestFilter::errors_data()
{
    QTest::addColumn<int>("offset");
    QTest::addColumn<QByteArray>("word"); // of the detail
    const auto row = [](const char *text, int offset, const char *word) { QTest::newRow(text) << offset << QByteArray(word); };
    row("foo == 1", 0, "no such field");
    row("  nam == 1", 2, "no such field");
    row("NAME == 1", 0, "no such field");
    row("on && foo", 6, "no such field");
    row("true", 0, "no such field");
    row("'name' == x", 0, "name of a field");
    row("== 5", 0, "name of a field");
    row("on &&", 5, "name of a field");
    row("on || ", 6, "name of a field");
    row("!", 1, "name of a field");
    row("()", 1, "name of a field");
    row("on && && on", 6, "name of a field");

    row("name", 4, "operator is expected");
    row("name ann", 5, "operator is expected");
    row("count && on", 6, "operator is expected");
    row("name 'x'", 5, "operator is expected");
    row("count = 5", 6, "no operator");
    row("on & on", 3, "no operator");
    row("on | on", 3, "no operator");
    row("name ~ x", 5, "no operator");
    row("on == true false", 11, "&& or ||");
    row("on == true !on", 11, "&& or ||");
    row("name > ann!", 10, "&& or ||");
    row("on on", 3, "operator is expected");
    row("on 'x'", 3, "&& or ||");

    row("name ==", 7, "value is expected");
    row("name == ", 8, "value is expected");
    row("count > && on", 8, "value is expected");
    row("count > == 5", 8, "value is expected");
    row("(count > )", 9, "value is expected");

    row("name == 'abc", 8, "quote is not closed");
    row("name == \"abc'", 8, "quote is not closed");
    row("name == 'abc\\'", 8, "quote is not closed");
    row("name == 'abc\\", 8, "quote is not closed");
    row("(on", 0, "parenthesis is not closed");
    row("on && (on || (on)", 6, "parenthesis is not closed");
    row("on)", 2, "was not opened");
    row("(on))", 4, "was not opened");
    row("(on 'x')", 4, "&&, || or )");

    row("on == name", 6, "true or false"); // a field stands on the left only
    row("count == 'five'", 9, "without quotes");
    row("count == '5'", 9, "without quotes");
    row("count == five", 9, "a number");
    row("count == 5ms", 9, "a number");
    row("count == 5.", 9, "a number");
    row("count == .5", 9, "a number");
    row("count == 1e3", 9, "a number");
    row("count == +1", 9, "a number");
    row("count == -", 9, "a number");
    row("count == 1.2.3", 9, "a number");
    row("count == inf", 9, "a number");
    row("count == nan", 9, "a number");
    row("count contains 5", 6, "does not go with");
    row("count =~ 5", 6, "does not go with");
    row("lag > 5KiB", 6, "a duration");
    row("lag > 5 ms", 8, "&& or ||");
    row("lag > '5ms'", 6, "without quotes");
    row("lag > 5MS", 6, "a duration");
    row("size > 5s", 7, "a size");
    row("size > 5KIB", 7, "a size");
    row("size contains 5", 5, "does not go with");
    row("on == 1", 6, "true or false");
    row("on == 'true'", 6, "without quotes");
    row("on < true", 3, "does not go with");
    row("on contains true", 3, "does not go with");
    row("rooms == lobby", 6, "does not go with");
    row("rooms != lobby", 6, "does not go with");
    row("rooms < lobby", 6, "does not go with");
    row("rooms", 5, "operator is expected");
    row("at > yesterday", 5, "a time");
    row("at > 5", 5, "a time");
    row("at > 2026-02-30", 5, "a time");
    row("at =~ 2026", 3, "does not go with");
    row("last > K-1", 7, "id of an event");
    row("last > k3f9", 7, "id of an event");
    row("last contains 1", 5, "does not go with");
    row("count < null", 8, "a number");
    row("name =~ '(a'", 8, "regular expression");
    row("on && name =~ '[z-a]'", 14, "regular expression");
    row("rooms =~ *", 9, "regular expression");
}

void TestFilter::errors()
{
    QFETCH(int, offset);
    QFETCH(QByteArray, word);
    const auto filter = Filter::parse(QTest::currentDataTag(), Fields);
    QVERIFY(!filter.has_value());
    QCOMPARE(filter.error().code, Errc::Syntax);
    QCOMPARE(filter.error().offset, qsizetype(offset));
    QVERIFY2(filter.error().detail.contains(word), filter.error().detail.constData());
}

void TestFilter::precedence_data()
{
    QTest::addColumn<QByteArray>("same"); // with all parentheses
    QTest::newRow("a || b && c") << QByteArray("a || (b && c)");
    QTest::newRow("a && b || c") << QByteArray("(a && b) || c");
    QTest::newRow("!a && b") << QByteArray("(!a) && b");
    QTest::newRow("!a || b") << QByteArray("(!a) || b");
    QTest::newRow("!(a && b)") << QByteArray("!a || !b");
    QTest::newRow("!a == true || c") << QByteArray("(!(a == true)) || c");
    QTest::newRow("a || b && c || d") << QByteArray("(a || (b && c)) || d");
    QTest::newRow("a && b || c && d") << QByteArray("((a && b) || (c && d))");
    QTest::newRow("a && (b || c) && d") << QByteArray("a && d && (c || b)");
    QTest::newRow("!!a&&!b||!c") << QByteArray("((a) && (!b)) || (!c)");
}

void TestFilter::precedence()
{
    QFETCH(QByteArray, same);
    const auto filter = Filter::parse(QTest::currentDataTag(), BitFields);
    QVERIFY(filter.has_value());
    const auto other = Filter::parse(same, BitFields);
    QVERIFY(other.has_value());
    for (unsigned bits = 0; bits < 16; ++bits)
        QCOMPARE(filter->matches(Bits(bits)), other->matches(Bits(bits)));
}

void TestFilter::looksNoFurtherThanNeeded_data()
{
    QTest::addColumn<unsigned>("bits"); // a is the lowest
    QTest::addColumn<QByteArray>("looked");
    QTest::addColumn<bool>("expected");
    QTest::newRow("a || b || c") << 1u << QByteArray("a") << true;
    QTest::newRow("a || b || d") << 2u << QByteArray("ab") << true;
    QTest::newRow("a && b && c") << 0u << QByteArray("a") << false;
    QTest::newRow("a && b && d") << 1u << QByteArray("ab") << false;
    QTest::newRow("a && b || c") << 4u << QByteArray("ac") << true;
    QTest::newRow("a || b && c") << 2u << QByteArray("abc") << false;
    QTest::newRow("!(a || b) && c") << 1u << QByteArray("a") << false;
}

void TestFilter::looksNoFurtherThanNeeded()
{
    QFETCH(unsigned, bits);
    QFETCH(bool, expected);
    const auto filter = Filter::parse(QTest::currentDataTag(), BitFields);
    QVERIFY(filter.has_value());
    const Bits row(bits);
    QCOMPARE(filter->matches(row), expected);
    QTEST(row.looked, "looked");
}

void TestFilter::randomConditions()
{
    QRandomGenerator random(2026);
    for (int i = 0; i < 500; ++i) {
        const Condition condition = randomCondition(random, 5);
        const auto filter = Filter::parse(condition.text, BitFields);
        QVERIFY2(filter.has_value(), condition.text.constData());
        for (unsigned bits = 0; bits < 16; ++bits)
            QVERIFY2(filter->matches(Bits(bits)) == condition.value(bits), condition.text.constData());
    }
}

void TestFilter::nesting_data()
{
    QTest::addColumn<QByteArray>("opening");
    QTest::addColumn<QByteArray>("closing");
    QTest::newRow("parentheses") << QByteArray("(") << QByteArray(")");
    QTest::newRow("not") << QByteArray("!") << QByteArray();
}

void TestFilter::nesting()
{
    QFETCH(QByteArray, opening);
    QFETCH(QByteArray, closing);
    const auto nested
        = [&](int depth) { return Filter::parse(opening.repeated(depth) + "on" + closing.repeated(depth), Fields); };
    const auto deepest = nested(Filter::MaxDepth);
    QVERIFY(deepest.has_value());
    QVERIFY(deepest->matches(Row()));
    const auto tooDeep = nested(Filter::MaxDepth + 1);
    QVERIFY(!tooDeep.has_value());
    QCOMPARE(tooDeep.error().code, Errc::Syntax);
    QCOMPARE(tooDeep.error().offset, qsizetype(Filter::MaxDepth));
    QVERIFY(Filter::parse("(on)" + QByteArray("&&(!on)").repeated(200), Fields).has_value()); // wide is not deep
}

void TestFilter::length()
{
    const QByteArray longest = QByteArray(Filter::MaxOctets - 2, ' ') + "on";
    QVERIFY(Filter::parse(longest, Fields).has_value());
    const auto tooLong = Filter::parse(longest + ' ', Fields);
    QVERIFY(!tooLong.has_value());
    QCOMPARE(tooLong.error().code, Errc::Syntax);
    QCOMPARE(tooLong.error().offset, Filter::MaxOctets);
}

void TestFilter::randomTextIsHarmless()
{
    static constexpr const char *Pieces[] = {
        "name",     "count", "lag",  "on",   "rooms", "at", "last", "==",     "!=",         "<",    "<=",       ">", ">=", "=~",
        "contains", "&&",    "||",   "!",    "(",     ")",  "'",    "\"",     "\\",         "=",    "&",        "|", "~",  "5",
        "5ms",      "1MiB",  "null", "true", "x",     ".*", "[",    "k3f9-7", "2026-11-24", "\xff", "\xc3\xa4", "*"};
    QRandomGenerator random(42);
    int parsed = 0;
    for (int i = 0; i < 60'000; ++i) {
        QByteArray text;
        for (int n = random.bounded(1, 12); n > 0; --n) {
            if (random.bounded(20) == 0)
                text += char(random.bounded(256));
            else
                text += Pieces[random.bounded(int(std::size(Pieces)))];
            if (random.bounded(3) != 0)
                text += ' ';
        }
        const auto filter = Filter::parse(text, Fields);
        if (filter) {
            ++parsed;
            (void)filter->matches(Row());
        } else {
            QCOMPARE(filter.error().code, Errc::Syntax);
            QVERIFY(filter.error().offset >= 0 && filter.error().offset <= text.size());
            QVERIFY(!filter.error().detail.isEmpty());
        }
    }
    QVERIFY2(parsed > 100, qPrintable(QString::number(parsed))); // the pieces do make filters
}

void TestFilter::clients_data()
{
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *text, bool expected) { QTest::newRow(text) << expected; };
    row("client == tab-1", true);
    row("certain", true);
    row("user == alice", true);
    row("user =~ '^a.*e$'", true);
    row("user == bob || user == \"alice\"", true);
    row("protocol == ws", true);
    row("protocol != ws", false);
    row("protocol=='ws'", true);
    row("http == 1.1", true);
    row("tls", false);
    row("!tls && certain", true);
    row("tlsVersion == TLSv1.3", false);
    row("compression == permessage-deflate && bytesSaved > 1KiB", true);
    row("address contains 127.0.0.1:", true);
    row("userAgent contains Chrome", true);
    row("rooms contains \"lobby\"", true);
    row("rooms contains attic", false);
    row("state == waiting", true);
    row("connectedAt > 2026-09-21T14:13:20Z", true);
    row("reconnects >= 3", true);
    row("eventsOut == 40", true);
    row("bytesOut > 1MiB", true);
    row("bytesOut > 3MiB", false);
    row("eventsIn == 6", true);
    row("bytesIn == 700", true);
    row("queueBytes < 8kB", false);
    row("queueBytes <= 8kB", true);
    row("lagMs > 200ms", true);
    row("lagMs > 0.3s", false);
    row("lastSent == k3f9-1042", true);
    row("lastSent > 1041", true);
    row("lastAcked == null", true);
    row("lastAcked < 5", false);
}

void TestFilter::clients()
{
    QFETCH(bool, expected);
    const auto filter = Filter::parse(QTest::currentDataTag(), clientFilterFields());
    QVERIFY2(filter.has_value(), filter ? "" : filter.error().detail.constData());
    const ClientRow client = exampleClient();
    QCOMPARE(filter->matches(ClientFilterRow(client)), expected);
}

void TestFilter::clientFieldsAreThoseOfTheJson()
{
    const QByteArray json = clientJson(exampleClient(), "k3f9");
    qsizetype at = -1;
    for (const FilterField &field : clientFilterFields()) {
        const qsizetype found = json.indexOf("\"" + QByteArray(field.name) + "\":");
        QVERIFY2(found > at, field.name);
        at = found;
    }
    QCOMPARE(qsizetype(clientFilterFields().size()), qsizetype(QJsonDocument::fromJson(json).object().size()));
}

void TestFilter::copiesMatchAlike()
{
    QVERIFY(Filter().matches(Row()));
    QVERIFY(Filter().matchesAll());
    Filter copy;
    {
        const auto filter = Filter::parse("name =~ ann && !on", Fields);
        QVERIFY(filter.has_value());
        copy = *filter;
    }
    QVERIFY(!copy.matchesAll());
    QVERIFY(!copy.matches(Row()));
}

QTEST_APPLESS_MAIN(TestFilter)
#include "tst_filter.moc"
