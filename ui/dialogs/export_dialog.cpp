// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/export_dialog.h"

#include "core/export/production_bundle.h"
#include "core/export/row_selection.h"
#include "ui/dialogs/changes_dialog.h"
#include "ui/dialogs/help_topic.h"
#include "ui/dialogs/late_progress.h"
#include "ui/main_window/page_parts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr std::chrono::milliseconds pause{150};

QPlainTextEdit *makeText(const char *objectName, const QString &name, QWidget *parent)
{
    auto *text = new QPlainTextEdit(parent);
    text->setObjectName(QLatin1String(objectName));
    text->setAccessibleName(name);
    prepareCodeView(*text);
    return text;
}

// What a preview is made of; copies, as it is made on another thread.
struct PreviewSource {
    const SchemaRegistry &registry;
    const Clock &clock;
    Config config;
    Kept kept;
    ExportOptions options;
    Result<> complete;       // whether all secrets of the configuration are known
    QString file;            // that is there, perhaps
    Environment environment; // of that file
};

// Both sides with dots: secrets are compared nowhere, as the text is for the eye. So what nobody knows may be missing.
QString differenceOf(const PreviewSource &source, const ExportOptions &dotted)
{
    if (!QFileInfo(source.file).isFile())
        return ExportDialog::tr("There is no such file yet.");
    const DeclarativeLoader loader(source.registry, source.clock);
    const auto there = loader.openFile(source.file, withStandIns(source.environment));
    if (!there)
        return ExportDialog::tr("What is there cannot be read: %1").arg(there.error().message);
    const auto from = exportDocument(source.registry, there->config, there->kept, dotted);
    const auto to = exportDocument(source.registry, source.config, source.kept, dotted);
    if (!from || !to)
        return {};
    const QStringList lines = diffLines(QString::fromUtf8(from->text), QString::fromUtf8(to->text));
    return lines.isEmpty() ? ExportDialog::tr("There is no difference.") : lines.join(u'\n');
}

// A placeholder that stands in for a secret would be the secret for whoever loads the text; only decK fills it in.
Result<ExportedDocument> documentOf(const PreviewSource &source)
{
    const bool isFilledIn =
        source.options.dialect == Dialect::Deck && source.options.secrets == ExportedSecrets::References;
    if (!source.complete && !isFilledIn)
        return source.complete.error();
    return exportDocument(source.registry, source.config, source.kept, source.options);
}

ExportDialog::Preview previewOf(const PreviewSource &source)
{
    ExportDialog::Preview preview{documentOf(source), {}, {}};
    if (!preview.document) {
        QStringList lines{preview.document.error().message};
        for (const Problem &problem : preview.document.error().problems)
            lines << (problem.path.isEmpty() ? problem.message : problem.path + u": "_s + problem.message);
        preview.text = lines.join(u'\n');
        return preview;
    }
    ExportOptions dotted = source.options;
    dotted.secrets = ExportedSecrets::Dots;
    const bool isClear = source.options.secrets == ExportedSecrets::Values;
    const auto dots = exportDocument(source.registry, source.config, source.kept, dotted);
    preview.text = QString::fromUtf8(isClear && dots ? dots->text : preview.document->text);
    preview.difference = differenceOf(source, dotted);
    return preview;
}

} // namespace

