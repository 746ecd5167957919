// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explanation/plugin_reason.h"

#include "core/explanation/named_places.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr qsizetype longestMessage = 120; // characters; the body of an answer may be a whole page

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Explanation)
};

struct Step {
    QJsonObject facts;
    QString message; // of the answer
    bool refused = false;
    qint64 now = 0;

    [[nodiscard]] QString fact(QLatin1String name) const { return facts.value(name).toString(); }
};

// "41 min": one unit is enough to know what is meant.
QString span(qint64 seconds)
{
    if (seconds < 120)
        return filled(Words::tr("{count} s"), {{"count"_L1, QString::number(seconds)}});
    if (seconds < 120 * 60)
        return filled(Words::tr("{count} min"), {{"count"_L1, QString::number(seconds / 60)}});
    if (seconds < 48 * 3600)
        return filled(Words::tr("{count} h"), {{"count"_L1, QString::number(seconds / 3600)}});
    return filled(Words::tr("{count} days"), {{"count"_L1, QString::number(seconds / 86400)}});
}

// Who is asking, for every plugin that found out.
QString whoSentence(const Step &step)
{
    if (step.facts.contains("anonymous"_L1)) {
        return filled(Words::tr("nobody was recognised; it goes on as the anonymous consumer {consumer}"),
                      {{"consumer"_L1, step.fact("anonymous"_L1)}});
    }
    return step.facts.contains("consumer"_L1)
               ? filled(Words::tr("consumer {consumer}"), {{"consumer"_L1, step.fact("consumer"_L1)}})
               : QString();
}

QString expiry(const Step &step)
{
    if (!step.facts.contains("expires"_L1))
        return Words::tr("the token does not expire");
    const qint64 left = step.fact("expires"_L1).toLongLong() - step.now;
    return left >= 0 ? filled(Words::tr("the token expires in {time}"), {{"time"_L1, span(left)}})
                     : filled(Words::tr("the token expired {time} ago"), {{"time"_L1, span(-left)}});
}

QString jwtReason(const Step &step)
{
    const QString key = step.fact("key"_L1);
    if (!step.refused) {
        const QString who = whoSentence(step);
        if (who.isEmpty() || key.isEmpty() || step.facts.contains("anonymous"_L1))
            return who;
        return filled(Words::tr("{who}, key {key}; {expiry}"),
                      {{"who"_L1, who}, {"key"_L1, key}, {"expiry"_L1, expiry(step)}});
    }
    if (step.message == "Unauthorized"_L1)
        return Words::tr("no token came with the request");
    if (step.message.startsWith("No credentials found"_L1))
        return filled(Words::tr("the token names the key {key}, which no credential has"), {{"key"_L1, key}});
    if (step.message == "Invalid signature"_L1)
        return filled(Words::tr("the token is not signed with the secret of the credential {key}"), {{"key"_L1, key}});
    if (step.message == "Invalid algorithm"_L1)
        return filled(Words::tr("the algorithm of the token is not that of the credential {key}"), {{"key"_L1, key}});
    return step.message.startsWith("exp: token expired"_L1) ? expiry(step) : QString();
}

QString keyAuthReason(const Step &step)
{
    const QString name = step.fact("key name"_L1);
    if (!step.refused) {
        const QString who = whoSentence(step);
        if (who.isEmpty() || name.isEmpty() || step.facts.contains("anonymous"_L1))
            return who;
        return filled(Words::tr("{who}, by the key in {name}"), {{"who"_L1, who}, {"name"_L1, name}});
    }
    if (step.message == "No API key found in request"_L1)
        return Words::tr("no key came with the request");
    if (step.message == "Unauthorized"_L1 && !name.isEmpty())
        return filled(Words::tr("the key in {name} is nobody's"), {{"name"_L1, name}});
    return {};
}

