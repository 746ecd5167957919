// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the editors tell about routes and consumers, driven through the window.
#include "tests/support/application_fixture.h"
#include "ui/entities/entity_editor.h"
#include "ui/entities/entity_page.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstInspection : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void testsARequestAgainstTheDraft();
    void saysWhichRouteTakesTheRequest();
    void ordersRoutesAndNamesShadowedOnes();
    void strikesOverriddenPluginsThrough();
    void saysWhoCanCallARoute();
    void saysWhatAConsumerCanCall();
    void editsPathsOnLines();
    void showsWhereARegularExpressionIsWrong();
    void splitsAUrlIntoItsParts();
    void testsTheUpstream_data();
    void testsTheUpstream();
    void changesGroupsByChips();
    void asksWhichGroupWasMeant();
    void setsHealthChecksByPreset();
    void showsSharesAndMarksTargets();

private:
    void open(const QString &page, const QString &table, const QString &field, const QString &name);
    void showTab(const QString &page, const QString &title);
    [[nodiscard]] QStringList lines(const char *table);

    template <class Widget>
    Widget *find(const char *name)
    {
        return m_fixture->find<Widget>(name);
    }

    [[nodiscard]] const Config &config() { return m_fixture->project().store().config(); }

    std::unique_ptr<ApplicationFixture> m_fixture;
};

constexpr auto document = R"(_format_version: "3.0"
services:
  - name: orders
    url: http://orders.local:9000
    plugins:
      - {name: acl, config: {allow: [writers]}}
    routes:
      - {name: orders-read, paths: [/orders]}
      - {name: orders-write, paths: [/orders], methods: [POST], plugins: [{name: key-auth}, {name: acl, config: {allow: [admins]}}]}
      - {name: all-orders, paths: ["~/shadow"]}
      - {name: never, paths: [/shadow/deep]}
consumers:
  - {username: ann, keyauth_credentials: [{key: a}], acls: [{group: admins}]}
  - {username: bob, jwt_secrets: [{key: b}]}
)";

void TstInspection::init()
{
    m_fixture = std::make_unique<ApplicationFixture>();
    const QString name = m_fixture->file(u"kong.yml"_s);
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(document);
    file.close();
    QVERIFY(m_fixture->project().open(name));
    m_fixture->window().show();
    QVERIFY(QTest::qWaitForWindowExposed(&m_fixture->window()));
}

void TstInspection::open(const QString &page, const QString &table, const QString &field, const QString &name)
{
    m_fixture->window().showPage(page);
    const auto row = config().table(table).findBy(field, name);
    QVERIFY(row);
    m_fixture->window().findChild<EntityPage *>(page)->showRow(row->value("id"_L1).toString());
}

void TstInspection::showTab(const QString &page, const QString &title)
{
    QTabWidget &tabs = m_fixture->window().findChild<EntityPage *>(page)->editor().tabs();
    for (int i = 0; i < tabs.count(); ++i) {
        if (tabs.tabText(i).startsWith(title))
            tabs.setCurrentIndex(i);
    }
    QVERIFY(tabs.tabText(tabs.currentIndex()).startsWith(title));
}

QStringList TstInspection::lines(const char *table)
{
    const QAbstractItemModel *model = find<QTableView>(table)->model();
    QStringList lines;
    for (int row = 0; row < model->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < qMin(3, model->columnCount()); ++column)
            cells << model->index(row, column).data().toString();
        lines << cells.join(u" | "_s);
    }
    return lines;
}

void TstInspection::testsARequestAgainstTheDraft()
{
    open(u"routesPage"_s, u"routes"_s, u"name"_s, u"orders-read"_s);
    find<QLineEdit>("matchUrl")->setText(u"/orders/17"_s);
    auto *result = find<QLabel>("matchResult");
    QTRY_COMPARE(result->text(), u"✓ matches this route via path /orders (prefix)"_s);
    QCOMPARE(find<QLabel>("matchForwarded")->text(),
             u"GET /orders/17 → GET http://orders.local:9000/17   Host: orders.local:9000"_s);

    // What is typed counts before it is written.
    auto *path = find<QLineEdit>("paths.0");
    path->setFocus();
    path->selectAll();
    QTest::keyClicks(path, u"/other"_s);
    QTRY_COMPARE(result->text(), u"✗ no route matches; this one does not because its paths are others"_s);
}

