// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What gatehousectl makes of a folder of files.
#include "tests/support/gateway_process.h"
#include "tests/support/raw_client.h"
#include "tests/support/recording_upstream.h"

#include <QFile>
#include <QTest>

#include <csignal>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestFolderCommands : public QObject
{
    Q_OBJECT

private slots:

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void checksAFolder_data();
    void checksAFolder();
    void checksAFolderWithItsSecrets();
    void servesAFolderAndReadsItAgain();

private:
    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

constexpr auto head = "_format_version: \"3.0\"\n";
constexpr auto service = "services:\n- {name: one, host: h.test}\n";
constexpr auto route = "routes:\n- {name: r, paths: [/r], service: one}\n";

void TestFolderCommands::checksAFolder_data()
{
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("reference") << QByteArray(route) << 0 << QByteArray();
    QTest::newRow("twice") << QByteArray(service) << 1 << QByteArray("a.yml:3:3");
    QTest::newRow("nothing there") << QByteArray("routes:\n- {name: r, paths: [/r], service: two}\n") << 1
                                   << QByteArray("b.yml:3:");
}

void TestFolderCommands::checksAFolder()
{
    QFETCH(const QByteArray, other);
    QFETCH(const int, code);
    QFETCH(const QByteArray, message);
    write(u"a.yml"_s, QByteArray(head) + service);
    write(u"b.yml"_s, head + other);
    for (const QStringList &command : {QStringList{u"file"_s, u"validate"_s}, QStringList{u"config"_s, u"parse"_s}}) {
        QByteArray messages;
        QCOMPARE(GatewayProcess::run(command + QStringList{m_folder->path()}, &messages), code);
        QVERIFY2(messages.contains(message), messages.constData());
    }
}

void TestFolderCommands::checksAFolderWithItsSecrets()
{
    const QByteArray name = "DECK_TST_FOLDER_COMMANDS_SECRET";
    const QByteArray secret = "  jwt_secrets: [{key: k, secret: \"${{ env \"" + name + "\" }}\"}]\n";
    write(u"a.yml"_s, head + QByteArray("consumers:\n- username: anna\n") + secret);
    write(u"b.yml"_s, head + QByteArray("consumers:\n- username: bert\n"));
    const QTemporaryDir elsewhere;
    QFile values(elsewhere.filePath(u"secrets.env"_s));
    QVERIFY(values.open(QIODevice::WriteOnly));
    values.write(name + "=from-file\n");
    values.close();
    QVERIFY(values.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    const QStringList files{m_folder->filePath(u"b.yml"_s), m_folder->filePath(u"a.yml"_s)};
    for (const QStringList &command :
         {QStringList{u"file"_s, u"validate"_s, m_folder->path()},
          QStringList{u"config"_s, u"parse"_s, m_folder->path()}, QStringList{u"config"_s, u"parse"_s} + files}) {
        QByteArray messages;
        QCOMPARE(GatewayProcess::run(command, &messages), 78);
        QVERIFY2(messages.contains(name), messages.constData());
        const QStringList withFile = command + QStringList{u"--secrets-file"_s, values.fileName()};
        QVERIFY2(GatewayProcess::run(withFile, &messages) == 0, messages.constData());
    }
}

void TestFolderCommands::servesAFolderAndReadsItAgain()
{
    const RecordingUpstream upstream;
    const QByteArray document =
        QByteArray(head) + "services:\n- name: one\n  host: 127.0.0.1\n  port: " + QByteArray::number(upstream.port()) +
        "\n";
    write(u"a.yml"_s, QByteArray(head) + "routes:\n- {name: a, paths: [/a], service: one}\n");
    GatewayProcess gateway(document, {m_folder->path()});
    QCOMPARE(RawClient(gateway.port()).request("GET /a HTTP/1.1\r\nHost: x\r\n\r\n").status, 200);
    write(u"b.yml"_s, QByteArray(head) + "routes:\n- {name: b, paths: [/b], service: one}\n");
    gateway.signal(SIGHUP);
    QVERIFY(gateway.waitForMessage("Reloaded"));
    QTRY_COMPARE(RawClient(gateway.port()).request("GET /b HTTP/1.1\r\nHost: x\r\n\r\n").status, 200);
    write(u"c.yml"_s, QByteArray(head) + "routes:\n- {name: b, paths: [/c], service: one}\n");
    gateway.signal(SIGHUP);
    QVERIFY(gateway.waitForMessage("c.yml"));
    QCOMPARE(RawClient(gateway.port()).request("GET /b HTTP/1.1\r\nHost: x\r\n\r\n").status, 200);
}

QTEST_GUILESS_MAIN(TestFolderCommands)
#include "tst_folder_commands.moc"
