// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/help_window.h"

#include <QDir>
#include <QFile>
#include <QHBoxLayout>
#include <QListWidget>
#include <QTextBrowser>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int pathRole = Qt::UserRole + 1;

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// The first heading of a page names it.
QString titleOf(const QString &path)
{
    const QString text = textOf(path);
    const QString first = text.section(u'\n', 0, 0);
    return first.startsWith("# "_L1) ? first.mid(2) : path;
}

} // namespace

HelpWindow::HelpWindow(QWidget *parent)
    : QDialog(parent)
    , m_pages(new QListWidget(this))
    , m_text(new QTextBrowser(this))
{
    setObjectName(u"helpWindow"_s);
    setWindowTitle(tr("Help"));
    resize(980, 680);
    m_pages->setObjectName(u"helpPages"_s);
    m_pages->setAccessibleName(tr("Help pages"));
    m_pages->setMaximumWidth(fontMetrics().averageCharWidth() * 36);
    m_text->setObjectName(u"helpText"_s);
    m_text->setAccessibleName(tr("Help text"));
    m_text->setOpenLinks(false); // nothing is fetched from anywhere
    const QDir folder(u":/help"_s);
    QStringList paths;
    const QStringList names = folder.entryList();
    for (const QString &name : names)
        paths << folder.filePath(name);
    for (const QString &path : std::as_const(paths)) {
        auto *item = new QListWidgetItem(titleOf(path), m_pages);
        item->setData(pathRole, path);
    }
    connect(m_pages, &QListWidget::currentItemChanged, this,
            [this](const QListWidgetItem *item) { load(item->data(pathRole).toString()); });
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_pages);
    layout->addWidget(m_text, 1);
    showPage(u"first-steps.md"_s);
}

void HelpWindow::showPage(const QString &fileName)
{
    for (int row = 0; row < m_pages->count(); ++row) {
        if (m_pages->item(row)->data(pathRole).toString().endsWith(u'/' + fileName))
            m_pages->setCurrentRow(row);
    }
}

void HelpWindow::load(const QString &path)
{
    m_text->setMarkdown(textOf(path));
}

} // namespace gatehouse
