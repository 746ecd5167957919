// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/yaml/yaml_view.h"

#include "ui/theme/text_scale.h"
#include "ui/theme/theme.h"
#include "ui/yaml/find_bar.h"
#include "ui/yaml/typing_run.h"
#include "ui/yaml/yaml_editor.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

YamlView::YamlView(Workbench &workbench, Use use, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_text(workbench.project())
    , m_editor(new YamlEditor(this))
    , m_run(new TypingRun(*m_editor, workbench.history()))
    , m_find(new FindBar(*m_editor, this))
    , m_secrets(new QCheckBox(tr("Show secrets, edit"), this))
    , m_file(new QComboBox(this))
{
    m_editor->setObjectName(use == Use::Edit ? u"yamlEditor"_s : u"yamlDockEditor"_s);
    m_editor->setAccessibleName(tr("The configuration as YAML"));
    m_editor->setReadOnly(true);
    new TextScale(workbench.settings(), *m_editor);
    addFolding();
    m_file->setObjectName(use == Use::Edit ? u"yamlFile"_s : u"yamlDockFile"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    QWidget *switches = makeSwitches();
    switches->setVisible(use == Use::Edit);
    layout->addWidget(switches);
    layout->addWidget(makeFileRow());
    layout->addWidget(m_find);
    layout->addWidget(m_editor, 1);
    layout->addWidget(makeStrip());
    m_typed.setSingleShot(true);
    m_typed.setInterval(pause);
    connectText();
    connect(&workbench.store(), &ConfigStore::changed, this, &YamlView::follow);
    connect(&workbench, &Workbench::rowSelected, this, [this](const QString &table, const QString &id) {
        m_table = table;
        m_id = id;
        chooseFileOfSelected();
        if (isVisible() && !m_isStale)
            showSelected();
    });
    connect(&workbench.project(), &Project::fileChanged, this, [this] {
        const QString before = file();
        if (m_isUnapplied || m_isApplying)
            return;
        refreshFiles();
        if (file() != before)
            follow();
    });
    refreshFiles();
}

YamlView::~YamlView() = default;

void YamlView::addFolding()
{
    const auto add = [this](const QString &name, const QString &text, const char *keys, bool folded) {
        auto *action = new QAction(text, m_editor);
        action->setObjectName(name);
        action->setShortcut(QKeySequence(QLatin1String(keys)));
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, m_editor,
                [this, folded] { m_editor->setFolded(m_editor->currentLine(), folded); });
        m_editor->addAction(action);
        m_workbench.shortcuts().define(*action, tr("YAML"));
    };
    add(u"foldAction"_s, tr("Fold the line"), "Alt+-", true);
    add(u"unfoldAction"_s, tr("Unfold the line"), "Alt++", false);
}

QWidget *YamlView::makeSwitches()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_secrets->setObjectName(u"yamlSecrets"_s);
    m_secrets->setToolTip(tr("Secrets are dots, and the text can only be read, until this is on."));
    connect(m_secrets, &QCheckBox::toggled, this, [this] {
        m_editor->setReadOnly(true); // until the text with the secrets is there
        refresh();
    });
    auto *open = new QPushButton(tr("Open in its page"), row);
    open->setObjectName(u"yamlOpen"_s);
    open->setToolTip(tr("Alt+Return, or Ctrl and a click"));
    connect(open, &QPushButton::clicked, this, [this] { openAt(m_editor->currentLine()); });
    layout->addWidget(m_secrets);
    layout->addStretch(1);
    layout->addWidget(open);
    return row;
}

QWidget *YamlView::makeFileRow()
{
    m_fileRow = new QWidget(this);
    auto *layout = new QHBoxLayout(m_fileRow);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(tr("&File:"), m_fileRow);
    label->setBuddy(m_file);
    layout->addWidget(label);
    layout->addWidget(m_file, 1);
    connect(m_file, &QComboBox::currentIndexChanged, this, [this] {
        m_isStale = true;
        if (isVisible())
            refresh();
    });
    return m_fileRow;
}

