// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/jwt/token_mint.h"
#include "core/plugins/jwt/token_times.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstTokenMint : public QObject
{
    Q_OBJECT

private slots:
    void takesValuesAsJsonOrText_data();
    void takesValuesAsJsonOrText();
    void putsClaimsTogether();
    void takesTheTokenOutOfWhatWasPasted_data();
    void takesTheTokenOutOfWhatWasPasted();
    void saysWhatTimesMean_data();
    void saysWhatTimesMean();
};

void TstTokenMint::takesValuesAsJsonOrText_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("number") << u"42"_s << QJsonValue(42);
    QTest::newRow("flag") << u"true"_s << QJsonValue(true);
    QTest::newRow("quoted") << u"\"42\""_s << QJsonValue(u"42"_s);
    QTest::newRow("word") << u"admin"_s << QJsonValue(u"admin"_s);
    QTest::newRow("two values") << u"1, 2"_s << QJsonValue(u"1, 2"_s);
}

void TstTokenMint::takesValuesAsJsonOrText()
{
    QFETCH(QString, typed);
    QTEST(claimValue(typed), "value");
}

void TstTokenMint::putsClaimsTogether()
{
    const QJsonObject lasting = claimsFor({u"kid"_s, u"k"_s, {}, {{u"role"_s, u"a"_s}}}, 100);
    QCOMPARE(lasting, (QJsonObject{{u"kid"_s, u"k"_s}, {u"iat"_s, 100}, {u"role"_s, u"a"_s}}));
    const QJsonObject brief = claimsFor({u"iss"_s, u"k"_s, 60, {{u"iat"_s, 7}}}, 100);
    QCOMPARE(brief, (QJsonObject{{u"iss"_s, u"k"_s}, {u"iat"_s, 7}, {u"exp"_s, 160}}));
}

void TstTokenMint::takesTheTokenOutOfWhatWasPasted_data()
{
    QTest::addColumn<QByteArray>("pasted");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<bool>("hadBearer");
    QTest::newRow("alone") << QByteArray(" a.b.c\n") << QByteArray("a.b.c") << false;
    QTest::newRow("bearer") << QByteArray("bearer  a.b.c") << QByteArray("a.b.c") << true;
    QTest::newRow("field") << QByteArray("Authorization: Bearer a.b.c\r\n") << QByteArray("a.b.c") << true;
    QTest::newRow("nothing") << QByteArray("Bearer ") << QByteArray("Bearer") << false;
}

void TstTokenMint::takesTheTokenOutOfWhatWasPasted()
{
    QFETCH(QByteArray, pasted);
    const PastedToken found = pastedToken(pasted);
    QTEST(found.token, "token");
    QTEST(found.hadBearer, "hadBearer");
}

void TstTokenMint::saysWhatTimesMean_data()
{
    QTest::addColumn<QString>("claim");
    QTest::addColumn<int>("seconds"); // from now
    QTest::addColumn<QString>("meaning");
    QTest::newRow("expires") << u"exp"_s << 41 * 60 + 5 << u"expires in 41 min"_s;
    QTest::newRow("expired") << u"exp"_s << -3 * 86400 << u"expired 3 d ago"_s;
    QTest::newRow("valid") << u"nbf"_s << -7200 << u"valid since 2 h"_s;
    QTest::newRow("not yet") << u"nbf"_s << 30 << u"not valid for another 30 s"_s;
    QTest::newRow("issued") << u"iat"_s << -10 << u"issued 10 s ago"_s;
}

void TstTokenMint::saysWhatTimesMean()
{
    QFETCH(QString, claim);
    QFETCH(int, seconds);
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'700'000'000);
    const QList<TokenTime> times = timesIn({{claim, now.toSecsSinceEpoch() + seconds}, {u"sub"_s, 5}}, now);
    QCOMPARE(times.size(), 1);
    QTEST(times.first().meaning, "meaning");
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstTokenMint)

#include "tst_token_mint.moc"
