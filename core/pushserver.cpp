// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pushserver.h"

#include "adminservice.h"
#include "answerservice.h"
#include "auth/jwtauthorizer.h"
#include "base/logging.h"
#include "base/logsink.h"
#include "bus/redisbus.h"
#include "endpoints/httpconnection.h"
#include "faultservice.h"
#include "overload.h"
#include "store/memorystore.h"
#include "store/sqlitestore.h"
#include "transport/selfsigned.h"
#include "transport/tlscontext.h"
#include "transport/transportfactory.h"

#include <QFile>

namespace pushscope {

using namespace std::chrono_literals;

namespace {

constexpr auto DrainTime = 2s;
constexpr auto RecordPace = 100ms;
constexpr std::size_t BusChannels = 1'000; // that the window is shown
constexpr quint32 OverloadTicks = 16; // about a quarter of a second

EndpointSettings settingsOf(const ServerConfig &config)
{
    EndpointSettings settings;
    settings.http.headTimeout = config.headerTimeout;
    settings.http.idleTimeout = config.idleTimeout;
    settings.keepalive = config.keepalive;
    settings.pollTimeout = config.pollTimeout;
    settings.retry = config.retry;
    settings.queueLimit = config.queueLimit;
    settings.maxEvent = config.maxEvent;
    settings.allowedOrigins = config.allowedOrigins;
    settings.admission = {config.maxConnections, config.maxPerUser, config.maxPerAddress, config.publishRate};
    return settings;
}

JwtPolicy policyOf(const ServerConfig &config)
{
    JwtPolicy policy;
    policy.algorithms.clear();
    for (const QByteArray &name : config.algorithms) {
        if (const auto algorithm = parseJwtAlgorithm(name)) // checked by validate()
            policy.algorithms.append(*algorithm);
    }
    policy.audience = config.audience;
    policy.issuer = config.issuer;
    policy.requireExpiry = config.requireExpiry;
    return policy;
}

TransportKind kindOf(const QByteArray &name)
{
    return name == "linux" ? TransportKind::Linux : name == "qt" ? TransportKind::Qt : TransportKind::Auto;
}

} // namespace

PushServer::PushServer(ServerConfig config, const Clock &clock, std::shared_ptr<ConnectionJournal> journal,
                       Observatory *observatory, quint64 generation)
    : m_config(std::move(config))
    , m_clock(clock)
    , m_journal(std::move(journal))
    , m_observatory(observatory)
    , m_generation(generation)
    , m_settings(settingsOf(m_config))
    , m_timers(clock.now())
{
    connect(&m_tick, &QTimer::timeout, this, &PushServer::tick);
    connect(&m_slowTick, &QTimer::timeout, this, &PushServer::slowTick);
    connect(&m_recordTick, &QTimer::timeout, this, &PushServer::recordTick);
    connect(&m_stopTimer, &QTimer::timeout, this, &PushServer::finishStop);
    m_stopTimer.setSingleShot(true);
    m_tick.setTimerType(Qt::PreciseTimer);
}

PushServer::~PushServer()
{
    if (m_observatory)
        m_observatory->setSource(nullptr);
    // Those who are in the hub leave it while everything they tell is still there.
    m_receipts.clear();
    m_connections.clear();
    m_polls.clear();
    if (m_observer)
        m_observer->releaseWatches();
}

Result<QList<QByteArray>> PushServer::start()
{
    if (auto valid = m_config.validate(); !valid)
        return tl::unexpected(valid.error());
    auto keys = KeySet::create(m_config.secrets, m_config.publicKeys);
    if (!keys)
        return tl::unexpected(keys.error());
    m_authorizer = std::make_unique<JwtAuthorizer>(std::move(*keys), policyOf(m_config));
    if (auto opened = openTls(); !opened)
        return tl::unexpected(opened.error());
    m_transport = makeTransport(kindOf(m_config.transport));
    if (auto opened = openStore(); !opened)
        return tl::unexpected(opened.error());
    buildParts();
    auto urls = listenAll();
    if (!urls) {
        m_store->close();
        return urls;
    }
    if (m_bus) {
        m_bus->setListen(urls->join(' '));
        m_bus->start();
    }
    m_tick.start(TimerWheel::Tick);
    m_slowTick.start(1s);
    if (m_observatory)
        m_observatory->setSource(this);
    if (m_recordSink)
        m_recordTick.start(RecordPace);
    m_observer->log("info",
                    "listening on " + urls->join(", ") + " (" + m_transport->name() + ", store " + m_store->state().kind + ')',
                    "server");
    return urls;
}

Result<void> PushServer::openTls()
{
    if (!m_config.hasTls())
        return {};
    TlsContext::Settings settings;
    for (qsizetype i = 0; i < m_config.tlsCertificates.size(); ++i)
        settings.identities.append({QFile::decodeName(m_config.tlsCertificates[i]), QFile::decodeName(m_config.tlsKeys[i])});
    if (m_config.tlsSelfSigned) {
        const auto own = loadOrCreateSelfSigned(m_config.tlsFolder, m_clock.wall());
        if (!own)
            return tl::unexpected(own.error());
        qCInfo(lcServer).noquote() << howToTrust(*own);
        settings.identities.append(own->files);
    }
    m_tls = std::make_unique<TlsContext>(std::move(settings), m_clock);
    const auto warnings = m_tls->load();
    if (!warnings)
        return tl::unexpected(warnings.error());
    for (const QByteArray &warning : *warnings)
        qCWarning(lcServer).noquote() << warning;
    return {};
}

void PushServer::reloadCertificates()
{
    if (!m_tls)
        return;
    const auto warnings = m_tls->load();
    if (!warnings)
        qCWarning(lcServer).noquote() << "the certificates in use stay, for the new ones can't be used:"
                                      << warnings.error().detail;
    else
        qCInfo(lcServer) << "certificates read again";
    for (const QByteArray &warning : warnings.value_or(QList<QByteArray>()))
        qCWarning(lcServer).noquote() << warning;
}

Result<void> PushServer::openStore()
{
    if (!m_config.redis.isEmpty())
        openBus();
    else if (m_config.store == QLatin1String("memory"))
        m_store = std::make_unique<MemoryStore>(m_config.retention);
    else
        m_store = std::make_unique<SqliteStore>(
            StoreSettings{.path = m_config.store, .durability = m_config.durability, .retention = m_config.retention});
    const auto warnings = m_store->open(m_clock.wall());
    if (!warnings)
        return fail(warnings.error().code, "the store: " + warnings.error().detail);
    for (const QByteArray &warning : *warnings)
        qCWarning(lcStore).noquote() << warning;
    return {};
}

void PushServer::openBus()
{
    auto log = std::make_unique<RedisLog>();
    BusSettings settings;
    settings.address = *RedisAddress::parse(m_config.redis); // checked by validate()
    settings.waitInOutage = m_config.redisWaits;
    settings.retention = m_config.retention;
    settings.maxEvent = m_config.maxEvent;
    m_bus = std::make_unique<RedisBus>(std::move(settings), *log, m_clock);
    m_bus->setNotice([this](const char *level, const QByteArray &text, bool outage) { noteBus(level, text, outage); });
    m_bus->setClientCount([this] {
        quint64 clients = 0;
        for (const ProtocolFigures &protocol : m_observer->figures().protocols)
            clients += protocol.clients;
        return clients;
    });
    m_store = std::move(log);
}

void PushServer::noteBus(const char *level, const QByteArray &text, bool outage)
{
    m_observer->log(level, text, "bus");
    if (outage)
        m_observer->mark(text); // on the time axis, too
}

void PushServer::buildParts()
{
    m_observer = std::make_unique<Observer>(*m_journal, m_clock);
    m_hub = std::make_unique<Hub>(*m_store, m_encoder, *m_observer, m_clock, m_bus.get());
    m_observer->setHub(m_hub.get());
    if (m_recordSink)
        m_observer->beginRecording();
    m_observer->setFlushNeeded([this] {
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_transport->flush();
                m_observer->flushed();
            },
            Qt::QueuedConnection);
    });
    m_faults = std::make_unique<FaultService>(
        *m_observer, *m_hub, m_timers, m_clock,
        FaultService::HubActs{[this](bool on) { setListening(on); },
                              [this](bool drain) { drain ? m_connections.drainAll() : m_connections.resetAll(); }});
    m_answers = std::make_unique<AnswerService>(
        *m_hub, *m_observer, m_timers, m_clock,
        AnswerService::Limits{qsizetype(m_settings.maxMessage), qsizetype(m_settings.maxEvent)});
    m_admin = std::make_unique<AdminService>(*m_hub, *m_observer, *m_journal, *m_faults);
    m_admission = std::make_unique<Admission>(m_settings.admission, m_clock);
    m_overload = std::make_unique<Overload>(*m_observer, *m_admission, MemoryGuard(m_config.memoryLimit));
    m_observer->setLimitFigures([this] { return limitFigures(); });
    m_context = std::make_unique<EndpointContext>(EndpointContext{m_settings, m_clock, m_timers, *m_hub, *m_observer,
                                                                  *m_authorizer, *m_admin, *m_faults, *m_answers, m_connections,
                                                                  m_polls, m_router, *m_admission});
    m_context->frames = m_frameTap;
    m_router.setContext(m_context.get());
    connect(&m_connections, &ConnectionTable::emptied, this, [this] {
        if (m_stopping)
            finishStop();
    });
}