QString YamlView::file() const
{
    return m_file->currentData().toString();
}

void YamlView::refreshFiles()
{
    const QStringList files = m_workbench.project().files();
    const QStringList shown = m_workbench.project().shownFiles();
    const QString before = file();
    const QSignalBlocker quiet(m_file);
    m_file->clear();
    for (qsizetype i = 0; i < files.size(); ++i)
        m_file->addItem(shown[i], files[i]);
    m_file->setCurrentIndex(std::max(0, m_file->findData(before)));
    m_fileRow->setVisible(!files.isEmpty());
}

// What was typed belongs to its file; until it is applied, that one stays.
void YamlView::chooseFileOfSelected()
{
    const int place = m_file->findData(m_workbench.project().fileOf(m_table, m_id));
    if (place >= 0 && !m_isUnapplied)
        m_file->setCurrentIndex(place);
}

void YamlView::setUnapplied(bool unapplied)
{
    m_isUnapplied = unapplied;
    m_secrets->setEnabled(!unapplied); // it would take the text away
    m_file->setEnabled(!unapplied);
}

QWidget *YamlView::makeStrip()
{
    m_strip = new QWidget(this);
    m_message = new QLabel(m_strip);
    m_message->setObjectName(u"yamlMessage"_s);
    m_message->setWordWrap(true);
    m_goThere = new QPushButton(tr("Go there"), m_strip);
    m_goThere->setObjectName(u"yamlGoThere"_s);
    m_mine = new QPushButton(tr("Apply this text"), m_strip);
    m_mine->setObjectName(u"yamlMine"_s);
    m_theirs = new QPushButton(tr("Show the configuration"), m_strip);
    m_theirs->setObjectName(u"yamlTheirs"_s);
    auto *layout = new QHBoxLayout(m_strip);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_message, 1);
    for (QPushButton *button : {m_goThere, m_mine, m_theirs})
        layout->addWidget(button);
    connect(m_goThere, &QPushButton::clicked, this, [this] {
        m_editor->goTo(m_problems.first().line, m_problems.first().column);
        m_editor->setFocus();
    });
    connect(m_mine, &QPushButton::clicked, this, [this] {
        m_isContested = false;
        m_text.parse(m_editor->toPlainText().toUtf8(), file());
    });
    connect(m_theirs, &QPushButton::clicked, this, [this] {
        setUnapplied(false);
        refresh();
    });
    m_strip->hide();
    return m_strip;
}

void YamlView::connectText()
{
    connect(&m_text, &YamlText::written, this, &YamlView::showText);
    connect(&m_text, &YamlText::read, this, &YamlView::apply);
    connect(&m_text, &YamlText::refused, this, [this](const Error &error) {
        showProblems(error.problems.isEmpty() ? QList<Problem>{{{}, error.message, 1, 1, file()}} : error.problems);
    });
    connect(m_editor, &QPlainTextEdit::textChanged, this, &YamlView::onTyped);
    connect(m_editor, &YamlEditor::openRequested, this, &YamlView::openAt);
    connect(&m_typed, &QTimer::timeout, this, [this] {
        if (!m_isContested)
            m_text.parse(m_editor->toPlainText().toUtf8(), file());
    });
}

void YamlView::find()
{
    m_find->begin();
}

void YamlView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        refresh();
    else
        showSelected();
}

// The configuration has changed.
void YamlView::follow()
{
    if (m_isApplying)
        return;
    if (!m_isUnapplied) {
        m_isStale = true;
        if (isVisible())
            refresh();
        return;
    }
    contest();
}

void YamlView::contest()
{
    m_isContested = true;
    m_text.drop();
    showStrip(tr("The configuration has changed elsewhere. This text is not applied."), true);
}

void YamlView::refresh()
{
    m_isContested = false;
    m_isStale = true;
    refreshFiles();
    m_text.write(m_secrets->isChecked() ? YamlText::Secrets::Shown : YamlText::Secrets::Dots, file());
}

