// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/entity_form.h"

#include "core/schema/entity_checks.h"
#include "core/schema/error_text.h"
#include "ui/forms/field_row.h"
#include "ui/forms/record_rows.h"
#include "ui/forms/rule_strip.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr std::chrono::milliseconds typingPause{300};

// Problems of an error tree with their dotted paths.
void collect(const QString &path, const QJsonValue &errors, QList<Problem> &problems)
{
    if (!errors.isObject()) {
        if (const QString text = errorText(errors); !text.isEmpty())
            problems << Problem{path, text};
        return;
    }
    const QJsonObject tree = errors.toObject();
    for (auto it = tree.begin(); it != tree.end(); ++it) {
        const QString below = it.key() == "@entity"_L1 ? path : path.isEmpty() ? it.key() : path + u'.' + it.key();
        collect(below, it.value(), problems);
    }
}

} // namespace

bool EntityForm::isCreateKey(const QKeyEvent &event)
{
    const bool enter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    return enter && event.modifiers().testFlag(Qt::ControlModifier);
}

EntityForm::EntityForm(Project &project, UndoHistory &history, QWidget *parent)
    : QScrollArea(parent)
    , m_project(project)
    , m_history(history)
    , m_context{project.store(), [this](const QString &table, const QString &id) { emit openRequested(table, id); }}
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_commitSoon.setSingleShot(true);
    m_commitSoon.setInterval(typingPause);
    connect(&m_commitSoon, &QTimer::timeout, this, &EntityForm::commit);
    connect(&project.store(), &ConfigStore::changed, this, &EntityForm::onStoreChanged);
}

EntityForm::~EntityForm() = default;

void EntityForm::setSpecialEditors(std::function<FieldEditor *(const Field &, const QString &, QWidget *)> make)
{
    m_context.special = std::move(make);
}

void EntityForm::showRow(const QString &table, const QString &id)
{
    if (!m_isDraft && table == m_table && id == m_id)
        return;
    commit();
    m_table = table;
    m_id = id;
    m_preset = {};
    m_isDraft = false;
    build();
    refresh(true);
}

void EntityForm::showDraft(const QString &table, const QJsonObject &preset)
{
    commit();
    m_table = table;
    m_id.clear();
    m_preset = preset;
    m_isDraft = true;
    build();
    refresh(true);
}

void EntityForm::showNothing()
{
    if (m_table.isEmpty())
        return;
    commit();
    m_table.clear();
    m_id.clear();
    m_builtFor.clear();
    m_isDraft = false;
    m_rows = nullptr;
    delete takeWidget();
}

QJsonObject EntityForm::storedRecord() const
{
    const ConfigStore &store = m_project.store();
    if (!m_isDraft)
        return store.output(m_table, store.config().find(m_table, m_id).value_or(QJsonObject()));
    const RecordSchema &schema = *store.registry().entity(m_table);
    return Validator(store.registry(), store.clock()).prepare(schema, m_preset, Operation::Insert).record;
}

bool EntityForm::isShown(const Field &field, const QJsonObject &record) const
{
    // What the gateway fills in itself, and what stands above the form.
    static const QStringList elsewhere{u"id"_s, u"created_at"_s, u"updated_at"_s, u"ws_id"_s, u"enabled"_s};
    if (elsewhere.contains(field.key) || field.abstract || m_preset.contains(field.key))
        return false;
    if (m_table != "plugins"_L1)
        return true;
    const PluginSchema *plugin = m_project.store().registry().plugin(record.value("name"_L1).toString());
    return field.key != "name"_L1 && (field.type != FieldType::Foreign || !plugin || plugin->allowsScope(field.key));
}

QList<const Field *> EntityForm::shownFields() const
{
    const RecordSchema &schema = *m_project.store().registry().entity(m_table);
    const QJsonObject record = storedRecord();
    const FieldLookup lookup(schema, record);
    QList<const Field *> fields;
    for (const Field &field : schema.fields) {
        const Field &shown = field.abstract ? lookup.resolve(field) : field;
        if (isShown(shown, record))
            fields << &shown;
    }
    return fields;
}

