// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_schema.h"

#include <QLabel>

namespace gatehouse {

// The rules about several fields of a record, in words, each with a sign for kept or broken and links to its fields;
// below them what is wrong with the record as a whole. Thread: control.
class RuleStrip final : public QLabel
{
    Q_OBJECT
public:
    explicit RuleStrip(QWidget *parent = nullptr);

    void show(const QList<EntityCheck> &checks, const QJsonObject &record, const QStringList &problems);

signals:
    void fieldRequested(const QString &path);

protected:
    void changeEvent(QEvent *event) override;
};

} // namespace gatehouse
