// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/sample_services.h"

#include <QByteArray>
#include <QString>

namespace gatehouse {

// The sample as a declarative document: three services behind /users, /orders and /payments; consumers mobile-app
// (group admins) and web-app (group customers); JWT for everything, ACL on payments, limits of 100 and 20 a minute, a
// file log. The credentials are made anew each time.
struct SampleConfiguration {
    QByteArray yaml;
    QString mobileKey;
    QString mobileSecret;
    QString webKey;
    QString webSecret;
};

[[nodiscard]] SampleConfiguration makeSampleConfiguration(const SampleServices &services, const QString &logFile);

} // namespace gatehouse
