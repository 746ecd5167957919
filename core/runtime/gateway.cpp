// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/gateway.h"

#include "core/base/logging.h"
#include "core/runtime/default_identity.h"

#include <QThread>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

int workersFor(int wanted)
{
    return wanted > 0 ? wanted : QThread::idealThreadCount();
}

} // namespace

Gateway::Gateway(Project &project, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_project(project)
    , m_clock(clock)
    , m_api(project.store(), m_status, &m_balancing)
{
    m_drainDeadline.setSingleShot(true);
    connect(&m_drainDeadline, &QTimer::timeout, this, &Gateway::stopNow);
}

Gateway::~Gateway()
{
    m_admin.reset();
    m_proxy.reset();
}

Result<> Gateway::start(const GatewaySettings &settings)
{
    stopNow();
    if (const Result<> prepared = prepareIdentity(settings); !prepared)
        return prepared.error();
    const CompileServices services{m_clock, m_limits, m_logs, m_defaultIdentity, m_tlsContexts, m_balancing.directory(),
                                   m_plans};
    auto publisher = std::make_unique<Publisher>(m_project.store(), services);
    publisher->setGuard([this](const Config &config) { return m_project.refusal(config); });
    publisher->continueAfter(m_lastRevision);
    if (m_applyMode == ApplyMode::Staged)
        publisher->setMode(m_applyMode);
    if (const Result<> compiled = publisher->publishNow(); !compiled)
        return compiled.error();

    m_settings = settings;
    m_balancing.start(settings.dns);
    m_balancing.adopt(*publisher->running());
    auto proxy = std::make_unique<ProxyServer>(
        WorkerPool::Services{m_settings.limits, m_counters, m_logs, m_balancing.watch(), settings.drainTimeout});
    if (const Result<> listening =
            proxy->start({settings.proxy, settings.proxyTls}, workersFor(settings.workers), publisher->running());
        !listening)
        return listening.error();
    if (const Result<> listening = startAdmin(settings.admin); !listening)
        return listening.error();

    m_publisher = std::move(publisher);
    m_lastRevision = revision();
    m_proxy = std::move(proxy);
    m_proxy->workers().setTrafficWatched(m_watched);
    connect(m_publisher.get(), &Publisher::published, this, [this](const SnapshotPtr &snapshot) {
        m_balancing.adopt(*snapshot);
        m_proxy->publish(snapshot);
        m_lastRevision = snapshot->revision;
        emit published(snapshot->revision);
    });
    connect(m_publisher.get(), &Publisher::rejected, this, &Gateway::rejected);
    connect(m_publisher.get(), &Publisher::staged, this, &Gateway::staged);
    connect(m_proxy.get(), &ProxyServer::drained, this, &Gateway::finishStop, Qt::QueuedConnection);
    tellStatus();
    m_since.start();
    m_state = State::Running;
    emit started();
    return {};
}

// Only a TLS port presents it.
Result<> Gateway::prepareIdentity(const GatewaySettings &settings)
{
    if (!settings.proxyTls || !m_defaultIdentity.certificate.isEmpty())
        return {};
    const Result<net::TlsIdentity> identity =
        defaultIdentity(settings.tlsFolder.isEmpty() ? defaultIdentityFolder() : settings.tlsFolder);
    if (!identity)
        return identity.error();
    m_defaultIdentity = *identity;
    return {};
}

Result<> Gateway::startAdmin(const ListenAddress &listen)
{
    AdminServerOptions options;
    options.address = listen.host;
    options.port = listen.port;
    auto server = std::make_unique<AdminServer>(m_api, options);
    connect(server.get(), &AdminServer::written, this, [this] { m_publisher->publishPending(); });
    const Result<quint16> port = server->listen();
    if (!port)
        return port.error();
    m_adminAddress = {listen.host, *port};
    m_admin = std::move(server);
    return {};
}

void Gateway::tellStatus()
{
    m_status.setRunning({proxyAddress(), adminAddress(), workers()});
}

Result<> Gateway::setWorkers(int workers)
{
    if (m_state != State::Running)
        return Error{ErrorKind::Invalid, u"The gateway is not running."_s};
    const Result<> result = m_proxy->setWorkers(workersFor(workers), m_publisher->running());
    tellStatus();
    return result;
}

void Gateway::stop()
{
    if (m_state != State::Running)
        return;
    m_state = State::Draining;
    m_admin.reset();
    m_drainDeadline.start(m_settings.drainTimeout);
    emit draining();
    m_proxy->drain();
}

void Gateway::stopNow()
{
    m_admin.reset();
    if (m_state != State::Stopped)
        finishStop();
}

void Gateway::finishStop()
{
    if (m_state == State::Stopped)
        return;
    m_drainDeadline.stop();
    m_proxy.reset();
    m_balancing.stop();
    m_publisher.reset();
    m_state = State::Stopped;
    emit stopped();
}

QString Gateway::proxyAddress() const
{
    return m_proxy ? m_proxy->address().toString() : QString();
}

QString Gateway::proxyTlsAddress() const
{
    return m_proxy && m_proxy->tlsAddress() ? m_proxy->tlsAddress()->toString() : QString();
}

QString Gateway::adminAddress() const
{
    return m_admin ? m_adminAddress.toString() : QString();
}

std::uint64_t Gateway::revision() const
{
    return m_publisher && m_publisher->running() ? m_publisher->running()->revision : 0;
}

void Gateway::continueAfter(std::uint64_t revision)
{
    m_lastRevision = std::max(m_lastRevision, revision);
    if (m_publisher)
        m_publisher->continueAfter(revision);
}

QStringList Gateway::warnings() const
{
    return m_publisher ? m_publisher->warnings() : QStringList();
}

std::chrono::seconds Gateway::uptime() const
{
    return m_state == State::Stopped ? std::chrono::seconds(0) : std::chrono::seconds(m_since.elapsed() / 1000);
}

void Gateway::setApplyMode(ApplyMode mode)
{
    m_applyMode = mode;
    if (m_publisher)
        m_publisher->setMode(mode);
}

Result<> Gateway::apply()
{
    return m_publisher ? m_publisher->publishNow() : Result<>();
}

Change Gateway::pendingChange() const
{
    if (!m_publisher)
        return {};
    return difference(m_publisher->runningConfig(), m_project.store().config(), tr("Apply changes"));
}

const Config &Gateway::runningConfig() const
{
    return m_publisher ? m_publisher->runningConfig() : m_project.store().config();
}

void Gateway::setTrafficWatched(bool watched)
{
    m_watched = watched;
    if (m_proxy)
        m_proxy->workers().setTrafficWatched(watched);
}

std::uint64_t Gateway::droppedTraffic() const
{
    return m_proxy ? m_proxy->workers().droppedTraffic() : 0;
}

} // namespace gatehouse
