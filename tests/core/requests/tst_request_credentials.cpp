// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/jwt/jwt_token.h"
#include "core/requests/consumer_credentials.h"
#include "core/requests/request_credentials.h"
#include "tests/support/gateway_fixture.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr auto document = R"(_format_version: "3.0"
services:
- name: s
  url: http://127.0.0.1:9
  routes:
  - {name: open, paths: [/open]}
  - {name: tokens, paths: [/tokens], plugins: [{name: jwt}]}
  - {name: keys, paths: [/keys], plugins: [{name: key-auth, config: {key_names: [k], key_in_header: false}}]}
consumers:
- username: ann
  jwt_secrets: [{key: first, secret: one}, {key: second, secret: two}]
  keyauth_credentials: [{key: "a b"}]
  basicauth_credentials: [{username: ann-login, password: pw}]
)";

} // namespace

class TestRequestCredentials : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void makesATokenForFiveMinutes();
    void usesTheChosenCredential();
    void saysWhenTheChosenOneIsNotAskedFor();
    void putsAKeyIntoTheQuery();
    void leavesWhatWasTyped();
    void needsNone();
    void knowsNoStranger();
    void namesNoSecret();

private:
    [[nodiscard]] const Config &config() { return m_fixture.project().store().config(); }

    [[nodiscard]] QString credential(const QString &name);
    [[nodiscard]] static PreparedRequest request(const QString &path);

    GatewayFixture m_fixture;
};

void TestRequestCredentials::initTestCase()
{
    QCOMPARE(m_fixture.load(document), QString());
}

PreparedRequest TestRequestCredentials::request(const QString &path)
{
    RequestDraft draft;
    draft.url = path;
    draft.isRaw = true;
    return *prepareRequest(draft);
}

QString TestRequestCredentials::credential(const QString &name)
{
    const QList<ConsumerCredential> all = credentialsOf(config(), u"ann"_s);
    for (const ConsumerCredential &each : all) {
        if (each.name == name)
            return each.id;
    }
    return {};
}

void TestRequestCredentials::makesATokenForFiveMinutes()
{
    PreparedRequest asked = request(u"/tokens"_s);
    const Result<QStringList> notes = addCredentials(asked, config(), {u"ann"_s}, 1000);
    QVERIFY(notes);
    QCOMPARE(asked.secrets.size(), 1);
    JwtToken token;
    QVERIFY(!token.parse({asked.secrets.first().constData(), static_cast<std::size_t>(asked.secrets.first().size())}));
    QCOMPARE(token.claims.value("iss"_L1).toString(), u"first"_s);
    QCOMPARE(token.claims.value("exp"_L1).toInt(), 1300);
    QCOMPARE(asked.fields.last().value, "Bearer " + asked.secrets.first());
}

void TestRequestCredentials::usesTheChosenCredential()
{
    PreparedRequest asked = request(u"/tokens"_s);
    const Result<QStringList> notes = addCredentials(asked, config(), {u"ann"_s, credential(u"second"_s)}, 1000);
    QCOMPARE(notes->first(), u"jwt: a token of ann with the key second"_s);
}

void TestRequestCredentials::saysWhenTheChosenOneIsNotAskedFor()
{
    PreparedRequest asked = request(u"/keys"_s);
    const Result<QStringList> notes = addCredentials(asked, config(), {u"ann"_s, credential(u"second"_s)}, 1000);
    QCOMPARE(notes->first(), u"no plugin on the route keys asks for this credential"_s);
    QVERIFY(asked.secrets.isEmpty());
}

void TestRequestCredentials::putsAKeyIntoTheQuery()
{
    PreparedRequest asked = request(u"/keys"_s);
    QVERIFY(addCredentials(asked, config(), {u"ann"_s}, 1000));
    QCOMPARE(asked.target, QByteArray("/keys?k=a%20b"));
    QCOMPARE(asked.secrets.first(), QByteArray("a%20b")); // as it stands in the text
}

void TestRequestCredentials::leavesWhatWasTyped()
{
    PreparedRequest asked = request(u"/tokens"_s);
    asked.fields << RequestField{"authorization", "Bearer own"};
    const Result<QStringList> notes = addCredentials(asked, config(), {u"ann"_s}, 1000);
    QCOMPARE(notes->first(), u"jwt: the request has its own authorization"_s);
    QCOMPARE(asked.fields.size(), 1);
}

void TestRequestCredentials::needsNone()
{
    PreparedRequest asked = request(u"/open"_s);
    const Result<QStringList> notes = addCredentials(asked, config(), {u"ann"_s}, 1000);
    QCOMPARE(notes->first(), u"no plugin on the route open asks who the client is"_s);
}

void TestRequestCredentials::knowsNoStranger()
{
    PreparedRequest asked = request(u"/open"_s);
    const Result<QStringList> notes = addCredentials(asked, config(), {u"bob"_s}, 1000);
    QCOMPARE(notes.error().kind, ErrorKind::NotFound);
}

void TestRequestCredentials::namesNoSecret()
{
    const QList<ConsumerCredential> all = credentialsOf(config(), u"ann"_s);
    QCOMPARE(all.size(), 4);
    QCOMPARE(all[0].name, u"first"_s);
    QCOMPARE(all[2].kind, ConsumerCredential::Kind::Key);
    QCOMPARE(all[2].name, QString()); // the key is the secret
    QCOMPARE(all[3].name, u"ann-login"_s);
}

QTEST_GUILESS_MAIN(TestRequestCredentials)
#include "tst_request_credentials.moc"
