// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/inspect_text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Inspect)
};

QString criterionText(routing::Criterion failed)
{
    switch (failed) {
    case routing::Criterion::Sni:
        return Words::tr("its SNIs are others");
    case routing::Criterion::Method:
        return Words::tr("its methods are others");
    case routing::Criterion::Host:
        return Words::tr("its hosts are others");
    case routing::Criterion::Header:
        return Words::tr("its headers are others");
    case routing::Criterion::Path:
        return Words::tr("its paths are others");
    case routing::Criterion::None:
        break;
    }
    return {};
}

} // namespace

QString accessGlyph(const AccessAnswer &answer)
{
    switch (answer.kind) {
    case AccessAnswer::Kind::Allowed:
        return u"✓"_s;
    case AccessAnswer::Kind::Public:
        return u"○"_s;
    case AccessAnswer::Kind::Refused:
        break;
    }
    return u"✗"_s;
}

QString accessText(const AccessAnswer &answer)
{
    const QString plugins = answer.plugins.join(u", "_s);
    const QString groups = answer.groups.join(u", "_s);
    switch (answer.reason) {
    case AccessAnswer::Reason::NotAsked:
        return Words::tr("public: no plugin asks who calls");
    case AccessAnswer::Reason::Authenticated:
        return plugins;
    case AccessAnswer::Reason::Anonymous:
        return Words::tr("as the anonymous consumer");
    case AccessAnswer::Reason::NoCredential:
        return plugins.isEmpty() ? Words::tr("the anonymous consumer does not exist")
                                 : Words::tr("%1: has no such credential").arg(plugins);
    case AccessAnswer::Reason::NotAllowed:
        return Words::tr("acl: needs %1").arg(groups);
    case AccessAnswer::Reason::Denied:
        return Words::tr("acl: denies %1").arg(groups);
    case AccessAnswer::Reason::NeverRecognised:
        break;
    }
    return Words::tr("acl: no plugin recognises who calls");
}

QString matchedPathText(const MatchReport &report)
{
    if (report.path.isEmpty())
        return report.host.isEmpty() ? Words::tr("any path") : Words::tr("host %1").arg(report.host);
    const QString text = report.isRegex ? Words::tr("path %1 (regex)") : Words::tr("path %1 (prefix)");
    return text.arg(report.path);
}

QString lostText(const MatchReport &report, const QString &routeId)
{
    QStringList reasons;
    for (const MatchReport::Tried &tried : report.tried) {
        const QString text = criterionText(tried.failed);
        if (tried.routeId == routeId && !reasons.contains(text))
            reasons << text;
    }
    return reasons.isEmpty() ? Words::tr("it is tried later") : reasons.join(u", "_s);
}

QString forwardText(const MatchReport &report, const TestRequest &request)
{
    if (report.httpsStatus != 0)
        return Words::tr("answered with %1: the route is for https only").arg(report.httpsStatus);
    if (report.upstreamUrl.isEmpty())
        return report.routeId.isEmpty() ? QString() : Words::tr("the route has no service: nothing is passed on");
    const QString text = u"%1 %2 → %1 %3"_s.arg(request.method, request.url.trimmed(), report.upstreamUrl);
    return report.upstreamHost.isEmpty() ? text : text + u"   Host: "_s + report.upstreamHost;
}

} // namespace gatehouse
