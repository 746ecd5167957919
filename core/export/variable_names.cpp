// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/variable_names.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// The characters that a name in a shell's environment may have (POSIX.1-2017, 8.1).
QString asVariable(const QString &text)
{
    QString name;
    for (const QChar c : text) {
        const bool isAllowed = c.unicode() < 0x80 && c.isLetterOrNumber();
        if (isAllowed)
            name += c.toUpper();
        else if (!name.isEmpty() && !name.endsWith(u'_'))
            name += u'_';
    }
    while (name.endsWith(u'_'))
        name.chop(1);
    return name;
}

QString nameOf(const QJsonObject &row)
{
    const QString name = row.value("name"_L1).toString();
    return name.isEmpty() ? row.value("username"_L1).toString() : name;
}

} // namespace

// A credential's own key may be a secret, so only names are titles.
QString VariableNames::titleOf(const QString &table, const QJsonObject &row) const
{
    const QString owner = ownerOf(table, row);
    const QString name = nameOf(row);
    if (!owner.isEmpty())
        return name.isEmpty() ? owner : owner + u'/' + name;
    return name.isEmpty() ? row.value("id"_L1).toString() : name;
}

// The names of what the row belongs to, outermost first: a credential is known by its consumer.
QString VariableNames::ownerOf(const QString &table, const QJsonObject &row) const
{
    QStringList names;
    const RecordSchema &schema = *m_registry.entity(table);
    for (const Field &field : schema.fields) {
        const QString id = field.type == FieldType::Foreign ? foreignId(row, field.key) : QString();
        const auto parent = id.isEmpty() ? std::nullopt : m_config.find(field.reference, id);
        if (parent)
            names << (nameOf(*parent).isEmpty() ? parent->value("id"_L1).toString().left(8) : nameOf(*parent));
    }
    return names.join(u'_');
}

QString
VariableNames::nameFor(const QString &table, const QJsonObject &row, const SecretValue &secret, const QString &prefix)
{
    const QString owner = ownerOf(table, row);
    // A plugin is known by its kind; other rows by their table, as their own key may be a secret.
    const QString kind = row.value("name"_L1).toString();
    QStringList path = secret.path;
    path.removeAll(u"config"_s);
    const QString whole = (QStringList{owner, kind.isEmpty() ? table : kind} + path).join(u'_');
    const QString base = prefix + asVariable(whole);
    const bool beginsWithDigit = !base.isEmpty() && base.front().isDigit();
    const QString first = beginsWithDigit ? u'_' + base : base;
    QString name = first;
    for (int number = 2; m_taken.contains(name); ++number)
        name = u"%1_%2"_s.arg(first).arg(number);
    m_taken.insert(name);
    return name;
}

} // namespace gatehouse
