// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/application_fixture.h"
#include "tests/support/gateway_fixture.h"
#include "ui/traffic/entity_traffic.h"
#include "ui/traffic/filter_parser.h"
#include "ui/traffic/traffic_detail.h"
#include "ui/traffic/traffic_model.h"
#include "ui/traffic/traffic_stats.h"
#include "ui/traffic/traffic_tab.h"
#include "ui/traffic/why_view.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstTraffic : public QObject
{
    Q_OBJECT

private slots:
    void filters_data();
    void filters();
    void saysWhichTermItDoesNotUnderstand_data();
    void saysWhichTermItDoesNotUnderstand();
    void quotesWhatHasBlanks_data();
    void quotesWhatHasBlanks();
    void linksToAConsumerWithABlank();
    void showsServedRequestsWithWhatTheyMet();
    void namesWhatHasNoNameByItsId();
    void keepsWhatArrivesWhilePaused();
    void clears();
    void countsTheLastMinute();
    void explainsARefusal();
    void keepsTracesWithinABudget();
    void forgetsTracesOnClear();
    void tellsWhyStationByStation();
    void saysWhenTheDetailsAreGone();
    void goesToTheReasonsByKeyboard();

private:
    static TrafficRecord record(int status, const char *path, const char *consumer, const char *by);
};

TrafficRecord TstTraffic::record(int status, const char *path, const char *consumer, const char *by)
{
    TrafficRecord made;
    made.status = static_cast<std::uint16_t>(status);
    made.totalMs = 12.5F;
    made.responseSize = 42;
    made.revision = 7;
    made.method.assign("GET");
    made.path.assign(path);
    made.route.assign("orders-read");
    made.consumer.assign(consumer);
    made.decidedBy.assign(by);
    return made;
}

void TstTraffic::filters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("preset");
    QTest::addColumn<bool>("accepted");
    const auto all = static_cast<int>(TrafficFilter::Preset::All);
    QTest::newRow("empty") << QString() << all << true;
    QTest::newRow("word in the path") << u"orders/17"_s << all << true;
    QTest::newRow("word elsewhere only") << u"GET"_s << all << false;
    QTest::newRow("status at least") << u"status>=400"_s << all << true;
    QTest::newRow("status below") << u"status<400"_s << all << false;
    QTest::newRow("status is") << u"status=403"_s << all << true;
    QTest::newRow("status by contains") << u"status:403"_s << all << true;
    QTest::newRow("not that consumer") << u"consumer!=mobile-app"_s << all << false;
    QTest::newRow("part of a consumer") << u"consumer:MOBILE"_s << all << true;
    QTest::newRow("exact consumer") << u"consumer=mobile"_s << all << false;
    QTest::newRow("slow") << u"total>100"_s << all << false;
    QTest::newRow("two terms") << u"by:acl status=403"_s << all << true;
    QTest::newRow("quoted word") << u"\"orders/17\""_s << all << true;
    QTest::newRow("quoted term is a word") << u"\"status=403\""_s << all << false;
    QTest::newRow("quoted value") << u"consumer=\"mobile-app\" status=403"_s << all << true;
    QTest::newRow("quoted value of another") << u"consumer=\"mobile\""_s << all << false;
    QTest::newRow("quoted part") << u"consumer:\"MOBILE\""_s << all << true;
    QTest::newRow("quoted number") << u"status:\"403\""_s << all << true;
    QTest::newRow("tab between terms") << u"by:acl\tstatus=403"_s << all << true;
    QTest::newRow("either") << u"status=200 or by:acl"_s << all << true;
    QTest::newRow("neither") << u"status=200 OR by:jwt"_s << all << false;
    QTest::newRow("and is stronger than or") << u"status=403 or status=200 and by:jwt"_s << all << true;
    QTest::newRow("parentheses") << u"(status=403 or status=200) and by:jwt"_s << all << false;
    QTest::newRow("not") << u"not by:acl"_s << all << false;
    QTest::newRow("not with a sign") << u"!by:jwt"_s << all << true;
    QTest::newRow("not of parentheses") << u"not (by:jwt or status=200)"_s << all << true;
    QTest::newRow("not twice") << u"not not by:acl"_s << all << true;
    QTest::newRow("keyword in quotes is a word") << u"\"not\" by:acl"_s << all << false;
    QTest::newRow("expression") << u"path~^/ORDERS/\\d+$"_s << all << true;
    QTest::newRow("expression with a group") << u"path~/(orders|users)/1 by:acl"_s << all << true;
    QTest::newRow("expression of another") << u"path~^/orders/$"_s << all << false;
    QTest::newRow("in parentheses at the end") << u"(consumer~(mobile|web)-app)"_s << all << true;
    QTest::newRow("other name of a field") << u"plugin=acl"_s << all << true;
    QTest::newRow("no flag") << u"flag=0"_s << all << true;
    QTest::newRow("flag") << u"flag>0"_s << all << false;
    QTest::newRow("size") << u"size=42 rev=7 gateway<1"_s << all << true;
    QTest::newRow("mitmproxy path") << u"~u ^/orders"_s << all << true;
    QTest::newRow("mitmproxy status and method") << u"~c 403 & ~m get"_s << all << true;
    QTest::newRow("slow preset") << QString() << static_cast<int>(TrafficFilter::Preset::Slow) << false;
    QTest::newRow("denied") << QString() << static_cast<int>(TrafficFilter::Preset::Denied) << true;
    QTest::newRow("limited") << QString() << static_cast<int>(TrafficFilter::Preset::Limited) << false;
    QTest::newRow("errors") << QString() << static_cast<int>(TrafficFilter::Preset::Errors) << true;
    QTest::newRow("no route") << QString() << static_cast<int>(TrafficFilter::Preset::NoRoute) << false;
}

