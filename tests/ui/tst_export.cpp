// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The export dialog, by its widgets.
#include "tests/support/application_fixture.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstExport : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void cleanup() { m_fixture.reset(); }

    void refusesReferencesForKong();
    void writesReferencesForDeckAndRemembersIt();
    void writesABundleWithSecretsInClear();
    void showsTheDifferenceToWhatIsThere();
    void comparesWithAFileWhoseSecretsNobodyHas();
    void refusesWhatHasNotAllItsSecrets();
    void showsOnlyTheLastChoice();

private:
    [[nodiscard]] QString shown(const char *name) { return m_fixture->find<QPlainTextEdit>(name)->toPlainText(); }

    void choose(const char *box, int index) { m_fixture->find<QComboBox>(box)->setCurrentIndex(index); }

    void setPlace(const QString &place)
    {
        m_fixture->find<QLineEdit>("exportPlace")->setText(place);
        QTRY_VERIFY(exportButton()->isEnabled());
    }

    [[nodiscard]] QPushButton *exportButton() { return m_fixture->find<QPushButton>("exportButton"); }

    std::unique_ptr<ApplicationFixture> m_fixture;
};

void TstExport::init()
{
    m_fixture = std::make_unique<ApplicationFixture>();
    QVERIFY(m_fixture->project().openText("_format_version: \"3.0\"\nconsumers:\n- username: ann\n"
                                          "  keyauth_credentials: [{key: ann-secret}]\n"));
    m_fixture->find<QAction>("exportAction")->trigger();
    QVERIFY(m_fixture->find<QDialog>("exportDialog"));
    QTRY_VERIFY(!shown("exportText").isEmpty());
}

void TstExport::refusesReferencesForKong()
{
    QVERIFY(shown("exportText").contains(u"keyauth_credentials/ann/key"_s));
    m_fixture->find<QLineEdit>("exportPlace")->setText(m_fixture->file(u"kong.yml"_s));
    choose("exportSecrets", 1);
    QTRY_VERIFY(exportButton()->isEnabled());
    QVERIFY(!shown("exportText").contains(u"ann-secret"_s));
    choose("exportSecrets", 0);
    QVERIFY(!exportButton()->isEnabled());
}

void TstExport::writesReferencesForDeckAndRemembersIt()
{
    choose("exportTarget", 1);
    setPlace(m_fixture->file(u"kong.yaml"_s));
    exportButton()->click();
    QFile written(m_fixture->file(u"kong.yaml"_s));
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().contains("${{ env \"DECK_ANN_KEYAUTH_CREDENTIALS_KEY\" }}"));
    QVERIFY(QFile::exists(m_fixture->file(u".env.example"_s)));
    QCOMPARE(UiSettings(m_fixture->file(u"settings.ini"_s)).value(Setting::ExportTarget).toString(), u"deck"_s);
}

void TstExport::writesABundleWithSecretsInClear()
{
    choose("exportSecrets", 1);
    choose("exportForm", 1);
    setPlace(m_fixture->file(u"bundle"_s));
    exportButton()->click();
    const QString kong = m_fixture->file(u"bundle/kong.yml"_s);
    QCOMPARE(QFile::permissions(kong) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QVERIFY(QFile::exists(m_fixture->file(u"bundle/docker-compose.yml"_s)));
}

void TstExport::showsTheDifferenceToWhatIsThere()
{
    const QString place = m_fixture->file(u"there.yml"_s);
    QVERIFY(saveFile(place, "_format_version: \"3.0\"\nconsumers:\n- username: bob\n"));
    choose("exportTarget", 1);
    setPlace(place);
    QTRY_COMPARE(exportButton()->text(), u"Replace"_s);
    QTRY_VERIFY(shown("exportDifference").contains(u"-  - username: bob\n+  - username: ann"_s));
}

void TstExport::comparesWithAFileWhoseSecretsNobodyHas()
{
    const QString place = m_fixture->file(u"there.yml"_s);
    QVERIFY(saveFile(place, "_format_version: \"3.0\"\nconsumers:\n- username: bob\n"
                            "  keyauth_credentials: [{key: '${{ env \"DECK_NOBODY_HAS_IT\" }}'}]\n"));
    choose("exportTarget", 1);
    setPlace(place);
    QTRY_VERIFY(shown("exportDifference").contains(u"-  - username: bob"_s));
}

void TstExport::refusesWhatHasNotAllItsSecrets()
{
    QVERIFY(m_fixture->project().openText("_format_version: \"3.0\"\nconsumers:\n- username: ann\n"
                                          "  keyauth_credentials: [{key: '${{ env \"DECK_NOBODY_HAS_IT\" }}'}]\n"));
    m_fixture->find<QLineEdit>("exportPlace")->setText(m_fixture->file(u"kong.yml"_s));
    choose("exportSecrets", 1);
    QTRY_VERIFY(shown("exportText").contains(u"DECK_NOBODY_HAS_IT has no value"_s));
    QVERIFY(!exportButton()->isEnabled());
    choose("exportSecrets", 0);
    choose("exportTarget", 1); // decK fills it in
    QTRY_VERIFY(exportButton()->isEnabled());
}

void TstExport::showsOnlyTheLastChoice()
{
    m_fixture->find<QLineEdit>("exportPlace")->setText(m_fixture->file(u"kong.yaml"_s));
    choose("exportTarget", 1);
    choose("exportTarget", 0);
    choose("exportTarget", 1);
    QVERIFY(!exportButton()->isEnabled()); // nothing is written that was not shown
    QTRY_VERIFY(exportButton()->isEnabled());
    QVERIFY(shown("exportText").contains(u"${{ env"_s));
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstExport)
#include "tst_export.moc"
