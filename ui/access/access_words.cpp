// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/access/access_words.h"

#include "core/model/row_name.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AccessWords)
};

constexpr qsizetype mostNames = 5;
constexpr qsizetype mostRoutes = 6;

// "readers or admins"
QString oneOf(const QStringList &names)
{
    return names.join(Words::tr(" or ", "between groups, one of which is enough"));
}

QString legendOf(const QList<CellWords> &all)
{
    static constexpr QChar wordJoiner(0x2060); // a line may break after a dash, even before such a blank (UAX 14)
    QStringList parts;
    for (const CellWords &words : all)
        parts << words.glyph + wordJoiner + QChar::Nbsp + QString(words.word).replace(u' ', QChar::Nbsp);
    return parts.join(u"   "_s);
}

QStringList shared(const QStringList &some, const QStringList &others)
{
    QStringList both = some;
    both.removeIf([&others](const QString &each) { return !others.contains(each); });
    return both;
}

QString deniedText(const AccessLine &consumer, const AccessColumn &route, const AccessAnswer &answer)
{
    const bool lacksCredential = answer.reason == AccessAnswer::Reason::NoCredential;
    const QString credentials = oneOf(answer.plugins);
    if (consumer.id.isEmpty() && lacksCredential)
        return Words::tr("denied, presents no credential for %1").arg(credentials);
    if (answer.reason == AccessAnswer::Reason::NeverRecognised)
        return Words::tr("denied, the acl asks who calls");
    if (route.acl.isAllowList) {
        const QString groups = oneOf(route.acl.groups);
        return lacksCredential ? Words::tr("denied, needs group %1 and a credential for %2").arg(groups, credentials)
                               : Words::tr("denied, needs group %1").arg(groups);
    }
    const QString groups = shared(consumer.groups, route.acl.groups).join(u", "_s);
    return lacksCredential
               ? Words::tr("denied, is in group %1 and has no credential for %2").arg(groups, credentials)
               : Words::tr("denied, the acl denies group %1").arg(groups.isEmpty() ? oneOf(route.acl.groups) : groups);
}

QString stateText(const AccessLine &consumer, const AccessColumn &route, const AccessCell &cell)
{
    const AccessAnswer &answer = cell.answer;
    switch (cell.state) {
    case AccessState::Allowed:
        return answer.reason == AccessAnswer::Reason::Anonymous
                   ? Words::tr("allowed, as the anonymous consumer")
                   : Words::tr("allowed, by %1").arg(answer.plugins.join(u", "_s));
    case AccessState::Denied:
        return deniedText(consumer, route, answer);
    case AccessState::NoCredential:
        return Words::tr("would be allowed but has no credential for %1").arg(oneOf(answer.plugins));
    case AccessState::Public:
        return answer.reason == AccessAnswer::Reason::Anonymous ? Words::tr("public, as the anonymous consumer")
                                                                : Words::tr("public, no plugin asks who calls");
    case AccessState::Warning:
        return answer.plugins.isEmpty()
                   ? Words::tr("denied, the anonymous consumer that its plugin names does not exist")
                   : Words::tr("denied like everybody: the acl asks who calls, and no plugin recognises anybody");
    case AccessState::NoData:
        break;
    }
    return Words::tr("no data, no request is routed there");
}

// "the acl of service orders"
QString aclText(const Config &config, const QString &pluginId)
{
    const QJsonObject plugin = config.find(u"plugins"_s, pluginId).value_or(QJsonObject());
    const auto nameOf = [&config, &plugin](const QString &field) {
        const QString id = foreignId(plugin, field);
        return id.isEmpty() ? QString() : shownName(config.find(field + u's', id).value_or(QJsonObject()));
    };
    const QString route = nameOf(u"route"_s);
    const QString service = nameOf(u"service"_s);
    if (!route.isEmpty())
        return Words::tr("the acl of route %1").arg(route);
    return service.isEmpty() ? Words::tr("the acl for everything") : Words::tr("the acl of service %1").arg(service);
}

// Of a list that is there already or takes the place of the other.
bool hasList(const Config &config, const QString &pluginId, QLatin1String list)
{
    const QJsonObject plugin = config.find(u"plugins"_s, pluginId).value_or(QJsonObject());
    return !plugin.value("config"_L1).toObject().value(list).toVariant().toStringList().isEmpty();
}

QString fewNames(const QStringList &names)
{
    const QString text = QStringList(names.mid(0, mostNames)).join(u", "_s);
    const auto left = static_cast<int>(names.size() - mostNames);
    return left > 0 ? Words::tr("%1 and %n more", nullptr, left).arg(text) : text;
}

// "orders-write (backoffice, beta-tester); reports (mobile-app)"
QString routesText(const QList<AccessShift> &shifts)
{
    QMap<QString, QStringList> consumers; // by route
    for (const AccessShift &shift : shifts)
        consumers[shift.route] << callerName({shift.consumerId, shift.consumer, {}});
    QStringList parts;
    for (auto route = consumers.begin(); route != consumers.end() && parts.size() < mostRoutes; ++route)
        parts << u"%1 (%2)"_s.arg(route.key(), fewNames(route.value()));
    const QString text = parts.join(u"; "_s);
    const auto left = static_cast<int>(consumers.size() - parts.size());
    return left > 0 ? Words::tr("%1; and %n more route(s)", nullptr, left).arg(text) : text;
}

} // namespace

