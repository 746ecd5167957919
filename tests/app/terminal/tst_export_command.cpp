// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

// The command as a user runs it.
class TestExportCommand : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void printsReferencesForDeck();
    void refusesReferencesThatKongTakesLiterally();
    void writesValuesIntoAPrivateFile();
    void writesABundle();
    void asksForSecretsAsAGatewayDoes();
    void doesNotOverwrite();
    void refusesWrongUsage_data();
    void refusesWrongUsage();

private:
    struct Outcome {
        int code = -1;
        QByteArray output;
        QByteArray messages;
    };

    [[nodiscard]] Outcome run(const QStringList &options) const;

    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void TestExportCommand::init()
{
    QFile input(file(u"kong.yml"_s));
    QVERIFY(input.open(QIODevice::WriteOnly));
    input.write("_format_version: \"3.0\"\nconsumers:\n- username: ann\n  keyauth_credentials: [{key: ann-secret}]\n");
}

TestExportCommand::Outcome TestExportCommand::run(const QStringList &options) const
{
    QProcess process;
    process.start(QStringLiteral(GATEHOUSE_BINARY_DIR "/gatehousectl"),
                  QStringList{u"config"_s, u"export"_s, file(u"kong.yml"_s)} + options);
    if (!process.waitForFinished())
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestExportCommand::printsReferencesForDeck()
{
    const Outcome outcome = run({u"--target"_s, u"deck"_s, u"--env-example"_s, file(u".env.example"_s)});
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.output, QByteArray("_format_version: \"3.0\"\nconsumers:\n  - username: ann\n"
                                        "    keyauth_credentials:\n"
                                        "      - key: '${{ env \"DECK_ANN_KEYAUTH_CREDENTIALS_KEY\" }}'\n"));
    QFile example(file(u".env.example"_s));
    QVERIFY(example.open(QIODevice::ReadOnly));
    QVERIFY(example.readAll().endsWith("\nDECK_ANN_KEYAUTH_CREDENTIALS_KEY=\n"));
}

void TestExportCommand::refusesReferencesThatKongTakesLiterally()
{
    const Outcome outcome = run({});
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.output, QByteArray());
    QVERIFY(outcome.messages.contains("keyauth_credentials/ann/key"));
    QVERIFY(!outcome.messages.contains("ann-secret"));
}

void TestExportCommand::writesValuesIntoAPrivateFile()
{
    const QString target = file(u"values.yml"_s);
    QCOMPARE(run({u"--secrets"_s, u"values"_s, u"--output"_s, target}).code, 0);
    QCOMPARE(QFile::permissions(target) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QFile written(target);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().contains("key: ann-secret"));
}

void TestExportCommand::writesABundle()
{
    const QString target = file(u"bundle"_s);
    QCOMPARE(run({u"--secrets"_s, u"values"_s, u"--bundle"_s, target}).code, 0);
    QCOMPARE(QDir(target).entryList(QDir::Files | QDir::Hidden).size(), 4);
}

void TestExportCommand::asksForSecretsAsAGatewayDoes()
{
    QFile input(file(u"kong.yml"_s));
    QVERIFY(input.open(QIODevice::WriteOnly));
    input.write("_format_version: \"3.0\"\nconsumers:\n- username: ann\n"
                "  keyauth_credentials: [{key: '${{ env \"DECK_ANN\" }}'}, {key: '${{ env \"DECK_ANN_TOO\" }}'}]\n");
    input.close();
    const QStringList deck{u"--target"_s, u"deck"_s};
    const Outcome missing = run(deck);
    QCOMPARE(missing.code, 78);
    QVERIFY(missing.messages.contains("DECK_ANN\n") && missing.messages.contains("DECK_ANN_TOO"));

    QFile secrets(file(u"secrets.env"_s));
    QVERIFY(secrets.open(QIODevice::WriteOnly));
    secrets.write("DECK_ANN=ann-secret\nDECK_ANN_TOO=ann-other-secret\n");
    secrets.close();
    QVERIFY(secrets.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    const QStringList withSecrets{u"--secrets-file"_s, secrets.fileName()};
    const Outcome references = run(deck + withSecrets);
    QCOMPARE(references.code, 0);
    QVERIFY(references.output.contains("${{ env ") && !references.output.contains("secret\n"));
    const QString target = file(u"filled-in.yml"_s);
    QCOMPARE(run(withSecrets + QStringList{u"--secrets"_s, u"values"_s, u"--output"_s, target}).code, 0);
    QFile written(target);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray text = written.readAll();
    QVERIFY(text.contains("key: ann-secret") && text.contains("key: ann-other-secret"));
}

void TestExportCommand::doesNotOverwrite()
{
    const QStringList options{u"--target"_s, u"deck"_s, u"--output"_s, file(u"once.yml"_s)};
    QCOMPARE(run(options).code, 0);
    QCOMPARE(run(options).code, 1);
    QCOMPARE(run(options + QStringList{u"--force"_s}).code, 0);
}

void TestExportCommand::refusesWrongUsage_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("a target there is not") << QStringList{u"--target"_s, u"konnect"_s};
    QTest::newRow("secrets on standard output") << QStringList{u"--secrets"_s, u"values"_s};
    QTest::newRow("a bundle for decK") << QStringList{u"--target"_s, u"deck"_s, u"--bundle"_s, u"x"_s};
    QTest::newRow("two targets") << QStringList{u"--output"_s, u"x"_s, u"--bundle"_s, u"x"_s};
}

void TestExportCommand::refusesWrongUsage()
{
    QFETCH(QStringList, options);
    QCOMPARE(run(options).code, 64);
}

QTEST_GUILESS_MAIN(TestExportCommand)
#include "tst_export_command.moc"
