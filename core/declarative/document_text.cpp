// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/document_text.h"

#include "core/declarative/tree_builder.h"

#include <algorithm>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

// The length of the well-formed UTF-8 sequence at the front (RFC 3629 4), or 0.
qsizetype sequenceLength(QByteArrayView text)
{
    const auto byte = [&text](qsizetype at) { return static_cast<unsigned char>(text[at]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) {
        return 1;
    }
    const qsizetype length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || text.size() < length) {
        return 0;
    }
    for (qsizetype i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80) {
            return 0;
        }
    }
    const bool isOverlongOrSurrogate = (lead == 0xe0 && byte(1) < 0xa0) || (lead == 0xed && byte(1) > 0x9f);
    const bool isOutOfRange = (lead == 0xf0 && byte(1) < 0x90) || (lead == 0xf4 && byte(1) > 0x8f);
    return isOverlongOrSurrogate || isOutOfRange ? 0 : length;
}

bool isForbiddenControl(unsigned char c)
{
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f;
}

Problem problemAt(QByteArrayView text, qsizetype offset, const QString &message)
{
    const QByteArrayView before = text.first(offset);
    const auto line = std::count(before.begin(), before.end(), '\n');
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return {{}, message, static_cast<int>(line) + 1, static_cast<int>(offset - lineStart) + 1};
}

} // namespace

QByteArrayView withoutByteOrderMark(QByteArrayView text)
{
    static constexpr QByteArrayView mark("\xef\xbb\xbf", 3);
    return text.startsWith(mark) ? text.sliced(mark.size()) : text;
}

std::optional<Problem> textProblem(QByteArrayView text)
{
    if (text.size() > DocumentLimits::textBytes) {
        return Problem{{}, u"the document is larger than %1 MiB"_s.arg(DocumentLimits::textBytes / (1024 * 1024))};
    }
    for (qsizetype i = 0; i < text.size();) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (isForbiddenControl(c)) {
            return problemAt(text, i, u"control character 0x%1 in the text"_s.arg(int{c}, 2, 16, QLatin1Char('0')));
        }
        const qsizetype length = sequenceLength(text.sliced(i));
        if (length == 0) {
            return problemAt(text, i, u"the text is not valid UTF-8 here"_s);
        }
        i += length;
    }
    return std::nullopt;
}

Error syntaxError(const QList<Problem> &problems)
{
    const Problem &first = problems.first();
    const QString place = placeOf(first);
    return {ErrorKind::Invalid, place.isEmpty() ? first.message : place + u": "_s + first.message, problems};
}

} // namespace gatehouse
