// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QObject>

namespace gatehouse {

class EntityForm;

// Says beside the fields of a certificate, while they are edited, what the certificate is and whether the key belongs
// to it. Thread: control. Belongs to the form.
class CertificateNotes : public QObject
{
    Q_OBJECT
public:
    explicit CertificateNotes(EntityForm &form);

private:
    void show(const QJsonObject &record);
    void setNote(const QString &path, const QString &text);

    EntityForm &m_form;
};

// What a certificate is, in a sentence; empty when the text holds none.
[[nodiscard]] QString certificateNote(const QString &certificate);
// Whether a key belongs to a certificate; empty when one of them cannot be told.
[[nodiscard]] QString keyNote(const QString &certificate, const QString &key);

} // namespace gatehouse
