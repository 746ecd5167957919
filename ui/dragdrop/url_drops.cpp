// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dragdrop/url_drops.h"

#include "ui/dragdrop/dragged_rows.h"
#include "ui/dragdrop/drop_label.h"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace gatehouse {

QString carriedUrl(const QMimeData &data)
{
    if (draggedRows(data))
        return {};
    const QList<QUrl> urls = data.urls();
    const QString text = urls.isEmpty() ? data.text().trimmed() : urls.first().toString(QUrl::FullyEncoded);
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    return isWeb && url.isValid() && !url.host().isEmpty() ? text : QString();
}

UrlDrops::UrlDrops(QAbstractItemView &list)
    : QObject(&list)
    , m_label(new DropLabel(list.viewport()))
{
    list.viewport()->setAcceptDrops(true);
    list.viewport()->installEventFilter(this);
}

bool UrlDrops::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DragLeave)
        m_label->showText({});
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::DragMove && event->type() != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto &drop = static_cast<QDropEvent &>(*event);
    const QString url = carriedUrl(*drop.mimeData());
    if (url.isEmpty())
        return QObject::eventFilter(watched, event);
    drop.setDropAction(Qt::CopyAction);
    drop.accept();
    m_label->showText(event->type() == QEvent::Drop ? QString() : tr("New service for %1").arg(url));
    if (event->type() == QEvent::Drop)
        emit dropped(url);
    return true;
}

} // namespace gatehouse
