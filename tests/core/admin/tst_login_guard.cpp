// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/login_guard.h"

#include <QTest>

using namespace gatehouse;
using namespace std::chrono_literals;

class TestLoginGuard : public QObject
{
    Q_OBJECT

private slots:
    void locksAfterSoManyFailures();
    void forgivesAfterAWhile();
    void keepsAddressesApart();
};

namespace {

const QHostAddress guesser(QStringLiteral("192.0.2.1"));
const LoginGuard::Time start{1h};

void fail(LoginGuard &guard, int times, LoginGuard::Time now)
{
    for (int i = 0; i < times; ++i)
        guard.countFailure(guesser, now);
}

} // namespace

void TestLoginGuard::locksAfterSoManyFailures()
{
    LoginGuard guard;
    fail(guard, LoginGuard::tries - 1, start);
    QVERIFY(!guard.isLocked(guesser, start));
    fail(guard, 1, start);
    QVERIFY(guard.isLocked(guesser, start));
}

void TestLoginGuard::forgivesAfterAWhile()
{
    LoginGuard guard;
    fail(guard, LoginGuard::tries, start);
    QVERIFY(guard.isLocked(guesser, start + LoginGuard::window - 1ms));
    QVERIFY(!guard.isLocked(guesser, start + LoginGuard::window));
    fail(guard, 1, start + LoginGuard::window);
    QVERIFY(!guard.isLocked(guesser, start + LoginGuard::window));
}

void TestLoginGuard::keepsAddressesApart()
{
    LoginGuard guard;
    fail(guard, LoginGuard::tries, start);
    QVERIFY(!guard.isLocked(QHostAddress(QStringLiteral("192.0.2.2")), start));
}

QTEST_GUILESS_MAIN(TestLoginGuard)
#include "tst_login_guard.moc"
