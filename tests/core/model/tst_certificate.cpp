// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/certificates.h"
#include "tests/support/store_fixture.h"

#include <QCryptographicHash>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestCertificate : public QObject
{
    Q_OBJECT

private slots:
    void keepsNamesInTheirOwnTable();
    void replacesTheListOfNames();
    void refusesBadNames_data();
    void refusesBadNames();
    void refusesNamesOfAnotherCertificate();
    void checksThePair();
    void removesNamesWithTheCertificate();
    void digestsAuthorities();
    void refusesLeavesAsAuthorities();
    void keepsAuthoritiesThatServicesName();

private:
    static QJsonObject pair(const QJsonValue &snis = QJsonValue::Undefined)
    {
        QJsonObject row{{u"cert"_s, QString::fromLatin1(samples::certificateA)},
                        {u"key"_s, QString::fromLatin1(samples::keyA)}};
        if (!snis.isUndefined())
            row.insert(u"snis"_s, snis);
        return row;
    }

    StoreOutcome add(const QJsonObject &row) { return m_fixture->store.insert(u"certificates"_s, row, Origin::User); }

    std::unique_ptr<StoreFixture> m_fixture;

private slots:

    void init() { m_fixture = std::make_unique<StoreFixture>(); }
};

void TestCertificate::keepsNamesInTheirOwnTable()
{
    const StoreOutcome outcome = add(pair(QJsonArray{u"b.example"_s, u"*.a.example"_s}));
    QVERIFY(outcome);
    const QJsonArray sorted{u"*.a.example"_s, u"b.example"_s};
    QCOMPARE(outcome.entity.value(u"snis"_s).toArray(), sorted);
    QCOMPARE(m_fixture->store.config().rows(u"snis"_s).size(), 2);
    QVERIFY(!m_fixture->store.config().rows(u"certificates"_s).first().contains(u"snis"_s));
}

void TestCertificate::replacesTheListOfNames()
{
    const QString id = add(pair(QJsonArray{u"a"_s, u"b"_s})).entity.value(u"id"_s).toString();
    const QJsonArray names{u"b"_s, u"c"_s};
    const StoreOutcome updated =
        m_fixture->store.update(u"certificates"_s, EntityKey::id(id), QJsonObject{{u"snis"_s, names}}, Origin::User);
    QCOMPARE(updated.entity.value(u"snis"_s).toArray(), names);
    const StoreOutcome kept = m_fixture->store.update(u"certificates"_s, EntityKey::id(id),
                                                      QJsonObject{{u"tags"_s, QJsonArray{u"t"_s}}}, Origin::User);
    QCOMPARE(kept.entity.value(u"snis"_s).toArray(), names);
    const StoreOutcome replaced = m_fixture->store.upsert(u"certificates"_s, EntityKey::id(id), pair(), Origin::User);
    QVERIFY(replaced.entity.value(u"snis"_s).toArray().isEmpty());
}

void TestCertificate::refusesBadNames_data()
{
    QTest::addColumn<QJsonValue>("snis");
    QTest::addColumn<QString>("message");
    QTest::newRow("text") << QJsonValue(u"a"_s) << u"schema violation (snis: expected an array)"_s;
    QTest::newRow("twice") << QJsonValue(QJsonArray{u"a"_s, u"a"_s}) << u"schema violation (snis: a is duplicated)"_s;
    QTest::newRow("bad") << QJsonValue(QJsonArray{u"bad sni!"_s}) << u"invalid value: bad sni!"_s;
    QTest::newRow("address") << QJsonValue(QJsonArray{u"1.1.1.1"_s}) << u"must not be an IP"_s;
}

void TestCertificate::refusesBadNames()
{
    QFETCH(QJsonValue, snis);
    QFETCH(QString, message);
    const StoreOutcome outcome = add(pair(snis));
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->message, message);
}

