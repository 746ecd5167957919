// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/declarative/environment.h"
#include "core/declarative/kept.h"
#include "core/model/config.h"

#include <QHash>

namespace gatehouse {

// The environment, and for every name it does not know the placeholder itself, so that a file can be opened and
// repaired whose secrets are not there.
[[nodiscard]] Environment withStandIns(const Environment &environment);

// A problem for every name a text asks for that an environment does not know.
[[nodiscard]] QList<Problem> missingNames(const QByteArray &text, const Environment &known);

// What the rows of a file hold in place of secrets that nobody knows: the placeholder or, of a password, its hash.
// Found again in every configuration that was made from the file, also when undo brings them back. Thread: any copy on
// its own thread. Lives as long as the opened file.
class UnresolvedSecrets
{
public:
    // Adds those of a text that has been read with withStandIns(known).
    void add(const Kept &kept, const Environment &known);

    [[nodiscard]] bool contains(const QString &value) const { return m_nameOf.contains(value); }

    // The names that a configuration still waits for, sorted.
    [[nodiscard]] QStringList in(const Config &config) const;

private:
    void collect(const QJsonValue &value, QStringList &names) const;

    QHash<QString, QString> m_nameOf; // by what stands in the rows
};

} // namespace gatehouse
