// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/described/bundled_schemas.h"
#include "core/schema/reference.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

class TestReference : public QObject
{
    Q_OBJECT

private slots:

    void isWhatTheSchemasSay()
    {
        QFile file(QStringLiteral(GATEHOUSE_SOURCE_DIR "/resources/reference.md"));
        QVERIFY2(file.open(QIODevice::ReadOnly), "resources/reference.md is missing");
        const QStringList written = QString::fromUtf8(file.readAll()).split(u'\n');
        const QStringList expected = referenceMarkdown(*makeSchemaRegistry()).split(u'\n');
        for (qsizetype i = 0; i < qMin(written.size(), expected.size()); ++i) {
            const QString advice = u"line %1: run 'gatehousectl reference > resources/reference.md'"_s.arg(i + 1);
            QVERIFY2(written.at(i) == expected.at(i), qPrintable(advice));
        }
        QCOMPARE(written.size(), expected.size());
    }
};

QTEST_GUILESS_MAIN(TestReference)

#include "tst_reference.moc"
