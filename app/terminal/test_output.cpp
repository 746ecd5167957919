// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/test_output.h"

#include "app/terminal/explain_output.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace gatehouse {

QString resultLine(const SavedRequest &request, const RequestOutcome &outcome)
{
    const QString name = request.folder.isEmpty() ? request.name : QString(request.folder + u'/' + request.name);
    const QString mark = outcome.isMet() ? u"✓"_s : u"✗"_s;
    if (outcome.error)
        return printable(mark + u' ' + name + u": "_s + outcome.error->message);
    QString line =
        u"%1 %2  %3  %4"_s.arg(mark, name, QString::number(outcome.answer.status), durationText(outcome.answer.ms));
    if (!outcome.unmet.isEmpty())
        line += u": "_s + outcome.unmet.join(u"; "_s);
    return printable(line);
}

QJsonObject resultJson(const SavedRequest &request, const RequestOutcome &outcome)
{
    QJsonObject json{{u"name"_s, request.name},
                     {u"method"_s, request.draft.method},
                     {u"url"_s, request.draft.url},
                     {u"met"_s, outcome.isMet()}};
    const auto add = [&json](const QString &key, const QString &text) {
        if (!text.isEmpty())
            json.insert(key, text);
    };
    add(u"folder"_s, request.folder);
    add(u"as"_s, request.draft.consumer);
    if (outcome.error) {
        json.insert(u"error"_s, outcome.error->message);
        return json;
    }
    json.insert(u"status"_s, outcome.answer.status);
    json.insert(u"ms"_s, outcome.answer.ms);
    json.insert(u"unmet"_s, QJsonArray::fromStringList(outcome.unmet));
    add(u"route"_s, outcome.explanation ? outcome.explanation->route : QString());
    add(u"decided_by"_s, outcome.explanation ? outcome.explanation->decidedBy : QString());
    return json;
}

} // namespace gatehouse
