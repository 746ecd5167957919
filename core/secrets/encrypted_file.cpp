// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/encrypted_file.h"

#include "core/base/openssl_ptr.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <array>
#include <cstdint>
#include <optional>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr QByteArrayView magic = "GHSECRET";
constexpr char version = 1;
constexpr int costExponent = 15; // N = 32768: 32 MiB and about 0.1 s
constexpr int blockSize = 8;
constexpr int parallel = 1;
constexpr qsizetype parametersSize = 4; // version, log2 N, r, p
constexpr qsizetype saltSize = 16;
constexpr qsizetype nonceSize = 12;
constexpr qsizetype tagSize = 16;
constexpr qsizetype headSize = magic.size() + parametersSize + saltSize + nonceSize;
constexpr std::uint64_t mostMemory = 256 * 1024 * 1024; // bytes; a forged head cannot ask for more
constexpr int largestCostExponent = 20;

using Key = std::array<unsigned char, 32>;
using Cipher = OpensslPtr<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(secrets)
};

const unsigned char *bytes(const char *text)
{
    return reinterpret_cast<const unsigned char *>(text);
}

unsigned char *bytes(QByteArray &text)
{
    return reinterpret_cast<unsigned char *>(text.data());
}

std::optional<Key> keyOf(const QByteArray &passphrase, const QByteArray &head)
{
    const char *parameters = head.constData() + magic.size();
    const int exponent = parameters[1];
    if (exponent < 1 || exponent > largestCostExponent || parameters[2] < 1 || parameters[3] < 1)
        return std::nullopt;
    Key key{};
    const int derived = EVP_PBE_scrypt(passphrase.constData(), static_cast<std::size_t>(passphrase.size()),
                                       bytes(parameters + parametersSize), saltSize, std::uint64_t{1} << exponent,
                                       static_cast<std::uint64_t>(parameters[2]),
                                       static_cast<std::uint64_t>(parameters[3]), mostMemory, key.data(), key.size());
    return derived == 1 ? std::optional(key) : std::nullopt;
}

QByteArray jsonOf(const SecretMap &secrets)
{
    QJsonObject object;
    for (auto secret = secrets.begin(); secret != secrets.end(); ++secret)
        object.insert(secret.key(), QString::fromLatin1(secret.value().toBase64()));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Error failed()
{
    return {ErrorKind::Internal, Words::tr("The secrets could not be encrypted.")};
}

} // namespace

bool isSealed(const QByteArray &content)
{
    return content.startsWith(magic);
}

Result<QByteArray> sealSecrets(const SecretMap &secrets, const QByteArray &passphrase)
{
    if (passphrase.isEmpty())
        return Error{ErrorKind::Denied, Words::tr("The passphrase is empty.")};
    QByteArray random(saltSize + nonceSize, '\0');
    if (RAND_bytes(bytes(random), static_cast<int>(random.size())) != 1)
        return failed();
    QByteArray result = magic.toByteArray();
    result += version;
    result += static_cast<char>(costExponent);
    result += static_cast<char>(blockSize);
    result += static_cast<char>(parallel);
    result += random;

    const auto key = keyOf(passphrase, result);
    const Cipher cipher(EVP_CIPHER_CTX_new());
    const QByteArray plain = jsonOf(secrets);
    QByteArray hidden(plain.size(), '\0');
    QByteArray tag(tagSize, '\0');
    int size = 0;
    const bool isDone =
        key && cipher &&
        EVP_EncryptInit_ex2(cipher.get(), EVP_aes_256_gcm(), key->data(), bytes(result) + headSize - nonceSize,
                            nullptr) == 1 &&
        EVP_EncryptUpdate(cipher.get(), nullptr, &size, bytes(result.constData()), static_cast<int>(headSize)) == 1 &&
        EVP_EncryptUpdate(cipher.get(), bytes(hidden), &size, bytes(plain.constData()),
                          static_cast<int>(plain.size())) == 1 &&
        EVP_EncryptFinal_ex(cipher.get(), nullptr, &size) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, static_cast<int>(tagSize), tag.data()) == 1;
    return isDone ? Result<QByteArray>(QByteArray(result + hidden + tag)) : failed();
}

Result<SecretMap> unsealSecrets(const QByteArray &content, const QByteArray &passphrase)
{
    if (!isSealed(content) || content.size() < headSize + tagSize)
        return Error{ErrorKind::Invalid, Words::tr("This is no file of encrypted secrets.")};
    if (content[magic.size()] != version)
        return Error{ErrorKind::Invalid, Words::tr("The encrypted secrets were written by a newer version.")};
    const QByteArray head = content.first(headSize);
    QByteArray tag = content.last(tagSize);
    const QByteArray hidden = content.sliced(headSize, content.size() - headSize - tagSize);
    QByteArray plain(hidden.size(), '\0');

    const auto key = keyOf(passphrase, head);
    const Cipher cipher(EVP_CIPHER_CTX_new());
    int size = 0;
    const bool isDone =
        key && cipher &&
        EVP_DecryptInit_ex2(cipher.get(), EVP_aes_256_gcm(), key->data(),
                            bytes(head.constData()) + headSize - nonceSize, nullptr) == 1 &&
        EVP_DecryptUpdate(cipher.get(), nullptr, &size, bytes(head.constData()), static_cast<int>(headSize)) == 1 &&
        EVP_DecryptUpdate(cipher.get(), bytes(plain), &size, bytes(hidden.constData()),
                          static_cast<int>(hidden.size())) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, static_cast<int>(tagSize), tag.data()) == 1 &&
        EVP_DecryptFinal_ex(cipher.get(), nullptr, &size) == 1;
    if (!isDone)
        return Error{ErrorKind::Denied, Words::tr("The passphrase is wrong, or the file of secrets is damaged.")};
    SecretMap secrets;
    const QJsonObject object = QJsonDocument::fromJson(plain).object();
    for (auto secret = object.begin(); secret != object.end(); ++secret)
        secrets.insert(secret.key(), QByteArray::fromBase64(secret.value().toString().toLatin1()));
    return secrets;
}

Result<QMap<QString, QString>> unsealTexts(const QByteArray &content, const QByteArray &passphrase)
{
    const Result<SecretMap> secrets = unsealSecrets(content, passphrase);
    if (!secrets)
        return secrets.error();
    QMap<QString, QString> values;
    for (auto secret = secrets->begin(); secret != secrets->end(); ++secret)
        values.insert(secret.key(), QString::fromUtf8(secret.value()));
    return values;
}

} // namespace gatehouse
