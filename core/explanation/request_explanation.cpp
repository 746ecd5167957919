// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explanation/request_explanation.h"

#include "core/explanation/named_places.h"
#include "core/explanation/plugin_reason.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

using Mark = ExplainedStep::Mark;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Explanation)
};

QString withStatus(const QString &reason, int status)
{
    return filled(Words::tr("{reason} → {answer}"), {{"reason"_L1, reason}, {"answer"_L1, QString::number(status)}});
}

QString whyNot(const QJsonObject &route)
{
    static constexpr std::pair<const char *, const char *> sentences[] = {
        {"other snis", QT_TRANSLATE_NOOP("Explanation", "{route}: its snis do not fit")},
        {"other methods", QT_TRANSLATE_NOOP("Explanation", "{route}: its methods do not fit")},
        {"other hosts", QT_TRANSLATE_NOOP("Explanation", "{route}: its hosts do not fit")},
        {"other headers", QT_TRANSLATE_NOOP("Explanation", "{route}: its headers do not fit")},
        {"other paths", QT_TRANSLATE_NOOP("Explanation", "{route}: its paths do not fit")},
    };
    const QString verdict = route.value("verdict"_L1).toString();
    for (const auto &[failed, sentence] : sentences) {
        if (verdict == QLatin1String(failed))
            return filled(Words::tr(sentence), {{"route"_L1, route.value("name"_L1).toString()}});
    }
    return verdict;
}

// "3 other routes considered" behind a sentence.
QString withCount(const QString &sentence, qsizetype others)
{
    if (others == 0)
        return sentence;
    return filled(others == 1 ? Words::tr("{sentence}; 1 other route considered")
                              : Words::tr("{sentence}; {count} other routes considered"),
                  {{"sentence"_L1, sentence}, {"count"_L1, QString::number(others)}});
}

QString matchedSentence(const QJsonObject &trace, const QString &route)
{
    const QString path = trace.value("path"_L1).toString();
    return path.isEmpty()
               ? filled(Words::tr("{route} fits"), {{"route"_L1, route}})
               : filled(Words::tr("{route} fits, by its path {path}"), {{"route"_L1, route}, {"path"_L1, path}});
}

ExplainedStep explainRoute(const QJsonObject &trace, RequestExplanation &whole)
{
    ExplainedStep step{Mark::Refused, Words::tr("Route"), {}, {}, -1};
    const QJsonArray routes = trace.value("routes"_L1).toArray();
    QString &matched = whole.route;
    for (const QJsonValue &value : routes) {
        const QJsonObject route = value.toObject();
        if (route.value("verdict"_L1) == "matched"_L1)
            matched = route.value("name"_L1).toString();
        else
            step.more << whyNot(route);
    }
    const qsizetype leftOut = trace.value("routes_left_out"_L1).toInt();
    const qsizetype others = step.more.size() + leftOut;
    if (leftOut > 0)
        step.more << filled(Words::tr("{count} more are not listed"), {{"count"_L1, QString::number(leftOut)}});
    const bool byRouter = whole.decidedBy == "router"_L1;
    if (!matched.isEmpty()) {
        step.mark = byRouter ? Mark::Refused : Mark::Passed;
        const QString sentence = matchedSentence(trace, matched);
        step.text = withCount(
            byRouter ? withStatus(filled(Words::tr("{sentence}, but only takes HTTPS"), {{"sentence"_L1, sentence}}),
                                  whole.status)
                     : sentence,
            others);
    } else if (whole.status == 404 && byRouter) {
        step.text = withCount(withStatus(Words::tr("no route fits this request"), whole.status), others);
    } else {
        step.mark = byRouter ? Mark::Refused : Mark::Skipped;
        step.text = byRouter ? withStatus(Words::tr("not looked for; the request itself was refused"), whole.status)
                             : Words::tr("not looked for");
    }
    return step;
}

ExplainedStep explainPlugin(const QJsonObject &json, qint64 nowSeconds)
{
    const QJsonValue verdict = json.value("verdict"_L1);
    const Mark mark = verdict.isDouble() ? Mark::Refused : verdict == "passed"_L1 ? Mark::Passed : Mark::Skipped;
    return {
        mark, json.value("name"_L1).toString(), pluginReason(json, nowSeconds), {}, json.value("ms"_L1).toDouble(-1)};
}

