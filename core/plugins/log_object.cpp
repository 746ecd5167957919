// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/log_object.h"

#include "core/plugins/json_text.h"
#include "core/plugins/workspace.h"

#include <QByteArray>
#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr double exactIntegers = 9007199254740992.0; // 2^53

void addText(std::string &json, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const std::size_t before = json.size();
    json.resize(before + JsonText::stringLimit(static_cast<std::size_t>(bytes.size())));
    JsonText writer(json.data() + before);
    writer.string({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    json.resize(before + writer.size());
}

void addNumber(std::string &json, const QJsonValue &value)
{
    const double number = value.toDouble();
    if (std::floor(number) == number && std::abs(number) < exactIntegers)
        json += std::to_string(static_cast<std::int64_t>(number));
    else
        json += QByteArray::number(number, 'g', QLocale::FloatingPointShortest).toStdString();
}

void addValue(std::string &json, const QJsonValue &value);

enum class Nulls { Keep, Drop };

void addFields(std::string &json, const QJsonObject &object, Nulls nulls)
{
    for (auto field = object.begin(); field != object.end(); ++field) {
        if (nulls == Nulls::Drop && field.value().isNull())
            continue;
        if (json.back() != '{')
            json += ',';
        addText(json, field.key());
        json += ':';
        addValue(json, field.value());
    }
}

void addElements(std::string &json, const QJsonArray &array)
{
    for (const QJsonValue element : array) {
        if (json.back() != '[')
            json += ',';
        addValue(json, element);
    }
}

void addValue(std::string &json, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        json += value.toBool() ? "true" : "false";
        break;
    case QJsonValue::Double:
        addNumber(json, value);
        break;
    case QJsonValue::String:
        addText(json, value.toString());
        break;
    case QJsonValue::Array:
        json += '[';
        addElements(json, value.toArray());
        json += ']';
        break;
    case QJsonValue::Object:
        json += '{';
        addFields(json, value.toObject(), Nulls::Keep);
        json += '}';
        break;
    default:
        json += "null";
    }
}

} // namespace

std::string logObject(const QJsonObject &entity, ShowWorkspace workspace)
{
    std::string json = "{";
    addFields(json, entity, Nulls::Drop);
    if (workspace == ShowWorkspace::Yes) {
        json += json.size() > 1 ? ",\"ws_id\":\"" : "\"ws_id\":\"";
        json += workspaceId;
        json += '"';
    }
    json += '}';
    return json;
}

} // namespace gatehouse
