// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/host_address.h"

#include "core/schema/lua_pattern.h"

#include <QHostAddress>
#include <QStringList>

#include <algorithm>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

constexpr int highestPort = 65535;

bool isDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

// The number behind the last colon; more than five digits only have to be "too large".
std::optional<int> portNumber(QStringView digits)
{
    bool ok = false;
    const int value = digits.toInt(&ok);
    return ok ? value : highestPort + 1;
}

HostResult failure(const QString &text)
{
    return {{}, text};
}

HostResult parseIPv4(const QString &text)
{
    const QString invalid = u"invalid ipv4 address: "_s + text;
    QStringView address = text;
    std::optional<int> port;
    if (const qsizetype colon = text.indexOf(u':'); colon >= 0) {
        const QStringView digits = QStringView(text).sliced(colon + 1);
        if (!isDigits(digits))
            return failure(invalid);
        port = portNumber(digits);
        address = address.first(colon);
    }
    QStringList octets;
    for (const QStringView part : address.split(u'.')) {
        if (!isDigits(part) || part.size() > 3 || part.toInt() > 255)
            return failure(invalid);
        octets << QString::number(part.toInt());
    }
    if (octets.size() != 4)
        return failure(invalid);
    if (port && *port > highestPort)
        return failure(u"invalid port number"_s);
    return {HostAddress{HostAddress::Type::IPv4, octets.join(u'.'), port}, {}};
}

// Eight groups of four digits, or nothing. Only one "::" is expanded, as Kong does.
std::optional<QString> expandIPv6(QString text)
{
    if (text.startsWith(u':'))
        text.prepend(u'0');
    if (text.endsWith(u':'))
        text.append(u'0');
    if (const qsizetype gap = text.indexOf("::"_L1); gap >= 0) {
        const qsizetype missing = 8 - text.count(u':');
        text.replace(gap, 2, u":"_s + u"0:"_s.repeated(missing));
    }
    QStringList groups;
    for (const QString &group : text.split(u':')) {
        if (!luaMatches(group, u"^%x%x?%x?%x?$"_s))
            return std::nullopt;
        groups << group.rightJustified(4, u'0').toLower();
    }
    if (groups.size() != 8)
        return std::nullopt;
    return groups.join(u':');
}

HostResult parseIPv6(const QString &text)
{
    QString address = text;
    std::optional<int> port;
    const qsizetype close = text.indexOf(u']');
    if (text.startsWith(u'[') && close > 0) {
        address = text.mid(1, close - 1);
        const QString rest = text.mid(close + 1);
        if (!rest.isEmpty()) {
            if (!rest.startsWith(u':') || !isDigits(QStringView(rest).sliced(1)))
                return failure(u"invalid ipv6 address"_s);
            port = portNumber(QStringView(rest).sliced(1));
            if (*port > highestPort)
                return failure(u"invalid port number"_s);
        }
    }
    const std::optional<QString> expanded = expandIPv6(address);
    if (!expanded)
        return failure(u"invalid ipv6 address: "_s + text);
    return {HostAddress{HostAddress::Type::IPv6, *expanded, port}, {}};
}

HostResult parseName(const QString &text)
{
    const QString invalid = u"invalid hostname: "_s + text;
    QString name = text;
    std::optional<int> port;
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon >= 0 && isDigits(QStringView(text).sliced(colon + 1))) {
        port = portNumber(QStringView(text).sliced(colon + 1));
        if (*port > highestPort)
            return failure(u"invalid port number"_s);
        name = text.first(colon);
    }
    if (!luaMatches(name, u"^[%d%a%-%.%_]+$"_s))
        return failure(invalid);
    const QStringList segments = name.split(u'.');
    for (qsizetype i = 0; i < segments.size(); ++i) {
        if (segments[i].endsWith(u'-') || (segments[i].isEmpty() && i + 1 < segments.size()))
            return failure(invalid);
    }
    return {HostAddress{HostAddress::Type::Name, name, port}, {}};
}

bool isIp(const QString &text)
{
    QHostAddress address;
    if (!address.setAddress(text) || text.contains(u'%'))
        return false;
    // QHostAddress also reads "1.2" and "0x7f.1", which are no addresses here.
    return address.protocol() == QAbstractSocket::IPv6Protocol || luaMatches(text, u"^%d+%.%d+%.%d+%.%d+$"_s);
}

} // namespace

HostResult normalizeHost(const QString &text)
{
    if (text.count(u':') > 1)
        return parseIPv6(text);
    QString withoutColon = text;
    withoutColon.remove(u':');
    if (luaMatches(withoutColon, u"^[%d%.]+$"_s))
        return parseIPv4(text);
    return parseName(text);
}

QString formatHost(const HostAddress &address, std::optional<int> defaultPort)
{
    QString result = address.host;
    if (address.type == HostAddress::Type::IPv6)
        result = u'[' + result + u']';
    const std::optional<int> port = address.port ? address.port : defaultPort;
    if (port)
        result += u':' + QString::number(*port);
    return result;
}

bool isIpOrCidr(const QString &text)
{
    const qsizetype slash = text.indexOf(u'/');
    if (slash < 0)
        return isIp(text);
    const QString address = text.first(slash);
    const QStringView prefix = QStringView(text).sliced(slash + 1);
    if (!isIp(address) || !isDigits(prefix) || (prefix.size() > 1 && prefix.startsWith(u'0')) || prefix.size() > 3)
        return false;
    return prefix.toInt() <= (address.contains(u':') ? 128 : 32);
}

} // namespace gatehouse
