// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/requests/json_layout.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Requests)
};

constexpr int indentation = 2;

QString lineBreak(int depth)
{
    return u'\n' + QString(depth * indentation, u' ');
}

// The string that begins at a quote, both quotes included.
QStringView stringAt(QStringView text, qsizetype begin)
{
    qsizetype end = begin + 1;
    while (end < text.size() && text[end] != u'"')
        end += text[end] == u'\\' ? 2 : 1;
    return text.mid(begin, end + 1 - begin);
}

qsizetype nextVisible(QStringView text, qsizetype at)
{
    while (at < text.size() && text[at].isSpace())
        ++at;
    return at;
}

} // namespace

QString indentedJson(const QString &text)
{
    if (!jsonProblem(text).isEmpty())
        return text;
    QString result;
    int depth = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar letter = text[i];
        if (letter == u'"') {
            const QStringView string = stringAt(text, i);
            result += string;
            i += string.size() - 1;
        } else if (letter == u'{' || letter == u'[') {
            result += letter;
            const qsizetype next = nextVisible(text, i + 1);
            if (next < text.size() && (text[next] == u'}' || text[next] == u']')) {
                result += text[next];
                i = next;
            } else {
                result += lineBreak(++depth);
            }
        } else if (letter == u'}' || letter == u']') {
            result += lineBreak(--depth) + letter;
        } else if (letter == u',') {
            result += letter + lineBreak(depth);
        } else if (letter == u':') {
            result += u": "_s;
        } else if (!letter.isSpace()) {
            result += letter;
        }
    }
    return result;
}

QString jsonProblem(const QString &text)
{
    QJsonParseError error;
    const QByteArray bytes = text.toUtf8();
    QJsonDocument::fromJson(bytes, &error);
    if (error.error == QJsonParseError::NoError)
        return {};
    const QByteArray before = bytes.left(error.offset);
    return Words::tr("line %1, column %2: %3")
        .arg(before.count('\n') + 1)
        .arg(before.size() - before.lastIndexOf('\n'))
        .arg(error.errorString());
}

} // namespace gatehouse
