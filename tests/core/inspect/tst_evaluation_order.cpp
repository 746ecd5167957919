// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/evaluation_order.h"
#include "tests/support/store_fixture.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstEvaluationOrder : public QObject
{
    Q_OBJECT

private slots:
    void followsTheRouter();
    void leavesOutWhatIsNotRouted();
    void namesShadowedRoutes_data();
    void namesShadowedRoutes();
    void provesTenThousandRoutesAtOnce();
};

void TstEvaluationOrder::followsTheRouter()
{
    StoreFixture fixture;
    QVERIFY(fixture.add("routes", R"({"name": "short", "paths": ["/a"]})"));
    QVERIFY(fixture.add("routes", R"({"name": "both", "paths": ["/a/longest", "/b"]})"));
    QVERIFY(fixture.add("routes", R"({"name": "host", "paths": ["/a"], "hosts": ["x.test"]})"));
    const Config &config = fixture.store.config();
    const auto order = EvaluationOrder::of(config);
    QVERIFY(order);
    QStringList shown;
    const QList<EvaluationOrder::Place> places = order->places();
    for (const EvaluationOrder::Place &place : places) {
        shown << config.find(u"routes"_s, place.routeId)->value("name"_L1).toString() + u' ' + place.paths.join(u' ');
    }
    const QString host = shown.takeFirst();
    QCOMPARE(host, u"host /a"_s);
    QCOMPARE(shown.takeFirst(), u"both /a/longest"_s);
    shown.sort(); // two prefixes of one length are tried in the order of the ids
    QCOMPARE(shown, (QStringList{u"both /b"_s, u"short /a"_s}));
}

void TstEvaluationOrder::leavesOutWhatIsNotRouted()
{
    StoreFixture fixture;
    QVERIFY(fixture.add("services", R"({"name": "off", "host": "a.test", "enabled": false})"));
    QVERIFY(fixture.add("routes", R"({"name": "r", "paths": ["/a"], "service": {"name": "off"}})"));
    const auto order = EvaluationOrder::of(fixture.store.config());
    QVERIFY(order);
    QVERIFY(order->places().isEmpty());
}

void TstEvaluationOrder::namesShadowedRoutes_data()
{
    QTest::addColumn<QByteArrayList>("earlier");
    QTest::addColumn<QByteArray>("route");
    QTest::addColumn<QString>("by");
    const auto row = [](const char *name, const QByteArrayList &earlier, const QByteArray &route, const QString &by) {
        QTest::newRow(name) << earlier << route << by;
    };
    // Regular expressions are tried before prefixes, so an expression can stand in front of a longer prefix.
    row("regex takes prefix", {R"("paths": ["~/a"])"}, R"("paths": ["/a/b"])", u"e0"_s);
    row("regex with any tail", {R"("paths": ["~/a.*"])"}, R"("paths": ["/a/b"])", u"e0"_s);
    row("regex with an end", {R"("paths": ["~/a$"])"}, R"("paths": ["/a/b"])", QString());
    row("regex with alternatives", {R"("paths": ["~/a/b|/c"])"}, R"("paths": ["/a/b"])", QString());
    row("same regex", {R"("paths": ["~/a/[0-9]+$"], "regex_priority": 5)"}, R"("paths": ["~/a/[0-9]+$"])", u"e0"_s);
    row("other methods", {R"("paths": ["~/a"], "methods": ["GET"])"}, R"("paths": ["/a"], "methods": ["POST"])",
        QString());
    row("any method is more", {R"("paths": ["~/a"], "methods": ["GET"])"}, R"("paths": ["/a"])", QString());
    row("methods together", {R"("paths": ["~/a"], "methods": ["GET"])", R"("paths": ["~/a"], "methods": ["PUT"])"},
        R"("paths": ["/a"], "methods": ["GET", "PUT"])", u"e0 e1"_s);
    row("one method left", {R"("paths": ["~/a"], "methods": ["GET"])"}, R"("paths": ["/a"], "methods": ["GET", "PUT"])",
        QString());
    row("paths together", {R"("paths": ["~/a"])", R"("paths": ["~/b"])"}, R"("paths": ["/a/1", "/b/22"])", u"e0 e1"_s);
    row("wildcard host is tried later", {R"("paths": ["/a"], "hosts": ["*.test"])"},
        R"("paths": ["/a"], "hosts": ["x.test"])", QString());
    row("wildcard host with regex", {R"("paths": ["~/a"], "hosts": ["*.x.test"])"},
        R"("paths": ["/a"], "hosts": ["*.b.x.test"])", u"e0"_s);
    row("narrower wildcard", {R"("paths": ["~/a"], "hosts": ["*.b.x.test"])"},
        R"("paths": ["/a"], "hosts": ["*.x.test"])", QString());
    row("port", {R"("paths": ["~/a"], "hosts": ["x.test:81"])"}, R"("paths": ["/a"], "hosts": ["x.test"])", QString());
    row("header", {R"("paths": ["~/a"], "headers": {"X-A": ["1", "2"]})"},
        R"("paths": ["/a"], "headers": {"x_a": ["2"]})", u"e0"_s);
    row("header value", {R"("paths": ["~/a"], "headers": {"X-A": ["1"]})"},
        R"("paths": ["/a"], "headers": {"X-A": ["1", "2"]})", QString());
}

void TstEvaluationOrder::namesShadowedRoutes()
{
    QFETCH(QByteArrayList, earlier);
    QFETCH(QByteArray, route);
    QFETCH(QString, by);
    StoreFixture fixture;
    const auto add = [&fixture](const QByteArray &name, const QByteArray &fields) {
        const QByteArray row = "{\"name\": \"" + name + "\", " + fields + "}";
        return fixture.add("routes", row.constData());
    };
    for (qsizetype i = 0; i < earlier.size(); ++i)
        QVERIFY(add("e" + QByteArray::number(i), earlier[i]));
    const StoreOutcome last = add("last", route);
    QVERIFY(last);
    const auto order = EvaluationOrder::of(fixture.store.config());
    QVERIFY(order);
    QStringList takers;
    const QList<EvaluationOrder::Shadowed> all = order->shadowed();
    for (const EvaluationOrder::Shadowed &shadowed : all) {
        QCOMPARE(shadowed.routeId, last.entity.value("id"_L1).toString());
        for (const QString &id : shadowed.by)
            takers << fixture.store.config().find(u"routes"_s, id)->value("name"_L1).toString();
    }
    takers.sort();
    QCOMPARE(takers.join(u' '), by);
}

void TstEvaluationOrder::provesTenThousandRoutesAtOnce()
{
    StoreFixture fixture;
    Config config = fixture.store.config();
    const QJsonArray http{u"http"_s, u"https"_s};
    for (int i = 0; i < 10000; ++i) {
        config.put(u"routes"_s, QJsonObject{{u"id"_s, u"00000000-0000-4000-8000-%1"_s.arg(i, 12, 10, QLatin1Char('0'))},
                                            {u"protocols"_s, http},
                                            {u"hosts"_s, QJsonArray{u"h%1.test"_s.arg(i % 1000)}},
                                            {u"paths"_s, QJsonArray{u"/api/v%1"_s.arg(i / 1000)}}});
    }
    QElapsedTimer timer;
    timer.start();
    const auto order = EvaluationOrder::of(config);
    QVERIFY(order);
    QVERIFY(order->shadowed().isEmpty());
    QVERIFY2(timer.elapsed() < 10000, qPrintable(QString::number(timer.elapsed()))); // far more than it takes
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstEvaluationOrder)

#include "tst_evaluation_order.moc"
