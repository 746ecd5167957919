// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/openapi_import.h"

#include "core/declarative/yaml_emitter.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int plainPriority = 200;
constexpr int parameterPriority = 100;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(import)
};

QJsonObject objectIn(const QByteArray &text)
{
    Result<YamlTree> tree = parseJson(text);
    if (!tree)
        tree = parseYaml(text);
    return tree && tree->root() ? toJson(*tree->root()).toObject() : QJsonObject();
}

QString slug(const QString &text)
{
    static const QRegularExpression others(u"[^a-z0-9._~]+"_s);
    QString result = text.toLower().replace(others, u"-"_s);
    while (result.startsWith(u'-'))
        result.remove(0, 1);
    while (result.endsWith(u'-'))
        result.chop(1);
    return result;
}

// A server's URL with the defaults of its variables (4.8.6); without a host it is relative to the description.
QUrl serverUrl(const QJsonObject &server)
{
    QString url = server.value("url"_L1).toString();
    const QJsonObject variables = server.value("variables"_L1).toObject();
    for (auto variable = variables.begin(); variable != variables.end(); ++variable)
        url.replace(u'{' + variable.key() + u'}', variable.value().toObject().value("default"_L1).toString());
    return QUrl(url);
}

// "/users/{id}" as "~/users/(?<id>[^#?/]+)$"; names of groups begin with a letter and have no dashes (PCRE2).
QString routePath(const QString &path)
{
    static const QRegularExpression parameter(u"\\{([^}/]+)\\}"_s);
    static const QRegularExpression notInNames(u"[^A-Za-z0-9_]"_s);
    QString pattern;
    qsizetype end = 0;
    auto found = parameter.globalMatch(path);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        QString name = match.captured(1).replace(notInNames, u"_"_s).left(32);
        if (name.isEmpty() || name.front().isDigit())
            name.prepend(u'p');
        pattern += QRegularExpression::escape(path.sliced(end, match.capturedStart() - end));
        pattern += u"(?<%1>[^#?/]+)"_s.arg(name);
        end = match.capturedEnd();
    }
    pattern += QRegularExpression::escape(path.sliced(end));
    pattern.replace(u"\\/"_s, u"/"_s).replace(u"\\-"_s, u"-"_s).replace(u"\\_"_s, u"_"_s);
    return u'~' + pattern + u'$';
}

// Makes services and routes of one description.
class Conversion
{
public:
    Conversion(const QJsonObject &description, const QString &fileName)
        : m_description(description)
    {
        const QString title = description.value("info"_L1).toObject().value("title"_L1).toString();
        const QString named = description.value("x-kong-name"_L1).toString();
        m_name = slug(!named.isEmpty() ? named : title);
        if (m_name.isEmpty())
            m_name = slug(fileName.section(u'.', 0, 0));
        m_tags = QJsonArray{u"OAS3_import"_s, QString(u"OAS3file_"_s + fileName)};
    }

    Result<QByteArray> run()
    {
        const QJsonArray servers = m_description.value("servers"_L1).toArray();
        const qsizetype main = addService(m_name, servers);
        const QJsonObject paths = m_description.value("paths"_L1).toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path)
            addPath(path.key(), path.value().toObject(), main);
        QJsonArray services;
        for (const Service &service : m_services) {
            QJsonObject row = service.row;
            row.insert(u"routes"_s, service.routes);
            if (!service.routes.isEmpty())
                services.append(row);
        }
        if (services.isEmpty())
            return Error{ErrorKind::Invalid, Words::tr("The description has no operations.")};
        QJsonObject document{{u"_format_version"_s, u"3.0"_s}, {u"services"_s, services}};
        if (!m_upstreams.isEmpty())
            document.insert(u"upstreams"_s, m_upstreams);
        return emitYaml(*nodeOf(document));
    }

private:
    struct Service {
        QJsonObject row;
        QJsonArray routes;
    };

    qsizetype addService(const QString &name, const QJsonArray &servers)
    {
        QUrl url = serverUrl(servers.first().toObject());
        if (url.host().isEmpty()) {
            url.setScheme(u"http"_s);
            url.setHost(u"localhost"_s);
        }
        QString host = url.host();
        if (servers.size() > 1) {
            host = name + u".upstream"_s;
            addUpstream(host, servers);
        }
        const bool isTls = url.scheme() == "https"_L1;
        QJsonObject row{{u"name"_s, name},
                        {u"protocol"_s, isTls ? u"https"_s : u"http"_s},
                        {u"host"_s, host},
                        {u"port"_s, url.port(isTls ? 443 : 80)},
                        {u"tags"_s, m_tags}};
        QString path = url.path();
        while (path.endsWith(u'/'))
            path.chop(1);
        if (!path.isEmpty())
            row.insert(u"path"_s, path);
        m_services.append({row, {}});
        return m_services.size() - 1;
    }

    void addUpstream(const QString &name, const QJsonArray &servers)
    {
        QJsonArray targets;
        for (const QJsonValue &server : servers) {
            const QUrl url = serverUrl(server.toObject());
            const int port = url.port(url.scheme() == "https"_L1 ? 443 : 80);
            if (!url.host().isEmpty())
                targets.append(QJsonObject{{u"target"_s, u"%1:%2"_s.arg(url.host()).arg(port)}, {u"tags"_s, m_tags}});
        }
        m_upstreams.append(QJsonObject{{u"name"_s, name}, {u"targets"_s, targets}, {u"tags"_s, m_tags}});
    }

    void addPath(const QString &path, const QJsonObject &item, qsizetype service)
    {
        static const std::array<QString, 8> methods{u"delete"_s, u"get"_s,  u"head"_s, u"options"_s,
                                                    u"patch"_s,  u"post"_s, u"put"_s,  u"trace"_s};
        const QJsonArray own = item.value("servers"_L1).toArray();
        const QString name = m_name + u'_' + slug(path);
        const qsizetype ofPath = own.isEmpty() ? service : addService(name, own);
        for (const QString &method : methods) {
            const QJsonObject operation = item.value(method).toObject();
            if (operation.isEmpty())
                continue;
            const QJsonArray servers = operation.value("servers"_L1).toArray();
            const QString id = slug(operation.value("operationId"_L1).toString());
            const QString routeName = id.isEmpty() ? name + u'_' + method : m_name + u'_' + id;
            addRoute(routeName, method, path, servers.isEmpty() ? ofPath : addService(routeName, servers));
        }
    }

    // Kong puts the path of the service before that of the request: the route sees only what the description says.
    void addRoute(const QString &name, const QString &method, const QString &path, qsizetype service)
    {
        m_services[service].routes.append(
            QJsonObject{{u"name"_s, name},
                        {u"methods"_s, QJsonArray{method.toUpper()}},
                        {u"paths"_s, QJsonArray{routePath(path)}},
                        {u"regex_priority"_s, path.contains(u'{') ? parameterPriority : plainPriority},
                        {u"strip_path"_s, false},
                        {u"tags"_s, m_tags}});
    }

    QJsonObject m_description;
    QString m_name;
    QJsonArray m_tags;
    QList<Service> m_services;
    QJsonArray m_upstreams;
};

} // namespace

bool isOpenApi(const QByteArray &text)
{
    return text.contains("openapi") && objectIn(text).value("openapi"_L1).toVariant().toString().startsWith(u'3');
}

Result<QByteArray> kongFromOpenApi(const QByteArray &text, const QString &fileName)
{
    return Conversion(objectIn(text), fileName).run();
}

} // namespace gatehouse
