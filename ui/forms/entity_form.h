// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/form_context.h"
#include "ui/undo/undo_history.h"

#include <QScrollArea>
#include <QTimer>

class QCheckBox;
class QLabel;
class QVBoxLayout;

namespace gatehouse {

class RecordRows;
class RuleStrip;

// A row of the configuration as a form, made from its schema. Valid edits are written to the store while typing, each
// field one step of the history; what is not valid stays in the form, with the reason beside it, and the configuration
// keeps its last valid value. A draft is a row that is not there yet: it is written when it is created.
// Thread: control. Project and history must outlive it.
class EntityForm final : public QScrollArea
{
    Q_OBJECT
public:
    EntityForm(Project &project, UndoHistory &history, QWidget *parent = nullptr);
    ~EntityForm() override;

    void showRow(const QString &table, const QString &id);
    // `preset` holds what is decided already: the plugin's name, the parent. Presets have no row in the form.
    void showDraft(const QString &table, const QJsonObject &preset);
    void showNothing();

    [[nodiscard]] bool isDraft() const noexcept { return m_isDraft; }

    [[nodiscard]] const QString &table() const noexcept { return m_table; }

    [[nodiscard]] const QString &id() const noexcept { return m_id; }

    // Ctrl+Return: what is beside the form of a draft may pass it on to create().
    [[nodiscard]] static bool isCreateKey(const QKeyEvent &event);
    // The draft becomes a row; what is wrong is shown otherwise.
    bool create();
    // Writes what is waiting to be written; false when something is not valid.
    bool commit();
    // Fills fields in as if a person had typed them.
    void setValues(const QJsonObject &values);
    // What the reference calls the row: its table or, of a plugin, its name.
    [[nodiscard]] QString helpSection() const;
    void focusField(const QString &path);
    void focusFirst();

    // Who knows where secrets are kept; before the first row is shown.
    void setSecretKeeper(const SecretKeeper &secrets) { m_context.secrets = &secrets; }

    // Special editors for some fields (FormContext::special); before the first row is shown.
    void setSpecialEditors(std::function<FieldEditor *(const Field &, const QString &, QWidget *)> make);

signals:
    void created(const QString &table, const QString &id);
    void cancelled();
    void openRequested(const QString &table, const QString &id);
    // What keeps the form's edits from being written; empty when all is.
    void problemsChanged(const QString &table, const QString &id, const QList<gatehouse::Problem> &problems);
    // The record as it stands in the form, valid or not.
    void recordEdited(const QJsonObject &record);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void buildDraftButtons(QVBoxLayout *layout);
    [[nodiscard]] QList<const Field *> shownFields() const;
    [[nodiscard]] bool isShown(const Field &field, const QJsonObject &record) const;
    [[nodiscard]] QJsonObject storedRecord() const;
    void showRules(const QStringList &problems);
    void onEdited(const QString &key);
    void onStoreChanged(const Change &change, Origin origin);
    void refresh(bool alsoEdited);
    void showError(const StoreError &error);
    void clearErrors();
    void setProblems(const QList<Problem> &problems);

    Project &m_project;
    UndoHistory &m_history;
    FormContext m_context;
    QString m_table;
    QString m_id;
    QString m_builtFor; // table and subschema of the rows on show
    QJsonObject m_preset;
    bool m_isDraft = false;
    bool m_hasProblems = false;
    QString m_lastKey;
    RecordRows *m_rows = nullptr;
    RuleStrip *m_rules = nullptr;
    QCheckBox *m_onlyConfigured = nullptr;
    QLabel *m_notApplied = nullptr;
    QTimer m_commitSoon;
};

} // namespace gatehouse
