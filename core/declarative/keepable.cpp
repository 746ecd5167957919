// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/keepable.h"

#include <QJsonArray>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

bool isUnknownField(const QJsonValue &error)
{
    return error.toString() == "unknown field"_L1;
}

// A plugin or vault type that is not there makes its whole row unknown.
bool isUnknownRow(const QJsonObject &errors)
{
    const QString error = errors.value("name"_L1).toString();
    return (error.startsWith("plugin '"_L1) && error.contains("' not enabled"_L1)) ||
           (error.startsWith("vault '"_L1) && error.endsWith("' is not installed"_L1));
}

void addProblems(const QJsonValue &error, const QStringList &path, const YamlTree &tree, QList<Problem> &problems)
{
    if (error.isString()) {
        const QString text = path.join(u'/');
        const TextPosition at = tree.positionOf(text);
        problems.append({text, error.toString(), at.line, at.column});
        return;
    }
    const QJsonObject fields = error.toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const QStringList at = field.key() == "@entity"_L1 ? path : path + QStringList{field.key()};
        addProblems(field.value(), at, tree, problems);
    }
    const QJsonArray elements = error.toArray();
    for (int i = 0; i < elements.size(); ++i) {
        if (!elements[i].isNull()) {
            addProblems(elements[i], path + QStringList{QString::number(i)}, tree, problems);
        }
    }
}

} // namespace

QJsonObject Keepable::cut(const QJsonObject &document, const QJsonObject &errors)
{
    return cutRecord(document, errors, {}).toObject();
}

QJsonValue Keepable::cutRecord(QJsonObject record, const QJsonObject &errors, const QStringList &path)
{
    if (isUnknownRow(errors)) {
        m_unknown.append({path, record, true});
        return QJsonValue(QJsonValue::Null);
    }
    for (auto error = errors.begin(); error != errors.end(); ++error) {
        const QStringList at = path + QStringList{error.key()};
        if (!record.contains(error.key())) {
            continue;
        }
        if (isUnknownField(error.value())) {
            m_unknown.append({at, record.take(error.key()), false});
        } else {
            record.insert(error.key(), cutValue(record.value(error.key()), error.value(), at));
        }
    }
    return record;
}

QJsonValue Keepable::cutValue(const QJsonValue &value, const QJsonValue &errors, const QStringList &path)
{
    if (value.isObject() && errors.isObject()) {
        return cutRecord(value.toObject(), errors.toObject(), path);
    }
    if (!value.isArray() || !errors.isArray()) {
        return value;
    }
    QJsonArray elements = value.toArray();
    const QJsonArray each = errors.toArray();
    for (int i = 0; i < elements.size() && i < each.size(); ++i) {
        elements[i] = cutValue(elements[i], each[i], path + QStringList{QString::number(i)});
    }
    return elements;
}

QList<Problem> problemsOf(const QJsonObject &errors, const YamlTree &tree)
{
    QList<Problem> problems;
    addProblems(errors, {}, tree, problems);
    return problems;
}

} // namespace gatehouse
