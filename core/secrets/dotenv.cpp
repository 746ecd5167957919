// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/dotenv.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QString unescaped(QStringView text)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isEscape = text[i] == u'\\' && i + 1 < text.size();
        if (!isEscape) {
            result += text[i];
            continue;
        }
        const QChar next = text[++i];
        result += next == u'n' ? QChar(u'\n') : next == u't' ? QChar(u'\t') : next;
    }
    return result;
}

std::optional<QString> valueOf(const QString &written)
{
    static const QRegularExpression quoted(uR"x(^"((?:[^"\\]|\\.)*)"\s*(?:#.*)?$)x"_s);
    static const QRegularExpression literal(uR"(^'([^']*)'\s*(?:#.*)?$)"_s);
    static const QRegularExpression comment(uR"(\s+#.*$)"_s);
    if (written.startsWith(u'"')) {
        const auto match = quoted.match(written);
        return match.hasMatch() ? std::optional(unescaped(match.capturedView(1))) : std::nullopt;
    }
    if (written.startsWith(u'\'')) {
        const auto match = literal.match(written);
        return match.hasMatch() ? std::optional(match.captured(1)) : std::nullopt;
    }
    return QString(written).remove(comment);
}

} // namespace

Result<QMap<QString, QString>> parseDotenv(const QByteArray &text)
{
    static const QRegularExpression assignment(uR"(^(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)$)"_s);
    QMap<QString, QString> values;
    QList<Problem> problems;
    const QStringList lines = QString::fromUtf8(text).split(u'\n');
    for (int number = 0; number < lines.size(); ++number) {
        const QString line = lines[number].trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const auto match = assignment.match(line);
        const std::optional<QString> value = match.hasMatch() ? valueOf(match.captured(2)) : std::nullopt;
        // The line is not repeated: it may hold a secret.
        if (value)
            values.insert(match.captured(1), *value);
        else
            problems.append({{}, QCoreApplication::translate("secrets", "this is no NAME=value"), number + 1, 1});
    }
    if (!problems.isEmpty())
        return Error{ErrorKind::Invalid, QCoreApplication::translate("secrets", "The file of secrets has errors."),
                     problems};
    return values;
}

} // namespace gatehouse
