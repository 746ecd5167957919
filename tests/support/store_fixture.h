// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config_store.h"
#include "core/plugins/described/bundled_schemas.h"
#include "tests/support/json_text.h"
#include "tests/support/manual_clock.h"

namespace gatehouse {

// An empty store with every schema and a clock that stands still. Thread: the one that makes it.
struct StoreFixture {
    ManualClock clock;
    std::shared_ptr<const SchemaRegistry> registry = makeSchemaRegistry();
    ConfigStore store{*registry, clock};

    StoreOutcome add(const char *table, const char *row)
    {
        return store.insert(QString::fromUtf8(table), json(row), Origin::User);
    }

    // The message of a refused row, "" when it was accepted.
    QString refusal(const char *table, const char *row)
    {
        const StoreOutcome outcome = add(table, row);
        return outcome.error ? outcome.error->message : QString();
    }
};

} // namespace gatehouse