QString addressOf(const QJsonValue &one)
{
    const QString ip = one["ip"_L1].toString();
    return (ip.contains(u':') ? u'[' + ip + u']' : ip) + u':' + QString::number(one["port"_L1].toInt());
}

QString tryText(const QJsonValue &one)
{
    const int code = one["code"_L1].toInt();
    const QString sentence = code == 504 ? Words::tr("{address} did not answer in time")
                             : code != 0 ? Words::tr("{address} could not be reached, or its answer was broken")
                                         : Words::tr("{address} was asked");
    return filled(sentence, {{"address"_L1, addressOf(one)}});
}

// A line for each try; equal ones in a row are one.
QStringList tryLines(const QJsonArray &tries)
{
    QStringList lines;
    for (qsizetype first = 0, end = 0; first < tries.size(); first = end) {
        while (end < tries.size() && tries[end] == tries[first])
            ++end;
        const QString text = tryText(tries[first]);
        lines << (end - first == 1 ? text
                                   : filled(Words::tr("{sentence} ({count} times)"),
                                            {{"sentence"_L1, text}, {"count"_L1, QString::number(end - first)}}));
    }
    return lines;
}

ExplainedStep explainUpstream(const QJsonObject &trace, const RequestExplanation &whole)
{
    ExplainedStep step{Mark::Skipped, Words::tr("Upstream"), Words::tr("not contacted"), {}, -1};
    const QJsonArray tries = trace.value("tries"_L1).toArray();
    const bool byProxy = whole.decidedBy == "proxy"_L1;
    if (tries.isEmpty()) {
        if (byProxy) {
            step.mark = Mark::Refused;
            step.text = withStatus(whole.status == 503 ? Words::tr("not contacted; there is no address to send it to")
                                                       : Words::tr("not contacted"),
                                   whole.status);
        }
        return step;
    }
    step.ms = trace.value("ms"_L1)["upstream"_L1].toDouble(-1);
    const QJsonValue last = tries.last();
    if (whole.decidedBy == "upstream"_L1) {
        step.mark = Mark::Passed;
        step.text = filled(Words::tr("{address} answered {status}"),
                           {{"address"_L1, addressOf(last)}, {"status"_L1, QString::number(whole.status)}});
    } else {
        step.mark = Mark::Refused;
        step.text = byProxy ? withStatus(tryText(last), whole.status) : tryText(last);
    }
    if (tries.size() > 1) {
        step.text = filled(Words::tr("{sentence}; {count} tries"),
                           {{"sentence"_L1, step.text}, {"count"_L1, QString::number(tries.size())}});
        step.more = tryLines(tries);
    }
    return step;
}

} // namespace

std::optional<RequestExplanation> explainTrace(const QByteArray &trace, qint64 nowSeconds)
{
    const QJsonObject json = QJsonDocument::fromJson(trace).object();
    if (!json.contains("routes"_L1))
        return std::nullopt;
    RequestExplanation whole;
    whole.status = json.value("status"_L1).toInt();
    whole.decidedBy = json.value("decided_by"_L1).toString();
    whole.steps << explainRoute(json, whole);
    const QJsonArray plugins = json.value("plugins"_L1).toArray();
    for (const QJsonValue &plugin : plugins)
        whole.steps << explainPlugin(plugin.toObject(), nowSeconds);
    whole.steps << explainUpstream(json, whole);
    return whole;
}

QString durationText(double ms)
{
    const QLocale locale;
    if (ms >= 1)
        return filled(Words::tr("{count} ms"), {{"count"_L1, locale.toString(ms, 'f', ms < 100 ? 1 : 0)}});
    const int us = qRound(ms * 1000);
    return us == 0 ? Words::tr("< 1 µs") : filled(Words::tr("{count} µs"), {{"count"_L1, locale.toString(us)}});
}

QString markText(ExplainedStep::Mark mark)
{
    return mark == Mark::Passed ? u"✓"_s : mark == Mark::Refused ? u"✗"_s : u"–"_s;
}

} // namespace gatehouse