void YamlView::showText(const PlacedYaml &yaml)
{
    const QString text = QString::fromUtf8(yaml.text);
    m_isStale = false;
    setUnapplied(false);
    m_places = yaml.places;
    if (text != m_editor->toPlainText()) {
        const QScopedValueRollback<bool> setting(m_isSetting, true);
        const int line = m_editor->verticalScrollBar()->value();
        m_run->end();
        m_editor->showEntry(0);
        m_editor->setPlainText(text);
        m_editor->verticalScrollBar()->setValue(line);
    }
    m_editor->setReadOnly(!m_secrets->isChecked());
    showProblems({});
    showSelected();
}

// Other colours are changes of the document as well, but not of its text; and dots for secrets are nothing to apply.
void YamlView::onTyped()
{
    const QString text = m_editor->toPlainText();
    const bool isNew = text != m_lastText;
    m_lastText = text;
    if (m_isSetting || m_editor->isReadOnly() || !isNew)
        return;
    m_run->type();
    setUnapplied(true);
    m_text.drop();
    if (m_isStale)
        contest(); // typed before the text of a change could be shown
    m_typed.start();
}

void YamlView::apply(const OpenedFile &file)
{
    {
        const QScopedValueRollback<bool> applying(m_isApplying, true);
        m_run->commit();
        m_places = m_workbench.project().replaceBy(file, Origin::User, tr("Edit the YAML"));
    }
    erase_if(m_places, [this](const RowPlace &place) { return place.file != this->file(); });
    setUnapplied(false);
    showProblems({});
}

void YamlView::showProblems(const QList<Problem> &problems)
{
    const bool isNews = !problems.isEmpty() || !m_problems.isEmpty();
    m_problems = problems;
    const auto isHere = [this](const Problem &problem) { return problem.file == file(); };
    const auto elsewhere = std::stable_partition(m_problems.begin(), m_problems.end(), isHere);
    const QList<Problem> here(m_problems.begin(), elsewhere);
    m_strip->setVisible(!problems.isEmpty());
    if (!isNews)
        return;
    m_editor->setProblems(here);
    emit m_workbench.editProblems({}, objectName(), problems);
    if (problems.isEmpty())
        return;
    const Problem &first = m_problems.first();
    const QString message = first.path.isEmpty() ? first.message : first.path + u": "_s + first.message;
    if (here.isEmpty())
        showStrip(tr("Not applied. %1: %2").arg(placeOf(first), message), false);
    else
        showStrip(tr("Not applied. Line %1, column %2: %3").arg(first.line).arg(first.column).arg(message), false);
    m_goThere->setVisible(!here.isEmpty());
}

// A strip either asks whose text shall stay, or says what is wrong.
void YamlView::showStrip(const QString &text, bool asks)
{
    QPalette colours = m_message->palette();
    colours.setColor(QPalette::WindowText,
                     asks ? palette().color(QPalette::WindowText) : theme::tone(theme::Tone::ServerError, palette()));
    m_message->setPalette(colours);
    m_message->setText(text);
    m_goThere->setVisible(!asks);
    m_mine->setVisible(asks);
    m_theirs->setVisible(asks);
    m_strip->show();
}

void YamlView::showSelected()
{
    const auto place = std::find_if(m_places.begin(), m_places.end(),
                                    [this](const RowPlace &each) { return each.table == m_table && each.id == m_id; });
    if (!m_isUnapplied)
        m_editor->showEntry(place == m_places.end() ? 0 : place->line);
}

// The innermost row around a line is the last that begins at or before it and reaches as far.
void YamlView::openAt(int line)
{
    for (auto place = m_places.rbegin(); place != m_places.rend(); ++place) {
        if (place->line <= line && m_editor->lastLineOf(place->line) >= line) {
            emit m_workbench.openRequested(place->table, place->id);
            return;
        }
    }
}

} // namespace gatehouse
