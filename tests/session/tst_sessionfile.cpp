// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Session files: what is written is read again, at any time of it; what is damaged or foreign is said, and never written to.

#include "session/sessionnotes.h"
#include "session/statearchive.h"
#include "sessionfixture.h"

#include <QDir>
#include <QRandomGenerator>
#include <QScopeGuard>
#include <QTemporaryDir>
#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace pushscope;

class TestSessionFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsRows();
    void keepsRowsOverManyChunks();
    void findsTheRowAtATime();
    void showsWhatIsCommitted();
    void showsTheStateAtATime();
    void readsTheStateOfTheFirstVersion();
    void keepsDeliveries();
    void refusesToOverwrite();
    void isForItsOwnerAlone();
    void refusesForeignFiles_data();
    void refusesForeignFiles();
    void readsWhatIsLeftOfADamagedFile_data();
    void readsWhatIsLeftOfADamagedFile();
    void survivesAnyCut();
    void survivesAnyFlip();
    void writesNothingToWhatItReads();
    void dropsTheOldest();

private:
    [[nodiscard]] QString path(const char *name) const { return m_dir.filePath(QLatin1String(name)); }
    [[nodiscard]] static Snapshot change(qint64 ms, quint32 key, quint64 eventsOut);
    void writeMany(const QString &path, int rows);
    [[nodiscard]] QByteArray octetsOfEverything(); // of a file that has rows, states, deliveries and comments
    struct Read {
        bool opened = false;
        std::size_t rows = 0;
        QByteArray damage;
    };
    [[nodiscard]] Read readAll(const QByteArray &octets); // from a file that has these, which stays as it is
    QTemporaryDir m_dir;
};

Snapshot TestSessionFile::change(qint64 ms, quint32 key, quint64 eventsOut)
{
    Snapshot snapshot;
    snapshot.generation = 1;
    snapshot.monoNs = ms * 1'000'000;
    snapshot.figures.published = quint64(ms);
    snapshot.figures.protocols[1].latency.record(std::chrono::microseconds(ms * 100), 3);
    ClientRow row;
    row.key = key;
    row.client = "c" + QByteArray::number(key);
    row.rooms = {"a", "b"};
    row.state = ClientState::Replaying;
    row.protocol = ClientProtocol::WebSocket;
    row.eventsOut = eventsOut;
    row.lag = Milliseconds(ms);
    snapshot.changedClients = {row};
    return snapshot;
}

void TestSessionFile::writeMany(const QString &path, int rows)
{
    auto writer = SessionWriter::create(path, sessionHead());
    QVERIFY2(writer.has_value(), writer ? "" : writer.error().detail.constData());
    for (int i = 1; i <= rows; ++i)
        QVERIFY((*writer)->add(eventRow(i, quint64(i), "{\"n\":" + QByteArray::number(i) + '}')).has_value());
    QVERIFY((*writer)->finish().has_value());
}

