// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config_store.h"
#include "ui/forms/field_editor.h"

#include <functional>

namespace gatehouse {

class SecretKeeper;

// What the editors of a form share. Lives as long as the form.
struct FormContext {
    const ConfigStore &store;
    // Shows another entity ("Open" beside a reference).
    std::function<void(const QString &table, const QString &id)> open;
    // An editor in place of the one the schema asks for; null: none.
    std::function<FieldEditor *(const Field &field, const QString &path, QWidget *parent)> special = {};
    // Knows where secrets are kept; null: nobody does.
    const SecretKeeper *secrets = nullptr;
};

// The editor for a field, by its type and rules. Unknown kinds of values are edited as JSON.
[[nodiscard]] FieldEditor *
makeFieldEditor(const Field &field, const QString &path, const FormContext &context, QWidget *parent);

} // namespace gatehouse
