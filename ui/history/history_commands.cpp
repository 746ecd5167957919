// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/history_commands.h"

#include "ui/history/revision_model.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QInputDialog>

using namespace Qt::StringLiterals;

namespace gatehouse {

HistoryCommands::HistoryCommands(Workbench &workbench, QWidget *page)
    : QObject(page)
    , m_workbench(workbench)
    , m_page(page)
{
}

void HistoryCommands::readText(const QString &key, const std::function<void(const QByteArray &)> &take)
{
    m_workbench.revisions().read({key}, this, [this, take](const Revisions::Texts &texts) {
        if (texts)
            take(texts->first());
        else
            say(texts.error());
    });
}

void HistoryCommands::restore(const QString &key)
{
    const Revision *revision = m_workbench.revisions().find(key);
    if (!revision)
        return;
    readText(key, [this, number = shownNumber(*revision)](const QByteArray &text) {
        m_reading.start([make = m_workbench.revisions().readerMaker(), text] { return make().read(text); },
                        [this, number](const Result<ReadRevision> &read) {
                            if (read)
                                restoreNow(number, *read);
                            else
                                say(read.error());
                        });
    });
}

void HistoryCommands::restoreNow(const QString &number, const ReadRevision &read)
{
    if (rowChanges(m_workbench.store().registry(), m_workbench.config(), read.config).isEmpty()) {
        emit m_workbench.message(
            {u"history"_s, tr("%1 is what you have.").arg(number), Message::Kind::Note, {}, Message::undoOffer});
        return;
    }
    m_workbench.history().setMergeKey({});
    m_workbench.project().expectMissing(read.missing);
    m_workbench.project().restore(read.config, tr("Restore %1").arg(number));
    offerUndo(tr("Restored %1.").arg(number));
    emit restored();
}

void HistoryCommands::takeRow(const RowChange &row, const ReadRevision &there, const QString &name)
{
    const Edit edit{row.table, row.id, m_workbench.config().find(row.table, row.id),
                    there.config.find(row.table, row.id)};
    if (edit.before == edit.after) {
        emit m_workbench.message(
            {u"history"_s, tr("%1 is what you have.").arg(row.title), Message::Kind::Note, {}, Message::undoOffer});
        return;
    }
    const QString rowKey = Kept::rowKey(row.table, row.id);
    Kept missing;
    if (there.missing.spellings.contains(rowKey))
        missing.spellings.insert(rowKey, there.missing.spellings.value(rowKey));
    m_workbench.history().setMergeKey({});
    m_workbench.project().expectMissing(missing);
    const Change change{tr("Take %1 from %2").arg(row.title, name), {edit}};
    if (const Result<> applied = m_workbench.store().apply(change, Origin::User); !applied) {
        say(applied.error());
        return;
    }
    offerUndo(tr("%1 is as in %2.").arg(row.title, name));
    emit restored();
}

void HistoryCommands::pin(const QString &key)
{
    const Revision *revision = m_workbench.revisions().find(key);
    if (!revision)
        return;
    auto *dialog = new QInputDialog(m_page);
    dialog->setObjectName(u"historyPinDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Keep %1").arg(shownNumber(*revision)));
    dialog->setLabelText(tr("A pinned revision is kept for good. Note:"));
    dialog->setTextValue(revision->note);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, key](const QString &note) { m_workbench.revisions().pin(key, note.trimmed()); });
    dialog->open();
}

void HistoryCommands::copyYaml(const QString &key)
{
    readText(key, [](const QByteArray &text) { QGuiApplication::clipboard()->setText(QString::fromUtf8(text)); });
}

void HistoryCommands::exportYaml(const QString &key)
{
    const Revision *revision = m_workbench.revisions().find(key);
    if (!revision)
        return;
    const QString number = shownNumber(*revision);
    auto *dialog = new QFileDialog(m_page, tr("Export %1").arg(number));
    dialog->setObjectName(u"historyExportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"yml"_s);
    dialog->setNameFilters({tr("Kong configuration (*.yml *.yaml)"), tr("All files (*)")});
    dialog->selectFile(u"kong-%1.yml"_s.arg(number));
    connect(dialog, &QFileDialog::fileSelected, this, [this, key, number](const QString &fileName) {
        readText(key, [this, number, fileName](const QByteArray &text) { save(fileName, number, text); });
    });
    dialog->open();
}

void HistoryCommands::save(const QString &fileName, const QString &number, const QByteArray &text)
{
    if (const Result<> saved = saveFile(fileName, text); !saved)
        say(saved.error());
    else
        emit m_workbench.message({u"history"_s,
                                  tr("Exported %1 to %2. Its secrets are names.").arg(number, fileName),
                                  Message::Kind::Note,
                                  {},
                                  Message::undoOffer});
}

void HistoryCommands::offerUndo(const QString &text)
{
    emit m_workbench.message({u"history"_s,
                              text,
                              Message::Kind::Note,
                              {{tr("Undo"), [this] { m_workbench.history().undo(); }}},
                              Message::undoOffer});
}

void HistoryCommands::say(const Error &error)
{
    emit m_workbench.message({u"history"_s, error.message, Message::Kind::Error});
}

} // namespace gatehouse
