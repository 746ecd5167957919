// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/described/bundled_schemas.h"
#include "tests/support/manual_clock.h"
#include "ui/forms/entity_form.h"
#include "ui/forms/rule_strip.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstForms : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyPluginAndEntityHasAForm_data();
    void everyPluginAndEntityHasAForm();
    void writesWhileTypingAsOneStep();
    void keepsWhatWasTypedAndTheLastValidValue();
    void saysWhatIsNoNumber();
    void saysThatANameIsTaken();
    void addsChipsByEveryKey_data();
    void addsChipsByEveryKey();
    void removesAndMovesChipsByKeyboard();
    void editsMapsAndPastesLines();
    void createsADraft();
    void showsWhatADraftLacks();
    void hidesSecretsUntilAsked();
    void keepsRules();
    void followsUndo();
    void loadsAndStoresEveryDefaultUnchanged_data();
    void loadsAndStoresEveryDefaultUnchanged();

private:
    QString add(const QString &table, const QJsonObject &row);

    [[nodiscard]] QJsonObject row(const QString &table, const QString &id) const
    {
        return *m_project->store().config().find(table, id);
    }

    template <class Widget>
    Widget *find(const char *name)
    {
        return m_form->findChild<Widget *>(QLatin1String(name));
    }

    void type(QLineEdit *line, const QString &text);

    ManualClock m_clock;
    std::shared_ptr<const SchemaRegistry> m_registry = makeSchemaRegistry();
    std::unique_ptr<Project> m_project;
    std::unique_ptr<UndoHistory> m_history;
    std::unique_ptr<EntityForm> m_form;
};

void TstForms::init()
{
    m_form.reset();
    m_history.reset();
    m_project = std::make_unique<Project>(*m_registry, m_clock);
    m_history = std::make_unique<UndoHistory>(*m_project);
    m_form = std::make_unique<EntityForm>(*m_project, *m_history);
    m_form->resize(600, 500);
    m_form->show();
    QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
}

QString TstForms::add(const QString &table, const QJsonObject &row)
{
    const StoreOutcome outcome = m_project->store().insert(table, row, Origin::User);
    if (outcome.error)
        qFatal("%s", qUtf8Printable(outcome.error->message));
    return outcome.entity.value(u"id"_s).toString();
}

void TstForms::type(QLineEdit *line, const QString &text)
{
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
}

void TstForms::everyPluginAndEntityHasAForm_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("name");
    for (const QString &plugin : m_registry->pluginNames())
        QTest::addRow("plugin %s", qUtf8Printable(plugin)) << u"plugins"_s << plugin;
    for (const RecordSchema *schema : m_registry->entities())
        QTest::addRow("%s", qUtf8Printable(schema->name)) << schema->name << QString();
}

void TstForms::everyPluginAndEntityHasAForm()
{
    QFETCH(const QString, table);
    QFETCH(const QString, name);
    m_form->showDraft(table, name.isEmpty() ? QJsonObject() : QJsonObject{{u"name"_s, name}});
    const RecordSchema *schema = m_registry->entity(table);
    for (const Field &field : schema->fields) {
        const bool isMachine = field.key == "id"_L1 || field.key == "created_at"_L1 || field.key == "updated_at"_L1;
        if (isMachine || field.abstract || field.key == "name"_L1 || field.key == "enabled"_L1 ||
            field.type == FieldType::Foreign)
            continue;
        QVERIFY2(m_form->findChild<QWidget *>(field.key) || m_form->findChild<QWidget *>(field.key + u".problem"_s),
                 qUtf8Printable(field.key));
    }
    if (!name.isEmpty()) {
        for (const Field &field : m_registry->plugin(name)->config().fields)
            QVERIFY2(m_form->findChild<QWidget *>(u"config."_s + field.key + u".problem"_s), qUtf8Printable(field.key));
    }
}

void TstForms::writesWhileTypingAsOneStep()
{
    const QString id = add(u"services"_s, {{u"name"_s, u"s"_s}, {u"host"_s, u"old.test"_s}});
    const int steps = m_history->stack().count();
    m_form->showRow(u"services"_s, id);
    type(find<QLineEdit>("host"), u"new"_s);
    QTRY_COMPARE(row(u"services"_s, id).value(u"host"_s).toString(), u"new"_s);
    QTest::keyClicks(find<QLineEdit>("host"), u".test"_s);
    QTRY_COMPARE(row(u"services"_s, id).value(u"host"_s).toString(), u"new.test"_s);
    QCOMPARE(m_history->stack().count(), steps + 1);
}

