// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/secrets/secret_clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTimer>

namespace gatehouse {

namespace {

std::chrono::milliseconds clipboardTime = std::chrono::seconds(60);

} // namespace

void setSecretClipboardTime(std::chrono::milliseconds time)
{
    clipboardTime = time;
}

void copySecret(const QString &secret)
{
    QGuiApplication::clipboard()->setText(secret);
    if (clipboardTime.count() == 0)
        return;
    auto *timer = new QTimer(qApp);
    timer->setSingleShot(true);
    const auto takeOff = [secret, timer] {
        if (QGuiApplication::clipboard()->text() == secret)
            QGuiApplication::clipboard()->clear();
        timer->deleteLater();
    };
    QObject::connect(timer, &QTimer::timeout, timer, takeOff);
    QObject::connect(qApp, &QCoreApplication::aboutToQuit, timer, takeOff);
    timer->start(clipboardTime);
}

} // namespace gatehouse