void TstInspection::saysWhichRouteTakesTheRequest()
{
    open(u"routesPage"_s, u"routes"_s, u"name"_s, u"orders-read"_s);
    find<QLineEdit>("matchUrl")->setText(u"http://localhost:8000/orders/17"_s);
    find<QComboBox>("matchMethod")->setCurrentText(u"POST"_s);
    QTRY_COMPARE(find<QLabel>("matchResult")->text(),
                 u"✗ goes to orders-write via path /orders (prefix); not here because it is tried later"_s);
}

void TstInspection::ordersRoutesAndNamesShadowedOnes()
{
    m_fixture->window().showPage(u"routesPage"_s);
    const QAbstractItemModel *model = find<QTableView>("routesPageTable")->model();
    int column = 0;
    while (column < model->columnCount() &&
           model->headerData(column, Qt::Horizontal).toString() != "Evaluation order"_L1)
        ++column;
    const auto names = [&] {
        QStringList shown;
        for (int row = 0; row < model->rowCount(); ++row)
            shown << model->index(row, 0).data().toString();
        return shown;
    };
    QTRY_VERIFY(!model->index(0, column).data().toString().isEmpty());
    QVERIFY(find<QTableView>("routesPageTable")->isColumnHidden(column));
    find<QCheckBox>("evaluationOrder")->click();
    QVERIFY(!find<QTableView>("routesPageTable")->isColumnHidden(column));
    QCOMPARE(names(), (QStringList{u"all-orders"_s, u"orders-write"_s, u"never"_s, u"orders-read"_s}));
    const QString shadow = u"never matches: every request it accepts is taken by all-orders"_s;
    QCOMPARE(model->index(2, column).data().toString(), u"3  ⚠ "_s + shadow);
    QVERIFY(lines("problemsTable").join(u'\n').contains(shadow));
    find<QCheckBox>("evaluationOrder")->click();
    QCOMPARE(names().first(), u"orders-read"_s);
}

void TstInspection::strikesOverriddenPluginsThrough()
{
    open(u"routesPage"_s, u"routes"_s, u"name"_s, u"orders-write"_s);
    showTab(u"routesPage"_s, u"Plugins"_s);
    QTRY_COMPARE(lines("effectivePluginsTable"),
                 (QStringList{u"1 | key-auth  1250 | this route"_s, u"2 | acl  950 | this route"_s,
                              u"⊘ | acl  950 | service orders"_s}));
    const QAbstractItemModel *model = find<QTableView>("effectivePluginsTable")->model();
    QVERIFY(!model->index(1, 1).data(Qt::FontRole).value<QFont>().strikeOut());
    QVERIFY(model->index(2, 1).data(Qt::FontRole).value<QFont>().strikeOut());
}

void TstInspection::saysWhoCanCallARoute()
{
    open(u"routesPage"_s, u"routes"_s, u"name"_s, u"orders-write"_s);
    showTab(u"routesPage"_s, u"Access"_s);
    QTRY_COMPARE(lines("routeAccessTable"),
                 (QStringList{u"✓ yes | ann | key-auth, acl"_s, u"✗ no | bob | key-auth: has no such credential"_s,
                              u"✗ no | (unauthenticated) | key-auth: has no such credential"_s}));
}

void TstInspection::saysWhatAConsumerCanCall()
{
    open(u"consumersPage"_s, u"consumers"_s, u"username"_s, u"bob"_s);
    showTab(u"consumersPage"_s, u"Can call"_s);
    QTRY_COMPARE(lines("consumerAccessTable").size(), 4);
    QVERIFY(lines("consumerAccessTable").contains(u"✗ no | orders-write | key-auth: has no such credential"_s));
    QVERIFY(find<QLabel>("consumerAccessWarning")->text().contains(u"No route uses jwt"_s));
}

void TstInspection::editsPathsOnLines()
{
    open(u"routesPage"_s, u"routes"_s, u"name"_s, u"orders-read"_s);
    const auto paths = [this] {
        return config()
            .table(u"routes"_s)
            .findBy(u"name"_s, u"orders-read"_s)
            ->value("paths"_L1)
            .toVariant()
            .toStringList();
    };
    auto *line = find<QLineEdit>("paths");
    line->setFocus();
    QTest::keyClicks(line, u"~/a{1,3}$"_s); // a comma is part of a path
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(paths(), (QStringList{u"/orders"_s, u"~/a{1,3}$"_s}));
    find<QToolButton>("paths.1.up")->click();
    QTRY_COMPARE(paths(), (QStringList{u"~/a{1,3}$"_s, u"/orders"_s}));
    find<QToolButton>("paths.1.down")->click(); // already the last
    find<QToolButton>("paths.0.remove")->click();
    QTRY_COMPARE(paths(), QStringList{u"/orders"_s});
}

