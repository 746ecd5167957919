// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/explain_output.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr qsizetype narrowest = 8; // characters for the names of the stations

QJsonObject stepJson(const ExplainedStep &step)
{
    const QString verdict = step.mark == ExplainedStep::Mark::Passed    ? u"passed"_s
                            : step.mark == ExplainedStep::Mark::Refused ? u"refused"_s
                                                                        : u"not reached"_s;
    QJsonObject json{{u"station"_s, step.subject}, {u"verdict"_s, verdict}, {u"text"_s, step.text}};
    if (!step.more.isEmpty())
        json.insert(u"more"_s, QJsonArray::fromStringList(step.more));
    if (step.ms >= 0)
        json.insert(u"ms"_s, step.ms);
    return json;
}

// The URL as it was asked for: what --as added to the query is a secret.
QString requestLine(const PreparedRequest &request)
{
    return QString::fromUtf8(request.method + ' ' + request.url);
}

} // namespace

QString printable(QString line)
{
    for (QChar &c : line) {
        if (c.category() == QChar::Other_Control)
            c = QChar::ReplacementCharacter;
    }
    return line;
}

QString explanationText(const ExplainedRequest &explained)
{
    const RequestExplanation &whole = explained.explanation;
    qsizetype width = narrowest;
    for (const ExplainedStep &step : whole.steps)
        width = std::max(width, step.subject.size());
    QString text = printable(requestLine(explained.request)) + u'\n';
    for (const QString &note : explained.notes)
        text += u"  "_s + printable(note) + u'\n';
    for (const ExplainedStep &step : whole.steps) {
        text += markText(step.mark) + u' ' + step.subject.leftJustified(width) + u"  "_s + printable(step.text);
        text += step.ms < 0 ? u"\n"_s : u"  ("_s + durationText(step.ms) + u")\n"_s;
        for (const QString &line : step.more)
            text += QString(width + 6, u' ') + printable(line) + u'\n';
    }
    return text + u"HTTP %1, answered by %2\n"_s.arg(QString::number(whole.status), whole.decidedBy);
}

QByteArray explanationJson(const ExplainedRequest &explained)
{
    QJsonArray steps;
    for (const ExplainedStep &step : explained.explanation.steps)
        steps.append(stepJson(step));
    QJsonObject json{
        {u"schema"_s, 1},
        {u"request"_s, QJsonObject{{u"method"_s, QString::fromUtf8(explained.request.method)},
                                   {u"url"_s, QString::fromUtf8(explained.request.url)}}},
        {u"status"_s, explained.explanation.status},
        {u"decided_by"_s, explained.explanation.decidedBy},
        {u"explanation"_s, steps},
        {u"trace"_s, QJsonDocument::fromJson(explained.trace).object()},
    };
    if (!explained.consumer.isEmpty()) {
        json.insert(u"as"_s, explained.consumer);
        json.insert(u"credentials"_s, QJsonArray::fromStringList(explained.notes));
    }
    return QJsonDocument(json).toJson();
}

} // namespace gatehouse
