// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jwt_tool/jwt_words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

using Stage = TokenVerdict::Stage;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(JwtWords)
};

QString testText(Stage stage, const QString &keyClaim)
{
    switch (stage) {
    case Stage::Token:
        return Words::tr("The token can be read");
    case Stage::Key:
        return Words::tr("It names its credential (%1)").arg(keyClaim);
    case Stage::Credential:
        return Words::tr("A credential has that key");
    case Stage::Algorithm:
        return Words::tr("Its algorithm is that of the credential");
    case Stage::Secret:
        return Words::tr("The credential has a usable key");
    case Stage::Signature:
        return Words::tr("The signature is right");
    case Stage::Claims:
        return Words::tr("The claims that the plugin verifies hold");
    case Stage::NoPlugin:
    case Stage::Passed:
        break;
    }
    return {};
}

} // namespace

QList<TokenStep> tokenSteps(const TokenVerdict &verdict)
{
    QList<TokenStep> steps;
    if (verdict.stage == Stage::NoPlugin)
        return steps;
    for (const Stage stage : {Stage::Token, Stage::Key, Stage::Credential, Stage::Algorithm, Stage::Secret,
                              Stage::Signature, Stage::Claims}) {
        QString result = u"✓ "_s + Words::tr("passed");
        if (stage == verdict.stage)
            result = u"✗ "_s + verdict.message;
        else if (stage > verdict.stage)
            result = u"– "_s + Words::tr("not reached");
        steps << TokenStep{testText(stage, verdict.keyClaim), result};
    }
    return steps;
}

QString verdictText(const TokenVerdict &verdict)
{
    if (verdict.stage == Stage::NoPlugin)
        return Words::tr("No jwt plugin runs on this route: it does not look at tokens.");
    if (verdict.stage == Stage::Passed)
        return u"✓ "_s + Words::tr("Accepted: the request comes from %1.").arg(verdict.consumer);
    return u"✗ "_s + Words::tr("Refused with %1: %2").arg(verdict.status).arg(verdict.message);
}

QString hintText(const TokenHint &hint, const TokenVerdict &verdict)
{
    switch (hint.kind) {
    case TokenHint::Kind::NearKey:
        return Words::tr("Did you mean the key %1 of %2? The token has %3.").arg(hint.what, hint.who, verdict.key);
    case TokenHint::Kind::OtherClaim:
        return Words::tr("The claim %1 has the key of a credential, but the plugin looks at %2 (key_claim_name).")
            .arg(hint.what, verdict.keyClaim);
    case TokenHint::Kind::SecretIsBase64:
        return Words::tr("It was signed with the secret decoded from base64, but the plugin takes the secret as it "
                         "stands: switch secret_is_base64 on, or sign with the text.");
    case TokenHint::Kind::SecretIsText:
        return Words::tr("It was signed with the secret as it stands, but the plugin decodes it from base64: switch "
                         "secret_is_base64 off, or sign with what it decodes to.");
    case TokenHint::Kind::OtherAlgorithm:
        return Words::tr("The token says %1, the credential %2.").arg(hint.what, hint.who);
    case TokenHint::Kind::ClockSkew:
        return Words::tr("It is a matter of %n second(s): do the clocks agree? The gateway allows no difference.",
                         nullptr, hint.what.toInt());
    case TokenHint::Kind::Anonymous:
        break;
    }
    return Words::tr("The plugin lets such a request pass as its anonymous consumer, %1.").arg(hint.who);
}

QString claimText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.mid(1, json.size() - 2));
}

} // namespace gatehouse