void TstInspection::showsWhereARegularExpressionIsWrong()
{
    open(u"routesPage"_s, u"routes"_s, u"name"_s, u"orders-read"_s);
    auto *line = find<QLineEdit>("paths.0");
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, u"~/orders/(\\d+"_s);
    const auto *fault = find<QLabel>("paths.0.fault");
    QTRY_VERIFY(fault->isVisible());
    QVERIFY2(fault->text().endsWith(u"column 14"_s), qPrintable(fault->text()));
    QTRY_VERIFY(find<QLabel>("matchResult")->text().startsWith(u"⛔"_s));
    QCOMPARE(config().table(u"routes"_s).findBy(u"name"_s, u"orders-read"_s)->value("paths"_L1).toArray().first(),
             QJsonValue(u"/orders"_s));
}

void TstInspection::splitsAUrlIntoItsParts()
{
    open(u"servicesPage"_s, u"services"_s, u"name"_s, u"orders"_s);
    auto *url = find<QLineEdit>("serviceUrl");
    QCOMPARE(url->text(), u"http://orders.local:9000"_s);
    url->setFocus();
    url->selectAll();
    QTest::keyClicks(url, u"https://api.test/v1"_s);
    const auto parts = [this] {
        const QJsonObject row = *config().table(u"services"_s).findBy(u"name"_s, u"orders"_s);
        return QJsonArray{row.value("protocol"_L1), row.value("host"_L1), row.value("port"_L1), row.value("path"_L1)};
    };
    QTRY_COMPARE(parts(), (QJsonArray{u"https"_s, u"api.test"_s, 443, u"/v1"_s}));
    auto *port = find<QWidget>("servicesPageForm")->findChild<QLineEdit *>(u"port"_s);
    port->setFocus();
    port->selectAll();
    QTest::keyClicks(port, u"8443"_s);
    QTRY_COMPARE(url->text(), u"https://api.test:8443/v1"_s);
}

void TstInspection::testsTheUpstream_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::addColumn<QString>("protocol");
    QTest::addColumn<QString>("begin");
    QTest::newRow("answers") << true << u"http"_s << u"✓ Reachable: answered 200."_s;
    QTest::newRow("speaks no TLS") << true << u"https"_s << u"✗ Config wrong: TLS"_s;
    QTest::newRow("is not there") << false << u"http"_s << u"✗ Backend unreachable: nothing listens"_s;
}

void TstInspection::testsTheUpstream()
{
    QFETCH(bool, isThere);
    QFETCH(QString, protocol);
    QFETCH(QString, begin);
    // Answers whatever it is sent, as servers do with what they cannot read.
    QTcpServer upstream;
    QVERIFY(upstream.listen(QHostAddress::LocalHost));
    connect(&upstream, &QTcpServer::newConnection, &upstream, [&upstream] {
        QTcpSocket *socket = upstream.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->write("HTTP/1.1 200 OK\r\n\r\n"); });
    });
    const QString url = u"%1://127.0.0.1:%2/"_s.arg(protocol).arg(upstream.serverPort());
    if (!isThere)
        upstream.close();
    const auto service = config().table(u"services"_s).findBy(u"name"_s, u"orders"_s);
    const EntityKey key = EntityKey::id(service->value("id"_L1).toString());
    QVERIFY(m_fixture->project().store().update(u"services"_s, key, {{u"url"_s, url}}, Origin::AdminApi));
    open(u"servicesPage"_s, u"services"_s, u"name"_s, u"orders"_s);
    find<QPushButton>("testUpstream")->click();
    const auto *result = find<QLabel>("testUpstreamResult");
    QTRY_VERIFY2(result->text().startsWith(begin), qPrintable(result->text()));
}