// The rules of the record as it stands in the form, those of its subschema among them.
void EntityForm::showRules(const QStringList &problems)
{
    const QJsonObject record = m_rows->value();
    const RecordSchema &schema = *m_project.store().registry().entity(m_table);
    QList<EntityCheck> checks = schema.checks;
    if (const RecordSchema *special = schema.subschemaOf(record)) {
        checks << special->checks;
        if (const Field *config = special->field(u"config"); config && config->record) {
            for (EntityCheck check : config->record->checks) {
                for (QString &field : check.fields)
                    field.prepend("config."_L1);
                checks << check;
            }
        }
    }
    m_rules->show(checks, record, problems);
}

void EntityForm::build()
{
    const QJsonObject record = storedRecord();
    const QString kind = m_table + u'/' + record.value("name"_L1).toString() + u'/' + m_preset.keys().join(u',');
    const bool choosesByName = m_table == "plugins"_L1 || m_table == "vaults"_L1;
    const QString wanted =
        (choosesByName ? kind : m_table + u'/' + m_preset.keys().join(u',')) + (m_isDraft ? u"/draft"_s : QString());
    if (wanted == m_builtFor && m_rows)
        return;
    m_builtFor = wanted;
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(4, 8, 12, 8);
    layout->setSpacing(10);
    m_notApplied = new QLabel(tr("Not applied: the configuration keeps the last valid value."), page);
    m_notApplied->setObjectName(u"notApplied"_s);
    m_notApplied->setWordWrap(true);
    m_notApplied->hide();
    m_rules = new RuleStrip(page);
    m_rows = new RecordRows(shownFields(), {}, m_context, page);
    m_onlyConfigured = new QCheckBox(tr("Show only configured values"), page);
    m_onlyConfigured->setObjectName(u"onlyConfigured"_s);
    layout->addWidget(m_notApplied);
    layout->addWidget(m_rules);
    layout->addWidget(m_rows);
    if (m_isDraft)
        buildDraftButtons(layout);
    else
        layout->addWidget(m_onlyConfigured);
    m_onlyConfigured->setVisible(!m_isDraft);
    layout->addStretch(1);
    connect(m_rows, &RecordRows::edited, this, &EntityForm::onEdited);
    connect(m_rows, &RecordRows::finished, this, [this] {
        commit();
        m_history.setMergeKey({});
    });
    connect(m_rules, &RuleStrip::fieldRequested, m_rows, &RecordRows::focusField);
    connect(m_onlyConfigured, &QCheckBox::toggled, m_rows, &RecordRows::setOnlyConfigured);
    setWidget(page);
}

void EntityForm::buildDraftButtons(QVBoxLayout *layout)
{
    auto *create = new QPushButton(tr("Create"), layout->parentWidget());
    create->setObjectName(u"createButton"_s);
    create->setDefault(true);
    create->setToolTip(tr("Ctrl+Return"));
    auto *cancel = new QPushButton(tr("Cancel"), layout->parentWidget());
    cancel->setObjectName(u"cancelButton"_s);
    connect(create, &QPushButton::clicked, this, &EntityForm::create);
    connect(cancel, &QPushButton::clicked, this, &EntityForm::cancelled);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(create);
    layout->addLayout(buttons);
}

void EntityForm::onEdited(const QString &key)
{
    m_lastKey = key;
    showRules({});
    emit recordEdited(m_rows->value());
    if (!m_isDraft)
        m_commitSoon.start();
}

bool EntityForm::commit()
{
    m_commitSoon.stop();
    if (m_table.isEmpty() || m_isDraft || !m_rows)
        return true;
    const QJsonObject patch = m_rows->editedValues();
    if (patch.isEmpty())
        return true;
    if (const QString typed = m_rows->problem(); !typed.isEmpty()) {
        m_rows->showErrors({});
        m_notApplied->show();
        setProblems({{m_lastKey, typed}});
        return false;
    }
    m_history.setMergeKey(u"%1/%2/%3"_s.arg(m_table, m_id, patch.keys().join(u',')));
    const StoreOutcome outcome = m_project.store().update(m_table, EntityKey::id(m_id), patch, Origin::User);
    if (outcome.error) {
        showError(*outcome.error);
        return false;
    }
    if (m_rows)
        m_rows->markStored();
    clearErrors();
    return true;
}

