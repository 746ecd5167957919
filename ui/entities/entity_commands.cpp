// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/entity_commands.h"

#include "core/declarative/known_rows.h"
#include "core/model/change_draft.h"
#include "ui/dragdrop/dragged_rows.h"
#include "ui/entities/curl_text.h"
#include "ui/entities/delete_dialog.h"
#include "ui/entities/entity_columns.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// "orders" -> "orders-copy", "orders-copy-2", …
QString freeName(const Config &config, const QString &table, const QString &field, const QString &name)
{
    QString candidate = name + u"-copy"_s;
    for (int n = 2; config.table(table).findBy(field, candidate); ++n)
        candidate = u"%1-copy-%2"_s.arg(name).arg(n);
    return candidate;
}

} // namespace

EntityCommands::EntityCommands(Workbench &workbench, QWidget *window)
    : QObject(window)
    , m_workbench(workbench)
    , m_window(window)
{
}

QString EntityCommands::kindOf(const QString &table) const
{
    const RecordSchema *schema = m_workbench.store().registry().entity(table);
    return schema && schema->label ? QCoreApplication::translate("schema", schema->label) : table;
}

QString EntityCommands::nameOf(const QString &table, const QString &id) const
{
    return shownName(m_workbench.config().find(table, id).value_or(QJsonObject()));
}

bool EntityCommands::commit(const Change &change)
{
    m_workbench.history().setMergeKey({});
    const Result<> applied = m_workbench.store().apply(change, Origin::User);
    if (!applied)
        emit m_workbench.message({u"command"_s, applied.error().message, Message::Kind::Error});
    return static_cast<bool>(applied);
}

void EntityCommands::remove(const QString &table, const QStringList &ids)
{
    QList<Dependant> dependants;
    for (const QString &id : ids)
        dependants << restrictingDependants(m_workbench.store().registry(), m_workbench.config(), table, id);
    if (dependants.isEmpty()) {
        removeNow(table, ids);
        return;
    }
    auto *dialog = new DeleteDialog(m_workbench.config(), table, ids, dependants, m_window);
    connect(dialog, &DeleteDialog::deleteAllChosen, this, [this, table, ids] { removeNow(table, ids); });
    connect(dialog, &DeleteDialog::reassignChosen, this,
            [this, table, ids](const QString &to) { reassign(table, ids, to); });
    dialog->open();
}

void EntityCommands::removeNow(const QString &table, const QStringList &ids)
{
    const QString first = ids.isEmpty() ? QString() : nameOf(table, ids.first());
    ChangeDraft draft(m_workbench.store());
    for (const QString &id : ids) {
        if (const StoreOutcome gone = draft.remove(table, id); gone.error) {
            emit m_workbench.message({u"command"_s, gone.error->message, Message::Kind::Error});
            return;
        }
    }
    const int count = static_cast<int>(ids.size());
    const QString what =
        count == 1 ? tr("%1 “%2”").arg(kindOf(table), first) : tr("%n × %1", nullptr, count).arg(kindOf(table));
    const Change change = draft.change(tr("Delete %1").arg(what));
    const int others = static_cast<int>(change.edits.size()) - count;
    if (!commit(change))
        return;
    const QString text = others > 0 ? tr("Deleted %1 and %n more that belonged to it", nullptr, others).arg(what)
                                    : tr("Deleted %1").arg(what);
    emit m_workbench.message({u"deleted"_s,
                              text,
                              Message::Kind::Note,
                              {{tr("Undo"), [this] { m_workbench.history().undo(); }}},
                              Message::undoOffer});
}

void EntityCommands::reassign(const QString &table, const QStringList &ids, const QString &to)
{
    ChangeDraft draft(m_workbench.store());
    for (const QString &id : ids) {
        const QList<Dependant> dependants =
            restrictingDependants(m_workbench.store().registry(), draft.config(), table, id);
        for (const Dependant &each : dependants) {
            const StoreOutcome moved = draft.update(each.table, each.row.value("id"_L1).toString(),
                                                    {{each.field, QJsonObject{{u"id"_s, to}}}});
            if (moved.error) {
                emit m_workbench.message({u"command"_s, moved.error->message, Message::Kind::Error});
                return;
            }
        }
        static_cast<void>(draft.remove(table, id));
    }
    static_cast<void>(
        commit(draft.change(tr("Delete %1 and move what used it to “%2”").arg(kindOf(table), nameOf(table, to)))));
}

