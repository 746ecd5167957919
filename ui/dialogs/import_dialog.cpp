// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/import_dialog.h"

#include "core/import/file_import.h"
#include "ui/dialogs/help_topic.h"
#include "ui/dialogs/late_progress.h"
#include "ui/entities/children_tab.h"
#include "ui/main_window/page_parts.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr qsizetype mostShown = 2000; // rows of the preview; the summary counts all

QString actionText(const Edit &edit)
{
    if (!edit.before)
        return ImportDialog::tr("+ added");
    return edit.after ? ImportDialog::tr("~ changed") : ImportDialog::tr("− removed");
}

} // namespace

ImportDialog::ImportDialog(Workbench &workbench, QWidget *parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_kong(workbench.store().registry(), workbench.store().clock())
    , m_source(new QComboBox(this))
    , m_mode(new QComboBox(this))
    , m_place(new QLineEdit(this))
    , m_token(new QLineEdit(this))
    , m_choose(new QPushButton(tr("&Choose…"), this))
    , m_read(new QPushButton(tr("&Read"), this))
    , m_stop(new QPushButton(tr("S&top"), this))
    , m_progress(new QProgressBar(this))
    , m_summary(new QLabel(this))
    , m_rows(new QTreeWidget(this))
{
    setObjectName(u"importDialog"_s);
    setHelpPage(*this, u"export-and-import.md"_s);
    setWindowTitle(tr("Import"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(780, 600);
    auto *grid = new QGridLayout;
    makeSource(grid);
    makePreview();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_import = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    m_import->setObjectName(u"importButton"_s);
    m_import->setEnabled(false);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(grid);
    layout->addWidget(m_progress);
    layout->addWidget(m_summary);
    layout->addWidget(m_rows, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::apply);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_kong, &AdminApiImport::finished, this, &ImportDialog::take);
    connect(&m_kong, &AdminApiImport::failed, this, &ImportDialog::showError);
    connect(&m_kong, &AdminApiImport::progress, this, [this](const QString &table, int rows) {
        m_summary->setText(tr("Reading %1; %n row(s) so far.", nullptr, rows).arg(table));
    });
    // The preview is about the configuration as it is now.
    connect(&workbench.store(), &ConfigStore::changed, this, &ImportDialog::refreshPlan);
    refreshSource();
    m_summary->setText(tr("Read shows what the import would do. Nothing is changed before that."));
}

void ImportDialog::makeSource(QGridLayout *layout)
{
    m_source->addItem(tr("Files: kong.yml, decK, OpenAPI"));
    m_source->addItem(tr("A running Kong, by its Admin API"));
    m_mode->addItem(tr("Add to the configuration"));
    m_mode->addItem(tr("Replace the configuration"));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setPlaceholderText(tr("only when it asks for one"));
    for (QPushButton *button : {m_choose, m_read, m_stop})
        button->setAutoDefault(false);
    m_choose->setObjectName(u"importChoose"_s);
    m_read->setObjectName(u"importRead"_s);
    m_stop->setObjectName(u"importStop"_s);
    addFieldRow(*layout, tr("&From:"), *m_source, u"importSource"_s);
    addFieldRow(*layout, tr("&Place:"), *m_place, u"importPlace"_s);
    layout->addWidget(m_choose, layout->rowCount() - 1, 2);
    QLabel *token = addFieldRow(*layout, tr("To&ken:"), *m_token, u"importToken"_s);
    addFieldRow(*layout, tr("&How:"), *m_mode, u"importMode"_s);
    layout->addWidget(m_read, 1, 2);
    layout->addWidget(m_stop, layout->rowCount() - 1, 2);
    connect(m_source, &QComboBox::currentIndexChanged, this, &ImportDialog::refreshSource);
    connect(m_source, &QComboBox::currentIndexChanged, token, [this, token] { token->setVisible(isFromKong()); });
    token->setVisible(false);
    connect(m_mode, &QComboBox::currentIndexChanged, this, &ImportDialog::refreshPlan);
    connect(m_choose, &QPushButton::clicked, this, &ImportDialog::chooseFiles);
    connect(m_read, &QPushButton::clicked, this, &ImportDialog::read);
    connect(m_place, &QLineEdit::returnPressed, this, &ImportDialog::read);
    connect(m_stop, &QPushButton::clicked, this, &ImportDialog::stop);
}

void ImportDialog::makePreview()
{
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("Reading"));
    m_progress->setTextVisible(false);
    m_summary->setObjectName(u"importSummary"_s);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_rows->setObjectName(u"importRows"_s);
    m_rows->setAccessibleName(tr("What the import does"));
    m_rows->setHeaderLabels({tr("What"), tr("Kind"), tr("Name")});
    m_rows->setRootIsDecorated(false);
    m_rows->setUniformRowHeights(true);
    m_late = new LateProgress(*m_progress, *m_stop, this);
    setWorking(false);
}

bool ImportDialog::isFromKong() const
{
    return m_source->currentIndex() == 1;
}

ImportMode ImportDialog::mode() const
{
    return m_mode->currentIndex() == 0 ? ImportMode::Merge : ImportMode::Replace;
}

void ImportDialog::refreshSource()
{
    m_choose->setVisible(!isFromKong());
    m_token->setVisible(isFromKong());
    m_place->setPlaceholderText(isFromKong() ? QString::fromLatin1(AdminApiImport::usualAddress)
                                             : tr("files or folders, with a semicolon between them"));
}

void ImportDialog::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Import files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Kong, decK or OpenAPI (*.yml *.yaml *.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &ImportDialog::showFiles);
    dialog->open();
}

