// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the lists, the editors and the overview tell of the traffic that flows: the whole window, a running gateway.
#include "core/net/self_signed.h"
#include "tests/support/window_test.h"
#include "ui/entities/entity_page.h"
#include "ui/entities/traffic_columns.h"
#include "ui/limits/limits_model.h"
#include "ui/overview/rank_list.h"
#include "ui/traffic/traffic_model.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QHeaderView>
#include <QLabel>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstLiveFigures : public WindowTest
{
    Q_OBJECT

private slots:

    void init() { start(); }

    void countsTheRequestsOfEveryRow();
    void keepsTheSelectionWhileFiguresChange();
    void sortsByFigures();
    void offersTheFiguresAmongTheColumns();
    void tellsErrorsBySignAndWords_data();
    void tellsErrorsBySignAndWords();
    void forgetsFiguresAfterFiveMinutes();
    void showsTheTrafficOfOneRow();
    void showsTheLimitsOfOneConsumer();
    void saysWhyAConsumerHasNoLimits();
    void switchesAPluginOnAndOffByKey();
    void measuresThePluginsOfARoute();
    void ranksOnTheOverview();
    void goesToTheTrafficOfAnError();
    void goesToTheTrafficOfANameWithABlank();
    void namesLimitsAndCertificatesThatNeedAttention();
    void namesTheStepThatIsNext();
    void takesTheChecklistAwayWhenAllIsDone();

private:
    // The name of a part of a page.
    static QByteArray named(const char *page, const char *part) { return QByteArray(page).append(part); }

    void startGateway();
    [[nodiscard]] QString cell(const char *page, const char *key, int row = 0);
    void openTab(const char *page, const char *tab);
    [[nodiscard]] RawResponse get(const QByteArray &target, const QByteArray &fields = {});
};

// A service with two routes, one of which asks for a key and counts, and a consumer that has one.
void TstLiveFigures::startGateway()
{
    open("_format_version: \"3.0\"\n"
         "services:\n"
         "- name: orders\n"
         "  url: http://127.0.0.1:" +
         QByteArray::number(m_upstream->port()) +
         "\n"
         "  routes:\n"
         "  - {name: closed, paths: [/closed], plugins: [{name: key-auth}, {name: rate-limiting, config: {year: 3}}]}\n"
         "  - {name: open, paths: [/open]}\n"
         "consumers:\n"
         "- username: ann\n"
         "  keyauth_credentials: [{key: sesame}]\n"
         "- username: bob\n");
    press(Qt::Key_F5);
    QCOMPARE(m_fixture->gateway().state(), Gateway::State::Running);
}

QString TstLiveFigures::cell(const char *page, const char *key, int row)
{
    auto *table = m_fixture->find<QTableView>(named(page, "Table").constData());
    const auto kind = m_fixture->find<EntityPage>(page)->kind();
    const QList<EntityColumn> &columns = entityKindText(kind).columns;
    for (int column = 0; column < columns.size(); ++column) {
        if (QByteArray(columns[column].key) == key)
            return table->model()->index(row, column).data().toString();
    }
    return u"no such column"_s;
}

void TstLiveFigures::openTab(const char *page, const char *tab)
{
    go(named(page, "Action").constData());
    m_fixture->find<QTableView>(named(page, "Table").constData())->selectRow(0);
    m_fixture->find<QTabWidget>(named(page, "Tabs").constData())->setCurrentWidget(form(tab));
}

RawResponse TstLiveFigures::get(const QByteArray &target, const QByteArray &fields)
{
    const quint16 port = ListenAddress::parse(m_fixture->gateway().proxyAddress())->port;
    return RawClient(port).request("GET " + target + " HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n");
}

void TstLiveFigures::countsTheRequestsOfEveryRow()
{
    startGateway();
    go("servicesPageAction");
    QCOMPARE(cell("servicesPage", "requests"), u"–"_s);
    QCOMPARE(get("/open").status, 200);
    QCOMPARE(get("/closed").status, 401);
    QCOMPARE(get("/closed", "apikey: sesame\r\n").status, 200);
    QTRY_COMPARE(cell("servicesPage", "requests"), u"3"_s);
    QVERIFY(cell("servicesPage", "errors").startsWith(u"✗ 33"_s));
    QVERIFY(cell("servicesPage", "p95").endsWith(u"ms"_s));
    go("routesPageAction");
    QTRY_COMPARE(cell("routesPage", "requests", 0), u"2"_s);
    QCOMPARE(cell("routesPage", "requests", 1), u"1"_s);
    QVERIFY(cell("routesPage", "errors", 1).startsWith(u'0'));
    go("consumersPageAction");
    QTRY_COMPARE(cell("consumersPage", "requests", 0), u"1"_s);
    QCOMPARE(cell("consumersPage", "denied", 0), u"0"_s);
    QCOMPARE(cell("consumersPage", "seen", 0), u"just now"_s);
    QCOMPARE(cell("consumersPage", "seen", 1), u"–"_s);
}

