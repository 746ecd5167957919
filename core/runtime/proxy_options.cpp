// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/proxy_options.h"

#include "core/base/edit_distance.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

using std::chrono::milliseconds;

struct Value {
    std::uint64_t amount = 0;
    std::uint64_t buffers = 0;
};

template <auto Member>
void setTo(ProxySettings &settings, std::uint64_t value, std::uint64_t)
{
    using Type = std::decay_t<decltype(settings.*Member)>;
    settings.*Member = static_cast<Type>(value);
}

template <auto Member>
void setUpstream(ProxySettings &settings, std::uint64_t value, std::uint64_t)
{
    using Type = std::decay_t<decltype(settings.upstreamKeepalive.*Member)>;
    settings.upstreamKeepalive.*Member = static_cast<Type>(value);
}

void setHeaderBuffers(ProxySettings &settings, std::uint64_t size, std::uint64_t buffers)
{
    settings.requestLimits.requestLine = settings.requestLimits.fieldLine = size;
    settings.requestLimits.head = size * buffers;
}

void setFields(ProxySettings &settings, std::uint64_t value, std::uint64_t)
{
    settings.requestLimits.fields = value;
}

constexpr std::uint64_t day = 24ULL * 3600 * 1000; // ms
constexpr std::uint64_t gigabyte = 1ULL << 30;
constexpr std::uint64_t largestBody = 1ULL << 62;

using L1 = QLatin1String;
using S = ProxySettings;
using U = UpstreamKeepalive;

const auto table = std::to_array<ProxyOption>({
    {L1("nginx_events_worker_connections"), OptionKind::Count, L1("16384"), 1, 1'000'000,
     setTo<&S::connectionsPerWorker>, "Open client connections per worker; further ones wait until one ends."},
    {L1("client_connections_per_address"), OptionKind::Count, L1("0"), 0, 1'000'000, setTo<&S::connectionsPerAddress>,
     "Open connections of one client (IPv6: a /64) per worker; further ones are closed. 0: any number."},
    {L1("descriptor_reserve"), OptionKind::Count, L1("64"), 0, 65536, setTo<&S::descriptorReserve>,
     "File descriptors that connections leave to the Admin API, logs and name look-ups."},
    {L1("ssl_handshakes_per_second"), OptionKind::Count, L1("2000"), 0, 1'000'000, setTo<&S::handshakesPerSecond>,
     "TLS connections accepted per worker and second; further ones wait. 0: any number."},
    {L1("nginx_http_client_body_buffer_size"), OptionKind::Size, L1("1m"), 0, gigabyte, setTo<&S::bufferedBodyLimit>,
     "Bodies up to this length are received before the upstream is asked, chunked ones get a length; longer ones are "
     "streamed, as are those of routes without request_buffering."},
    {L1("client_body_buffer_time"), OptionKind::Time, L1("1s"), 1, day, setTo<&S::bufferedBodyTime>,
     "Bodies that take longer to arrive are streamed as well."},
    {L1("nginx_http_client_body_timeout"), OptionKind::Time, L1("60s"), 1, day, setTo<&S::bodyTimeout>,
     "Longest silence within a request body; 408."},
    {L1("client_body_min_rate"), OptionKind::Count, L1("240"), 0, 1'000'000'000, setTo<&S::bodyRate>,
     "Bytes a second that a request body must reach, but for routes without request_buffering; 0: any. 408."},
    {L1("client_body_min_rate_grace"), OptionKind::Time, L1("5s"), 0, day, setTo<&S::bodyRateGrace>,
     "Time spent waiting for a body before its rate counts."},
    {L1("log_redact_keys"), OptionKind::Count, L1("1"), 0, 1, setTo<&S::redactsKeys>,
     "Logs do not show what key-auth and jwt read; 0: they do, as Kong's."},
    {L1("plugin_body_size"), OptionKind::Size, L1("8m"), 0, gigabyte, setTo<&S::wholeBodyLimit>,
     "Largest body that plugins may read; 413 beyond."},
    {L1("nginx_http_client_header_timeout"), OptionKind::Time, L1("10s"), 1, day, setTo<&S::headTimeout>,
     "Time for a whole request head; 408."},
    {L1("client_header_fields"), OptionKind::Count, L1("200"), 1, http::FieldList::capacity, setFields,
     "Fields of a request; 431 beyond."},
    {L1("nginx_http_client_max_body_size"), OptionKind::Size, L1("0"), 0, largestBody, setTo<&S::bodyLimit>,
     "Largest request body; 413 beyond. 0: no limit."},
    {L1("nginx_http_keepalive_requests"), OptionKind::Count, L1("10000"), 1, 0xffffffffU,
     setTo<&S::requestsPerConnection>, "Requests on one client connection."},
    {L1("nginx_http_keepalive_timeout"), OptionKind::Time, L1("75s"), 1, day, setTo<&S::idleTimeout>,
     "How long a client connection is kept between two requests."},
    {L1("nginx_http_large_client_header_buffers"), OptionKind::Buffers, L1("4 8k"), 1024, 32768, setHeaderBuffers,
     "Their size is the longest request line (414) and field line (431), all together the longest head (431), up to "
     "60k. Unless set, a field line may have 16k."},
    {L1("nginx_http_lingering_time"), OptionKind::Time, L1("30s"), 0, day, setTo<&S::lingerTime>,
     "How long what a refused client still sends is read away."},
    {L1("nginx_http_lingering_timeout"), OptionKind::Time, L1("5s"), 1, day, setTo<&S::lingerTimeout>,
     "Longest silence while doing so."},
    {L1("nginx_http_send_timeout"), OptionKind::Time, L1("60s"), 1, day, setTo<&S::sendTimeout>,
     "How long a client may take nothing of its answer."},
    {L1("send_min_rate"), OptionKind::Count, L1("240"), 0, 1'000'000'000, setTo<&S::sendRate>,
     "Bytes a second that a client must take of an answer that waits for it; 0: any."},
    {L1("send_min_rate_grace"), OptionKind::Time, L1("30s"), 0, day, setTo<&S::sendRateGrace>,
     "Time spent waiting for the client before that rate counts."},
    {L1("upstream_keepalive_idle_timeout"), OptionKind::Time, L1("60s"), 1, day, setUpstream<&U::idleTimeout>,
     "How long an unused upstream connection is kept."},
    {L1("upstream_keepalive_max_requests"), OptionKind::Count, L1("10000"), 1, 0xffffffffU,
     setUpstream<&U::maxRequests>, "Requests on one upstream connection."},
    {L1("upstream_keepalive_pool_size"), OptionKind::Count, L1("512"), 0, 1'000'000, setUpstream<&U::perAddress>,
     "Unused upstream connections kept per worker and address; 0: none."},
});

