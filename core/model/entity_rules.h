// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/change.h"
#include "core/model/store_error.h"
#include "core/schema/validate.h"

namespace gatehouse {

// What a rule may look at while a row is written. `id` is the row's id, empty for a new one that has none yet.
struct WriteContext {
    const Config &config;
    const SchemaRegistry &registry;
    const Validator &validator;
    Operation operation = Operation::Insert;
    QString id;
};

// What an entity needs beyond its schema (kong/db/dao/<entity>.lua); each part may be missing. Written next to the
// entity's schema, listed in entity_rules.cpp. Thread: any.
struct EntityRules {
    // Rewrites the input, or refuses it, before it is validated.
    std::optional<StoreError> (*prepare)(const WriteContext &context, QJsonObject &input) = nullptr;
    // Rows of other tables that are written along; `input` is what the client sent.
    QList<Edit> (*companions)(const WriteContext &context, const QJsonObject &input, const QJsonObject &row) = nullptr;
    // Refuses a removal.
    std::optional<StoreError> (*keep)(const Config &config, const QJsonObject &row) = nullptr;
    // Adds what is printed but not stored.
    QJsonObject (*print)(const Config &config, const QJsonObject &row) = nullptr;
    QStringList consumed = {}; // input keys that only companions() uses
};

[[nodiscard]] EntityRules entityRules(QStringView table);

} // namespace gatehouse
