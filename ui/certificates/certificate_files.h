// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace gatehouse {

// PEM blocks of one file (RFC 7468).
struct PemFile {
    QString name;
    QString certificate; // the first one and its chain; empty: none
    QString key;
};

struct CertificatePair {
    QString certificate; // with its chain behind it
    QString key;
};

struct MatchedCertificates {
    QList<CertificatePair> pairs;
    QStringList problems; // what belongs to nothing else, in sentences
};

[[nodiscard]] PemFile pemFile(const QString &name, const QString &text);

// Finds the certificate of every key by its public key, whichever files they are in; certificates of authorities that
// have signed one go behind it. Thread: any.
[[nodiscard]] MatchedCertificates matchCertificates(const QList<PemFile> &files);

} // namespace gatehouse
