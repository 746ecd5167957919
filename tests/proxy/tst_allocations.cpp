// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/allocation_count.h"
#include "tests/support/gateway_fixture.h"

#include <QMessageAuthenticationCode>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

// A warm worker serves requests without asking for memory.
class TestAllocations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void needsNoneForForwarding();
    void needsNoneWithEveryPluginOfTheGoals();

private:
    // What the worker allocates while it serves so many requests on one connection, after as many to warm it up.
    std::size_t allocationsFor(const QByteArray &document, const QByteArray &fields);

    RecordingUpstream m_upstream;
};

namespace {

constexpr int requests = 300;

const QByteArray plainDocument = R"(_format_version: "3.0"
services:
- name: s
  url: http://127.0.0.1:%1
  routes:
  - {name: r, paths: [/]}
)";

const QByteArray pluginDocument = R"(consumers:
- username: ann
  jwt_secrets: [{key: ann-key, secret: ann-secret}]
  acls: [{group: staff}]
plugins:
- {name: jwt, config: {claims_to_verify: [exp]}}
- {name: acl, config: {allow: [staff]}}
- {name: rate-limiting, config: {minute: 1000000}}
- {name: file-log, config: {path: "%2"}}
)";

QByteArray part(const QByteArray &text)
{
    return text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray token()
{
    const QByteArray text =
        part(R"({"alg":"HS256","typ":"JWT"})") + '.' + part(R"({"iss":"ann-key","exp":4102444800})");
    return text + '.' + part(QMessageAuthenticationCode::hash(text, "ann-secret", QCryptographicHash::Sha256));
}

} // namespace

void TestAllocations::initTestCase()
{
    if (!countsAllocations())
        QSKIP("Allocations cannot be counted in this build.");
}

std::size_t TestAllocations::allocationsFor(const QByteArray &document, const QByteArray &fields)
{
    GatewayFixture gateway;
    const QString problem = gateway.load(QByteArray(document).replace("%1", QByteArray::number(m_upstream.port())));
    if (!problem.isEmpty())
        qFatal("%s", qUtf8Printable(problem));
    const QByteArray request = "GET /things?a=1 HTTP/1.1\r\nHost: gw.test\r\n" + fields + "\r\n";
    RawClient client(gateway.port());
    const auto serve = [&client, &request] {
        for (int i = 0; i < requests; ++i) {
            if (client.request(request).status != 200)
                qFatal("A request was not answered well.");
        }
    };
    serve();
    const std::size_t before = allocationCountOf("worker-0");
    if (before == 0)
        qFatal("The worker's allocations are not counted.");
    serve();
    return allocationCountOf("worker-0") - before;
}

void TestAllocations::needsNoneForForwarding()
{
    QCOMPARE(allocationsFor(plainDocument, {}), 0U);
}

void TestAllocations::needsNoneWithEveryPluginOfTheGoals()
{
    const QTemporaryDir folder;
    const QByteArray log = folder.filePath(u"file.log"_s).toUtf8();
    const QByteArray document = plainDocument + QByteArray(pluginDocument).replace("%2", log);
    QCOMPARE(allocationsFor(document, "Authorization: Bearer " + token() + "\r\n"), 0U);
}

QTEST_GUILESS_MAIN(TestAllocations)
#include "tst_allocations.moc"
