// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/counters/traffic_record.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace gatehouse {

// Requests that a file tells of.
struct RecordedRequests {
    std::vector<TrafficRecord> records; // the last ones, when there are more than a view can hold
    quint64 unreadable = 0;             // lines or entries that are none
};

// Whether the beginning of a file is that of a log of Kong's file-log plugin (kong/pdk/log.lua, serialize) or of a HAR
// file (HTTP Archive 1.2).
[[nodiscard]] bool isRequestLog(const QByteArray &beginning);
[[nodiscard]] bool isHttpArchive(const QByteArray &beginning);

// Either, by content. What cannot be read of it is counted; a file that is neither is an error. Thread: any.
[[nodiscard]] Result<RecordedRequests> readRecordedRequests(const QString &fileName);
[[nodiscard]] RecordedRequests requestsInLog(const QByteArray &text);
[[nodiscard]] Result<RecordedRequests> requestsInHttpArchive(const QByteArray &text);

} // namespace gatehouse
