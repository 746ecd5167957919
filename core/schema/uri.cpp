// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/vocabulary.h"

#include <QByteArray>
#include <QList>

#include <algorithm>

namespace gatehouse::vocabulary {

using namespace Qt::StringLiterals;

namespace {

// luasocket's url.lua lets a scheme start with a digit, so "127.0.0.1:80" has one.
bool isScheme(QStringView text)
{
    const auto isLetterOrDigit = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
    };
    return !text.isEmpty() && isLetterOrDigit(text.front()) && std::all_of(text.begin(), text.end(), [&](QChar c) {
        return isLetterOrDigit(c) || c == u'+' || c == u'-' || c == u'.';
    });
}

void splitAuthority(QStringView authority, UrlParts &parts)
{
    if (const qsizetype at = authority.indexOf(u'@'); at >= 0) {
        parts.userInfo = authority.first(at).toString();
        authority = authority.sliced(at + 1);
    }
    const qsizetype colon = authority.lastIndexOf(u':');
    if (colon >= 0 && !authority.sliced(colon).contains(u']')) {
        parts.port = authority.sliced(colon + 1).toString();
        authority = authority.first(colon);
    }
    if (authority.isEmpty())
        return;
    if (authority.startsWith(u'[') && authority.endsWith(u']'))
        authority = authority.sliced(1, authority.size() - 2);
    parts.host = authority.toString();
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// RFC 3986 2.2: reserved characters keep their triplet, in upper case; all others are decoded.
QByteArray decodeTriplets(const QByteArray &text)
{
    static constexpr QByteArrayView reserved("!*'();:@&=+$,/?%#[]");
    QByteArray result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int high = i + 2 < text.size() && text[i] == '%' ? hexDigit(text[i + 1]) : -1;
        const int low = high >= 0 ? hexDigit(text[i + 2]) : -1;
        if (low < 0) {
            result += text[i];
            continue;
        }
        const char decoded = static_cast<char>(high * 16 + low);
        if (reserved.contains(decoded))
            result += text.sliced(i, 3).toUpper();
        else
            result += decoded;
        i += 2;
    }
    return result;
}

} // namespace

UrlParts splitUrl(const QString &text)
{
    UrlParts parts;
    QStringView rest = text;
    if (const qsizetype hash = rest.indexOf(u'#'); hash >= 0) {
        parts.fragment = rest.sliced(hash + 1).toString();
        rest = rest.first(hash);
    }
    if (const qsizetype colon = rest.indexOf(u':'); colon > 0 && isScheme(rest.first(colon))) {
        parts.scheme = rest.first(colon).toString();
        rest = rest.sliced(colon + 1);
    }
    if (rest.startsWith("//"_L1)) {
        rest = rest.sliced(2);
        const auto end = std::find_if(rest.begin(), rest.end(), [](QChar c) { return c == u'/' || c == u'?'; });
        const qsizetype length = end - rest.begin();
        splitAuthority(rest.first(length), parts);
        rest = rest.sliced(length);
    }
    if (const qsizetype question = rest.indexOf(u'?'); question >= 0)
        rest = rest.first(question);
    if (const qsizetype semicolon = rest.indexOf(u';'); semicolon >= 0)
        rest = rest.first(semicolon);
    if (!rest.isEmpty())
        parts.path = rest.toString();
    return parts;
}

QString normalizePath(const QString &path)
{
    if (path.isEmpty() || path == u'/')
        return path;
    QByteArray rest = path.toUtf8();
    if (rest.contains('%'))
        rest = decodeTriplets(rest);
    if (!rest.contains('.') && !rest.contains("//"))
        return QString::fromUtf8(rest);
    // RFC 3986 5.2.4, with empty segments merged.
    QByteArrayList output;
    while (!rest.isEmpty()) {
        const bool isParent = rest == "/.." || rest.startsWith("/../");
        if (isParent && !output.isEmpty())
            output.removeLast();
        if (rest == "/." || rest == "/..") {
            rest = "/";
        } else if (rest == "." || rest == "..") {
            rest.clear();
        } else if (isParent || rest.startsWith("../")) {
            rest = rest.sliced(3);
        } else if (rest.startsWith("./") || rest.startsWith("/./")) {
            rest = rest.sliced(2);
        } else if (rest.startsWith("//")) {
            rest = rest.sliced(1);
        } else {
            const qsizetype slash = rest.indexOf('/', 1);
            output << (slash < 0 ? rest : rest.first(slash));
            rest = slash < 0 ? QByteArray() : rest.sliced(slash);
        }
    }
    return QString::fromUtf8(output.join());
}

} // namespace gatehouse::vocabulary
