// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/balancing/upstream_watch.h"

#include <QThread>

#include <algorithm>
#include <set>
#include <utility>

namespace gatehouse {

namespace {

// Kong looks half a second after the answer has expired; one that never expires is looked at once a day.
constexpr std::chrono::nanoseconds shortestWait = std::chrono::milliseconds(500);
constexpr std::chrono::nanoseconds longestWait = std::chrono::hours(24);

std::set<std::string> namesOf(const UpstreamSettings &settings)
{
    std::set<std::string> names;
    for (const UpstreamTarget &target : settings.targets) {
        if (!target.literal)
            names.insert(target.host);
    }
    return names;
}

} // namespace

// One upstream: the names that are being looked up, when to look again, and its probes.
class UpstreamWatch::Watched final : public std::enable_shared_from_this<Watched>, private net::Timer
{
public:
    Watched(UpstreamWatch &watch, UpstreamPtr upstream)
        : m_watch(watch)
        , m_upstream(std::move(upstream))
    {
    }

    void configure(const std::shared_ptr<const UpstreamSettings> &settings)
    {
        if (m_settings == settings)
            return;
        m_settings = settings;
        m_checker.reset();
        if (ActiveChecker::isWanted(*settings))
            m_checker = std::make_unique<ActiveChecker>(*m_watch.m_poller, m_upstream, settings);
        if (!settings->isHost)
            lookUp();
    }

    void lookUp()
    {
        if (m_open > 0) // the one under way tells whoever waits
            return;
        const std::set<std::string> names = namesOf(*m_settings);
        m_open = names.size() + 1; // answers may come at once
        for (const std::string &name : names) {
            m_watch.m_resolver->ask(name, [weak = weak_from_this(), name](const net::DnsAnswerPtr &answer) {
                if (const auto self = weak.lock())
                    self->onAnswer(name, answer);
            });
        }
        closeOne();
    }

private:
    void onAnswer(const std::string &name, const net::DnsAnswerPtr &answer)
    {
        m_upstream->setAnswer(name, answer);
        closeOne();
    }

    void closeOne()
    {
        if (--m_open > 0)
            return;
        m_upstream->refreshed();
        m_watch.tellWaiters();
        if (m_settings->isHost || namesOf(*m_settings).empty())
            return;
        const std::chrono::nanoseconds left(m_upstream->validUntil() - net::Poller::instant());
        m_watch.m_poller->arm(*this, std::clamp(left, shortestWait, longestWait));
    }

    void expired() override { lookUp(); }

    UpstreamWatch &m_watch;
    UpstreamPtr m_upstream;
    std::shared_ptr<const UpstreamSettings> m_settings;
    std::unique_ptr<ActiveChecker> m_checker;
    std::size_t m_open = 0; // names that are being looked up
};

UpstreamWatch::UpstreamWatch(net::ResolverSettings settings)
    : m_settings(std::move(settings))
    , m_poller(nullptr, [](net::Poller *) {})
{
}

UpstreamWatch::~UpstreamWatch() = default;

void UpstreamWatch::start()
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_poller = net::pollerOfThisThread();
    m_resolver = std::make_unique<net::Resolver>(*m_poller, m_settings);
}

void UpstreamWatch::stop()
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_resolver.reset();
    m_watched.clear();
    m_poller.reset();
}

void UpstreamWatch::adopt(const std::vector<ConfiguredUpstream> &upstreams)
{
    Q_ASSERT(QThread::currentThread() == thread());
    std::unordered_map<std::uint64_t, std::shared_ptr<Watched>> before = std::exchange(m_watched, {});
    for (const ConfiguredUpstream &one : upstreams) {
        std::shared_ptr<Watched> &watched = before[one.upstream->number()];
        if (!watched)
            watched = std::make_shared<Watched>(*this, one.upstream);
        watched->configure(one.settings);
        m_watched.emplace(one.upstream->number(), watched);
    }
}

void UpstreamWatch::addWaiter(ThreadMember &member, Task task)
{
    const std::lock_guard lock(m_telling);
    m_waiters.push_back({&member, std::move(task)});
}

void UpstreamWatch::removeWaiter(const ThreadMember &member)
{
    const std::lock_guard lock(m_telling);
    std::erase_if(m_waiters, [&member](const Waiter &waiter) { return waiter.member == &member; });
}

void UpstreamWatch::tellWaiters()
{
    const std::lock_guard lock(m_telling);
    for (const Waiter &waiter : m_waiters)
        waiter.member->post(waiter.task);
}

void UpstreamWatch::lookUp(const UpstreamPtr &upstream)
{
    post([this, upstream] { lookUpNow(upstream); });
}

void UpstreamWatch::lookUpNow(const UpstreamPtr &upstream)
{
    if (!m_resolver)
        return;
    const auto found = m_watched.find(upstream->number());
    if (found != m_watched.end()) {
        found->second->lookUp();
        return;
    }
    // A request of an earlier configuration: its upstream is not looked after any more, but it still wants an answer.
    const auto watched = std::make_shared<Watched>(*this, upstream);
    m_watched.emplace(upstream->number(), watched);
    watched->configure(upstream->peers()->settings);
    watched->lookUp();
}

} // namespace gatehouse
