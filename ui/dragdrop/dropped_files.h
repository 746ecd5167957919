// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace gatehouse {

// What files are, told by their content and never by their name. Thread: control (value).
struct DroppedFiles {
    enum class Kind { Configuration, OpenApi, Certificate, AuthorityCertificate, Key };

    Kind kind = Kind::Configuration;
    QStringList names;
    QString certificate; // PEM, with its chain
    QString key;         // PEM

    static constexpr qint64 mostBytes = 1024 * 1024; // of a file that are looked at
};

// Several files are looked at together: a certificate and its key belong to each other.
[[nodiscard]] DroppedFiles lookAtFiles(const QStringList &names);

// What opening them would do, in words.
[[nodiscard]] QString dropText(const DroppedFiles &files);

} // namespace gatehouse
