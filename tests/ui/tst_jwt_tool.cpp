// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens are taken apart, checked and made by the controls of the page; what is made is sent to the running gateway.
#include "core/plugins/jwt/jwt_token.h"
#include "tests/support/window_test.h"

#include <QClipboard>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QToolButton>

namespace gatehouse {

class TstJwtTool : public WindowTest
{
    Q_OBJECT

private slots:
    void init();
    void takesATokenApartWhileItIsPasted();
    void saysWhatIsWrongWithATextThatIsNoToken();
    void checksATokenAsTheGatewayDoes();
    void hintsAtTheKeyThatWasMeant();
    void leadsToAPluginWhenNoneLooks();
    void makesATokenThatTheGatewayTakes();
    void goesOnWithTabInTheOrderOfTheEye();
    void forgetsATokenThatIsNotWhatIsChosen();
    void locksTheClaimOfTheCredential();
    void signsWithAPrivateKeyFromAFile();
    void mintsForACredentialOfAConsumer();

private:
    void showTab(int tab);
    void paste(const char *edit, const QByteArray &token);
    [[nodiscard]] static QByteArray signedWith(const QByteArray &secret, const QJsonObject &claims);

    [[nodiscard]] QString text(const char *label) { return m_fixture->find<QLabel>(label)->text(); }

    [[nodiscard]] QStringList column(const char *table, int column);

    [[nodiscard]] QByteArray made() { return m_fixture->find<QLineEdit>("jwtMintToken")->text().toLatin1(); }

    void pressButton(const char *button);
    [[nodiscard]] static JwtToken parsed(const QByteArray &token);
};

void TstJwtTool::init()
{
    start();
    const QByteArray yaml = "_format_version: \"3.0\"\nservices:\n- name: s\n  url: http://127.0.0.1:" +
                            QByteArray::number(m_upstream->port()) + "\n" + R"(  routes:
  - {name: open, paths: [/open]}
  - {name: orders, paths: [/orders], plugins: [{name: jwt, config: {claims_to_verify: [exp]}}]}
consumers:
- {username: mobile-app, jwt_secrets: [{key: mobile-key, secret: mobile-secret}]}
- {username: signer, jwt_secrets: [{key: signer-key, algorithm: EdDSA, rsa_public_key: "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END PUBLIC KEY-----\n"}]}
)";
    open(yaml);
    QCOMPARE(rows("routesPageTable"), 2);
}

void TstJwtTool::showTab(int tab)
{
    go("jwtPageAction");
    m_fixture->find<QTabWidget>("jwtTabs")->setCurrentIndex(tab);
}