LimitFigures PushServer::limitFigures() const
{
    const Admission::Counts &counts = m_admission->counts();
    const MemoryGuard &guard = m_overload->guard();
    const Transport::AcceptState accept = m_transport->acceptState();
    LimitFigures figures;
    figures.overConnections = counts.overConnections;
    figures.overUser = counts.overUser;
    figures.overAddress = counts.overAddress;
    figures.overRate = counts.overRate;
    figures.forMemory = counts.forMemory;
    figures.shed = m_overload->shed();
    figures.memory = guard.lastUsed();
    figures.memoryLimit = guard.limit();
    figures.acceptPauses = accept.pauses;
    figures.acceptPaused = accept.paused;
    return figures;
}

Result<QList<QByteArray>> PushServer::listenAll()
{
    const auto addresses = m_config.listenAddresses();
    if (!addresses)
        return tl::unexpected(addresses.error());
    QList<QByteArray> urls;
    for (const ListenAddress &listen : *addresses) {
        const auto bound = listenOn(listen);
        if (!bound)
            return fail(bound.error().code, "cannot listen on " + listen.address.toByteArray() + ": " + bound.error().detail);
        m_bound.append({*bound, listen.tls});
        urls.append((listen.tls ? "https://" : "http://") + bound->toByteArray());
    }
    return urls;
}