QString aclReason(const Step &step)
{
    const bool allows = step.facts.contains("allow"_L1);
    const QString list = step.fact(allows ? "allow"_L1 : "deny"_L1);
    const QString groups = step.fact("groups"_L1);
    const auto say = [&](const QString &sentence) {
        return filled(sentence, {{"groups"_L1, groups}, {"list"_L1, list}});
    };
    if (!step.facts.contains("groups"_L1))
        return Words::tr("nobody was recognised before it; it needs an authentication plugin");
    if (groups.isEmpty())
        return allows ? say(Words::tr("the consumer is in no group; allowed: {list}"))
                      : say(Words::tr("the consumer is in no group; denied: {list}"));
    if (allows)
        return step.refused ? say(Words::tr("no group of the consumer ({groups}) is allowed ({list})"))
                            : say(Words::tr("groups of the consumer: {groups}; allowed: {list}"));
    return step.refused ? say(Words::tr("a group of the consumer ({groups}) is denied ({list})"))
                        : say(Words::tr("no group of the consumer ({groups}) is denied ({list})"));
}

QString rateLimitingReason(const Step &step)
{
    static constexpr std::array<std::pair<const char *, const char *>, 6> periods{{
        {"second", QT_TRANSLATE_NOOP("Explanation", "{used} of {limit} used in this second")},
        {"minute", QT_TRANSLATE_NOOP("Explanation", "{used} of {limit} used in this minute")},
        {"hour", QT_TRANSLATE_NOOP("Explanation", "{used} of {limit} used in this hour")},
        {"day", QT_TRANSLATE_NOOP("Explanation", "{used} of {limit} used on this day")},
        {"month", QT_TRANSLATE_NOOP("Explanation", "{used} of {limit} used in this month")},
        {"year", QT_TRANSLATE_NOOP("Explanation", "{used} of {limit} used in this year")},
    }};
    QStringList limits;
    for (const auto &[period, sentence] : periods) {
        if (const QString used = step.fact(QLatin1String(period)); !used.isEmpty())
            limits << filled(Words::tr(sentence),
                             {{"used"_L1, used.section(u" of "_s, 0, 0)}, {"limit"_L1, used.section(u" of "_s, 1, 1)}});
    }
    const QString counted = step.fact("counted by"_L1);
    if (limits.isEmpty() || counted.isEmpty())
        return {};
    return filled(Words::tr("{limits} before it, counted by {who}"),
                  {{"limits"_L1, limits.join(u", "_s)}, {"who"_L1, counted}});
}

// The text of an answer: a message, or what a JSON body says.
QString messageText(const QString &text)
{
    const QJsonObject body = QJsonDocument::fromJson(text.toUtf8()).object();
    QStringList parts;
    for (auto entry = body.begin(); entry != body.end(); ++entry) {
        const QString value = entry.value().toString();
        parts << (entry.key() == "message"_L1 ? value : entry.key() + u": "_s + value);
    }
    QString message = (parts.isEmpty() ? text : parts.join(u", "_s)).simplified();
    if (message.size() > longestMessage)
        message = message.left(longestMessage) + u'…';
    return message;
}

QString reasonOf(const QString &plugin, const Step &step)
{
    static constexpr std::pair<const char *, QString (*)(const Step &)> words[] = {
        {"jwt", jwtReason},
        {"key-auth", keyAuthReason},
        {"acl", aclReason},
        {"rate-limiting", rateLimitingReason},
    };
    for (const auto &[name, reason] : words) {
        if (plugin == QLatin1String(name))
            return reason(step);
    }
    return whoSentence(step);
}

} // namespace

QString pluginReason(const QJsonObject &json, qint64 nowSeconds)
{
    const QJsonValue verdict = json.value("verdict"_L1);
    if (verdict == "not reached"_L1)
        return Words::tr("not reached");
    const Step step{json.value("facts"_L1).toObject(), messageText(json.value("message"_L1).toString()),
                    verdict.isDouble(), nowSeconds};
    const QString reason = reasonOf(json.value("name"_L1).toString(), step);
    if (!step.refused)
        return reason.isEmpty() ? Words::tr("let it pass") : reason;
    const QString status = QString::number(verdict.toInt());
    const QString answer = step.message.isEmpty() ? status
                                                  : filled(Words::tr("{status} \"{message}\""),
                                                           {{"status"_L1, status}, {"message"_L1, step.message}});
    return reason.isEmpty() ? filled(Words::tr("answered {answer}"), {{"answer"_L1, answer}})
                            : filled(Words::tr("{reason} → {answer}"), {{"reason"_L1, reason}, {"answer"_L1, answer}});
}

} // namespace gatehouse
