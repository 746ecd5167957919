// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/arena.h"

#include <QTest>

#include <string>

namespace gatehouse {

class TstArena : public QObject
{
    Q_OBJECT

private slots:
    void keepsWhatWasCopied();
    void joinsParts();
    void growsBeyondItsFirstBlock();
    void givesTheSameMemoryAgainAfterReset();
};

void TstArena::keepsWhatWasCopied()
{
    Arena arena;
    std::string text = "one";
    const std::string_view copied = arena.copy(text);
    text = "two";
    QCOMPARE(std::string(copied), std::string("one"));
}

void TstArena::joinsParts()
{
    Arena arena;
    QCOMPARE(std::string(arena.concat({"a", "", "bc"})), std::string("abc"));
}

void TstArena::growsBeyondItsFirstBlock()
{
    Arena arena;
    const std::string_view first = arena.copy("first");
    const std::string large(Arena::firstBlock, 'x');
    QCOMPARE(std::string(arena.copy(large)), large);
    QCOMPARE(std::string(first), std::string("first"));
}

void TstArena::givesTheSameMemoryAgainAfterReset()
{
    Arena arena;
    const char *place = arena.allocate(16);
    (void)arena.allocate(100'000);
    arena.reset();
    QCOMPARE(static_cast<const void *>(arena.allocate(16)), static_cast<const void *>(place));
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstArena)
#include "tst_arena.moc"
