// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/revision_reader.h"

#include "core/declarative/known_rows.h"
#include "core/model/masked.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QStringList namesIn(const Kept::Spelling &spelling)
{
    return placeholderNames(spelling.written->scalar.toString().toUtf8());
}

QJsonValue withValue(const QJsonValue &whole, QStringList path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    const QString step = path.takeFirst();
    if (whole.isArray()) {
        QJsonArray list = whole.toArray();
        const qsizetype index = step.toLongLong();
        if (index < list.size())
            list[index] = withValue(list[index], path, value);
        return list;
    }
    QJsonObject record = whole.toObject();
    record.insert(step, withValue(record.value(step), path, value));
    return record;
}

} // namespace

QStringList ReadRevision::missingNames() const
{
    QStringList names;
    for (const QList<Kept::Spelling> &row : missing.spellings) {
        for (const Kept::Spelling &spelling : row)
            names += namesIn(spelling);
    }
    names.removeDuplicates();
    names.sort();
    return names;
}

RevisionReader::RevisionReader(const SchemaRegistry &registry, const Clock &clock, const Present &present)
    : m_registry(registry)
    , m_clock(clock)
    , m_present(present.config)
    , m_environment(present.environment)
{
    const QList<SetAside> secrets = present.snapshot().secrets;
    for (const SetAside &secret : secrets)
        m_byName.insert(secret.name, secret.value);
}

std::optional<QString> RevisionReader::valueOf(const QString &name) const
{
    const auto known = m_byName.constFind(name);
    return known == m_byName.constEnd() ? m_environment(name) : std::optional(*known);
}

Environment RevisionReader::known() const
{
    return [this](const QString &name) { return valueOf(name); };
}

Result<ReadRevision> RevisionReader::read(const QByteArray &text) const
{
    const Result<OpenedFile> opened = DeclarativeLoader(m_registry, m_clock).open(text, withStandIns(known()));
    return opened ? Result<ReadRevision>(recognised(*opened)) : opened.error();
}

Result<ReadRevision> RevisionReader::readPlace(const QString &place) const
{
    const Result<PlaceReading> reading = readAt(DeclarativeLoader(m_registry, m_clock), place, withStandIns(known()));
    return reading ? Result<ReadRevision>(recognised(reading->file)) : reading.error();
}

ReadRevision RevisionReader::recognised(const OpenedFile &opened) const
{
    OpenedFile file = withKnownRows(m_registry, m_present, opened, WrittenIds::GiveWay);
    file.kept = placeholdersOf(file.kept);
    takePresentSecrets(file);
    return {withTimesOf(m_present, file.config), missingOf(file)};
}

// The name may be another row's by now, or what it stands for may have been hashed; the row itself is certain.
void RevisionReader::takePresentSecrets(OpenedFile &file) const
{
    for (auto spelled = file.kept.spellings.begin(); spelled != file.kept.spellings.end(); ++spelled) {
        const QString table = spelled.key().section(u'/', 0, 0);
        const QString id = spelled.key().section(u'/', 1);
        const auto present = m_present.find(table, id);
        std::optional<QJsonObject> row = present ? file.config.find(table, id) : std::nullopt;
        if (!row)
            continue;
        const QList<SecretValue> secrets = secretsOf(m_registry, table, *present);
        for (const SecretValue &secret : secrets) {
            const bool isNamed =
                std::any_of(spelled->begin(), spelled->end(),
                            [&secret](const Kept::Spelling &spelling) { return spelling.path == secret.path; });
            if (isNamed)
                row = withValue(*row, secret.path, secret.value).toObject();
        }
        file.config.put(table, *row);
    }
}

Kept RevisionReader::missingOf(const OpenedFile &file) const
{
    Kept missing;
    for (auto row = file.kept.spellings.begin(); row != file.kept.spellings.end(); ++row) {
        const QString table = row.key().section(u'/', 0, 0);
        const QJsonObject stored = file.config.find(table, row.key().section(u'/', 1)).value_or(QJsonObject());
        for (const Kept::Spelling &spelling : row.value()) {
            const QStringList names = namesIn(spelling);
            const bool isKnown = std::all_of(names.begin(), names.end(),
                                             [this](const QString &name) { return valueOf(name).has_value(); });
            const bool isStandIn = withValue(stored, spelling.path, spelling.stored).toObject() == stored;
            if (!isKnown && isStandIn)
                missing.spellings[row.key()].append(spelling);
        }
    }
    return missing;
}

} // namespace gatehouse
