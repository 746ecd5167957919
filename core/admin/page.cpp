// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/page.h"

#include <QJsonArray>
#include <QUrl>

#include <algorithm>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype largestPage = 1000;
constexpr qsizetype largestTagCount = 5;
constexpr auto offsetEncoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

AdminReply invalidSize(const QString &text)
{
    return AdminReply::json(400, {{u"code"_s, 9}, {u"name"_s, u"invalid size"_s}, {u"message"_s, text}});
}

AdminReply invalidOffset(const QString &offset)
{
    const QString text = u"'%1' is not a valid offset: bad base64 encoding"_s.arg(offset);
    return AdminReply::json(400, {{u"code"_s, 7}, {u"name"_s, u"invalid offset"_s}, {u"message"_s, text}});
}

AdminReply invalidTags(const QString &why)
{
    return AdminReply::json(400, {{u"code"_s, 11},
                                  {u"name"_s, u"invalid options"_s},
                                  {u"message"_s, u"invalid option (tags: %1)"_s.arg(why)},
                                  {u"options"_s, QJsonObject{{u"tags"_s, why}}}});
}

// The id an offset stands for; nothing when it is none of ours.
std::optional<QString> idOfOffset(const QString &offset)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(offset.toLatin1(), offsetEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || !decoded.decoded.startsWith("id:") || decoded.decoded.size() < 4) {
        return std::nullopt;
    }
    return QString::fromUtf8(decoded.decoded.sliced(3));
}

bool isTag(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c >= u' ' && c != u',' && c != u'/' && c != QChar(0x7f);
    });
}

std::optional<QStringList> tagList(const QString &text, QChar separator)
{
    QStringList tags = text.split(separator);
    if (tags.size() > 1 && tags.last().isEmpty()) {
        tags.removeLast();
    }
    return std::all_of(tags.begin(), tags.end(), isTag) ? std::optional(tags) : std::nullopt;
}

std::variant<TagFilter, AdminReply> tagFilter(const QString &text)
{
    if (text.isEmpty()) {
        return invalidTags(u"cannot be null"_s);
    }
    const auto all = tagList(text, u',');
    const auto any = tagList(text, u'/');
    if (!all && !any) {
        return invalidTags(u"invalid filter syntax"_s);
    }
    const QStringList tags = all ? *all : *any;
    if (tags.size() > largestTagCount) {
        return invalidTags(u"cannot query more than 5 tags"_s);
    }
    return TagFilter{tags, all.has_value()};
}

} // namespace

bool TagFilter::accepts(const QJsonObject &row) const
{
    const QJsonArray own = row.value("tags"_L1).toArray();
    const auto has = [&own](const QString &tag) { return own.contains(tag); };
    return all ? std::all_of(tags.begin(), tags.end(), has) : std::any_of(tags.begin(), tags.end(), has);
}

std::variant<PageRequest, AdminReply> pageRequest(const QueryArguments &query, bool hasTags)
{
    PageRequest request;
    if (query.contains(u"size"_s)) {
        bool isNumber = false;
        const double size = query.value(u"size"_s).toDouble(&isNumber);
        if (!isNumber) {
            return invalidSize(u"size must be a number"_s);
        }
        request.size = static_cast<qsizetype>(std::clamp(size, -1.0, 1e9));
        if (static_cast<double>(request.size) != size || request.size < 1 || request.size > largestPage) {
            return invalidSize(u"size must be an integer between 1 and 1000"_s);
        }
    }
    if (hasTags && query.contains(u"tags"_s)) {
        auto filter = tagFilter(query.value(u"tags"_s));
        if (std::holds_alternative<AdminReply>(filter)) {
            return std::get<AdminReply>(filter);
        }
        request.tags = std::get<TagFilter>(filter);
    }
    if (query.contains(u"offset"_s)) {
        const auto id = idOfOffset(query.value(u"offset"_s));
        if (!id) {
            return invalidOffset(query.value(u"offset"_s));
        }
        request.after = *id;
    }
    return request;
}

RowPage pageOf(const ConfigStore &store, const QString &table, const PageRequest &request, const RowFilter &filter)
{
    QList<QJsonObject> rows;
    const auto isWanted = [&](const QJsonObject &row) {
        return store.isVisible(table, row) && (!filter || filter(row)) && (!request.tags || request.tags->accepts(row));
    };
    QString after = request.after;
    for (bool more = true; more && rows.size() <= request.size;) {
        const QList<QJsonObject> batch = store.config().table(table).page(after, largestPage);
        more = batch.size() == largestPage;
        after = batch.isEmpty() ? after : batch.last().value("id"_L1).toString();
        std::copy_if(batch.begin(), batch.end(), std::back_inserter(rows), isWanted);
    }
    RowPage page;
    for (qsizetype i = 0; i < std::min(rows.size(), request.size); ++i) {
        page.data.append(store.output(table, rows[i]));
    }
    if (rows.size() > request.size) {
        page.offset = offsetOf(rows[request.size - 1].value("id"_L1).toString());
    }
    return page;
}

RowPage pageOf(const QList<QJsonObject> &sortedRows, const PageRequest &request)
{
    bool isNumber = false;
    const qsizetype begin = std::max<qsizetype>(0, request.after.toLongLong(&isNumber));
    RowPage page;
    qsizetype at = begin;
    for (; at < sortedRows.size() && page.data.size() < request.size; ++at) {
        page.data.append(sortedRows[at]);
    }
    if (at < sortedRows.size()) {
        page.offset = offsetOf(QString::number(at));
    }
    return page;
}

AdminReply pageReply(const RowPage &page, const QString &path, const QString &rest)
{
    QJsonObject body{{u"data"_s, page.data}, {u"next"_s, QJsonValue(QJsonValue::Null)}};
    if (!page.offset.isEmpty()) {
        body.insert(u"offset"_s, page.offset);
        body.insert(u"next"_s, QString(path + u"?offset=" + page.offset + rest));
    }
    return AdminReply::json(200, body);
}

QString offsetOf(const QString &id)
{
    return QString::fromLatin1(QByteArray("id:" + id.toUtf8()).toBase64(offsetEncoding));
}

} // namespace gatehouse