void TstTraffic::filters()
{
    QFETCH(const QString, text);
    QFETCH(const int, preset);
    QFETCH(const bool, accepted);
    const TrafficFilter filter(static_cast<TrafficFilter::Preset>(preset), text);
    QCOMPARE(filter.accepts(record(403, "/orders/17", "mobile-app", "acl")), accepted);
    QVERIFY(filter.problem().isEmpty());
}

void TstTraffic::saysWhichTermItDoesNotUnderstand_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("named");
    QTest::newRow("no number") << u"status>=abc"_s << u"status>=abc"_s;
    QTest::newRow("no number in quotes") << u"status>=\"4 0\""_s << u"status>=4 0"_s;
    QTest::newRow("quote without an end") << u"consumer:\"big corp"_s << u"big corp"_s;
    QTest::newRow("nothing after and") << u"by:acl and"_s << u"at the end"_s;
    QTest::newRow("nothing before or") << u"or by:acl"_s << u"\"or\""_s;
    QTest::newRow("open parenthesis") << u"(by:acl"_s << u"\"(\""_s;
    QTest::newRow("closed only") << u"by:acl)"_s << u"\")\""_s;
    QTest::newRow("empty parentheses") << u"()"_s << u"\")\""_s;
    QTest::newRow("bad expression") << u"path~[a"_s << u"[a"_s;
    QTest::newRow("expression for a number") << u"status~4"_s << u"status~4"_s;
    QTest::newRow("unknown shorthand") << u"~q"_s << u"~q"_s;
    QTest::newRow("shorthand without a value") << u"~c"_s << u"~c"_s;
    QTest::newRow("nested too deeply") << QString(200, u'(') << u"nested"_s;
    QTest::newRow("escaped quote is no end") << u"consumer:\"big\\\""_s << u"big\""_s;
}

void TstTraffic::saysWhichTermItDoesNotUnderstand()
{
    QFETCH(const QString, text);
    QFETCH(const QString, named);
    const TrafficFilter filter(TrafficFilter::Preset::All, text);
    QVERIFY2(filter.problem().contains(named), qPrintable(filter.problem()));
}

void TstTraffic::quotesWhatHasBlanks_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("written");
    QTest::newRow("word") << u"mobile-app"_s << u"mobile-app"_s;
    QTest::newRow("blank") << u"big corp"_s << u"\"big corp\""_s;
    QTest::newRow("quote") << u"the \"big\" one"_s << u"\"the \\\"big\\\" one\""_s;
    QTest::newRow("quote alone") << u"5\""_s << u"\"5\\\"\""_s;
    QTest::newRow("backslash") << u"a\\b"_s << u"a\\b"_s;
    QTest::newRow("backslash and blank") << u"a\\ b\\"_s << u"\"a\\\\ b\\\\\""_s;
    QTest::newRow("parentheses") << u"a)(b"_s << u"\"a)(b\""_s;
    QTest::newRow("looks like a term") << u"=400 x:y"_s << u"\"=400 x:y\""_s;
}