void TestCertificate::refusesNamesOfAnotherCertificate()
{
    const QString id = add(pair(QJsonArray{u"a"_s})).entity.value(u"id"_s).toString();
    QCOMPARE(add(pair(QJsonArray{u"a"_s})).error->message,
             u"schema violation (snis: a already associated with existing certificate '%1')"_s.arg(id));
}

void TestCertificate::checksThePair()
{
    QJsonObject row = pair();
    row.insert(u"key"_s, QString::fromLatin1(samples::keyB));
    QCOMPARE(add(row).error->message, u"schema violation (certificate does not match key)"_s);
    row.insert(u"key"_s, u"x"_s);
    QVERIFY(add(row).error->message.startsWith(u"schema violation (key: invalid key: "_s));
    row = pair();
    row.insert(u"cert_alt"_s, QString::fromLatin1(samples::certificateB));
    QVERIFY(add(row).error->message.contains(u"all or none of these fields must be set: 'cert_alt', 'key_alt'"_s));
    row.insert(u"key_alt"_s, QString::fromLatin1(samples::keyB));
    QVERIFY(add(row).error->message.contains(u"need to have different type (e.g. RSA and ECDSA)"_s));
}

void TestCertificate::removesNamesWithTheCertificate()
{
    const QString id = add(pair(QJsonArray{u"a"_s})).entity.value(u"id"_s).toString();
    QVERIFY(m_fixture->store.remove(u"certificates"_s, EntityKey::id(id), Origin::User));
    QVERIFY(m_fixture->store.config().isEmpty());
}

void TestCertificate::digestsAuthorities()
{
    const QJsonObject row{{u"cert"_s, QString::fromLatin1(samples::authority)}};
    const StoreOutcome outcome = m_fixture->store.insert(u"ca_certificates"_s, row, Origin::User);
    QVERIFY(outcome);
    QByteArray text(samples::authority);
    text.replace("-----BEGIN CERTIFICATE-----", "").replace("-----END CERTIFICATE-----", "");
    const QByteArray der = QByteArray::fromBase64(text);
    QCOMPARE(outcome.entity.value(u"cert_digest"_s).toString(),
             QString::fromLatin1(QCryptographicHash::hash(der, QCryptographicHash::Sha256).toHex()));
    const StoreOutcome again = m_fixture->store.insert(u"ca_certificates"_s, row, Origin::User);
    QCOMPARE(again.error->httpStatus(), 409);
}

void TestCertificate::refusesLeavesAsAuthorities()
{
    const auto message = [&](const QString &certificate) {
        return m_fixture->store.insert(u"ca_certificates"_s, {{u"cert"_s, certificate}}, Origin::User).error->message;
    };
    QCOMPARE(message(QString::fromLatin1(samples::certificateA)),
             u"schema violation (certificate does not appear to be a CA because it is missing the \"CA\" basic "
             "constraint)"_s);
    QCOMPARE(message(QString::fromLatin1(samples::authority) + QString::fromLatin1(samples::authority)),
             u"schema violation (please submit only one certificate at a time)"_s);
}

void TestCertificate::keepsAuthoritiesThatServicesName()
{
    const QJsonObject row{{u"id"_s, u"a0000000-0000-4000-8000-000000000001"_s},
                          {u"cert"_s, QString::fromLatin1(samples::authority)}};
    m_fixture->store.insert(u"ca_certificates"_s, row, Origin::User);
    m_fixture->add("services", R"({"id":"a0000000-0000-4000-8000-000000000009","host":"h","protocol":"https",
                                   "ca_certificates":["a0000000-0000-4000-8000-000000000001"]})");
    const StoreOutcome outcome = m_fixture->store.remove(
        u"ca_certificates"_s, EntityKey::id(u"a0000000-0000-4000-8000-000000000001"_s), Origin::User);
    QCOMPARE(outcome.error->code, 19);
    QCOMPARE(outcome.error->message,
             u"ca certificate a0000000-0000-4000-8000-000000000001 is still referenced by services (id = "
             "a0000000-0000-4000-8000-000000000009)"_s);
}

QTEST_GUILESS_MAIN(TestCertificate)

#include "tst_certificate.moc"
