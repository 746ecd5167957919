// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/proxy/conformance/case_file.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QByteArray unescaped(const QByteArray &text);

// Takes one escape off the text behind a backslash.
QByteArray takeEscape(const QByteArray &text, qsizetype &at)
{
    const char kind = text.at(at++);
    switch (kind) {
    case 'r':
        return "\r";
    case 'n':
        return "\n";
    case 't':
        return "\t";
    case '0':
        return QByteArray(1, '\0');
    case 'x':
        at += 2;
        return QByteArray(1, static_cast<char>(text.mid(at - 2, 2).toInt(nullptr, 16)));
    case '{': {
        const qsizetype end = text.indexOf('}', at);
        const qsizetype blank = text.indexOf(' ', at);
        const QByteArray repeated = text.mid(blank + 1, end - blank - 1);
        const int count = text.mid(at, blank - at).toInt();
        at = end + 1;
        return unescaped(repeated).repeated(count);
    }
    default:
        return QByteArray(1, kind);
    }
}

QByteArray unescaped(const QByteArray &text)
{
    QByteArray octets;
    for (qsizetype at = 0; at < text.size();) {
        if (text.at(at) != '\\') {
            octets += text.at(at++);
            continue;
        }
        octets += takeEscape(text, ++at);
    }
    return octets;
}

bool takeLine(const QByteArray &mark, const QByteArray &text, ConformanceCase &row)
{
    if (mark == ">" || mark == ">>")
        row.sent += unescaped(text) + (mark == ">" ? "\r\n" : "");
    else if (mark == "^" || mark == "^^")
        row.answer += unescaped(text) + (mark == "^" ? "\r\n" : "");
    else if (mark == "<") {
        row.statuses = text.split(' ');
        row.state = row.statuses.takeLast();
    } else if (mark == "=")
        row.received.append(unescaped(text));
    else if (mark == "+")
        row.upstreamFields.append(unescaped(text));
    else if (mark == "-")
        row.missingUpstreamFields.append(text);
    else if (mark == "h")
        row.clientFields.append(unescaped(text));
    else if (mark == "!")
        row.missingClientFields.append(text);
    else if (mark == "b") {
        row.body = unescaped(text);
        row.hasBody = true;
    } else if (mark == "}")
        row.stopsSending = true;
    else if (mark == "~")
        row.upstreamCloses = true;
    else
        return false;
    return true;
}

} // namespace

QByteArray ConformanceCase::chunkedBody() const
{
    const qsizetype end = sent.indexOf("\r\n\r\n");
    return end >= 0 && sent.left(end).contains("Transfer-Encoding: chunked") ? sent.mid(end + 4) : QByteArray();
}

QList<ConformanceCase> readCases(const QString &path, QString &problem)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        problem = file.errorString();
        return {};
    }
    QList<ConformanceCase> cases;
    for (int number = 1; !file.atEnd(); ++number) {
        QByteArray line = file.readLine();
        line.chop(line.endsWith('\n') ? 1 : 0);
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        if (line.startsWith('[')) {
            cases.append(ConformanceCase());
            cases.last().name = line;
            continue;
        }
        const qsizetype blank = line.indexOf(' ');
        const QByteArray mark = line.left(blank < 0 ? line.size() : blank);
        if (cases.isEmpty() || !takeLine(mark, blank < 0 ? QByteArray() : line.mid(blank + 1), cases.last())) {
            problem = u"%1:%2: a line without a known mark"_s.arg(path).arg(number);
            return {};
        }
    }
    return cases;
}

} // namespace gatehouse
