// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/form_context.h"

#include "ui/forms/chip_editor.h"
#include "ui/forms/choice_editors.h"
#include "ui/forms/foreign_editor.h"
#include "ui/forms/list_editor.h"
#include "ui/forms/map_editor.h"
#include "ui/forms/record_editor.h"
#include "ui/forms/secret_editor.h"
#include "ui/forms/text_editors.h"

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// Text that people paste or load, line by line.
bool isLongText(const Field &field)
{
    static constexpr std::array keys{"cert"_L1,
                                     "key"_L1,
                                     "cert_alt"_L1,
                                     "key_alt"_L1,
                                     "body"_L1,
                                     "rsa_public_key"_L1,
                                     "public_key"_L1,
                                     "jwk"_L1,
                                     "private_key"_L1,
                                     "body_filter"_L1,
                                     "access"_L1,
                                     "custom_fields_by_lua"_L1,
                                     "api_specification"_L1};
    const bool isKeyOfCredential = field.key == "key"_L1 && (field.unique || !field.rules.custom);
    return std::find(keys.begin(), keys.end(), field.key) != keys.end() && !isKeyOfCredential;
}

FieldEditor *makeTextEditor(const Field &field, const QString &path, const FormContext &context, QWidget *parent)
{
    if (!field.rules.oneOf.isEmpty())
        return new ChoiceEditor(field, path, parent);
    if (isLongText(field))
        return new LongTextEditor(field, path, parent);
    if (field.secret || field.encrypted)
        return new SecretEditor(field, path, context.secrets, parent);
    return new TextEditor(field, path, parent);
}

FieldEditor *makeListEditor(const Field &field, const QString &path, const FormContext &context, QWidget *parent)
{
    const Field &element = *field.elements;
    const bool isShort =
        element.type == FieldType::Text || element.type == FieldType::Integer || element.type == FieldType::Number;
    if (isShort && !element.rules.oneOf.isEmpty() && field.type == FieldType::Set)
        return new ChoiceSetEditor(field, path, parent);
    if (isShort)
        return new ChipEditor(field, path, parent);
    return new ListEditor(field, path, context, parent);
}

FieldEditor *makeReferenceEditor(const Field &field, const QString &path, const FormContext &context, QWidget *parent)
{
    auto *editor = new ForeignEditor(field, path, context.store, parent);
    if (context.open)
        QObject::connect(editor, &ForeignEditor::openRequested, editor, context.open);
    return editor;
}

} // namespace

FieldEditor *makeFieldEditor(const Field &field, const QString &path, const FormContext &context, QWidget *parent)
{
    if (context.special) {
        if (FieldEditor *editor = context.special(field, path, parent))
            return editor;
    }
    switch (field.type) {
    case FieldType::Boolean:
        if (field.hasDefault() || field.isRequired())
            return new BooleanEditor(field, path, parent);
        return new ChoiceEditor(field, path, parent);
    case FieldType::Integer:
    case FieldType::Number:
        if (!field.rules.oneOf.isEmpty())
            return new ChoiceEditor(field, path, parent);
        return new NumberEditor(field, path, parent);
    case FieldType::Text:
        return makeTextEditor(field, path, context, parent);
    case FieldType::Array:
    case FieldType::Set:
        return makeListEditor(field, path, context, parent);
    case FieldType::Map:
        return new MapEditor(field, path, parent);
    case FieldType::Record:
        if (field.record)
            return new RecordEditor(field, path, context, parent);
        break;
    case FieldType::Foreign:
        return makeReferenceEditor(field, path, context, parent);
    case FieldType::Function:
        return new LongTextEditor(field, path, parent);
    case FieldType::Json:
        break;
    }
    return new JsonEditor(field, path, parent);
}

} // namespace gatehouse
