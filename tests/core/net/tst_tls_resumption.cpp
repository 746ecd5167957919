// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/tls_resumption.h"

#include <QTest>

using namespace gatehouse::net;

class TestTlsResumption : public QObject
{
    Q_OBJECT

private slots:

    // RFC 9325 3.4: keys are changed, and a ticket outlives one change.
    void opensTicketsOfTheKeyBefore()
    {
        TlsResumption resumption;
        const TlsResumption::TicketKey first = resumption.currentKey();
        const std::string_view name(reinterpret_cast<const char *>(first.name.data()), first.name.size());
        QVERIFY(resumption.findKey(name)->isCurrent);
        resumption.rotate();
        QVERIFY(!resumption.findKey(name)->isCurrent);
        QVERIFY(resumption.currentKey().cipherKey != first.cipherKey);
        resumption.rotate();
        QVERIFY(!resumption.findKey(name));
    }

    void forgetsTheOldestSession()
    {
        TlsResumption resumption;
        for (std::size_t i = 0; i <= TlsResumption::sessionLimit; ++i)
            resumption.keep(std::to_string(i), "session");
        QCOMPARE(resumption.find("0"), std::string());
        QCOMPARE(resumption.find("1"), std::string("session"));
    }
};

QTEST_GUILESS_MAIN(TestTlsResumption)

#include "tst_tls_resumption.moc"
