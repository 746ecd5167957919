// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are dropped onto MainWindow: it tells what they are while they are over it.
#include "core/model/change_draft.h"
#include "core/net/pkcs12.h"
#include "ui/certificates/pkcs12_dialog.h"
#include "ui/dragdrop/drop_label.h"
#include "ui/dragdrop/dropped_files.h"
#include "ui/entities/entity_page.h"
#include "ui/main_window/file_commands.h"
#include "ui/main_window/main_window.h"
#include "ui/traffic/recorded_traffic_dialog.h"

#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QStringList localFiles(const QMimeData &data)
{
    QStringList names;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            names << url.toLocalFile();
    }
    return names;
}

} // namespace

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QStringList names = localFiles(*event->mimeData());
    if (names.isEmpty())
        return;
    m_dropLabel->showText(dropText(lookAtFiles(names)));
    event->acceptProposedAction();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropLabel->showText({});
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_dropLabel->showText({});
    const QStringList names = localFiles(*event->mimeData());
    if (names.isEmpty())
        return;
    event->acceptProposedAction();
    takeFiles(lookAtFiles(names));
}

void MainWindow::takeFiles(const DroppedFiles &files)
{
    if (files.kind == DroppedFiles::Kind::Configuration) {
        m_files->open(placeOfFiles(files.names));
        return;
    }
    if (files.kind == DroppedFiles::Kind::OpenApi) {
        showImport(files.names);
        return;
    }
    if (files.kind == DroppedFiles::Kind::Requests) {
        for (const QString &name : files.names)
            showRequests(name);
    } else if (files.kind == DroppedFiles::Kind::Pkcs12) {
        takePkcs12(files.names, {});
    } else {
        takeCertificates(files);
    }
}

void MainWindow::takeCertificates(const DroppedFiles &files)
{
    if (!files.matched.problems.isEmpty())
        emit m_workbench->message({u"certificates"_s, files.matched.problems.join(u' '), Message::Kind::Error});
    if (files.matched.pairs.size() > 1) {
        addCertificates(files.matched.pairs);
        return;
    }
    const bool isAuthority = files.kind == DroppedFiles::Kind::AuthorityCertificate;
    if (!files.certificate.isEmpty() || !files.key.isEmpty())
        fillCertificate(isAuthority ? u"ca_certificates"_s : u"certificates"_s, files.certificate, files.key);
}

void MainWindow::fillCertificate(const QString &table, const QString &certificate, const QString &key)
{
    EntityPage *page = pageOf(table);
    showPage(page->objectName());
    QJsonObject values;
    if (!certificate.isEmpty())
        values.insert(u"cert"_s, certificate);
    if (!key.isEmpty())
        values.insert(u"key"_s, key);
    page->fillDraft(values);
}

// Many at once are added without a form, as one step.
void MainWindow::addCertificates(const QList<CertificatePair> &pairs)
{
    ChangeDraft draft(m_workbench->store());
    QString refused;
    for (const CertificatePair &pair : pairs) {
        const StoreOutcome added =
            draft.insert(u"certificates"_s, {{u"cert"_s, pair.certificate}, {u"key"_s, pair.key}});
        if (added.error)
            refused = added.error->message;
    }
    const QString step = tr("Add %n certificate(s)", nullptr, static_cast<int>(pairs.size()));
    m_workbench->history().setMergeKey({});
    if (refused.isEmpty()) {
        const Result<> applied = m_workbench->store().apply(draft.change(step), Origin::User);
        refused = applied ? QString() : applied.error().message;
    }
    if (refused.isEmpty())
        showPage(pageOf(u"certificates"_s)->objectName());
    else
        emit m_workbench->message({u"certificates"_s, refused, Message::Kind::Error});
}

// Most files have a passphrase; it is asked for when none opens them, one file after the other. One that is given up is
// left out.
void MainWindow::takePkcs12(QStringList names, QList<CertificatePair> opened)
{
    while (!names.isEmpty()) {
        const QString name = names.takeFirst();
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly)) {
            emit m_workbench->message(
                {u"certificates"_s, tr("Cannot read %1: %2").arg(name, file.errorString()), Message::Kind::Error});
            continue;
        }
        const QByteArray content = file.read(DroppedFiles::mostBytes);
        const Result<net::Pkcs12Content> unlocked = net::openPkcs12(content, {});
        if (!unlocked) {
            askForPassphrase(name, content, names, opened);
            return;
        }
        opened.append({unlocked->certificate, unlocked->key});
    }
    if (opened.size() == 1)
        fillCertificate(u"certificates"_s, opened.first().certificate, opened.first().key);
    else if (!opened.isEmpty())
        addCertificates(opened);
}

void MainWindow::askForPassphrase(const QString &name,
                                  const QByteArray &content,
                                  const QStringList &later,
                                  const QList<CertificatePair> &opened)
{
    auto *dialog = new Pkcs12Dialog(name, content, this);
    const auto pairs = std::make_shared<QList<CertificatePair>>(opened);
    connect(dialog, &Pkcs12Dialog::unlocked, this, [pairs](const QString &certificate, const QString &key) {
        pairs->append({certificate, key});
    });
    connect(dialog, &QDialog::finished, this, [this, later, pairs] { takePkcs12(later, *pairs); });
    dialog->open();
}

void MainWindow::showRequests(const QString &fileName)
{
    auto *dialog = new RecordedTrafficDialog(fileName, m_settings, this);
    dialog->show();
}

void MainWindow::askForCertificates()
{
    auto *dialog = new QFileDialog(this, tr("Add certificates"));
    dialog->setObjectName(u"certificateFilesDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Certificates and keys (*.pem *.crt *.cer *.key *.p12 *.pfx)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &names) {
        const DroppedFiles files = lookAtFiles(names);
        if (files.kind == DroppedFiles::Kind::Configuration || files.kind == DroppedFiles::Kind::OpenApi)
            emit m_workbench->message(
                {u"certificates"_s, tr("There is no certificate and no key in these files."), Message::Kind::Warning});
        else
            takeFiles(files);
    });
    dialog->open();
}

void MainWindow::askForRequests()
{
    auto *dialog = new QFileDialog(this, tr("Open a log file"));
    dialog->setObjectName(u"logFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Logs of file-log, HAR files (*.log *.json *.jsonl *.har)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::showRequests);
    dialog->open();
}

} // namespace gatehouse
