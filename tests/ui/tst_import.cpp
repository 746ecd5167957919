// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The import dialog, by its widgets.
#include "tests/support/application_fixture.h"
#include "tests/support/gateway_fixture.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstImport : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void cleanup() { m_fixture.reset(); }

    void mergesAFileAsOneStep();
    void showsWhatReplacingRemoves();
    void saysWhatIsWrong();
    void readsARunningGateway();
    void dropsWhatWasReadWhenStopped();

private:
    void begin(const QString &place, int source = 0);

    [[nodiscard]] qsizetype services() { return m_fixture->project().store().config().rows(u"services"_s).size(); }

    std::unique_ptr<ApplicationFixture> m_fixture;
};

void TstImport::init()
{
    m_fixture = std::make_unique<ApplicationFixture>();
    QVERIFY(m_fixture->project().openText("_format_version: \"3.0\"\nservices: [{name: mine, host: h}]\n"));
}

void TstImport::begin(const QString &place, int source)
{
    m_fixture->find<QAction>("importAction")->trigger();
    m_fixture->find<QComboBox>("importSource")->setCurrentIndex(source);
    m_fixture->find<QLineEdit>("importPlace")->setText(place);
    m_fixture->find<QPushButton>("importRead")->click();
}

void TstImport::mergesAFileAsOneStep()
{
    const QString file = m_fixture->file(u"theirs.yml"_s);
    QVERIFY(saveFile(file, "_format_version: \"3.0\"\nservices: [{name: theirs, host: h}]\n"));
    begin(file);
    QTRY_COMPARE(m_fixture->find<QTreeWidget>("importRows")->topLevelItemCount(), 1);
    QCOMPARE(m_fixture->find<QTreeWidget>("importRows")->topLevelItem(0)->text(2), u"theirs"_s);
    m_fixture->find<QPushButton>("importButton")->click();
    QCOMPARE(services(), 2);
    QCOMPARE(m_fixture->window().workbench().history().stack().count(), 1);
    m_fixture->window().workbench().history().undo();
    QCOMPARE(services(), 1);
}

void TstImport::showsWhatReplacingRemoves()
{
    const QString file = m_fixture->file(u"theirs.yml"_s);
    QVERIFY(saveFile(file, "_format_version: \"3.0\"\nservices: [{name: theirs, host: h}]\n"));
    begin(file);
    m_fixture->find<QComboBox>("importMode")->setCurrentIndex(1);
    QTRY_VERIFY(m_fixture->find<QLabel>("importSummary")->text().contains(u"1 added, 0 changed, 1 removed"_s));
    QCOMPARE(services(), 1);
}

void TstImport::saysWhatIsWrong()
{
    const QString file = m_fixture->file(u"wrong.yml"_s);
    QVERIFY(saveFile(file, "_format_version: \"3.0\"\nservices: [{name: theirs}]\n"));
    begin(file);
    QTRY_VERIFY(m_fixture->find<QLabel>("importSummary")->text().contains(u"host"_s));
    QVERIFY(!m_fixture->find<QPushButton>("importButton")->isEnabled());
}

void TstImport::readsARunningGateway()
{
    GatewayFixture other;
    QCOMPARE(other.load("_format_version: \"3.0\"\nservices: [{name: theirs, host: h}]\n"), QString());
    begin(u"http://127.0.0.1:%1"_s.arg(other.adminPort()), 1);
    QVERIFY(!m_fixture->find<QPushButton>("importButton")->isEnabled());
    QTRY_VERIFY(m_fixture->find<QPushButton>("importButton")->isEnabled());
    m_fixture->find<QPushButton>("importButton")->click();
    QCOMPARE(services(), 2);
}

void TstImport::dropsWhatWasReadWhenStopped()
{
    const QString file = m_fixture->file(u"theirs.yml"_s);
    QVERIFY(saveFile(file, "_format_version: \"3.0\"\nservices: [{name: theirs, host: h}]\n"));
    begin(file);
    m_fixture->find<QPushButton>("importStop")->click();
    QCOMPARE(m_fixture->find<QLabel>("importSummary")->text(), u"Stopped."_s);
    QVERIFY(m_fixture->find<QPushButton>("importRead")->isEnabled());
    m_fixture->find<QPushButton>("importRead")->click(); // what it delivers comes behind what was dropped
    QTRY_COMPARE(m_fixture->find<QTreeWidget>("importRows")->topLevelItemCount(), 1);
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstImport)
#include "tst_import.moc"