void TstForms::keepsWhatWasTypedAndTheLastValidValue()
{
    const QString id = add(u"services"_s, {{u"name"_s, u"s"_s}, {u"host"_s, u"h.test"_s}});
    m_form->showRow(u"services"_s, id);
    QSignalSpy problems(m_form.get(), &EntityForm::problemsChanged);
    type(find<QLineEdit>("port"), u"70000"_s);
    QVERIFY(!m_form->commit());
    QCOMPARE(find<QLineEdit>("port")->text(), u"70000"_s);
    QVERIFY(find<QLabel>("port.problem")->text().contains(u"65535"_s));
    QVERIFY(find<QLabel>("notApplied")->isVisible());
    QCOMPARE(row(u"services"_s, id).value(u"port"_s).toInt(), 80);
    QCOMPARE(problems.size(), 1);
    type(find<QLineEdit>("port"), u"7000"_s);
    QVERIFY(m_form->commit());
    QVERIFY(!find<QLabel>("port.problem")->isVisible());
    QCOMPARE(problems.size(), 2);
    QVERIFY(problems.last().at(2).value<QList<Problem>>().isEmpty());
}

void TstForms::saysWhatIsNoNumber()
{
    const QString id = add(u"services"_s, {{u"name"_s, u"s"_s}, {u"host"_s, u"h.test"_s}});
    m_form->showRow(u"services"_s, id);
    type(find<QLineEdit>("retries"), u"3x"_s);
    QVERIFY(!m_form->commit());
    QVERIFY(find<QLabel>("retries.problem")->isVisible());
    QCOMPARE(find<QLineEdit>("retries")->text(), u"3x"_s);
}

void TstForms::saysThatANameIsTaken()
{
    add(u"services"_s, {{u"name"_s, u"taken"_s}, {u"host"_s, u"h.test"_s}});
    const QString id = add(u"services"_s, {{u"name"_s, u"s"_s}, {u"host"_s, u"h.test"_s}});
    m_form->showRow(u"services"_s, id);
    type(find<QLineEdit>("name"), u"taken"_s);
    QVERIFY(!m_form->commit());
    QVERIFY(find<QLabel>("name.problem")->text().contains(u"already"_s));
}

void TstForms::addsChipsByEveryKey_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("enter");
    QTest::addColumn<QStringList>("tags");
    QTest::newRow("Enter") << u"a"_s << true << QStringList{u"a"_s};
    QTest::newRow("comma") << u"a,b,"_s << false << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("leaving the field") << u"a"_s << false << QStringList{u"a"_s};
    QTest::newRow("twice is once in a set") << u"a,a,"_s << false << QStringList{u"a"_s};
}

void TstForms::addsChipsByEveryKey()
{
    QFETCH(const QString, typed);
    QFETCH(const bool, enter);
    QFETCH(const QStringList, tags);
    const QString id = add(u"services"_s, {{u"name"_s, u"s"_s}, {u"host"_s, u"h.test"_s}});
    m_form->showRow(u"services"_s, id);
    type(find<QLineEdit>("tags"), typed);
    if (enter)
        QTest::keyClick(find<QLineEdit>("tags"), Qt::Key_Return);
    find<QLineEdit>("host")->setFocus();
    QCOMPARE(row(u"services"_s, id).value(u"tags"_s).toVariant().toStringList(), tags);
}

