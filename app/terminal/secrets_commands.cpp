// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/command.h"
#include "app/terminal/secret_lookup.h"
#include "app/terminal/secret_prompt.h"
#include "core/runtime/project_files.h"
#include "core/secrets/dotenv.h"
#include "core/secrets/private_file.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// What every `secrets` command begins with: its options, then the sources, opened.
struct Call {
    QCommandLineParser parser;
    SecretLookup lookup;
    QString file;
    int exitCode = exitOk; // not exitOk: it has been said why, and there is nothing to go on with
};

QString configurationFile(const QString &given)
{
    if (given.isEmpty() && !QFileInfo::exists(u"kong.yml"_s) && QFileInfo::exists(u"kong.yaml"_s))
        return u"kong.yaml"_s;
    return given.isEmpty() ? u"kong.yml"_s : given;
}

void begin(Call &call, const QString &word, const QStringList &arguments, qsizetype operands)
{
    call.parser.addOption({u"config"_s, u"The project's file (./kong.yml)."_s, u"FILE"_s});
    call.parser.addOption(
        {u"secrets-file"_s, u"Also look into this file: NAME=value lines, or encrypted."_s, u"FILE"_s});
    call.exitCode = exitUsage;
    if (!parseArguments(call.parser, {u"secrets"_s, word}, arguments))
        return;
    if (call.parser.positionalArguments().size() != operands) {
        err() << "gatehousectl secrets " << word << ": give " << (operands == 0 ? "no argument" : "one argument")
              << Qt::endl;
        return;
    }
    call.file = configurationFile(call.parser.value(u"config"_s));
    const Result<> opened = call.lookup.open(call.parser.value(u"secrets-file"_s));
    call.exitCode = opened ? int(exitOk) : fail(opened.error());
}

int store(Call &call, const QMap<QString, QString> &values)
{
    call.lookup.openKeychain();
    const Result<> kept =
        SecretLookup::wait([&](const auto &done) { call.lookup.secrets().set(call.file, values, done); });
    if (!kept)
        return fail(kept.error());
    err() << "Kept in: " << call.lookup.store().backend().name() << Qt::endl;
    return exitOk;
}

QString listed(const QStringList &names)
{
    return names.isEmpty() ? u"none"_s : names.join(u", "_s);
}

// Does not ask: the option has said it.
Result<> removeUnused(Call &call, const QStringList &names)
{
    const Result<> removed =
        SecretLookup::wait([&](const auto &done) { call.lookup.secrets().removeUnused(call.file, names, done); });
    if (removed)
        out() << "removed: " << listed(names) << Qt::endl;
    return removed;
}

// What a file can ask for.
bool isName(const QString &name)
{
    static const QRegularExpression pattern(uR"(^DECK_[A-Za-z0-9_]+\z)"_s);
    return pattern.match(name).hasMatch();
}

int refuseName(const QString &name)
{
    err() << "gatehousectl secrets: a name begins with DECK_ and has letters, digits and '_', unlike '" << name << "'"
          << Qt::endl;
    return exitUsage;
}

} // namespace

int runSecretsList(const QStringList &arguments)
{
    Call call;
    call.parser.setApplicationDescription(u"Names every secret the file asks for and where it is found; no values."_s);
    begin(call, u"list"_s, arguments, 0);
    if (call.exitCode != exitOk)
        return call.exitCode;
    const Result<> loaded = call.lookup.load(call.file);
    for (const QString &name : namesIn(call.file)) {
        const QString place = call.lookup.placeOf(name);
        out() << name << '\t' << (place.isEmpty() ? u"missing"_s : place) << Qt::endl;
    }
    return loaded ? exitOk : exitFailure;
}

int runSecretsSet(const QStringList &arguments)
{
    Call call;
    call.parser.setApplicationDescription(
        u"Keeps a secret. Its value is read from standard input, or asked for without being shown.\n\n"
        "  gatehousectl secrets set DECK_JWT_SECRETS_MOBILE_KEY_SECRET < secret.txt"_s);
    call.parser.addPositionalArgument(u"NAME"_s, u"The name the file asks for."_s);
    begin(call, u"set"_s, arguments, 1);
    if (call.exitCode != exitOk)
        return call.exitCode;
    const QString name = call.parser.positionalArguments().first();
    if (!isName(name))
        return refuseName(name);
    const QByteArray value = readSecretLine("Secret (not shown): ");
    if (value.isEmpty())
        return fail({ErrorKind::Io, u"There is no value on standard input; nothing was changed."_s, {}});
    return store(call, {{name, QString::fromUtf8(value)}});
}

int runSecretsGet(const QStringList &arguments)
{
    Call call;
    call.parser.setApplicationDescription(u"Prints the value of a secret, and nothing else."_s);
    call.parser.addPositionalArgument(u"NAME"_s, u"The name the file asks for."_s);
    begin(call, u"get"_s, arguments, 1);
    if (call.exitCode != exitOk)
        return call.exitCode;
    const QString name = call.parser.positionalArguments().first();
    const Result<> loaded = call.lookup.load(call.file);
    const auto value = call.lookup.find(name);
    if (!value)
        return fail({ErrorKind::NotFound, u"%1 is not set."_s.arg(name), {}});
    out() << *value << Qt::endl;
    return exitOk;
}

int runSecretsImport(const QStringList &arguments)
{
    Call call;
    call.parser.setApplicationDescription(
        u"Keeps every NAME=value of a file; the file must be readable by its owner alone (chmod 600)."_s);
    call.parser.addPositionalArgument(u"FILE"_s, u"Lines of NAME=value (.env)."_s);
    begin(call, u"import"_s, arguments, 1);
    if (call.exitCode != exitOk)
        return call.exitCode;
    const Result<QByteArray> text = readPrivateFile(call.parser.positionalArguments().first());
    if (!text)
        return fail(text.error());
    const Result<QMap<QString, QString>> values = parseDotenv(*text);
    if (!values)
        return fail(values.error());
    for (const QString &name : values->keys()) {
        if (!isName(name))
            return refuseName(name);
    }
    return store(call, *values);
}

int runSecretsDoctor(const QStringList &arguments)
{
    Call call;
    call.parser.setApplicationDescription(
        u"Says where secrets are kept, whether that works, which are missing, and which no file of the folder asks for."_s);
    call.parser.addOption(
        {u"remove-unused"_s, u"Remove those that no file of the folder asks for. This cannot be undone."_s});
    begin(call, u"doctor"_s, arguments, 0);
    if (call.exitCode != exitOk)
        return call.exitCode;
    call.lookup.openKeychain();
    const Result<> reachable = call.lookup.reachable();
    out() << "kept in: " << call.lookup.store().backend().name() << Qt::endl
          << "reachable: " << (reachable ? u"yes"_s : u"no - "_s + reachable.error().message) << Qt::endl;
    const Result<> loaded = call.lookup.load(call.file);
    out() << "file: " << (QFileInfo::exists(call.file) ? call.file : u"none"_s) << Qt::endl;
    QStringList missing;
    for (const QString &name : namesIn(call.file)) {
        if (!call.lookup.find(name))
            missing << name;
    }
    const Result<QStringList> unused = ProjectSecrets::unusedNames(call.file);
    if (!unused)
        return fail(unused.error());
    out() << "missing: " << listed(missing) << Qt::endl << "unused: " << listed(*unused) << Qt::endl;
    if (call.parser.isSet(u"remove-unused"_s)) {
        if (const Result<> removed = removeUnused(call, *unused); !removed)
            return fail(removed.error());
    }
    return reachable && loaded ? exitOk : exitFailure;
}

} // namespace gatehouse
