// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/sample_configuration.h"

#include "core/base/uuid.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr auto documentText = R"(_format_version: "3.0"
services:
  - name: user-service
    url: http://127.0.0.1:%1
    routes:
      - name: user-route
        paths:
          - /users
  - name: order-service
    url: http://127.0.0.1:%2
    routes:
      - name: order-route
        paths:
          - /orders
  - name: payment-service
    url: http://127.0.0.1:%3
    routes:
      - name: payment-route
        paths:
          - /payments
        plugins:
          - name: acl
            config:
              allow:
                - admins
          - name: rate-limiting
            config:
              minute: 20
consumers:
  - username: mobile-app
    acls:
      - group: admins
    jwt_secrets:
      - key: %4
        secret: %5
  - username: web-app
    acls:
      - group: customers
    jwt_secrets:
      - key: %6
        secret: %7
plugins:
  - name: jwt
    config:
      claims_to_verify:
        - exp
  - name: rate-limiting
    config:
      minute: 100
  - name: file-log
    config:
      path: "%8"
)"_L1;

QString freshSecret()
{
    return randomUuid().remove(u'-');
}

} // namespace

SampleConfiguration makeSampleConfiguration(const SampleServices &services, const QString &logFile)
{
    SampleConfiguration sample{{}, freshSecret(), freshSecret(), freshSecret(), freshSecret()};
    QString quotedLog = logFile;
    quotedLog.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1);
    sample.yaml = QString(documentText)
                      .arg(QString::number(services.port(0)), QString::number(services.port(1)),
                           QString::number(services.port(2)), sample.mobileKey, sample.mobileSecret, sample.webKey,
                           sample.webSecret, quotedLog)
                      .toUtf8();
    return sample;
}

} // namespace gatehouse
