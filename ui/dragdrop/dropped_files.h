// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/certificates/certificate_files.h"

namespace gatehouse {

// What files are, told by their content and never by their name. Thread: control (value).
struct DroppedFiles {
    enum class Kind { Configuration, OpenApi, Certificate, AuthorityCertificate, Key, Pkcs12, Requests };

    Kind kind = Kind::Configuration;
    QStringList names;
    QString certificate;         // PEM, with its chain; of the first pair when there are keys too
    QString key;                 // PEM
    MatchedCertificates matched; // of certificates and keys together

    static constexpr qint64 mostBytes = 1024 * 1024; // of a file that are looked at
};

// Several files are looked at together: a certificate and its key belong to each other. Requests: a log of Kong or a
// HAR file.
[[nodiscard]] DroppedFiles lookAtFiles(const QStringList &names);

// What opening them would do, in words.
[[nodiscard]] QString dropText(const DroppedFiles &files);

} // namespace gatehouse