void TstJwtTool::paste(const char *edit, const QByteArray &token)
{
    QGuiApplication::clipboard()->setText(QString::fromLatin1(token));
    auto *target = m_fixture->find<QPlainTextEdit>(edit);
    target->setFocus();
    QTest::keyClick(target, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(target, Qt::Key_V, Qt::ControlModifier);
}

QByteArray TstJwtTool::signedWith(const QByteArray &secret, const QJsonObject &claims)
{
    return *signToken(claims, *findJwtAlgorithm("HS256"), JwtKey::fromSecret(secret));
}

QStringList TstJwtTool::column(const char *table, int column)
{
    const QAbstractItemModel *model = m_fixture->find<QTableView>(table)->model();
    QStringList texts;
    for (int row = 0; row < model->rowCount(); ++row)
        texts << model->index(row, column).data().toString();
    return texts;
}

void TstJwtTool::pressButton(const char *button)
{
    auto *target = m_fixture->find<QPushButton>(button);
    target->setFocus();
    QTest::keyClick(target, Qt::Key_Space);
}

JwtToken TstJwtTool::parsed(const QByteArray &token)
{
    JwtToken result;
    if (result.parse({token.constData(), static_cast<std::size_t>(token.size())}) != nullptr)
        return {};
    result.signedText = {};
    return result;
}

void TstJwtTool::takesATokenApartWhileItIsPasted()
{
    showTab(0);
    QVERIFY(QApplication::focusWidget() == m_fixture->find<QPlainTextEdit>("jwtToken"));
    const qint64 expires = QDateTime::currentSecsSinceEpoch() + 41 * 60 + 30;
    paste("jwtToken", "Bearer " + signedWith("x", {{u"iss"_s, u"me"_s}, {u"exp"_s, expires}, {u"admin"_s, true}}));
    QVERIFY(m_fixture->find<QPlainTextEdit>("jwtHeader")->toPlainText().contains(u"HS256"_s));
    QCOMPARE(column("jwtClaims", 0), (QStringList{u"admin"_s, u"exp"_s, u"iss"_s}));
    QCOMPARE(column("jwtClaims", 1), (QStringList{u"true"_s, QString::number(expires), u"me"_s}));
    QCOMPARE(column("jwtClaims", 2), (QStringList{QString(), u"expires in 41 min"_s, QString()}));
    QCOMPARE(column("jwtClaims", 4)[1],
             QDateTime::fromSecsSinceEpoch(expires, Qt::UTC).toString(u"yyyy-MM-dd HH:mm:ss"_s));
    QVERIFY(text("jwtDecodeState").contains(u"not verified"_s));
}

void TstJwtTool::saysWhatIsWrongWithATextThatIsNoToken()
{
    showTab(0);
    QVERIFY(text("jwtDecodeState").contains(u"never leaves"_s));
    QGuiApplication::clipboard()->setText(u"abc"_s);
    pressButton("jwtPaste");
    QCOMPARE(text("jwtDecodeState"), u"The gateway would say: Bad token; invalid JSON"_s);
    QCOMPARE(column("jwtClaims", 0), QStringList());
}

void TstJwtTool::checksATokenAsTheGatewayDoes()
{
    go("startAction");
    QTRY_COMPARE(m_fixture->gateway().state(), Gateway::State::Running);
    showTab(1);
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const QByteArray wrong = signedWith("other", {{u"iss"_s, u"mobile-key"_s}, {u"exp"_s, now + 60}});
    const QByteArray right = signedWith("mobile-secret", {{u"iss"_s, u"mobile-key"_s}, {u"exp"_s, now + 60}});
    paste("jwtCheckToken", wrong);
    QTRY_COMPARE(text("jwtCheckResult"), u"✗ Refused with 401: Invalid signature"_s);
    const RawResponse refused = request("Authorization: Bearer " + wrong + "\r\n");
    QCOMPARE(refused.status, 401);
    QCOMPARE(QJsonDocument::fromJson(refused.body).object().value("message"_L1).toString(), u"Invalid signature"_s);
    const QStringList results = column("jwtCheckSteps", 1);
    QCOMPARE(results.size(), 7);
    QCOMPARE(results[4], u"✓ passed"_s);
    QCOMPARE(results[5], u"✗ Invalid signature"_s);
    QCOMPARE(results[6], u"– not reached"_s);

    paste("jwtCheckToken", "Bearer " + right);
    QTRY_COMPARE(text("jwtCheckResult"), u"✓ Accepted: the request comes from mobile-app."_s);
    QVERIFY(text("jwtCheckHints").contains(u"“Bearer” was pasted along"_s));
    QCOMPARE(request("Authorization: Bearer " + right + "\r\n").status, 200);
}

void TstJwtTool::hintsAtTheKeyThatWasMeant()
{
    showTab(1);
    paste("jwtCheckToken", signedWith("mobile-secret", {{u"iss"_s, u"mobil-key"_s}}));
    QTRY_COMPARE(text("jwtCheckResult"), u"✗ Refused with 401: No credentials found for given 'iss'"_s);
    QCOMPARE(text("jwtCheckHints"), u"Did you mean the key mobile-key of mobile-app? The token has mobil-key."_s);
    pressButton("jwtCheckRepair");
    QVERIFY(form("pluginsPage")->isVisible());
}

void TstJwtTool::leadsToAPluginWhenNoneLooks()
{
    open(emptyDocument);
    showTab(1);
    QCOMPARE(text("jwtCheckResult"), u"No route has a jwt plugin, so none looks at tokens."_s);
    pressButton("jwtCheckRepair");
    QVERIFY(form("pluginsPageForm")->isVisible());
    showTab(2);
    QVERIFY(!m_fixture->find<QPushButton>("jwtMint")->isVisible());
    QVERIFY(text("jwtMintState").contains(u"no jwt credential"_s));
    pressButton("jwtMintFirst");
    QVERIFY(form("consumersPageForm")->isVisible());
}

void TstJwtTool::makesATokenThatTheGatewayTakes()
{
    go("startAction");
    QTRY_COMPARE(m_fixture->gateway().state(), Gateway::State::Running);
    showTab(2);
    QCOMPARE(m_fixture->find<QComboBox>("jwtMintCredential")->currentText(), u"mobile-app: mobile-key (HS256)"_s);
    QVERIFY(!m_fixture->find<QWidget>("jwtMintKeyRow")->isVisible());
    pressButton("jwtMint");
    QCOMPARE(request("Authorization: Bearer " + made() + "\r\n").status, 200);
    auto *line = m_fixture->find<QLineEdit>("jwtMintToken");
    QCOMPARE(line->echoMode(), QLineEdit::Password);
    auto *show = m_fixture->find<QToolButton>("jwtMintShow");
    show->setFocus();
    press(Qt::Key_Space);
    QCOMPARE(line->echoMode(), QLineEdit::Normal);

    pressButton("jwtMintCurl");
    const QString curl = QGuiApplication::clipboard()->text();
    QCOMPARE(curl, u"curl -i -H 'authorization: Bearer %1' 'http://%2/orders'"_s.arg(
                       QLatin1String(made()), m_fixture->gateway().proxyAddress()));
    pressButton("jwtMintCheck");
    QTRY_COMPARE(text("jwtCheckResult"), u"✓ Accepted: the request comes from mobile-app."_s);
}

void TstJwtTool::goesOnWithTabInTheOrderOfTheEye()
{
    showTab(2);
    pressButton("jwtMint");
    m_fixture->find<QComboBox>("jwtMintCredential")->setFocus();
    QStringList names;
    for (int i = 0; i < 12; ++i) {
        press(Qt::Key_Tab);
        names << QApplication::focusWidget()->objectName();
    }
    QCOMPARE(names, (QStringList{u"jwtMintRoute"_s, u"jwtMintKey"_s, u"jwtMintExpires"_s, u"jwtMintAddClaim"_s,
                                 u"jwtMintRemoveClaim"_s, u"jwtMintClaims"_s, u"jwtMint"_s, u"jwtMintToken"_s,
                                 u"jwtMintShow"_s, u"jwtMintCopy"_s, u"jwtMintCurl"_s, u"jwtMintCheck"_s}));
}

void TstJwtTool::forgetsATokenThatIsNotWhatIsChosen()
{
    showTab(2);
    pressButton("jwtMint");
    QVERIFY(!made().isEmpty());
    auto *expires = m_fixture->find<QComboBox>("jwtMintExpires");
    expires->setFocus();
    press(Qt::Key_End);
    QCOMPARE(expires->currentText(), u"never"_s);
    QVERIFY(made().isEmpty());
    QVERIFY(!m_fixture->find<QPushButton>("jwtMintCopy")->isEnabled());
    pressButton("jwtMint");
    QVERIFY(!parsed(made()).claims.contains("exp"_L1));
    QVERIFY(parsed(made()).claims.contains("iat"_L1));
    // Another secret; another row is no reason.
    ConfigStore &store = m_fixture->project().store();
    QVERIFY(store.insert(u"upstreams"_s, {{u"name"_s, u"u"_s}}, Origin::User));
    QVERIFY(!made().isEmpty());
    const QJsonObject row = *config().table(u"jwt_secrets"_s).findBy(u"key"_s, u"mobile-key"_s);
    QVERIFY(store.update(u"jwt_secrets"_s, EntityKey::id(row.value("id"_L1).toString()), {{u"secret"_s, u"new"_s}},
                         Origin::User));
    QVERIFY(made().isEmpty());
}

void TstJwtTool::locksTheClaimOfTheCredential()
{
    showTab(2);
    QVERIFY(m_fixture->find<QLineEdit>("jwtMintKey")->isReadOnly());
    auto *claims = m_fixture->find<QTableView>("jwtMintClaims");
    for (const auto &[name, value] : {std::pair("role", "[\"a\", 1]"), std::pair("iss", "somebody-else")}) {
        pressButton("jwtMintAddClaim");
        QTest::keyClicks(QApplication::focusWidget(), QLatin1String(name));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        claims->setFocus();
        claims->setCurrentIndex(claims->model()->index(claims->model()->rowCount() - 1, 1));
        QTest::keyClick(claims, Qt::Key_F2);
        QTest::keyClicks(QApplication::focusWidget(), QLatin1String(value));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
    pressButton("jwtMint");
    const QJsonObject made = parsed(this->made()).claims;
    QCOMPARE(made.value("iss"_L1).toString(), u"mobile-key"_s);
    QCOMPARE(made.value("role"_L1), QJsonValue(QJsonArray{u"a"_s, 1}));
}

void TstJwtTool::signsWithAPrivateKeyFromAFile()
{
    showTab(2);
    auto *credential = m_fixture->find<QComboBox>("jwtMintCredential");
    credential->setFocus();
    press(Qt::Key_Down);
    QVERIFY(m_fixture->find<QWidget>("jwtMintKeyRow")->isVisible());
    pressButton("jwtMint");
    QCOMPARE(text("jwtMintState"), u"Choose the private key first."_s);
    // RFC 8037 A.1
    const QString name = m_fixture->file(u"signer.pem"_s);
    QVERIFY(saveFile(name, "-----BEGIN PRIVATE KEY-----\n"
                           "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n"
                           "-----END PRIVATE KEY-----\n"));
    pressButton("jwtMintKeyFile");
    m_fixture->find<QFileDialog>("jwtKeyDialog")->setDirectory(QFileInfo(name).absolutePath());
    enterFileName("jwtKeyDialog", u"signer.pem"_s);
    pressButton("jwtMint");
    QVERIFY2(!made().isEmpty(), qPrintable(text("jwtMintState")));
    pressButton("jwtMintCheck");
    QTRY_COMPARE(text("jwtCheckResult"), u"✓ Accepted: the request comes from signer."_s);
}

void TstJwtTool::mintsForACredentialOfAConsumer()
{
    const auto signer = config().table(u"consumers"_s).findBy(u"username"_s, u"signer"_s);
    const QJsonObject row =
        config().table(u"jwt_secrets"_s).rowsWhere(u"consumer"_s, signer->value("id"_L1).toString()).first();
    m_fixture->window().showRow(u"jwt_secrets"_s, row.value("id"_L1).toString());
    auto *mint = m_fixture->find<QAction>("mintAction");
    QVERIFY(mint->isEnabled());
    mint->trigger();
    QVERIFY(form("jwtPage")->isVisible());
    QCOMPARE(m_fixture->find<QTabWidget>("jwtTabs")->currentIndex(), 2);
    QCOMPARE(m_fixture->find<QComboBox>("jwtMintCredential")->currentText(), u"signer: signer-key (EdDSA)"_s);
    QCOMPARE(m_fixture->find<QLineEdit>("jwtMintKey")->text(), u"signer-key"_s);
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstJwtTool)

#include "tst_jwt_tool.moc"
