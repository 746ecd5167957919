// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/curl_line.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// Words of a shell: quotes group, a backslash takes the next character as it is (POSIX shell, 2.2).
QStringList shellWords(const QString &line)
{
    QStringList words;
    QString word;
    bool isWord = false;
    QChar quote;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar letter = line[i];
        if (!quote.isNull()) {
            if (letter == quote)
                quote = QChar();
            else if (quote == u'"' && letter == u'\\' && i + 1 < line.size())
                word += line[++i];
            else
                word += letter;
        } else if (letter == u'\'' || letter == u'"') {
            quote = letter;
            isWord = true;
        } else if (letter == u'\\' && i + 1 < line.size()) {
            if (line[++i] != u'\n')
                word += line[i];
        } else if (letter.isSpace()) {
            if (isWord || !word.isEmpty())
                words << word;
            word.clear();
            isWord = false;
        } else {
            word += letter;
        }
    }
    if (isWord || !word.isEmpty())
        words << word;
    return words;
}

bool hasBody(const QString &option)
{
    static const QStringList options{u"-d"_s,           u"--data"_s,           u"--data-raw"_s, u"--data-binary"_s,
                                     u"--data-ascii"_s, u"--data-urlencode"_s, u"--json"_s,     u"-F"_s,
                                     u"--form"_s};
    return options.contains(option);
}

// Options with a value that says nothing about what is asked for.
bool takesValue(const QString &option)
{
    static const QStringList options{u"-o"_s,
                                     u"--output"_s,
                                     u"-w"_s,
                                     u"--write-out"_s,
                                     u"-m"_s,
                                     u"--max-time"_s,
                                     u"--connect-timeout"_s,
                                     u"-x"_s,
                                     u"--proxy"_s,
                                     u"--cacert"_s,
                                     u"-E"_s,
                                     u"--cert"_s,
                                     u"--key"_s,
                                     u"-u"_s,
                                     u"--user"_s,
                                     u"--resolve"_s,
                                     u"--retry"_s};
    return options.contains(option);
}

void addHeader(CurlRequest &request, const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    if (colon > 0)
        request.headers.append({text.left(colon).trimmed(), text.mid(colon + 1).trimmed()});
}

// One word and the values behind it; `at` moves on to the last of them. Returns the method the option implies, if any.
QString takeWord(const QStringList &words, qsizetype &at, CurlRequest &request)
{
    const QString &word = words[at];
    if (word == "-X"_L1 || word == "--request"_L1)
        request.method = words.value(++at);
    else if (word.startsWith("-X"_L1))
        request.method = word.mid(2);
    else if (word == "-H"_L1 || word == "--header"_L1)
        addHeader(request, words.value(++at));
    else if (word == "-A"_L1 || word == "--user-agent"_L1)
        addHeader(request, u"User-Agent: "_s + words.value(++at));
    else if (word == "--url"_L1)
        request.url = words.value(++at);
    else if (hasBody(word) || takesValue(word))
        ++at;
    else if (!word.startsWith(u'-') && request.url.isEmpty())
        request.url = word;
    if (hasBody(word))
        return u"POST"_s;
    return word == "-I"_L1 || word == "--head"_L1 ? u"HEAD"_s : QString();
}

} // namespace

std::optional<CurlRequest> parseCurlLine(const QString &line)
{
    const QStringList words = shellWords(line);
    if (words.value(0) != "curl"_L1)
        return std::nullopt;
    CurlRequest request;
    QString implied = u"GET"_s;
    for (qsizetype at = 1; at < words.size(); ++at) {
        if (const QString method = takeWord(words, at, request); !method.isEmpty())
            implied = method;
    }
    if (request.url.isEmpty())
        return std::nullopt;
    if (!request.url.contains("://"_L1))
        request.url.prepend("http://"_L1);
    if (request.method.isEmpty())
        request.method = implied;
    return request;
}

} // namespace gatehouse
