// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/document_export.h"

#include "core/declarative/yaml_emitter.h"
#include "core/export/row_selection.h"
#include "core/export/variable_names.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(export)
};

// What decK has a place for (declarative files of Kong/go-database-reconciler: pkg/file/types.go).
bool isKnownToDeck(const QString &table)
{
    static const QStringList tables{u"services"_s,
                                    u"routes"_s,
                                    u"consumers"_s,
                                    u"plugins"_s,
                                    u"upstreams"_s,
                                    u"targets"_s,
                                    u"certificates"_s,
                                    u"snis"_s,
                                    u"ca_certificates"_s,
                                    u"vaults"_s,
                                    u"keys"_s,
                                    u"key_sets"_s,
                                    u"filter_chains"_s,
                                    u"acls"_s,
                                    u"keyauth_credentials"_s,
                                    u"basicauth_credentials"_s,
                                    u"hmacauth_credentials"_s,
                                    u"jwt_secrets"_s,
                                    u"oauth2_credentials"_s};
    return tables.contains(table);
}

// Quotes keep a value such as 0123 a text: decK fills it in before it reads the YAML.
YamlNodePtr referenceTo(const QString &variable, bool isReferenceable)
{
    if (isReferenceable)
        return scalarNode(u"{vault://env/%1}"_s.arg(variable));
    auto node = std::make_shared<YamlNode>();
    node->kind = YamlNode::Kind::Verbatim;
    node->scalar = u"'${{ env \"%1\" }}'"_s.arg(variable);
    return node;
}

// Makes of a configuration, and of what its file says beyond it, what the target accepts.
class Export
{
public:
    Export(const SchemaRegistry &registry, const Config &config, const Kept &kept, const ExportOptions &options)
        : m_registry(registry)
        , m_options(options)
        , m_config(selectedByTags(registry, config, options.tags))
        , m_kept(kept)
        , m_names(registry, m_config)
    {
    }

    Result<ExportedDocument> run()
    {
        if (m_options.dialect == Dialect::Deck)
            leaveOutUnknownTables();
        keepOnlyKnownSections();
        keepOnlyNotes();
        leaveOutUnknownRows();
        sortPlaceholders();
        if (m_options.secrets == ExportedSecrets::Dots)
            m_config = maskedConfig(m_registry, m_config);
        else
            treatSecrets();
        if (!m_refused.isEmpty())
            return Error{ErrorKind::Denied, Words::tr("Some secrets cannot be written like this."), m_refused};
        WriteOptions options;
        options.ids = m_options.ids;
        options.defaults = m_options.defaults;
        options.dialect = m_options.dialect;
        if (m_options.dialect == Dialect::Deck)
            writeIdsOfCertificates();
        m_result.text = writeYaml(m_registry, m_config, m_kept, options);
        return m_result;
    }

private:
    void leaveOutUnknownTables();
    void keepOnlyKnownSections();
    void keepOnlyNotes();
    void leaveOutUnknownRows();
    void sortPlaceholders();
    void treatSecrets();
    void treatSecret(const QString &table, const QJsonObject &row, const SecretValue &secret);
    void noteVariables(const QString &placeholder);
    void refuse(const QString &table, const QJsonObject &row, const SecretValue &secret, const QString &why);
    void writeIdsOfCertificates();
    [[nodiscard]] QJsonObject withoutUnusedSecret(const QString &table, const QJsonObject &row) const;
    [[nodiscard]] bool isHash(const QString &table, const SecretValue &secret) const;

    const SchemaRegistry &m_registry;
    const ExportOptions &m_options;
    Config m_config;
    Kept m_kept;
    VariableNames m_names;
    ExportedDocument m_result;
    QList<Problem> m_refused;
};

void Export::leaveOutUnknownTables()
{
    const QStringList tables = m_config.tables();
    for (const QString &table : tables) {
        const QList<QJsonObject> rows = isKnownToDeck(table) ? QList<QJsonObject>() : m_config.rows(table);
        for (const QJsonObject &row : rows)
            m_config.remove(table, row.value("id"_L1).toString());
        if (!rows.isEmpty())
            m_result.leftOut << Words::tr("%1: decK has no place for them").arg(table);
    }
}

// Kong takes its own sections and `_comment` and `_ignore`; decK takes `_info` and its like instead.
void Export::keepOnlyKnownSections()
{
    const bool isDeck = m_options.dialect == Dialect::Deck;
    QList<Kept::Section> sections;
    for (const Kept::Section &section : std::as_const(m_kept.sections)) {
        const bool isNote = section.key == "_comment"_L1 || section.key == "_ignore"_L1;
        const bool isOfDeck = section.key.startsWith(u'_') && !isNote;
        const bool isReplaced = section.key == "_info"_L1 && !m_options.tags.isEmpty();
        if (!section.value || (isDeck ? isOfDeck && !isReplaced : isNote))
            sections << section;
        else if (!isReplaced)
            m_result.leftOut << section.key;
    }
    if (isDeck && !m_options.tags.isEmpty()) {
        const QJsonObject info{{u"select_tags"_s, QJsonArray::fromStringList(m_options.tags)}};
        sections.prepend({u"_info"_s, nodeOf(info)});
    }
    m_kept.sections = sections;
}

void Export::keepOnlyNotes()
{
    for (auto row = m_kept.extras.begin(); row != m_kept.extras.end(); ++row) {
        QList<Kept::Extra> notes;
        for (const Kept::Extra &extra : std::as_const(row.value())) {
            const bool isNote = extra.path == QStringList{u"_comment"_s} || extra.path == QStringList{u"_ignore"_s};
            if (isNote && m_options.dialect == Dialect::DbLess)
                notes << extra;
            else
                m_result.leftOut << row.key().section(u'/', 0, 0) + u'/' + extra.path.join(u'/');
        }
        row.value() = notes;
    }
}