CellWords wordsOf(AccessState state)
{
    switch (state) {
    case AccessState::Allowed:
        return {u"✓"_s, Words::tr("allowed"), theme::Tone::Plain};
    case AccessState::Denied:
        return {u"✗"_s, Words::tr("denied"), theme::Tone::ClientError};
    case AccessState::NoCredential:
        return {u"◐"_s, Words::tr("no credential"), theme::Tone::Limited};
    case AccessState::Public:
        return {u"○"_s, Words::tr("public"), theme::Tone::Redirect};
    case AccessState::Warning:
        return {u"!"_s, Words::tr("nobody gets in"), theme::Tone::ServerError};
    case AccessState::NoData:
        break;
    }
    return {u"–"_s, Words::tr("no data"), theme::Tone::Plain};
}

CellWords wordsOf(GroupRule rule)
{
    switch (rule) {
    case GroupRule::Allow:
        return {u"✓"_s, Words::tr("allow"), theme::Tone::Plain};
    case GroupRule::Deny:
        return {u"✗"_s, Words::tr("deny"), theme::Tone::ClientError};
    case GroupRule::NotNamed:
        return {u"–"_s, Words::tr("not named"), theme::Tone::Plain};
    case GroupRule::NoAcl:
        return {u"○"_s, Words::tr("no acl"), theme::Tone::Redirect};
    case GroupRule::NoData:
        break;
    }
    return {u"⊘"_s, Words::tr("off"), theme::Tone::Plain};
}

QString accessLegend()
{
    const CellWords half = wordsOf(AccessState::NoCredential);
    return legendOf({wordsOf(AccessState::Allowed),
                     wordsOf(AccessState::Denied),
                     {half.glyph, Words::tr("allowed but cannot authenticate")},
                     wordsOf(AccessState::Public),
                     wordsOf(AccessState::Warning),
                     wordsOf(AccessState::NoData)});
}

QString groupLegend()
{
    return legendOf({wordsOf(GroupRule::Allow), wordsOf(GroupRule::Deny), wordsOf(GroupRule::NotNamed),
                     wordsOf(GroupRule::NoAcl), wordsOf(GroupRule::NoData)});
}

QString callerName(const AccessLine &consumer)
{
    return consumer.id.isEmpty() ? Words::tr("(anonymous)") : consumer.name;
}

QString cellSentence(const AccessLine &consumer, const AccessColumn &route, const AccessCell &cell)
{
    return u"%1, %2: %3"_s.arg(callerName(consumer), route.name, stateText(consumer, route, cell));
}

QString ruleSentence(const QString &group, const AccessColumn &route, GroupRule rule)
{
    const auto text = [rule] {
        switch (rule) {
        case GroupRule::Allow:
            return Words::tr("%1, %2: allow, the acl lets this group through");
        case GroupRule::Deny:
            return Words::tr("%1, %2: deny, the acl shuts this group out");
        case GroupRule::NotNamed:
            return Words::tr("%1, %2: the acl does not name this group");
        case GroupRule::NoAcl:
            return Words::tr("%1, %2: no acl runs there");
        case GroupRule::NoData:
            break;
        }
        return Words::tr("%1, %2: no request is routed there");
    };
    return text().arg(group, route.name);
}

QString wayText(const Config &config, const AccessWay &way)
{
    const QString consumer = shownName(config.find(u"consumers"_s, way.consumerId).value_or(QJsonObject()));
    const QString groups = way.groups.join(u", "_s);
    switch (way.kind) {
    case AccessWay::Kind::JoinGroup:
        return Words::tr("Add %1 to group %2").arg(consumer, groups);
    case AccessWay::Kind::LeaveGroups:
        return Words::tr("Take %1 out of group %2").arg(consumer, groups);
    case AccessWay::Kind::Allow:
        return (hasList(config, way.pluginId, "deny"_L1) ? Words::tr("Allow group %1 alone by %2")
                                                         : Words::tr("Add group %1 to the allow list of %2"))
            .arg(groups, aclText(config, way.pluginId));
    case AccessWay::Kind::StopAllowing:
        return Words::tr("Take group %1 off the allow list of %2").arg(groups, aclText(config, way.pluginId));
    case AccessWay::Kind::Deny:
        return (hasList(config, way.pluginId, "allow"_L1) ? Words::tr("Deny group %1 alone by %2")
                                                          : Words::tr("Add group %1 to the deny list of %2"))
            .arg(groups, aclText(config, way.pluginId));
    case AccessWay::Kind::StopDenying:
        return Words::tr("Take group %1 off the deny list of %2").arg(groups, aclText(config, way.pluginId));
    case AccessWay::Kind::SwitchOff:
        break;
    }
    return Words::tr("Switch off %1, which denies nobody else").arg(aclText(config, way.pluginId));
}

QString shiftsText(const AccessShifts &shifts, const QString &consumerId, const QString &routeId)
{
    QList<AccessShift> opened;
    QList<AccessShift> closed;
    bool isFor = false;
    for (const AccessShift &shift : shifts.shifts) {
        const bool isPair = shift.opens && shift.consumerId == consumerId && shift.routeId == routeId;
        isFor = isFor || isPair;
        if (!isPair)
            (shift.opens ? opened : closed) << shift;
    }
    QStringList lines;
    if (!consumerId.isEmpty() && !isFor && shifts.isComplete)
        lines << Words::tr("This alone does not let it in: it has no credential either.");
    if (!opened.isEmpty())
        lines << Words::tr("Also gets in: %1").arg(routesText(opened));
    if (!closed.isEmpty())
        lines << Words::tr("No longer gets in: %1").arg(routesText(closed));
    if (opened.isEmpty() && closed.isEmpty() && shifts.isComplete)
        lines << (consumerId.isEmpty() ? Words::tr("Nobody gains or loses access.")
                                       : Words::tr("Nobody else gets in."));
    if (!shifts.isComplete)
        lines << Words::tr("There are too many consumers and routes to look at all of them.");
    return lines.join(u'\n');
}

} // namespace gatehouse
