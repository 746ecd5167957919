// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/difference_panel.h"

#include "ui/history/revision_model.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr qsizetype mostOpened = 30; // rows whose fields are shown at once

} // namespace

DifferencePanel::DifferencePanel(Workbench &workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_title(new QLabel(this))
    , m_tree(new QTreeView(this))
{
    m_title->setObjectName(u"historyDifferenceTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_tree->setObjectName(u"historyDifference"_s);
    m_tree->setAccessibleName(tr("Differences"));
    m_tree->setModel(&m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    const int character = fontMetrics().averageCharWidth();
    m_tree->setColumnWidth(DifferenceModel::What, character * 36);
    m_tree->setColumnWidth(DifferenceModel::Before, character * 20);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_title);
    layout->addWidget(m_tree, 1);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &DifferencePanel::changed);
}

const RowChange *DifferencePanel::currentChange() const
{
    return m_model.change(m_tree->currentIndex());
}

const ReadRevision *DifferencePanel::side(Side side) const
{
    if (!m_shown)
        return nullptr;
    return (side == Side::Revision) == m_question.isTo ? &m_shown->to : &m_shown->from;
}

QString DifferencePanel::nameOf(Side side) const
{
    return side == Side::Revision ? m_question.revision : m_question.other;
}

void DifferencePanel::clear()
{
    ++m_asked;
    m_comparing.cancel();
    m_shown.reset();
    m_model.show({});
    m_title->clear();
    emit changed();
}

void DifferencePanel::compare(const QString &key, ComparedWith with, const QString &other)
{
    const Revision *revision = m_workbench.revisions().find(key);
    if (revision)
        ask(questionFor(*revision, with, other));
    else
        clear();
}

void DifferencePanel::compareWith(const QString &key, const OpenedFile &kong, const QString &place)
{
    const Revision *revision = m_workbench.revisions().find(key);
    if (!revision)
        return;
    const QString number = shownNumber(*revision);
    ask({number, place, tr("From %1 to what %2 runs").arg(number, place), {key}, kong.config});
}

DifferencePanel::Question
DifferencePanel::questionFor(const Revision &revision, ComparedWith with, const QString &other) const
{
    const QString number = shownNumber(revision);
    const Revisions &revisions = m_workbench.revisions();
    if (with == ComparedWith::Revision)
        return between(revision, revisions.find(other));
    if (with == ComparedWith::Previous) {
        const auto found = std::find_if(revisions.list().begin(), revisions.list().end(),
                                        [&revision](const Revision &each) { return each.key < revision.key; });
        return between(revision, found == revisions.list().end() ? nullptr : &*found);
    }
    if (with == ComparedWith::Running) {
        const QString name = tr("what runs now");
        return {number,
                name,
                tr("From %1 to %2").arg(number, name),
                {revision.key},
                m_workbench.gateway().runningConfig(),
                false,
                secretsSince(revision.key)};
    }
    const QString &place = m_workbench.project().fileName();
    const QString name = tr("%1 on disk").arg(nameOfPlace(place));
    return {number, name, tr("From %1 to %2").arg(number, name), {revision.key}, PlaceOfFiles{place}};
}

// The older one first, whichever was asked for.
DifferencePanel::Question DifferencePanel::between(const Revision &revision, const Revision *other) const
{
    const QString number = shownNumber(revision);
    if (!other)
        return {number,
                {},
                tr("%1, the first that is known").arg(number),
                {revision.key},
                Config(m_workbench.store().registry()),
                true};
    const bool isTo = other->key < revision.key;
    const Revision &from = isTo ? *other : revision;
    const Revision &to = isTo ? revision : *other;
    return {number,
            shownNumber(*other),
            tr("From %1 to %2").arg(shownNumber(from), shownNumber(to)),
            {from.key, to.key},
            Config(),
            isTo,
            secretsSince(from.key, to.key)};
}

QStringList DifferencePanel::secretsSince(const QString &key, const QString &until) const
{
    QStringList secrets;
    const QList<Revision> &all = m_workbench.revisions().list();
    for (const Revision &each : all) {
        if (each.key > key && (until.isEmpty() || each.key <= until))
            secrets += each.otherSecrets;
    }
    secrets.removeDuplicates();
    return secrets;
}

void DifferencePanel::ask(const Question &question)
{
    clear();
    m_title->setText(question.title + u": "_s + tr("comparing…"));
    m_workbench.revisions().read(question.keys, this, [this, question, mine = m_asked](const Revisions::Texts &texts) {
        if (mine != m_asked)
            return;
        if (texts)
            compareTexts(question, *texts);
        else
            take(question, texts.error());
    });
}

void DifferencePanel::compareTexts(const Question &question, const QList<QByteArray> &texts)
{
    const ComparedSide own = texts.last();
    const ComparedSide other = texts.size() == 2 ? ComparedSide(texts.first()) : question.otherSide;
    const bool isSecond = texts.size() == 2 || question.isTo; // the texts are in order
    m_comparing.start([make = m_workbench.revisions().readerMaker(), from = isSecond ? other : own,
                       to = isSecond ? own : other,
                       secrets = question.secrets] { return compareSides(make(), from, to, secrets); },
                      [this, question](const Result<Comparison> &result) { take(question, result); });
}

void DifferencePanel::take(const Question &question, const Result<Comparison> &result)
{
    if (!result) {
        m_title->setText(question.title + u": "_s + result.error().message);
        return;
    }
    m_shown = *result;
    m_question = question;
    m_model.show(result->changes);
    const QString summary = changesInShort(result->changes);
    m_title->setText(question.title + u": "_s + (summary.isEmpty() ? tr("there is no difference.") : summary));
    for (int row = 0; row < std::min<qsizetype>(m_model.rowCount(), mostOpened); ++row)
        m_tree->expand(m_model.index(row, 0));
    m_tree->setCurrentIndex(m_model.index(0, 0));
    emit changed();
}

} // namespace gatehouse