void TstLiveFigures::keepsTheSelectionWhileFiguresChange()
{
    startGateway();
    go("routesPageAction");
    auto *table = m_fixture->find<QTableView>("routesPageTable");
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy reset(table->model(), &QAbstractItemModel::modelReset);
    table->selectRow(1);
    QCOMPARE(get("/open").status, 200);
    QTRY_COMPARE(cell("routesPage", "requests", 1), u"1"_s);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), u"open"_s);
}

void TstLiveFigures::sortsByFigures()
{
    startGateway();
    for (int i = 0; i < 10; ++i)
        QCOMPARE(get("/closed").status, 401);
    for (int i = 0; i < 2; ++i)
        QCOMPARE(get("/open").status, 200);
    go("routesPageAction");
    QTRY_COMPARE(cell("routesPage", "requests", 0), u"10"_s);
    auto *table = m_fixture->find<QTableView>("routesPageTable");
    const int column = 3;
    QCOMPARE(QByteArray(entityKindText(EntityKind::Routes).columns[column].key), QByteArray("requests"));
    table->sortByColumn(column, Qt::AscendingOrder);
    QCOMPARE(cell("routesPage", "requests", 0), u"2"_s); // as texts 10 stands before 2
}

void TstLiveFigures::offersTheFiguresAmongTheColumns()
{
    auto *table = m_fixture->find<QTableView>("servicesPageTable");
    const QList<QAction *> actions = table->horizontalHeader()->actions();
    const auto found = std::find_if(actions.begin(), actions.end(),
                                    [](const QAction *action) { return action->text() == u"p95 upstream"_s; });
    QVERIFY(found != actions.end());
    const auto column = static_cast<int>(found - actions.begin());
    (*found)->trigger();
    QVERIFY(table->isColumnHidden(column));
}

void TstLiveFigures::tellsErrorsBySignAndWords_data()
{
    QTest::addColumn<int>("clientErrors");
    QTest::addColumn<int>("serverErrors");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("tone");
    QTest::newRow("none") << 0 << 0 << u"0.0 %"_s << static_cast<int>(theme::Tone::Plain);
    QTest::newRow("of the client") << 1 << 0 << u"✗ 12.5 %"_s << static_cast<int>(theme::Tone::ClientError);
    QTest::newRow("of the server too") << 1 << 1 << u"⊘ 25.0 %"_s << static_cast<int>(theme::Tone::ServerError);
}

void TstLiveFigures::tellsErrorsBySignAndWords()
{
    QFETCH(const int, clientErrors);
    QFETCH(const int, serverErrors);
    EntityTraffic::Figures figures;
    figures.requests = 8;
    figures.clientErrors = static_cast<quint64>(clientErrors);
    figures.serverErrors = static_cast<quint64>(serverErrors);
    const std::optional<WorkedOutCell> shown = trafficCell(TrafficFigure::Errors, figures, 0);
    QVERIFY(shown);
    QTEST(shown->text, "text");
    QTEST(static_cast<int>(shown->tone), "tone");
    QVERIFY(shown->detail.contains(u"of 8 requests"_s));
    QVERIFY(!trafficCell(TrafficFigure::Errors, {}, 0));
}

void TstLiveFigures::forgetsFiguresAfterFiveMinutes()
{
    startGateway();
    QCOMPARE(get("/open").status, 200);
    const EntityTraffic &traffic = m_fixture->window().workbench().entityTraffic();
    const QJsonObject route = config().rows(u"routes"_s).last();
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    QTRY_COMPARE(traffic.figures(EntityTraffic::Kind::Route, route, now).requests, quint64(1));
    QCOMPARE(traffic.figures(EntityTraffic::Kind::Route, route, now + EntityTraffic::span).requests, quint64(0));
    QVERIFY(traffic.figures(EntityTraffic::Kind::Route, route, now + EntityTraffic::span).lastSeen > 0);
}

void TstLiveFigures::showsTheTrafficOfOneRow()
{
    startGateway();
    openTab("routesPage", "routesTraffic");
    QCOMPARE(get("/open").status, 200);
    QCOMPARE(get("/closed").status, 401);
    QTRY_COMPARE(rows("routesTrafficTable"), 1);
    auto *table = m_fixture->find<QTableView>("routesTrafficTable");
    QCOMPARE(table->model()->index(0, TrafficModel::Path).data().toString(), u"/closed"_s);
    m_fixture->find<QTabWidget>("routesPageTabs")->setCurrentIndex(0);
    QCOMPARE(get("/closed").status, 401); // while it is hidden
    QTRY_COMPARE(rows("trafficTable"), 3);
    QCOMPARE(rows("routesTrafficTable"), 1);
    m_fixture->find<QTabWidget>("routesPageTabs")->setCurrentWidget(form("routesTraffic"));
    QCOMPARE(rows("routesTrafficTable"), 2);
    m_fixture->find<QToolButton>("routesTrafficShow")->click();
    QVERIFY(form("trafficPage")->isVisible());
    QCOMPARE(m_fixture->find<QLineEdit>("trafficFilter")->text(), u"route=closed"_s);
    QCOMPARE(rows("trafficTable"), 2);
}

