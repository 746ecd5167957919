// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traffic/recorded_requests.h"

#include "ui/traffic/traffic_records.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr qint64 beginningBytes = 64 * 1024;
constexpr qint64 lineBytes = 1024 * 1024;       // more than a line of any log has
constexpr qint64 mostBytes = 256 * 1024 * 1024; // of an archive, which is read at once; of a log, its end

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RecordedRequests)
};

template <std::size_t N>
void assign(ShortText<N> &to, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    to.assign({bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

QString nameIn(const QJsonObject &entry, QLatin1StringView table)
{
    const QJsonObject row = entry.value(table).toObject();
    for (const auto key : {"name"_L1, "username"_L1, "custom_id"_L1, "id"_L1}) {
        if (const QString name = row.value(key).toString(); !name.isEmpty())
            return name;
    }
    return {};
}

std::uint32_t sizeIn(const QJsonValue &value)
{
    return static_cast<std::uint32_t>(std::clamp(value.toDouble(), 0.0, 4294967295.0));
}

std::optional<std::uint16_t> statusIn(const QJsonObject &response)
{
    const int status = response.value("status"_L1).toInt(-1);
    return status < 0 || status > 999 ? std::nullopt : std::optional(static_cast<std::uint16_t>(status));
}

float msIn(const QJsonObject &times, QLatin1StringView key)
{
    return static_cast<float>(times.value(key).toDouble(-1));
}

// kong/pdk/log.lua: latencies.proxy is -1 when no upstream was asked.
std::optional<TrafficRecord> recordOf(const QJsonObject &entry)
{
    const QJsonObject request = entry.value("request"_L1).toObject();
    const QJsonObject response = entry.value("response"_L1).toObject();
    const QJsonObject latencies = entry.value("latencies"_L1).toObject();
    const auto status = statusIn(response);
    if (request.isEmpty() || !status || !entry.value("started_at"_L1).isDouble())
        return std::nullopt;
    TrafficRecord record;
    record.startedAt = static_cast<std::int64_t>(entry.value("started_at"_L1).toDouble());
    record.status = *status;
    record.totalMs = std::max(msIn(latencies, "request"_L1), 0.0F);
    record.gatewayMs = std::max(msIn(latencies, "kong"_L1), 0.0F);
    record.upstreamMs = msIn(latencies, "proxy"_L1);
    record.responseSize = sizeIn(response.value("size"_L1));
    assign(record.method, request.value("method"_L1).toString());
    assign(record.path, request.value("uri"_L1).toString());
    assign(record.route, nameIn(entry, "route"_L1));
    assign(record.service, nameIn(entry, "service"_L1));
    assign(record.consumer, nameIn(entry, "consumer"_L1));
    assign(record.decidedBy, entry.value("source"_L1).toString());
    assign(record.client, entry.value("client_ip"_L1).toString());
    return record;
}

// HTTP Archive 1.2, entries: -1 in timings stands for "does not apply".
std::optional<TrafficRecord> recordOfArchive(const QJsonObject &entry)
{
    const QJsonObject request = entry.value("request"_L1).toObject();
    const QJsonObject response = entry.value("response"_L1).toObject();
    const QDateTime startedAt = QDateTime::fromString(entry.value("startedDateTime"_L1).toString(), Qt::ISODateWithMs);
    const auto status = statusIn(response);
    if (request.isEmpty() || !status || !startedAt.isValid())
        return std::nullopt;
    const QUrl url(request.value("url"_L1).toString());
    TrafficRecord record;
    record.startedAt = startedAt.toMSecsSinceEpoch();
    record.status = *status;
    record.totalMs = std::max(msIn(entry, "time"_L1), 0.0F);
    record.gatewayMs = -1;
    record.upstreamMs = msIn(entry.value("timings"_L1).toObject(), "wait"_L1);
    record.responseSize = sizeIn(response.value("content"_L1).toObject().value("size"_L1));
    assign(record.method, request.value("method"_L1).toString());
    assign(record.path,
           url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment | QUrl::FullyEncoded));
    assign(record.service, url.host());
    return record;
}

// Of more than a view holds the last ones, without holding the others for long.
void add(RecordedRequests &to, const std::optional<TrafficRecord> &record)
{
    if (!record) {
        ++to.unreadable;
        return;
    }
    to.records.push_back(*record);
    constexpr std::size_t most = TrafficRecords::capacity;
    if (to.records.size() >= 2 * most)
        to.records.erase(to.records.begin(), to.records.end() - most);
}

void addLine(RecordedRequests &to, const QByteArray &line)
{
    if (!line.trimmed().isEmpty())
        add(to, recordOf(QJsonDocument::fromJson(line).object()));
}

} // namespace

bool isRequestLog(const QByteArray &beginning)
{
    const QByteArray text = beginning.trimmed();
    return recordOf(QJsonDocument::fromJson(text.left(text.indexOf('\n'))).object()).has_value();
}

bool isHttpArchive(const QByteArray &beginning)
{
    static const QRegularExpression head(uR"(^\x{feff}?\s*\{\s*"log"\s*:\s*\{)"_s);
    return head.match(QString::fromUtf8(beginning.left(1024))).hasMatch();
}

RecordedRequests requestsInLog(const QByteArray &text)
{
    RecordedRequests found;
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &line : lines)
        addLine(found, line);
    return found;
}

Result<RecordedRequests> requestsInHttpArchive(const QByteArray &text)
{
    QJsonParseError problem;
    const QJsonDocument document =
        QJsonDocument::fromJson(text.startsWith("\xef\xbb\xbf") ? text.mid(3) : text, &problem);
    if (document.isNull())
        return Error{ErrorKind::Invalid, Words::tr("The file cannot be read: %1.").arg(problem.errorString()), {}};
    RecordedRequests found;
    const QJsonArray entries = document.object().value("log"_L1).toObject().value("entries"_L1).toArray();
    for (const QJsonValue &entry : entries)
        add(found, recordOfArchive(entry.toObject()));
    return found;
}

Result<RecordedRequests> readRecordedRequests(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Io, Words::tr("Cannot read %1: %2").arg(fileName, file.errorString()), {}};
    const QByteArray beginning = file.peek(beginningBytes);
    if (isHttpArchive(beginning)) {
        if (file.size() > mostBytes)
            return Error{ErrorKind::Invalid, Words::tr("The file is larger than %1 MiB.").arg(mostBytes >> 20), {}};
        return requestsInHttpArchive(file.readAll());
    }
    RecordedRequests found;
    if (file.size() > mostBytes && file.seek(file.size() - mostBytes))
        file.readLine(lineBytes); // the rest of one that begins before
    while (!file.atEnd())
        addLine(found, file.readLine(lineBytes));
    if (found.records.empty())
        return Error{ErrorKind::Invalid, Words::tr("There is no request in %1.").arg(fileName), {}};
    return found;
}

} // namespace gatehouse
