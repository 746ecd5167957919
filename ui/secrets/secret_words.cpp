// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/secrets/secret_words.h"

#include <QCoreApplication>

namespace gatehouse {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("secrets", text);
}

} // namespace

QString keptInText(SecretKeeper::Place place)
{
    switch (place) {
    case SecretKeeper::Place::File:
        return words("Kept in this file, readable");
    case SecretKeeper::Place::Keychain:
        return words("Kept in the keychain");
    case SecretKeeper::Place::EncryptedFile:
        return words("Kept in the encrypted file");
    case SecretKeeper::Place::Memory:
        return words("Kept in memory, for this session");
    case SecretKeeper::Place::Nowhere:
        return words("Kept nowhere yet: there is no keychain");
    }
    return {};
}

QString openLockText(const SecretKeeper &secrets)
{
    switch (secrets.state()) {
    case SecretKeeper::State::Asking:
        return {};
    case SecretKeeper::State::Ready:
        return secrets.storePlace() == SecretKeeper::Place::Memory ? words("Secrets in memory only") : QString();
    case SecretKeeper::State::Locked:
        return words("Secrets locked");
    case SecretKeeper::State::Absent:
        return words("No keychain");
    case SecretKeeper::State::NotAllowed:
        return secrets.keepsSecrets() ? words("No keychain") : QString();
    }
    return {};
}

} // namespace gatehouse
