// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What MintTab makes of what is chosen.
#include "core/inspect/effective_plugins.h"
#include "core/plugins/jwt/jwt_token.h"
#include "core/plugins/jwt/token_mint.h"
#include "ui/entities/curl_text.h"
#include "ui/jwt_tool/mint_tab.h"
#include "ui/secrets/secret_clipboard.h"

#include <QComboBox>
#include <QDateTime>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr qint64 largestKeyFile = 64 * 1024; // bytes; a PEM key has a few thousand

const JwtAlgorithm *algorithmOf(const QJsonObject &credential)
{
    return findJwtAlgorithm(credential.value("algorithm"_L1).toString(u"HS256"_s).toStdString());
}

} // namespace

QJsonObject MintTab::credential() const
{
    return m_workbench.config().find(u"jwt_secrets"_s, m_credential->currentData().toString()).value_or(QJsonObject());
}

// Of the plugin that runs on the route; empty when none is chosen.
QJsonObject MintTab::pluginConfig() const
{
    const QString route = m_route->currentData().toString();
    if (route.isEmpty())
        return {};
    const auto row = EffectivePlugins(m_workbench.config()).instance(u"jwt"_s, route, {});
    return row ? row->value("config"_L1).toObject() : QJsonObject();
}

QString MintTab::keyClaimName() const
{
    return pluginConfig().value("key_claim_name"_L1).toString(u"iss"_s);
}

void MintTab::chooseCredential(const QString &id)
{
    refresh();
    if (const int place = m_credential->findData(id); place >= 0)
        m_credential->setCurrentIndex(place);
}

void MintTab::focusFirst()
{
    m_credential->setFocus(Qt::OtherFocusReason);
}

// A key that was read is another credential's.
void MintTab::refreshCredential()
{
    const QJsonObject row = credential();
    const JwtAlgorithm *algorithm = algorithmOf(row);
    const bool needsKey = algorithm && algorithm->family != JwtFamily::Hmac;
    m_privateKey.clear();
    m_key->setText(row.value("key"_L1).toString());
    m_keyRow->setVisible(needsKey);
    m_keyLabel->setVisible(needsKey);
    m_keyFile->setText(tr("The configuration has the public key only."));
    forget();
}

void MintTab::askForKey()
{
    auto *dialog = new QFileDialog(this, tr("Choose the private key"));
    dialog->setObjectName(u"jwtKeyDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("PEM files (*.pem *.key)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &name) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly)) {
            m_keyFile->setText(tr("%1 cannot be read: %2").arg(QFileInfo(name).fileName(), file.errorString()));
            return;
        }
        m_privateKey = file.read(largestKeyFile);
        m_keyFile->setText(tr("%1, for this token only").arg(QFileInfo(name).fileName()));
        forget();
    });
    dialog->open();
}

// What was made is not what is chosen any more.
void MintTab::forget()
{
    m_token->clear();
    m_madeOf = {};
    m_show->setChecked(false);
    for (QPushButton *use : std::as_const(m_uses))
        use->setEnabled(false);
    m_show->setEnabled(false);
    const bool canSign = m_credential->count() > 0;
    m_mint->setVisible(canSign);
    m_first->setVisible(!canSign);
    m_state->setText(canSign ? tr("The token is made here and never leaves this program.")
                             : tr("There is no jwt credential yet. A consumer has it."));
}

// A consumer comes before its credential.
void MintTab::addFirst()
{
    const QList<QJsonObject> consumers = m_workbench.config().rows(u"consumers"_s);
    if (consumers.isEmpty()) {
        emit m_workbench.draftRequested(u"consumers"_s, {});
        return;
    }
    const QJsonObject consumer{{u"id"_s, consumers.first().value("id"_L1)}};
    emit m_workbench.draftRequested(u"jwt_secrets"_s, {{u"consumer"_s, consumer}});
}

QJsonObject MintTab::extraClaims() const
{
    QJsonObject claims;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (const QString name = m_model.item(row, 0)->text().trimmed(); !name.isEmpty())
            claims.insert(name, claimValue(m_model.item(row, 1)->text()));
    }
    return claims;
}

Result<QByteArray> MintTab::token() const
{
    const QJsonObject row = credential();
    const QJsonObject config = pluginConfig();
    const JwtAlgorithm *algorithm = algorithmOf(row);
    if (!algorithm)
        return Error{ErrorKind::Invalid, tr("The credential names no algorithm of a token.")};
    const bool isSecret = algorithm->family == JwtFamily::Hmac;
    if (!isSecret && m_privateKey.isEmpty())
        return Error{ErrorKind::Invalid, tr("Choose the private key first.")};
    const Result<JwtKey> key = isSecret ? keyFromSecret(row.value("secret"_L1).toString().toUtf8(),
                                                        config.value("secret_is_base64"_L1).toBool())
                                        : JwtKey::fromPem(m_privateKey);
    if (!key)
        return key.error();
    const QString keyClaim = keyClaimName();
    ClaimsWish wish{keyClaim, row.value("key"_L1).toString(), {}, extraClaims()};
    wish.extra.remove(keyClaim); // locked
    if (const qint64 lifetime = m_expires->currentData().toLongLong(); lifetime >= 0)
        wish.lifetime = lifetime;
    return signToken(claimsFor(wish, QDateTime::currentSecsSinceEpoch()), *algorithm, *key);
}

void MintTab::mint()
{
    forget();
    const Result<QByteArray> made = token();
    if (!made) {
        m_state->setText(made.error().message);
        return;
    }
    m_madeOf = {credential(), pluginConfig()};
    m_token->setText(QString::fromLatin1(*made));
    m_token->setCursorPosition(0);
    m_state->setText(tr("Made. It is hidden until you show it."));
    m_show->setEnabled(true);
    for (QPushButton *use : std::as_const(m_uses))
        use->setEnabled(true);
}

void MintTab::setShown(bool shown)
{
    m_token->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_show->setText(shown ? tr("Hide") : tr("Show"));
    if (shown)
        m_hide.start();
    else
        m_hide.stop();
}

void MintTab::copyCurl()
{
    const auto route = m_workbench.config().find(u"routes"_s, m_route->currentData().toString());
    const QString name = pluginConfig().value("header_names"_L1)[0].toString(u"authorization"_s);
    copySecret(
        routeCurl(route.value_or(QJsonObject()), m_workbench.gateway(), name + u": Bearer "_s + m_token->text()));
}

} // namespace gatehouse
