// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are dropped onto MainWindow: it tells what they are while they are over it.
#include "ui/dragdrop/drop_label.h"
#include "ui/dragdrop/dropped_files.h"
#include "ui/entities/entity_page.h"
#include "ui/main_window/file_commands.h"
#include "ui/main_window/main_window.h"

#include <QDropEvent>
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
    const bool isAuthority = files.kind == DroppedFiles::Kind::AuthorityCertificate;
    EntityPage *page = pageOf(isAuthority ? u"ca_certificates"_s : u"certificates"_s);
    showPage(page->objectName());
    QJsonObject values;
    if (!files.certificate.isEmpty())
        values.insert(u"cert"_s, files.certificate);
    if (!files.key.isEmpty())
        values.insert(u"key"_s, files.key);
    page->fillDraft(values);
}

} // namespace gatehouse
