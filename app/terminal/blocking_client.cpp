// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/blocking_client.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse {

namespace {

constexpr ExchangeLimits patience{5s, 70s, 2s, 64 * 1024 * 1024};

} // namespace

Result<RequestAnswer> exchange(const PreparedRequest &request)
{
    RequestExchange exchange;
    QEventLoop loop;
    std::optional<Result<RequestAnswer>> result;
    const auto take = [&loop, &result](const Result<RequestAnswer> &came) {
        result = came;
        loop.quit();
    };
    QObject::connect(&exchange, &RequestExchange::answered, &loop, take);
    QObject::connect(&exchange, &RequestExchange::failed, &loop, take);
    exchange.send(request, patience);
    if (!result)
        loop.exec();
    return *result;
}

Result<> openFromAdmin(Project &project, const QString &adminAddress)
{
    RequestDraft draft;
    draft.url = u"http://%1/config"_s.arg(adminAddress);
    draft.isRaw = true;
    const Result<PreparedRequest> request = prepareRequest(draft);
    if (!request)
        return request.error();
    const Result<RequestAnswer> answer = exchange(*request);
    if (!answer)
        return answer.error();
    const QJsonValue text = QJsonDocument::fromJson(answer->body).object().value("config"_L1);
    if (answer->status != 200 || !text.isString())
        return Error{ErrorKind::Network, u"%1 does not give its configuration (GET /config: %2)"_s.arg(
                                             adminAddress, QString::number(answer->status))};
    return project.openText(text.toString().toUtf8());
}

} // namespace gatehouse