void TstTraffic::quotesWhatHasBlanks()
{
    QFETCH(const QString, name);
    QFETCH(const QString, written);
    QCOMPARE(quotedFilterValue(name), written);
    for (const QString &comparison : {u"consumer="_s, u"consumer:"_s}) {
        const TrafficFilter filter(TrafficFilter::Preset::All, comparison + quotedFilterValue(name));
        QVERIFY(filter.problem().isEmpty());
        QVERIFY(filter.accepts(record(200, "/", qUtf8Printable(name), "acl")));
        QVERIFY(!filter.accepts(record(200, "/", "other", "acl")));
    }
}

void TstTraffic::linksToAConsumerWithABlank()
{
    QCOMPARE(trafficFilterFor(u"consumers"_s, {{u"username"_s, u"big corp"_s}}), u"consumer=\"big corp\""_s);
    QCOMPARE(trafficFilterFor(u"routes"_s, {{u"name"_s, u"orders"_s}}), u"route=orders"_s);
}

void TstTraffic::showsServedRequestsWithWhatTheyMet()
{
    GatewayFixture gateway;
    const RecordingUpstream upstream;
    QCOMPARE(gateway.load(GatewayFixture::oneRoute(upstream)), QString());
    TrafficStore store(gateway.gateway());
    TrafficModel model(store);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(gateway.get("/r/1").status, 200);
    QCOMPARE(gateway.get("/nothing").status, 404);
    QTRY_COMPARE(model.rowCount(), 2);
    const auto cell = [&model](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(cell(0, TrafficModel::Status), u"200"_s);
    QCOMPARE(cell(0, TrafficModel::Route), u"r"_s);
    QCOMPARE(cell(0, TrafficModel::Path), u"/r/1"_s);
    QCOMPARE(cell(0, TrafficModel::By), u"upstream"_s);
    QCOMPARE(cell(1, TrafficModel::Status), u"✗ 404"_s);
    QCOMPARE(cell(1, TrafficModel::By), u"router"_s);
}

void TstTraffic::namesWhatHasNoNameByItsId()
{
    GatewayFixture gateway;
    const RecordingUpstream upstream;
    QByteArray document = GatewayFixture::oneRoute(upstream);
    document.replace("- name: r\n    paths", "- paths");
    QCOMPARE(gateway.load(document), QString());
    TrafficStore store(gateway.gateway());
    const auto &traffic = *new EntityTraffic(store); // owned by the store
    TrafficModel model(store);
    QCOMPARE(gateway.get("/r/1").status, 200);
    QTRY_COMPARE(model.rowCount(), 1);
    const QJsonObject route = gateway.project().store().config().rows(u"routes"_s).first();
    QCOMPARE(model.index(0, TrafficModel::Route).data().toString(), route.value("id"_L1).toString());
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    QCOMPARE(traffic.figures(EntityTraffic::Kind::Route, route, now).requests, quint64(1));
}

void TstTraffic::keepsWhatArrivesWhilePaused()
{
    GatewayFixture gateway;
    TrafficStore store(gateway.gateway());
    TrafficModel model(store);
    model.setPaused(true);
    QCOMPARE(gateway.get("/a").status, 404);
    QTRY_COMPARE(store.end(), 1U);
    QCOMPARE(model.rowCount(), 0);
    model.setPaused(false);
    QCOMPARE(model.rowCount(), 1);
}

void TstTraffic::clears()
{
    GatewayFixture gateway;
    TrafficStore store(gateway.gateway());
    TrafficModel model(store);
    QCOMPARE(gateway.get("/a").status, 404);
    QTRY_COMPARE(model.rowCount(), 1);
    store.clear();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(gateway.get("/b").status, 404);
    QTRY_COMPARE(model.rowCount(), 1);
}

void TstTraffic::countsTheLastMinute()
{
    GatewayFixture gateway;
    TrafficStore store(gateway.gateway());
    const TrafficStats &stats = *new TrafficStats(store); // owned by the store
    for (int i = 0; i < 5; ++i)
        QCOMPARE(gateway.get("/a").status, 404);
    QTRY_COMPARE(store.end(), 5U);
    const TrafficStats::Summary summary = stats.summary(QDateTime::currentSecsSinceEpoch());
    QCOMPARE(summary.requests, 5U);
    QCOMPARE(summary.errorShare, 1.0);
    QVERIFY(summary.p99 > 0);
}

void TstTraffic::explainsARefusal()
{
    QVERIFY(explanation(record(403, "/", "mobile-app", "acl")).contains(u"mobile-app"_s));
    QVERIFY(explanation(record(404, "/", "", "router")).startsWith(u"No route"_s));
}

void TstTraffic::keepsTracesWithinABudget()
{
    TraceArchive archive(1000);
    for (int i = 0; i < 10; ++i)
        archive.add(std::string(200, static_cast<char>('0' + i)));
    QVERIFY(!archive.find(5));
    QCOMPARE(archive.find(9), std::optional(QByteArray(200, '9')));
    QCOMPARE(archive.find(6), std::optional(QByteArray(200, '6')));
    QVERIFY(!archive.find(10));
    archive.add({});
    QCOMPARE(archive.find(10), std::optional(QByteArray("")));
}

void TstTraffic::forgetsTracesOnClear()
{
    TraceArchive archive(1000);
    archive.add("a");
    archive.clear();
    QVERIFY(!archive.find(0));
    archive.add("b");
    QCOMPARE(archive.find(1), std::optional(QByteArray("b")));
}

void TstTraffic::tellsWhyStationByStation()
{
    GatewayFixture gateway;
    const RecordingUpstream upstream;
    QCOMPARE(gateway.load(GatewayFixture::oneRoute(upstream) + "plugins:\n- {name: key-auth}\n- {name: cors}\n"),
             QString());
    TrafficStore store(gateway.gateway());
    QCOMPARE(gateway.get("/r/1").status, 401);
    QTRY_COMPARE(store.end(), 1U);
    WhyView view;
    view.showTrace(store.trace(0), 0);
    const QAbstractItemModel &model = *view.model();
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row)
        lines << model.index(row, 0).data().toString() + u"  "_s + model.index(row, 2).data().toString();
    QCOMPARE(lines, QStringList({u"✓  Route  r fits, by its path /r"_s, u"✓  cors  let it pass"_s,
                                 u"✗  key-auth  no key came with the request → 401 \"No API key found in request\""_s,
                                 u"–  Upstream  not contacted"_s}));
    QCOMPARE(model.index(2, 0).data(Qt::AccessibleTextRole).toString(), u"key-auth, refused"_s);
}

