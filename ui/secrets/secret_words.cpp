// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/secrets/secret_words.h"

#include <QCoreApplication>

namespace gatehouse {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(secrets)
};

} // namespace

QString keptInText(SecretKeeper::Place place)
{
    switch (place) {
    case SecretKeeper::Place::File:
        return Words::tr("Kept in this file, readable");
    case SecretKeeper::Place::Keychain:
        return Words::tr("Kept in the keychain");
    case SecretKeeper::Place::EncryptedFile:
        return Words::tr("Kept in the encrypted file");
    case SecretKeeper::Place::Memory:
        return Words::tr("Kept in memory, for this session");
    case SecretKeeper::Place::Nowhere:
        return Words::tr("Kept nowhere yet: there is no keychain");
    }
    return {};
}

QString openLockText(const SecretKeeper &secrets)
{
    switch (secrets.state()) {
    case SecretKeeper::State::Asking:
        return {};
    case SecretKeeper::State::Ready:
        return secrets.storePlace() == SecretKeeper::Place::Memory ? Words::tr("Secrets in memory only") : QString();
    case SecretKeeper::State::Locked:
        return Words::tr("Secrets locked");
    case SecretKeeper::State::Absent:
        return Words::tr("No keychain");
    case SecretKeeper::State::NotAllowed:
        return secrets.keepsSecrets() ? Words::tr("No keychain") : QString();
    }
    return {};
}

} // namespace gatehouse