QString bare(const QString &name)
{
    for (const QLatin1String prefix : {"nginx_http_"_L1, "nginx_events_"_L1}) {
        if (name.startsWith(prefix))
            return name.mid(prefix.size());
    }
    return name;
}

QLatin1String nearest(const QString &name)
{
    const auto closer = [&name](const ProxyOption &a, const ProxyOption &b) {
        return editDistance(bare(name), bare(a.name)) < editDistance(bare(name), bare(b.name));
    };
    return std::min_element(table.begin(), table.end(), closer)->name;
}

std::uint64_t unit(OptionKind kind, const QString &suffix)
{
    struct Unit {
        QLatin1String text;
        std::uint64_t times;
    };

    static constexpr Unit sizes[] = {{L1(""), 1}, {L1("k"), 1024}, {L1("m"), 1024 * 1024}, {L1("g"), gigabyte}};
    static constexpr Unit times[] = {{L1(""), 1000},    {L1("ms"), 1},        {L1("s"), 1000},
                                     {L1("m"), 60'000}, {L1("h"), 3'600'000}, {L1("d"), day}};
    const std::span<const Unit> units = kind == OptionKind::Time ? std::span<const Unit>(times) : sizes;
    for (const Unit &each : units) {
        if (suffix == each.text)
            return kind == OptionKind::Count && !suffix.isEmpty() ? 0 : each.times;
    }
    return 0;
}

std::optional<Value> parse(OptionKind kind, const QString &text)
{
    static const QRegularExpression form(u"^(?:([1-9][0-9]{0,2}) +)?([0-9]{1,18})([a-z]{0,2})$"_s);
    const QRegularExpressionMatch match = form.match(text.trimmed().toLower());
    if (!match.hasMatch() || match.captured(1).isEmpty() == (kind == OptionKind::Buffers))
        return std::nullopt;
    const std::uint64_t times = unit(kind, match.captured(3));
    const std::uint64_t number = match.captured(2).toULongLong();
    if (times == 0 || number > largestBody / times)
        return std::nullopt;
    return Value{number * times, match.captured(1).toULongLong()};
}

Error refused(const ProxyOption &option, const QString &value)
{
    static constexpr QLatin1String forms[] = {L1("a size such as 8k or 1m"), L1("a time such as 500ms or 60s"),
                                              L1("a number"), L1("a number and a size such as 4 8k")};
    const QString range = option.kind == OptionKind::Time ? u"%1ms to %2ms"_s.arg(option.least).arg(option.most)
                                                          : u"%1 to %2"_s.arg(option.least).arg(option.most);
    return {ErrorKind::Invalid,
            u"%1: \"%2\" is not %3 (%4)"_s.arg(option.name, value, forms[std::size_t(option.kind)], range)};
}

} // namespace

std::span<const ProxyOption> proxyOptions()
{
    return table;
}

Result<> setProxyOption(ProxySettings &settings, const QString &name, const QString &value)
{
    const QString wanted = bare(name.toLower());
    const auto option =
        std::find_if(table.begin(), table.end(), [&wanted](const auto &each) { return bare(each.name) == wanted; });
    if (option == table.end())
        return Error{ErrorKind::Invalid, u"there is no setting \"%1\"; did you mean %2?"_s.arg(name, nearest(name))};
    const std::optional<Value> parsed = parse(option->kind, value);
    constexpr std::uint64_t longestHead = 60 * 1024; // what fits into a large block, with room to spare
    const bool fits = parsed && parsed->amount >= option->least && parsed->amount <= option->most;
    if (!fits || (option->kind == OptionKind::Buffers && parsed->amount * parsed->buffers > longestHead))
        return refused(*option, value);
    option->apply(settings, parsed->amount, parsed->buffers);
    return {};
}

Result<> readProxyEnvironment(ProxySettings &settings, const QProcessEnvironment &environment)
{
    for (const ProxyOption &option : table) {
        const QString variable = u"KONG_"_s + QString(option.name).toUpper();
        if (!environment.contains(variable))
            continue;
        if (const Result<> set = setProxyOption(settings, option.name, environment.value(variable)); !set)
            return Error{ErrorKind::Invalid, u"environment: "_s + set.error().message};
    }
    return {};
}

} // namespace gatehouse
