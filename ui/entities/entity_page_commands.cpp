// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the Edit menu does to the rows that are selected on an EntityPage.
#include "ui/certificates/development_certificate_dialog.h"
#include "ui/dragdrop/place_dialog.h"
#include "ui/dragdrop/url_drops.h"
#include "ui/entities/entity_commands.h"
#include "ui/entities/entity_editor.h"
#include "ui/entities/entity_page.h"
#include "ui/forms/entity_form.h"
#include "ui/inspect/service_url.h"
#include "ui/traffic/traffic_tab.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QInputDialog>
#include <QItemSelectionModel>
#include <QJsonArray>
#include <QMimeData>
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
        return selected > 0 && m_workbench.store().registry().entity(table())->field(u"enabled");
    case ListCommand::MoveToFile:
        return selected > 0 && m_workbench.project().files().size() > 1;
    case ListCommand::Rename:
    case ListCommand::CopyCurl:
    case ListCommand::CopyAdminCall:
        return selected == 1;
    case ListCommand::AttachPlugin:
    case ListCommand::ShowTraffic:
    case ListCommand::TryRequest:
    case ListCommand::SendAs:
        return selected == 1 && offers(command);
    default:
        return selected > 0 && offers(command);
    }
}

bool EntityPage::offers(ListCommand command) const
{
    switch (command) {
    case ListCommand::MoveToService:
    case ListCommand::TryRequest:
        return m_kind == EntityKind::Routes;
    case ListCommand::AddToGroup:
    case ListCommand::SendAs:
        return m_kind == EntityKind::Consumers;
    case ListCommand::AttachPlugin:
    case ListCommand::ShowTraffic:
        return m_kind == EntityKind::Services || m_kind == EntityKind::Routes || m_kind == EntityKind::Consumers;
    case ListCommand::ChangeScope:
    case ListCommand::CopyToScope:
        return m_kind == EntityKind::Plugins;
    default:
        return true;
    }
}

void EntityPage::run(ListCommand command)
{
    const QString table = this->table();
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
    case ListCommand::TryRequest:
    case ListCommand::SendAs:
        m_commands->tryRequest(table, ids.first());
        break;
    case ListCommand::AddTag:
        addTag();
        break;
    case ListCommand::Paste:
        paste();
        break;
    default:
        runElsewhere(command);
    }
}

// Commands that lead to another page or place.
void EntityPage::runElsewhere(ListCommand command)
{
    const QString table = this->table();
    const QStringList ids = selectedIds();
    switch (command) {
    case ListCommand::AttachPlugin:
        emit m_workbench.draftRequested(u"plugins"_s, {{table.chopped(1), QJsonObject{{u"id"_s, ids.first()}}}});
        break;
    case ListCommand::ShowTraffic:
        emit m_workbench.trafficRequested(trafficFilterFor(table, *m_workbench.config().find(table, ids.first())), {});
        break;
    case ListCommand::MoveToFile:
        moveToFile();
        break;
    case ListCommand::MoveToService:
    case ListCommand::AddToGroup:
    case ListCommand::ChangeScope:
        choosePlace(m_workbench, {table, ids}, RowMoves::Way::Move, this);
        break;
    case ListCommand::CopyToScope:
        choosePlace(m_workbench, {table, ids}, RowMoves::Way::Copy, this);
        break;
    default:
        copy(command);
    }
}

void EntityPage::copy(ListCommand command)
{
    const QStringList ids = selectedIds();
    if (command == ListCommand::CopyYaml)
        m_commands->copyYaml(table(), ids);
    else if (command == ListCommand::CopyCurl)
        m_commands->copyCurl(table(), ids.first());
    else if (command == ListCommand::CopyAdminCall)
        m_commands->copyAdminCall(table(), ids.first());
    else
        copyWords(command);
}

// A URL among the services is a new one; anything else is YAML.
void EntityPage::paste()
{
    const QMimeData *held = QGuiApplication::clipboard()->mimeData();
    const QString url = m_kind == EntityKind::Services && held ? carriedUrl(*held) : QString();
    if (!url.isEmpty()) {
        beginService(url);
        return;
    }
    if (!m_commands->paste())
        emit m_workbench.message({u"command"_s,
                                  tr("Not pasted: the clipboard holds no YAML of services, routes or the like. Copy "
                                     "rows of a list here, or a part of a kong.yml with its _format_version."),
                                  Message::Kind::Warning});
}

void EntityPage::beginService(const QString &url)
{
    QJsonObject values = *serviceFields(url);
    const QString name = values.value("host"_L1).toString().section(u'.', 0, 0);
    const bool isFree = !m_workbench.config().table(u"services"_s).findBy(u"name"_s, name);
    if (!name.isEmpty() && name[0].isLetter() && isFree)
        values.insert(u"name"_s, name);
    showDraft({});
    m_editor->form().setValues(values);
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

void EntityPage::copyWords(ListCommand command)
{
    QStringList words = selectedIds();
    if (command == ListCommand::CopyName) {
        for (QString &word : words)
            word = shownName(*m_workbench.config().find(table(), word));
    }
    QGuiApplication::clipboard()->setText(words.join(u'\n'));
}

void EntityPage::moveToFile()
{
    const QString table = this->table();
    const QStringList ids = selectedIds();
    if (!can(ListCommand::MoveToFile))
        return;
    const QStringList files = m_workbench.project().files();
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"moveDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Move to another file"));
    dialog->setLabelText(tr("File; what belongs to the rows goes with them:"));
    dialog->setComboBoxItems(m_workbench.project().shownFiles());
    dialog->setTextValue(dialog->comboBoxItems().at(files.indexOf(m_workbench.project().fileOf(table, ids.first()))));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, table, ids, files, dialog](const QString &chosen) {
        m_workbench.history().setMergeKey({});
        m_workbench.project().moveToFile(table, ids, files.at(dialog->comboBoxItems().indexOf(chosen)));
    });
    dialog->open();
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
            m_commands->addTag(table(), ids, tag.trimmed());
    });
    dialog->open();
}

} // namespace gatehouse
