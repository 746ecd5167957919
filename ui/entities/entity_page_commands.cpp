// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the Edit menu does to the rows that are selected on an EntityPage.
#include "ui/certificates/development_certificate_dialog.h"
#include "ui/entities/entity_commands.h"
#include "ui/entities/entity_editor.h"
#include "ui/entities/entity_page.h"
#include "ui/forms/entity_form.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QInputDialog>
#include <QItemSelectionModel>
#include <QJsonArray>
#include <QTabWidget>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace gatehouse {

bool EntityPage::can(ListCommand command) const
{
    const qsizetype selected = m_table->selectionModel()->selectedRows().size();
    switch (command) {
    case ListCommand::New:
    case ListCommand::Paste:
        return true;
    case ListCommand::ToggleEnabled:
        return selected > 0 && m_workbench.store()
                                   .registry()
                                   .entity(QString::fromLatin1(entityKindText(m_kind).table))
                                   ->field(u"enabled");
    case ListCommand::Rename:
    case ListCommand::CopyCurl:
    case ListCommand::CopyAdminCall:
        return selected == 1;
    default:
        return selected > 0;
    }
}

void EntityPage::run(ListCommand command)
{
    const QString table = QLatin1String(entityKindText(m_kind).table);
    const QStringList ids = selectedIds();
    if (!can(command))
        return;
    switch (command) {
    case ListCommand::New:
        beginNew();
        break;
    case ListCommand::Duplicate:
        if (const QStringList copies = m_commands->duplicate(table, ids); !copies.isEmpty())
            showRow(copies.last());
        break;
    case ListCommand::Delete:
        m_commands->remove(table, ids);
        break;
    case ListCommand::ToggleEnabled:
        m_commands->setEnabled(table, ids,
                               !m_workbench.config().find(table, ids.first())->value("enabled"_L1).toBool(true));
        break;
    case ListCommand::Rename:
        m_editor->tabs().setCurrentIndex(0);
        m_editor->form().focusField(m_workbench.store().registry().entity(table)->endpointKey);
        break;
    case ListCommand::AddTag:
        addTag();
        break;
    case ListCommand::CopyYaml:
        m_commands->copyYaml(table, ids);
        break;
    case ListCommand::CopyCurl:
        m_commands->copyCurl(table, ids.first());
        break;
    case ListCommand::CopyAdminCall:
        m_commands->copyAdminCall(table, ids.first());
        break;
    case ListCommand::CopyName:
    case ListCommand::CopyId:
        copyWords(command);
        break;
    case ListCommand::Paste:
        m_commands->paste();
        break;
    }
void EntityPage::makeDevelopmentCertificate()
{
    auto *dialog = new DevelopmentCertificateDialog(this);
    connect(dialog, &DevelopmentCertificateDialog::made, this,
            [this](const QString &certificate, const QString &key, const QStringList &serverNames) {
                const Table &taken = m_workbench.config().table(u"snis"_s);
                QJsonArray names;
                for (const QString &name : serverNames) {
                    if (!taken.findBy(u"name"_s, name))
                        names << name;
                }
                showDraft(names.isEmpty() ? QJsonObject() : QJsonObject{{u"snis"_s, names}});
                m_editor->form().setValues({{u"cert"_s, certificate}, {u"key"_s, key}});
            });
    dialog->open();
}

}

void EntityPage::copyWords(ListCommand command)
{
    QStringList words = selectedIds();
    if (command == ListCommand::CopyName) {
        for (QString &word : words)
            word = shownName(*m_workbench.config().find(QLatin1String(entityKindText(m_kind).table), word));
    }
    QGuiApplication::clipboard()->setText(words.join(u'\n'));
}

void EntityPage::addTag()
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"tagDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Add a tag"));
    dialog->setLabelText(tr("Tag:"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, ids = selectedIds()](const QString &tag) {
        if (!tag.trimmed().isEmpty())
            m_commands->addTag(QLatin1String(entityKindText(m_kind).table), ids, tag.trimmed());
    });
    dialog->open();
}

} // namespace gatehouse
