// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/jwt/jwt_token.h"
#include "tests/support/application_fixture.h"
#include "ui/main_window/page.h"
#include "ui/palette/command_palette.h"
#include "ui/palette/fuzzy_match.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstPalette : public QObject
{
    Q_OBJECT

private slots:
    void findsLettersInOrder_data();
    void findsLettersInOrder();
    void prefersBeginningsAndNeighbours();
    void opensARowByTyping();
    void runsACommandAndRemembersIt();
    void listsWhatCanBeDoneWithARow();
    void goesBackFromTheActionsOfARow();
    void narrowsByPrefix_data();
    void narrowsByPrefix();
    void decodesAPastedToken();
    void saysWhichRouteAPastedRequestTakes_data();
    void saysWhichRouteAPastedRequestTakes();
    void isAModel();

private:
    CommandPalette *open(ApplicationFixture &fixture);
    static QStringList titles(CommandPalette &palette);
};

constexpr auto document = R"(_format_version: "3.0"
services:
  - name: orders
    url: http://a.test
    tags:
      - team-a
    routes:
      - name: read-orders
        paths:
          - /v1/orders
consumers:
  - username: mobile-app
)";

CommandPalette *TstPalette::open(ApplicationFixture &fixture)
{
    const Result<> opened = fixture.project().openText(document);
    if (!opened)
        qFatal("%s", qUtf8Printable(toText(opened.error())));
    fixture.window().show();
    fixture.find<QAction>("paletteAction")->trigger();
    return fixture.find<CommandPalette>("commandPalette");
}

QStringList TstPalette::titles(CommandPalette &palette)
{
    QStringList titles;
    const QAbstractItemModel *model = palette.findChild<QListView *>()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        titles << model->index(row, 0).data().toString();
    return titles;
}

void TstPalette::findsLettersInOrder_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("found");
    QTest::newRow("all of it") << u"orders"_s << u"orders"_s << true;
    QTest::newRow("letters apart") << u"orders-write"_s << u"orw"_s << true;
    QTest::newRow("any case") << u"Orders"_s << u"oRD"_s << true;
    QTest::newRow("blanks do not count") << u"start gateway"_s << u"st gw"_s << true;
    QTest::newRow("another order") << u"orders"_s << u"sro"_s << false;
    QTest::newRow("nothing typed") << u"orders"_s << QString() << true;
}

void TstPalette::findsLettersInOrder()
{
    QFETCH(const QString, text);
    QFETCH(const QString, typed);
    QFETCH(const bool, found);
    QCOMPARE(fuzzyScore(text, typed).has_value(), found);
}

void TstPalette::prefersBeginningsAndNeighbours()
{
    QVERIFY(*fuzzyScore(u"orders", u"or") > *fuzzyScore(u"color", u"or"));
    QVERIFY(*fuzzyScore(u"read-orders", u"or") > *fuzzyScore(u"rotor", u"or"));
    QVERIFY(*fuzzyScore(u"save", u"save") > *fuzzyScore(u"services are very expensive", u"save"));
}

void TstPalette::opensARowByTyping()
{
    ApplicationFixture fixture;
    CommandPalette *palette = open(fixture);
    auto *text = palette->findChild<QLineEdit *>();
    QTest::keyClicks(text, u"read-ord"_s);
    QTest::keyClick(text, Qt::Key_Return);
    QVERIFY(fixture.find<Page>("routesPage")->isVisible());
}

void TstPalette::runsACommandAndRemembersIt()
{
    ApplicationFixture fixture;
    CommandPalette *palette = open(fixture);
    auto *text = palette->findChild<QLineEdit *>();
    QTest::keyClicks(text, u">traffic"_s);
    QTest::keyClick(text, Qt::Key_Return);
    QVERIFY(fixture.find<Page>("trafficPage")->isVisible());
    fixture.find<QAction>("paletteAction")->trigger();
    const QList<CommandPalette *> all = fixture.window().findChildren<CommandPalette *>();
    QCOMPARE(titles(*all.last()).first(), u"Traffic"_s);
}

