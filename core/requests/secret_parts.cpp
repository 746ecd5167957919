// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/requests/secret_parts.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse {

bool isSecretHeader(const QString &name, const RedactedNames &names)
{
    static constexpr std::array usual{"authorization"_L1, "proxy-authorization"_L1, "cookie"_L1, "apikey"_L1,
                                      "x-api-key"_L1};
    const bool isUsual = std::any_of(usual.begin(), usual.end(), [&name](QLatin1StringView each) {
        return name.compare(each, Qt::CaseInsensitive) == 0;
    });
    return isUsual || names.isField(name.toStdString());
}

bool isSecretArgument(const QString &argument, const RedactedNames &names)
{
    if (argument.startsWith("apikey="_L1, Qt::CaseInsensitive))
        return true;
    Arena arena;
    const std::string query = '?' + argument.toStdString();
    return names.redacted(query, arena) != query;
}

PublicDraft withoutSecrets(RequestDraft draft, const RedactedNames &names)
{
    PublicDraft result;
    const qsizetype question = draft.url.indexOf(u'?');
    if (question >= 0) {
        QStringList kept;
        const QStringList arguments = draft.url.mid(question + 1).split(u'&');
        for (const QString &argument : arguments) {
            if (isSecretArgument(argument, names))
                result.leftOut << argument.section(u'=', 0, 0);
            else
                kept << argument;
        }
        draft.url.truncate(question);
        if (!kept.isEmpty())
            draft.url += u'?' + kept.join(u'&');
    }
    draft.headers.removeIf([&result, &names](const auto &header) {
        const bool isSecret = isSecretHeader(header.first, names);
        if (isSecret)
            result.leftOut << header.first;
        return isSecret;
    });
    draft.credential.clear();
    result.draft = draft;
    return result;
}

void noteTypedSecrets(PreparedRequest &request, const RedactedNames &names)
{
    for (const RequestField &field : std::as_const(request.fields)) {
        if (!isSecretHeader(QString::fromUtf8(field.name), names))
            continue;
        const bool hasScheme = field.name.toLower().endsWith("authorization"); // "Bearer" may be seen
        request.secrets << (hasScheme ? field.value.mid(field.value.indexOf(' ') + 1) : field.value);
    }
    const QString target = QString::fromUtf8(request.target);
    const QStringList arguments = target.section(u'?', 1).split(u'&');
    for (const QString &argument : arguments) {
        if (isSecretArgument(argument, names))
            request.secrets << argument.section(u'=', 1).toUtf8();
    }
}

} // namespace gatehouse
