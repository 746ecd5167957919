// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/entities/entity_columns.h"
#include "ui/forms/field_editor.h"

namespace gatehouse {

class EditorTab;
class EntityForm;
class Workbench;

// What the editor of one kind of entity has besides its form, its children and its YAML. Null: nothing.
// Thread: control.
struct EditorParts {
    QList<EditorTab *(*)(Workbench &workbench, QWidget *parent)> tabs = {};
    // Beside the form: above and below it; null: nothing that shows.
    QWidget *(*makeHead)(Workbench &workbench, EntityForm &form, QWidget *parent) = nullptr;
    QWidget *(*makeFoot)(Workbench &workbench, EntityForm &form, QWidget *parent) = nullptr;
    // In place of the editor a field would have; null for all other fields.
    FieldEditor *(*makeEditor)(const Field &field, const QString &path, QWidget *parent) = nullptr;
};

const EditorParts &editorParts(EntityKind kind);

} // namespace gatehouse