void TstLiveFigures::showsTheLimitsOfOneConsumer()
{
    startGateway();
    openTab("consumersPage", "consumerLimits");
    QVERIFY(m_fixture->find<QLabel>("consumerLimitsEmpty")->isVisible());
    QCOMPARE(get("/closed", "apikey: sesame\r\n").status, 200);
    QTRY_COMPARE(rows("consumerLimitsTable"), 1);
    auto *table = m_fixture->find<QTableView>("consumerLimitsTable");
    QTRY_VERIFY(table->isVisible());
    QCOMPARE(table->model()->index(0, LimitsModel::Used).data().toString(), u"1 / 3"_s);
    m_fixture->find<QTableView>("consumersPageTable")->selectRow(1);
    QTRY_COMPARE(rows("consumerLimitsTable"), 0);
}

void TstLiveFigures::saysWhyAConsumerHasNoLimits()
{
    open("_format_version: \"3.0\"\nconsumers:\n- username: ann\n");
    openTab("consumersPage", "consumerLimits");
    auto *text = m_fixture->find<QLabel>("consumerLimitsEmpty");
    QVERIFY(text->text().contains(u"no rate-limiting plugin"_s));
    open("_format_version: \"3.0\"\nconsumers:\n- username: ann\nplugins:\n- {name: rate-limiting, config: {minute: "
         "5}}\n");
    openTab("consumersPage", "consumerLimits");
    QVERIFY(text->text().contains(u"gateway is stopped"_s));
}

void TstLiveFigures::switchesAPluginOnAndOffByKey()
{
    startGateway();
    QCOMPARE(get("/closed").status, 401);
    openTab("routesPage", "effectivePlugins");
    auto *table = m_fixture->find<QTableView>("effectivePluginsTable");
    table->setFocus();
    table->selectRow(0);
    QVERIFY(table->currentIndex().siblingAtColumn(1).data().toString().startsWith(u"key-auth"_s));
    press(Qt::Key_Space);
    QCOMPARE(config().rows(u"plugins"_s).first().value(u"enabled"_s), QJsonValue(false));
    QCOMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), u"○"_s);
    QTRY_COMPARE(get("/closed").status, 200);
    press(Qt::Key_Space);
    QTRY_COMPARE(get("/closed").status, 401);
    go("undoAction");
    go("undoAction");
    QVERIFY(!m_fixture->window().isWindowModified());
}

void TstLiveFigures::measuresThePluginsOfARoute()
{
    startGateway();
    openTab("routesPage", "effectivePlugins");
    auto *model = m_fixture->find<QTableView>("effectivePluginsTable")->model();
    QCOMPARE(model->index(0, 4).data().toString(), u"–"_s);
    QCOMPARE(get("/closed").status, 401);
    QTRY_VERIFY(model->index(0, 4).data().toString().endsWith(u's'));
    QCOMPARE(model->index(1, 4).data().toString(), u"–"_s); // the request did not get there
}

void TstLiveFigures::ranksOnTheOverview()
{
    startGateway();
    go("overviewPageAction");
    QVERIFY(m_fixture->find<QLabel>("topRoutesEmpty")->isVisibleTo(form("overviewPage")));
    QCOMPARE(get("/open").status, 200);
    QCOMPARE(get("/closed", "apikey: sesame\r\n").status, 200);
    QCOMPARE(get("/closed").status, 401);
    const auto *routes = m_fixture->find<RankList>("topRoutes")->model();
    QTRY_COMPARE(routes->index(0, 1).data().toString(), u"2 ×"_s);
    QCOMPARE(routes->index(0, 0).data().toString(), u"closed"_s);
    QCOMPARE(routes->rowCount(), 2);
    QVERIFY(routes->index(0, 0).data(Qt::AccessibleTextRole).toString().startsWith(u"closed: 1 of 2 requests"_s));
    QCOMPARE(m_fixture->find<RankList>("topConsumers")->model()->index(0, 0).data().toString(), u"ann"_s);
}