bool EntityForm::create()
{
    QJsonObject input = m_preset;
    const QJsonObject edited = m_rows->editedValues();
    for (auto it = edited.begin(); it != edited.end(); ++it) {
        if (!it.value().isNull())
            input.insert(it.key(), it.value());
    }
    if (!m_rows->problem().isEmpty()) {
        m_rows->showErrors({});
        return false;
    }
    m_history.setMergeKey({});
    const QString table = m_table;
    const StoreOutcome outcome = m_project.store().insert(table, input, Origin::User);
    if (outcome.error) {
        showError(*outcome.error);
        return false;
    }
    m_isDraft = false;
    setProblems({});
    emit created(table, outcome.entity.value("id"_L1).toString());
    return true;
}

void EntityForm::setValues(const QJsonObject &values)
{
    for (auto it = values.begin(); m_rows && it != values.end(); ++it) {
        FieldRow *row = m_rows->row(it.key());
        if (!row || row->editor().value() == it.value())
            continue;
        row->editor().setValue(it.value());
        emit row->editor().edited();
    }
}

void EntityForm::onStoreChanged(const Change &change, Origin origin)
{
    if (m_table.isEmpty() || !m_rows)
        return;
    const bool concerns = std::any_of(change.edits.begin(), change.edits.end(),
                                      [this](const Edit &edit) { return edit.table == m_table && edit.id == m_id; });
    if (!m_isDraft && concerns && m_project.store().config().find(m_table, m_id))
        refresh(origin != Origin::User);
}

void EntityForm::refresh(bool alsoEdited)
{
    const QJsonObject record = storedRecord();
    m_rows->setValue(record, alsoEdited);
    m_rows->setOnlyConfigured(!m_isDraft && m_onlyConfigured->isChecked());
    if (alsoEdited)
        clearErrors();
    emit recordEdited(m_rows->value());
}

void EntityForm::showError(const StoreError &error)
{
    QJsonObject fields = error.fields;
    QStringList whole;
    if (error.code == StoreError::UniqueViolation) {
        for (auto it = fields.begin(); it != fields.end(); ++it)
            it.value() = tr("already used by another one");
    }
    const QJsonValue entity = fields.take(u"@entity"_s);
    if (const QString text = errorText(entity); !text.isEmpty())
        whole << text;
    if (fields.isEmpty() && whole.isEmpty())
        whole << error.message;
    m_rows->showErrors(fields);
    showRules(whole);
    m_notApplied->setVisible(!m_isDraft);
    QList<Problem> problems;
    collect({}, fields, problems);
    for (const QString &text : std::as_const(whole))
        problems << Problem{{}, text};
    setProblems(problems);
}

void EntityForm::clearErrors()
{
    m_rows->showErrors({});
    showRules({});
    m_notApplied->hide();
    setProblems({});
}

void EntityForm::setProblems(const QList<Problem> &problems)
{
    if (problems.isEmpty() && !m_hasProblems)
        return;
    m_hasProblems = !problems.isEmpty();
    if (!m_isDraft)
        emit problemsChanged(m_table, m_id, problems);
}

QString EntityForm::helpSection() const
{
    return m_table == "plugins"_L1 ? storedRecord().value("name"_L1).toString() : m_table;
}

void EntityForm::focusField(const QString &path)
{
    if (m_rows)
        m_rows->focusField(path);
}

void EntityForm::focusFirst()
{
    if (m_rows && !shownFields().isEmpty())
        m_rows->focusField(shownFields().first()->key);
}

// While there is a draft, Ctrl+Return creates it and is not the window's.
bool EntityForm::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_isDraft && isCreateKey(*static_cast<QKeyEvent *>(event)))
        event->accept();
    return QScrollArea::event(event);
}

void EntityForm::keyPressEvent(QKeyEvent *event)
{
    if (m_isDraft && isCreateKey(*event)) {
        create();
        return;
    }
    if (m_isDraft && event->key() == Qt::Key_Escape) {
        emit cancelled();
        return;
    }
    QScrollArea::keyPressEvent(event);
}

} // namespace gatehouse
