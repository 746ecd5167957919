// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/admin_api_import.h"

#include "core/declarative/yaml_emitter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int okStatus = 200;
constexpr int badRequestStatus = 400; // filter_chains, when WebAssembly is off
constexpr int notFoundStatus = 404;
const QString firstPage = u"?size=1000"_s;

// References as ids, without what an answer adds and a document does not take.
QJsonObject documentRow(const RecordSchema &schema, QJsonObject row)
{
    for (const Field &field : schema.fields) {
        const QString id = field.type == FieldType::Foreign ? foreignId(row, field.key) : QString();
        if (!id.isEmpty())
            row.insert(field.key, id);
    }
    if (schema.name == "certificates"_L1)
        row.remove(u"snis"_s); // they are rows of their own
    return row;
}

} // namespace

AdminApiImport::AdminApiImport(const SchemaRegistry &registry, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_clock(clock)
{
    m_network.setTransferTimeout(static_cast<int>(std::chrono::milliseconds(timeout).count()));
}

AdminApiImport::~AdminApiImport()
{
    cancel();
}

Result<QUrl> AdminApiImport::addressOf(const QString &typed)
{
    const QUrl url = QUrl::fromUserInput(typed.isEmpty() ? QLatin1String(usualAddress) : typed);
    if (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)
        return Error{ErrorKind::Invalid, tr("%1 is no address of an Admin API.").arg(typed)};
    return url;
}

void AdminApiImport::start(const QUrl &adminApi, const QByteArray &token)
{
    cancel();
    m_url = adminApi;
    m_token = token;
    m_rows.clear();
    m_bytes = 0;
    m_count = 0;
    const QList<const RecordSchema *> schemas = m_registry.entities();
    for (const RecordSchema *schema : schemas) {
        // Targets are asked for below their upstream.
        if (schema->declarative && schema->exported && schema->hasAdminApi && schema->name != "targets"_L1)
            m_questions.append({schema->name, u'/' + schema->collection() + firstPage});
    }
    askNext();
}

void AdminApiImport::cancel()
{
    m_questions.clear();
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

void AdminApiImport::askNext()
{
    if (m_questions.isEmpty()) {
        finish();
        return;
    }
    const Question question = m_questions.takeFirst();
    QString base = m_url.toString(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    QNetworkRequest request(QUrl(QString(base + question.path)));
    request.setRawHeader("Accept", "application/json");
    // A token must not follow to another place.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);
    if (!m_token.isEmpty())
        request.setRawHeader("Kong-Admin-Token", m_token);
    m_reply = m_network.get(request);
    connect(m_reply, &QNetworkReply::finished, this, [this, question] { onReply(question); });
}

void AdminApiImport::onReply(const Question &question)
{
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->deleteLater();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool isMissing = status == notFoundStatus || status == badRequestStatus;
    if (isMissing && question.table != "services"_L1) {
        askNext();
        return;
    }
    if (status == 0) {
        fail(ErrorKind::Network, tr("%1 does not answer: %2").arg(m_url.toDisplayString(), reply->errorString()));
        return;
    }
    const QByteArray body = reply->readAll();
    const QJsonObject page = QJsonDocument::fromJson(body).object();
    m_bytes += body.size();
    if (status != okStatus) {
        fail(status == 401 || status == 403 ? ErrorKind::Denied : ErrorKind::Network,
             tr("%1 was answered with status %2.").arg(question.path).arg(status));
    } else if (m_bytes > mostBytes) {
        fail(ErrorKind::Invalid, tr("The configuration is too large."));
    } else if (!takePage(question, page)) {
        fail(ErrorKind::Invalid, tr("%1 is not the Admin API of Kong.").arg(m_url.toDisplayString()));
    } else {
        emit progress(question.table, m_count);
        askNext();
    }
}

// False when it is no page of a list.
bool AdminApiImport::takePage(const Question &question, const QJsonObject &page)
{
    const QJsonValue data = page.value("data"_L1);
    if (!data.isArray() && !data.isObject())
        return false;
    const QJsonArray rows = data.toArray(); // an empty list of Lua's may be an object
    for (const QJsonValue &value : rows) {
        const QJsonObject row = value.toObject();
        m_rows[question.table].append(row);
        ++m_count;
        if (question.table == "upstreams"_L1) {
            const QString path = u"/upstreams/%1/targets"_s.arg(row.value("id"_L1).toString());
            m_questions.append({u"targets"_s, path + firstPage});
        }
    }
    const QString offset = page.value("offset"_L1).toString();
    const bool isStuck = rows.isEmpty(); // a page without rows that names another would never end
    if (!offset.isEmpty() && !isStuck) {
        const QString path = question.path.section(u'?', 0, 0) + firstPage;
        m_questions.prepend(
            {question.table, path + u"&offset="_s + QString::fromLatin1(QUrl::toPercentEncoding(offset))});
    }
    return true;
}

void AdminApiImport::fail(ErrorKind kind, const QString &message)
{
    m_questions.clear();
    emit failed({kind, message});
}

void AdminApiImport::finish()
{
    // Credentials are stored as hashes: they are not to be hashed again.
    QJsonObject document{{u"_format_version"_s, u"3.0"_s}, {u"_transform"_s, false}};
    for (auto table = m_rows.begin(); table != m_rows.end(); ++table) {
        QJsonArray rows;
        for (const QJsonObject &row : std::as_const(table.value()))
            rows.append(documentRow(*m_registry.entity(table.key()), row));
        document.insert(table.key(), rows);
    }
    m_rows.clear();
    const DeclarativeLoader loader(m_registry, m_clock);
    Result<OpenedFile> file = loader.open(emitYaml(*nodeOf(document)), {});
    if (!file) {
        emit failed(file.error());
        return;
    }
    // How the Admin API spells a row says nothing about how a file should.
    OpenedFile opened = *file;
    opened.kept = {};
    emit finished(opened);
}

} // namespace gatehouse