void TstLiveFigures::goesToTheTrafficOfAnError()
{
    startGateway();
    go("overviewPageAction");
    QCOMPARE(get("/open").status, 200);
    QCOMPARE(get("/closed").status, 401);
    QCOMPARE(get("/nowhere").status, 404);
    QTRY_COMPARE(rows("topErrors"), 2);
    auto *errors = m_fixture->find<RankList>("topErrors");
    const auto row = errors->model()->index(0, 0).data().toString().contains(u"401"_s) ? 0 : 1;
    QCOMPARE(errors->model()->index(row, 0).data().toString(), u"✗ 401  key-auth – closed"_s);
    errors->setFocus();
    errors->selectRow(row);
    press(Qt::Key_Return);
    QVERIFY(form("trafficPage")->isVisible());
    QCOMPARE(rows("trafficTable"), 1);
}

void TstLiveFigures::goesToTheTrafficOfANameWithABlank()
{
    startGateway();
    const QString id = config().rows(u"consumers"_s).first().value("id"_L1).toString();
    QVERIFY(m_fixture->project().store().update(u"consumers"_s, EntityKey::id(id), {{u"username"_s, u"big corp"_s}},
                                                Origin::User));
    QVERIFY(m_fixture->gateway().apply());
    go("overviewPageAction");
    QCOMPARE(get("/closed", "apikey: sesame\r\n").status, 200);
    QTRY_COMPARE(rows("topConsumers"), 1);
    m_fixture->find<RankList>("topConsumers")->setFocus();
    m_fixture->find<RankList>("topConsumers")->selectRow(0);
    press(Qt::Key_Return);
    QCOMPARE(m_fixture->find<QLineEdit>("trafficFilter")->text(), u"consumer=\"big corp\""_s);
    QCOMPARE(rows("trafficTable"), 1);
}

void TstLiveFigures::namesLimitsAndCertificatesThatNeedAttention()
{
    startGateway();
    const Result<net::CertificateAndKey> pair =
        net::makeSelfSigned({{u"soon.test"_s}, net::SelfSignedWish::KeyType::EcP256, 5});
    QVERIFY(m_fixture->project().store().insert(
        u"certificates"_s,
        {{u"cert"_s, QString::fromLatin1(pair->certificate)}, {u"key"_s, QString::fromLatin1(pair->key)}},
        Origin::User));
    go("overviewPageAction");
    auto *certificates = m_fixture->find<RankList>("endingCertificates");
    QCOMPARE(certificates->model()->index(0, 0).data().toString(), u"soon.test"_s);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(get("/closed", "apikey: sesame\r\n").status, 200);
    QTRY_COMPARE(rows("fullLimits"), 1);
    QVERIFY(m_fixture->find<RankList>("fullLimits")->model()->index(0, 2).data().toString().startsWith(u"⊘ 3 / 3"_s));
    certificates->setFocus();
    certificates->selectRow(0);
    press(Qt::Key_Return);
    QVERIFY(form("certificatesPage")->isVisible());
}

void TstLiveFigures::namesTheStepThatIsNext()
{
    open("_format_version: \"3.0\"\nservices:\n- {name: s, url: http://127.0.0.1:9, routes: [{name: r, paths: "
         "[/r]}]}\n");
    press(Qt::Key_F5);
    go("overviewPageAction");
    const auto *text = m_fixture->find<QLabel>("nextText");
    QVERIFY2(text->text().startsWith(u"Send a request"_s), qPrintable(text->text()));
    QVERIFY(form("nextCommand")->isVisible());
    QCOMPARE(get("/nowhere").status, 404);
    QTRY_VERIFY2(text->text().startsWith(u"Add a plugin"_s), qPrintable(text->text()));
    QVERIFY(!form("nextCommand")->isVisible());
    QVERIFY(m_fixture->project().store().insert(u"plugins"_s, {{u"name"_s, u"key-auth"_s}}, Origin::User));
    QTRY_VERIFY2(text->text().startsWith(u"Save the configuration"_s), qPrintable(text->text()));
}

void TstLiveFigures::takesTheChecklistAwayWhenAllIsDone()
{
    startGateway();
    go("overviewPageAction");
    auto *steps = form("nextSteps");
    QVERIFY(steps->isVisible());
    QVERIFY(m_fixture->find<QLabel>("nextStep0")->text().startsWith(u'○'));
    QVERIFY(m_fixture->find<QLabel>("nextStep1")->text().startsWith(u'✓'));
    const auto *text = m_fixture->find<QLabel>("nextText");
    QCOMPARE(get("/open").status, 200);
    QTRY_VERIFY(!steps->isVisible());
    QVERIFY2(text->text().startsWith(u"Requests to the gateway"_s), qPrintable(text->text()));
    go("servicesPageAction");
    m_fixture->project().store().remove(
        u"plugins"_s, EntityKey::id(config().rows(u"plugins"_s).first().value("id"_L1).toString()), Origin::User);
    go("overviewPageAction");
    QVERIFY(!steps->isVisible()); // what is done stays done
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstLiveFigures)
#include "tst_live_figures.moc"