void TstTraffic::saysWhenTheDetailsAreGone()
{
    WhyView view;
    view.showTrace(std::nullopt, 0);
    QCOMPARE(view.model()->rowCount(), 1);
    const QString gone = view.model()->index(0, 2).data().toString();
    view.showTrace(QByteArray(""), 0);
    QCOMPARE(view.model()->rowCount(), 1);
    QVERIFY(gone != view.model()->index(0, 2).data().toString());
}

void TstTraffic::goesToTheReasonsByKeyboard()
{
    ApplicationFixture fixture;
    GatewaySettings settings;
    settings.proxy.port = 0;
    settings.admin.port = 0;
    settings.workers = 1;
    QVERIFY(fixture.gateway().start(settings));
    fixture.window().show();
    fixture.window().activateWindow();
    fixture.window().showPage(u"trafficPage"_s);
    RawClient(ListenAddress::parse(fixture.gateway().proxyAddress())->port)
        .request("GET /nothing HTTP/1.1\r\nHost: gw.test\r\n\r\n");
    auto *table = fixture.find<QTableView>("trafficTable");
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_W);
    auto *why = fixture.find<QTreeView>("whyView");
    QTRY_VERIFY(why->hasFocus());
    QVERIFY(why->model()->index(0, 2).data().toString().startsWith(u"no route fits"_s));
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstTraffic)
#include "tst_traffic.moc"
