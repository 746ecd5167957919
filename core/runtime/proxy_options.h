// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/proxy/worker_context.h"

#include <QProcessEnvironment>
#include <QString>

#include <span>

namespace gatehouse {

enum class OptionKind : std::uint8_t {
    Size,    // bytes; "8k", "1m", "2g"
    Time,    // "500ms", "60s", "2m", "1h"; a bare number is seconds, as nginx reads it
    Count,   // a number
    Buffers, // a number of buffers of a size: "4 8k"
};

// One setting of the proxy by the name it has in kong.conf: the one place that knows its default, bounds and meaning.
struct ProxyOption {
    QLatin1String name;
    OptionKind kind;
    QLatin1String defaultText;
    std::uint64_t least; // bytes, ms or a number
    std::uint64_t most;
    void (*apply)(ProxySettings &settings, std::uint64_t value, std::uint64_t buffers);
    const char *help;
};

[[nodiscard]] std::span<const ProxyOption> proxyOptions();

// Sets one option. The prefixes nginx_http_ and nginx_events_ may be left out. Fails with ErrorKind::Invalid and a
// sentence that names what is wrong, or the name that was probably meant.
[[nodiscard]] Result<> setProxyOption(ProxySettings &settings, const QString &name, const QString &value);

// Sets what the environment has as KONG_<NAME>. Variables of other settings of Kong are not looked at.
[[nodiscard]] Result<> readProxyEnvironment(ProxySettings &settings, const QProcessEnvironment &environment);

} // namespace gatehouse
