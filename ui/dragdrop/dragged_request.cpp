// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dragdrop/dragged_request.h"

#include "core/requests/request_collection.h"

#include <QMimeData>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

const auto requestType = u"application/x-gatehouse-request"_s; // as it stands in a file of requests

} // namespace

QMimeData *makeMimeData(const RequestDraft &draft)
{
    auto *data = new QMimeData;
    data->setData(requestType, RequestCollection{{{u"dragged"_s, {}, draft}}}.text());
    data->setText(draft.method + u' ' + draft.url);
    return data;
}

std::optional<RequestDraft> draggedRequest(const QMimeData &data)
{
    if (!data.hasFormat(requestType))
        return std::nullopt;
    const Result<RequestCollection> read = RequestCollection::read(data.data(requestType));
    return read && !read->requests.isEmpty() ? std::optional(read->requests.first().draft) : std::nullopt;
}

} // namespace gatehouse
