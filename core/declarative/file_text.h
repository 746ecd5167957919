// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace gatehouse {

// One of the files that are a configuration together. Thread: any (a value).
struct FileText {
    QString name; // as problems name it, and unlike that of every other file
    QByteArray text;
};

} // namespace gatehouse