void Export::leaveOutUnknownRows()
{
    for (const Kept::Row &row : std::as_const(m_kept.rows)) {
        const YamlEntry *name = row.value->find(u"name"_s);
        m_result.leftOut << row.table + u'/' + (name ? name->value->scalar.toString() : QString());
    }
    m_kept.rows.clear();
}

// Kong cannot load decK's placeholders; in a file for decK they stay, and their names are asked for.
void Export::sortPlaceholders()
{
    for (auto row = m_kept.spellings.begin(); row != m_kept.spellings.end(); ++row) {
        QList<Kept::Spelling> spellings;
        for (const Kept::Spelling &spelling : std::as_const(row.value())) {
            if (spelling.written->kind != YamlNode::Kind::Verbatim || m_options.dialect == Dialect::Deck)
                spellings << spelling;
        }
        row.value() = spellings;
    }
}

void Export::treatSecrets()
{
    const QStringList tables = m_config.tables();
    for (const QString &table : tables) {
        const QList<QJsonObject> rows = m_config.rows(table);
        for (const QJsonObject &written : rows) {
            const QJsonObject row = withoutUnusedSecret(table, written);
            if (row != written)
                m_config.put(table, row);
            const QList<SecretValue> secrets = secretsOf(m_registry, table, row);
            for (const SecretValue &secret : secrets)
                treatSecret(table, row, secret);
        }
    }
}

void Export::treatSecret(const QString &table, const QJsonObject &row, const SecretValue &secret)
{
    QList<Kept::Spelling> &spellings = m_kept.spellings[Kept::rowKey(table, row.value("id"_L1).toString())];
    const auto known = std::find_if(spellings.begin(), spellings.end(), [&secret](const Kept::Spelling &each) {
        return each.path == secret.path && each.stored == secret.value;
    });
    if (known != spellings.end() && known->written->kind == YamlNode::Kind::Verbatim) {
        noteVariables(known->written->scalar.toString());
        return;
    }
    const bool isDeck = m_options.dialect == Dialect::Deck;
    if (m_options.secrets == ExportedSecrets::Values) {
        m_result.holdsSecrets = true;
        // decK writes through the Admin API, which would hash the hash.
        if (isDeck && known == spellings.end() && isHash(table, secret))
            refuse(table, row, secret, Words::tr("only its hash is known, and decK needs the password itself"));
        return;
    }
    if (!secret.isReferenceable && !isDeck) {
        refuse(table, row, secret, Words::tr("Kong would take a reference literally as the secret"));
        return;
    }
    const QString prefix = secret.isReferenceable ? QString() : u"DECK_"_s;
    const QString variable = m_names.nameFor(table, row, secret, prefix);
    m_result.variables << variable;
    if (known != spellings.end())
        spellings.erase(known);
    spellings.append({secret.path, secret.value, referenceTo(variable, secret.isReferenceable)});
}

// The signature of such a token is checked with the public key; Kong draws a secret that nothing uses.
QJsonObject Export::withoutUnusedSecret(const QString &table, const QJsonObject &row) const
{
    QJsonObject result = row;
    const bool isAsymmetric = table == "jwt_secrets"_L1 && !row.value("algorithm"_L1).toString().startsWith("HS"_L1);
    if (isAsymmetric && m_options.secrets == ExportedSecrets::References)
        result.remove(u"secret"_s);
    return result;
}

bool Export::isHash(const QString &table, const SecretValue &secret) const
{
    const QList<Transformation> &all = m_registry.entity(table)->transformations;
    return std::any_of(all.begin(), all.end(),
                       [&secret](const Transformation &each) { return each.input.contains(secret.path.first()); });
}

void Export::noteVariables(const QString &placeholder)
{
    static const QRegularExpression pattern(u"DECK_\\w+"_s);
    auto found = pattern.globalMatch(placeholder);
    while (found.hasNext())
        m_result.variables << found.next().captured();
}

void Export::refuse(const QString &table, const QJsonObject &row, const SecretValue &secret, const QString &why)
{
    const QString path = u"%1/%2/%3"_s.arg(table, m_names.titleOf(table, row), secret.path.join(u'/'));
    m_refused.append({path, why});
}

// decK requires the id of a certificate.
void Export::writeIdsOfCertificates()
{
    const QList<QJsonObject> rows = m_config.rows(u"certificates"_s);
    for (const QJsonObject &row : rows)
        m_kept.withId.insert(Kept::rowKey(u"certificates"_s, row.value("id"_L1).toString()));
}

} // namespace

Result<ExportedDocument>
exportDocument(const SchemaRegistry &registry, const Config &config, const Kept &kept, const ExportOptions &options)
{
    return Export(registry, config, kept, options).run();
}

QByteArray environmentExample(const QStringList &variables)
{
    QByteArray text("# Copy this file to .env, fill in the values, and keep that file out of version control.\n");
    for (const QString &variable : variables)
        text += variable.toUtf8() + "=\n";
    return text;
}

QString toText(Dialect dialect)
{
    return dialect == Dialect::Deck ? u"deck"_s : u"dbless"_s;
}

std::optional<Dialect> dialectFromText(const QString &text)
{
    for (const Dialect dialect : {Dialect::DbLess, Dialect::Deck}) {
        if (toText(dialect) == text)
            return dialect;
    }
    return std::nullopt;
}

} // namespace gatehouse
