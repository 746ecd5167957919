// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/free_list.h"

#include <QTest>

#include <memory>

namespace gatehouse {

class TstFreeList : public QObject
{
    Q_OBJECT

private slots:
    void givesBackWhatABurstAdded();
    void keepsWhatIsNeededAgainAndAgain();

private:
    using List = FreeList<std::unique_ptr<int>>;
    static void fill(List &list, std::size_t count);
};

void TstFreeList::fill(List &list, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        list.give(std::make_unique<int>(0));
}

void TstFreeList::givesBackWhatABurstAdded()
{
    List list;
    fill(list, 2 * List::atOnce);
    list.shrink(); // all of them came since the last look: they may be needed yet
    QCOMPARE(list.size(), 2 * List::atOnce);
    list.shrink();
    QCOMPARE(list.size(), List::atOnce);
    list.shrink();
    QCOMPARE(list.size(), List::kept);
    QVERIFY(!list.mayShrink());
}

void TstFreeList::keepsWhatIsNeededAgainAndAgain()
{
    constexpr std::size_t needed = 100;
    List list;
    fill(list, 2 * needed);
    for (int round = 0; round < 3; ++round) {
        list.shrink();
        std::vector<std::unique_ptr<int>> used;
        for (std::size_t i = 0; i < needed; ++i)
            used.push_back(list.take());
        for (auto &each : used)
            list.give(std::move(each));
    }
    QCOMPARE(list.size(), needed);
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstFreeList)
#include "tst_free_list.moc"
