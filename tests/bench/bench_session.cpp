// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a session file of many rows costs to open, to jump in and to filter, beside reading its octets; and what recording costs
// the hub, beside the same fan-out without it and a bare send() each. bench_session [rows [clients [file]]] prints one JSON
// object; a file that is named is made where there is none, and kept.

#include "observe/observer.h"
#include "session/recorder.h"
#include "session/sessionplayer.h"
#include "session/sessionscan.h"
#include "session/statearchive.h"
#include "store/memorystore.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <random>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace pushscope;

namespace {

constexpr int ClientsInFile = 1000;
constexpr int RowsPerMs = 10;
constexpr int Jumps = 200;
constexpr int Rounds = 9;
constexpr int EventsARound = 20;

double seconds(const Clock &clock, TimePoint since)
{
    return std::chrono::duration<double>(clock.now() - since).count();
}

double cpuSeconds(clockid_t which) // of the thread, or of the process with the recorder's
{
    timespec spent{};
    ::clock_gettime(which, &spent);
    return double(spent.tv_sec) + double(spent.tv_nsec) / 1e9;
}

double residentMiB()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * double(::sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

ClientRow clientRow(quint32 key, quint64 events)
{
    ClientRow row;
    row.key = key;
    row.client = "client-" + QByteArray::number(key);
    row.user = "user-" + QByteArray::number(key % 100);
    row.address = "127.0.0.1:" + QByteArray::number(20'000 + key);
    row.userAgent = "a browser of the usual length, with its version 1.2.3";
    row.rooms = {"lobby"};
    row.eventsOut = events;
    return row;
}

// A lively run: events, requests, acknowledgements and frames of 1,000 clients, ten changes of the state a second.
bool writeFile(const QString &path, quint64 rows)
{
    SessionHead head;
    head.epoch = "bench";
    head.wallStart = WallTime(Milliseconds(1'790'000'000'000));
    auto writer = SessionWriter::create(path, head);
    if (!writer)
        return false;
    RecordedState state;
    const char *kinds[] = {"event", "deliver", "deliver", "ack", "frame", "deliver", "deliver", "req"};
    for (quint64 i = 0; i < rows; ++i) {
        SessionRow row;
        row.monoNs = qint64(i) * 1'000'000 / RowsPerMs;
        row.wall = wallAt(head.wallStart, row.monoNs);
        row.kind = kinds[i % 8];
        row.ref = i + 1;
        row.epoch = head.epoch;
        row.seq = Seq{i / 8 + 1};
        row.type = i % 40 == 0 ? "chat:message" : "news";
        if (i % 8 == 0) {
            row.op = "publish";
            row.to = {"room:lobby"};
            row.form = SessionRow::Form::Json;
            row.data = "{\"n\":" + QByteArray::number(i) + ",\"text\":\"some words that a chat may have\"}";
        } else {
            row.client = "client-" + QByteArray::number(i % ClientsInFile);
            row.connection = i % ClientsInFile + 1;
            row.protocol = "sse";
            row.length = 120;
        }
        if (!(*writer)->add(row))
            return false;
        if (i % (RowsPerMs * 100) != 0)
            continue;
        Snapshot change;
        change.generation = 1;
        change.monoNs = row.monoNs;
        change.figures.published = i;
        for (quint32 key = 1; key <= (i == 0 ? ClientsInFile : 100); ++key)
            change.changedClients.push_back(clientRow((key + quint32(i)) % ClientsInFile + 1, i));
        state.apply(change);
        SessionExtra extra;
        const bool isKey = i % (RowsPerMs * 100 * 50) == 0;
        extra.kind = isKey ? SessionExtra::Kind::Key : SessionExtra::Kind::Change;
        extra.beginNs = extra.endNs = row.monoNs;
        extra.body = packState(isKey ? state.whole() : change);
        if (!(*writer)->add(extra) || (i % 200'000 == 0 && !(*writer)->commit()))
            return false;
    }
    return (*writer)->finish().has_value();
}

double quantile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, std::size_t(share * double(values.size())))];
}

double median(const std::vector<double> &values)
{
    return quantile(values, 0.5);
}

double readOctets(const QString &path, const Clock &clock) // octets a second
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const TimePoint begun = clock.now();
    QByteArray block(1 << 20, Qt::Uninitialized);
    quint64 sum = 0;
    while (const qint64 got = file.read(block.data(), block.size()))
        sum += quint64(std::count(block.data(), block.data() + got, 'x'));
    return double(file.size()) / seconds(clock, begun) + double(sum & 0); // the count is the work
}

void measureFile(const QString &path, quint64 rows, const Clock &clock, QJsonObject &result)
{
    const double before = residentMiB();
    TimePoint begun = clock.now();
    auto reader = SessionReader::open(path);
    if (!reader)
        return;
    const SessionReader::Span span = (*reader)->span();
    const RecordedState end = (*reader)->stateAt(span.endNs);
    result[QStringLiteral("openMs")] = seconds(clock, begun) * 1e3;
    result[QStringLiteral("rows")] = double(span.rows());
    result[QStringLiteral("octetsPerRow")] = double(QFileInfo(path).size()) / double(rows);

    Observatory observatory;
    SessionPlayer player(std::move(*reader), observatory);
    std::mt19937_64 random(7);
    std::vector<double> jumps, jumpsCpu; // what a jump costs where nothing else runs
    for (int i = 0; i < Jumps; ++i) {
        player.seek(qint64(random() % quint64(span.endNs)));
        begun = clock.now();
        const double cpu = cpuSeconds(CLOCK_THREAD_CPUTIME_ID);
        const auto snapshot = player.next();
        jumpsCpu.push_back((cpuSeconds(CLOCK_THREAD_CPUTIME_ID) - cpu) * 1e3);
        jumps.push_back(seconds(clock, begun) * 1e3);
        if (snapshot->changedClients.empty() && end.clients().empty())
            return;
    }
    result[QStringLiteral("jumpMsP50")] = quantile(jumps, 0.5);
    result[QStringLiteral("jumpMsP99")] = quantile(jumps, 0.99);
    result[QStringLiteral("jumpCpuMsP50")] = quantile(jumpsCpu, 0.5);
    result[QStringLiteral("jumpCpuMsMax")] = quantile(jumpsCpu, 1);
    result[QStringLiteral("jumpMsMax")] = quantile(jumps, 1);

    const auto scan = [&](const char *name, const QByteArray &filter, const QByteArray &words) {
        SessionSelection selection;
        selection.filter = Filter::parse(filter, sessionFilterFields()).value_or(Filter());
        selection.words = words;
        begun = clock.now();
        const double cpu = cpuSeconds(CLOCK_THREAD_CPUTIME_ID);
        quint64 calls = 0;
        const auto found
            = SessionScan(player.reader(), selection)
                  .run([](quint64, const PackedRow &) { return true; }, [&calls](quint64, quint64) { return ++calls > 0; });
        result[QLatin1String(name) + QLatin1String("RowsPerCpuSecond")]
            = double(span.rows()) / (cpuSeconds(CLOCK_THREAD_CPUTIME_ID) - cpu);
        result[QLatin1String(name) + QLatin1String("RowsPerSecond")] = double(span.rows()) / seconds(clock, begun);
        result[QLatin1String(name) + QLatin1String("Found")] = double(found.value_or(0));
    };
    scan("filter", "kind == event && type == \"chat:message\"", {});
    scan("filterId", "client == \"client-7\" && id > 100", {});
    scan("words", {}, "chat 77");
    result[QStringLiteral("octetsReadPerSecond")] = readOctets(path, clock);
    result[QStringLiteral("fileMiB")] = double(QFileInfo(path).size()) / (1024 * 1024);
    result[QStringLiteral("memoryMiB")] = residentMiB() - before;
}

class DataEncoder final : public EventEncoder
{
public:
    [[nodiscard]] SharedBytes encode(const Event &event, const Epoch &, WireForm) const override { return event.data; }
};

class Sink final : public Subscriber
{
public:
    Sink(Hub &hub, Observer &observer, quint64 n)
        : Subscriber(ClientProtocol::Sse)
        , m_hub(hub)
        , m_observer(observer)
    {
        ConnectionFacts facts;
        facts.id = ConnectionId{n};
        facts.clientId = "c" + QByteArray::number(n);
        setRecord(observer.connectionOpened(facts, *this));
        const std::vector<QByteArray> channels{"*"};
        hub.subscribe(*this, channels, {}, hub.startFor({}, channels));
    }
    ~Sink() override
    {
        m_hub.unsubscribe(*this);
        m_observer.connectionClosed(*this, "end");
    }
    void drop(DropHow, int, const QByteArray &) override { }

private:
    [[nodiscard]] bool deliver(const EncodedEvent &event, bool replayed) override
    {
        m_observer.eventDelivered(*this, event.event(), event.event().data.size(), replayed);
        return true;
    }
    Hub &m_hub;
    Observer &m_observer;
};

// A hub with its clients, without sockets.
struct Rig {
    Rig(const Clock &clock, int clients, const QString &record)
        : journal(ConnectionJournal::Bounds{}, clock)
        , observer(journal, clock)
        , hub(store, encoder, observer, clock)
    {
        [[maybe_unused]] const auto opened = store.open(clock.wall());
        observer.setHub(&hub);
        if (!record.isEmpty()) {
            RecorderSettings settings;
            settings.path = record;
            recorder = Recorder::start(settings).value();
            observer.beginRecording();
        }
        for (int i = 1; i <= clients; ++i)
            sinks.push_back(std::make_unique<Sink>(hub, observer, quint64(i)));
    }
    ~Rig()
    {
        sinks.clear();
        observer.releaseWatches();
    }
    void publish()
    {
        Draft draft;
        draft.to = {"*"};
        draft.data = QByteArray(150, '1');
        (void)hub.publish(std::move(draft));
    }

