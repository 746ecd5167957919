// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/help_window.h"

#include <QDir>
#include <QFile>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int indexRole = Qt::UserRole + 1;

struct HelpPage {
    QString name; // file name, or "reference/" and the section of the reference
    QString title;
    QString text; // Markdown
};

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// The first heading of a page names it.
HelpPage taskPage(const QString &path)
{
    const QString text = textOf(path);
    const QString first = text.section(u'\n', 0, 0);
    return {path.section(u'/', -1), first.startsWith("# "_L1) ? first.mid(2) : path, text};
}

// "### Service (`services`)": the name of a section is what stands in backquotes.
QList<HelpPage> referencePages()
{
    QList<HelpPage> pages;
    const QStringList sections = textOf(u":/reference.md"_s).split(u"\n### "_s).mid(1);
    for (const QString &section : sections) {
        const QString heading = section.section(u'\n', 0, 0);
        pages << HelpPage{u"reference/"_s + heading.section(u'`', 1, 1),
                          HelpWindow::tr("Reference: %1").arg(QString(heading).remove(u'`')),
                          u"# "_s + section.section(u"\n## "_s, 0, 0)};
    }
    return pages;
}

const QList<HelpPage> &allPages()
{
    static const QList<HelpPage> pages = [] {
        QList<HelpPage> list;
        const QDir folder(u":/help"_s);
        const QStringList names = folder.entryList();
        for (const QString &name : names)
            list << taskPage(folder.filePath(name));
        return list + referencePages();
    }();
    return pages;
}

bool hasAllWords(const QString &text, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(),
                       [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

HelpWindow::HelpWindow(QWidget *parent)
    : QDialog(parent)
    , m_search(new QLineEdit(this))
    , m_pages(new QListWidget(this))
    , m_text(new QTextBrowser(this))
{
    setObjectName(u"helpWindow"_s);
    setWindowTitle(tr("Help"));
    resize(980, 680);
    m_search->setObjectName(u"helpSearch"_s);
    m_search->setAccessibleName(tr("Search the help"));
    m_search->setPlaceholderText(tr("Search the help"));
    m_search->setClearButtonEnabled(true);
    m_pages->setObjectName(u"helpPages"_s);
    m_pages->setAccessibleName(tr("Help pages"));
    m_pages->setWordWrap(true);
    m_pages->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setObjectName(u"helpText"_s);
    m_text->setAccessibleName(tr("Help text"));
    m_text->setOpenLinks(false); // nothing is fetched from anywhere
    for (qsizetype i = 0; i < allPages().size(); ++i) {
        auto *item = new QListWidgetItem(allPages()[i].title, m_pages);
        item->setData(indexRole, i);
    }
    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::search);
    connect(m_pages, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item)
            m_text->setMarkdown(allPages()[item->data(indexRole).toLongLong()].text);
    });
    // Links lead to other pages only.
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) { showPage(link.fileName()); });
    auto *left = new QVBoxLayout;
    left->addWidget(m_search);
    left->addWidget(m_pages, 1);
    auto *layout = new QHBoxLayout(this);
    layout->addLayout(left, 1);
    layout->addWidget(m_text, 3);
    showPage(u"first-steps.md"_s);
}

QStringList HelpWindow::pageTitles()
{
    QStringList titles;
    for (const HelpPage &page : allPages())
        titles << page.title;
    return titles;
}

void HelpWindow::showPage(const QString &name)
{
    for (int row = 0; row < m_pages->count(); ++row) {
        if (allPages()[row].name == name)
            m_pages->setCurrentRow(row);
    }
}

void HelpWindow::showTitle(const QString &title)
{
    for (int row = 0; row < m_pages->count(); ++row) {
        if (m_pages->item(row)->text() == title)
            m_pages->setCurrentRow(row);
    }
}

void HelpWindow::showReference(const QString &section, const QString &field)
{
    m_search->clear();
    showPage(u"reference/"_s + section);
    m_text->moveCursor(QTextCursor::Start);
    if (!field.isEmpty() && m_text->find(field, QTextDocument::FindWholeWords))
        m_text->ensureCursorVisible();
}

void HelpWindow::search(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    QListWidgetItem *first = nullptr;
    for (int row = 0; row < m_pages->count(); ++row) {
        QListWidgetItem *item = m_pages->item(row);
        const bool matches = hasAllWords(allPages()[row].text, words);
        item->setHidden(!matches);
        if (matches && !first)
            first = item;
    }
    if (!first || words.isEmpty())
        return;
    if (m_pages->currentItem()->isHidden())
        m_pages->setCurrentItem(first);
    m_text->moveCursor(QTextCursor::Start);
    m_text->find(words.first());
}

} // namespace gatehouse
