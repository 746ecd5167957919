// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secret_item.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gatehouse {

QByteArray packSecret(const QString &value)
{
    const QJsonObject item{{u"value"_s, value}, {u"created"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}};
    return QJsonDocument(item).toJson(QJsonDocument::Compact);
}

Result<QString> unpackSecret(const QByteArray &item)
{
    const QJsonValue value = QJsonDocument::fromJson(item).object().value("value"_L1);
    if (!value.isString())
        return Error{ErrorKind::Invalid,
                     QCoreApplication::translate("secrets", "An entry of the keychain is not one of ours.")};
    return value.toString();
}

} // namespace gatehouse
