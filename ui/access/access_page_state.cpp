// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What AccessPage shows of an answer, and what is done with the current cell.
#include "core/declarative/declarative_loader.h"
#include "core/export/text_table.h"
#include "core/inspect/group_names.h"
#include "ui/access/access_detail.h"
#include "ui/access/access_page.h"
#include "ui/access/access_words.h"
#include "ui/access/matrix_table.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// "4 consumers", "400 of 5,000 consumers"
QString countText(qsizetype shown, qsizetype found)
{
    const QLocale locale;
    return shown == found ? locale.toString(found)
                          : AccessPage::tr("%1 of %2").arg(locale.toString(shown), locale.toString(found));
}

} // namespace

void AccessPage::showConsumers(const AccessMatrix &matrix)
{
    const QModelIndex current = m_table->currentIndex();
    QString consumer;
    QString route;
    if (m_model.isCell(current)) {
        consumer = m_model.matrix().consumers[current.row()].id;
        route = m_model.matrix().routes[current.column() - AccessModel::textColumns].id;
    }
    m_model.setMatrix(matrix);
    const auto callers = std::count_if(matrix.consumers.begin(), matrix.consumers.end(),
                                       [](const AccessLine &line) { return !line.id.isEmpty(); });
    showState(callers, matrix.foundConsumers, matrix.routes.size(), matrix.foundRoutes);
    const QModelIndex again = m_model.indexOf(consumer, route);
    m_table->setCurrentIndex(again.isValid() ? again : m_model.index(0, AccessModel::textColumns));
    refreshDetail();
}

void AccessPage::showGroups(const GroupMatrix &matrix)
{
    const QModelIndex current = m_groupTable->currentIndex();
    const QString group = current.isValid() ? m_groupModel.matrix().groups[current.row()] : QString();
    const QString route = current.isValid() ? m_groupModel.matrix().routes[current.column()].id : QString();
    m_groupModel.setMatrix(matrix);
    showState(matrix.groups.size(), matrix.foundGroups, matrix.routes.size(), matrix.foundRoutes);
    const QModelIndex again = m_groupModel.indexOf(group, route);
    m_groupTable->setCurrentIndex(again.isValid() ? again : m_groupModel.index(0, 0));
    refreshDetail();
}

void AccessPage::showState(qsizetype rows, qsizetype foundRows, qsizetype routes, qsizetype foundRoutes)
{
    const QString few = countText(rows, foundRows);
    const bool isWhole = view() == Groups || m_compare->currentIndex() == All;
    const bool isCut = isWhole && (rows < foundRows || routes < foundRoutes);
    QString text = view() == Groups ? tr("Groups: %1; routes: %2").arg(few, countText(routes, foundRoutes))
                                    : tr("Consumers: %1; routes: %2").arg(few, countText(routes, foundRoutes));
    m_count->setText(isCut ? tr("%1. Filter to see others.").arg(text) : text);
    const QString next = tr("%1: next rule").arg(m_workbench.shortcuts().text(u"toggleAction"_s));
    m_legend->setText(view() == Groups ? groupLegend() + u"   "_s + next : accessLegend());
    const bool isEmpty = table().model()->rowCount() == 0;
    if (isEmpty)
        showEmpty();
    m_stack->setCurrentIndex(isEmpty ? 2 : view());
    m_detail->setVisible(!isEmpty);
}

void AccessPage::showEmpty()
{
    const Config &config = m_workbench.config();
    const auto say = [this](const QString &text, const QString &step) {
        m_emptyText->setText(text);
        m_emptyButton->setText(step);
    };
    if (config.table(u"routes"_s).isEmpty())
        say(tr("There are no routes yet. Here stands who can call which."), tr("Create the first route"));
    else if (view() == Groups && groupNames(config).isEmpty())
        say(tr("There are no groups yet. Put a consumer into one, or add an acl that names one."),
            tr("Show the consumers"));
    else if (!m_filter->text().isEmpty())
        say(tr("No name has what the filter asks for."), tr("Clear the filter"));
    else
        say(tr("Nothing differs: the same consumers can call the same routes."), tr("Show everything"));
}

// The first step out of an empty page.
void AccessPage::helpOut()
{
    if (m_workbench.config().table(u"routes"_s).isEmpty())
        emit m_workbench.draftRequested(u"routes"_s, {});
    else if (!m_filter->text().isEmpty())
        m_filter->clear();
    else if (view() == Groups)
        m_rows->setCurrentIndex(Consumers);
    else
        m_compare->setCurrentIndex(All);
}