void TestSessionFile::keepsRows()
{
    const std::vector<SessionRow> rows = awkwardRows();
    auto writer = SessionWriter::create(path("rows"), sessionHead());
    QVERIFY(writer.has_value());
    for (const SessionRow &row : rows)
        QVERIFY((*writer)->add(row).has_value());
    QVERIFY((*writer)->finish().has_value());
    auto reader = SessionReader::open(path("rows"));
    QVERIFY(reader.has_value());
    QCOMPARE((*reader)->head().hub, sessionHead().hub);
    QCOMPARE((*reader)->head().epoch, sessionHead().epoch);
    QVERIFY((*reader)->ended());
    const std::vector<SessionRow> read = rowsOf(**reader);
    QCOMPARE(read.size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        QVERIFY2(read[i] == rows[i], rows[i].kind.constData());
}

void TestSessionFile::keepsRowsOverManyChunks()
{
    constexpr int Count = 3 * int(SessionWriter::RowsPerChunk) + 17;
    writeMany(path("many"), Count);
    auto reader = SessionReader::open(path("many"));
    QVERIFY(reader.has_value());
    QCOMPARE((*reader)->span().rows(), quint64(Count));
    const std::vector<SessionRow> rows = rowsOf(**reader);
    QCOMPARE(rows.size(), std::size_t(Count));
    QCOMPARE(rows.back().data, "{\"n\":" + QByteArray::number(Count) + '}');
    QCOMPARE(rows[5000].seq, Seq{5001});
}

void TestSessionFile::findsTheRowAtATime()
{
    writeMany(path("times"), 10'000);
    auto reader = SessionReader::open(path("times"));
    QVERIFY(reader.has_value());
    for (const qint64 ms : {0, 1, 2, 4096, 4097, 9999, 10'000, 20'000})
        QCOMPARE((*reader)->lastRowAt(ms * 1'000'000 + 5), quint64(std::min<qint64>(ms, 10'000)));
}

void TestSessionFile::showsWhatIsCommitted()
{
    auto writer = SessionWriter::create(path("live"), sessionHead());
    QVERIFY(writer.has_value());
    auto reader = SessionReader::open(path("live"));
    QVERIFY(reader.has_value());
    QCOMPARE((*reader)->span().rows(), 0U);
    QVERIFY((*writer)->add(eventRow(1, 1, "1")).has_value());
    QVERIFY((*writer)->commit().has_value());
    QVERIFY((*writer)->add(eventRow(2, 2, "2")).has_value());
    QVERIFY(!(*reader)->ended());
    const std::vector<SessionRow> rows = rowsOf(**reader); // strings that are new since it was opened too
    QCOMPARE(rows.size(), std::size_t(1));
    QCOMPARE(rows.front().type, QByteArray("news"));
}

void TestSessionFile::showsTheStateAtATime()
{
    auto writer = SessionWriter::create(path("states"), sessionHead());
    QVERIFY(writer.has_value());
    RecordedState whole;
    for (qint64 ms = 10; ms <= 100; ms += 10) {
        Snapshot snapshot = change(ms, quint32(ms / 10), quint64(ms));
        ClientProgress progress; // of the first one
        progress.key = 1;
        progress.eventsOut = quint64(ms);
        progress.lag = Milliseconds(ms);
        snapshot.progressedClients = {progress};
        whole.apply(snapshot);
        const bool isKey = ms == 10 || ms == 60;
        SessionExtra extra;
        extra.kind = isKey ? SessionExtra::Kind::Key : SessionExtra::Kind::Change;
        extra.beginNs = extra.endNs = snapshot.monoNs;
        extra.body = packState(isKey ? whole.whole() : snapshot);
        QVERIFY((*writer)->add(extra).has_value());
    }
    QVERIFY((*writer)->finish().has_value());
    auto reader = SessionReader::open(path("states"));
    QVERIFY(reader.has_value());
    for (const qint64 ms : {95, 100, 35, 60, 59, 10}) { // any order
        const RecordedState state = (*reader)->stateAt(ms * 1'000'000);
        QCOMPARE(state.clients().size(), std::size_t(ms / 10));
        QCOMPARE(state.figures().published, quint64(ms / 10 * 10));
        const ClientRow *newest = state.findClient(quint32(ms / 10));
        QVERIFY(newest);
        QCOMPARE(newest->lag, Milliseconds(ms / 10 * 10));
        QCOMPARE(newest->rooms, (QList<QByteArray>{"a", "b"}));
        QCOMPARE(newest->state, ClientState::Replaying);
        QCOMPARE(state.findClient(1)->eventsOut, quint64(ms / 10 * 10));
        QCOMPARE(state.figures().protocols[1].latency.count(), 3U);
    }
    QCOMPARE((*reader)->stateAt(0).clients().size(), std::size_t(1)); // before the first: the first
    QCOMPARE((*reader)->changesBetween(10'000'000, 40'000'000).size(), std::size_t(3));
}

// Which ended before the progress of clients.
void TestSessionFile::readsTheStateOfTheFirstVersion()
{
    QByteArray plain = qUncompress(packState(change(10, 1, 3)));
    QVERIFY(plain.startsWith('\2') && plain.endsWith('\0'));
    plain.front() = 1;
    plain.chop(1);
    const std::optional<Snapshot> state = unpackState(qCompress(plain));
    QVERIFY(state.has_value());
    QCOMPARE(state->changedClients.size(), std::size_t(1));
    plain.front() = 3; // of a later one
    QVERIFY(!unpackState(qCompress(plain)));
}

void TestSessionFile::keepsDeliveries()
{
    std::vector<Delivery> deliveries;
    for (quint32 i = 0; i < 1000; ++i)
        deliveries.push_back({i % 10 + 1, i / 10 + 1, quint64(i) * 2'000'001 | (i % 3 == 0)});
    const QByteArray packed = packDeliveries(deliveries);
    QVERIFY(packed.size() < qsizetype(deliveries.size() * 8));
    auto writer = SessionWriter::create(path("deliveries"), sessionHead());
    QVERIFY(writer.has_value());
    SessionExtra extra;
    extra.kind = SessionExtra::Kind::Deliveries;
    extra.beginNs = deliveries.front().at().count();
    extra.endNs = deliveries.back().at().count();
    extra.body = packed;
    QVERIFY((*writer)->add(extra).has_value());
    QVERIFY((*writer)->finish().has_value());
    auto reader = SessionReader::open(path("deliveries"));
    QVERIFY(reader.has_value());
    const auto read = (*reader)->deliveriesBetween(-1, extra.endNs, 10'000);
    QCOMPARE(read.size(), deliveries.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
        QCOMPARE(read[i].stamp, deliveries[i].stamp);
        QCOMPARE(read[i].clientKey, deliveries[i].clientKey);
        QCOMPARE(read[i].seqLow, deliveries[i].seqLow);
    }
    QCOMPARE((*reader)->deliveriesBetween(-1, extra.endNs, 10).front().stamp, deliveries[990].stamp);
    QVERIFY(!unpackDeliveries(packed.chopped(1) + '\x80'));
}

void TestSessionFile::refusesToOverwrite()
{
    writeMany(path("mine"), 10);
    const QByteArray before = octetsOf(path("mine"));
    const auto writer = SessionWriter::create(path("mine"), sessionHead());
    QVERIFY(!writer);
    QCOMPARE(writer.error().code, Errc::Exists);
    QCOMPARE(octetsOf(path("mine")), before);
}

// Whatever the umask leaves to others: it holds the data of events and the bodies of requests.
void TestSessionFile::isForItsOwnerAlone()
{
#ifdef Q_OS_UNIX
    const QString name = path("own.pushscope");
    const mode_t before = ::umask(0);
    const auto restored = qScopeGuard([before] { ::umask(before); });
    const auto modeOf = [](const QString &file) {
        struct stat status = {};
        return ::stat(QFile::encodeName(file).constData(), &status) == 0 ? int(status.st_mode & 0777) : -1;
    };
    auto writer = SessionWriter::create(name, sessionHead());
    QVERIFY(writer);
    QVERIFY((*writer)->add(eventRow(1, 1, "1")));
    QVERIFY((*writer)->commit());
    for (const char *suffix : {"", "-wal", "-shm"})
        QCOMPARE(modeOf(name + QLatin1String(suffix)), 0600);
    QVERIFY((*writer)->finish());
    QCOMPARE(modeOf(name), 0600);
#endif
}

void TestSessionFile::refusesForeignFiles_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<Errc>("code");
    QTest::newRow("empty") << QByteArray() << Errc::Corrupt;
    QTest::newRow("text") << QByteArray("{\"schema\":\"pushscope-journal/1\"}\n") << Errc::Corrupt;
    QTest::newRow("magic only") << QByteArray("SQLite format 3\0", 16) << Errc::Corrupt;
    writeMany(path("whole"), 10);
    QByteArray foreign = octetsOf(path("whole"));
    foreign[68] = 'X'; // the application's id, sqlite.org/fileformat2.html section 1.3
    QTest::newRow("another program's database") << foreign << Errc::Corrupt;
    QTest::newRow("cut in its first page") << octetsOf(path("whole")).first(3000) << Errc::Corrupt;
    QByteArray later = octetsOf(path("whole"));
    later[63] = 9; // the user version
    QTest::newRow("a later version") << later << Errc::Corrupt;
}

void TestSessionFile::refusesForeignFiles()
{
    QFETCH(QByteArray, octets);
    QFETCH(Errc, code);
    const QString name = path(QByteArray("foreign-" + QByteArray(QTest::currentDataTag()).replace(' ', '-')).constData());
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(octets);
    file.close();
    const auto reader = SessionReader::open(name);
    QVERIFY(!reader);
    QCOMPARE(reader.error().code, code);
    QVERIFY2(reader.error().detail.startsWith(name.toUtf8() + ": "), reader.error().detail.constData());
    QCOMPARE(octetsOf(name), octets);
    QVERIFY(!QFile::exists(name + QLatin1String("-wal")));
    QVERIFY(!SessionReader::open(path("nowhere")));
}

void TestSessionFile::readsWhatIsLeftOfADamagedFile_data()
{
    QTest::addColumn<double>("cutAt"); // share of the file; 1: not cut
    QTest::addColumn<double>("holeAt"); // where some pages are overwritten; 0: nowhere
    QTest::newRow("cut in half") << 0.5 << 0.0;
    QTest::newRow("cut near its end") << 0.95 << 0.0;
    QTest::newRow("a hole") << 1.0 << 0.5;
}

void TestSessionFile::readsWhatIsLeftOfADamagedFile()
{
    QFETCH(double, cutAt);
    QFETCH(double, holeAt);
    constexpr int Count = 60'000;
    const QString name = path(QByteArray(QTest::currentDataTag()).replace(' ', '-').constData());
    writeMany(name, Count);
    QByteArray octets = octetsOf(name);
    octets.truncate(qsizetype(double(octets.size()) * cutAt));
    if (holeAt > 0)
        memset(octets.data() + qsizetype(double(octets.size()) * holeAt), 0x55, 3 * 8192);
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(octets);
    file.close();
    auto reader = SessionReader::open(name);
    QVERIFY2(reader.has_value(), reader ? "" : reader.error().detail.constData());
    const std::vector<SessionRow> rows = rowsOf(**reader);
    QVERIFY2(rows.size() > Count / 4 && rows.size() < Count, QByteArray::number(quint64(rows.size())).constData());
    QVERIFY(!(*reader)->damage().isEmpty());
    for (const SessionRow &row : rows)
        QCOMPARE(row.type, QByteArray("news"));
    QCOMPARE(octetsOf(name), octets);
}

QByteArray TestSessionFile::octetsOfEverything()
{
    const QString name = path("everything");
    QFile::remove(name); // of the test before
    auto writer = SessionWriter::create(name, sessionHead());
    if (!writer)
        return {};
    RecordedState whole;
    for (int i = 1; i <= 3000; ++i) {
        SessionRow row
            = eventRow(i, quint64(i), "{\"n\":" + QByteArray::number(i) + ",\"text\":\"" + QByteArray(50, 'x') + "\"}");
        row.client = "client-" + QByteArray::number(i % 700);
        if (!(*writer)->add(row))
            return {};
        if (i % 50 != 0)
            continue;
        SessionExtra state;
        const Snapshot snapshot = change(i, quint32(i / 50), quint64(i));
        whole.apply(snapshot);
        state.kind = i % 500 == 0 || i == 50 ? SessionExtra::Kind::Key : SessionExtra::Kind::Change;
        state.beginNs = state.endNs = snapshot.monoNs;
        state.body = packState(state.kind == SessionExtra::Kind::Key ? whole.whole() : snapshot);
        SessionExtra deliveries;
        deliveries.beginNs = deliveries.endNs = snapshot.monoNs;
        deliveries.count = 2;
        deliveries.body = packDeliveries({{1, 2, quint64(snapshot.monoNs) * 2}, {2, 2, quint64(snapshot.monoNs) * 2}});
        if (!(*writer)->add(state) || !(*writer)->add(deliveries) || (i % 500 == 0 && !(*writer)->commit()))
            return {};
    }
    SessionNote note;
    note.ns = 5;
    note.text = "a comment";
    return (*writer)->finish() && addNote(name, note) ? octetsOf(name) : QByteArray();
}

TestSessionFile::Read TestSessionFile::readAll(const QByteArray &octets)
{
    const QString name = path("spoiled");
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(octets) != octets.size())
        qFatal("not written");
    file.close();
    Read read;
    if (auto reader = SessionReader::open(name)) {
        read.opened = true;
        const SessionReader::Span span = (*reader)->span();
        read.rows = rowsOf(**reader).size();
        (void)(*reader)->notes();
        (void)(*reader)->lastRowAt(1'000'000'000);
        (void)(*reader)->extrasAfter(0, span.lastRow, 1000);
        (void)(*reader)->figuresBefore(span.endNs, std::chrono::seconds(1), 10);
        (void)(*reader)->deliveriesBetween(-1, span.endNs, 1000);
        for (const qint64 ns : {qint64(0), span.endNs / 2, span.endNs})
            (void)(*reader)->stateAt(ns);
        read.damage = (*reader)->damage();
    } else {
        read.damage = reader.error().detail;
    }
    if (octetsOf(name) != octets || QFile::exists(name + QLatin1String("-wal"))
        || QFile::exists(name + QLatin1String("-journal")))
        qFatal("what was read was written to");
    return read;
}

// At every border of its pages and beside it.
void TestSessionFile::survivesAnyCut()
{
    constexpr int Page = 8192;
    const QByteArray whole = octetsOfEverything();
    QVERIFY(whole.size() > 10 * Page);
    const Read all = readAll(whole);
    QVERIFY(all.opened && all.damage.isEmpty());
    QCOMPARE(all.rows, std::size_t(3000));
    std::size_t opened = 0, most = 0;
    for (qsizetype border = 0; border < whole.size(); border += Page) {
        for (const qsizetype cut : {border - 1, border, border + 1, border + 100, border + Page / 2}) {
            if (cut < 0 || cut >= whole.size())
                continue;
            const Read read = readAll(whole.first(cut));
            QVERIFY2(!read.damage.isEmpty(), qPrintable(QStringLiteral("cut at %1").arg(cut)));
            QVERIFY(read.rows <= all.rows);
            opened += read.opened;
            most = std::max(most, read.rows);
        }
    }
    QVERIFY2(opened > 5 && most > 500, qPrintable(QStringLiteral("%1 opened, %2 rows at most").arg(opened).arg(most)));
}

void TestSessionFile::survivesAnyFlip()
{
    const QByteArray whole = octetsOfEverything();
    QVERIFY(!whole.isEmpty());
    QRandomGenerator random(7); // the same each time
    int opened = 0;
    for (int i = 0; i < 300; ++i) {
        QByteArray octets = whole;
        for (int flips = random.bounded(1, 4); flips > 0; --flips) {
            const int at = i < 100 ? random.bounded(200) : random.bounded(int(octets.size())); // the header is the tenderest
            octets[at] = char(octets[at] ^ (1 << random.bounded(8)));
        }
        opened += readAll(octets).opened;
    }
    QVERIFY(opened > 100);
}

void TestSessionFile::writesNothingToWhatItReads()
{
    const QString name = path("untouched");
    writeMany(name, 10);
    QVERIFY(QFile::setPermissions(name, QFileDevice::ReadOwner));
    const QStringList before = QDir(m_dir.path()).entryList(QDir::Files);
    const QByteArray octets = octetsOf(name);
    {
        auto reader = SessionReader::open(name);
        QVERIFY(reader.has_value());
        QCOMPARE(rowsOf(**reader).size(), std::size_t(10));
        QCOMPARE(QDir(m_dir.path()).entryList(QDir::Files), before);
    }
    QCOMPARE(octetsOf(name), octets);
}

void TestSessionFile::dropsTheOldest()
{
    auto writer = SessionWriter::create(path("bounded"), sessionHead());
    QVERIFY(writer.has_value());
    constexpr qint64 Bound = 1024 * 1024;
    const QByteArray data = '"' + QByteArray(500, 'x') + '"';
    for (int i = 1; i <= 20'000; ++i) {
        QVERIFY((*writer)->add(eventRow(i, quint64(i), data)).has_value());
        if (i % 500 == 0)
            QVERIFY((*writer)->prune(Bound, std::numeric_limits<qint64>::min()).has_value());
    }
    QVERIFY((*writer)->prune(Bound, 19'000'000'000).has_value());
    QVERIFY((*writer)->finish().has_value());
    QVERIFY(QFileInfo(path("bounded")).size() < 2 * Bound);
    auto reader = SessionReader::open(path("bounded"));
    QVERIFY(reader.has_value());
    const std::vector<SessionRow> rows = rowsOf(**reader);
    QVERIFY(!rows.empty());
    QCOMPARE(rows.back().seq, Seq{20'000});
    QVERIFY(rows.front().seq > Seq{18'000});
    QCOMPARE((*reader)->span().lastRow, 20'000U);
}

QTEST_GUILESS_MAIN(TestSessionFile)
#include "tst_sessionfile.moc"
