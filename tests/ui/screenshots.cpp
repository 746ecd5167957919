// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Renders every page of the running sample to PNG files: screenshots FOLDER [LANGUAGE...]; the languages are codes of
// translations/ and xx, the pseudo-locale.
#include "core/net/self_signed.h"
#include "core/plugins/jwt/jwt_token.h"
#include "core/requests/request_draft.h"
#include "tests/support/application_fixture.h"
#include "tests/support/pseudo_translator.h"
#include "tests/support/raw_client.h"
#include "ui/main_window/page.h"
#include "ui/settings/language.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDateTime>
#include <QDialog>
#include <QDir>
#include <QJsonArray>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QStringList pages(const MainWindow &window)
{
    QStringList names;
    const QList<Page *> all = window.findChildren<Page *>();
    for (const Page *page : all)
        names << page->objectName();
    return names;
}

QByteArray tokenOf(const Config &config, const QString &username)
{
    const auto consumer = config.table(u"consumers"_s).findBy(u"username"_s, username);
    const QJsonObject secret =
        config.table(u"jwt_secrets"_s).rowsWhere(u"consumer"_s, consumer->value("id"_L1).toString()).first();
    const QJsonObject claims{{u"iss"_s, secret.value("key"_L1)}, {u"exp"_s, QDateTime::currentSecsSinceEpoch() + 3600}};
    return *signToken(claims, *findJwtAlgorithm("HS256"),
                      JwtKey::fromSecret(secret.value("secret"_L1).toString().toUtf8()));
}

void sendTraffic(ApplicationFixture &fixture)
{
    const Config &config = fixture.project().store().config();
    const QByteArray mobile = "Authorization: Bearer " + tokenOf(config, u"mobile-app"_s) + "\r\n";
    const QByteArray web = "Authorization: Bearer " + tokenOf(config, u"web-app"_s) + "\r\n";
    const quint16 port = ListenAddress::parse(fixture.gateway().proxyAddress())->port;
    const auto send = [port](const QByteArray &line, const QByteArray &fields) {
        RawClient(port).request(line + " HTTP/1.1\r\nHost: gateway.local\r\n" + fields + "\r\n");
    };
    for (int i = 1; i <= 22; ++i) {
        send("GET /users/" + QByteArray::number(i), mobile);
        send("POST /orders", web);
        send("GET /payments/" + QByteArray::number(i), mobile);
        if (i % 7 == 0) {
            send("GET /payments", web);
            send("GET /orders", {});
            send("GET /nothing", {});
        }
    }
}

// The sample has none, and its page would show nothing.
void addCertificate(Project &project)
{
    const Result<net::CertificateAndKey> pair =
        net::makeSelfSigned({{u"shop.example"_s, u"*.shop.example"_s}, net::SelfSignedWish::KeyType::EcP256, 20});
    project.store().insert(u"certificates"_s,
                           {{u"cert"_s, QString::fromLatin1(pair->certificate)},
                            {u"key"_s, QString::fromLatin1(pair->key)},
                            {u"snis"_s, QJsonArray{u"shop.example"_s}}},
                           Origin::User);
}

// The page of tokens shows nothing until one is there.
void fillTokens(ApplicationFixture &fixture)
{
    const QString token = QString::fromLatin1(tokenOf(fixture.project().store().config(), u"web-app"_s));
    fixture.find<QPlainTextEdit>("jwtToken")->setPlainText(token);
    fixture.find<QPlainTextEdit>("jwtCheckToken")->setPlainText(token.chopped(4));
    fixture.window().showPage(u"jwtPage"_s);
    auto *tabs = fixture.find<QTabWidget>("jwtTabs");
    tabs->setCurrentIndex(2);
    fixture.find<QAbstractButton>("jwtMint")->click();
    tabs->setCurrentIndex(0);
}

// Two requests that are kept, and the answer to the second.
void sendRequests(ApplicationFixture &fixture)
{
    const auto keep = [&fixture](const QString &url, const QString &consumer, const Expectation &expected) {
        RequestDraft draft;
        draft.method = u"POST"_s;
        draft.url = url;
        draft.headers = {{u"X-Shop"_s, u"north"_s}, {u"Authorization"_s, u"Bearer abc.def.ghi"_s}};
        draft.body = u"{\"item\": 7, \"quantity\": 2}"_s;
        draft.consumer = consumer;
        draft.expected = expected;
        emit fixture.window().workbench().requestRequested(draft, RequestUse::Edit);
        fixture.find<QAbstractButton>("requestSave")->click();
        auto *dialog = fixture.find<QDialog>("requestNameDialog");
        dialog->findChild<QComboBox *>(u"requestFolder"_s)->setEditText(u"smoke"_s);
        dialog->findChild<QAbstractButton *>(u"requestNameSave"_s)->click();
        QTest::qWait(100);
    };
    keep(u"/orders?page=2"_s, u"mobile-app"_s, {});
    keep(u"/payments/1"_s, u"web-app"_s, {200, u"payments"_s});
    fixture.find<QAbstractButton>("requestsRunAll")->click();
    QTest::qWait(500);
}

void selectFirstRow(QWidget *page)
{
    const QList<QAbstractItemView *> views = page->findChildren<QAbstractItemView *>();
    for (QAbstractItemView *view : views) {
        if (view->inherits("QTableView") && view->model()->rowCount() > 0)
            view->setCurrentIndex(
                view->model()->index((view->model()->rowCount() - 1) / 2, view->model()->columnCount() - 1));
    }
}

