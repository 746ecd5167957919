// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/requests/curl_line.h"

#include <QStringList>

#include <algorithm>

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

// The data of a request in the option's value.
bool hasBody(const QString &option)
{
    static const QStringList options{u"-d"_s,           u"--data"_s,           u"--data-raw"_s, u"--data-binary"_s,
                                     u"--data-ascii"_s, u"--data-urlencode"_s, u"--json"_s};
    return options.contains(option);
}

bool isForm(const QString &option)
{
    return option == "-F"_L1 || option == "--form"_L1;
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
                                     u"--resolve"_s,
                                     u"--retry"_s};
    return options.contains(option);
}

// A line on its way to a request.
struct CurlReading {
    RequestDraft draft;
    QString implied = u"GET"_s; // method
    QStringList data;
    bool isInQuery = false;
};

void addHeader(RequestDraft &draft, const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    if (colon > 0)
        draft.headers.append({text.left(colon).trimmed(), text.mid(colon + 1).trimmed()});
}

void addHeaderIfNone(RequestDraft &draft, const QString &name, const QString &value)
{
    const bool isThere = std::any_of(draft.headers.begin(), draft.headers.end(), [&name](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
    if (!isThere)
        draft.headers.append({name, value});
}

// An option whose value is a header, or becomes one.
bool takeHeaderOption(const QString &option, const QString &value, RequestDraft &draft)
{
    if (option == "-H"_L1 || option == "--header"_L1)
        addHeader(draft, value);
    else if (option == "-A"_L1 || option == "--user-agent"_L1)
        addHeader(draft, u"User-Agent: "_s + value);
    else if (option == "-b"_L1 || option == "--cookie"_L1)
        addHeader(draft, u"Cookie: "_s + value);
    else if (option == "-e"_L1 || option == "--referer"_L1)
        addHeader(draft, u"Referer: "_s + value);
    else if (option == "-u"_L1 || option == "--user"_L1)
        addHeader(draft, u"Authorization: Basic "_s + QString::fromLatin1(value.toUtf8().toBase64()));
    else
        return false;
    return true;
}

void takeData(const QString &option, const QString &value, CurlReading &reading)
{
    reading.implied = u"POST"_s;
    if (!value.startsWith(u'@')) // a file
        reading.data << value;
    if (option == "--json"_L1) {
        addHeaderIfNone(reading.draft, u"Content-Type"_s, u"application/json"_s);
        addHeaderIfNone(reading.draft, u"Accept"_s, u"application/json"_s);
    }
}

// One word and the value behind it; `at` moves on to the last of them.
void takeWord(const QStringList &words, qsizetype &at, CurlReading &reading)
{
    const QString &word = words[at];
    const QString next = words.value(at + 1);
    if (word == "-X"_L1 || word == "--request"_L1)
        reading.draft.method = next;
    else if (word == "--url"_L1)
        reading.draft.url = next;
    else if (hasBody(word))
        takeData(word, next, reading);
    else if (isForm(word))
        reading.implied = u"POST"_s;
    else if (!takeHeaderOption(word, next, reading.draft) && !takesValue(word)) {
        if (word.startsWith("-X"_L1))
            reading.draft.method = word.mid(2);
        else if (word == "-I"_L1 || word == "--head"_L1)
            reading.implied = u"HEAD"_s;
        else if (word == "-G"_L1 || word == "--get"_L1)
            reading.isInQuery = true;
        else if (!word.startsWith(u'-') && reading.draft.url.isEmpty())
            reading.draft.url = word;
        return;
    }
    ++at;
}

RequestDraft finished(CurlReading reading)
{
    RequestDraft &draft = reading.draft;
    const QString data = reading.data.join(u'&');
    if (!draft.url.contains("://"_L1))
        draft.url.prepend("http://"_L1);
    if (reading.isInQuery && !data.isEmpty()) {
        draft.url += (draft.url.contains(u'?') ? u'&' : u'?') + data;
    } else if (!data.isEmpty()) {
        draft.body = data;
        addHeaderIfNone(draft, u"Content-Type"_s, u"application/x-www-form-urlencoded"_s);
    }
    if (draft.method.isEmpty())
        draft.method = reading.isInQuery ? u"GET"_s : reading.implied;
    return draft;
}

// Between double quotes a shell still reads $, `, " and \\ (POSIX shell, 2.2.3).
QString escaped(const QString &text)
{
    QString result;
    for (const QChar letter : text) {
        if (u"$`\"\\"_s.contains(letter))
            result += u'\\';
        result += letter;
    }
    return result;
}

// A word of the line, its secrets as variables of the shell.
QString word(const QString &text, const QStringList &secrets)
{
    QString hidden = escaped(text);
    for (qsizetype i = 0; i < secrets.size(); ++i) {
        if (!secrets[i].isEmpty())
            hidden.replace(escaped(secrets[i]), i == 0 ? u"$TOKEN"_s : u"$TOKEN%1"_s.arg(i + 1));
    }
    return hidden == escaped(text) ? shellQuoted(text) : u'"' + hidden + u'"';
}

} // namespace

std::optional<RequestDraft> parseCurlLine(const QString &line)
{
    const QStringList words = shellWords(line);
    if (words.value(0) != "curl"_L1)
        return std::nullopt;
    CurlReading reading;
    reading.draft.method.clear();
    for (qsizetype at = 1; at < words.size(); ++at)
        takeWord(words, at, reading);
    return reading.draft.url.isEmpty() ? std::nullopt : std::optional(finished(reading));
}

QString shellQuoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString curlLine(const PreparedRequest &request, SecretsInText secrets)
{
    QStringList hidden;
    for (const QByteArray &secret : request.secrets) {
        if (secrets == SecretsInText::Hidden)
            hidden << QString::fromUtf8(secret);
    }
    QStringList parts{u"curl -i"_s};
    if (request.method == "HEAD")
        parts << u"-I"_s; // with -X it waits for a body
    else if (request.method != "GET" || !request.body.isEmpty())
        parts << u"-X "_s + QString::fromUtf8(request.method);
    for (const RequestField &field : request.fields)
        parts << u"-H "_s + word(QString::fromUtf8(field.name + ": " + field.value), hidden);
    if (!request.body.isEmpty())
        parts << u"--data-raw "_s + word(QString::fromUtf8(request.body), hidden);
    parts << word(QString::fromUtf8(request.wholeUrl()), hidden);
    return parts.join(u' ');
}

} // namespace gatehouse
