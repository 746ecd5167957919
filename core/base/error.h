// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace gatehouse {

// One thing that is wrong, and where. `path` names it from the outside in ("routes/api/paths/0"); `line` and `column`
// count from 1 and are 0 when the text it came from is not known; `file` is empty where only one text can be meant.
struct Problem {
    QString path;
    QString message;
    int line = 0;
    int column = 0;
    QString file = {};
};

enum class ErrorKind { Invalid, NotFound, Conflict, Denied, Io, Network, Internal };

// Why an operation of the control side failed: one sentence for a person, and every single problem for a form or list.
struct Error {
    ErrorKind kind = ErrorKind::Internal;
    QString message;
    QList<Problem> problems = {};
};

// "orders.yml:3:5", as far as it is known.
QString placeOf(const Problem &problem);

// The message followed by one indented line per problem, for terminals and logs.
QString toText(const Error &error);

} // namespace gatehouse