void TstPalette::listsWhatCanBeDoneWithARow()
{
    ApplicationFixture fixture;
    CommandPalette *palette = open(fixture);
    palette->setText(u"read-orders"_s);
    auto *text = palette->findChild<QLineEdit *>();
    QTest::keyClick(text, Qt::Key_Tab);
    QCOMPARE(titles(*palette).first(), u"Open"_s);
    QVERIFY(titles(*palette).contains(u"Try it"_s));
    QVERIFY(titles(*palette).contains(u"Why: its last request in full"_s));
    QTest::keyClicks(text, u"delete"_s);
    QTest::keyClick(text, Qt::Key_Return);
    QVERIFY(fixture.project().store().config().rows(u"routes"_s).isEmpty());
    fixture.window().workbench().history().undo();
    fixture.find<QAction>("paletteAction")->trigger();
    palette = fixture.window().findChildren<CommandPalette *>().last();
    palette->setText(u"orders"_s);
    text = palette->findChild<QLineEdit *>();
    QTest::keyClick(text, Qt::Key_Right); // behind the text
    QTest::keyClicks(text, u"disable"_s);
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(fixture.project().store().config().rows(u"services"_s).first().value("enabled"_L1), QJsonValue(false));
}

void TstPalette::goesBackFromTheActionsOfARow()
{
    ApplicationFixture fixture;
    CommandPalette *palette = open(fixture);
    palette->setText(u"mobile"_s);
    const QStringList before = titles(*palette);
    auto *text = palette->findChild<QLineEdit *>();
    QTest::keyClick(text, Qt::Key_Tab);
    QVERIFY(titles(*palette) != before);
    QTest::keyClick(text, Qt::Key_Escape);
    QCOMPARE(titles(*palette), before);
    QCOMPARE(text->text(), u"mobile"_s);
    QVERIFY(palette->isVisible());
}

void TstPalette::narrowsByPrefix_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("first");
    QTest::newRow("consumers") << u"@mob"_s << u"mobile-app"_s;
    QTest::newRow("routes by path") << u"/v1"_s << u"read-orders"_s;
    QTest::newRow("tags") << u"#team"_s << u"team-a"_s;
    QTest::newRow("help") << u"?rate"_s << u"Rate limits"_s;
}

void TstPalette::narrowsByPrefix()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, first);
    ApplicationFixture fixture;
    CommandPalette *palette = open(fixture);
    palette->setText(typed);
    QVERIFY(!titles(*palette).isEmpty());
    QCOMPARE(titles(*palette).first(), first);
}

void TstPalette::decodesAPastedToken()
{
    ApplicationFixture fixture;
    CommandPalette *palette = open(fixture);
    const QByteArray token =
        *signToken({{u"iss"_s, u"me"_s}}, *findJwtAlgorithm("HS256"), JwtKey::fromSecret("secret"));
    auto *text = palette->findChild<QLineEdit *>();
    palette->setText(QString::fromUtf8(token));
    QTest::keyClick(text, Qt::Key_Return);
    QVERIFY(fixture.find<QWidget>("jwtPage")->isVisible());
    QCOMPARE(fixture.find<QPlainTextEdit>("jwtToken")->toPlainText(), QString::fromUtf8(token));
    QCOMPARE(fixture.find<QTableView>("jwtClaims")->model()->index(0, 1).data().toString(), u"me"_s);
}

void TstPalette::saysWhichRouteAPastedRequestTakes_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("answer");
    QTest::newRow("a URL") << u"http://localhost:8000/v1/orders/7"_s << u"Route read-orders matches this request"_s;
    QTest::newRow("a curl line") << u"curl -X POST http://localhost:8000/v1/orders"_s
                                 << u"Route read-orders matches this request"_s;
    QTest::newRow("a curl line with a Host of its own")
        << u"curl -H 'Host: api.test' http://localhost:8000/v1/orders"_s << u"Route read-orders matches this request"_s;
    QTest::newRow("nothing there") << u"http://localhost:8000/v2"_s << u"No route matches this request"_s;
}

void TstPalette::saysWhichRouteAPastedRequestTakes()
{
    QFETCH(const QString, pasted);
    QFETCH(const QString, answer);
    ApplicationFixture fixture;
    CommandPalette *palette = open(fixture);
    palette->setText(pasted);
    auto *text = palette->findChild<QLineEdit *>();
    if (pasted.startsWith("curl"_L1)) { // the tester comes first
        QCOMPARE(titles(*palette).first(), u"Open in request tester"_s);
        QTest::keyClick(text, Qt::Key_Down);
    }
    QCOMPARE(palette->findChild<QListView *>()->currentIndex().data().toString(), answer);
    QTest::keyClick(text, Qt::Key_Return);
    QVERIFY(fixture.find<Page>("routesPage")->isVisible());
}

void TstPalette::isAModel()
{
    PaletteModel model({PaletteEntry{PaletteEntry::Kind::Command, u"a"_s, {}, [] {}}},
                       [](const QString &) { return QList<PaletteEntry>(); }, {});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setText(u"a"_s);
    model.setText(u"b"_s);
    QCOMPARE(model.rowCount(), 0);
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstPalette)
#include "tst_palette.moc"