void ImportDialog::showFiles(const QStringList &names)
{
    m_place->setText(names.join(u';'));
    read();
}

void ImportDialog::setWorking(bool working)
{
    m_read->setEnabled(!working);
    m_late->setWorking(working);
}

void ImportDialog::stop()
{
    m_kong.cancel();
    ++m_lookUp;
    m_reading.cancel();
    m_planning.cancel();
    m_imported.reset();
    setWorking(false);
    m_summary->setText(tr("Stopped."));
}

void ImportDialog::read()
{
    const QString place = m_place->text().trimmed();
    m_imported.reset();
    refreshPlan();
    if (isFromKong()) {
        readKong(place);
        return;
    }
    setWorking(true);
    const QStringList names = place.split(u';', Qt::SkipEmptyParts);
    m_reading.start([names] { return filesToImport(names); }, [this](const QStringList &files) { readFiles(files); });
}

// Their secrets first, as a gateway would have them.
void ImportDialog::readFiles(const QStringList &files)
{
    const quint64 mine = ++m_lookUp;
    m_workbench.secrets().lookUp(files, [self = QPointer(this), mine, files](const FileSecrets &secrets) {
        if (self && mine == self->m_lookUp)
            self->readFiles(files, secrets);
    });
}

void ImportDialog::readFiles(const QStringList &files, const FileSecrets &secrets)
{
    const ConfigStore &store = m_workbench.store();
    const auto read = [&registry = store.registry(), &clock = store.clock(), files, secrets] {
        Result<OpenedFile> file = importFiles(DeclarativeLoader(registry, clock), files, secrets.environment);
        if (file)
            file->kept = withoutPlaceholders(file->kept, secrets.stored);
        return file;
    };
    m_reading.start(read, [this](const Result<OpenedFile> &file) {
        if (file)
            take(*file);
        else
            showError(file.error());
    });
}

void ImportDialog::readKong(const QString &place)
{
    const Result<QUrl> address = AdminApiImport::addressOf(place);
    if (!address) {
        showError(address.error());
        return;
    }
    setWorking(true);
    m_kong.start(*address, m_token->text().toUtf8());
}

void ImportDialog::take(const OpenedFile &file)
{
    m_imported = file;
    refreshPlan();
}

void ImportDialog::showError(const Error &error)
{
    setWorking(false);
    m_summary->setText(tr("Cannot import: %1").arg(toText(error)));
}

void ImportDialog::refreshPlan()
{
    m_rows->clear();
    m_import->setEnabled(false);
    m_planning.cancel();
    if (!m_imported) {
        m_summary->clear();
        return;
    }
    setWorking(true);
    const ConfigStore &store = m_workbench.store();
    m_planning.start([&registry = store.registry(), config = store.config(), kept = m_workbench.project().kept(),
                      imported = *m_imported,
                      mode = mode()] { return planImport(registry, config, kept, imported, mode); },
                     [this](const ImportPlan &plan) { showPlan(plan); });
}

void ImportDialog::showPlan(const ImportPlan &plan)
{
    setWorking(false);
    m_plan = plan;
    const QList<Edit> &edits = m_plan.change.edits;
    const auto added = std::count_if(edits.begin(), edits.end(), [](const Edit &edit) { return !edit.before; });
    const auto removed = std::count_if(edits.begin(), edits.end(), [](const Edit &edit) { return !edit.after; });
    m_summary->setText(
        tr("%1 added, %2 changed, %3 removed; %n warning(s).", nullptr, static_cast<int>(m_imported->warnings.size()))
            .arg(added)
            .arg(edits.size() - added - removed)
            .arg(removed));
    QList<QTreeWidgetItem *> items;
    for (const Edit &edit : edits.mid(0, mostShown)) {
        const QJsonObject row = edit.after ? *edit.after : *edit.before;
        const RecordSchema &schema = *m_workbench.store().registry().entity(edit.table);
        const QString kind = schema.label ? QCoreApplication::translate("schema", schema.label) : schema.name;
        items << new QTreeWidgetItem({actionText(edit), kind, childTitle(schema, row)});
    }
    m_rows->addTopLevelItems(items);
    m_import->setEnabled(!edits.isEmpty());
}

void ImportDialog::apply()
{
    const QString place = m_place->text().trimmed();
    // Planned anew, as applying it changes the configuration that the preview follows.
    const OpenedFile file = m_plan.file;
    m_imported.reset();
    m_workbench.history().setMergeKey({});
    m_workbench.project().replaceBy(file, Origin::User, tr("Import %1").arg(place));
    emit imported(place);
    accept();
}

} // namespace gatehouse