// The other tabs of an editor.
void renderTabs(ApplicationFixture &fixture, const QDir &folder, const QString &page, const QString &file)
{
    const QList<QTabWidget *> all = fixture.window().findChild<QWidget *>(page)->findChildren<QTabWidget *>();
    for (QTabWidget *tabs : all) {
        const QString name = tabs == all.first() ? file : QString(file + u'-' + tabs->objectName());
        for (int i = 1; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            QTest::qWait(100);
            fixture.window().grab().save(folder.filePath(u"%1-tab%2.png"_s.arg(name).arg(i)));
        }
        tabs->setCurrentIndex(0);
    }
}

// The charts of a page as tables.
void renderTables(ApplicationFixture &fixture, const QDir &folder, const QString &page, const QString &file)
{
    QList<QAction *> charts = fixture.window().findChild<QWidget *>(page)->findChildren<QAction *>();
    charts.removeIf([](const QAction *action) { return action->objectName() != "chartAsTable"_L1; });
    for (QAction *chart : std::as_const(charts))
        chart->trigger();
    if (charts.isEmpty())
        return;
    QTest::qWait(100);
    fixture.window().grab().save(folder.filePath(file + u"-tables.png"_s));
    for (QAction *chart : std::as_const(charts))
        chart->trigger();
}

// The other rows of the access page.
void renderGroups(ApplicationFixture &fixture, const QDir &folder, const QString &page, const QString &file)
{
    auto *rows = fixture.window().findChild<QWidget *>(page)->findChild<QComboBox *>(u"accessRows"_s);
    if (!rows)
        return;
    rows->setCurrentIndex(1);
    QTest::qWait(300);
    fixture.window().grab().save(folder.filePath(file + u"-groups.png"_s));
    rows->setCurrentIndex(0);
}

void renderAll(
    ApplicationFixture &fixture, const QDir &folder, ThemeChoice choice, const QSize &size, const QString &language)
{
    theme::apply(choice);
    fixture.window().resize(size);
    const QStringList names = pages(fixture.window());
    for (const QString &name : names) {
        auto *page = fixture.window().findChild<Page *>(name);
        fixture.window().showPage(name);
        qobject_cast<QStackedWidget *>(page->parentWidget())
            ->setCurrentWidget(page); // also what is shown only at first
        selectFirstRow(page);
        QTest::qWait(300); // a tool for people, not a test: the live figures get a moment
        const QString file =
            u"%1-%2-%3-%4.png"_s.arg(name.chopped(4), theme::toText(choice), language, QString::number(size.width()));
        fixture.window().grab().save(folder.filePath(file));
        renderTables(fixture, folder, name, file.chopped(4));
        renderTabs(fixture, folder, name, file.chopped(4));
        renderGroups(fixture, folder, name, file.chopped(4));
    }
}

// The dialogs that a command opens, each by itself.
void renderDialogs(ApplicationFixture &fixture, const QDir &folder, ThemeChoice choice, const QString &language)
{
    theme::apply(choice);
    const QList<std::pair<const char *, const char *>> dialogs{
        {"paletteAction", "commandPalette"},      {"newRowAction", "pluginGallery"},
        {"helpHereAction", "helpWindow"},         {"exportAction", "exportDialog"},
        {"importAction", "importDialog"},         {"makeDevelopmentCertificate", "developmentCertificateDialog"},
        {"historyPinAction", "historyPinDialog"}, {"historyKongAction", "kongDialog"},
        {"statusSecrets", "secretPlaceDialog"}};
    fixture.window().showPage(u"pluginsPage"_s);
    for (const auto &[command, name] : dialogs) {
        if (auto *action = fixture.find<QAction>(command))
            action->trigger();
        else
            fixture.find<QAbstractButton>(command)->click();
        QTest::qWait(300);
        QWidget *dialog = ApplicationFixture::findWindow(name);
        if (!dialog)
            continue;
        dialog->grab().save(
            folder.filePath(u"%1-%2-%3.png"_s.arg(QLatin1String(name), theme::toText(choice), language)));
        dialog->close();
        QTest::qWait(50);
    }
}

} // namespace

void renderLanguage(const QDir &folder, const QString &language)
{
    ApplicationFixture fixture;
    fixture.window().show();
    fixture.find<QAction>("sampleAction")->trigger();
    addCertificate(fixture.project());
    sendTraffic(fixture);
    fillTokens(fixture);
    sendRequests(fixture);
    QTest::qWait(1500);
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        for (const QSize size : {QSize(900, 600), QSize(1280, 800), QSize(1600, 1000)})
            renderAll(fixture, folder, choice, size, language);
        renderDialogs(fixture, folder, choice, language);
    }
}

int renderScreenshots(const QString &target, const QStringList &wanted)
{
    const QDir folder(target);
    if (!folder.mkpath(u"."_s))
        return 1;
    for (const QString &language : wanted) {
        if (language != "xx"_L1) {
            speak(language);
            renderLanguage(folder, language);
            continue;
        }
        PseudoTranslator pseudo;
        QCoreApplication::installTranslator(&pseudo);
        renderLanguage(folder, language);
        QCoreApplication::removeTranslator(&pseudo);
    }
    return 0;
}

} // namespace gatehouse

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::fputs("usage: screenshots FOLDER [LANGUAGE...]\n", stderr);
        return 64;
    }
    const QStringList languages = arguments.mid(2);
    return gatehouse::renderScreenshots(arguments[1], languages.isEmpty() ? QStringList{u"en"_s, u"xx"_s} : languages);
}