    MemoryStore store{Retention{}};
    DataEncoder encoder;
    ConnectionJournal journal;
    Observer observer;
    Hub hub;
    std::vector<std::unique_ptr<Sink>> sinks;
    std::shared_ptr<Recorder> recorder;
};

// CPU of a send() of 150 octets over TCP, which a delivery is at least.
double sendNs()
{
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    const int out = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (::bind(listener, generic, size) != 0 || ::listen(listener, 1) != 0 || ::getsockname(listener, generic, &size) != 0
        || ::connect(out, generic, size) != 0)
        return 0;
    const int in = ::accept(listener, nullptr, nullptr);
    const int on = 1;
    ::setsockopt(out, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const QByteArray octets(150, '1');
    QByteArray sink(1 << 20, '\0');
    constexpr int Count = 50'000;
    double spent = 0;
    for (int i = 0; i < Count; i += 100) {
        const double begun = cpuSeconds(CLOCK_THREAD_CPUTIME_ID);
        for (int n = 0; n < 100; ++n)
            (void)!::send(out, octets.constData(), std::size_t(octets.size()), MSG_NOSIGNAL);
        spent += cpuSeconds(CLOCK_THREAD_CPUTIME_ID) - begun;
        for (qsizetype left = 100 * octets.size(); left > 0;)
            left -= std::max<ssize_t>(1, ::recv(in, sink.data(), std::size_t(sink.size()), 0));
    }
    for (const int socket : {listener, out, in})
        ::close(socket);
    return spent * 1e9 / Count;
}

void measureRecording(const QString &path, int clients, const Clock &clock, QJsonObject &result)
{
    Rig plain(clock, clients, {});
    Rig recorded(clock, clients, path);
    recorded.recorder->record(recorded.observer.takeRecordBatch(1));
    while (recorded.recorder->figures().rows < quint64(clients))
        ::usleep(2000);
    std::array<std::vector<double>, 2> hubNs, allNs;
    for (int round = 0; round < 2 * Rounds; ++round) {
        const bool records = round % 2;
        Rig &rig = records ? recorded : plain;
        const double hub = cpuSeconds(CLOCK_THREAD_CPUTIME_ID), all = cpuSeconds(CLOCK_PROCESS_CPUTIME_ID);
        for (int i = 0; i < EventsARound; ++i) {
            rig.publish();
            if (records && i % 4 == 3)
                rig.recorder->record(rig.observer.takeRecordBatch(1));
        }
        hubNs[records].push_back((cpuSeconds(CLOCK_THREAD_CPUTIME_ID) - hub) * 1e9 / EventsARound / clients);
        while (records && rig.recorder->figures().rows < quint64(clients) + quint64(round / 2 + 1) * EventsARound)
            ::usleep(2000); // its share belongs to this round
        allNs[records].push_back((cpuSeconds(CLOCK_PROCESS_CPUTIME_ID) - all) * 1e9 / EventsARound / clients);
    }
    recorded.recorder->stop();
    const double send = sendNs();
    result[QStringLiteral("sendNs")] = send;
    result[QStringLiteral("hubNsPerDelivery")] = median(hubNs[0]);
    result[QStringLiteral("hubNsPerDeliveryRecorded")] = median(hubNs[1]);
    result[QStringLiteral("recorderNsPerDelivery")] = median(allNs[1]) - median(hubNs[1]);
    result[QStringLiteral("costOfRecording")] = (median(allNs[1]) - median(allNs[0])) / (median(allNs[0]) + send);
    result[QStringLiteral("costToTheHubThread")] = (median(hubNs[1]) - median(hubNs[0])) / (median(hubNs[0]) + send);
    result[QStringLiteral("dropped")] = double(recorded.recorder->figures().dropped);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const quint64 rows = argc > 1 ? std::max<quint64>(10'000, QByteArray(argv[1]).toULongLong()) : 10'000'000;
    const int clients = argc > 2 ? std::max(100, std::atoi(argv[2])) : 10'000;
    const SystemClock clock;
    const QTemporaryDir folder;
    QJsonObject result{{QStringLiteral("benchmark"), QStringLiteral("session")}, {QStringLiteral("clients"), clients}};
    const QString file = argc > 3 ? QFile::decodeName(argv[3]) : folder.filePath(QStringLiteral("bench.pushscope"));
    const TimePoint begun = clock.now();
    if (!QFile::exists(file)) {
        if (!writeFile(file, rows))
            return 1;
        result[QStringLiteral("writeRowsPerSecond")] = double(rows) / seconds(clock, begun);
    }
    measureFile(file, rows, clock, result);
    measureRecording(folder.filePath(QStringLiteral("recorded.pushscope")), clients, clock, result);
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Indented).constData());
    return 0;
}
