// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/jwt/jwt_token.h"
#include "tests/support/exchange_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <memory>

using namespace gatehouse;
using namespace Qt::StringLiterals;

// Every algorithm from key to answer, and keys where they do not belong.
class TestJwtAlgorithms : public QObject
{
    Q_OBJECT

private slots:
    void knowsKongsAlgorithms();
    void acceptsWhatItSigned_data();
    void acceptsWhatItSigned();
    void refusesChangedSignatures_data();
    void refusesChangedSignatures();
    void refusesKeysThatDoNotFit();
    void refusesSignaturesOfOddLength();
    void refusesThePublicKeyAsSecret();
    void signsAsTheStandardShows();
    void saysWhenAKeyCannotBeRead();
};

namespace {

struct KeyPair {
    QByteArray privatePem;
    QByteArray publicPem;
};

using Pkey = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

QByteArray textOf(BIO *bio)
{
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(bio, &bytes);
    return {bytes, size};
}

KeyPair pairFrom(EVP_PKEY *made)
{
    const Pkey key(made, EVP_PKEY_free);
    const std::unique_ptr<BIO, decltype(&BIO_free)> secret(BIO_new(BIO_s_mem()), BIO_free);
    const std::unique_ptr<BIO, decltype(&BIO_free)> shown(BIO_new(BIO_s_mem()), BIO_free);
    PEM_write_bio_PrivateKey(secret.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    PEM_write_bio_PUBKEY(shown.get(), key.get());
    return {textOf(secret.get()), textOf(shown.get())};
}

// One key for each kind, made once: RSA keys take their time.
const KeyPair &keyPair(const QByteArray &kind)
{
    static QHash<QByteArray, KeyPair> pairs;
    if (pairs.contains(kind))
        return pairs[kind];
    EVP_PKEY *key = nullptr;
    if (kind == "RSA")
        key = EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t(2048));
    else if (kind.startsWith("P-"))
        key = EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", kind.constData());
    else
        key = EVP_PKEY_Q_keygen(nullptr, nullptr, kind.constData());
    return *pairs.insert(kind, pairFrom(key));
}

QByteArray jsonText(const QByteArray &text)
{
    const QByteArray list = QJsonDocument(QJsonArray{QString::fromUtf8(text)}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

QByteArray document(const QByteArray &algorithm, const QByteArray &publicPem)
{
    return "_format_version: \"3.0\"\nconsumers:\n- username: ann\n  jwt_secrets:\n  - key: ann-key\n    secret: s\n"
           "    algorithm: " +
           algorithm + "\n" +
           (publicPem.isEmpty() ? QByteArray() : "    rsa_public_key: " + jsonText(publicPem) + "\n") +
           "plugins:\n- name: jwt\n";
}

QByteArray signedToken(const QByteArray &algorithm, const JwtKey &key)
{
    const Result<QByteArray> token =
        signToken({{u"iss"_s, u"ann-key"_s}}, *findJwtAlgorithm(algorithm.toStdString()), key);
    return token ? *token : QByteArray();
}

JwtKey privateKey(const QByteArray &kind)
{
    return kind.isEmpty() ? JwtKey::fromSecret("s") : *JwtKey::fromPem(keyPair(kind).privatePem);
}

QByteArray publicPem(const QByteArray &kind)
{
    return kind.isEmpty() ? QByteArray() : keyPair(kind).publicPem;
}

Answer answerTo(ExchangeFixture &fixture, const QByteArray &token)
{
    return fixture.get("/r", "Authorization: Bearer " + token + "\r\n");
}

void algorithmRows()
{
    QTest::addColumn<QByteArray>("algorithm");
    QTest::addColumn<QByteArray>("kind");
    for (const char *name : {"HS256", "HS384", "HS512"})
        QTest::newRow(name) << QByteArray(name) << QByteArray();
    for (const char *name : {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"})
        QTest::newRow(name) << QByteArray(name) << QByteArray("RSA");
    QTest::newRow("ES256") << QByteArray("ES256") << QByteArray("P-256");
    QTest::newRow("ES384") << QByteArray("ES384") << QByteArray("P-384");
    QTest::newRow("ES512") << QByteArray("ES512") << QByteArray("P-521");
    QTest::newRow("EdDSA, Ed25519") << QByteArray("EdDSA") << QByteArray("ED25519");
    QTest::newRow("EdDSA, Ed448") << QByteArray("EdDSA") << QByteArray("ED448");
}

} // namespace

void TestJwtAlgorithms::knowsKongsAlgorithms()
{
    QVERIFY(!findJwtAlgorithm("none"));
    QVERIFY(!findJwtAlgorithm("hs256"));
    QVERIFY(!findJwtAlgorithm("ES256K"));
    QVERIFY(!findJwtAlgorithm(""));
}

void TestJwtAlgorithms::acceptsWhatItSigned_data()
{
    algorithmRows();
}

void TestJwtAlgorithms::acceptsWhatItSigned()
{
    QFETCH(QByteArray, algorithm);
    QFETCH(QByteArray, kind);
    ExchangeFixture fixture(document(algorithm, publicPem(kind)));
    const QByteArray token = signedToken(algorithm, privateKey(kind));
    QVERIFY(!token.isEmpty());
    QCOMPARE(answerTo(fixture, token).text, QByteArray());
}

void TestJwtAlgorithms::refusesChangedSignatures_data()
{
    algorithmRows();
}

void TestJwtAlgorithms::refusesChangedSignatures()
{
    QFETCH(QByteArray, algorithm);
    QFETCH(QByteArray, kind);
    ExchangeFixture fixture(document(algorithm, publicPem(kind)));
    QByteArray token = signedToken(algorithm, privateKey(kind));
    const qsizetype at = token.lastIndexOf('.') + 5;
    token[at] = token[at] == 'A' ? 'B' : 'A';
    QCOMPARE(answerTo(fixture, token).text, QByteArray(R"({"message":"Invalid signature"})"));
}

void TestJwtAlgorithms::refusesKeysThatDoNotFit()
{
    QVERIFY(signedToken("ES256", privateKey("RSA")).isEmpty());
    QVERIFY(signedToken("RS256", privateKey("P-256")).isEmpty());
    QVERIFY(signedToken("RS256", JwtKey::fromSecret("s")).isEmpty());
    ExchangeFixture fixture(document("ES256", publicPem("RSA")));
    const QByteArray token = signedToken("ES256", privateKey("P-256"));
    QCOMPARE(answerTo(fixture, token).text, QByteArray(R"({"message":"Invalid signature"})"));
    ExchangeFixture noKey(document("ES256", {}));
    QCOMPARE(answerTo(noKey, token).text, QByteArray(R"({"message":"Invalid key/secret"})"));
}

void TestJwtAlgorithms::refusesSignaturesOfOddLength()
{
    const QByteArray invalid = R"({"message":"Invalid signature"})";
    ExchangeFixture elliptic(document("ES256", publicPem("P-256")));
    const QByteArray token = signedToken("ES256", privateKey("P-256"));
    QCOMPARE(answerTo(elliptic, token.chopped(4)).text, invalid);
    QCOMPARE(answerTo(elliptic, token + "AAAA").text, invalid);
    QCOMPARE(answerTo(elliptic, token.left(token.lastIndexOf('.') + 1)).text, invalid);
    ExchangeFixture pss(document("PS256", publicPem("RSA")));
    QCOMPARE(answerTo(pss, signedToken("PS256", privateKey("RSA")).chopped(8)).text, invalid);
}

// The classic confusion of algorithms: a token signed with HMAC and the text of the public key.
void TestJwtAlgorithms::refusesThePublicKeyAsSecret()
{
    ExchangeFixture fixture(document("RS256", publicPem("RSA")));
    const QByteArray token = signedToken("HS256", JwtKey::fromSecret(publicPem("RSA")));
    QCOMPARE(answerTo(fixture, token).text, QByteArray(R"({"message":"Invalid algorithm"})"));
}

// RFC 7515 A.1.
void TestJwtAlgorithms::signsAsTheStandardShows()
{
    const QByteArray key =
        QByteArray::fromBase64("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow",
                               QByteArray::Base64UrlEncoding);
    const QByteArray text =
        "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0"
        "dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
    const QByteArray signature = *JwtKey::fromSecret(key).sign(*findJwtAlgorithm("HS256"), text);
    QCOMPARE(signature.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals),
             QByteArray("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));
}

void TestJwtAlgorithms::saysWhenAKeyCannotBeRead()
{
    QVERIFY(!JwtKey::fromPem("no key"));
    QVERIFY(!JwtKey::fromPem({}));
    QVERIFY(JwtKey::fromPem(keyPair("P-256").publicPem).hasValue());
}

QTEST_GUILESS_MAIN(TestJwtAlgorithms)
#include "tst_jwt_algorithms.moc"