QStringList EntityCommands::duplicate(const QString &table, const QStringList &ids)
{
    ChangeDraft draft(m_workbench.store());
    const RecordSchema &schema = *m_workbench.store().registry().entity(table);
    QStringList copies;
    for (const QString &id : ids) {
        QJsonObject row = m_workbench.store().output(table, *m_workbench.config().find(table, id));
        for (const Field &field : schema.fields) {
            const QJsonValue value = row.value(field.key);
            if (field.key == "id"_L1 || (field.generated && field.type != FieldType::Text) || value.isNull())
                row.remove(field.key);
            else if (field.unique && value.isString() && !field.secret)
                row.insert(field.key, freeName(draft.config(), table, field.key, value.toString()));
            else if (field.unique || (field.generated && field.secret))
                row.remove(field.key);
        }
        const StoreOutcome copy = draft.insert(table, row);
        if (copy.error) {
            emit m_workbench.message(
                {u"command"_s, tr("Not duplicated: %1").arg(copy.error->message), Message::Kind::Error});
            return {};
        }
        copies << copy.entity.value("id"_L1).toString();
    }
    return commit(draft.change(tr("Duplicate %1").arg(kindOf(table)))) ? copies : QStringList();
}

void EntityCommands::setEnabled(const QString &table, const QStringList &ids, bool enabled)
{
    ChangeDraft draft(m_workbench.store());
    if (!m_workbench.store().registry().entity(table)->field(u"enabled"))
        return;
    for (const QString &id : ids)
        static_cast<void>(draft.update(table, id, {{u"enabled"_s, enabled}}));
    const QString name = ids.size() == 1 ? nameOf(table, ids.first()) : QString::number(ids.size());
    static_cast<void>(
        commit(draft.change((enabled ? tr("Enable %1 “%2”") : tr("Disable %1 “%2”")).arg(kindOf(table), name))));
}

void EntityCommands::addTag(const QString &table, const QStringList &ids, const QString &tag)
{
    ChangeDraft draft(m_workbench.store());
    for (const QString &id : ids) {
        QJsonArray tags = m_workbench.config().find(table, id)->value("tags"_L1).toArray();
        if (tags.contains(tag))
            continue;
        tags << tag;
        if (const StoreOutcome tagged = draft.update(table, id, {{u"tags"_s, tags}}); tagged.error) {
            emit m_workbench.message({u"command"_s, tagged.error->message, Message::Kind::Error});
            return;
        }
    }
    static_cast<void>(commit(draft.change(tr("Add tag “%1”").arg(tag))));
}

void EntityCommands::copyYaml(const QString &table, const QStringList &ids)
{
    QGuiApplication::clipboard()->setText(yamlOf(m_workbench, {table, ids}));
}

void EntityCommands::tryRequest(const QString &table, const QString &id)
{
    const QJsonObject row = m_workbench.config().find(table, id).value_or(QJsonObject());
    RequestDraft draft = table == "routes"_L1 ? draftForRoute(row) : RequestDraft();
    if (table == "consumers"_L1)
        draft.consumer = trafficName(row);
    emit m_workbench.requestRequested(draft, RequestUse::Edit);
}

void EntityCommands::copyCurl(const QString &table, const QString &id)
{
    const QJsonObject row = m_workbench.config().find(table, id).value_or(QJsonObject());
    if (table == "routes"_L1)
        QGuiApplication::clipboard()->setText(routeCurl(row, m_workbench.gateway()));
    else
        copyAdminCall(table, id);
}

void EntityCommands::copyAdminCall(const QString &table, const QString &id)
{
    QGuiApplication::clipboard()->setText(adminCurl(m_workbench.store(), table, id, m_workbench.gateway()));
}

bool EntityCommands::paste()
{
    const QByteArray text = QGuiApplication::clipboard()->text().toUtf8();
    const ConfigStore &store = m_workbench.store();
    const Result<OpenedFile> read = DeclarativeLoader(store.registry(), store.clock()).open(text, {});
    if (!read || read->config.isEmpty())
        return false;
    const Config pasted = withKnownRows(store.registry(), store.config(), *read, WrittenIds::GiveWay).config;
    ChangeDraft draft(store);
    const QList<const RecordSchema *> schemas = store.registry().entities();
    for (const RecordSchema *schema : schemas) {
        const QList<QJsonObject> rows = pasted.rows(schema->name);
        for (const QJsonObject &row : rows) {
            if (store.config().find(schema->name, row.value("id"_L1).toString()))
                continue;
            if (const StoreOutcome added = draft.insert(schema->name, row); added.error) {
                emit m_workbench.message(
                    {u"command"_s, tr("Not pasted: %1").arg(added.error->message), Message::Kind::Error});
                return true;
            }
        }
    }
    const Change change = draft.change(tr("Paste"));
    if (change.isEmpty())
        emit m_workbench.message({u"command"_s, tr("Everything on the clipboard is here already.")});
    else
        static_cast<void>(commit(change));
    return true;
}

} // namespace gatehouse
