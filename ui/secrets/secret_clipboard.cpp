// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/secrets/secret_clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTimer>

namespace gatehouse {

void copySecret(const QString &secret)
{
    QGuiApplication::clipboard()->setText(secret);
    QTimer::singleShot(secretClipboardFor, qApp, [secret] {
        if (QGuiApplication::clipboard()->text() == secret)
            QGuiApplication::clipboard()->clear();
    });
}

} // namespace gatehouse
