// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QMap>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>

namespace gatehouse {

// A place that keeps texts by key. Answers come later or at once, always exactly once, on the thread that asked; no
// answer comes after the backend is gone.
// ErrorKind::NotFound says that there is surely no such key; every other error that it could not be found out, and
// then nobody may conclude that a secret is gone. Thread: control.
class SecretBackend : public QObject
{
    Q_OBJECT
public:
    using Found = std::function<void(const Result<QByteArray> &)>;
    using Done = std::function<void(const Result<> &)>;

    using QObject::QObject;

    // What people call it: "keychain", "encrypted file".
    [[nodiscard]] virtual QString name() const = 0;

    // Whether what is written is still there in the next run.
    [[nodiscard]] virtual bool isPersistent() const = 0;

    // Finds out whether it can be used now; asked once, the answer is remembered.
    virtual void probe(Done done) = 0;
    virtual void read(const QString &key, Found found) = 0;
    virtual void write(const QString &key, const QByteArray &value, Done done) = 0;
    virtual void remove(const QString &key, Done done) = 0;

    // Many at once, of which there is one at least; the answer is the last failure, or that there was none. Removing
    // what is not there is none.
    virtual void writeAll(const QMap<QString, QByteArray> &values, const Done &done);
    virtual void removeAll(const QStringList &keys, const Done &done);
};

} // namespace gatehouse