void TstInspection::changesGroupsByChips()
{
    open(u"consumersPage"_s, u"consumers"_s, u"username"_s, u"ann"_s);
    showTab(u"consumersPage"_s, u"Can call"_s);
    QTRY_VERIFY(find<QToolButton>("group.admins"));
    auto *line = find<QLineEdit>("groupLine");
    line->setText(u"writers"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY(find<QToolButton>("group.writers"));
    find<QToolButton>("group.admins")->click();
    const auto groups = [this] {
        QStringList names;
        const QList<QJsonObject> rows = config().rows(u"acls"_s);
        for (const QJsonObject &row : rows)
            names << row.value("group"_L1).toString();
        return names;
    };
    QCOMPARE(groups(), QStringList{u"writers"_s});
    QTRY_VERIFY(lines("consumerAccessTable").contains(u"✗ no | orders-write | acl: needs admins"_s));
}

void TstInspection::asksWhichGroupWasMeant()
{
    open(u"consumersPage"_s, u"consumers"_s, u"username"_s, u"ann"_s);
    showTab(u"consumersPage"_s, u"Can call"_s);
    auto *line = find<QLineEdit>("groupLine");
    const auto *note = find<QLabel>("groupNote");
    line->setText(u"writrs"_s);
    QCOMPARE(note->text(), u"No route mentions “writrs” – did you mean writers?"_s);
    line->setText(u"something-else"_s);
    QCOMPARE(note->text(), u"“something-else” is mentioned by no route yet."_s);
    line->setText(u"writers"_s);
    QCOMPARE(note->text(), QString());
}

void TstInspection::setsHealthChecksByPreset()
{
    ConfigStore &store = m_fixture->project().store();
    QVERIFY(store.insert(u"upstreams"_s, {{u"name"_s, u"pool"_s}}, Origin::AdminApi));
    open(u"upstreamsPage"_s, u"upstreams"_s, u"name"_s, u"pool"_s);
    showTab(u"upstreamsPage"_s, u"Health"_s);
    auto *preset = find<QComboBox>("healthPreset");
    QTRY_COMPARE(preset->currentText(), u"Off"_s);
    const auto interval = [this] {
        const QJsonObject row = *config().table(u"upstreams"_s).findBy(u"name"_s, u"pool"_s);
        return row.value("healthchecks"_L1)["active"_L1]["healthy"_L1]["interval"_L1].toInt();
    };
    QTest::keyClick(preset, Qt::Key_A);
    QCOMPARE(interval(), 5);
    QVERIFY(find<QLabel>("healthEffect")->text().contains(u"each 5 s"_s));
    m_fixture->find<QAction>("undoAction")->trigger();
    QCOMPARE(interval(), 0);
}

void TstInspection::showsSharesAndMarksTargets()
{
    find<QAction>("startAction")->trigger();
    QTRY_VERIFY(m_fixture->gateway().state() == Gateway::State::Running);
    ConfigStore &store = m_fixture->project().store();
    const QJsonObject passive{{u"unhealthy"_s, QJsonObject{{u"tcp_failures"_s, 2}}}};
    const StoreOutcome pool = store.insert(
        u"upstreams"_s, {{u"name"_s, u"pool"_s}, {u"healthchecks"_s, QJsonObject{{u"passive"_s, passive}}}},
        Origin::AdminApi);
    QVERIFY(pool);
    const QJsonObject parent{{u"id"_s, pool.entity.value("id"_L1)}};
    for (const auto &[target, weight] : {std::pair(u"127.0.0.1:1"_s, 75), std::pair(u"127.0.0.1:2"_s, 25)}) {
        QVERIFY(store.insert(u"targets"_s, {{u"upstream"_s, parent}, {u"target"_s, target}, {u"weight"_s, weight}},
                             Origin::AdminApi));
    }
    open(u"upstreamsPage"_s, u"upstreams"_s, u"name"_s, u"pool"_s);
    showTab(u"upstreamsPage"_s, u"Health"_s);
    QTRY_COMPARE(lines("targetHealthTable"),
                 (QStringList{u"127.0.0.1:1 | 75 | 75.0 %"_s, u"127.0.0.1:2 | 25 | 25.0 %"_s}));
    const auto health = [this](int row) {
        return find<QTableView>("targetHealthTable")->model()->index(row, 3).data().toString();
    };
    QTRY_COMPARE(health(1), u"✓ healthy"_s);
    find<QTableView>("targetHealthTable")->selectRow(1);
    find<QToolButton>("markUnhealthy")->click();
    QTRY_COMPARE(health(1), u"✗ unhealthy"_s);
    QCOMPARE(health(0), u"✓ healthy"_s);
    find<QToolButton>("markHealthy")->click();
    QTRY_COMPARE(health(1), u"✓ healthy"_s);
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstInspection)

#include "tst_inspection.moc"