Result<SocketAddress> PushServer::listenOn(const ListenAddress &listen)
{
    return m_transport->listen(listen.address, [this, tls = listen.tls](std::unique_ptr<Link> link) {
        accept(tls ? m_tls->wrap(std::move(link)) : std::move(link));
    });
}

void PushServer::setListening(bool on)
{
    m_transport->closeListeners();
    m_listenFailed = false;
    if (!on || m_stopping)
        return;
    for (const ListenAddress &listen : m_bound) {
        const auto bound = listenOn(listen);
        if (bound)
            continue;
        m_listenFailed = true; // somebody has the port now: tried again until it is free
        qCWarning(lcServer).noquote() << "cannot listen again on" << listen.address.toByteArray() << bound.error().detail;
    }
}

void PushServer::accept(std::unique_ptr<Link> link)
{
    m_connections.add(std::make_unique<HttpConnection>(*m_context, std::move(link)));
}

void PushServer::tick()
{
    m_timers.advance(m_clock.now());
    m_faults->expire();
    m_observer->forgetSome();
    if (++m_ticks % OverloadTicks == 0)
        m_overload->check();
}

void PushServer::slowTick()
{
    for (const LogLine &line : m_takesLog ? takeLogLines() : std::vector<LogLine>())
        m_observer->log(line.level, line.text, line.category);
    m_store->expire(m_clock.wall());
    m_observer->expire();
    if (m_listenFailed)
        setListening(true);
    if (m_tls && m_tls->filesChanged())
        reloadCertificates();
}

AdminPort &PushServer::admin() noexcept
{
    return *m_admin;
}

void PushServer::publish(Draft draft, Receipt receipt)
{
    auto published = m_hub->publish(std::move(draft));
    if (!published || m_hub->isSafe(*published)) {
        receipt(std::move(published));
        return;
    }
    PendingReceipt &pending = m_receipts.emplace_back(PendingReceipt{std::move(receipt), nullptr});
    pending.wait = std::make_unique<Hub::PublishWait>(*m_hub, *published,
                                                      [this, it = std::prev(m_receipts.end())](Result<Published> done) {
                                                          const PendingReceipt told = std::move(*it);
                                                          m_receipts.erase(it);
                                                          told.receipt(std::move(done));
                                                      });
}

void PushServer::snapshotRequested()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            auto snapshot = withFaults(m_observer->makeSnapshot(m_generation));
            addBus(*snapshot);
            m_observer->trackDeliveries(m_observatory->deliveriesWanted());
            m_observatory->deliver(std::move(snapshot));
        },
        Qt::QueuedConnection);
}

std::unique_ptr<Snapshot> PushServer::withFaults(std::unique_ptr<Snapshot> snapshot) const
{
    snapshot->figures.activeFaults = m_faults->count();
    snapshot->faults = m_faults->rows();
    return snapshot;
}

void PushServer::addBus(Snapshot &snapshot)
{
    if (!m_bus)
        return;
    snapshot.bus = m_bus->status();
    const TimePoint now = m_clock.now();
    if (!m_observatory->busDetailWanted()) {
        m_busDetailDue = {};
    } else if (now >= m_busDetailDue) {
        m_busDetailDue = now + 1s;
        snapshot.busDetail = std::make_shared<const BusDetail>(m_bus->detail(BusChannels));
    }
}

void PushServer::recordTick()
{
    auto batch = m_observer->takeRecordBatch(m_generation);
    if (!m_bound.isEmpty())
        batch->hub = (m_bound.first().tls ? "https://" : "http://") + m_bound.first().address.toByteArray();
    batch->snapshot = withFaults(std::move(batch->snapshot));
    m_recordSink->record(std::move(batch));
}

void PushServer::stop()
{
    if (std::exchange(m_stopping, true))
        return;
    m_observer->log("info", "stopping: clients are told to come back", "server");
    m_context->draining = true;
    m_transport->closeListeners();
    m_polls.drainAll();
    m_connections.drainAll();
    m_transport->flush();
    m_stopTimer.start(m_connections.size() == 0 ? 0ms : DrainTime);
}

void PushServer::finishStop()
{
    m_stopTimer.stop();
    if (!m_store)
        return;
    m_tick.stop();
    m_slowTick.stop();
    if (m_recordTick.isActive()) {
        m_recordTick.stop();
        recordTick(); // the end is part of it
    }
    m_receipts.clear();
    if (m_bus)
        m_bus->stop();
    m_store->close();
    if (m_observatory)
        m_observatory->setSource(nullptr);
    Q_EMIT stopped();
}

} // namespace pushscope
