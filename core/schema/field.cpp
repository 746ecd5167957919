// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/field.h"

namespace gatehouse {

Field Field::need() const
{
    Field copy = *this;
    copy.required = true;
    return copy;
}

Field Field::optional() const
{
    Field copy = *this;
    copy.required = false;
    return copy;
}

Field Field::by(const QJsonValue &value) const
{
    Field copy = *this;
    copy.defaultValue = value;
    return copy;
}

Field Field::oneOf(const QStringList &choices) const
{
    Field copy = *this;
    copy.rules.oneOf = QJsonArray::fromStringList(choices);
    return copy;
}

Field Field::range(double low, double high) const
{
    Field copy = *this;
    copy.rules.between = {low, high};
    return copy;
}

Field Field::above(double limit) const
{
    Field copy = *this;
    copy.rules.greaterThan = limit;
    return copy;
}

Field Field::minLength(int length) const
{
    Field copy = *this;
    copy.rules.lengthMin = length;
    return copy;
}

Field Field::matching(const QString &luaPattern, const QString &error) const
{
    Field copy = *this;
    copy.rules.match = luaPattern;
    copy.rules.error = error;
    return copy;
}

Field Field::checked(Check check) const
{
    Field copy = *this;
    copy.rules.custom = std::move(check);
    return copy;
}

Field Field::only(const Rules &validators) const
{
    Field copy = *this;
    copy.rules = validators;
    return copy;
}

Field Field::once() const
{
    Field copy = *this;
    copy.unique = true;
    return copy;
}

Field Field::automatic() const
{
    Field copy = *this;
    copy.generated = true;
    return copy;
}

Field Field::hidden() const
{
    Field copy = *this;
    copy.secret = true;
    return copy;
}

Field Field::vaultable() const
{
    Field copy = *this;
    copy.referenceable = true;
    return copy;
}

Field Field::fixed() const
{
    Field copy = *this;
    copy.immutable = true;
    return copy;
}

Field Field::rare() const
{
    Field copy = *this;
    copy.advanced = true;
    return copy;
}

Field Field::outdated(Deprecation why) const
{
    Field copy = *this;
    copy.deprecation = std::move(why);
    return copy;
}

Field Field::named(const char *labelText, const char *helpText) const
{
    Field copy = *this;
    copy.label = labelText;
    copy.help = helpText;
    return copy;
}

} // namespace gatehouse