ExportDialog::ExportDialog(Project &project, SecretKeeper &secrets, UiSettings &settings, QWidget *parent)
    : QDialog(parent)
    , m_project(project)
    , m_keeper(secrets)
    , m_settings(settings)
    , m_target(new QComboBox(this))
    , m_secrets(new QComboBox(this))
    , m_form(new QComboBox(this))
    , m_ids(new QCheckBox(tr("Write &ids"), this))
    , m_defaults(new QCheckBox(tr("Write &defaults"), this))
    , m_tags(new QLineEdit(this))
    , m_place(new QLineEdit(this))
    , m_notes(new QLabel(this))
    , m_text(makeText("exportText", tr("What will be written"), this))
    , m_difference(makeText("exportDifference", tr("Against what is there"), this))
    , m_progress(new QProgressBar(this))
    , m_stop(new QPushButton(tr("S&top"), this))
{
    setObjectName(u"exportDialog"_s);
    setHelpPage(*this, u"export-and-import.md"_s);
    setWindowTitle(tr("Export"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(860, 680);
    auto *grid = new QGridLayout;
    makeChoices(grid);
    makePlace(grid);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_export = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    m_export->setObjectName(u"exportButton"_s);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(grid);
    layout->addWidget(makePreview(), 1);
    layout->addWidget(m_notes);
    layout->addLayout(makeProgress());
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::write);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_soon.setSingleShot(true);
    m_soon.setInterval(pause);
    connect(&m_soon, &QTimer::timeout, this, &ExportDialog::refresh);
    refresh();
}

QLayout *ExportDialog::makeProgress()
{
    m_progress->setObjectName(u"exportProgress"_s);
    m_progress->setAccessibleName(tr("Making the preview"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_stop->setObjectName(u"exportStop"_s);
    m_stop->setAutoDefault(false);
    m_late = new LateProgress(*m_progress, *m_stop, this);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        ++m_lookUp;
        m_run.cancel();
        m_late->setWorking(false);
        m_notes->setText(tr("Stopped. Change a choice to see what will be written."));
    });
    auto *row = new QHBoxLayout;
    row->addWidget(m_progress, 1);
    row->addWidget(m_stop);
    return row;
}

void ExportDialog::makeChoices(QGridLayout *layout)
{
    m_target->addItem(tr("Kong without a database"), toText(Dialect::DbLess));
    m_target->addItem(tr("decK"), toText(Dialect::Deck));
    m_target->setCurrentIndex(m_target->findData(m_settings.value(Setting::ExportTarget)));
    m_secrets->addItem(tr("References to environment variables"));
    m_secrets->addItem(tr("In clear, into a file that only you may read"));
    m_form->addItem(tr("One file"));
    m_form->addItem(tr("A folder that runs it in a container"));
    m_tags->setPlaceholderText(tr("everything"));
    m_tags->setToolTip(tr("Only what carries all of these tags, and what belongs to it. In use: %1")
                           .arg(tagsOf(m_project.store().config()).join(u", "_s)));
    addFieldRow(*layout, tr("&Target:"), *m_target, u"exportTarget"_s);
    addFieldRow(*layout, tr("&Secrets:"), *m_secrets, u"exportSecrets"_s);
    addFieldRow(*layout, tr("&As:"), *m_form, u"exportForm"_s);
    addFieldRow(*layout, tr("Ta&gs:"), *m_tags, u"exportTags"_s);
    m_ids->setObjectName(u"exportIds"_s);
    m_defaults->setObjectName(u"exportDefaults"_s);
    auto *checks = new QHBoxLayout;
    checks->addWidget(m_ids);
    checks->addWidget(m_defaults);
    checks->addStretch(1);
    layout->addLayout(checks, layout->rowCount(), 1);
    for (QComboBox *box : {m_target, m_secrets, m_form})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
    for (QCheckBox *box : {m_ids, m_defaults})
        connect(box, &QCheckBox::toggled, this, &ExportDialog::refresh);
    connect(m_tags, &QLineEdit::textChanged, &m_soon, qOverload<>(&QTimer::start));
}

void ExportDialog::makePlace(QGridLayout *layout)
{
    addFieldRow(*layout, tr("&To:"), *m_place, u"exportPlace"_s);
    auto *choose = new QPushButton(tr("&Choose…"), this);
    choose->setObjectName(u"exportChoose"_s);
    choose->setAutoDefault(false);
    layout->addWidget(choose, layout->rowCount() - 1, 2);
    connect(choose, &QPushButton::clicked, this, &ExportDialog::choosePlace);
    connect(m_place, &QLineEdit::textChanged, &m_soon, qOverload<>(&QTimer::start));
}

QWidget *ExportDialog::makePreview()
{
    m_notes->setObjectName(u"exportNotes"_s);
    m_notes->setWordWrap(true);
    m_notes->setTextFormat(Qt::PlainText);
    auto *tabs = new QTabWidget(this);
    tabs->setObjectName(u"exportTabs"_s);
    tabs->addTab(m_text, tr("What will be written"));
    tabs->addTab(m_difference, tr("Against what is there"));
    return tabs;
}

bool ExportDialog::isBundle() const
{
    return m_form->currentIndex() == 1;
}

ExportOptions ExportDialog::options() const
{
    ExportOptions options;
    options.dialect = dialectFromText(m_target->currentData().toString()).value_or(Dialect::DbLess);
    options.secrets = m_secrets->currentIndex() == 0 ? ExportedSecrets::References : ExportedSecrets::Values;
    options.ids = m_ids->isChecked();
    options.defaults = m_defaults->isChecked();
    const QStringList tags = m_tags->text().split(u',', Qt::SkipEmptyParts);
    for (const QString &tag : tags)
        options.tags << tag.trimmed();
    return options;
}

void ExportDialog::choosePlace()
{
    auto *dialog = new QFileDialog(this, isBundle() ? tr("Choose a folder") : tr("Export to a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(isBundle() ? QFileDialog::Directory : QFileDialog::AnyFile);
    dialog->setAcceptMode(isBundle() ? QFileDialog::AcceptOpen : QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // the button says Replace
    connect(dialog, &QFileDialog::fileSelected, m_place, &QLineEdit::setText);
    dialog->open();
}

QString ExportDialog::kongFile() const
{
    const QString place = m_place->text().trimmed();
    return isBundle() && !place.isEmpty() ? QDir(place).filePath(u"kong.yml"_s) : place;
}

// A folder is for Kong itself: decK needs none.
void ExportDialog::refresh()
{
    const ExportOptions options = this->options();
    m_settings.setValue(Setting::ExportTarget, toText(options.dialect));
    const bool isDeck = options.dialect == Dialect::Deck;
    if (isDeck && isBundle())
        m_form->setCurrentIndex(0);
    m_form->setEnabled(!isDeck);
    m_export->setText(QFileInfo::exists(kongFile()) ? tr("Replace") : tr("Export"));
    m_document.reset();
    m_export->setEnabled(false);
    m_late->setWorking(true);
    const ConfigStore &store = m_project.store();
    PreviewSource source{store.registry(), store.clock(),
                         store.config(),   m_project.kept(),
                         options,          m_project.refusal(store.config()),
                         kongFile(),       {}};
    m_run.cancel();
    const quint64 mine = ++m_lookUp;
    m_keeper.lookUp({source.file}, [self = QPointer(this), mine, source](const FileSecrets &secrets) mutable {
        if (!self || mine != self->m_lookUp)
            return;
        source.environment = secrets.environment;
        self->m_run.start([source] { return previewOf(source); },
                          [self](const Preview &preview) { self->showPreview(preview); });
    });
}

void ExportDialog::showPreview(const Preview &preview)
{
    m_late->setWorking(false);
    m_text->setPlainText(preview.text);
    m_difference->setPlainText(preview.difference);
    if (!preview.document) {
        m_notes->setText(preview.document.error().kind == ErrorKind::Denied
                             ? tr("Kong takes no references for some secrets. Write them in clear, or export for decK.")
                             : tr("Nothing can be written."));
        return;
    }
    m_document = *preview.document;
    m_export->setEnabled(!kongFile().isEmpty());
    showNotes(*m_document);
}

void ExportDialog::showNotes(const ExportedDocument &document)
{
    QStringList notes;
    if (!document.leftOut.isEmpty())
        notes << tr("Left out, as the target does not know it: %1.").arg(document.leftOut.join(u", "_s));
    if (!document.variables.isEmpty())
        notes << tr("%n environment variable(s) must be set; their names go into .env.example.", nullptr,
                    static_cast<int>(document.variables.size()));
    if (document.holdsSecrets)
        notes << tr("The file holds secrets in clear: keep it out of version control.");
    m_notes->setText(notes.join(u'\n'));
}

Result<> ExportDialog::writeDocument(const ExportedDocument &document) const
{
    const QString place = m_place->text().trimmed();
    if (isBundle())
        return saveBundle(place, productionBundle(document), Overwrite::Yes);
    if (!document.variables.isEmpty()) {
        const QString example = QFileInfo(place).dir().filePath(u".env.example"_s);
        if (auto saved = saveFile(example, environmentExample(document.variables), FileAccess::Shared); !saved)
            return saved;
    }
    return saveFile(place, document.text, document.holdsSecrets ? FileAccess::Private : FileAccess::Shared);
}

void ExportDialog::write()
{
    if (!m_document)
        return;
    if (const Result<> written = writeDocument(*m_document); !written) {
        m_notes->setText(tr("Not exported: %1").arg(written.error().message));
        return;
    }
    emit exported(m_place->text().trimmed());
    accept();
}

} // namespace gatehouse