void TstForms::removesAndMovesChipsByKeyboard()
{
    const QString id = add(u"routes"_s, {{u"paths"_s, QJsonArray{u"/a"_s, u"/b"_s, u"/c"_s}}});
    m_form->showRow(u"routes"_s, id);
    const auto paths = [&] { return row(u"routes"_s, id).value(u"paths"_s).toVariant().toStringList(); };
    QTest::keyClick(find<QToolButton>("paths.2"), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(paths(), QStringList({u"/a"_s, u"/c"_s, u"/b"_s}));
    QTest::keyClick(find<QToolButton>("paths.0"), Qt::Key_Delete);
    QCOMPARE(paths(), QStringList({u"/c"_s, u"/b"_s}));
}

void TstForms::editsMapsAndPastesLines()
{
    const QString id = add(u"routes"_s, {{u"paths"_s, QJsonArray{u"/a"_s}}});
    m_form->showRow(u"routes"_s, id);
    auto *table = find<QTableWidget>("headers");
    QCOMPARE(table->rowCount(), 1);
    table->setItem(0, 0, new QTableWidgetItem(u"x-tenant"_s));
    table->setItem(0, 1, new QTableWidgetItem(u"acme, beta"_s));
    QVERIFY(m_form->commit());
    const QJsonObject expected{{u"x-tenant"_s, QJsonArray{u"acme"_s, u"beta"_s}}};
    QCOMPARE(row(u"routes"_s, id).value(u"headers"_s).toObject(), expected);
    QCOMPARE(table->rowCount(), 2); // a fresh one to add
}

void TstForms::createsADraft()
{
    QSignalSpy created(m_form.get(), &EntityForm::created);
    m_form->showDraft(u"services"_s, {});
    type(find<QLineEdit>("name"), u"orders"_s);
    type(find<QLineEdit>("host"), u"orders.test"_s);
    QVERIFY(m_project->store().config().isEmpty());
    QTest::keyClick(find<QLineEdit>("host"), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(created.size(), 1);
    QVERIFY(m_project->store().config().table(u"services"_s).findBy(u"name"_s, u"orders"_s));
}

void TstForms::showsWhatADraftLacks()
{
    m_form->showDraft(u"services"_s, {});
    find<QPushButton>("createButton")->click();
    QVERIFY(find<QLabel>("host.problem")->isVisible());
    QVERIFY(m_project->store().config().isEmpty());
}

void TstForms::hidesSecretsUntilAsked()
{
    const QString consumer = add(u"consumers"_s, {{u"username"_s, u"ann"_s}});
    const QString id =
        add(u"jwt_secrets"_s, {{u"consumer"_s, QJsonObject{{u"id"_s, consumer}}}, {u"secret"_s, u"x"_s}});
    m_form->showRow(u"jwt_secrets"_s, id);
    auto *line = find<QLineEdit>("secret");
    QCOMPARE(line->echoMode(), QLineEdit::Password);
    find<QToolButton>("secret.reveal")->click();
    QCOMPARE(line->echoMode(), QLineEdit::Normal);
    find<QToolButton>("secret.generate")->click();
    QCOMPARE(row(u"jwt_secrets"_s, id).value(u"secret"_s).toString().size(), 32);
}

void TstForms::keepsRules()
{
    m_form->showDraft(u"consumers"_s, {});
    auto *rules = find<RuleStrip>("ruleStrip");
    QVERIFY(rules->text().startsWith(u"⛔"_s));
    type(find<QLineEdit>("username"), u"ann"_s);
    QVERIFY(rules->text().startsWith(u"✓"_s));
}

void TstForms::followsUndo()
{
    const QString id = add(u"services"_s, {{u"name"_s, u"s"_s}, {u"host"_s, u"old.test"_s}});
    m_form->showRow(u"services"_s, id);
    type(find<QLineEdit>("host"), u"new.test"_s);
    QVERIFY(m_form->commit());
    m_history->undo();
    QCOMPARE(find<QLineEdit>("host")->text(), u"old.test"_s);
}

void TstForms::loadsAndStoresEveryDefaultUnchanged_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &plugin : m_registry->pluginNames())
        QTest::addRow("%s", qUtf8Printable(plugin)) << plugin;
}

// What a form shows of a configuration is that configuration: touching one field changes no other.
void TstForms::loadsAndStoresEveryDefaultUnchanged()
{
    QFETCH(const QString, name);
    const QJsonObject plugin{{u"name"_s, name}};
    const StoreOutcome stored = m_project->store().insert(u"plugins"_s, plugin, Origin::User);
    if (stored.error)
        QSKIP("needs fields that have no default");
    const QString id = stored.entity.value(u"id"_s).toString();
    const QJsonObject before = row(u"plugins"_s, id);
    m_form->showRow(u"plugins"_s, id);
    const QList<QCheckBox *> boxes = m_form->findChildren<QCheckBox *>(QRegularExpression(u"^config\\.[a-z_]+$"_s));
    if (boxes.isEmpty())
        QSKIP("has no box to tick twice");
    QCheckBox *box = boxes.first();
    box->click();
    box->click();
    QVERIFY(m_form->commit());
    QCOMPARE(row(u"plugins"_s, id).value(u"config"_s), before.value(u"config"_s));
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstForms)
#include "tst_forms.moc"