void AccessPage::refreshDetail()
{
    const QModelIndex index = table().currentIndex();
    AccessSubject subject;
    if (view() == Groups && index.isValid()) {
        const GroupMatrix &matrix = m_groupModel.matrix();
        const AccessColumn &route = matrix.routes[index.column()];
        subject = {m_groupModel.sentence(index), {}, route.id, route.acl.id, {}, {}};
        if (route.isRouted && !route.acl.id.isEmpty())
            subject.ways = {nextRule(matrix.groups[index.row()], route.acl)};
    } else if (view() == Consumers && m_model.isCell(index)) {
        const AccessMatrix &matrix = m_model.matrix();
        const qsizetype column = index.column() - AccessModel::textColumns;
        const AccessLine &consumer = matrix.consumers[index.row()];
        const AccessCell &cell = matrix.at(index.row(), column);
        const bool lacks = cell.answer.reason == AccessAnswer::Reason::NoCredential;
        subject = {m_model.sentence(index),
                   consumer.id,
                   matrix.routes[column].id,
                   cell.answer.pluginId,
                   lacks ? cell.answer.plugins.value(0) : QString(),
                   {}};
        if (cell.state == AccessState::Denied)
            subject.ways = waysIn(consumer, matrix.routes[column]);
    }
    m_detail->show(subject);
}

void AccessPage::changeRule()
{
    const QModelIndex index = m_groupTable->currentIndex();
    if (!index.isValid())
        return;
    const AccessColumn &route = m_groupModel.matrix().routes[index.column()];
    if (route.isRouted && !route.acl.id.isEmpty())
        m_detail->carryOut(nextRule(m_groupModel.matrix().groups[index.row()], route.acl));
}

void AccessPage::addExport(QToolButton &menu)
{
    const auto copy = [this](QString (*write)(const QList<QStringList> &)) {
        return [this, write] { QGuiApplication::clipboard()->setText(write(texts())); };
    };
    menu.addAction(addExportAction(u"accessCopyCsv"_s, tr("Copy as &CSV"), copy(csvOf)));
    menu.addAction(addExportAction(u"accessCopyMarkdown"_s, tr("Copy as &Markdown"), copy(markdownOf)));
    menu.addAction(addExportAction(u"accessSave"_s, tr("&Save…"), [this] { save(); }));
}

QAction *AccessPage::addExportAction(const QString &objectName, const QString &text, const std::function<void()> &run)
{
    auto *action = new QAction(text, this);
    action->setObjectName(objectName);
    connect(action, &QAction::triggered, this, run);
    return action;
}

QList<QStringList> AccessPage::texts() const
{
    const QAbstractItemModel &model = *table().model();
    QStringList head{view() == Groups ? tr("Group") : tr("Consumer")};
    for (int column = 0; column < model.columnCount(); ++column)
        head << model.headerData(column, Qt::Horizontal).toString();
    QList<QStringList> rows{head};
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells{model.headerData(row, Qt::Vertical).toString()};
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data().toString();
        rows << cells;
    }
    return rows;
}

void AccessPage::save()
{
    auto *dialog = new QFileDialog(this, tr("Save who can call what"));
    dialog->setObjectName(u"accessSaveDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->setNameFilters({tr("CSV (*.csv)"), tr("Markdown (*.md)")});
    dialog->selectFile(u"who-can-call.csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &fileName) {
        const QString text = fileName.endsWith(".md"_L1) ? markdownOf(texts()) : csvOf(texts());
        if (const Result<> saved = saveFile(fileName, text.toUtf8()); !saved)
            emit m_workbench.message({u"accessSave"_s, saved.error().message, Message::Kind::Error});
    });
    dialog->open();
}

void AccessPage::focusContent()
{
    (table().isVisible() ? static_cast<QWidget *>(&table()) : m_emptyButton)->setFocus(Qt::OtherFocusReason);
}

void AccessPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

QList<QWidget *> AccessPage::panes() const
{
    return {&table(), m_detail};
}

// Undoing what was done here is seen here.
bool AccessPage::shows(const Change &change) const
{
    return std::all_of(change.edits.begin(), change.edits.end(), [](const Edit &edit) {
        return edit.table == "acls"_L1 || (edit.table == "plugins"_L1 && edit.after && edit.before);
    });
}

} // namespace gatehouse
